import StrataCatalog

/// The radar as SVG: four quadrants of a disk, a ring a status, a numbered blip a tool, and beside each quadrant its list.
struct RadarPicture {
  private let export: StackExport
  /// In the order of their numbers: by quadrant, by ring, as in the file.
  private let rows: [StackExport.Row]
  /// Half of a blip's width, the same for all: the largest at which none lies over another.
  private let blip: Double

  // Units of the picture, which are pixels where nobody scales it.
  private static let radius = 440.0
  /// Half of the bands that part the quadrants; ring names stand in the one that lies.
  private static let gap = 15.0
  private static let margin = 40.0
  private static let listWidth = 330.0
  private static let top = 120.0
  private static let lineHeight = 20.0
  private static let blips = (smallest: 3.0, largest: 12.5)

  /// From the first quadrant, above to the right, against the clock: its direction, and its colors.
  private static let quadrants: [(x: Double, y: Double, color: String)] = [
    (1, -1, "#1f6f8b"), (-1, -1, "#3f7d3a"), (-1, 1, "#b5562b"), (1, 1, "#6b4a91"),
  ]

  init(_ export: StackExport) {
    self.export = export
    rows = (0..<4).flatMap { quadrant in
      (0..<export.rings.count).flatMap { ring in
        export.rows.filter { $0.quadrant == quadrant && $0.ring == ring }
      }
    }
    let counts = (0..<4).flatMap { quadrant in
      export.rings.indices.map { ring in
        (ring: ring, count: export.rows.count { $0.quadrant == quadrant && $0.ring == ring })
      }
    }
    var size = Self.blips.largest
    while size > Self.blips.smallest,
      !counts.allSatisfy({ Band($0.ring, of: export.rings.count, blip: size).capacity >= $0.count })
    {
      size -= 0.25
    }
    blip = size
  }

  // MARK: The whole

  private var center: (x: Double, y: Double) {
    (Self.margin * 2 + Self.listWidth + Self.radius + Self.gap, Self.top + Self.radius + Self.gap)
  }

  var text: String {
    let width = 2 * center.x
    let disk = 2 * (Self.radius + Self.gap)
    let lists = max(
      [1, 2].map(height(ofList:)).reduce(0, +), [0, 3].map(height(ofList:)).reduce(0, +))
    let height = Self.top + max(disk, lists) + 80
    var body = ""
    for ring in export.rings.indices.reversed() { body += self.ring(ring) }
    for ring in export.rings.indices { body += ringName(ring) }
    body += allBlips
    let right = 2 * center.x - Self.margin - Self.listWidth
    // A list stands at the height of its quadrant, or below the one above it.
    for (above, below, x) in [(1, 2, Self.margin), (0, 3, right)] {
      body += list(above, x: x, y: Self.top)
      body += list(below, x: x, y: max(center.y + Self.gap, Self.top + self.height(ofList: above)))
    }
    body += legend(y: height - 28)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(width)) \(number(height))" width="\(number(width))" \
      height="\(number(height))" font-family="'Helvetica Neue', Helvetica, Arial, 'Noto Sans', 'Noto Sans CJK SC', sans-serif" \
      fill="#222222">
      <rect width="\(number(width))" height="\(number(height))" fill="#ffffff"/>
      <text x="\(number(center.x))" y="62" font-size="34" font-weight="bold" text-anchor="middle">\
      \(Self.escaped(Self.shortened(export.title, 60)))</text>
      <text x="\(number(center.x))" y="90" font-size="15" fill="#777777" text-anchor="middle">\(Self.escaped(export.today))</text>
      \(body)</svg>

