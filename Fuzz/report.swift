// modules: StrataText StrataYAML StrataCatalog
// seeds: Resources/catalog Fuzz/Seeds/landscape2 Fuzz/Seeds/catalog
//
// What is said of files, in every form: findings as text, JSON, SARIF and for GitHub, lists and counts.
//
// Whatever the bytes and the file's name are: nothing traps, nothing that is printed steers a terminal, no line of a report
// is forged, and JSON is JSON.

import StrataCatalog
import StrataText
import StrataYAML

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // Files may be called anything.
  let name = String(decoding: bytes.suffix(12), as: UTF8.self) + ".yml"
  let source = Catalog.Source(name: name, bytes: bytes)
  for scrutiny in [Catalog.Scrutiny.opening, .checking, .strict] {
    let (catalog, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: scrutiny)
    for listsAll in [false, true] { check(diagnostics, of: source, listsAll: listsAll) }
    if let catalog { check(catalog) }
  }
  return 0
}

private func check(_ diagnostics: [Diagnostic], of source: Catalog.Source, listsAll: Bool) {
  let report = CheckReport(
    diagnostics, source: { $0 == source.name ? source.bytes : nil }, columns: TextWidth.columns, listsAll: listsAll)
  precondition(report.errorCount + report.warningCount == diagnostics.count)
  // Place, source line, caret, hint; then how many there are.
  precondition(lines(report.text) <= 4 * diagnostics.count + 1)
  precondition(lines(report.github) == diagnostics.count)
  precondition(lines(report.json) == (diagnostics.isEmpty ? 1 : diagnostics.count + 2))
  for text in [report.text, report.github] { checkVisible(text) }
  checkJSON(report.json)
  checkJSON(report.sarif)
}

private func check(_ catalog: Catalog) {
  var list = ""
  ListReport.text(catalog, catalog.toolIDs, in: .zh, width: { TextWidth.standard.columns($0) }) { list += $0 }
  precondition(lines(VisibleText(lines: list)) == catalog.tools.count)
  var json = ""
  ListReport.json(catalog, catalog.toolIDs) { json += $0 }
  checkJSON(VisibleText(json: json))
  let stats = StatsReport(catalog)
  checkJSON(VisibleText(json: stats.json))
  let text = VisibleText(lines: stats.text(in: .en) { TextWidth.standard.columns($0) })
  checkVisible(text)
  // Rows of layers, categories, years and maturities, some thirty others, and what stands between.
  let rows = catalog.layers.count + catalog.categories.count + catalog.tools.count + catalog.maturities.count
  precondition(lines(text) <= rows + 30)
}

private func lines(_ text: VisibleText) -> Int { text.string.utf8.count { $0 == 0x0A } }

private func checkVisible(_ text: VisibleText) {
  for scalar in text.string.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control: precondition(scalar == "\n")
    case .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: preconditionFailure()
    default: precondition(!scalar.properties.isBidiControl)
    }
  }
}

/// JSON is YAML, but for its halves of characters.
private func checkJSON(_ text: VisibleText) {
  checkVisible(text)
  guard text.string.firstRange(of: "\\ud") == nil else { return }
  let (_, diagnostics) = Document.parse(Array(text.string.utf8), name: "printed")
  precondition(diagnostics.allSatisfy { $0.kind == "too-large" || $0.kind == "too-deep" }, "\(diagnostics)")
}
