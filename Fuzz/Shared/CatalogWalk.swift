// What the targets that read catalogs share.

import StrataCatalog
import StrataYAML

/// The files in an input, at most four: what stands between lines of `%%%`.
func files(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var parts: [ArraySlice<UInt8>] = []
  var rest = bytes[...]
  while parts.count < 3, let border = rest.firstRange(of: Array("\n%%%\n".utf8)) {
    parts.append(rest[..<border.lowerBound])
    rest = rest[border.upperBound...]
  }
  return parts + [rest]
}

/// Reads the inputs to open and to check them: a catalog comes with no error, and all of it can be asked for.
func readAndWalk(_ inputs: [Catalog.Input], shipped: Catalog? = nil) {
  for scrutiny in [Catalog.Scrutiny.opening, .checking] {
    let (catalog, diagnostics) = Catalog.read(inputs, shipped: shipped, scrutiny: scrutiny)
    let hasErrors = diagnostics.contains { $0.severity == .error }
    precondition((catalog == nil) == hasErrors)
    for diagnostic in diagnostics { precondition(diagnostic.message.utf8.count < 4000) }
    if let catalog { walk(catalog) }
  }
}

private func walk(_ catalog: Catalog) {
  var places = 0
  for layer in catalog.layerIDs {
    precondition(catalog.toolCount(of: layer) <= catalog.placeCount(of: layer))
    places += catalog.placeCount(of: layer)
    _ = catalog.string(catalog[layer].guide, in: .zh)
    for category in catalog.categories(of: layer) {
      precondition(catalog[category].layer == layer)
      for position in 0..<catalog.toolCount(of: category) {
        let tool = catalog.tool(at: position, of: category)
        precondition(catalog.shelves(of: tool).contains(category) || catalog.string(catalog[category].id).isEmpty)
      }
    }
  }
  precondition(places == catalog.placeCount)
  for group in catalog.groups { _ = catalog.layers(of: group).map { catalog[$0].name } }
  ListReport.json(catalog, catalog.toolIDs) { _ in }
  ListReport.text(catalog, catalog.toolIDs, in: .zh, width: { $0.utf8.count }) { _ in }
  let stats = StatsReport(catalog)
  _ = stats.json
  _ = stats.text(in: .en) { $0.utf8.count }
}
