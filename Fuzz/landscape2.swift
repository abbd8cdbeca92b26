// modules: StrataText StrataYAML StrataCatalog
// seeds: Fuzz/Seeds/catalog
//
// landscape2 data with a guide and settings, beside a small catalog of strata's own, and laid over other data.
//
// Whatever the bytes are: nothing traps, a catalog comes with no error, and all of it can be asked for.

import StrataCatalog
import StrataYAML

/// What files are joined with.
private let shipped: Catalog = {
  let text = """
    layers:
      - id: runtime
        name: {en: Runtime, zh: 运行时}
        summary: {en: Runs., zh: 运行。}
        categories:
          - id: cr
            name: {en: Container Runtime, zh: 容器运行时}
            what: {en: What., zh: 什么。}
            tools: [{id: kong, name: Kong, aliases: [k], homepage: https://konghq.com, summary: {en: A gateway., zh: 网关。}}]
          - {id: cns, name: Cloud Native Storage, related: [{category: cr, reason: R.}]}
          - {id: cnn, name: Cloud Native Network}
    """
  return Catalog.read(sources: [("own.yaml", Array(text.utf8))]).catalog!
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let files = split(bytes).enumerated().map { Catalog.Source(name: "\($0).yml", bytes: Array($1)) }
  let whole = Catalog.Input(
    files: [files[0]], guide: files.count > 1 ? files[1] : nil, settings: files.count > 2 ? files[2] : nil)
  var catalogs = [[whole], [whole, whole], [Catalog.Input(files: files)]]
  if files.count > 3 { catalogs.append([whole, Catalog.Input(files: [files[3]])]) }
  for inputs in catalogs {
    // What is checked opens seldom: noise is never all that landscape2 wants.
    for scrutiny in [Catalog.Scrutiny.opening, .checking] {
      let (catalog, diagnostics) = Catalog.read(inputs, shipped: shipped, scrutiny: scrutiny)
      let hasErrors = diagnostics.contains { $0.severity == .error }
      precondition((catalog == nil) == hasErrors)
      for diagnostic in diagnostics { precondition(diagnostic.message.utf8.count < 4000) }
      if let catalog { ask(catalog) }
    }
  }
  return 0
}

/// The files: what stands between lines of `%%%`.
private func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var parts: [ArraySlice<UInt8>] = []
  var rest = bytes[...]
  while parts.count < 3, let border = rest.firstRange(of: Array("\n%%%\n".utf8)) {
    parts.append(rest[..<border.lowerBound])
    rest = rest[border.upperBound...]
  }
  return parts + [rest]
}

private func ask(_ catalog: Catalog) {
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
  ListReport.json(catalog) { _ in }
  ListReport.text(catalog, in: .zh, width: { $0.utf8.count }) { _ in }
  let stats = StatsReport(catalog)
  _ = stats.json
  _ = stats.text(in: .en) { $0.utf8.count }
}
