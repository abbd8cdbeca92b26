import Glibc
import StrataCatalog
import StrataSearch
import StrataYAML

/// Reads the catalog that strata ships and writes its image, and the C source that embeds it.
///
///     strata-image image.bin image.c FILE …
///
/// Run by the plugin of the same name whenever a file of Resources/catalog has changed.
@main
struct CatalogImage {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else { fail("usage: strata-image image.bin image.c file …") }
    let sources = arguments[3...].map { path in
      Catalog.Source(name: String(path.split(separator: "/").last ?? ""), bytes: read(path))
    }
    let (image, diagnostics) = Catalog.image(of: [Catalog.Input(files: sources)], searchIndex: Searcher.index)
    for diagnostic in diagnostics {
      let source = sources.first { $0.name == diagnostic.place.source }?.bytes ?? []
      print(diagnostic.rendered(source: source) { _ in 1 })
    }
    guard let image else { fail("the shipped catalog cannot be read") }
    write(image, to: arguments[1])
    write(Array(source(embedding: arguments[1]).utf8), to: arguments[2])
  }

  private static func source(embedding path: String) -> String {
    """
    #include "CStrataResources.h"

    _Alignas(16) static const uint8_t image[] = {
    #embed "\(path.split(separator: "/").last ?? "")"
    };

    struct strata_bytes strata_catalog_image(void) { return (struct strata_bytes){image, sizeof image}; }

    """
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { fail("cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w"), fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
      fail("cannot write \(path)")
    }
  }

  private static func fail(_ message: String) -> Never {
    print("strata-image: error: \(message)")
    exit(1)
  }
}
