import Synchronization

/// The chunks that a search still has to look at, shared by its owner and, where there is a second processor, one thread.
///
/// Nobody waits: what the thread has begun and not ended when its result is due, the owner does as well, and the thread's
/// is dropped. So a thread that gets no time costs nothing but its making. It ends when nothing is left, or when the last
/// copy of the owner has let go.
final class ChunkWork<Found: Sendable>: Sendable {
  private let shared: Shared

  /// - Parameters:
  ///   - chunks: the numbers of the chunks.
  ///   - search: what is found in one of them.
  init(_ chunks: Range<Int>, _ search: @escaping @Sendable (Int) -> Found) {
    let shared = Shared(chunks, search)
    self.shared = shared
    Helper.shared?.run { shared.help() }
  }

  deinit { shared.isDropped.store(true, ordering: .relaxed) }

  /// What is found in a chunk, to be asked for in order and once. Takes no longer than two chunks do.
  func take(_ chunk: Int) -> Found {
    if let found = shared.takeDone(chunk) { return found }
    if let next = shared.claim(), next != chunk {
      // The thread is at work on it: time for another one.
      shared.keep(shared.search(next), of: next)
      if let found = shared.takeDone(chunk) { return found }
    }
    return shared.search(chunk)
  }

  private final class Shared: Sendable {
    let search: @Sendable (Int) -> Found
    private let end: Int
    private let next: Atomic<Int>
    private let done = Mutex<[Int: Found]>([:])
    let isDropped = Atomic<Bool>(false)

    init(_ chunks: Range<Int>, _ search: @escaping @Sendable (Int) -> Found) {
      self.search = search
      end = chunks.upperBound
      next = Atomic(chunks.lowerBound)
    }

    /// The next chunk that nobody has begun.
    func claim() -> Int? {
      let chunk = next.add(1, ordering: .relaxed).oldValue
      return chunk < end ? chunk : nil
    }

    func keep(_ found: Found, of chunk: Int) { done.withLock { $0[chunk] = found } }
    func takeDone(_ chunk: Int) -> Found? { done.withLock { $0.removeValue(forKey: chunk) } }

    func help() {
      while !isDropped.load(ordering: .relaxed), let chunk = claim() { keep(search(chunk), of: chunk) }
    }
  }
}
