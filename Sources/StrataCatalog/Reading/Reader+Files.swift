import StrataYAML

/// Which file is what, and in which order files are read.
extension Reader {
  /// What a file is, by what stands at its top.
  enum Format {
    case native, landscape2, guide, settings, oldSettings, games
    case unknown
  }

  /// The files of one input, parsed.
  private struct ParsedInput {
    var files: [Source] = []
    var guide: Source?
    var settings: Source?
  }

  /// Parses all files, then reads each by its format. The documents are gone when this returns.
  ///
  /// - Returns: false where they are too large together, with what they have beyond the text they hold verbatim.
  mutating func readAll(_ inputs: [Catalog.Input]) -> Bool {
    var parsed: [ParsedInput] = []
    for (number, input) in inputs.enumerated() {
      var one = ParsedInput()
      one.files = input.files.compactMap { parse($0, input: number) }
      one.guide = input.guide.flatMap { parse($0, input: number) }
      one.settings = input.settings.flatMap { parse($0, input: number) }
      parsed.append(one)
    }
    guard store.count <= Catalog.sizeLimit else { return false }
    for input in parsed {
      draft.toolStarts.append(draft.tools.count)
      read(input)
    }
    return true
  }

  private mutating func parse(_ file: Catalog.Source, input: Int) -> Source? {
    let (document, found) = Document.parse(file.bytes, name: file.name, dialect: .libyaml)
    diagnostics += found
    // `readAll` refuses what is more than texts can have places for.
    guard let base = UInt32(exactly: store.count) else { return nil }
    let index = places.sources.count
    store.add(piece: file.bytes)
    store.add(piece: document.arena)
    places.add(source: SourceRange(name: file.name, bytes: Int(base)..<Int(base) + file.bytes.count), end: store.count)
    if found.contains(where: { $0.severity == .error }) {
      isPartial = true
      return nil
    }
    let source = Source(document: document, bytes: file.bytes, base: base, index: index, input: input)
    readIgnoreComments(of: source)
    reportTags(in: source)
    return source
  }

  /// Tags of YAML's core schema say what a reader of text takes for granted; others ask for something that strata does
  /// not do.
  private mutating func reportTags(in source: Source) {
    for (tag, place) in source.document.writtenTags where !Self.coreTags.contains(tag) {
      report(.foreignTag(tag), at: place)
    }
  }

  private static let coreTags = Set(
    ["str", "map", "seq", "int", "float", "bool", "null"].flatMap { ["!!\($0)", "!<tag:yaml.org,2002:\($0)>"] } + ["!"])

  /// Reads the data files of an input first, then its settings and its guide, which speak of the data by name.
  private mutating func read(_ input: ParsedInput) {
    let isFolder = input.files.count > 1
    var formats = input.files.map { file in
      let root = mapping(of: file)
      return (file: file, root: root, format: root.map { format(of: $0, in: file) })
    }
    let hasData = formats.contains { $0.format == .native || $0.format == .landscape2 }
    for file in formats where file.root == nil { reportNoMapping(file.file, isBesideData: hasData) }
    leaveSecondDataAside(&formats)
    func found(_ kinds: Format...) -> Source? {
      isFolder ? formats.first { $0.format.map(kinds.contains) ?? false }?.file : nil
    }
    let settings =
      hasData
      ? (input.settings ?? found(.settings, .oldSettings)).flatMap { file in
        companion(file, .settings).map { (root: $0, file: file) }
      } : nil
    for (file, root, format) in formats {
      guard let root, let format else { continue }
      if format == .native || format == .landscape2 { dataName = dataName ?? file.document.name }
      switch format {
      case .native:
        refuseClosingBrackets(of: file)
        readNative(root, in: file)
      case .landscape2:
        let groupLayers = settings.map { self.groupLayers(of: $0.root, in: $0.file) } ?? []
        readLandscape2(root, in: file, groupLayers: groupLayers)
      case .guide, .settings, .games, .oldSettings, .unknown:
        // What stands alone is checked, but nothing to open.
        if !hasData, scrutiny == .opening || format == .unknown {
          reportNoCatalog(root, format, in: file)
        } else if format == .unknown {
          report(.notACatalog, at: root, in: file)
        }
      }
    }
    if scrutiny != .opening {
      for (file, root, format) in formats {
        guard let root, let format else { continue }
        check(root, as: format, in: file)
      }
    }
    guard hasData else { return }
    let guide = (input.guide ?? found(.guide)).flatMap { file in companion(file, .guide).map { (root: $0, file: file) }
    }
    if let number = (settings ?? guide)?.file.input { names = NameIndex(of: draft, input: number, store) }
    if let settings {
      readSettings(settings.root, in: settings.file)
      if input.settings != nil, scrutiny != .opening { check(settings.root, as: .settings, in: settings.file) }
    }
    if let guide {
      readGuide(guide.root, in: guide.file)
      if input.guide != nil, scrutiny != .opening { check(guide.root, as: .guide, in: guide.file) }
    }
  }

