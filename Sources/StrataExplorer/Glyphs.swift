import StrataCatalog
import StrataScreen

/// The characters that are drawn: rules, signs and marks, or their ASCII stand-ins.
typealias Glyphs = Shared<GlyphTable>

struct GlyphTable: Sendable {
  let horizontal, vertical: String
  /// `horizontal`, so many times.
  let rule: Repeated
  let topLeft, topRight, bottomLeft, bottomRight: String
  let teeDown, teeUp, teeRight, teeLeft, cross: String
  let sign, thumb, separator, bullet, dot: String
  let ellipsis: String
  let up, down, left, right, enter: String
  let checked, unchecked: String
  /// After the mark of a tool that is marked by hand.
  let marked = "+"
  /// Before the names of layers, categories and themes among results.
  let layerMark, categoryMark, themeMark: String
  let bar: Repeated
  let halfBar: String
  let isASCII: Bool

  static let lines = Glyphs(
    GlyphTable(
      horizontal: "─", vertical: "│", rule: Repeated("─"), topLeft: "┌", topRight: "┐", bottomLeft: "└",
      bottomRight: "┘",
      teeDown: "┬", teeUp: "┴", teeRight: "├", teeLeft: "┤", cross: "┼",
      sign: "▌", thumb: "▐", separator: "›", bullet: "•", dot: "·", ellipsis: "…",
      up: "↑", down: "↓", left: "←", right: "→", enter: "⏎", checked: "■", unchecked: "□", layerMark: "≡",
      categoryMark: "▪", themeMark: "◈",
      bar: Repeated("━"), halfBar: "╸", isASCII: false))

  static let ascii = Glyphs(
    GlyphTable(
      horizontal: "-", vertical: "|", rule: Repeated("-"), topLeft: "+", topRight: "+", bottomLeft: "+",
      bottomRight: "+",
      teeDown: "+", teeUp: "+", teeRight: "+", teeLeft: "+", cross: "+",
      sign: ">", thumb: "#", separator: ">", bullet: "*", dot: "-", ellipsis: "...",
      up: "Up", down: "Down", left: "Left", right: "Right", enter: "Enter", checked: "x", unchecked: "-",
      layerMark: "#",
      categoryMark: "=", themeMark: "%",
      bar: Repeated("="), halfBar: "-", isASCII: true))

  /// ASCII, but for the lines of borders: for terminals that draw other signs two columns wide.
  static let borders = Glyphs(
    GlyphTable(
      horizontal: "─", vertical: "│", rule: Repeated("─"), topLeft: "┌", topRight: "┐", bottomLeft: "└",
      bottomRight: "┘",
      teeDown: "┬", teeUp: "┴", teeRight: "├", teeLeft: "┤", cross: "┼",
      sign: ascii.sign, thumb: ascii.thumb, separator: ascii.separator, bullet: ascii.bullet, dot: ascii.dot,
      ellipsis: ascii.ellipsis, up: ascii.up, down: ascii.down, left: ascii.left, right: ascii.right,
      enter: ascii.enter, checked: ascii.checked, unchecked: ascii.unchecked, layerMark: ascii.layerMark,
      categoryMark: ascii.categoryMark, themeMark: ascii.themeMark, bar: ascii.bar, halfBar: ascii.halfBar,
      isASCII: true))

}

extension Glyphs {
  static var lines: Glyphs { GlyphTable.lines }
  static var ascii: Glyphs { GlyphTable.ascii }
  var isASCII: Bool { table.isASCII }

  /// Those for a way of drawing.
  static func drawn(in textWidth: TextWidth) -> Glyphs {
    textWidth.keepsBorders ? GlyphTable.borders : textWidth.drawsASCII ? .ascii : .lines
  }

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

  /// The mark of a life that is no longer active: `×` is gone, `▽` is not to be taken any more. Nil for one that goes on.
  func mark(of status: Life.Status) -> String? {
    switch status {
    case .active, .maintenance: nil
    case .deprecated: isASCII ? "D" : "▽"
    case .retired: isASCII ? "X" : "×"
    }
  }

  /// The maturities that have a mark of their own, the most established first.
  static var maturities: [String] { ["graduated", "incubating", "sandbox", "archived"] }

  /// All marks of maturities and lives that are not letters.
  var marks: Set<Character> {
    if isASCII { return [] }
    let all = Glyphs.maturities.map(mark(ofMaturity:)) + [mark(ofMaturity: "?")] + Life.Status.allCases.compactMap(mark)
    return Set(all.joined())
  }

  /// A thin bar of `halves` halves of a column.
  func bar(halves: Int) -> String {
    table.bar(halves / 2) + (halves % 2 > 0 ? table.halfBar : "")
  }
}

extension Role {
  init(life status: Life.Status) {
    self =
      switch status {
      case .active: .text
      case .maintenance: .emphasis
      case .deprecated: .deprecated
      case .retired: .archived
      }
  }

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
