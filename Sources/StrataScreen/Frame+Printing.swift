public import StrataText

extension Frame {
  /// What leads out of the program, in a row.
  public struct Link: Equatable, Sendable {
    public let columns: Range<Int>
    public let url: String
    /// The same for the parts of a link that is broken over lines, which a terminal then shows as one.
    public let id: Int

    /// A link over some columns of a row.
    public init(columns: Range<Int>, url: String, id: Int) {
      self.columns = columns
      self.url = url
      self.id = id
    }
  }

  /// A row as it is printed outside the screen, without trailing blanks: with the terminal's codes for its styles, and its links
  /// as OSC 8 has them.
  ///
  /// - Parameters:
  ///   - isStyled: otherwise it is plain text.
  ///   - links: those of the row, which do not overlap.
  public func printed(row y: Int, isStyled: Bool, links: [Link] = []) -> VisibleText {
    let row = row(y)
    let end =
      row.lastIndex { $0.base != 0x20 || $0.hasMarks || isStyled && $0.style.background != .default }
      .map { $0 + 1 } ?? row.startIndex
    var text: VisibleText = ""
    var style = Style.plain
    var link: Link?
    var run = String.UnicodeScalarView()
    func flush() {
      text += VisibleText(String(run))
      run = String.UnicodeScalarView()
    }
    for (column, cell) in row[..<end].enumerated() where cell.width > 0 {
      let newLink = links.first { $0.columns.contains(column) }
      if newLink != link {
        flush()
        text += newLink.map { "\u{1B}]8;id=\($0.id);\($0.url)\u{1B}\\" } ?? "\u{1B}]8;;\u{1B}\\"
        link = newLink
      }
      if isStyled, cell.style != style {
        flush()
        style = cell.style
        text += style.code
      }
      run.append(contentsOf: cell.scalars)
    }
    flush()
    if link != nil { text += "\u{1B}]8;;\u{1B}\\" }
    if style != .plain { text += "\u{1B}[0m" }
    return text
  }
}

extension Style {
  /// What makes a terminal write so, from whatever it wrote like before.
  fileprivate var code: VisibleText {
    var code: VisibleText = "\u{1B}[0"
    let numbers: [(Attributes, Int)] = [(.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7)]
    for (attribute, number) in numbers where attributes.contains(attribute) { code += ";\(number)" }
    for (color, first) in [(foreground, 30), (background, 40)] {
      guard let index = color.index else {
        if let parts = color.parts { code += ";\(first + 8);2;\(parts.red);\(parts.green);\(parts.blue)" }
        continue
      }
      switch index {
      case 0..<8: code += ";\(first + Int(index))"
      case 8..<16: code += ";\(first + 52 + Int(index))"
      case 16...: code += ";\(first + 8);5;\(index)"
      default: break
      }
    }
    return code + "m"
  }
}
