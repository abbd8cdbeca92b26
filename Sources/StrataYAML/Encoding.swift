/// The check of a source's bytes before anything else: UTF-8 without control characters.
///
/// It runs over ordinary text sixteen bytes at a time, and over the rest character by character.
enum Encoding {
  struct Result {
    /// Of bytes in a row that are no text one, as long as they are.
    var problems: [Problem] = []
    /// Where characters stand that are allowed in quotes only: DEL, C1 controls, byte order marks, U+FFFE and U+FFFF.
    /// Those in a row are one range of the source.
    var quotedOnly: [Range<UInt32>] = []
    /// Where the bytes in a row end that the last problem is of.
    private var end = -1

    mutating func note(_ kind: Problem.Kind, _ range: Range<Int>) {
      if range.lowerBound == end {
        problems[problems.count - 1].length = range.upperBound - problems[problems.count - 1].offset
      } else {
        problems.append(Problem(kind, at: range.lowerBound))
      }
      end = range.upperBound
    }

    mutating func noteQuotedOnly(_ offset: Int, length: Int) {
      var start = UInt32(offset)
      if let last = quotedOnly.last, last.upperBound == start {
        start = last.lowerBound
        quotedOnly.removeLast()
      }
      quotedOnly.append(start..<UInt32(offset + length))
    }
  }

  /// Problems that are told; a binary file has many.
  static let problemLimit = 10

  static func check(_ bytes: ByteView) -> Result {
    var result = Result()
    guard bytes.count <= Document.sizeLimit else {
      result.problems.append(Problem(.tooLarge(limit: Document.sizeLimit), at: 0))
      return result
    }
    if let name = foreignEncoding(bytes) {
      result.problems.append(Problem(.encoding(name: name), at: 0))
      return result
    }
    var offset = isByteOrderMark(bytes, at: 0) ? 3 : 0
    while offset < bytes.count, result.problems.count < problemLimit {
      offset = bytes.firstExtraordinary(from: offset)
      // Such characters come in runs.
      let end = min(offset + 16, bytes.count)
      while offset < end { offset = checkCharacter(bytes, at: offset, into: &result) }
    }
    return result
  }

  /// UTF-16 and UTF-32, with or without a byte order mark: in their first character there are zero bytes.
  private static func foreignEncoding(_ bytes: ByteView) -> String? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0, 0, 0xFE, 0xFF): return "UTF-32"
    case (0xFF, 0xFE, 0, 0) where bytes.count >= 4: return "UTF-32"
    case (0, 0, 0, 1...): return "UTF-32"
    case (1..., 0, 0, 0) where bytes.count >= 4: return "UTF-32"
    case (0xFE, 0xFF, _, _), (0xFF, 0xFE, _, _): return "UTF-16"
    case (0, 1..., _, _), (1..., 0, 1..., 0): return "UTF-16"
    default: return nil
    }
  }

  private static func checkCharacter(_ bytes: ByteView, at offset: Int, into result: inout Result) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 {
      if byte < 0x20 {
        if byte == .carriageReturn {
          if bytes[offset + 1] != .lineFeed { result.note(.loneCarriageReturn, offset..<offset + 1) }
        } else if byte != .tab && byte != .lineFeed {
          result.note(byte == 0 ? .nul : .control(UInt32(byte)), offset..<offset + 1)
        }
      } else if byte == 0x7F {
        result.noteQuotedOnly(offset, length: 1)
      }
      return offset + 1
    }
    let length = lengthOfCharacter(bytes, at: offset)
    if length == 0 {
      var next = offset + 1
      while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
      result.note(.invalidUTF8(malformation(bytes, at: offset)), offset..<next)
      return next
    }
    noteQuotedOnly(bytes, at: offset, length: length, into: &result)
    return offset + length
  }

  @inline(__always)
  private static func noteQuotedOnly(_ bytes: ByteView, at offset: Int, length: Int, into result: inout Result) {
    let byte = bytes[offset]
    if byte == 0xC2 {
      let next = bytes[offset + 1]
      if next < 0xA0 && next != 0x85 { result.noteQuotedOnly(offset, length: length) }
    } else if byte == 0xEF {
      let isNoncharacter = bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE
      if isNoncharacter || isByteOrderMark(bytes, at: offset) { result.noteQuotedOnly(offset, length: length) }
    }
  }

  /// The problem of one of the characters that are allowed in quotes only.
  static func problem(ofQuotedOnly bytes: ByteView, at offset: Int) -> Problem {
    switch bytes[offset] {
    case 0xC2: Problem(.control(UInt32(bytes[offset + 1])), at: offset, length: 2)
    case 0xEF where isByteOrderMark(bytes, at: offset): Problem(.byteOrderMark, at: offset, length: 3)
    case 0xEF: Problem(.control(0xFF40 + UInt32(bytes[offset + 2])), at: offset, length: 3)
    default: Problem(.control(UInt32(bytes[offset])), at: offset)
    }
  }

  static func isByteOrderMark(_ bytes: ByteView, at offset: Int) -> Bool {
    bytes[offset] == 0xEF && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF
  }

  /// The bytes of the UTF-8 character at `offset`, 0 if there is none: table 3-7 of Unicode.
  private static func lengthOfCharacter(_ bytes: ByteView, at offset: Int) -> Int {
    func isTail(_ index: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      bytes[offset + index] >= low && bytes[offset + index] <= high
    }
    switch bytes[offset] {
    case 0xC2...0xDF: return isTail(1) ? 2 : 0
    case 0xE0: return isTail(1, 0xA0) && isTail(2) ? 3 : 0
    case 0xED: return isTail(1, 0x80, 0x9F) && isTail(2) ? 3 : 0
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
    case 0xF0: return isTail(1, 0x90) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF4: return isTail(1, 0x80, 0x8F) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
  }

  /// What is wrong with the bytes at `offset`, which are no UTF-8 character.
  private static func malformation(_ bytes: ByteView, at offset: Int) -> Problem.Malformation {
    let next = bytes[offset + 1]
    let isContinued = next & 0xC0 == 0x80
    switch bytes[offset] {
    case 0xC0, 0xC1: return isContinued ? .overlong : .stray
    case 0xE0 where isContinued && next < 0xA0: return .overlong
    case 0xF0 where isContinued && next < 0x90: return .overlong
    case 0xED where isContinued && next > 0x9F: return .surrogate
    case 0xF4 where isContinued && next > 0x8F: return .tooLarge
    case 0xF5...0xF7 where isContinued: return .tooLarge
    case 0xC2...0xF4: return .truncated
    default: return .stray
    }
  }
}
