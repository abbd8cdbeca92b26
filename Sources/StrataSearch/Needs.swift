// Memory: lent.

import StrataCatalog
import Synchronization

/// What a catalog calls the things that people need: its categories, layers, kinds and themes, by their names and other words.
final class Needs: Sendable {
  /// How a word or a query stands to such a thing.
  enum Naming: UInt8, Comparable {
    /// Its whole name; a whole word of its name.
    case named
    /// One of its other words, or a whole word of one.
    case partly
    /// A word of it begins like this.
    case begun
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The words of one thing, folded.
  private struct Words: Sendable {
    var names: [[UInt8]] = []
    var others: [[UInt8]] = []
    /// The names, and all of them, canonical.
    var wholeNames: Set<[UInt8]> = []
    var wholes: Set<[UInt8]> = []
    /// All of them by their roots; next to no query asks for these.
    let roots: Lazy<Set<[UInt8]>>

    init(_ name: LocalizedText, _ aliases: some Sequence<LocalizedText>, _ catalog: Catalog) {
      names = Self.folded([name], catalog)
      others = Self.folded(aliases, catalog)
      wholeNames = Set(names.map(Inflection.canonical))
      wholes = wholeNames.union(others.map(Inflection.canonical))
      roots = Lazy { [names, others] in Set((names + others).map(Reading.roots)) }
    }

    /// Whether its name is meant.
    func isCalled(_ key: Reading.Key) -> Bool {
      switch key {
      case .canonical(let bytes): wholeNames.contains(bytes)
      case .roots: false
      }
    }

    /// Whether its name or one of its other words is meant.
    func isNamed(by key: Reading.Key) -> Bool {
      switch key {
      case .canonical(let bytes): wholes.contains(bytes)
      case .roots(let bytes): roots.value.contains(bytes)
      }
    }

    private static func folded(_ texts: some Sequence<LocalizedText>, _ catalog: Catalog) -> [[UInt8]] {
      texts.flatMap(\.all).filter { $0.length <= 256 }.flatMap { text in
        let string = catalog.string(text)
        return [Folding.bytes(string)] + NameForms.of(string)
      }
    }

    func naming(_ needle: Query.Needle) -> Naming? {
      guard Needs.canName(needle.mode) else { return nil }
      let whole = Inflection.canonical(needle.bytes)
      if wholeNames.contains(whole) { return .named }
      var best: Naming?
      // What all of a landscape is about is no other word for one part of it: `Kubernetes` of `Kubernetes logging`.
      let others = Query.contextWords.contains(needle.bytes) ? [] : others
      for (texts, whole) in [(names, Naming.named), (others, .partly)] {
        for text in texts {
          if best == .named { break }
          if let naming = text.withUnsafeBufferPointer({ Needs.naming(needle, in: $0, whole: whole) }) {
            best = min(best ?? naming, naming)
          }
        }
      }
      return wholes.contains(whole) ? min(best ?? .partly, .partly) : best
    }
  }

  private let layers: [Words]
  private let categories: [Words]
  private let kinds: [Words]
  private let tags: [Words]
  /// For each theme its name, and the parts that it joins, canonical.
  private let themes: [Set<[UInt8]>]
  /// For each category its terms, canonical.
  private let terms: [Set<[UInt8]>]
  /// For each maturity its words.
  private let maturities: [[[UInt8]]]
  /// For each class of licenses its words.
  private let classes: [[[UInt8]]]
  /// What strata's own catalog calls things, and which of its tools are in this one.
  private let background: Lazy<(needs: Needs, tools: [Int: [ToolID]])>?

  init(_ catalog: Catalog) {
    layers = catalog.layers.map { Words($0.name, [], catalog) }
    categories = catalog.categories.indices.map { index in
      Words(catalog.categories[index].name, catalog.aliases(of: CategoryID(index)), catalog)
    }
    kinds = catalog.kinds.indices.map { index in
      Words(catalog.kinds[index].name, catalog.aliases(of: KindID(index)), catalog)
    }
    tags = catalog.tags.map { Words($0.name, catalog.aliases(of: $0), catalog) }
    themes = catalog.themes.map { Self.parts(of: $0.name, catalog) }
    terms = catalog.categories.indices.map { index in
      Set(
        catalog.terms(of: CategoryID(index)).flatMap { [$0.term.en, $0.term.zh] }.filter { $0.length <= 256 }
          .map { Inflection.canonical(Folding.bytes(catalog.string($0))) }.filter { !$0.isEmpty })
    }
    maturities = catalog.maturities.map { Facet.maturity.words(of: $0) }
    classes = LicenseClass.allCases.map { $0.needWords.map { Folding.bytes($0) } }
    background = catalog.background.map { own in Lazy { (Needs(own), catalog.toolsOfBackground()) } }
  }

