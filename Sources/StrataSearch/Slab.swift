// Memory: own; hands out each byte once, below its capacity.

import Glibc
import StrataCatalog
import Synchronization

/// Memory for the chunks of an index, one after the other: written once, then only read.
///
/// Unchecked: what has been written is not written again, and `used` hands each byte to one writer only, though copies of an
/// index share a slab.
final class Slab: @unchecked Sendable {
  private let base: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private let isOurs: Bool
  private let used = Atomic<Int>(0)

  /// Room for at least so many bytes.
  init(capacity: Int) {
    self.capacity = capacity
    // All of it is there at once: page by page, when each is written, takes the system longer.
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE
    let memory = mmap(nil, capacity, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard let memory, memory != UnsafeMutableRawPointer(bitPattern: -1) else {  // MAP_FAILED
      fatalError("no memory for an index of the catalog")
    }
    base = memory.bindMemory(to: UInt8.self, capacity: capacity)
    isOurs = true
  }

  /// What was written when the catalog's image was made; there is no room in it.
  init(static text: Table<UInt8>) {
    base = UnsafeMutablePointer(mutating: text.withUnsafeBufferPointer { $0.baseAddress! })
    capacity = 0
    isOurs = false
  }

  deinit { if isOurs { munmap(base, capacity) } }

  /// Takes all that is left, to be given back by `keep`; nil where that is less than `least`, or taken by another.
  /// Returns where it begins.
  func take(least: Int) -> Int? {
    let start = used.load(ordering: .acquiring)
    guard start + least <= capacity,
      used.compareExchange(expected: start, desired: capacity, ordering: .acquiringAndReleasing).exchanged
    else { return nil }
    return start
  }

  /// Keeps `count` bytes from where the memory was taken; the rest is there to be taken again.
  func keep(_ count: Int, from start: Int) { used.store(start + count, ordering: .releasing) }

  /// What was taken, to be written by whoever took it.
  func room(at offset: Int) -> UnsafeMutablePointer<UInt8> { base + offset }

  /// What was written; as long as the slab is kept.
  func bytes(at offset: Int) -> UnsafePointer<UInt8> { UnsafePointer(base + offset) }
}
