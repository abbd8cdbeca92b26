/// The landscape's own part of a catalog.
public struct Landscape: BitwiseCopyable, Equatable, Sendable {
  /// What people read; or empty.
  public var name: LocalizedText = .empty
  /// The day the facts were held against the world, as written (ISO 8601), or empty.
  public var asOf: Text = .empty
  /// How to read the landscape, Markdown; or empty.
  public var introduction: LocalizedText = .empty
  /// How to choose, Markdown; or empty.
  public var choosing: LocalizedText = .empty
  /// Who keeps the landscape, as its settings say: `CNCF`; or empty.
  public var foundation: Text = .empty
  /// Where the landscape is on the web, or empty.
  public var homepage: Text = .empty

  /// A landscape that says nothing of itself.
  public init() {}
}

/// Whose words a text is.
public enum Provenance: UInt8, BitwiseCopyable, Sendable {
  /// The catalog's own files say it.
  case file
  /// strata's own catalog does, which knows the layer, category or tool of somebody else's file.
  case strata
}

/// A floor of the building, or a column that runs beside all floors.
public struct Layer: BitwiseCopyable, Equatable, Sendable {
  /// Where a layer stands.
  public enum Kind: UInt8, BitwiseCopyable, Sendable {
    case floor, column
  }

  /// Unique among layers.
  public var id: Text
  /// Where it stands.
  public var kind: Kind
  /// What people read.
  public var name: LocalizedText
  /// What it is for, Markdown; or empty.
  public var summary: LocalizedText
  /// What to take along at its end, Markdown; or empty.
  public var recap: LocalizedText
  /// The chapter of a landscape's guide, Markdown with headings from `##` on, or empty. See `Catalog.showsGuide`.
  public var guide: LocalizedText = .empty
  /// What the guide says after the layer's categories, Markdown, or empty.
  public var guideRecap: LocalizedText = .empty
  /// Its categories: indices into `Catalog.categories`.
  @Indices public var categories: Range<Int>
  /// See `Catalog.toolCount(of:)`.
  var toolCount = 0
  /// Indices into the side table.
  @Indices var keywords: Range<Int> = 0..<0
}

/// What tools are for: a shelf of a layer.
public struct Category: BitwiseCopyable, Equatable, Sendable {
  /// Unique among categories.
  public var id: Text
  /// The layer that it stands in.
  public var layer: LayerID
  /// What people read.
  public var name: LocalizedText
  /// The four questions of every category: what it is, the problem, how it helps, how its tools differ.
  public var what: LocalizedText
  /// The problem that it solves, Markdown; or empty.
  public var problem: LocalizedText
  /// How it helps, Markdown; or empty.
  public var solution: LocalizedText
  /// How its tools differ, Markdown; or empty.
  public var tooling: LocalizedText
  /// The section of a landscape's guide, Markdown, or empty. See `Catalog.showsGuide`.
  public var guide: LocalizedText = .empty
  /// Its own tools: indices into `Catalog.tools`.
  @Indices public var tools: Range<Int>
  /// Indices into the side tables.
  @Indices var guests: Range<Int>
  @Indices var terms: Range<Int>
  @Indices var relations: Range<Int>
  @Indices var keywords: Range<Int> = 0..<0
  @Indices var aliases: Range<Int> = 0..<0
  @Indices var facts: Range<Int> = 0..<0
  /// Its kinds: indices into `Catalog.kinds`.
  @Indices public internal(set) var kinds: Range<Int> = 0..<0
}

/// What is needed of every tool in lists and search; the rest stands in `Catalog.fields`.
public struct Tool: BitwiseCopyable, Equatable, Sendable {
  /// Unique among tools.
  public var id: Text
  /// What people read; one name serves every language.
  public var name: Text
  /// A sentence or two, Markdown; or empty.
  public var summary: LocalizedText
  /// An address, or empty.
  public var homepage: Text
  /// An address, or empty.
  public var repository: Text
  /// An index into `Catalog.maturities`; 0: no foundation's project.
  public var maturity: UInt8
  /// Whether it lives.
  public internal(set) var status: Life.Status = .active
  /// Whether its license is open.
  public internal(set) var licenseClass: LicenseClass = .unknown
  /// The number of its kind among those of its category, from 1; 0: none.
  var kind: UInt8 = 0
  /// The number of its fields.
  var fieldCount: UInt16
  var categoryIndex: UInt32
  /// The first of its fields.
  var firstField: UInt32

  /// The category the tool stands in first of all.
  public var category: CategoryID { CategoryID(Int(categoryIndex)) }
}