  /// A name and what it joins, canonical: `FinOps and energy` is also FinOps, and energy.
  private static func parts(of name: LocalizedText, _ catalog: Catalog) -> Set<[UInt8]> {
    var parts: Set<[UInt8]> = []
    for text in [name.en, name.zh] where !text.isEmpty && text.length <= 256 {
      let string = catalog.string(text)
      parts.insert(Inflection.canonical(Folding.bytes(string)))
      let pieces = string.split { ",&、与和".contains($0) }.flatMap { piece in
        piece.split(separator: " ").split(separator: "and").map { $0.joined(separator: " ") }
      }
      for piece in pieces { parts.insert(Inflection.canonical(Folding.bytes(piece))) }
    }
    parts.remove([])
    return parts
  }

  /// How a word stands to a text; `whole`: where it is whole words of it.
  private static func naming(
    _ needle: Query.Needle, in text: UnsafeBufferPointer<UInt8>, whole: Naming
  ) -> Naming? {
    var best: Naming?
    func consider(_ bytes: [UInt8], _ mode: Query.Needle.Mode) {
      for place in NeedleMatcher.places(of: bytes, in: text) where WordBoundary.starts(text, at: place) {
        let end = place + bytes.count
        let naming: Naming? =
          mode == .wholeWord
          ? WordBoundary.ends(text, at: end) ? whole : nil
          : (Inflection.ending(text, at: end) ?? .max) <= (bytes.count < 3 ? 0 : 2) ? whole : .begun
        if let naming { best = min(best ?? naming, naming) }
      }
    }
    consider(needle.bytes, needle.mode)
    for other in needle.others { consider(other.bytes, other.mode) }
    if best == nil, needle.mode == .anywhere, let pinyin = PinyinMatcher(needle.bytes),
      pinyin.place(in: text, breadth: .body) != nil
    {
      best = .begun
    }
    return best
  }

  /// Whether a word of this mode is one that a thing can be called by.
  private static func canName(_ mode: Query.Needle.Mode) -> Bool {
    switch mode {
    case .anywhere, .phrase, .wholeWord: true
    case .begins, .ends, .whole, .fuzzy: false
    }
  }

  /// What a word is worth to a subject because of where that stands, as tiers; `none`: nothing.
  struct Tiers: Sendable {
    static let none = RecordMatcher.none
    /// Of layers and categories, by their number; of tools, by their category, kind and maturity. Empty: none of them.
    private(set) var places: [UInt8] = []
    private(set) var tools: [UInt8] = []
    private(set) var kinds: [UInt8] = []
    private(set) var maturities: [UInt8] = []
    /// Of tools by the class of their license.
    private(set) var classes: [UInt8] = []
    /// Of single tools, by their index.
    private(set) var single: [Int: UInt8] = [:]

    var isEmpty: Bool {
      places.isEmpty && tools.isEmpty && kinds.isEmpty && !isAnywhere && single.isEmpty
    }
    /// Whether it is worth something to tools wherever they stand.
    var isAnywhere: Bool { !maturities.isEmpty || !classes.isEmpty }
    var hasTools: Bool { !tools.isEmpty || !kinds.isEmpty }

    fileprivate init(
      places: [UInt8] = [], tools: [UInt8] = [], kinds: [UInt8] = [], maturities: [UInt8] = [],
      classes: [UInt8] = [], single: [Int: UInt8] = [:]
    ) {
      self.single = single
      func kept(_ tiers: [UInt8]) -> [UInt8] { tiers.contains { $0 != Self.none } ? tiers : [] }
      self.places = kept(places)
      self.tools = kept(tools)
      self.kinds = kept(kinds)
      self.maturities = kept(maturities)
      self.classes = kept(classes)
    }

    init() {}

    /// Of two words of which one will do.
    mutating func merge(_ other: Tiers) {
      func merged(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] { a.isEmpty ? b : b.isEmpty ? a : zip(a, b).map(min) }
      places = merged(places, other.places)
      tools = merged(tools, other.tools)
      kinds = merged(kinds, other.kinds)
      maturities = merged(maturities, other.maturities)
      classes = merged(classes, other.classes)
      single.merge(other.single, uniquingKeysWith: min)
    }

    @inline(__always)
    func tier(of tool: Int, in catalog: Catalog) -> UInt8 {
      var tier = Self.none
      if !tools.isEmpty { tier = tools[catalog.tools[tool].category.index] }
      if !kinds.isEmpty, let kind = catalog.kind(of: ToolID(tool)) { tier = min(tier, kinds[kind.index]) }
      if !maturities.isEmpty { tier = min(tier, maturities[Int(catalog.tools[tool].maturity)]) }
      if !classes.isEmpty { tier = min(tier, classes[catalog.tools[tool].licenseClass.place]) }
      if !single.isEmpty { tier = min(tier, single[tool] ?? Self.none) }
      return tier
    }

