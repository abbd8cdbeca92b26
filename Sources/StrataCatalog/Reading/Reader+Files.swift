import StrataYAML

/// Which file is what, and in which order files are read.
extension Reader {
  /// What a file is, by what stands at its top.
  enum Format {
    case native, landscape2, guide, settings, oldSettings
    case unknown
  }

  /// Parses all files, then reads each by its format. The documents are gone when this returns.
  mutating func readAll(_ inputs: [Catalog.Input]) {
    var sources: [[Source]] = []
    for (number, input) in inputs.enumerated() {
      sources.append(input.files.compactMap { parse($0, input: number) })
    }
    for (number, files) in sources.enumerated() {
      draft.toolStarts.append(draft.tools.count)
      read(files, input: number)
    }
  }

  private mutating func parse(_ file: Catalog.Source, input: Int) -> Source? {
    let (document, found) = Document.parse(file.bytes, name: file.name)
    diagnostics += found
    let base = store.count
    let index = places.sources.count
    store.add(piece: file.bytes)
    store.add(piece: document.arena)
    places.add(source: SourceRange(name: file.name, bytes: base..<base + file.bytes.count))
    if found.contains(where: { $0.severity == .error }) {
      isPartial = true
      return nil
    }
    return Source(document: document, bytes: file.bytes, base: UInt32(base), index: index, input: input)
  }

  private mutating func read(_ files: [Source], input: Int) {
    for file in files {
      guard let root = file.document.roots.first.map(file.document.resolved) else {
        reportNoCatalog(in: file)
        continue
      }
      if file.document.roots.count > 1 { report(.severalDocuments, at: file.document.roots[1], in: file) }
      guard file.document.kind(of: root) == .mapping else {
        reportShape(of: root, in: file, .source, wanted: .mapping)
        continue
      }
      switch format(of: root, in: file) {
      case .native: readNative(root, in: file)
      case .landscape2, .guide, .settings, .oldSettings, .unknown: reportNoCatalog(in: file)
      }
    }
  }

  private mutating func reportNoCatalog(in file: Source) {
    let place = Diagnostic.Place(source: file.document.name, offset: 0, length: 0)
    diagnostics.append(Finding.noCatalog.diagnostic(at: place))
  }

  /// What a file is. A native file is one that has `layers`, or `landscape` with a mapping below.
  private func format(of root: Document.NodeID, in source: Source) -> Format {
    let document = source.document
    if document.value(of: "layers", in: root) != nil { return .native }
    if let landscape = document.value(of: "landscape", in: root) {
      return document.kind(of: document.resolved(landscape)) == .sequence ? .landscape2 : .native
    }
    return .unknown
  }

  /// Everything found, by source and place.
  func sortedDiagnostics() -> [Diagnostic] {
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
