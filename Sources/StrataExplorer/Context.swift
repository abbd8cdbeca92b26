import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText

/// What all screens look at and none of them changes.
struct Context: Sendable {
  var catalog: Catalog
  var language: Language { didSet { words = Words[language] } }
  private(set) var words: Words
  var theme: Theme
  /// The name of the theme that a person has chosen on the screen.
  var chosenTheme: String?
  var usesColor: Bool
  var themes: @Sendable () -> [Theme]
  private(set) var glyphs: Glyphs
  var textWidth: TextWidth { didSet { glyphs = .drawn(in: textWidth) } }
  var keyMap: KeyMap
  /// Whether the mouse is strata's, and whether a person has said so on the screen.
  var usesMouse: Bool
  var mouseIsChosen = false
  /// What lists of tools show beside names.
  var columns: [ListColumn]
  /// Whether what shows is read out line by line.
  let isAccessible: Bool
  /// Whether the footer says how one moves, because nobody has moved yet.
  var isFirstRun: Bool
  /// Whether something is to be chosen: see `Explorer.Start`.
  let picks: Bool
  var size: Size
  /// The one place, the one query, and what lists show under it.
  var place = Place()
  var query = ListQuery()
  var marks = Marks()
  /// The teams' own stacks as they were read, and laid over the catalog.
  var openStacks: [OpenStack]
  var stacks = TeamStacks()
  /// Where the first change is kept as long as there is no stack; nil: it is asked for, among the places.
  var stackPath: String?
  let stackPlaces: [StackPlace]
  /// How many changes can be taken back.
  var stackChanges = 0
  /// What one had seen of a catalog when one was last here, and what is new since.
  var seen: CatalogSeen?
  var news: CatalogNews?
  /// The scan of folders that was begun last.
  var scan: FolderScan?
  var outline: Outline
  /// The pages in the order of a book.
  var book: [Page]
  /// The catalog's warnings, as text.
  var findings: Findings
  /// Why the catalog's last change could not be read, as long as the one before it stays.
  var reloadFailure: String?
  /// What is wrong with the configuration.
  var complaints: Explorer.Complaints
  /// The preview's share of the screen in per cent.
  var previewShare = Explorer.Configuration.defaultPreviewShare
  /// Whether the keys go to the screen, and not to the bar or to what lies above it.
  var hasKeys = true
  /// Earlier searches, the newest first.
  var searches: [String] = []
  /// The columns that names take.
  private(set) var nameColumns = NameColumns()

  /// The columns of the longest row in the list of layers, in that of any layer's categories, and by layer in that of its own: the
  /// sign, the name, the count with its air, the rule behind it.
  struct NameColumns: Sendable {
    var layer = 0
    var category = 0
    var categories: [Int] = []
    /// In the list of tools that was measured last, of the longest name.
    var tools: (list: ToolListKey, columns: Int)?
  }

  /// The list of a category's tools under a query.
  struct ToolListKey: Hashable {
    var category: CategoryID
    var query: ListQuery
  }

  private var toolListKey: ToolListKey? {
    place.category.map { ToolListKey(category: $0, query: outline.query) }
  }

  /// After another place or query: names are measured once, and asked for several times.
  mutating func measureTools() {
    if let key = toolListKey { nameColumns.tools = (key, toolNameColumns) }
  }

  /// The columns of the longest name among the first tools of the category one is in.
  var toolNameColumns: Int {
    guard let key = toolListKey else { return 0 }
    if let known = nameColumns.tools, known.list == key { return known.columns }
    return ToolColumns.widestName(outline.tools(of: key.category), self)
  }

  init(catalog: Catalog, configuration: Explorer.Configuration, size: Size) {
    self.catalog = catalog
    self.size = size
    language = configuration.language
    words = Words[configuration.language]
    findings = configuration.findings
    openStacks = configuration.stacks
    stackPath = configuration.stackPath
    stackPlaces = configuration.stackPlaces
    keyMap = configuration.keyMap
    picks = configuration.start.picks
    textWidth = configuration.textWidth
    theme = configuration.theme
    usesColor = configuration.usesColor
    themes = configuration.themes
    usesMouse = configuration.usesMouse
    columns = configuration.columns
    isAccessible = configuration.isAccessible
    isFirstRun = configuration.isFirstRun
    complaints = configuration.complaints
    glyphs = .drawn(in: configuration.textWidth)
    outline = Outline(catalog: catalog, query: ListQuery())
    book = catalog.book
    measure()
  }

