import StrataCatalog
import StrataScan
import StrataScreen
import StrataSearch

/// The rows of what a scan found: made once for a scan, a catalog and a query.
struct ScanRows: Sendable {
  enum Row: SectionRow {
    case heading(String, count: String)
    case use(Use, ToolID?)
    case unknown(Unknown)
    case blank

    var isSelectable: Bool {
      switch self {
      case .use, .unknown: true
      case .heading, .blank: false
      }
    }
  }

  private(set) var sections = Sections<Row>()

  init(_ result: ScanResult, _ context: Context) {
    let (catalog, words) = (context.catalog, context.words.scanning)
    func section(_ title: String, _ new: [Row]) {
      sections.append(.heading(title, count: "\(new.count)"), new)
    }
    /// What a query leaves out is left out here, too.
    func shown(_ uses: [Use]) -> [(use: Use, tool: ToolID?)] {
      uses.compactMap { use in
        let tool = catalog.toolID(for: use.tool)
        return tool.map(context.outline.passes) ?? !context.outline.query.narrows ? (use, tool) : nil
      }
    }
    let sure = shown(result.sure).sorted { ($0.tool?.index ?? .max) < ($1.tool?.index ?? .max) }
    for layer in Outline.layersInOrder(of: catalog) {
      let here = sure.filter { $0.tool.map { catalog[catalog[$0].category].layer == layer } ?? false }
      section(context.name(of: .layer(layer)), here.map { .use($0.use, $0.tool) })
    }
    section(words.otherTools, sure.filter { $0.tool == nil }.map { .use($0.use, nil) })
    section(words.perhaps, shown(result.perhaps).map { .use($0.use, $0.tool) })
    section(words.aside, shown(result.aside).map { .use($0.use, $0.tool) })
    if !context.outline.query.narrows { section(words.unknown, result.unknown.map(Row.unknown)) }
  }
}

/// How the rows divide their width: name, role, number of proofs, the first of them.
struct ScanColumns {
  private let width: Int
  private let name: Int
  private let role: Int
  private let digits: Int

  /// Proofs that a row names where it has room for more than one.
  private static let proofs = 5

  init(_ table: ScanRows, width: Int, _ context: Context) {
    self.width = max(1, width)
    var names = 8
    var most = 1
    for row in table.sections.rows {
      switch row {
      case .use(let use, let tool):
        names = max(names, context.columns(ScanColumns.name(of: use, tool, context)))
        most = max(most, use.count)
      case .unknown(let unknown): most = max(most, unknown.count)
      case .heading, .blank: break
      }
    }
    name = min(names, max(8, width * 2 / 5))
    role = StrataScan.Role.allCases.map { context.columns(context.words.scanning.title(of: $0)) }.max() ?? 0
    digits = "\(most)".count
  }

  static func name(of use: Use, _ tool: ToolID?, _ context: Context) -> String {
    tool.map { context.name(of: .tool($0)) } ?? use.tool
  }

  func line(_ row: ScanRows.Row, _ context: Context) -> Line {
    switch row {
    case .blank: return .blank
    case .heading(let title, let count): return Line([Span(title, .heading), Span("  " + count, .dim)])
    case .use(let use, let tool):
      let lead = tool.map(context.lead(of:)) ?? [Span(String(repeating: " ", count: context.leadColumns))]
      let count = "\(use.count)"
      let role = context.padded(context.words.scanning.title(of: use.role), self.role)
      let spans =
        lead + [
          Span(context.padded(ScanColumns.name(of: use, tool, context), name) + "  "),
          Span(role + "  " + String(repeating: " ", count: max(0, digits - count.count)) + count + "  ", .dim),
        ]
      let room = width - spans.reduce(0) { $0 + context.columns($1.text) }
      return Line(spans + [Span(proofs(of: use, columns: room, context), .code)])
    case .unknown(let unknown):
      let count = "\(unknown.count)"
      let kind = context.words.scanning.title(of: unknown.token.kind)
      return Line([
        Span(String(repeating: " ", count: context.leadColumns) + unknown.token.text + "  "),
        Span(kind + "  " + count, .dim),
      ])
    }
  }

  /// As many as fit whole, and the first in any case.
  private func proofs(of use: Use, columns: Int, _ context: Context) -> String {
    var text = use.proofs.first.map { context.shown($0) } ?? ""
    for proof in use.proofs.dropFirst().prefix(Self.proofs - 1) {
      let longer = text + context.listSeparator + context.shown(proof)
      guard context.columns(longer) <= columns else { break }
      text = longer
    }
    return text
  }
}

extension Context {
  /// A proof without the folder that the path of the screen names.
  func shown(_ proof: Proof) -> String {
    guard let paths = scan?.paths, paths.count == 1 else { return proof.text }
    let folder = paths[0].hasSuffix("/") ? paths[0] : paths[0] + "/"
    return proof.text.hasPrefix(folder) ? String(proof.text.dropFirst(folder.count)) : proof.text
  }
}