    /// Of the subject with a number.
    @inline(__always)
    func tier(ofNumber number: Int, firstTool: Int, in catalog: Catalog) -> UInt8 {
      if number >= firstTool { return tier(of: number - firstTool, in: catalog) }
      return places.isEmpty ? Self.none : places[number]
    }
  }

  /// What one word of a query is worth.
  func tiers(of needle: Query.Needle, in catalog: Catalog) -> Tiers {
    func raw(_ naming: Naming?, _ named: Tier, partly: Tier?, begun: Tier?) -> UInt8 {
      switch naming {
      case .named: named.rawValue
      case .partly: partly?.rawValue ?? Tiers.none
      case .begun: begun?.rawValue ?? Tiers.none
      case nil: Tiers.none
      }
    }
    // A Chinese word holds what English says in several: `监控系统` is monitoring.
    let key = Self.canName(needle.mode) ? reading(of: needle.bytes)?.key : nil
    func naming(_ words: Words) -> Naming? {
      let naming = words.naming(needle)
      guard let key, words.isNamed(by: key) else { return naming }
      return min(naming ?? .partly, .partly)
    }
    let ofCategories = categories.map(naming)
    let ofKinds = kinds.map(naming)
    var places = layers.map { raw($0.naming(needle), .need, partly: nil, begun: nil) }
    for (index, category) in catalog.categories.enumerated() {
      let naming = ofCategories[index]
      if naming != .named, needle.mode == .anywhere,
        categories[index].names.contains(where: { $0.starts(with: needle.bytes) })
      {
        // What it is called begins like this: it comes before the tools of kinds.
        places.append(Tier.toolMeant.rawValue)
        continue
      }
      let hasKind = category.kinds.contains { ofKinds[$0].map { $0 < .begun } ?? false }
      places.append(
        min(raw(naming, .need, partly: .keyword, begun: nil), hasKind ? Tier.keyword.rawValue : Tiers.none))
    }
    return Tiers(
      places: places, tools: ofCategories.map { raw($0, .toolNeeded, partly: .keyword, begun: .other) },
      kinds: ofKinds.map { raw($0, .kindNeeded, partly: .keyword, begun: .other) },
      maturities: maturities.map { words in
        words.contains { $0 == needle.bytes } ? Tier.keyword.rawValue : Tiers.none
      },
      classes: classes.map { words in
        words.contains { $0 == needle.bytes } ? Tier.keyword.rawValue : Tiers.none
      })
  }

  /// How words are to be read so that they are the whole name, or one of the other words, of something; nil: they are none.
  func reading(of words: [UInt8]) -> Reading? {
    let things = [layers, categories, kinds].joined()
    return Reading.all(of: words).first { reading in things.contains { $0.isNamed(by: reading.key) } }
  }

  /// The words of a query without those that say nothing of what it names; nil: all of them.
  func core(of phrase: Query.Needle) -> Query.Needle? {
    guard let words = reading(of: phrase.bytes)?.words, words != phrase.bytes else { return nil }
    return Query.Needle(phrase: String(decoding: words, as: UTF8.self), words)
  }

  /// What all words of a query together are worth: where they are the whole name, or one of the other words, of something.
  /// A category stands before its tools, and behind them where only one of its kinds is meant.
  func tiers(ofWhole words: [UInt8], in catalog: Catalog) -> Tiers {
    guard let key = reading(of: words)?.key else { return Tiers() }
    func isNamed(_ words: Words) -> Bool { words.isNamed(by: key) }
    let namedKinds = kinds.map(isNamed)
    var places = layers.map { isNamed($0) ? Tier.need.rawValue : Tiers.none }
    var tools: [UInt8] = []
    for (words, category) in zip(categories, catalog.categories) {
      let hasKind = category.kinds.contains { namedKinds[$0] }
      let isNamed = isNamed(words)
      places.append(isNamed ? Tier.need.rawValue : hasKind ? Tier.kindNeeded.rawValue : Tiers.none)
      let tier: Tier = hasKind ? .kindNeeded : words.isCalled(key) ? .toolNeeded : .toolListed
      tools.append(isNamed ? tier.rawValue : Tiers.none)
    }
    return Tiers(
      places: places, tools: tools, kinds: namedKinds.map { $0 ? Tier.toolListed.rawValue : Tiers.none },
      maturities: [])
  }

