import StrataCatalog
import StrataScreen
import StrataSearch

/// What stands in the first line.
enum BarItem: Hashable, Sendable {
  case view(View)
  case search, language, help, quit

  static let all: [BarItem] = View.allCases.map(BarItem.view) + [.search, .language, .help, .quit]

  var action: Action {
    switch self {
    case .view(.browse): .showBrowse
    case .view(.map): .showMap
    case .view(.guide): .showGuide
    case .view(.statistics): .showStatistics
    case .view(.stack): .showStack
    case .search: .search
    case .language: .toggleLanguage
    case .help: .help
    case .quit: .close
    }
  }

  /// The actions that the bar shows.
  static let actions = Set(all.map(\.action))
}

extension Explorer {
  func name(of item: BarItem) -> String {
    switch item {
    case .view(let view): words.title(of: view)
    case .search: words.search
    case .language: context.glyphs.isASCII && context.language == .en ? words.otherLanguageInASCII : words.otherLanguage
    case .help: words.help
    case .quit: words.quit
    }
  }

  private func key(of item: BarItem) -> String { context.keyName(of: item.action, in: .browse) }

  /// Whether the item's key does what it says: in a prompt it is text.
  private func isAlive(_ item: BarItem) -> Bool {
    context.keyMap.key(for: item.action, in: .browse).map { context.keyMap.action(for: $0, in: mode) == item.action }
      ?? false
  }

  /// An item as it stands in the bar.
  struct BarPiece: Sendable {
    var line: Line
    var rect: Rect
  }

  /// What the pieces of the bar depend on.
  struct BarKey: Hashable, Sendable {
    var rect: Rect
    var mode: Mode
    var view: View
    var language: Language
  }

  /// Where each item stands: the views from the left, the rest at the right where there is room. Items are shortened to their
  /// keys where there is not.
  private func barPieces(_ key: BarKey) -> [BarPiece] {
    let rect = key.rect
    let textWidth = context.textWidth
    let name = rect.width >= 60 ? 8 : 0
    func measured(_ label: String) -> (text: String, columns: Int) { (label, textWidth.columns(label)) }
    let short = BarItem.all.map { measured(self.key(of: $0)) }
    var labels = zip(BarItem.all, short).map { item, key in measured("\(key.text) \(self.name(of: item))") }
    // On a very narrow screen one column of air is enough.
    let air = short.reduce(0) { $0 + $1.columns + 2 } > rect.width ? 1 : 2
    var total = labels.reduce(name) { $0 + $1.columns + air }
    for index in labels.indices.reversed() where total > rect.width {
      total -= labels[index].columns - short[index].columns
      labels[index] = short[index]
    }
    var x = rect.x + name
    var pieces: [BarPiece] = []
    for (index, (label, columns)) in labels.enumerated() {
      if index == View.allCases.count {
        x = max(x, rect.maxX - labels[index...].reduce(0) { $0 + $1.columns + air })
      }
      let width = columns + air
      let item = BarItem.all[index]
      let role: Role = item == .view(key.view) ? .barCurrent : isAlive(item) ? .bar : .barIdle
      pieces.append(
        BarPiece(
          line: Line(label, role),
          rect: Rect(x: x, y: rect.y, width: min(width, max(0, rect.maxX - x)), height: rect.height)))
      x += width
    }
    return pieces
  }

  mutating func layBar(in rect: Rect, _ layout: inout Layout) {
    guard !rect.isEmpty else { return }
    if rect.width >= 60 { layout.place(" strata", .title, in: rect) }
    let key = BarKey(rect: rect, mode: mode, view: navigation.view, language: context.language)
    let pieces = work.bar[key] ?? barPieces(key)
    work.bar.keep(pieces, for: key)
    for (index, piece) in pieces.enumerated() {
      var line = piece.line
      if barItem == index {
        layout.fill(piece.rect, .barFocused)
        layout.cursor = Point(x: piece.rect.x, y: rect.y)
        layout.showsCursor = false
        line.spans[0].role = .barFocused
      }
      layout.place(line, in: piece.rect.inset(left: 1), spot: .bar(index))
    }
  }

  func barAnswers(_ move: Move) -> Bool {
    switch move {
    case .goIn, .goOut, .next, .previous, .open, .rows(.down), .rows(.first), .rows(.last): true
    case .rows, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: false
    }
  }

  mutating func moveInBar(_ move: Move) -> [Effect] {
    guard let item = barItem else { return [] }
    switch move {
    case .goIn, .next: barItem = (item + 1) % BarItem.all.count
    case .goOut, .previous: barItem = (item + BarItem.all.count - 1) % BarItem.all.count
    case .rows(.down): barItem = nil
    case .rows(.first): barItem = 0
    case .rows(.last): barItem = BarItem.all.count - 1
    case .open:
      barItem = nil
      let action = BarItem.all[item].action
      // From the bar one leaves the program, and not what lies on the screen.
      let effects = perform(action == .close ? .quit : action)
      // The language changes under one's hands; the keys stay in the bar.
      if BarItem.all[item] == .language { barItem = item }
      return effects
    case .rows, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    return []
  }
}
