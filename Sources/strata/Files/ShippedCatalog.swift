// Memory: calls; the image in the program, of the size that the linker knows.

import CStrataResources
import StrataCatalog

/// The landscape that strata carries along.
enum ShippedCatalog {
  /// Costs nothing: the catalog lies in the program as it is used.
  static func open() -> Catalog {
    let image = strata_catalog_image()
    return Catalog(static: UnsafeRawBufferPointer(start: image.bytes, count: image.count))
  }

  /// The files of Resources/catalog, as the image holds them.
  static var sources: [Catalog.Source] {
    let catalog = open()
    return catalog.sources.map { Catalog.Source(name: $0.name, bytes: Array(catalog.source(named: $0.name) ?? [])) }
  }
}
