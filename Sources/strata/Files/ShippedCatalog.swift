import CStrataResources
import StrataCatalog

/// The landscape that strata carries along.
enum ShippedCatalog {
  static func read() -> Catalog {
    let (catalog, diagnostics) = Catalog.read([Catalog.Input(files: sources)])
    guard let catalog else { fatalError("the shipped catalog cannot be read: \(diagnostics)") }
    return catalog
  }

  static var sources: [Catalog.Source] {
    (0..<strata_catalog_file_count()).map { index in
      let file = strata_catalog_file(index)
      return Catalog.Source(
        name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