  /// What a theme is drawn in: without its colors, where there are to be none.
  func drawn(_ theme: Theme) -> Theme { usesColor ? theme : theme.withoutColor }

  /// After another catalog or language.
  mutating func measure() {
    func columns(_ name: String, count: Int) -> Int { textWidth.columns(name) + "\(count)".count + 4 }
    nameColumns = NameColumns(layer: textWidth.columns(words.besideAllFloors) + 7)
    for layer in catalog.layerIDs {
      var widest = 0
      var count = 0
      for category in catalog.categories(of: layer) {
        let own = catalog.toolCount(of: category)
        widest = max(widest, columns(name(of: .category(category)), count: own))
        count += own
      }
      nameColumns.categories.append(widest)
      nameColumns.category = max(nameColumns.category, widest)
      nameColumns.layer = max(nameColumns.layer, columns(name(of: .layer(layer)), count: count))
    }
  }

  var flow: TextFlow { TextFlow(textWidth) }
  var layout: Layout { Layout(glyphs: glyphs, textWidth: textWidth, rows: size.rows) }

  /// Whether there is anything to be told of catalog or configuration.
  var hasFindings: Bool { !findings.isEmpty || reloadFailure != nil || !complaints.texts.isEmpty }

  /// Whether all tools can be looked at while a key is handled.
  var isOfUsualSize: Bool { catalog.tools.count < 20_000 }

  /// Whether a name can be drawn: where only ASCII is and the language is English, those of another script are left out.
  func isDrawn(_ name: String) -> Bool {
    !textWidth.drawsASCII || language != .en || name.unicodeScalars.allSatisfy(\.isASCII)
  }

  // MARK: Words

  func string(_ text: LocalizedText) -> String { catalog.string(text, in: language) }

  /// Bytes of a name that the screen looks at: more than any name has that is meant to be read. A name without end is made into a
  /// string, counted and drawn with every key.
  static let nameLength = 1 << 12

  /// A text that is drawn in one line, or its beginning with an ellipsis.
  func shown(_ text: Text) -> String {
    catalog.string(text, upTo: Context.nameLength) + (text.length > Context.nameLength ? textWidth.ellipsis : "")
  }

  func shown(_ text: LocalizedText) -> String { shown(text.choose(language)) }

  func shown(_ text: String) -> String {
    guard text.utf8.count > Context.nameLength else { return text }
    // At most so many bytes.
    return String(text.unicodeScalars.prefix(Context.nameLength / 4)) + textWidth.ellipsis
  }

  func name(of subject: Subject) -> String { shown(nameText(of: subject)) }

  /// The name to its end, for what leaves the screen.
  func wholeName(of subject: Subject) -> String { catalog.string(nameText(of: subject)) }

  private func nameText(of subject: Subject) -> Text {
    switch subject {
    case .layer(let layer): catalog[layer].name.choose(language)
    case .category(let category): catalog[category].name.choose(language)
    case .tool(let tool): catalog[tool].name
    }
  }

  /// Columns of a text that is drawn in one line; one more than the screen, or a printed page, has where there are more.
  func columns(_ text: String) -> Int {
    textWidth.columns(text, upTo: max(size.columns, PageScreen.tableColumns) + 1)
  }

  func title(of page: Page) -> String {
    switch page {
    case .introduction: words.introduction
    case .choosing: words.howToChoose
    case .recap: words.recap
    case .theme(let theme): shown(catalog.themes[theme].name)
    case .layer, .category, .tool: page.subject.map(name(of:)) ?? ""
    }
  }

  /// The title to its end, for what leaves the screen.
  func wholeTitle(of page: Page) -> String { page.subject.map(wholeName(of:)) ?? title(of: page) }

