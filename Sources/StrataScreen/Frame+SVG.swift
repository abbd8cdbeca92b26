public import StrataText

extension Frame {
  /// The frame as a picture (SVG 1.1): what a terminal shows, in whatever font the reader has. Each run of one style is stretched to the
  /// columns that it takes, so that lines meet whatever the font's widths are.
  ///
  /// - Parameters:
  ///   - foreground: stands for the terminal's own color of text; one with parts.
  ///   - background: stands for its own background.
  public func svg(foreground: Color, background: Color) -> VisibleText {
    let (width, height) = (size.columns * Self.cell.width, size.rows * Self.cell.height)
    // What lies below most cells lies below all: a theme may have a ground of its own.
    var grounds: [Color: Int] = [:]
    for cell in cells { grounds[colors(of: cell.style, foreground, background).back, default: 0] += 1 }
    let ground = grounds.max { ($0.value, $0.key.hex) < ($1.value, $1.key.hex) }?.key ?? background
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" font-size="15" font-family="\(Self.fonts)">
      <rect width="\(width)" height="\(height)" fill="\(ground.hex)"/>

      """
    for y in 0..<size.rows {
      svg += self.grounds(row: y, over: ground, foreground, background)
      for run in runs(of: y) { svg += picture(of: run, row: y, foreground, background) }
    }
    return VisibleText(lines: svg + "</svg>\n")
  }

  private func colors(of style: Style, _ foreground: Color, _ background: Color) -> (front: Color, back: Color) {
    let front = style.foreground == .default ? foreground : style.foreground
    let back = style.background == .default ? background : style.background
    return style.attributes.contains(.reverse) ? (back, front) : (front, back)
  }

  /// The backgrounds of a row that are not the common one.
  private func grounds(row y: Int, over ground: Color, _ foreground: Color, _ background: Color) -> String {
    var svg = ""
    var start = 0
    let backs = row(y).map { colors(of: $0.style, foreground, background).back }
    for column in backs.indices where column + 1 == backs.count || backs[column + 1] != backs[column] {
      defer { start = column + 1 }
      guard backs[column] != ground else { continue }
      let (x, width) = (start * Self.cell.width, (column + 1 - start) * Self.cell.width)
      let rect = "<rect x=\"\(x)\" y=\"\(y * Self.cell.height)\" width=\"\(width)\" height=\"\(Self.cell.height)\""
      svg += rect + " fill=\"\(backs[column].hex)\"/>\n"
    }
    return svg
  }

  /// Of a cell in pixels.
  private static let cell = (width: 9, height: 19)
  private static let fonts =
    "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'WenQuanYi Zen Hei Mono', monospace"

  /// Neighbors of one style and one width.
  private struct Run {
    var column: Int
    var columns: Int
    var width: UInt8
    var style: Style
    var text: String
  }

  private func runs(of y: Int) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in row(y).enumerated() where cell.width > 0 {
      let text = String(String.UnicodeScalarView(cell.scalars))
      let isBlank = text == " "
      if let last = runs.indices.last, runs[last].style == cell.style, runs[last].width == cell.width,
        runs[last].column + runs[last].columns == column, !isBlank || !runs[last].text.hasSuffix(" ")
      {
        runs[last].text += text
        runs[last].columns += Int(cell.width)
      } else if !isBlank {
        // Nothing begins with a blank: a reader of SVG drops it.
        runs.append(Run(column: column, columns: Int(cell.width), width: cell.width, style: cell.style, text: text))
      }
    }
    return runs
  }

  private func picture(of run: Run, row: Int, _ foreground: Color, _ background: Color) -> String {
    let x = run.column * Self.cell.width
    let y = row * Self.cell.height
    let text = String(run.text.reversed().drop { $0 == " " }.reversed())
    guard !text.isEmpty else { return "" }
    var looks = ""
    if run.style.attributes.contains(.bold) { looks += " font-weight=\"bold\"" }
    if run.style.attributes.contains(.italic) { looks += " font-style=\"italic\"" }
    if run.style.attributes.contains(.underline) { looks += " text-decoration=\"underline\"" }
    if run.style.attributes.contains(.dim) { looks += " opacity=\"0.65\"" }
    let columns = run.columns - (run.text.count - text.count)
    let front = colors(of: run.style, foreground, background).front
    return """
      <text x="\(x)" y="\(y + 14)" textLength="\(columns * Self.cell.width)" fill="\(front.hex)"\(looks)>\
      \(Self.escaped(text))</text>

      """
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}

extension Color {
  /// `#rrggbb`; black for the terminal's default.
  fileprivate var hex: String {
    guard let parts else { return "#000000" }
    return "#"
      + [parts.red, parts.green, parts.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
