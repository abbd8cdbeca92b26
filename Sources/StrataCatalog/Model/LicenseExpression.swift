// Memory: lent.

/// Reads SPDX license expressions: https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
///
/// Two stacks instead of recursion, so that no text is nested too deeply; `WITH` binds closest, then `AND`, then `OR`.
struct LicenseExpression {
  /// Longer ones are nobody's license.
  static let longest = 1024

  private enum Operator {
    case or, and, open
  }

  private var classes: [LicenseClass] = []
  private var operators: [Operator] = []
  /// An id is neither in the table nor a `LicenseRef-…`.
  private var hasStranger = false

  static func licenseClass(of bytes: UnsafeBufferPointer<UInt8>) -> LicenseClass {
    guard !bytes.isEmpty, bytes.count <= longest else { return .unknown }
    if let known = named(bytes) { return known }
    var expression = LicenseExpression()
    return expression.read(bytes) ?? .unknown
  }

  /// Whether a text is made of known licenses and `LicenseRef-…`.
  static func isExpression(_ license: String) -> Bool {
    var license = license
    return license.withUTF8 { bytes in
      var expression = LicenseExpression()
      return bytes.count <= longest && expression.read(bytes) != nil && !expression.hasStranger
    }
  }

  /// The class of the expression; nil where it is none.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> LicenseClass? {
    var position = 0
    var isOperandWanted = true
    while let token = Self.token(bytes, &position) {
      if isOperandWanted {
        if Self.isWord(token, "(") {
          operators.append(.open)
          continue
        }
        guard Self.isLicense(token) else { return nil }
        let known = Self.named(token) ?? Self.named(token.dropLast(token.last == UInt8(ascii: "+") ? 1 : 0))
        let isReference = token.starts(with: "LicenseRef-".utf8) || token.starts(with: "DocumentRef-".utf8)
        if known == nil, !isReference { hasStranger = true }
        classes.append(known ?? .unknown)
        isOperandWanted = false
      } else if Self.isWord(token, ")") {
        guard close() else { return nil }
      } else if Self.isWord(token, "and") {
        reduce(while: { $0 == .and })
        operators.append(.and)
        isOperandWanted = true
      } else if Self.isWord(token, "or") {
        reduce(while: { $0 == .and || $0 == .or })
        operators.append(.or)
        isOperandWanted = true
      } else if Self.isWord(token, "with") {
        // An exception only allows more.
        guard let exception = Self.token(bytes, &position), Self.isLicense(exception) else { return nil }
      } else {
        return nil
      }
    }
    guard !isOperandWanted else { return nil }
    reduce(while: { $0 != .open })
    // A bracket is left where it was never closed.
    return operators.isEmpty ? classes.last : nil
  }

  /// Works off what stands in a pair of brackets; false without the first of them.
  private mutating func close() -> Bool {
    reduce(while: { $0 != .open })
    return operators.popLast() != nil
  }

  private mutating func reduce(while isMeant: (Operator) -> Bool) {
    while let last = operators.last, last != .open, isMeant(last) {
      operators.removeLast()
      let right = classes.removeLast()
      let left = classes.removeLast()
      classes.append(last == .and ? left.and(right) : left.or(right))
    }
  }

  // MARK: Tokens

  /// The next bracket or word; nil at the end.
  private static func token(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    position += 1
    if isBracket(bytes[start]) { return bytes[start..<position] }
    while position < bytes.count, !isBlank(bytes[position]), !isBracket(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
  private static func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") }

  /// Whether a token may be an id.
  private static func isLicense(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let isID = token.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: ":"):
        true
      default: false
      }
    }
    return isID && !["and", "or", "with"].contains { isWord(token, $0) }
  }

  private static func isWord(_ token: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    token.count == word.utf8CodeUnitCount
      && zip(token, UnsafeBufferPointer(start: word.utf8Start, count: token.count)).allSatisfy { folded($0) == $1 }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  // MARK: Licences

  /// The class of one license by its id or name, ASCII case ignored; nil where the table does not have it.
  private static func named(_ name: some BidirectionalCollection<UInt8>) -> LicenseClass? {
    if name.elementsEqual("proprietary".utf8, by: { folded($0) == $1 }) { return .proprietary }
    let table = UnsafeBufferPointer(start: LicenseTable.lines.utf8Start, count: LicenseTable.lines.utf8CodeUnitCount)
    var low = 0
    var high = table.count
    // A line begins at `low`, and one behind the last at `high`.
    while low < high {
      var start = (low + high) / 2
      while start > low, table[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      var end = start
      while table[end] != UInt8(ascii: "\n") { end += 1 }
      let line = table[start..<end - 1]
      if line.elementsEqual(name, by: { folded($0) == folded($1) }) {
        return table[end - 1] == UInt8(ascii: "+") ? .open : .sourceAvailable
      }
      if line.lexicographicallyPrecedes(name, by: { folded($0) < folded($1) }) { low = end + 1 } else { high = start }
    }
    return nil
  }

  /// The ids of the table, to find the one that was meant.
  static var ids: [String] {
    let table = UnsafeBufferPointer(start: LicenseTable.lines.utf8Start, count: LicenseTable.lines.utf8CodeUnitCount)
    return table.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0.dropLast(), as: UTF8.self) }
      .filter { !$0.utf8.contains(UInt8(ascii: " ")) }
  }
}