  /// The names from the landscape to a subject.
  func path(to subject: Subject?) -> [String] {
    let landscape = shown(catalog.landscape.name)
    var names = [landscape.isEmpty ? "strata" : landscape]
    func add(_ subject: Subject) {
      switch subject {
      case .layer: break
      case .category(let category): add(.layer(catalog[category].layer))
      case .tool(let tool): add(.category(catalog[tool].category))
      }
      names.append(name(of: subject))
    }
    subject.map(add)
    return names
  }

  func path(to page: Page) -> [String] {
    switch page {
    case .introduction, .choosing: path(to: Subject?.none) + [title(of: page)]
    case .theme: path(to: Subject?.none) + [words.themes, title(of: page)]
    case .recap(let layer): path(to: .layer(layer)) + [words.recap]
    case .layer, .category, .tool: path(to: page.subject)
    }
  }

  /// The tools that the map lights: those of the theme that is read.
  var litTools: [ToolID] { place.theme.map { Array(catalog.tools(of: catalog.themes[$0])) } ?? [] }

  /// The mark of a tool: of its maturity, or of its life where that is over.
  func mark(of tool: ToolID) -> Span {
    var mark = sign(of: tool)
    mark.text += " "
    return mark
  }

  /// The same without the blank behind it.
  func sign(of tool: ToolID) -> Span {
    let maturity = catalog.maturity(of: tool)
    let status = catalog[tool].status
    if maturity != "archived", let sign = glyphs.mark(of: status) { return Span(sign, Role(life: status)) }
    return Span(glyphs.mark(ofMaturity: maturity), Role(maturity: maturity))
  }

  /// What stands before the name of a tool in a list: its mark, its status in our stack, then a
  /// sign where it is marked by hand.
  func lead(of tool: ToolID) -> [Span] {
    if isAccessible { return spokenLead(of: tool) }
    let marked = marks.contains(tool) ? Span(glyphs.marked, .sign) : Span(" ")
    return stacks.isEmpty ? [sign(of: tool), marked] : [sign(of: tool), statusSign(of: tool), marked]
  }

  /// The same in words.
  private func spokenLead(of tool: ToolID) -> [Span] {
    var words: [String] = []
    if marks.contains(tool) { words.append(self.words.choosing.marked) }
    let status = stacks.status(of: tool)
    if !status.isEmpty { words.append(self.words.title(ofStatus: status)) }
    return words.isEmpty ? [] : [Span(words.joined(separator: listSeparator) + self.words.colon)]
  }

  /// Columns of that.
  var leadColumns: Int { stacks.isEmpty ? 2 : 3 }

  /// The word for that mark; empty for a tool without one.
  func word(of tool: ToolID) -> String {
    let maturity = catalog.maturity(of: tool)
    switch catalog[tool].status {
    case .active: return words.maturity(maturity)
    case .maintenance: return maturity.isEmpty ? words.title(of: Life.Status.maintenance) : words.maturity(maturity)
    case .deprecated, .retired:
      return maturity == "archived" ? words.maturity(maturity) : words.title(of: catalog[tool].status)
    }
  }

  /// Columns of the longest word for a mark; of a foundation's own words no more than a few.
  var widestWord: Int {
    let all = catalog.maturities.map(words.maturity) + Life.Status.allCases.dropFirst().map(words.title)
    return min(14, all.reduce(0) { max($0, columns($1)) })
  }

  /// Counted marks, the most established first and what is over last.
  func inOrder(_ marks: [(mark: Span, word: String, count: Int)]) -> [(mark: Span, word: String, count: Int)] {
    let order = Glyphs.maturities.dropLast().map(words.maturity)
    let last = [
      words.title(of: Life.Status.deprecated), words.title(of: Life.Status.retired), words.maturity("archived"),
    ]
    func place(_ word: String) -> Int {
      order.firstIndex(of: word) ?? last.firstIndex(of: word).map { 100 + $0 } ?? 50
    }
    return marks.sorted { place($0.word) < place($1.word) }
  }

  /// A key as people write it, without arrows where only ASCII is drawn.
  func keyName(_ key: Key) -> String { key.name(space: words.space, inASCII: glyphs.isASCII) }