  /// The mapping that a guide or a settings file is. Nil, and reported, for anything else: it is left aside, and the data
  /// open without it.
  private mutating func companion(_ file: Source, _ wanted: Finding.Part) -> Document.NodeID? {
    isLenient = true
    defer { isLenient = false }
    guard let root = file.document.roots.first.map(file.document.resolved), !file.document.isNull(root) else {
      let place = Diagnostic.Place(source: file.document.name, offset: 0, length: 0)
      diagnostics.append(Finding.notWanted(wanted, found: nil).diagnostic(at: place))
      return nil
    }
    if file.document.roots.count > 1 { report(.severalDocuments, at: file.document.roots[1], in: file) }
    let isMapping = file.document.kind(of: root) == .mapping
    let format = isMapping ? format(of: root, in: file) : .unknown
    if wanted == .settings, format == .oldSettings {
      report(.oldSettings, at: root, in: file)
      return nil
    }
    let isWanted = wanted == .guide ? isGuide(root, in: file) : isSettings(root, format, in: file)
    if isMapping, isWanted { return root }
    report(.notWanted(wanted, found: format), at: root, in: file)
    return nil
  }

  /// Whether a mapping may be meant as a guide: it has chapters, or no categories yet.
  private func isGuide(_ root: Document.NodeID, in source: Source) -> Bool {
    let document = source.document
    guard document.kind(of: root) == .mapping, let value = document.value(of: "categories", in: root) else {
      return false
    }
    let categories = document.resolved(value)
    guard document.kind(of: categories) == .sequence else { return true }
    let items = Array(Items(of: categories, in: document))
    return items.isEmpty
      || items.contains { item in
        guard document.kind(of: item) == .mapping, document.value(of: "name", in: item) == nil else { return false }
        return document.value(of: "category", in: item).map { !document.isNull(document.resolved($0)) } ?? false
      }
  }

  /// Whether a mapping may be meant as settings: it has a key that only they have, or nothing of another file.
  private func isSettings(_ root: Document.NodeID, _ format: Format, in source: Source) -> Bool {
    switch format {
    case .settings: return true
    case .native, .oldSettings: return false
    case .guide, .landscape2, .games, .unknown:
      guard source.document.kind(of: root) == .mapping else { return false }
      let shared: Set<SettingsKey> = [.categories, .description, .url, .tags]
      return SettingsKey.allCases.contains { key in
        !shared.contains(key) && source.document.value(of: key.rawValue, in: root) != nil
      }
    }
  }