      """
  }

  // MARK: The disk

  /// Where a ring ends. The inner ones are wider than their share: what one takes is what there is most of.
  private static func outer(_ ring: Int, of count: Int) -> Double {
    let share = Double(ring + 1) / Double(max(1, count))
    // Between the share and its root.
    return radius * (share + share.squareRoot()) / 2
  }

  private func outer(_ ring: Int) -> Double { Self.outer(ring, of: export.rings.count) }

  /// Four quarters, the inner rings darker.
  private func ring(_ index: Int) -> String {
    let shade = 222 + min(24, 24 * (index + 1) / max(1, export.rings.count))
    let radius = number(outer(index))
    return Self.quadrants.map { quadrant in
      let (x, y) = (center.x + quadrant.x * Self.gap, center.y + quadrant.y * Self.gap)
      let sweep = quadrant.x * quadrant.y < 0 ? 0 : 1
      return
        "<path d=\"M\(number(x)) \(number(y))H\(number(x + quadrant.x * outer(index)))A\(radius) \(radius) 0 0 \(sweep) \(number(x)) \(number(y + quadrant.y * outer(index)))Z\" fill=\"rgb(\(shade),\(shade),\(shade))\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>\n"
    }.joined()
  }

  /// On both sides, in the band that parts what is above from what is below.
  private func ringName(_ index: Int) -> String {
    let inner = index == 0 ? 0 : outer(index - 1)
    let middle = (inner + outer(index)) / 2 + Self.gap
    let name = Self.shortened(export.rings[index], max(3, Int((outer(index) - inner) / 7)))
    return [-1.0, 1].map { side in
      "<text x=\"\(number(center.x + side * middle))\" y=\"\(number(center.y + 5))\" font-size=\"13\" font-weight=\"bold\" fill=\"#555555\" text-anchor=\"middle\">\(Self.escaped(name))</text>\n"
    }.joined()
  }

  // MARK: Blips

  /// The quarter of a ring, as arcs on which blips stand without touching.
  struct Band {
    /// Radius, and how many fit on it.
    private(set) var arcs: [(radius: Double, capacity: Int)] = []
    private let blip: Double
    /// Between two blips.
    private let air: Double

    init(_ ring: Int, of rings: Int, blip: Double) {
      self.blip = blip
      air = 0.4 * blip
      let inner = ring == 0 ? blip : RadarPicture.outer(ring - 1, of: rings)
      let pitch = 2 * blip + air
      let room = RadarPicture.outer(ring, of: rings) - inner - air
      let count = max(0, Int(room / pitch))
      // In the middle of the band.
      let first = inner + air / 2 + (room - Double(count) * pitch) / 2 + pitch / 2
      for index in 0..<count {
        let radius = first + Double(index) * pitch
        // A chord is shorter than its arc.
        arcs.append((radius, max(0, Int((radius * .pi / 2 - 2 * air) / (1.04 * pitch)))))
      }
    }

    var capacity: Int { arcs.reduce(0) { $0 + $1.capacity } }

    /// Places for so many: on the arcs in the middle first, evenly along each.
    func places(_ count: Int) -> [(radius: Double, angle: Double)] {
      guard count > 0, !arcs.isEmpty else { return [] }
      let middle = Double(arcs.count - 1) / 2
      let order = arcs.indices.sorted { abs(Double($0) - middle) < abs(Double($1) - middle) }
      // As many arcs as leave room between the blips.
      var used: [Int] = []
      var room = 0
      for index in order where Double(room) < 1.7 * Double(count) {
        used.append(index)
        room += arcs[index].capacity
      }
      var shares = used.map { min(arcs[$0].capacity, count * arcs[$0].capacity / max(1, room)) }
      var left = count - shares.reduce(0, +)
      while left > 0 {
        let free = shares.indices.filter { shares[$0] < arcs[used[$0]].capacity }
        func rest(_ index: Int) -> Int { arcs[used[index]].capacity - shares[index] }
        guard let next = free.max(by: { rest($0) < rest($1) }) else {
          // More than fit at any size: they lie over each other.
          shares[0] += left
          break
        }
        shares[next] += 1
        left -= 1
      }
      return zip(used, shares).sorted { $0.0 < $1.0 }.flatMap { index, share -> [(radius: Double, angle: Double)] in
        let radius = arcs[index].radius
        let edge = air / radius
        let length: Double = .pi / 2 - 2 * edge
        return (0..<share).map { place -> (radius: Double, angle: Double) in
          let part = (Double(place) + 0.5) / Double(share)
          return (radius, edge + length * part)
        }
      }
    }
  }

  private var allBlips: String {
    var text = ""
    var number = 0
    for (quadrant, direction) in Self.quadrants.enumerated() {
      for ring in export.rings.indices {
        let count = rows.count { $0.quadrant == quadrant && $0.ring == ring }
        let places = Band(ring, of: export.rings.count, blip: blip).places(count)
        for place in 0..<count {
          let row = rows[number]
          number += 1
          let (radius, angle) = places.isEmpty ? (0, 0) : places[place]
          let x = center.x + direction.x * (Self.gap + radius * Self.cosine(angle))
          let y = center.y + direction.y * (Self.gap + radius * Self.cosine(.pi / 2 - angle))
          text += "<g><title>\(Self.escaped(row.name))</title>"
          text += shape(row.moved, x, y, blip, direction.color)
          text +=
            "<text x=\"\(self.number(x))\" y=\"\(self.number(y + blip * 0.36))\" font-size=\"\(self.number(max(3, blip * 0.95)))\" font-weight=\"bold\" fill=\"#ffffff\" text-anchor=\"middle\">\(number)</text></g>\n"
        }
      }
    }
    return text
  }

  /// What is new is a square, what moved in has a point above, what moved out one below: not told
  /// by color alone.
  private func shape(_ moved: StackExport.Moved, _ x: Double, _ y: Double, _ size: Double, _ color: String) -> String {
    let circle = "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(size))\" fill=\"\(color)\"/>"
    switch moved {
    case .unchanged: return circle
    case .new:
      let half = size * 0.9
      return
        "<rect x=\"\(number(x - half))\" y=\"\(number(y - half))\" width=\"\(number(2 * half))\" height=\"\(number(2 * half))\" rx=\"2\" fill=\"\(color)\"/>"
    case .inward, .out:
      let sign = moved == .inward ? -1.0 : 1.0
      let base = y + sign * size * 0.8
      return circle
        + "<path d=\"M\(number(x - size * 0.6)) \(number(base))h\(number(size * 1.2))l\(number(-size * 0.6)) \(number(sign * (size * 0.2 + 0.4 * size)))z\" fill=\"\(color)\"/>"
    }
  }

  private func legend(y: Double) -> String {
    let signs: [(moved: StackExport.Moved, text: String)] = [
      (.new, "new"), (.out, "moved out"), (.inward, "moved in"), (.unchanged, "no change"),
    ]
    return signs.enumerated().map { index, sign in
      let x = center.x - 250 + Double(index) * 140
      return shape(sign.moved, x, y, 9, "#666666")
        + "<text x=\"\(number(x + 16))\" y=\"\(number(y + 5))\" font-size=\"14\" fill=\"#555555\">\(sign.text)</text>\n"
    }.joined()
  }

  // MARK: The lists

  private func height(ofList quadrant: Int) -> Double {
    let rings = Set(rows.filter { $0.quadrant == quadrant }.map(\.ring)).count
    return Self.lineHeight * Double(rows.count { $0.quadrant == quadrant } + rings) + 8 * Double(rings) + 64
  }

  private func list(_ quadrant: Int, x: Double, y: Double) -> String {
    let color = Self.quadrants[quadrant].color
    var text =
      "<text x=\"\(number(x))\" y=\"\(number(y + 16))\" font-size=\"20\" font-weight=\"bold\" fill=\"\(color)\">\(Self.escaped(StackExport.quadrants[quadrant].name))</text>\n"
    var line = y + 22
    var ring = -1
    for (index, row) in rows.enumerated() where row.quadrant == quadrant {
      if row.ring != ring {
        ring = row.ring
        line += Self.lineHeight + 8
        text +=
          "<text x=\"\(number(x))\" y=\"\(number(line))\" font-size=\"13\" font-weight=\"bold\" fill=\"#777777\">\(Self.escaped(Self.shortened(export.rings[ring], 40)))</text>\n"
      }
      line += Self.lineHeight
      text +=
        "<text x=\"\(number(x + 26))\" y=\"\(number(line))\" font-size=\"14\" text-anchor=\"end\" fill=\"\(color)\" font-weight=\"bold\">\(index + 1)</text>"
        + "<text x=\"\(number(x + 34))\" y=\"\(number(line))\" font-size=\"14\">\(Self.escaped(Self.shortened(row.name, 38)))</text>\n"
    }
    return text
  }

  // MARK: Text and numbers

  private static func shortened(_ text: String, _ limit: Int) -> String {
    text.count > limit ? text.prefix(max(1, limit - 1)) + "…" : text
  }

  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Without Foundation: a series that is exact to a hundredth of a unit between 0 and a right angle.
  private static func cosine(_ angle: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for index in 1...8 {
      term *= -angle * angle / Double((2 * index - 1) * 2 * index)
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
