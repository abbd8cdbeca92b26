public import StrataCatalog
import StrataStack
public import StrataText

/// What a scan found, as `strata scan` prints it.
public struct ScanReport {
  private let result: ScanResult
  private let catalog: Catalog
  private let skipped: [(skip: Skip, count: Int)]
  private let files: Int
  private let showsAll: Bool

  /// Lines of a list that are printed unless all are wanted.
  private static let shortList = 12

  /// - Parameters:
  ///   - files: how many files were read.
  ///   - skipped: what was not read, and how often.
  ///   - showsAll: every proof and every line.
  public init(
    _ result: ScanResult, catalog: Catalog, files: Int, skipped: [(skip: Skip, count: Int)], showsAll: Bool
  ) {
    self.result = result
    self.catalog = catalog
    self.files = files
    self.skipped = skipped
    self.showsAll = showsAll
  }

  // MARK: Text

  /// A tool a line: sign, name, role, number of proofs, first proof; then the weaker lists.
  ///
  /// - Parameters:
  ///   - language: of names.
  ///   - fold: fits the lines to a terminal.
  public func text(in language: Language, fold: LineFold = .none) -> VisibleText {
    var text = table(result.sure, fold: fold)
    let warnings = allWarnings
    if !warnings.isEmpty {
      text += "\nWarnings\n"
      for warning in warnings { text += folded("  \(warning)", fold) }
    }
    text += section("Perhaps (weak signals alone)", result.perhaps, fold)
    text += section("Only in examples, tests and documents", result.aside, fold)
    text += unknownText(fold)
    text += "\n" + folded(summary, fold)
    return text
  }

  private var summary: VisibleText {
    var words: VisibleText = "\(count(result.sure.count, "tool")) in \(count(files, "file"))"
    if !skipped.isEmpty {
      let parts = skipped.map { "\($0.skip.rawValue) \($0.count)" }
      words += "; not read: \(parts.joined(separator: ", "))"
    }
    return words
  }

  /// A line, with its line feed.
  private func folded(_ line: VisibleText, _ fold: LineFold) -> VisibleText {
    VisibleText(lines: fold.lines(line.string) + "\n")
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func section(_ title: VisibleText, _ uses: [Use], _ fold: LineFold) -> VisibleText {
    guard !uses.isEmpty else { return "" }
    let shown = showsAll ? uses[...] : uses.prefix(Self.shortList)
    var text: VisibleText = "\n" + title + "\n" + table(Array(shown), indent: "  ", fold: fold)
    if shown.count < uses.count { text += "  … and \(uses.count - shown.count) more: --all\n" }
    return text
  }

  private func table(_ uses: [Use], indent: VisibleText = "", fold: LineFold) -> VisibleText {
    let width = TextWidth.standard
    let names = uses.map { VisibleText(name(of: $0.tool)) }
    let widest = min(32, (fold.columns ?? .max) / 3, names.map { width.columns($0.string) }.max() ?? 0)
    let digits = uses.map { "\($0.count)".count }.max() ?? 1
    var lines: VisibleText = ""
    for (use, name) in zip(uses, names) {
      let padding = String(repeating: " ", count: max(0, widest - width.columns(name.string)))
      let role = use.role.rawValue + String(repeating: " ", count: max(0, 6 - use.role.rawValue.count))
      let number = String(repeating: " ", count: max(0, digits - "\(use.count)".count)) + "\(use.count)"
      let shown = showsAll ? use.proofs[...] : use.proofs.prefix(1)
      for (index, proof) in shown.enumerated() {
        let lead: VisibleText =
          index == 0
          ? "\(sign(of: use.tool)) " + name + "\(padding)  \(role)  \(number)  "
          : "\(String(repeating: " ", count: 2 + widest + 12 + digits))"
        lines += VisibleText(lines: fold.row((indent + lead).string, VisibleText(proof.text).string) + "\n")
      }
    }
    return lines
  }

  private func unknownText(_ fold: LineFold) -> VisibleText {
    guard !result.unknown.isEmpty else { return "" }
    let shown = showsAll ? result.unknown[...] : result.unknown.prefix(Self.shortList)
    var text: VisibleText = "\nFound, not in this catalog\n"
    for item in shown { text += folded("  \(item.token.kind.rawValue) \(item.token.text) (\(item.count))", fold) }
    if shown.count < result.unknown.count { text += "  … and \(result.unknown.count - shown.count) more: --all\n" }
    return text
  }

  // MARK: What the catalog knows of a tool

  private func name(of id: String) -> String {
    catalog.toolID(for: id).map { catalog.string(catalog[$0].name) } ?? id
  }

  /// Maturity and life in one column.
  private func sign(of id: String) -> String {
    guard let tool = catalog.toolID(for: id) else { return " " }
    switch catalog[tool].status {
    case .retired: return "×"
    case .deprecated: return "!"
    case .active, .maintenance: break
    }
    switch catalog.maturity(of: tool) {
    case "graduated": return "●"
    case "incubating": return "◐"
    case "sandbox": return "○"
    default: return " "
    }
  }

  /// What a team should know of the proved tools: retired, deprecated, replaced, relicensed.
  private var allWarnings: [VisibleText] {
    result.sure.flatMap { use in
      warnings(of: use.tool).map { warning -> VisibleText in
        let date: VisibleText = warning.date.isEmpty ? "" : " \(warning.date)"
        let name: VisibleText = "\(name(of: use.tool)): \(warning.kind.rawValue)"
        let places = name + date + ", \(count(use.count, "place"))"
        if warning.details.isEmpty { return places }
        switch warning.kind {
        case .retired, .deprecated, .replaced, .missing:
          return places + "; instead: \(warning.details.joined(separator: ", "))"
        case .relicensed: return places + "; " + "\(warning.details.joined(separator: " → "))"
        }
      }
    }
  }

  private func warnings(of id: String) -> [StackWarning] {
    catalog.toolID(for: id).map { Stack.warnings(of: $0, in: catalog) } ?? []
  }

  // MARK: Other formats

  /// An object: `tools`, `perhaps`, `aside` (arrays of tools with their proofs), `unknown`, `files`, `skipped`.
  public var json: VisibleText {
    let unknown = result.unknown.map {
      JSONText.object([
        ("kind", JSONText.quoted($0.token.kind.rawValue)), ("token", JSONText.quoted($0.token.text)),
        ("count", "\($0.count)"),
      ])
    }
    let members: [(key: String, value: String)] = [
      ("version", "1"), ("tools", array(result.sure)), ("perhaps", array(result.perhaps)),
      ("aside", array(result.aside)),
      ("unknown", lines(unknown)), ("files", "\(files)"),
      ("skipped", JSONText.object(skipped.map { ($0.skip.rawValue, "\($0.count)") })),
    ]
    return VisibleText(
      json: "{\n" + members.map { "  \(JSONText.quoted($0.key)): \($0.value)" }.joined(separator: ",\n") + "\n}\n")
  }

  private func array(_ uses: [Use]) -> String { lines(uses.map(object)) }

  private func lines(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n    " + items.joined(separator: ",\n    ") + "\n  ]"
  }

