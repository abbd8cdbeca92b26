import StrataThreads
import Synchronization

/// Catalogs being read in a thread of their own.
final class CatalogReading: Sendable {
  enum State: Sendable {
    case reading, read
    case failed(LoadFailure)
  }

  /// Bytes of all files; 0 where that is not known.
  let size: Int
  private let bytesRead = Atomic<Int>(0)
  private let result = Mutex<Result<LoadedCatalog, LoadFailure>?>(nil)
  /// Has one when there is a result.
  private let ended = Semaphore()

  /// Gives a catalog, and tells of each read by its number of bytes.
  typealias Load = @Sendable (_ progress: (Int) -> Void) throws(LoadFailure) -> LoadedCatalog

  /// - Parameter whenDone: called in the other thread.
  convenience init(_ files: CatalogFiles, whenDone: @escaping @Sendable (CatalogReading) -> Void) {
    self.init(
      size: files.size, { (progress) throws(LoadFailure) in try LoadedCatalog(files, progress: progress) },
      whenDone: whenDone)
  }

  init(size: Int, _ load: @escaping Load, whenDone: @escaping @Sendable (CatalogReading) -> Void) {
    self.size = size
    let work: @Sendable () -> Void = { [self] in
      let loaded = Result { () throws(LoadFailure) in
        try load { count in bytesRead.add(count, ordering: .relaxed) }
      }
      result.withLock { $0 = loaded }
      ended.signal()
      whenDone(self)
    }
    // Without a thread the loop has to wait.
    if !startThread(work) { work() }
  }

  /// The share that is read, from 0 to 1; nil while that is not known.
  var progress: Double? {
    size > 0 ? min(1, Double(bytesRead.load(ordering: .relaxed)) / Double(size)) : nil
  }

  /// How the reading stands, waiting for its end for at most so long.
  func state(within milliseconds: Int) -> State {
    guard ended.wait(milliseconds: milliseconds) else { return .reading }
    ended.signal()
    return result.withLock { result in
      switch result {
      case .success, nil: .read
      case .failure(let failure): .failed(failure)
      }
    }
  }

  /// The catalog, once: what is kept here would stay in memory after the next reading.
  func take() -> LoadedCatalog {
    result.withLock { held in
      guard case .success(let loaded)? = held else { preconditionFailure("taken before it was read, or twice") }
      held = nil
      return loaded
    }
  }
}
