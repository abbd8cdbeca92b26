import StrataCatalog
import StrataScreen
import StrataSearch

/// What a landscape holds, counted once.
struct Statistics: Sendable {
  var maturities: [(word: String, count: Int)] = []
  var acceptedByYear: [(word: String, count: Int)] = []
  var graduatedByYear: [(word: String, count: Int)] = []
  var licenses: [(word: String, count: Int)] = []

  init(catalog: Catalog, outline: Outline) {
    var maturity = [Int](repeating: 0, count: catalog.maturities.count)
    var accepted: [String: Int] = [:]
    var graduated: [String: Int] = [:]
    var license: [String: Int] = [:]
    outline.forEachTool { tool in
      maturity[Int(catalog[tool].maturity)] += 1
      for field in catalog.fields(of: tool) {
        switch field.key {
        case .accepted: accepted[String(catalog.string(field.value).prefix(4)), default: 0] += 1
        case .graduated: graduated[String(catalog.string(field.value).prefix(4)), default: 0] += 1
        case .license: license[catalog.string(field.value), default: 0] += 1
        default: break
        }
      }
    }
    maturities = zip(catalog.maturities, maturity).dropFirst().filter { $0.1 > 0 }.map { ($0, $1) }
    if maturity[0] > 0 { maturities.append(("", maturity[0])) }
    func byYear(_ counts: [String: Int]) -> [(String, Int)] {
      let years = counts.keys.compactMap { Int($0) }
      guard let first = years.min(), let last = years.max(), last - first < 200 else { return [] }
      return (first...last).map { ("\($0)", counts["\($0)"] ?? 0) }
    }
    acceptedByYear = byYear(accepted)
    graduatedByYear = byYear(graduated)
    licenses = license.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map { ($0.key, $0.value) }
  }
}

extension Explorer {
  mutating func settleStatistics() {
    if statistics == nil { statistics = Statistics(catalog: catalog, outline: outline) }
    let width = statisticsRect.width
    statisticsLines = layStatistics(width: max(1, width))
    let height = max(1, statisticsRect.height)
    navigation.statistics.offset = min(max(0, navigation.statistics.offset), max(0, statisticsLines.count - height))
  }

  private var statisticsRect: Rect {
    let body = layout.body
    return body.inset(left: 1, top: body.height >= 8 ? 1 : 0, right: 2)
  }

  mutating func moveInStatistics(_ move: Move) {
    guard case .rows(let rows) = move else { return }
    if rows == .up, navigation.statistics.offset == 0 {
      reachBar()
      return
    }
    let offset = navigation.statistics.offset + rows.count(page: max(1, statisticsRect.height - 1))
    navigation.statistics.offset = max(0, min(offset, statisticsLines.count))
  }

  func drawStatistics(in body: Rect, _ frame: inout Frame) {
    if body.height >= 8 { drawRule(in: body.row(0), &frame) }
    drawLines(statisticsLines, from: navigation.statistics.offset, in: statisticsRect, &frame)
    drawScroll(
      offset: navigation.statistics.offset, count: statisticsLines.count,
      in: body.inset(top: body.height >= 8 ? 1 : 0), &frame)
    frame.cursor = Point(x: statisticsRect.x, y: statisticsRect.y)
  }

  private func layStatistics(width: Int) -> [Line] {
    let isWide = width >= 120
    let column = isWide ? (width - 4) / 2 : min(width, 100)
    let counted = statistics ?? Statistics(catalog: catalog, outline: outline)
    let layers = outline.layers
    let left =
      bars(words.toolsPerLayer, layers.map { (name(of: .layer($0)), outline.count(of: $0), .heading) }, column)
      + bars(
        words.toolsPerCategory,
        layers.flatMap { outline.categories(of: $0) }.map { (name(of: .category($0)), outline.count(of: $0), .text) },
        column)
    var right = bars(
      words.byMaturity,
      counted.maturities.map { word, count in
        let mark = word.isEmpty ? "" : glyphs.mark(ofMaturity: word) + " "
        return (mark + (word.isEmpty ? words.noFoundation : words.maturity(word)), count, Role(maturity: word))
      }, column)
    right += bars(words.acceptedByYear, counted.acceptedByYear.map { ($0.word, $0.count, .text) }, column)
    right += bars(words.promotionsByYear, counted.graduatedByYear.map { ($0.word, $0.count, .graduated) }, column)
    right += bars(words.licenses, counted.licenses.map { ($0.word, $0.count, .text) }, column)
    if left.isEmpty, right.isEmpty { return TextFlow(textWidth).lines(emptiness, .dim, width: width) }
    guard isWide else { return left + right }
    return (0..<max(left.count, right.count)).map { row in
      var spans = row < left.count ? left[row].spans : []
      let used = spans.reduce(0) { $0 + textWidth.columns($1.text) }
      spans.append(Span(String(repeating: " ", count: max(0, column + 4 - used))))
      if row < right.count { spans += right[row].spans }
      return Line(spans)
    }
  }

  /// A section of bars, with a blank line below.
  private func bars(_ title: String, _ rows: [(name: String, count: Int, role: Role)], _ width: Int) -> [Line] {
    guard !rows.isEmpty else { return [] }
    let most = max(1, rows.map(\.count).max() ?? 1)
    let names = min(rows.map { textWidth.columns($0.name) }.max() ?? 0, max(4, width / 2))
    let digits = "\(most)".count
    let room = max(0, width - names - digits - 2)
    var lines = [Line(title, .strong)]
    for row in rows {
      let eighths = row.count == 0 ? 0 : max(1, row.count * room * 8 / most)
      let count = "\(row.count)"
      lines.append(
        Line([
          Span(padded(row.name, names) + " "),
          Span(String(repeating: " ", count: max(0, digits - count.count)) + count + " ", .dim),
          Span(glyphs.bar(eighths: eighths), row.role),
        ]))
    }
    return lines + [.blank]
  }
}
