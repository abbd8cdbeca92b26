import StrataCatalog

/// The radar as SVG: four quadrants, a ring a status, a numbered blip a tool, and beside each quadrant its list.
struct RadarPicture {
  private let export: StackExport
  /// In the order of their numbers: by quadrant, by ring, as in the file.
  private let rows: [StackExport.Row]

  private static let radius = 400.0
  private static let center = 480.0
  private static let listWidth = 420.0
  private static let lineHeight = 18.0

  init(_ export: StackExport) {
    self.export = export
    rows = (0..<4).flatMap { quadrant in
      (0..<export.rings.count).flatMap { ring in
        export.rows.filter { $0.quadrant == quadrant && $0.ring == ring }
      }
    }
  }

  var text: String {
    let left = [2, 1].map(height(ofList:)).reduce(0, +)
    let right = [3, 0].map(height(ofList:)).reduce(0, +)
    let height = max(960, max(left, right) + 120)
    let width = 960 + 2 * Self.listWidth
    var body = ""
    for index in export.rings.indices.reversed() { body += ring(index) }
    body += axes
    for index in export.rings.indices { body += ringName(index) }
    body += blips
    body +=
      list(1, x: -Self.listWidth + 20, y: 90)
      + list(2, x: -Self.listWidth + 20, y: 90 + self.height(ofList: 1))
    body += list(0, x: 980, y: 90) + list(3, x: 980, y: 90 + self.height(ofList: 0))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(number(-Self.listWidth)) 0 \(number(width)) \(number(height))" \
      width="\(number(width))" height="\(number(height))" font-family="Helvetica, Arial, 'Noto Sans CJK SC', sans-serif">
      <rect x="\(number(-Self.listWidth))" y="0" width="\(number(width))" height="\(number(height))" fill="#ffffff"/>
      <text x="\(number(Self.center))" y="44" font-size="28" font-weight="bold" text-anchor="middle">\(Self.escaped(export.title))</text>
      <text x="\(number(Self.center))" y="68" font-size="14" fill="#666666" text-anchor="middle">\(Self.escaped(export.today))</text>
      \(body)</svg>

      """
  }

  // MARK: The circle

  private func outer(_ ring: Int) -> Double {
    Self.radius * Double(ring + 1) / Double(max(1, export.rings.count))
  }

  private func ring(_ index: Int) -> String {
    let shade = 255 - min(60, 8 * (export.rings.count - index))
    return
      "<circle cx=\"\(number(Self.center))\" cy=\"\(number(Self.center + 20))\" r=\"\(number(outer(index)))\" fill=\"rgb(\(shade),\(shade),\(shade))\" stroke=\"#bbbbbb\"/>\n"
  }

  private var axes: String {
    let (low, high) = (Self.center - Self.radius, Self.center + Self.radius)
    let middle = Self.center + 20
    return """
      <path d="M\(number(low)) \(number(middle))H\(number(high))M\(number(Self.center)) \(number(middle - Self.radius))V\(number(middle + Self.radius))" stroke="#999999"/>

      """
  }

  private func ringName(_ index: Int) -> String {
    let inner = index == 0 ? 0 : outer(index - 1)
    return
      "<text x=\"\(number(Self.center))\" y=\"\(number(Self.center + 20 - (inner + outer(index)) / 2 + 5))\" font-size=\"15\" font-weight=\"bold\" fill=\"#777777\" text-anchor=\"middle\">\(Self.escaped(export.rings[index]))</text>\n"
  }

  /// Blips of one ring and quadrant stand at even angles, in two rows by turns.
  private var blips: String {
    var text = ""
    var number = 0
    for quadrant in 0..<4 {
      for ring in export.rings.indices {
        let count = rows.count { $0.quadrant == quadrant && $0.ring == ring }
        let inner = ring == 0 ? 26 : outer(ring - 1)
        for position in 0..<count {
          let row = rows[number]
          number += 1
          let share = (Double(position) + 1) / (Double(count) + 1)
          // Quadrant 0 is above to the right; then against the clock.
          let angle = (Double(quadrant) + 0.06 + 0.88 * share) * .pi / 2
          let depth =
            inner + (outer(ring) - inner)
            * (count > 6 && position % 2 == 1 ? 0.72 : count > 6 ? 0.36 : 0.55)
          let (x, y) = (
            Self.center + depth * Self.cosine(angle),
            Self.center + 20 - depth * Self.cosine(angle - .pi / 2)
          )
          text += blip(number, row, x, y)
        }
      }
    }
    return text
  }

  private func blip(_ number: Int, _ row: StackExport.Row, _ x: Double, _ y: Double) -> String {
    let color = StackExport.color(ofRing: row.ring)
    // New ones are squares, moved ones triangles: not by colour alone.
    let shape: String
    switch row.moved {
    case .unchanged:
      shape =
        "<circle cx=\"\(self.number(x))\" cy=\"\(self.number(y))\" r=\"11\" fill=\"\(color)\"/>"
    case .new:
      shape =
        "<rect x=\"\(self.number(x - 10))\" y=\"\(self.number(y - 10))\" width=\"20\" height=\"20\" fill=\"\(color)\"/>"
    case .inward:
      shape =
        "<path d=\"M\(self.number(x - 12)) \(self.number(y + 9))l12 -20 12 20z\" fill=\"\(color)\"/>"
    case .out:
      shape =
        "<path d=\"M\(self.number(x - 12)) \(self.number(y - 9))l12 20 12 -20z\" fill=\"\(color)\"/>"
    }
    return
      "<g><title>\(Self.escaped(row.name))</title>\(shape)<text x=\"\(self.number(x))\" y=\"\(self.number(y + 4))\" font-size=\"11\" font-weight=\"bold\" text-anchor=\"middle\">\(number)</text></g>\n"
  }

  // MARK: The lists

  private func height(ofList quadrant: Int) -> Double {
    let rings = Set(rows.filter { $0.quadrant == quadrant }.map(\.ring)).count
    return Self.lineHeight * Double(rows.count { $0.quadrant == quadrant } + rings) + 56
  }

  private func list(_ quadrant: Int, x: Double, y: Double) -> String {
    var text =
      "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"18\" font-weight=\"bold\">\(Self.escaped(StackExport.quadrants[quadrant].name))</text>\n"
    var line = y + 6
    var ring = -1
    for (index, row) in rows.enumerated() where row.quadrant == quadrant {
      if row.ring != ring {
        ring = row.ring
        line += Self.lineHeight
        text +=
          "<text x=\"\(number(x))\" y=\"\(number(line))\" font-size=\"13\" font-weight=\"bold\" fill=\"#666666\">\(Self.escaped(export.rings[ring]))</text>\n"
      }
      line += Self.lineHeight
      text +=
        "<text x=\"\(number(x + 12))\" y=\"\(number(line))\" font-size=\"13\">\(index + 1). \(Self.escaped(Self.shortened(row.name)))</text>\n"
    }
    return text
  }

  private static func shortened(_ name: String) -> String {
    name.count > 48 ? name.prefix(47) + "…" : name
  }

  // MARK: Text

  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Without Foundation: a series that is exact to a hundredth of a pixel within a turn.
  private static func cosine(_ angle: Double) -> Double {
    var reduced = angle
    while reduced > .pi { reduced -= 2 * .pi }
    while reduced < -.pi { reduced += 2 * .pi }
    var term = 1.0
    var sum = 1.0
    for index in 1...12 {
      term *= -reduced * reduced / Double((2 * index - 1) * 2 * index)
      sum += term
    }
    return sum
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        // XML 1.0 has no other control characters, and no way to write them.
        if scalar.value >= 0x20, scalar.value != 0x7F,
          scalar.value < 0xFFFE || scalar.value > 0xFFFF
        {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
