import StrataScreen

/// Escape sequences, as xterm and its kin send them (ECMA-48 for their shape).
extension InputDecoder {
  func scanEscape() -> Step {
    let start = position + 1
    guard start < bytes.count else { return .wait(.escape) }
    switch bytes[start] {
    case UInt8(ascii: "["): return scanControlSequence(at: start + 1)
    case UInt8(ascii: "O"): return scanSingleShift(at: start + 1)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      return scanString(at: start + 1)
    case 0x1B:
      return .event(.key(Key(.escape)), length: 1)
    case 0x00..<0x20, 0x7F:
      return .event(.key(InputDecoder.withAlt(InputDecoder.controlKey(bytes[start]))), length: 2)
    default:
      switch scanCharacter(at: start) {
      case .event(.key(let key), let length):
        return .event(.key(InputDecoder.withAlt(key)), length: 1 + length)
      case .wait(let reason): return .wait(reason)
      case .event, .skip, .pasteBegins: return .skip(2)
      }
    }
  }

  private static func withAlt(_ key: Key) -> Key {
    Key(key.code, key.modifiers.union(.alt))
  }

  /// `ESC O x`: the cursor keys in application mode, F1 to F4, the numeric keypad.
  private func scanSingleShift(at start: Int) -> Step {
    guard start < bytes.count else { return .wait(.sequence) }
    let byte = bytes[start]
    guard byte > 0x20, byte < 0x7F else { return .skip(2) }
    let code: Key.Code? =
      switch byte {
      case UInt8(ascii: "M"): .enter
      case UInt8(ascii: "I"): .tab
      case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(byte - 0x40)))
      case UInt8(ascii: "X"): .character("=")
      default: InputDecoder.cursorKey(byte)
      }
    return code.map { .event(.key(Key($0)), length: 3) } ?? .skip(3)
  }

  /// `ESC [ parameters final`.
  private func scanControlSequence(at start: Int) -> Step {
    var end = start
    // The Linux console: `ESC [ [ A` is F1.
    if end < bytes.count, bytes[end] == UInt8(ascii: "[") {
      guard end + 1 < bytes.count else { return .wait(.sequence) }
      let letter = bytes[end + 1]
      guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return .skip(3) }
      return .event(.key(Key(.function(Int(letter) - 0x40))), length: 4)
    }
    while end < bytes.count, (0x20..<0x40).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else { return .wait(.sequence) }
    let length = end + 1 - position
    // Whatever else comes here broke the sequence: it is not part of it.
    guard (0x40..<0x7F).contains(bytes[end]) else { return .skip(length - 1) }
    let final = bytes[end]
    if final == UInt8(ascii: "M"), end == start { return scanOldMouse(at: end + 1) }
    let isPrivate = start < end && (0x3C...0x3F).contains(bytes[start])
    if isPrivate {
      guard bytes[start] == UInt8(ascii: "<"), final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else {
        return .skip(length)
      }
      let report = InputDecoder.numbers(bytes[start + 1..<end])
      return InputDecoder.mouse(report, isRelease: final == UInt8(ascii: "m")).map { .event($0, length: length) }
        ?? .skip(length)
    }
    let parameters = InputDecoder.parameters(bytes[start..<end])
    let numbers = parameters.map(\.number)
    // A terminal that tells when keys are let go: nothing is done then.
    if parameters.count > 1, parameters[1].sub == 3 { return .skip(length) }
    let modifiers = InputDecoder.modifiers(numbers)
    if final == UInt8(ascii: "u") { return key(parameters, length) }
    if final == UInt8(ascii: "~") {
      if numbers == [200] { return .pasteBegins(length: length) }
      // xterm's form of the same: `ESC [ 27 ; modifiers ; code ~`.
      if numbers.first == 27, numbers.count == 3 { return key([parameters[2], parameters[1]], length) }
      guard let code = numbers.first.flatMap(InputDecoder.numberedKey), let modifiers else { return .skip(length) }
      return .event(.key(Key(code, modifiers)), length: length)
    }
    if final == UInt8(ascii: "Z") { return .event(.key(Key(.backTab)), length: length) }
    // Focus, cursor reports and the like end in other letters, or have other parameters.
    guard numbers.isEmpty || numbers.first == 1, let code = InputDecoder.cursorKey(final), let modifiers else {
      return .skip(length)
    }
    return .event(.key(Key(code, modifiers)), length: length)
  }

  /// A key by its character's code, as kitty's keyboard protocol has it: what a terminal sends that was left in it.
  private func key(_ parameters: [(number: Int, sub: Int)], _ length: Int) -> Step {
    guard let first = parameters.first, var modifiers = InputDecoder.modifiers(parameters.map(\.number)) else {
      return .skip(length)
    }
    let code: Key.Code
    switch first.number {
    case 27: code = .escape
    case 13, 57414: code = .enter
    case 9: code = modifiers.contains(.shift) ? .backTab : .tab
    case 8, 127: code = .backspace
    case 57399...57408: code = .character(Character(Unicode.Scalar(UInt8(first.number - 57399 + 0x30))))
    case 57409...57413: code = .character(Array("./*-+")[first.number - 57409])
    case 57415: code = .character("=")
    case 57417: code = .left
    case 57418: code = .right
    case 57419: code = .up
    case 57420: code = .down
    case 57421: code = .pageUp
    case 57422: code = .pageDown
    case 57423: code = .home
    case 57424: code = .end
    case 57425: code = .insert
    case 57426: code = .delete
    default:
      guard var character = InputDecoder.character(ofCode: first.number) else { return .skip(length) }
      if modifiers.contains(.control) {
        // As without the protocol: Ctrl-I is Tab, Ctrl-M is Enter.
        switch character {
        case "i": return .event(.key(Key(.tab)), length: length)
        case "m", "j": return .event(.key(Key(.enter)), length: length)
        case "[": return .event(.key(Key(.escape)), length: length)
        default: break
        }
        modifiers.remove(.shift)
      } else if modifiers.contains(.shift) {
        character =
          InputDecoder.character(ofCode: first.sub)
          ?? Character(character.uppercased().count == 1 ? character.uppercased() : String(character))
        modifiers.remove(.shift)
      }
      return .event(.key(Key(.character(character), modifiers)), length: length)
    }
    if code == .backTab { modifiers.remove(.shift) }
    return .event(.key(Key(code, modifiers)), length: length)
  }

  /// The character that a sequence gives the code of, the shifted one too; nil where it is none that is typed: a control character, a
  /// surrogate, a key that the protocol numbers in the private area.
  private static func character(ofCode code: Int) -> Character? {
    guard let scalar = Unicode.Scalar(UInt32(clamping: code)), scalar.value >= 0x20,
      !(0x7F..<0xA0).contains(scalar.value),
      !(0xE000...0xF8FF).contains(scalar.value)
    else { return nil }
    return Character(scalar)
  }

  /// `ESC ] … BEL`, `ESC P … ESC \` and their kin: answers of a terminal.
  private func scanString(at start: Int) -> Step {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x07, 0x18, 0x1A: return .skip(index + 1 - position)
      case 0x1B:
        guard index + 1 < bytes.count else { return .wait(.sequence) }
        // Another sequence cuts it off.
        return .skip((bytes[index + 1] == UInt8(ascii: "\\") ? index + 2 : index) - position)
      default: index += 1
      }
    }
    return .wait(.sequence)
  }

  /// `ESC [ M` and three bytes.
  private func scanOldMouse(at start: Int) -> Step {
    guard start + 3 <= bytes.count else { return .wait(.sequence) }
    return .skip(start + 3 - position)
  }

  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] { parameters(bytes).map(\.number) }

  /// `1;5:3` as (1, 0), (5, 3): numbers and what stands behind their colons.
  private static func parameters(_ bytes: ArraySlice<UInt8>) -> [(number: Int, sub: Int)] {
    guard !bytes.isEmpty else { return [] }
    return bytes.split(separator: UInt8(ascii: ";"), maxSplits: 8, omittingEmptySubsequences: false).map { part in
      let numbers = part.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false).map {
        digits in
        digits.reduce(0) { number, digit in
          (0x30..<0x3A).contains(digit) ? min(number * 10 + Int(digit) - 0x30, 0x20_0000) : number
        }
      }
      return (numbers.first ?? 0, numbers.count > 1 ? numbers[1] : 0)
    }
  }

  /// The second parameter is 1 and a bit for each modifier. Nil: one that no key of ours has (super, hyper, meta).
  private static func modifiers(_ numbers: [Int]) -> Key.Modifiers? {
    guard numbers.count > 1 else { return [] }
    let bits = max(0, numbers[1] - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 32) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return bits & (8 | 16) != 0 ? nil : modifiers
  }

  static func cursorKey(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
    default: nil
    }
  }

  private static func numberedKey(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// A report in SGR form: button, column and row from 1. The left button and the wheel are events; with Shift, Alt or Ctrl they
  /// are what they are without.
  private static func mouse(_ numbers: [Int], isRelease: Bool) -> Event? {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let point = Point(x: numbers[1] - 1, y: numbers[2] - 1)
    let kind: Mouse.Kind? =
      switch numbers[0] & ~(4 | 8 | 16) {
      case 0: isRelease ? .release : .press
      case 32: isRelease ? .release : .drag
      case 64: isRelease ? nil : .wheelUp
      case 65: isRelease ? nil : .wheelDown
      default: nil
      }
    return kind.map { .mouse(Mouse($0, at: point)) }
  }
}
