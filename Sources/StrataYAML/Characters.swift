// The characters YAML gives a meaning to, and its classes of characters, by byte.

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamation: UInt8 = 0x21
  static let doubleQuote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let percent: UInt8 = 0x25
  static let ampersand: UInt8 = 0x26
  static let singleQuote: UInt8 = 0x27
  static let asterisk: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let dash: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let colon: UInt8 = 0x3A
  static let lessThan: UInt8 = 0x3C
  static let greaterThan: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let at: UInt8 = 0x40
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let backtick: UInt8 = 0x60
  static let openBrace: UInt8 = 0x7B
  static let pipe: UInt8 = 0x7C
  static let closeBrace: UInt8 = 0x7D

  /// s-white: a space or a tab.
  @inline(__always) var isWhite: Bool { self == .space || self == .tab }

  /// b-break, or the end of the source. Every carriage return is followed by a line feed: `Encoding` refuses others.
  @inline(__always) var isBreakOrEnd: Bool { self == .lineFeed || self == .carriageReturn || self == 0 }

  /// What may follow an indicator: white space, a break, the end.
  @inline(__always) var isSeparator: Bool { self <= .space }

  /// c-flow-indicator: `,`, `[`, `]`, `{`, `}`.
  @inline(__always) var isFlowIndicator: Bool {
    self == .comma || self | 0x20 == .openBrace || self | 0x20 == .closeBrace
  }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var hexadecimalValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self) - 0x30
    case 0x41...0x46: UInt32(self) - 0x41 + 10
    case 0x61...0x66: UInt32(self) - 0x61 + 10
    default: nil
    }
  }

  /// ns-word-char: a letter, a digit or a hyphen.
  var isWordCharacter: Bool { isDigit || self == .dash || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) }

  /// ns-uri-char, without the `%` that begins an escape.
  var isURICharacter: Bool {
    if isWordCharacter { return true }
    switch Unicode.Scalar(self) {
    case "#", ";", "/", "?", ":", "@", "&", "=", "+", "$", ",", "_", ".", "!", "~", "*", "'", "(", ")", "[", "]":
      return true
    default: return false
    }
  }

  /// ns-tag-char, without `%`: what a tag's suffix is made of.
  var isTagCharacter: Bool { isURICharacter && self != .exclamation && !isFlowIndicator }
}