  /// Of several landscape2 data files in one folder one is taken: `landscape.yml` or `data.yml`, else the first.
  private mutating func leaveSecondDataAside(
    _ files: inout [(file: Source, root: Document.NodeID?, format: Format?)]
  ) {
    let data = files.indices.filter { files[$0].format == .landscape2 }
    guard data.count > 1 else { return }
    let names = ["landscape.yml", "landscape.yaml", "data.yml", "data.yaml"]
    func rank(_ index: Int) -> Int {
      let name = files[index].file.document.name.split(separator: "/").last.map(String.init) ?? ""
      return names.firstIndex(of: name) ?? names.count
    }
    guard let taken = data.min(by: { (rank($0), $0) < (rank($1), $1) }) else { return }
    for index in data where index != taken {
      let place = Diagnostic.Place(source: files[index].file.document.name, offset: 0, length: 0)
      diagnostics.append(Finding.secondData(taken: files[taken].file.document.name).diagnostic(at: place))
      files[index].format = nil
    }
  }

  /// The mapping that a file is; nil where it is none.
  private mutating func mapping(of file: Source) -> Document.NodeID? {
    guard let root = file.document.roots.first.map(file.document.resolved) else { return nil }
    if file.document.roots.count > 1 { report(.severalDocuments, at: file.document.roots[1], in: file) }
    return file.document.kind(of: root) == .mapping ? root : nil
  }

  /// Says that a file is empty or no mapping. Beside the catalog of its folder it is only left aside.
  private mutating func reportNoMapping(_ file: Source, isBesideData: Bool) {
    if isBesideData {
      let place = Diagnostic.Place(source: file.document.name, offset: 0, length: 0)
      diagnostics.append(Finding.notACatalog.diagnostic(at: place))
    } else if let root = file.document.roots.first.map(file.document.resolved), !file.document.isNull(root) {
      if Document.isPage(file.bytes) {
        report(.page, at: root, in: file)
      } else if let (scalar, meant) = lookAlike(in: root, of: file) {
        report(.noCatalog(.character(scalar, meant: meant)), at: root, in: file)
      } else {
        reportShape(of: root, in: file, .source, wanted: .mapping)
      }
    } else {
      report(.emptyFile, at: Diagnostic.Place(source: file.document.name, offset: 0, length: 0))
    }
  }

  /// A character of a text that only looks like one of YAML's grammar: the text would be something else with that.
  private func lookAlike(in node: Document.NodeID, of file: Source) -> (Unicode.Scalar, meant: String)? {
    guard file.document.kind(of: node) == .scalar else { return nil }
    let text = String(decoding: file.document.utf8(of: node).prefix(4096), as: UTF8.self)
    return text.unicodeScalars.lazy.compactMap { scalar in
      scalar.indicatorLike.map { (scalar, $0) } ?? (scalar.isBlankLike ? (scalar, " ") : nil)
    }.first
  }

  /// libyaml reads a closing bracket in its key's column, and landscape2 with it; a catalog of strata's own is YAML.
  private mutating func refuseClosingBrackets(of file: Source) {
    for index in diagnostics.indices
    where diagnostics[index].kind == "closing-bracket" && diagnostics[index].place.source == file.document.name {
      diagnostics[index].severity = .error
      isPartial = true
    }
  }

  /// Says that a file is no catalog, with a key that is nearly one.
  private mutating func reportNoCatalog(_ root: Document.NodeID, _ format: Format, in file: Source) {
    if format != .unknown { return report(.noCatalog(.format(format)), at: root, in: file) }
    let known = ["landscape", "layers", "categories"]
    for (key, _) in Entries(of: root, in: file.document) where file.document.kind(of: key) == .scalar {
      let word = file.document.string(key)
      if let meant = Characters.meant(by: word, among: known) {
        return reportError(.lookAlikeKey(key: word, meant.scalar, known: meant.word), at: key, in: file)
      }
      if let meant = Nearest.likely(word, among: known) {
        return report(.noCatalog(.key(word, known: meant)), at: key, in: file)
      }
    }
    let place = Diagnostic.Place(source: file.document.name, offset: 0, length: 0)
    report(.noCatalog(), at: place)
  }