/// A fact that not every tool has: one row of a tool's range in the side table.
public struct Field: BitwiseCopyable, Equatable, Sendable {
  /// What a field says; several fields of a tool may have the same key, in the order of the file.
  public enum Key: UInt8, BitwiseCopyable, CaseIterable, Sendable {
    case alias, license, organization
    /// Words to find it by that are not its names.
    case keyword
    /// The id of a kind of its category.
    case kind
    /// Days, ISO 8601.
    case accepted, incubating, graduated, archived
    /// The id of a further category; `label` is that of its kind there, or empty.
    case also
    /// Ids of tools.
    case replacedBy, replaces
    /// The id of the tool it belongs to; of a landscape2 file the name of its project where no tool is called so.
    case partOf
    /// The word of `Life.Status`; `label` is since when, or empty.
    case lifecycle
    case lifecycleNote
    /// The word of `LicenseClass`, where the file says it.
    case licenseClass
    /// A license it no longer has; `label` is until when, or empty.
    case previousLicense
    /// How one gets it: `self-hosted`, `managed`, `library`, `desktop`, `specification`.
    case delivery
    /// When it was first released; when it came to the landscape: a year, a month or a day.
    case since, listed
    /// `label` is the id of a fact of its categories.
    case fact
    /// When one takes it, and at what price.
    case pickWhen
    /// An address it had.
    case former
    case tag
    /// `label` names the link (`documentation`), `value` is the address.
    case link

    // What landscape2 data says beyond that.

    /// The day a member joined.
    case joined
    /// `label` is the day, `value` the address of the review, or the day where there is no address.
    case annualReview
    /// `label` says what was audited, by whom and when; `value` is the address of the report.
    case audit
    /// `true`.
    case specification, endUser, openSource
    case useCase, businessUseCase, integrations, personas, releaseRate
    /// The technical advisory group that looks after it.
    case advisoryGroup
    /// Programming languages, the most used first; `label` is the share of the code (`72 %`) or empty.
    case language
    /// The name of a channel: `#harbor`.
    case chat
    /// `label` is `type` or `certifications`.
    case training
    /// `label` is the key as the file has it.
    case annotation
    /// Figures as of when the file was generated: counts, and days.
    case stars, contributors, started, latestCommit, latestRelease
  }

  /// What it says.
  public var key: Key
  /// Of the value: a text in several languages is a field for each; what serves every language is `en`.
  public var language: Language = .en
  /// Whose words it is.
  public var source = Provenance.file
  /// See the keys; mostly empty.
  public var label: Text
  /// What is said; see the keys.
  public var value: Text
}

extension Field.Key {
  /// Whether the value is an address.
  public var isAddress: Bool {
    switch self {
    case .link, .audit, .annualReview, .former: true
    case .alias, .license, .organization, .keyword, .kind, .accepted, .incubating, .graduated, .archived, .also,
      .replacedBy, .replaces, .partOf, .lifecycle, .lifecycleNote, .licenseClass, .previousLicense, .delivery, .since,
      .listed, .fact, .pickWhen, .tag, .joined, .specification, .endUser, .openSource, .useCase, .businessUseCase,
      .integrations,
      .personas, .releaseRate, .advisoryGroup, .language, .chat, .training, .annotation, .stars, .contributors,
      .started, .latestCommit, .latestRelease:
      false
    }
  }
}

/// A word of a category, explained.
public struct Term: BitwiseCopyable, Equatable, Sendable {
  /// The word.
  public var term: LocalizedText
  /// What it means, Markdown.
  public var meaning: LocalizedText
}

/// A category to read next, and why.
public struct Relation: BitwiseCopyable, Equatable, Sendable {
  /// What to read.
  public var category: CategoryID
  /// Why.
  public var reason: LocalizedText
}

/// A heading over layers.
public struct Group: BitwiseCopyable, Equatable, Sendable {
  /// What people read.
  public var name: LocalizedText
  /// Indices into the side table.
  @Indices var layers: Range<Int>
}

/// Tools that a landscape wants shown before the rest.
public struct Feature: BitwiseCopyable, Equatable, Sendable {
  /// What the tools have in common.
  public enum Subject: BitwiseCopyable, Hashable, Sendable {
    /// An index into `Catalog.maturities`.
    case maturity(UInt8)
    case category(CategoryID)
  }

  /// Which tools are meant.
  public var subject: Subject
  /// What to call them: `CNCF Graduated`; or empty.
  public var label: Text
  /// The lower, the earlier; nil: last.
  public var order: Int?
}

/// A source that stands verbatim in a catalog's store.
public struct SourceRange: Sendable {
  /// As the user gave it: a path, or `<stdin>`.
  public var name: String
  /// Bytes of the store.
  @Indices public var bytes: Range<Int>
}
