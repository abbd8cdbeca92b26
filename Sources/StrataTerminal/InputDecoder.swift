import StrataScreen

/// Bytes from the keyboard → events.
///
///     var decoder = InputDecoder()
///     decoder.feed(Array("j\u{1B}[B".utf8))
///     decoder.next()   // .key(.character("j"))
///     decoder.next()   // .key(Key(.down))
///     decoder.next()   // nil: more bytes are needed
///
/// Reads bytes itself, because ncurses loses a character whose bytes come in two reads, takes seconds over a large
/// paste, and types an unknown sequence as if its letters were keys. Here a sequence is a key or it is swallowed whole;
/// so is an answer of the terminal that nobody asked for. Invalid UTF-8 is dropped byte by byte.
struct InputDecoder {
  /// What the bytes that are left are waiting for.
  enum Expectation: Hashable {
    case nothing
    /// Whether the Esc key was pressed, or a sequence begins.
    case escape
    /// The rest of a sequence.
    case sequence
    /// The end of a paste.
    case paste
    /// The rest of a UTF-8 character: as long as it takes.
    case character
  }

  /// A paste keeps that many bytes; the rest is dropped.
  static let maximumPaste = 1 << 20
  /// A sequence that is longer is no sequence.
  static let maximumSequence = 1 << 16

  private(set) var expectation = Expectation.nothing
  var bytes: [UInt8] = []
  /// The first byte that is not yet read.
  var position = 0
  private var paste: [UInt8]?
  /// Whether the last thing read was an Esc that nothing followed.
  private var gaveUpEscape = false
  /// The terminal type's own key sequences, longest first.
  private let terminalKeys: [(bytes: [UInt8], key: Key)]

  init(terminalKeys: [(bytes: [UInt8], key: Key)] = []) {
    self.terminalKeys = terminalKeys.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// - Parameter isLate: whether so much time has passed since the last bytes that these begin something new.
  mutating func feed(_ more: some Sequence<UInt8>, isLate: Bool = false) {
    bytes.removeSubrange(..<position)
    position = 0
    let start = bytes.count
    bytes.append(contentsOf: more)
    // A slow line may deliver a sequence long after its Esc, which was taken for the key: this is the rest of it.
    if gaveUpEscape, !isLate, start == 0, beginsWithTail { bytes.insert(0x1B, at: 0) }
    if bytes.count > start { gaveUpEscape = false }
  }

  /// Whether the bytes are those of a sequence without its Esc, and come too fast to be typed.
  private var beginsWithTail: Bool {
    guard bytes.count > 1 else { return false }
    let next = bytes[1]
    switch bytes[0] {
    case UInt8(ascii: "["): return (0x30..<0x40).contains(next) || InputDecoder.cursorKey(next) != nil
    case UInt8(ascii: "O"): return InputDecoder.cursorKey(next) != nil
    default: return false
    }
  }

  /// The next event; nil when more bytes, or `giveUp`, are needed.
  mutating func next() -> Event? {
    while position < bytes.count {
      if paste != nil {
        if let event = continuePaste() { return event }
        return nil
      }
      switch scan() {
      case .event(let event, let length):
        position += length
        return event
      case .skip(let length):
        position += length
      case .pasteBegins(let length):
        position += length
        paste = []
      case .wait(let reason):
        guard bytes.count - position < InputDecoder.maximumSequence else {
          position = bytes.count
          continue
        }
        expectation = reason
        return nil
      }
    }
    expectation = paste == nil ? .nothing : .paste
    return nil
  }

  /// What the bytes that are left mean when no more come for a while.
  mutating func giveUp() -> Event? {
    defer { expectation = .nothing }
    switch expectation {
    case .nothing, .character:
      return nil
    case .escape:
      position += 1
      gaveUpEscape = position == bytes.count
      return .key(Key(.escape))
    case .sequence:
      let rest = bytes[position...]
      position = bytes.count
      // Alt with the key that begins a sequence.
      guard rest.count == 2, let last = rest.last else { return nil }
      return .key(.alt(.character(Character(Unicode.Scalar(last)))))
    case .paste:
      return endPaste(dropping: 0)
    }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func continuePaste() -> Event? {
    let rest = bytes[position...]
    let end = InputDecoder.pasteEnd
    // Only an Esc can begin the end.
    var from = rest.startIndex
    while let escape = rest[from...].firstIndex(of: 0x1B) {
      let candidate = rest[escape...].prefix(end.count)
      if candidate.elementsEqual(end) {
        keep(rest[..<escape])
        position = escape
        return endPaste(dropping: end.count)
      }
      if end.starts(with: candidate) {  // its end has not come yet
        keep(rest[..<escape])
        position = escape
        expectation = .paste
        return nil
      }
      from = escape + 1
    }
    keep(rest)
    position = bytes.count
    expectation = .paste
    return nil
  }

  private mutating func keep(_ more: ArraySlice<UInt8>) {
    let room = InputDecoder.maximumPaste - (paste?.count ?? 0)
    paste?.append(contentsOf: more.prefix(room))
  }

  private mutating func endPaste(dropping count: Int) -> Event? {
    position += count
    defer { paste = nil }
    return paste.map { .paste(String(decoding: $0, as: UTF8.self)) }
  }

  enum Step {
    case event(Event, length: Int)
    case skip(Int)
    case pasteBegins(length: Int)
    case wait(Expectation)
  }

  private func scan() -> Step {
    let rest = bytes[position...]
    for (sequence, key) in terminalKeys where rest.starts(with: sequence) {
      return .event(.key(key), length: sequence.count)
    }
    let first = rest[position]
    if first == 0x1B { return scanEscape() }
    if first < 0x20 || first == 0x7F { return .event(.key(InputDecoder.controlKey(first)), length: 1) }
    return scanCharacter(at: position)
  }

  /// One UTF-8 character; an invalid byte is skipped.
  func scanCharacter(at start: Int) -> Step {
    let first = bytes[start]
    if first < 0x80 {
      return .event(.key(.character(Character(Unicode.Scalar(first)))), length: 1)
    }
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return .skip(1) }
    let candidate = bytes[start...].prefix(length)
    guard candidate.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .skip(1) }
    guard candidate.count == length else { return .wait(.character) }
    guard let text = String(validating: candidate, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      return .skip(length)  // overlong, a surrogate, or too large
    }
    // A C1 control is no key.
    guard scalar.value >= 0xA0 else { return .skip(length) }
    return .event(.key(.character(Character(scalar))), length: length)
  }

  static func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: Key(.backspace)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x1B: Key(.escape)
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .control(Character(Unicode.Scalar(byte + 0x60)))
    }
  }
}
