import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText

/// What can be copied of a subject.
enum Copyable: CaseIterable {
  case name, url, repository, json, markdown

  var action: Action {
    switch self {
    case .name: .copyName
    case .url: .copyURL
    case .repository: .copyRepository
    case .json: .copyJSON
    case .markdown: .copyMarkdown
    }
  }

  /// Whether it is short enough to be shown in a popup.
  var isShort: Bool { self != .json && self != .markdown }
}

/// What one does with a tool: open its addresses, copy it; and the order of tools.
extension Explorer {
  mutating func choose(_ choice: Menu.Choice) -> [Effect] {
    switch choice {
    case .perform(let action): return perform(action)
    case .open(let url): return [.open(url: url)]
    case .copy(let text, let name): return [.copy(text: text, name: name)]
    case .sort(let order):
      changeOrder { current, _ in current = order }
      return []
    }
  }

  // MARK: Opening

  /// The selected tool's homepage, or else its repository.
  var homepage: String? {
    guard case .tool(let tool)? = subject else { return nil }
    return [catalog[tool].homepage, catalog[tool].repository].map(catalog.string).first { !$0.isEmpty }
  }

  mutating func openHomepage() -> [Effect] {
    if let homepage { return [.open(url: homepage)] }
    toast = Toast(text: subject == nil ? words.noSelection : words.noHomepage)
    return []
  }

  /// The addresses of what is selected or read, each once.
  var linkItems: [Menu.Item] {
    var items: [Menu.Item] = []
    func add(_ title: String, _ url: String) {
      guard !url.isEmpty, !items.contains(where: { $0.detail == url }) else { return }
      items.append(Menu.Item(key: nil, title: title, detail: url, choice: .open(url: url)))
    }
    if let laid = pageLayout {
      // As they are numbered on the page.
      for address in laid.addresses { add(address.title, address.url) }
    } else if case .tool(let tool)? = subject {
      add(words.homepage, catalog.string(catalog[tool].homepage))
      add(words.repository, catalog.string(catalog[tool].repository))
      for field in catalog.fields(of: tool) where field.key == .link {
        add(words.title(ofLink: catalog.string(field.label)), catalog.string(field.value))
      }
    }
    return items
  }

  /// The keys of a popup's items: digits, then the letters that do nothing else there.
  private var menuKeys: [Character] {
    "123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
      .filter { keyMap.action(for: .character($0), in: .menu) == nil }.map { $0 }
  }

  mutating func chooseLink() {
    var items = linkItems
    for (index, key) in zip(items.indices, menuKeys) { items[index].key = key }
    guard !items.isEmpty else {
      toast = Toast(text: words.noLinks)
      return
    }
    overlays.append(.menu(Menu(title: words.openWhich, items: items)))
  }

  // MARK: Copying

  mutating func openCopyMenu() {
    guard subject != nil else {
      toast = Toast(text: words.noSelection)
      return
    }
    let items = Copyable.allCases.compactMap { what in
      copied(what).map { copied in
        Menu.Item(
          key: letter(of: what.action), title: copied.name, detail: what.isShort ? copied.text.string : "",
          choice: .copy(text: copied.text, name: copied.name))
      }
    }
    overlays.append(.menu(Menu(title: words.copyWhat, items: items)))
  }

  /// The letter of an action, for a popup.
  private func letter(of action: Action) -> Character? {
    if case .character(let letter)? = keyMap.key(for: action)?.code { letter } else { nil }
  }

  mutating func copy(_ what: Copyable) -> [Effect] {
    guard let (text, name) = copied(what) else {
      toast = Toast(text: subject == nil ? words.noSelection : words.noHomepage)
      return []
    }
    return [.copy(text: text, name: name)]
  }

