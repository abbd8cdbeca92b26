import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText

/// What can be copied of a subject.
enum CopyPart: CaseIterable {
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

  /// Whether it is short enough to be shown.
  var isShort: Bool {
    switch self {
    case .name, .url, .repository: true
    case .json, .markdown: false
    }
  }
}

/// What one does with a tool: open its addresses, copy it.
extension Explorer {
  /// The page of what is selected, or the one that is read.
  var copiedPage: Page? { top.state.reading?.page ?? subject.map { Page($0) } }

  // MARK: Opening

  /// The selected tool's homepage, or else its repository.
  var homepage: String? {
    guard case .tool(let tool)? = subject else { return nil }
    return [catalog[tool].homepage, catalog[tool].repository].map(catalog.string).first { !$0.isEmpty }
  }

  /// The text of the page on the screen.
  private var pageText: PageText? { work.page(top.state.shownText) }

  /// The addresses of what is selected or read, each once.
  var linkItems: [MenuScreen.Item] {
    func item(_ title: String, _ url: String) -> MenuScreen.Item {
      MenuScreen.Item(key: nil, title: title, detail: url, choice: .open(url: url))
    }
    if let laid = pageText { return laid.addresses.map { item($0.title, $0.url) } }
    guard case .tool(let tool)? = subject else { return [] }
    var links = Addresses()
    links.add(words.homepage, catalog.string(catalog[tool].homepage))
    links.add(words.repository, catalog.string(catalog[tool].repository))
    for field in catalog.fields(of: tool) where field.key == .link {
      links.add(words.title(ofLink: catalog.string(field.label)), catalog.string(field.value))
    }
    return links.all.map { item($0.title, $0.url) }
  }

  /// The keys of a popup's items: digits, then the letters that do nothing else there.
  private var menuKeys: [Character] {
    "123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
      .filter { context.keyMap.action(for: .character($0), in: .menu) == nil }.map { $0 }
  }

  mutating func chooseLink() {
    var items = linkItems
    for (index, key) in zip(items.indices, menuKeys) { items[index].key = key }
    push(.menu(MenuScreen(title: words.openWhich, items: items)))
  }

  // MARK: Copying

  mutating func openCopyMenu() {
    let items = CopyPart.allCases.compactMap { part in
      copied(part).map { copied in
        MenuScreen.Item(
          key: letter(of: part.action), title: title(of: part), detail: part.isShort ? copied.text.string : "",
          choice: .copy(text: copied.text, name: copied.name))
      }
    }
    push(.menu(MenuScreen(title: words.copyWhat, items: items)))
  }

  /// The letter of an action, for a popup.
  func letter(of action: Action) -> Character? {
    if case .character(let letter)? = context.keyMap.key(for: action)?.code { letter } else { nil }
  }

  func copy(_ part: CopyPart) -> [Effect] { copied(part).map { [.copy(text: $0.text, name: $0.name)] } ?? [] }

  private func title(of part: CopyPart) -> String {
    switch part {
    case .name: words.name
    case .url: words.url
    case .repository: words.repository
    case .json: words.json
    case .markdown: words.markdown
    }
  }

  /// A part of the selected subject as text, and what to call it when it was copied: the text itself where it is short, or else
  /// what it is of. Nil where there is none.
  func copied(_ part: CopyPart) -> (text: VisibleText, name: String)? {
    guard let copiedPage else { return nil }
    var homepage = ""
    var repository = ""
    if case .tool(let tool) = copiedPage {
      homepage = catalog.string(catalog[tool].homepage)
      repository = catalog.string(catalog[tool].repository)
    }
    let page = PageExport(context, copiedPage)
    let text: VisibleText
    switch part {
    case .name: text = VisibleText(context.title(of: copiedPage))
    case .url: text = VisibleText(homepage)
    case .repository: text = VisibleText(repository)
    case .json: text = VisibleText(json: page.json)
    case .markdown: text = isPage ? page.markdown : page.shortMarkdown
    }
    guard !text.isEmpty else { return nil }
    let short = title(of: part) + words.colon + context.title(of: copiedPage)
    return (text, part.isShort ? text.string : short)
  }

  /// Whether a page is read: then it is copied whole.
  private var isPage: Bool { top.state.reading != nil }
}
