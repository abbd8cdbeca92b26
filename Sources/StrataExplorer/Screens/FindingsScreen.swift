import StrataCatalog
import StrataScreen
import StrataSearch

/// The catalog's warnings, with their places. Only what shows is laid out: of thousands nobody counts the lines.
struct FindingsScreen: ScreenState {
  /// The first warning on the screen, and how many of its lines stand above it.
  private var first = 0
  private var skipped = 0
  private var height = 1
  private var width = 1
  private var hasMore = false

  var screen: Screen { .findings(self) }
  var mode: Mode { .findings }
  var isOverlay: Bool { true }
  func path(_ context: Context) -> [String] { [context.words.findings] }
  func subject(_ context: Context) -> Subject? { nil }
  func position(_ context: Context, _ work: Workbench) -> String {
    let count = context.findings.count + context.complaints.texts.count
    return count == 0 ? "" : context.words.count(ofWarnings: count)
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(let rows): rows.count(page: height) < 0 ? first > 0 || skipped > 0 : hasMore
    case .goOut: true
    case .goIn, .open, .next, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear,
      .narrow:
      false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(.first): (first, skipped) = (0, 0)
    case .rows(.last): (first, skipped) = (FindingsScreen.count(context), 0)
    case .rows(let rows):
      let steps = rows.count(page: max(1, height - 1))
      for _ in 0..<abs(steps) { if steps < 0 { stepUp(context) } else { stepDown(context) } }
    case .goOut: return .close
    case .goIn, .open, .next, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear,
      .narrow:
      break
    }
    return nil
  }

  private mutating func stepUp(_ context: Context) {
    if skipped > 0 {
      skipped -= 1
    } else if first > 0 {
      first -= 1
      skipped = FindingsScreen.lines(first, context, width).count - 1
    }
  }

  private mutating func stepDown(_ context: Context) {
    guard first < FindingsScreen.count(context) else { return }
    skipped += 1
    if skipped >= FindingsScreen.lines(first, context, width).count { (first, skipped) = (first + 1, 0) }
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    let count = FindingsScreen.count(context)
    height = max(1, areas.body.height)
    width = max(1, areas.body.width - 2)
    first = min(first, count)
    var shown = lines(context)
    // The last screen is full.
    while shown.count < height, first > 0 || skipped > 0 {
      stepUp(context)
      shown =
        first == 0 && skipped == 0 ? lines(context) : [FindingsScreen.lines(first, context, width)[skipped]] + shown
    }
    hasMore = shown.count > height
    layout.place(shown, in: areas.body.inset(left: 1, right: 1))
    if hasMore || first > 0 { layout.scroll(offset: first, count: max(count, height + 1), in: areas.body) }
    layout.cursor = Point(x: areas.body.x, y: areas.body.y)
    return layout
  }

  /// From the first line on the screen on, one more than fits.
  private func lines(_ context: Context) -> [Line] {
    var lines: [Line] = []
    var index = first
    while lines.count <= height + skipped, index < FindingsScreen.count(context) {
      lines += FindingsScreen.lines(index, context, width)
      index += 1
    }
    return Array(lines.dropFirst(skipped).prefix(height + 1))
  }

  /// Lines that one warning takes at most, and the letters of a line that are looked at.
  private static let lineLimit = 12
  private static let textLimit = 2000

  /// The failure of the last reading comes first, then the warnings.
  private static func count(_ context: Context) -> Int {
    context.complaints.texts.count + context.findings.count + (context.reloadFailure == nil ? 0 : 1)
  }

  private static func lines(_ index: Int, _ context: Context, _ width: Int) -> [Line] {
    var number = index - context.complaints.texts.count
    if number < 0 { return lines(of: context.complaints.texts[index], .problem, context, width) }
    if let failure = context.reloadFailure {
      if number == 0 {
        return Array(context.flow.lines(String(failure.prefix(textLimit)), .problem, width: width).prefix(lineLimit))
      }
      number -= 1
    }
    return lines(of: context.findings[number], .warning, context, width)
  }

  private static func lines(of finding: String, _ role: Role, _ context: Context, _ width: Int) -> [Line] {
    let parts = finding.split(separator: "\n", maxSplits: lineLimit, omittingEmptySubsequences: false)
    // The first line of a finding may wrap; its source line and caret must not.
    var lines = context.flow.lines(String(parts[0].prefix(textLimit)), role, width: width)
    // What points at a place by where it stands says nothing when it is read out.
    let rest = parts.dropFirst().filter { !context.isAccessible || $0.contains { !" ^~".contains($0) } }
    lines += rest.map { Line("  " + $0.prefix(textLimit), .dim) }
    return Array(lines.prefix(lineLimit))
  }
}

// MARK: The pointer

extension FindingsScreen {
  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    for _ in 0..<abs(rows) { if rows < 0 { stepUp(context) } else { stepDown(context) } }
  }
}
