// Memory: lent.

public import StrataYAML

extension Catalog {
  /// One named text that a catalog is read from.
  public struct Source: Sendable {
    /// As the user gave it: a path, or `<stdin>`.
    public var name: String
    /// UTF-8, or what is meant to be.
    public var bytes: [UInt8]

    /// A file of that name with these bytes.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// One catalog as it stands on the command line: a file, or the files of a folder.
  public struct Input: Sendable {
    /// Native files, which make one catalog together; or a landscape2 data file. What else is among the files of a
    /// folder (a guide, settings, a quiz) is known by its content.
    public var files: [Source]
    /// A landscape2 guide and settings, where they were named or stand beside the data file.
    public var guide: Source?
    /// See `guide`.
    public var settings: Source?

    /// One catalog of these files.
    public init(files: [Source], guide: Source? = nil, settings: Source? = nil) {
      self.files = files
      self.guide = guide
      self.settings = settings
    }
  }

  /// How closely to look.
  public enum Scrutiny: Sendable {
    /// What a person should know who opens the catalog.
    case opening
    /// What a person wants to know who keeps it; landscape2 files are held against landscape2's own rules, also a guide,
    /// settings or games by themselves.
    case checking
    /// What a person may want, too, who keeps it with care: dates and descriptions, tags that differ in case.
    case strict
  }

  /// Bytes that all files together may have, what escapes and folding add included. Offsets reach 294 MB further: there
  /// stand the words that files do not hold verbatim, such as ids made of names.
  static let sizeLimit = 4_000_000_000

  /// Reads one catalog: a file, or the files of a folder.
  ///
  /// - Returns: the catalog, or nil with any error among the diagnostics; everything found, sorted by place.
  public static func read(
    sources: [(name: String, bytes: [UInt8])]
  ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    read([Input(files: sources.map { Source(name: $0.name, bytes: $0.bytes) })])
  }

  /// Reads catalogs and lays them over each other: a later one adds to the earlier ones and overrides by id.
  ///
  /// The store of a catalog read from a single file shares the file's bytes; otherwise they are copied once. Keep no
  /// other copy: `source(named:)` gives them back for rendering diagnostics.
  ///
  /// - Parameters:
  ///   - inputs: what to lay over each other, the lowest first.
  ///   - shipped: strata's own catalog, whose Chinese names and texts a landscape2 file takes where addresses agree.
  ///   - scrutiny: how closely to look; what only `strata check` asks for costs nothing otherwise.
  ///   - kinds: the findings that are wanted; others are left out.
  /// - Returns: the catalog, or nil with any error among the diagnostics; everything found, sorted by place.
  public static func read(
    _ inputs: consuming [Input], shipped: Catalog? = nil, scrutiny: Scrutiny = .opening, kinds: FindingKinds = .all
  ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    read(inputs, shipped: shipped, scrutiny: scrutiny, kinds: kinds, hashKey: .random())
  }

  static func read(
    _ inputs: consuming [Input], shipped: Catalog?, scrutiny: Scrutiny, kinds: FindingKinds = .all, hashKey: HashKey
  ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    var reader = Reader(shipped: shipped, hashKey: hashKey, scrutiny: scrutiny, kinds: kinds)
    let size = inputs.reduce(0) { $0 + $1.size }
    let place = Diagnostic.Place(source: inputs.first?.files.first?.name ?? "", offset: 0, length: 0)
    guard size <= sizeLimit, reader.readAll(inputs) else {
      return (nil, [Finding.tooLarge(bytes: size).diagnostic(at: place)])
    }
    inputs = []
    var records = reader.finish()
    switch scrutiny {
    case .opening: break
    case .checking, .strict: reader.check(Catalog(records, store: [], hashKey: hashKey))
    }
    let diagnostics = reader.sortedDiagnostics()
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    records.fields = records.fields.trimmed()
    records.tools = records.tools.trimmed()
    let store = reader.takeStore().joined()
    return (Catalog(records, store: store, hashKey: hashKey, background: shipped), diagnostics)
  }
}

extension Catalog.Input {
  /// Bytes of all files.
  fileprivate var size: Int {
    files.reduce((guide?.bytes.count ?? 0) + (settings?.bytes.count ?? 0)) { $0 + $1.bytes.count }
  }
}

extension Array {
  /// The same elements, without more room behind them than a tenth.
  fileprivate func trimmed() -> [Element] {
    capacity - count <= count / 10 ? self : withUnsafeBufferPointer { Array($0) }
  }
}
