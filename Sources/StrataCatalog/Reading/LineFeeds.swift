// Memory: lent; eight bytes at a time as long as so many are left.

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
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var count = 0
    var position = 0
    while position + 8 <= memory.count {
      // Zero where a line feed is; then the highest bit of a byte is set where the byte is zero, and no other bit.
      let eight = memory.loadUnaligned(fromByteOffset: position, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      count += (~(((eight & low) &+ low) | eight | low)).nonzeroBitCount
      position += 8
    }
    for byte in memory[position...] where byte == UInt8(ascii: "\n") { count += 1 }
    return count
  }
}
