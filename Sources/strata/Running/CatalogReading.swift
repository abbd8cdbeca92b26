import Glibc
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
  /// Posted once, when there is a result.
  nonisolated(unsafe) private let ended: UnsafeMutablePointer<sem_t>

  /// - Parameter whenDone: called in the other thread.
  init(_ files: CatalogFiles, whenDone: @escaping @Sendable (CatalogReading) -> Void) {
    size = files.size
    ended = .allocate(capacity: 1)
    sem_init(ended, 0, 0)
    let work: @Sendable () -> Void = { [self] in
      let loaded = Result { () throws(LoadFailure) in
        try LoadedCatalog(files) { count in bytesRead.add(count, ordering: .relaxed) }
      }
      result.withLock { $0 = loaded }
      sem_post(ended)
      whenDone(self)
    }
    // Without a thread the loop has to wait.
    if !startThread(work) { work() }
  }

  deinit {
    sem_destroy(ended)
    ended.deallocate()
  }

  /// The share that is read, from 0 to 1; nil while that is not known.
  var progress: Double? {
    size > 0 ? min(1, Double(bytesRead.load(ordering: .relaxed)) / Double(size)) : nil
  }

  /// How the reading stands, waiting for its end for at most so long.
  func state(within milliseconds: Int) -> State {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    time.tv_nsec += milliseconds * 1_000_000
    time.tv_sec += time.tv_nsec / 1_000_000_000
    time.tv_nsec %= 1_000_000_000
    while sem_timedwait(ended, &time) != 0 {
      if errno != EINTR { return .reading }
    }
    sem_post(ended)
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
