import Foundation
import StrataCatalog
import StrataScreen
import StrataYAML

/// Reads sources given as text, named as in the call.
func read(_ sources: (name: String, text: String)...) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
  Catalog.read(sources: sources.map { ($0.name, Array($0.text.utf8)) })
}

/// What people see of a catalog's findings, every source's text at hand.
func rendered(_ sources: (name: String, text: String)...) -> String {
  let (_, diagnostics) = Catalog.read(sources: sources.map { ($0.name, Array($0.text.utf8)) })
  return diagnostics.map { diagnostic in
    let source = sources.first { $0.name == diagnostic.place.source }?.text ?? ""
    return diagnostic.rendered(source: Array(source.utf8), columns: TextWidth.columns)
  }.joined(separator: "\n")
}

/// A real file of the shared data; nil where there is none.
enum Shared {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  static var isThere: Bool { FileManager.default.fileExists(atPath: root.path) }

  static func source(_ path: String) throws -> Catalog.Source {
    Catalog.Source(name: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
  }
}

/// The catalog that strata ships, as its files stand in the package.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Resources/catalog")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "landscape.yaml").path) }

  static func sources() throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
      .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
  }
}