  /// The first key of an action in a mode, as people write it.
  func keyName(of action: Action, in mode: Mode? = nil) -> String {
    keyMap.key(for: action, in: mode).map(keyName) ?? ""
  }

  /// A sentence with a key in the place of its `{key}`.
  func filled(_ sentence: String, key: String) -> String {
    guard let place = sentence.firstPlace(of: "{key}") else { return sentence }
    return sentence[..<place.lowerBound] + key + sentence[place.upperBound...]
  }

  /// The same with an action's key; where it has none, the palette's way to it.
  func filled(_ sentence: String, keyOf action: Action, in mode: Mode? = nil) -> String {
    let own = keyName(of: action, in: mode)
    let key = own.isEmpty ? keyName(of: action) : own
    return filled(sentence, key: key.isEmpty ? "\(keyName(of: .palette)) \(words.title(of: action))" : key)
  }

  /// Text cut or filled to so many columns.
  func padded(_ text: String, _ columns: Int) -> String {
    let cut = textWidth.truncated(text, columns: columns)
    return cut + Repeated.blanks(columns - textWidth.columns(cut, upTo: columns))
  }

  /// The beginning of a text, a file's own before strata's, in one line: enough of it for so many columns, also where characters have marks.
  func oneLine(_ text: LocalizedText, columns: Int) -> String {
    let most = 4 * Context.scalars(ofLine: columns)
    return oneLine(
      text.passages(in: language).first.map { catalog.string($0.text, upTo: most) } ?? "", columns: columns)
  }

  /// How many scalars of a text are looked at for so many columns.
  private static func scalars(ofLine columns: Int) -> Int { 4 * columns + 64 }

  func oneLine(_ text: String, columns: Int) -> String {
    var bytes: [UInt8] = []
    var rest = Context.scalars(ofLine: columns)
    let between: [UInt8] = language.choose(en: [0x20], zh: [])
    var endsLine = false
    for byte in text.utf8 {
      // A character begins with any byte but 0b10xxxxxx.
      if byte & 0xC0 != 0x80 {
        guard rest > 0 else { break }
        rest -= 1
      }
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "`"): continue
      case 0x0A...0x0D: endsLine = true
      default:
        if endsLine, !bytes.isEmpty { bytes += between }
        endsLine = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Why a list has nothing to show.
  var emptiness: String {
    if catalog.layers.isEmpty { return words.emptyCatalog }
    return query.narrows ? filled(words.nothingPasses, keyOf: .liftQuery, in: .browse) : words.noCategories
  }

  /// `3 of 12 tools`, or `3/12 个工具`.
  func share(_ part: Int, of whole: Int, _ noun: String) -> String { share("\(part)", of: whole, noun) }

  func share(_ part: String, of whole: Int, _ noun: String) -> String {
    switch language {
    case .en: "\(part) \(words.of) \(whole) \(noun)"
    case .zh: "\(part)/\(whole) \(noun)"
    }
  }

  /// `tool 3 of 12`, or `第 3/12 个工具`; empty where there is none.
  func ordinal(_ index: Int, of count: Int, _ noun: String) -> String {
    guard count > 0 else { return "" }
    return switch language {
    case .en: "\(noun) \(index + 1) \(words.of) \(count)"
    case .zh: "第 \(index + 1)/\(count) \(noun)"
    }
  }

  var listSeparator: String { language.choose(en: ", ", zh: "、") }
}

extension Catalog {
  /// The pages in the order of a book: how to read it, each layer with its categories and its recap, the themes, how to choose.
  var book: [Page] {
    var pages: [Page] = [.introduction]
    for layer in readingOrder == layerIDs ? Outline.layersInOrder(of: self) : readingOrder {
      pages.append(.layer(layer))
      pages += categories(of: layer).map(Page.category)
      if !self[layer].recap.isEmpty || !self[layer].guideRecap.isEmpty { pages.append(.recap(layer)) }
    }
    pages += themes.indices.map(Page.theme)
    if !landscape.choosing.isEmpty { pages.append(.choosing) }
    return pages
  }
}
