/// The signals, found by a token in time that grows with the token alone.
///
/// One signal a line of the source: `tools role kind pattern`, see Resources/signals. Of several patterns that fit the
/// longest counts.
public struct SignalTable: Sendable {
  public private(set) var signals: [Signal] = []
  /// The numbers of the lines that are no signal, from 1.
  public private(set) var badLines: [Int] = []

  private var index: [Key: Int] = [:]
  /// By kind, the lengths that its beginnings and its endings have, in bytes: only those are looked up.
  private var beginnings: [TokenKind: [Int]] = [:]
  private var endings: [TokenKind: [Int]] = [:]

  private struct Key: Hashable {
    var kind: TokenKind
    var form: Signal.Form
    var pattern: String
  }

  /// Bytes that a token may have; longer ones are no token.
  public static let longestToken = 256

  /// Reads the table's source, UTF-8.
  public init(_ source: String) {
    var number = 0
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count == 4, let kind = TokenKind(rawValue: String(words[2])) else {
        badLines.append(number)
        continue
      }
      let hides = words[0] == "-"
      guard hides || Role(rawValue: String(words[1])) != nil else {
        badLines.append(number)
        continue
      }
      add(
        tools: hides ? [] : words[0].split(separator: ",").map(String.init),
        role: Role(rawValue: String(words[1])) ?? .uses, kind: kind, written: String(words[3]))
    }
  }

  /// Adds a signal; one that is there already stays.
  ///
  /// - Parameter written: a pattern as the table writes it, with its `*`.
  public mutating func add(tools: [String], role: Role, kind: TokenKind, written: String) {
    var pattern = written.lowercased()
    var form = Signal.Form.whole
    if pattern.hasSuffix("*") {
      form = .beginning
      pattern.removeLast()
    } else if pattern.hasPrefix("*") {
      form = .ending
      pattern.removeFirst()
    }
    let key = Key(kind: kind, form: form, pattern: pattern)
    guard !pattern.isEmpty, pattern.utf8.count <= Self.longestToken, index[key] == nil else { return }
    index[key] = signals.count
    signals.append(Signal(tools: tools, role: role, kind: kind, pattern: pattern, form: form))
    switch form {
    case .whole: break
    case .beginning: Self.insert(pattern.utf8.count, into: &beginnings[kind, default: []])
    case .ending: Self.insert(pattern.utf8.count, into: &endings[kind, default: []])
    }
  }

  /// The lengths stay longest first.
  private static func insert(_ length: Int, into lengths: inout [Int]) {
    guard !lengths.contains(length) else { return }
    lengths.insert(length, at: lengths.firstIndex { $0 < length } ?? lengths.count)
  }

  /// The signal that a token gives, or nil.
  public func signal(_ kind: TokenKind, _ token: String) -> Signal? {
    let token = token.lowercased()
    let bytes = token.utf8
    guard !bytes.isEmpty, bytes.count <= Self.longestToken else { return nil }
    if let found = index[Key(kind: kind, form: .whole, pattern: token)] { return signals[found] }
    for length in beginnings[kind] ?? [] where length <= bytes.count {
      let part = String(Substring(bytes.prefix(length)))
      if let found = index[Key(kind: kind, form: .beginning, pattern: part)] { return signals[found] }
    }
    for length in endings[kind] ?? [] where length <= bytes.count {
      let part = String(Substring(bytes.suffix(length)))
      if let found = index[Key(kind: kind, form: .ending, pattern: part)] { return signals[found] }
    }
    return nil
  }
}
