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
      guard bytes[start] == UInt8(ascii: "<"), final == UInt8(ascii: "M") else { return .skip(length) }
      return InputDecoder.mouse(InputDecoder.numbers(bytes[start + 1..<end])).map { .event($0, length: length) }
        ?? .skip(length)
    }
    let numbers = InputDecoder.numbers(bytes[start..<end])
    if final == UInt8(ascii: "~") {
      if numbers == [200] { return .pasteBegins(length: length) }
      guard let code = numbers.first.flatMap(InputDecoder.numberedKey) else { return .skip(length) }
      return .event(.key(Key(code, InputDecoder.modifiers(numbers))), length: length)
    }
    if final == UInt8(ascii: "Z") { return .event(.key(Key(.backTab)), length: length) }
    // Focus, cursor reports and the like end in other letters, or have other parameters.
    guard numbers.isEmpty || numbers.first == 1, let code = InputDecoder.cursorKey(final) else { return .skip(length) }
    return .event(.key(Key(code, InputDecoder.modifiers(numbers))), length: length)
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

  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    guard !parameters.isEmpty else { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), maxSplits: 8, omittingEmptySubsequences: false).map {
      digits in
      digits.reduce(0) { number, digit in
        (0x30..<0x3A).contains(digit) ? min(number * 10 + Int(digit) - 0x30, 99_999) : number
      }
    }
  }

  /// The second parameter is 1 and a bit for each modifier.
  private static func modifiers(_ numbers: [Int]) -> Key.Modifiers {
    guard numbers.count > 1 else { return [] }
    let bits = max(0, numbers[1] - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  private static func cursorKey(_ final: UInt8) -> Key.Code? {
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

  /// A report in SGR form: button, column and row from 1. Only presses and the wheel are events.
  private static func mouse(_ numbers: [Int]) -> Event? {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let point = Point(x: numbers[1] - 1, y: numbers[2] - 1)
    return switch numbers[0] {
    case 0: .mouse(Mouse(.press, at: point))
    case 64: .mouse(Mouse(.wheelUp, at: point))
    case 65: .mouse(Mouse(.wheelDown, at: point))
    default: nil
    }
  }
}
