import Synchronization

/// Memory for the chunks of an index, one after the other: written once, then only read.
///
/// Unchecked: what has been written is not written again, and `used` hands each byte to one writer only, though copies of an
/// index share a slab.
final class Slab: @unchecked Sendable {
  private let base: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private let used = Atomic<Int>(0)

  /// Room for at least so many bytes.
  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Takes all that is left, to be given back by `keep`; nil where that is less than `least`, or taken by another.
  func take(least: Int) -> UnsafeMutablePointer<UInt8>? {
    let start = used.load(ordering: .acquiring)
    guard start + least <= capacity,
      used.compareExchange(expected: start, desired: capacity, ordering: .acquiringAndReleasing).exchanged
    else { return nil }
    return base + start
  }

  /// Keeps `count` bytes from where the memory was taken; the rest is there to be taken again.
  func keep(_ count: Int, from start: UnsafeMutablePointer<UInt8>) {
    used.store((start - base) + count, ordering: .releasing)
  }
}
