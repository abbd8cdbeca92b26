import StrataYAML

/// One run over the files of a catalog: parsed sources → `Draft` → `Catalog`, and everything that is wrong on the way.
///
/// `NativeReader.swift` and `Landscape2Reader.swift` hold the formats, `Reader+Values.swift` what they share,
/// `Reader+Finish.swift` what follows when all files are read.
struct Reader {
  /// A parsed source.
  struct Source {
    let document: Document
    /// Verbatim bytes.
    let bytes: [UInt8]
    /// Where the source begins in the store; its arena stands right behind it.
    let base: UInt32
    /// An index into `PlaceMap.sources`.
    let index: Int
    /// The catalog on the command line that it belongs to.
    let input: Int

    /// Bytes that a text range of this document has in the store.
    func text(_ range: Document.TextRange) -> Text {
      range.length == 0 ? .empty : Text(offset: base + range.offset, length: range.length)
    }
  }

  var store: TextStore
  var places = PlaceMap()
  var draft = Draft()
  var diagnostics: [Diagnostic] = []
  /// Findings past the limit: they count, but are not kept.
  private(set) var surplus = (errors: 0, warnings: 0)
  /// How many findings of the catalog's content are kept: who has more mends these first, and no file fills the memory
  /// with what is wrong in it.
  static let openingFindingLimit = 10_000
  /// The same where findings are what is asked for.
  static let checkedFindingLimit = 200_000
  var findingLimit: Int { scrutiny == .opening ? Self.openingFindingLimit : Self.checkedFindingLimit }
  let scrutiny: Catalog.Scrutiny
  private let kinds: FindingKinds
  /// What comments say is to be ignored, by source.
  private var ignored: [String: IgnoreComments] = [:]
  /// Some file could not be read, so that what others refer to may stand in it.
  var isPartial = false
  /// The first file that is a catalog.
  var dataName: String?
  /// Findings about the content of a landscape2 file are warnings, whatever they are in a native one.
  var isLenient = false
  /// How many more steps the search for what was meant may take, all findings together: past that, nothing more is
  /// suggested. Somebody's file is not to take longer than a person waits.
  var nearestSteps = 20_000_000
  /// Known words to suggest one of, by their number and their first.
  var knownKeys: [String: KnownKeys] = [:]
  var licenseClasses = LicenseClasses()
  /// What the links of keys that were met last are called.
  var linkLabels: [(key: Text, label: Text)?] = Array(repeating: nil, count: 64)
  /// The keys of the mapping that was asked about last.
  var keysOfMapping: (mapping: Document.NodeID, source: Int, keys: Set<String>)?
  /// The names that the settings and the guide of the present input speak by.
  var names = NameIndex()
  /// The ids of the whole catalog, once one that leads nowhere was met.
  var idIndexes: [Finding.Part: KnownIDs] = [:]
  /// Rounds of the loops that a file could drive beyond its length, were they written otherwise: see `GrowthTests`.
  var steps = 0
  /// strata's own catalog, for the names and texts it knows.
  let shipped: Catalog?

  init(shipped: Catalog?, hashKey: HashKey, scrutiny: Catalog.Scrutiny = .opening, kinds: FindingKinds = .all) {
    self.shipped = shipped
    self.scrutiny = scrutiny
    self.kinds = kinds
    store = TextStore(hashKey: hashKey)
  }

  mutating func report(_ finding: Finding, at node: Document.NodeID, in source: Source) {
    let place = isFull ? Diagnostic.Place(source: "", offset: 0, length: 0) : source.document.place(of: node)
    report(finding, at: place)
  }

  mutating func report(_ finding: Finding, at place: Diagnostic.Place) {
    guard kinds.contains(finding.kind), !(ignored[place.source]?.names(finding.kind, at: place.offset) ?? false) else {
      return
    }
    let severity = isLenient ? .warning : finding.severity
    guard diagnostics.count < findingLimit else {
      switch severity {
      case .error: surplus.errors += 1
      case .warning: surplus.warnings += 1
      }
      return
    }
    var diagnostic = finding.diagnostic(at: place)
    diagnostic.severity = severity
    diagnostics.append(diagnostic)
  }

  /// Reports a finding about a text that stands in a source.
  mutating func report(_ finding: Finding, at text: Text) {
    let place = isFull ? Diagnostic.Place(source: "", offset: 0, length: 0) : place(of: text)
    report(finding, at: place)
  }

  /// Whether further findings are only counted.
  var isFull: Bool { diagnostics.count >= findingLimit }

  /// Reports what a file cannot be opened with, though it is a warning elsewhere.
  mutating func reportError(_ finding: Finding, at node: Document.NodeID, in source: Source) {
    let count = diagnostics.count
    report(finding, at: node, in: source)
    for index in diagnostics.indices.dropFirst(count) { diagnostics[index].severity = .error }
  }

  /// Takes note of a source's comments `# strata: ignore KIND, KIND`.
  mutating func readIgnoreComments(of source: Source) {
    let comments = Document.comments(of: source.bytes, beginningWith: "strata: ignore")
    guard !comments.isEmpty else { return }
    var ignored = IgnoreComments()
    for (line, text) in comments {
      for word in ignored.add(line: line, String(decoding: source.bytes[text], as: UTF8.self)) {
        let place = Diagnostic.Place(source: source.document.name, offset: text.lowerBound, length: text.count)
        report(.unknownKind(word: word, suggestion: FindingKinds.suggestion(for: word)), at: place)
      }
    }
    self.ignored[source.document.name] = ignored
  }

  /// Where a text was written, or the beginning of the first source.
  func place(of text: Text) -> Diagnostic.Place {
    places.place(of: text)
      ?? Diagnostic.Place(source: places.sources.first?.name ?? "", offset: 0, length: 0)
  }

  /// How a finding at `text` speaks of an earlier one.
  mutating func origin(of first: Text, seenFrom text: Text) -> Finding.Origin {
    isFull ? Finding.Origin(line: 1) : places.origin(of: first, seenFrom: text, in: store)
  }
}

/// The keys of a kind of mapping, to find the one that a mistyped one means.
struct KnownKeys {
  let index: NearestIndex
  /// What was found before: the same few unknown keys come again and again.
  var answers: [String: (word: String, changes: Int)?] = [:]
}

typealias Entries = Document.Entries
typealias Items = Document.Items
