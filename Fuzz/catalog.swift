// modules: StrataText StrataYAML StrataCatalog
// sources: Fuzz/Shared/CatalogWalk.swift
// seeds: Resources/catalog Fuzz/Seeds/landscape2
//
// strata's own format, one file, a folder of two, and a catalog over another.
//
// Whatever the bytes are: nothing traps, a catalog comes with no error, and all of it can be asked for.

import StrataCatalog

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let files = files(in: bytes).enumerated().map { Catalog.Source(name: "\($0).yaml", bytes: Array($1)) }
  for inputs in [[Catalog.Input(files: files)], files.map { Catalog.Input(files: [$0]) }] { readAndWalk(inputs) }
  return 0
}
