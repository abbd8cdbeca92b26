import StrataScreen

/// The characters that are drawn: rules, signs and marks, or their ASCII stand-ins.
struct Glyphs: Sendable {
  let horizontal, vertical: String
  let topLeft, topRight, bottomLeft, bottomRight: String
  let teeDown, teeUp, teeRight, teeLeft, cross: String
  let sign, thumb, separator, bullet, dot: String
  let ellipsis: String
  let up, down, left, right, enter: String
  let checked, unchecked: String
  /// Eighths of a block, from one to eight.
  let bars: [String]
  let isASCII: Bool

  static let lines = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeDown: "┬", teeUp: "┴", teeRight: "├", teeLeft: "┤", cross: "┼",
    sign: "▌", thumb: "▐", separator: "›", bullet: "•", dot: "·", ellipsis: "…",
    up: "↑", down: "↓", left: "←", right: "→", enter: "⏎", checked: "■", unchecked: "□",
    bars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], isASCII: false)

  static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeDown: "+", teeUp: "+", teeRight: "+", teeLeft: "+", cross: "+",
    sign: ">", thumb: "#", separator: ">", bullet: "*", dot: "-", ellipsis: "...",
    up: "Up", down: "Down", left: "Left", right: "Right", enter: "Enter", checked: "x", unchecked: "-",
    bars: Array(repeating: "#", count: 8), isASCII: true)

  /// The mark of a maturity: `● ◐ ○ ×`, in ASCII `G I S A`; a foundation's own word gets `◇` or `o`.
  func mark(ofMaturity word: String) -> String {
    switch word {
    case "": " "
    case "graduated": isASCII ? "G" : "●"
    case "incubating": isASCII ? "I" : "◐"
    case "sandbox": isASCII ? "S" : "○"
    case "archived": isASCII ? "A" : "×"
    default: isASCII ? "o" : "◇"
    }
  }

  /// A bar of `eighths` eighths of a column.
  func bar(eighths: Int) -> String {
    guard !isASCII else { return String(repeating: "#", count: (eighths + 7) / 8) }
    let rest = eighths % 8
    return String(repeating: bars[7], count: eighths / 8) + (rest > 0 ? bars[rest - 1] : "")
  }
}

extension Role {
  init(maturity word: String) {
    self =
      switch word {
      case "graduated": .graduated
      case "incubating": .incubating
      case "sandbox": .sandbox
      case "archived": .archived
      default: .otherMaturity
      }
  }
}