  /// What each word of a query is worth where all together are a term of a category, what a theme is about, a question for
  /// what replaces a tool, a tool's name among words that say nothing of it, or something's name in other words: tools that
  /// have the words nowhere are among what is meant.
  func tiers(ofEach words: [UInt8], in catalog: Catalog) -> Tiers {
    let whole = Inflection.canonical(words)
    let reading = reading(of: words)
    let key = reading.flatMap { $0.key == .canonical(whole) ? nil : $0.key }
    func isRead(_ words: Words) -> Bool { key.map(words.isNamed) ?? false }
    let isTerm = zip(terms, categories).map { $0.contains(whole) || isRead($1) }
    let areKinds = kinds.map(isRead)
    let hasKind = catalog.categories.map { $0.kinds.contains { areKinds[$0] } }
    var single: [Int: UInt8] = [:]
    if reading == nil { addTools(ofTags: words, in: catalog, to: &single) }
    for theme in themes(of: words) {
      for tool in catalog.tools(of: catalog.themes[theme]) { single[tool.index] = Tier.kindNeeded.rawValue }
    }
    if reading == nil { addTools(ofBackground: words, in: catalog, to: &single) }
    if let core = Reading.all(of: words).last?.words, reading == nil, core.count < words.count,
      let tool = Question.tool(called: core, in: catalog)
    {
      single[tool.index] = Tier.toolMeant.rawValue
    }
    for (tool, tier) in Question(words)?.answer(in: catalog) ?? [] {
      single[tool.index] = min(single[tool.index] ?? Tiers.none, tier.rawValue)
    }
    return Tiers(
      places: layers.map { isRead($0) ? Tier.keyword.rawValue : Tiers.none }
        + zip(isTerm, hasKind).map { $0 || $1 ? Tier.keyword.rawValue : Tiers.none },
      tools: isTerm.map { $0 ? Tier.other.rawValue : Tiers.none },
      kinds: areKinds.map { $0 ? Tier.other.rawValue : Tiers.none }, single: single)
  }

  /// The tools with a tag that the words name when they are read otherwise than they stand.
  private func addTools(ofTags words: [UInt8], in catalog: Catalog, to single: inout [Int: UInt8]) {
    guard !tags.isEmpty,
      let key = Reading.all(of: words).dropFirst().map(\.key).first(where: { key in
        tags.contains { $0.isNamed(by: key) }
      })
    else { return }
    let ids = Set(zip(catalog.tags, tags).filter { $0.1.isNamed(by: key) }.map { catalog.string($0.0.id) })
    for tool in catalog.tools.indices {
      let tags = catalog.fields(of: ToolID(tool)).lazy.filter { $0.key == .tag }
      if tags.contains(where: { ids.contains(catalog.string($0.value)) }) { single[tool] = Tier.other.rawValue }
    }
  }

  /// The tools that strata's own catalog has where it calls something so, if this one calls nothing so.
  private func addTools(ofBackground words: [UInt8], in catalog: Catalog, to single: inout [Int: UInt8]) {
    guard let own = catalog.background else { return }
    let phrase = Query.Needle(phrase: String(decoding: words, as: UTF8.self), words)
    if [layers, categories, kinds].joined().contains(where: { $0.naming(phrase) == .named }) { return }
    guard let (needs, tools) = background?.value, let key = needs.reading(of: words)?.key else { return }
    func add(_ tool: ToolID, _ tier: Tier) {
      for tool in tools[tool.index] ?? [] { single[tool.index] = min(single[tool.index] ?? Tiers.none, tier.rawValue) }
    }
    for (index, kind) in needs.kinds.enumerated() where kind.isNamed(by: key) {
      for tool in own.tools(of: KindID(index)) { add(tool, .toolMeant) }
    }
    for (index, category) in needs.categories.enumerated() where category.isNamed(by: key) {
      for tool in own.categories[index].tools { add(ToolID(tool), .toolListed) }
    }
  }

  /// The themes that words name as a whole, as indices into `Catalog.themes`.
  func themes(of words: [UInt8]) -> [Int] {
    let whole = Inflection.canonical(words)
    return themes.indices.filter { themes[$0].contains(whole) }
  }
}

extension LicenseClass {
  /// Its words in a query without `is:`.
  fileprivate var needWords: [String] {
    switch self {
    case .open: ["open source", "opensource", "开源"]
    case .sourceAvailable: ["source available", "源码可见", "源码可用"]
    case .proprietary: ["proprietary", "专有"]
    case .mixed: ["open core", "部分开源"]
    case .unknown: []
    }
  }

  /// Its place in `allCases`.
  fileprivate var place: Int {
    switch self {
    case .open: 0
    case .sourceAvailable: 1
    case .proprietary: 2
    case .mixed: 3
    case .unknown: 4
    }
  }
}

/// Something that is made when it is first asked for.
final class Lazy<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
