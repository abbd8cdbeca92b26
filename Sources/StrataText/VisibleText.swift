/// Text that has passed the filter: nothing in it steers a terminal, reorders what stands beside it, or takes no room.
///
/// Everything that leaves the program is of this type: what is printed, copied, reported, opened and kept. A literal is
/// the program's own and stands as it is, line feeds and colors included; what is put into one is somebody else's, and
/// goes through the filter as one line:
///
///     let line: VisibleText = "\(path): there is no such file\n"
///
/// so that a line feed in a path makes no line of output. Filtering takes time in proportion to the text.
public struct VisibleText: Hashable, Sendable {
  public private(set) var string: String

  private init(passed string: String) { self.string = string }

  /// A text as one line: line feeds and tabs become marks, too.
  public init(_ text: some StringProtocol) { string = VisibleText.filtered(String(text), keepsLines: false) }

  /// A text of several lines: line feeds stay.
  public init(lines text: some StringProtocol) { string = VisibleText.filtered(String(text), keepsLines: true) }

  /// Bytes that should be UTF-8, as one line: what is not becomes U+FFFD.
  public init(utf8 bytes: some Collection<UInt8>) { self.init(String(decoding: bytes, as: UTF8.self)) }

  /// JSON: what the filter would mark is escaped, so that a reader of the JSON gets all of it. Line feeds stay.
  public init(json text: String) {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }
    guard !isPlain else {
      string = text
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == "\n" || TextWidth.isPlain(scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar)!)
      } else {
        for unit in UTF16.encode(scalar)! {
          let digits = String(unit, radix: 16)
          bytes.append(contentsOf: "\\u\("0000".dropFirst(digits.count))\(digits)".utf8)
        }
      }
    }
    string = String(decoding: bytes, as: UTF8.self)
  }

  public static let empty = VisibleText(passed: "")

  public var isEmpty: Bool { string.isEmpty }

  public static func + (left: VisibleText, right: VisibleText) -> VisibleText {
    VisibleText(passed: left.string + right.string)
  }

  public static func += (left: inout VisibleText, right: VisibleText) { left.string += right.string }

  private static func filtered(_ text: String, keepsLines: Bool) -> String {
    var steps = 0
    return filtered(text, keepsLines: keepsLines, steps: &steps)
  }

  /// - Parameter steps: grows by the bytes looked at and written.
  static func filtered(_ text: String, keepsLines: Bool, steps: inout Int) -> String {
    var count = text.utf8.count
    defer { steps += count }
    // Most text is printable ASCII, and passes as it is.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || keepsLines && $0 == 0x0A }
    guard !isPlain else { return text }
    // Bytes: a `String.UnicodeScalarView` may copy itself each time that something is appended.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    func append(_ line: Substring) {
      count += line.utf8.count
      guard !line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
        bytes.append(contentsOf: line.utf8)
        return
      }
      TextWidth.standard.forEachCluster(of: line) { scalars, _ in
        for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar)!) }
        count += scalars.count
        return true
      }
    }
    var rest = Substring(text)
    while keepsLines, let end = rest.utf8.firstIndex(of: 0x0A) {
      count += rest[..<end].utf8.count + 1
      append(rest[..<end])
      bytes.append(0x0A)
      rest = rest[rest.utf8.index(after: end)...]
    }
    append(rest)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension VisibleText: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    public mutating func appendLiteral(_ literal: String) { text += literal }

    public mutating func appendInterpolation(_ passed: VisibleText) { text += passed.string }

    public mutating func appendInterpolation(_ foreign: some StringProtocol) { text += VisibleText(foreign).string }

    public mutating func appendInterpolation(_ number: some BinaryInteger) { text += String(number) }
  }

  public init(stringLiteral literal: String) { self.init(passed: literal) }

  public init(stringInterpolation: StringInterpolation) { self.init(passed: stringInterpolation.text) }
}

extension VisibleText: CustomStringConvertible {
  public var description: String { string }
}

extension Sequence<VisibleText> {
  public func joined(separator: VisibleText = .empty) -> VisibleText {
    var joined = VisibleText.empty
    var isFirst = true
    for text in self {
      if !isFirst { joined += separator }
      joined += text
      isFirst = false
    }
    return joined
  }
}