  /// A part of the selected subject as text, and what to call it; nil where there is none.
  func copied(_ what: Copyable) -> (text: VisibleText, name: String)? {
    guard let subject else { return nil }
    var homepage = ""
    var repository = ""
    if case .tool(let tool) = subject {
      homepage = catalog.string(catalog[tool].homepage)
      repository = catalog.string(catalog[tool].repository)
    }
    switch what {
    case .name: return (VisibleText(name(of: subject)), words.name)
    case .url: return homepage.isEmpty ? nil : (VisibleText(homepage), words.url)
    case .repository: return repository.isEmpty ? nil : (VisibleText(repository), words.repository)
    case .json: return (VisibleText(json: json(of: subject)), words.json)
    case .markdown: return (markdown(of: subject), words.markdown)
    }
  }

  /// A tool as `strata list` prints it; of layers and categories what they are.
  private func json(of subject: Subject) -> String {
    func text(_ key: String, _ text: LocalizedText) -> [(key: String, value: String)] {
      text.isEmpty ? [] : [(key, JSONText.localized(text, in: catalog))]
    }
    func id(_ key: String, _ text: Text) -> [(key: String, value: String)] {
      [(key, JSONText.quoted(catalog.string(text)))]
    }
    switch subject {
    case .layer(let layer):
      let record = catalog[layer]
      return JSONText.object(id("id", record.id) + text("name", record.name) + text("summary", record.summary))
    case .category(let category):
      let record = catalog[category]
      return JSONText.object(
        id("id", record.id) + text("name", record.name) + id("layer", catalog[record.layer].id)
          + text("what", record.what))
    case .tool(let tool): return ListReport.json(of: tool, in: catalog)
    }
  }

  private func markdown(of subject: Subject) -> VisibleText {
    let name = name(of: subject)
    guard case .tool(let tool) = subject else { return "**\(name)**" }
    let homepage = catalog.string(catalog[tool].homepage)
    let summary = catalog.string(catalog[tool].summary, in: language)
    let head: VisibleText = homepage.isEmpty ? "**\(name)**" : "[\(name)](\(homepage))"
    // One sentence a line in the source; one line on the clipboard.
    let line = summary.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.isEmpty ? head : "\(head): \(line)"
  }

  // MARK: Order

  func title(of order: Sort) -> String {
    switch order {
    case .relevance: search == nil ? words.catalogOrder : words.bestMatch
    case .name: words.name
    case .maturity: words.maturity
    case .accepted: words.year
    case .stars: words.stars
    }
  }

  /// The order of what is shown: of results, or else of the tools everywhere.
  private var shownOrder: (order: Sort, isReversed: Bool) {
    search.map { ($0.order, $0.isReversed) } ?? (filter.order, filter.isReversed)
  }

  /// The order where it is not the usual one; or else empty.
  var orderText: String {
    let (order, isReversed) = shownOrder
    guard order != .relevance else { return isReversed ? words.reversed : "" }
    let reversed = language == .zh ? "（\(words.reversed)）" : " (\(words.reversed))"
    return words.sortedBy + title(of: order).lowercased() + (isReversed ? reversed : "")
  }

  mutating func changeOrder(_ change: (inout Sort, inout Bool) -> Void) {
    if var state = search {
      change(&state.order, &state.isReversed)
      state.restart()
      search = state
    } else if navigation.view == .statistics, navigation.sheets.isEmpty {
      toast = Toast(text: words.nothingToSort)
    } else {
      changeFilter { change(&$0.order, &$0.isReversed) }
    }
  }

  mutating func openSortMenu() {
    if navigation.view == .statistics, navigation.sheets.isEmpty {
      toast = Toast(text: words.nothingToSort)
      return
    }
    let shown = shownOrder
    let orders = Sort.available(in: catalog)
    var items = orders.enumerated().map { index, order in
      Menu.Item(
        key: Character("\(index + 1)"), title: title(of: order), detail: order == shown.order ? glyphs.checked : "",
        choice: .sort(order))
    }
    items.append(
      Menu.Item(
        key: letter(of: .reverseSort), title: words.title(of: .reverseSort),
        detail: shown.isReversed ? glyphs.checked : "",
        choice: .perform(.reverseSort)))
    var menu = Menu(title: words.sortBy, items: items)
    menu.list.selected = orders.firstIndex(of: shown.order) ?? 0
    overlays.append(.menu(menu))
  }
}
