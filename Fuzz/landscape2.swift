// modules: StrataText StrataYAML StrataCatalog
// sources: Fuzz/Shared/CatalogWalk.swift
// seeds: Fuzz/Seeds/catalog
//
// landscape2 data with a guide and settings, beside a small catalog of strata's own, and laid over other data.
//
// Whatever the bytes are: nothing traps, a catalog comes with no error, and all of it can be asked for.

import StrataCatalog

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
  let files = files(in: bytes).enumerated().map { Catalog.Source(name: "\($0).yml", bytes: Array($1)) }
  let whole = Catalog.Input(
    files: [files[0]], guide: files.count > 1 ? files[1] : nil, settings: files.count > 2 ? files[2] : nil)
  // What is checked opens seldom: noise is never all that landscape2 wants.
  readAndWalk([whole], shipped: shipped)
  readAndWalk([whole, whole], shipped: shipped)
  readAndWalk([Catalog.Input(files: files)], shipped: shipped)
  if files.count > 3 { readAndWalk([whole, Catalog.Input(files: [files[3]])], shipped: shipped) }
  return 0
}