  private func object(_ use: Use) -> String {
    let proofs = (showsAll ? use.proofs[...] : use.proofs.prefix(1)).map { proof in
      JSONText.object([
        ("path", JSONText.quoted(proof.path)), ("line", "\(proof.line)"), ("column", "\(proof.column)"),
        ("token", JSONText.quoted(proof.token)),
      ])
    }
    var members: [(key: String, value: String)] = [
      ("id", JSONText.quoted(use.tool)), ("name", JSONText.quoted(name(of: use.tool))),
      ("role", JSONText.quoted(use.role.rawValue)), ("count", "\(use.count)"),
      ("proofs", "[" + proofs.joined(separator: ", ") + "]"),
    ]
    if let tool = catalog.toolID(for: use.tool) {
      let life = catalog.life(of: tool)
      members.append(("life", JSONText.quoted(life.status.rawValue)))
      if life.status != .active { members.append(("since", JSONText.quoted(catalog.string(life.date)))) }
      let known = warnings(of: use.tool).map { warning in
        JSONText.object([
          ("kind", JSONText.quoted(warning.kind.rawValue)), ("date", JSONText.quoted(warning.date)),
          ("details", "[" + warning.details.map(JSONText.quoted).joined(separator: ", ") + "]"),
        ])
      }
      if !known.isEmpty { members.append(("warnings", "[" + known.joined(separator: ", ") + "]")) }
    }
    return JSONText.object(members)
  }

  /// What is proved as entries of a stack file.
  public var yaml: VisibleText {
    var text: VisibleText = "stack:\n  version: 1\ntools:\n"
    if result.sure.isEmpty { text = "stack:\n  version: 1\ntools: []\n" }
    for use in result.sure {
      let proofs = (showsAll ? use.proofs.map(\.place) : use.found.proofs).map { JSONText.quoted($0) }
      text += VisibleText(
        json: "  - id: \(use.tool)\n    status: unsorted\n    found: [\(proofs.joined(separator: ", "))]\n")
    }
    return text
  }

  /// Tables, for a page or a comment on a change.
  public func markdown(in language: Language) -> VisibleText {
    var text: VisibleText = "| Tool | Role | Proofs | First proof |\n|---|---|---:|---|\n"
    for use in result.sure {
      text += "| \(Self.cell(name(of: use.tool))) | \(use.role.rawValue) | \(use.count) | "
      text += (use.proofs.first.map { "`\(Self.cell($0.text))`" } ?? "") + " |\n"
    }
    for warning in allWarnings { text += "\n- **" + VisibleText(Self.cell(warning.string)) + "**" }
    text += "\n"
    for (title, uses) in [("Perhaps", result.perhaps), ("Only in examples, tests and documents", result.aside)]
    where !uses.isEmpty {
      text += "\n\(title): \(uses.map { Self.cell(name(of: $0.tool)) }.joined(separator: ", "))\n"
    }
    return text
  }

  /// Text that ends no cell and begins no code.
  private static func cell(_ text: String) -> String {
    String(text.flatMap { $0 == "|" ? "\\|" : $0 == "`" ? "'" : String($0) })
  }
}