  /// What a file is.
  private func format(of root: Document.NodeID, in source: Source) -> Format {
    let document = source.document
    func node(_ key: String, in mapping: Document.NodeID) -> Document.NodeID? {
      document.kind(of: mapping) == .mapping ? document.value(of: key, in: mapping).map(document.resolved) : nil
    }
    if node("layers", in: root) != nil { return .native }
    if let landscape = node("landscape", in: root) {
      return document.kind(of: landscape) == .mapping ? .native : .landscape2
    }
    if node("foundation", in: root) != nil { return .settings }
    if node("quiz", in: root) != nil { return .games }
    let old = ["global", "relation", "big_picture", "home"]
    if old.contains(where: { node($0, in: root) != nil }) { return .oldSettings }
    guard let categories = node("categories", in: root) else {
      let settings = ["groups", "featured_items", "members_category", "url"]
      return settings.contains { node($0, in: root) != nil } ? .settings : .unknown
    }
    guard document.kind(of: categories) == .sequence, let first = document.firstChild(of: categories) else {
      return .landscape2
    }
    let chapter = document.resolved(first)
    let isCalled = node("category", in: chapter).map { !document.isNull($0) } ?? false
    let isChapter = isCalled || node("content", in: chapter) != nil
    if isChapter && node("name", in: chapter) == nil { return .guide }
    let below = node("subcategories", in: chapter).flatMap(document.firstChild(of:)).map(document.resolved)
    return below.map(document.kind(of:)) == .scalar ? .settings : .landscape2
  }

  /// Everything found, by source and place.
  func sortedDiagnostics() -> [Diagnostic] {
    let sorted = withoutEchoes(sortedByPlace())
    guard surplus.errors + surplus.warnings > 0, let last = sorted.last else { return sorted }
    return sorted + [Finding.more(errors: surplus.errors, warnings: surplus.warnings).diagnostic(at: last.place)]
  }

  /// Of findings of one place that say the same, or are of a kind that a place has once, the first, or the first error:
  /// what a reader warns of landscape2 may refuse.
  private func withoutEchoes(_ sorted: [Diagnostic]) -> [Diagnostic] {
    guard scrutiny != .opening else { return sorted }
    var kept: [Diagnostic] = []
    /// Where in `kept` the findings at the present place begin.
    var first = 0
    for diagnostic in sorted {
      if let last = kept.last,
        last.place.offset != diagnostic.place.offset || last.place.source != diagnostic.place.source
      {
        first = kept.count
      }
      guard let twin = kept[first...].firstIndex(where: { Self.echoes(diagnostic, $0) }) else {
        kept.append(diagnostic)
        continue
      }
      if diagnostic.severity == .error, kept[twin].severity == .warning { kept[twin] = diagnostic }
    }
    return kept
  }

  private static func echoes(_ later: Diagnostic, _ earlier: Diagnostic) -> Bool {
    later.message == earlier.message || later.kind == earlier.kind && singleKinds.contains(later.kind)
  }

  /// Kinds of which a place has one finding.
  private static let singleKinds = Set(
    [Finding.Kind.duplicateName, .missingName, .unknownKey, .badDate, .misplacedKey, .cutValue].map(\.rawValue))

  private func sortedByPlace() -> [Diagnostic] {
    var order: [String: Int] = [:]
    for (index, source) in places.sources.enumerated() where order[source.name] == nil { order[source.name] = index }
    return diagnostics.enumerated()
      .map { (source: order[$0.element.place.source] ?? .max, position: $0.offset, diagnostic: $0.element) }
      .sorted { a, b in
        (a.source, a.diagnostic.place.offset, a.position) < (b.source, b.diagnostic.place.offset, b.position)
      }
      .map(\.diagnostic)
  }

  /// Hands the store on, leaving none.
  mutating func takeStore() -> TextStore {
    let taken = store
    store = TextStore()
    return taken
  }
}
