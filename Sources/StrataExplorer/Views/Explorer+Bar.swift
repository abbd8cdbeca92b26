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
    case .search: .search
    case .language: .toggleLanguage
    case .help: .help
    case .quit: .quit
    }
  }
}

extension Explorer {
  private func label(of item: BarItem) -> String {
    let key = keyMap.key(for: item == .quit ? .close : item.action).map(keyName) ?? ""
    return "\(key) \(name(of: item))"
  }

  func name(of item: BarItem) -> String {
    switch item {
    case .view(let view): words.title(of: view)
    case .search: words.search
    case .language: words.otherLanguage
    case .help: words.help
    case .quit: words.quit
    }
  }

  /// Where each item stands: the views from the left, the rest at the right where there is room. Items are shortened to their
  /// keys where there is not.
  func barRects(in rect: Rect) -> [Rect] {
    barItems(in: rect).map(\.rect)
  }

  private func barItems(in rect: Rect) -> [(label: String, rect: Rect)] {
    let name = rect.width >= 60 ? 8 : 0
    let full = BarItem.all.map(label)
    let short = full.map { String($0.prefix { $0 != " " }) }
    // On a very narrow screen one column of air is enough.
    let air = short.reduce(0) { $0 + textWidth.columns($1) + 2 } > rect.width ? 1 : 2
    func total(_ labels: [String]) -> Int { labels.reduce(name) { $0 + textWidth.columns($1) + air } }
    var labels = full
    for index in labels.indices.reversed() where total(labels) > rect.width { labels[index] = short[index] }
    var x = rect.x + name
    var items: [(String, Rect)] = []
    for (index, label) in labels.enumerated() {
      if index == View.allCases.count {
        x = max(x, rect.maxX - labels[index...].reduce(0) { $0 + textWidth.columns($1) + air })
      }
      let width = textWidth.columns(label) + air
      items.append((label, Rect(x: x, y: rect.y, width: min(width, max(0, rect.maxX - x)), height: rect.height)))
      x += width
    }
    return items
  }

  func drawBar(in rect: Rect, _ frame: inout Frame) {
    guard !rect.isEmpty else { return }
    if rect.width >= 60 { frame.write(" strata", in: rect, theme[.title]) }
    for (index, item) in barItems(in: rect).enumerated() {
      let isCurrent = BarItem.all[index] == .view(navigation.view)
      let inner = item.rect.inset(left: 1)
      if barItem == index {
        frame.fill(item.rect, theme[.barFocused])
        frame.write(item.label, in: inner, theme[.barFocused])
      } else {
        frame.write(item.label, in: inner, theme[isCurrent ? .barCurrent : .bar])
      }
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
      let effects = perform(BarItem.all[item].action)
      // The language changes under one's hands; the keys stay in the bar.
      if BarItem.all[item] == .language { barItem = item }
      return effects
    case .rows, .nextPage, .previousPage, .toggle: break
    }
    return []
  }

  /// ↑ from the first row of a view.
  mutating func reachBar() { barItem = navigation.view.rawValue }
}
