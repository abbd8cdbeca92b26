import Synchronization

/// The chunks that a search still has to look at, shared by its owner and, where there is a second processor, the helper.
///
/// Nobody waits: what the helper has begun and not ended when its result is due, the owner does as well, and the helper's
/// is dropped. So a helper that gets no time costs nothing. It turns to the next work when nothing is left of this one, or
/// when the last copy of the owner has let go.
final class ChunkWork<Found: Sendable>: Sendable {
  private let shared: Shared

  /// - Parameters:
  ///   - chunks: the numbers of the chunks; a single one is not shared.
  ///   - sharing: with whom.
  ///   - search: what is found in one of them.
  init(_ chunks: Range<Int>, _ sharing: Sharing, _ search: @escaping @Sendable (Int) -> Found) {
    let shared = Shared(chunks, search)
    self.shared = shared
    if chunks.count > 1 { sharing.run? { shared.help() } }
  }

  deinit { shared.isDropped.store(true, ordering: .relaxed) }

  /// What is found in a chunk, to be asked for in order and once. Takes no longer than two chunks do.
  func take(_ chunk: Int) -> Found {
    if let found = shared.takeDone(chunk) { return found }
    if let next = shared.claim(), next != chunk {
      // The helper is at work on it: time for another one.
      shared.keep(shared.search(next), of: next)
      if let found = shared.takeDone(chunk) { return found }
    }
    return shared.search(chunk)
  }

  private final class Shared: Sendable {
    let search: @Sendable (Int) -> Found
    private let chunks: Range<Int>
    private let next: Atomic<Int>
    private let done: [Slot]
    let isDropped = Atomic<Bool>(false)

    init(_ chunks: Range<Int>, _ search: @escaping @Sendable (Int) -> Found) {
      self.search = search
      self.chunks = chunks
      next = Atomic(chunks.lowerBound)
      done = chunks.map { _ in Slot() }
    }

    /// The next chunk that nobody has begun.
    func claim() -> Int? {
      let chunk = next.add(1, ordering: .relaxed).oldValue
      return chunk < chunks.upperBound ? chunk : nil
    }

    func keep(_ found: Found, of chunk: Int) { done[chunk - chunks.lowerBound].found.withLock { $0 = found } }

    func takeDone(_ chunk: Int) -> Found? {
      done[chunk - chunks.lowerBound].found.withLock { found in
        defer { found = nil }
        return found
      }
    }

    func help() {
      while !isDropped.load(ordering: .relaxed), let chunk = claim() { keep(search(chunk), of: chunk) }
    }
  }

  /// What was found in a chunk; of its own, so that two threads that are at work on two chunks do not meet.
  private final class Slot: Sendable {
    let found = Mutex<Found?>(nil)
  }
}

/// From when on a search is shared, and with whom.
struct Sharing: Sendable {
  /// The bytes to look at for which a second thread is worth waking.
  var least: Int
  /// Runs what it is given beside its caller; nil: nobody is there.
  var run: Run?

  typealias Run = @Sendable (_ body: @escaping @Sendable () -> Void) -> Void

  static let standard = Sharing(least: 3 << 19, run: Helper.shared?.run)
}
