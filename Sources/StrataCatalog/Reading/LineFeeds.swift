// Memory: lent; sixteen bytes at a time as long as so many are left.

/// How many line feeds a text has before any place of it: counted once by blocks, so that to ask is to look at one block.
struct LineFeeds {
  /// Bytes.
  private static let blockSize = 2048

  /// The line feeds before each block.
  private var before: [Int] = [0]

  init(in bytes: UnsafeBufferPointer<UInt8>) {
    before.reserveCapacity(bytes.count / Self.blockSize + 2)
    var start = 0
    while start < bytes.count {
      let end = min(start + Self.blockSize, bytes.count)
      before.append(before[before.count - 1] + Self.count(in: UnsafeBufferPointer(rebasing: bytes[start..<end])))
      start = end
    }
  }

  /// The line feeds of a text before an offset.
  ///
  /// - Parameter bytes: of the whole text, as they were counted.
  func count(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let block = offset / Self.blockSize
    return before[block] + Self.count(in: UnsafeBufferPointer(rebasing: bytes[block * Self.blockSize..<offset]))
  }

  /// The line feeds of a block.
  private static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let memory = UnsafeRawBufferPointer(bytes)
    let feed = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    var count = 0
    var position = 0
    while position + 16 <= memory.count {
      // A lane counts to 255 before it is added up.
      let end = min(position + 255 * 16, memory.count - 15)
      var lanes = SIMD16<UInt8>(repeating: 0)
      while position < end {
        let bytes = memory.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
        // A lane that matches has all bits: −1.
        lanes = lanes &- unsafeBitCast(bytes .== feed, to: SIMD16<UInt8>.self)
        position += 16
      }
      count += Int(SIMD16<UInt16>(truncatingIfNeeded: lanes).wrappedSum())
    }
    for byte in memory[position...] where byte == UInt8(ascii: "\n") { count += 1 }
    return count
  }
}
