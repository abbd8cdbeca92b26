/// The signals, found by a token in time that grows with the token alone.
///
/// One signal a line of the source: `tools role kind pattern`, see Resources/signals. Of several patterns that fit the
/// longest counts.
public struct SignalTable: Sendable {
  public private(set) var signals: [Signal] = []
  /// The numbers of the lines that are no signal, from 1.
  public private(set) var badLines: [Int] = []

  private var kinds = [Kind](repeating: Kind(), count: TokenKind.allCases.count)

  /// The patterns of one kind of token, by their form; each leads to its signal.
  fileprivate struct Kind {
    var wholes: [String: Int] = [:]
    var beginnings = Parts()
    var endings = Parts()
    var sieve = Sieve()
  }

  fileprivate struct Parts {
    var patterns: [String: Int] = [:]
    /// The lengths that they have in bytes, the longest first: only those are looked up.
    var lengths: [Int] = []

    mutating func add(_ pattern: String, _ signal: Int) {
      patterns[pattern] = signal
      let length = pattern.utf8.count
      if !lengths.contains(length) { lengths.insert(length, at: lengths.firstIndex { $0 < length } ?? lengths.count) }
    }
  }

  /// Tells of most words at once that they are no pattern: by length, first and last byte.
  fileprivate struct Sieve {
    private var bits = [Bool](repeating: false, count: 4_096)

    private func place(_ text: some BidirectionalCollection<UInt8>, _ length: Int) -> Int {
      let ends = Int(text.first ?? 0) &* 131 &+ Int(text.last ?? 0) &* 17
      return (ends &+ length &* 1_031) & (bits.count - 1)
    }

    mutating func add(_ text: String) { bits[place(text.utf8, text.utf8.count)] = true }
    func passes(_ text: some BidirectionalCollection<UInt8>, length: Int) -> Bool { bits[place(text, length)] }
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
    let signal = signals.count
    let index = kind.index
    guard !pattern.isEmpty, pattern.utf8.count <= Self.longestToken, kinds[index].signal(form, pattern) == nil else {
      return
    }
    signals.append(Signal(tools: tools, role: role, kind: kind, pattern: pattern, form: form))
    kinds[index].sieve.add(pattern)
    switch form {
    case .whole: kinds[index].wholes[pattern] = signal
    case .beginning: kinds[index].beginnings.add(pattern, signal)
    case .ending: kinds[index].endings.add(pattern, signal)
    }
  }

  /// The signal that a token gives, or nil.
  public func signal(_ kind: TokenKind, _ token: String) -> Signal? {
    let index = kind.index
    let length = token.utf8.count
    guard length > 0, length <= Self.longestToken else { return nil }
    let token = token.utf8.contains { $0 >= 0x80 || $0 != $0.lower } ? token.lowercased() : token
    return kinds[index].find(token.utf8).map { signals[$0] }
  }
}

extension SignalTable.Kind {
  fileprivate func signal(_ form: Signal.Form, _ pattern: String) -> Int? {
    switch form {
    case .whole: wholes[pattern]
    case .beginning: beginnings.patterns[pattern]
    case .ending: endings.patterns[pattern]
    }
  }

  fileprivate func find(_ token: String.UTF8View) -> Int? {
    let count = token.count
    if sieve.passes(token, length: count), let found = wholes[String(token)] { return found }
    for length in beginnings.lengths where length <= count {
      let part = token.prefix(length)
      if sieve.passes(part, length: length), let found = beginnings.patterns[String(Substring(part))] { return found }
    }
    for length in endings.lengths where length <= count {
      let part = token.suffix(length)
      if sieve.passes(part, length: length), let found = endings.patterns[String(Substring(part))] { return found }
    }
    return nil
  }
}
