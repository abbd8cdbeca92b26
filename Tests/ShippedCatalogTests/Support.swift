import Foundation
import StrataCatalog
import StrataScreen
import StrataYAML
import Testing

/// The package's folder and what lies beside it.
enum Folder {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let catalog = package.appending(path: "Resources/catalog")
  static let tests = package.appending(path: "Tests/ShippedCatalogTests")
  /// Real data that is not part of the package; mostly missing.
  static let shared = package.deletingLastPathComponent().appending(path: "shared")

  static let landscape = shared.appending(path: "data/cncf/landscape.yml")
  static let coverage = shared.appending(path: "seed/coverage.tsv")

  static func holds(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }
}

/// The catalog that strata ships, as its files stand in the package.
enum Shipped {
  static let files: [SourceFile] = {
    let all = (try? FileManager.default.contentsOfDirectory(at: Folder.catalog, includingPropertiesForKeys: nil)) ?? []
    return all.filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }.compactMap { try? SourceFile($0) }
  }()

  /// As `strata check --strict` reads it: with every finding about the content.
  static let reading = Catalog.read(
    [Catalog.Input(files: files.map { Catalog.Source(name: $0.name, bytes: $0.bytes) })], scrutiny: .checking)

  /// Every finding of the reader, as a person sees it.
  static var diagnostics: [String] {
    reading.diagnostics.map { diagnostic in
      let bytes = files.first { $0.name == diagnostic.place.source }?.bytes ?? []
      return diagnostic.rendered(source: bytes, columns: TextWidth.columns)
    }
  }

  static func catalog() throws -> Catalog { try #require(reading.catalog) }

  static let texts: [BilingualText] = files.flatMap { BilingualText.all(in: $0) }

  /// All texts line by line.
  static let chineseLines: [TextLine] = texts.flatMap { $0.lines(in: "zh") }
  static let englishLines: [TextLine] = texts.flatMap { $0.lines(in: "en") }
}

/// A YAML file, its tree, and where its lines begin.
final class SourceFile: Sendable {
  let name: String
  let bytes: [UInt8]
  let lines: [String]
  let document: Document
  let diagnostics: [Diagnostic]
  private let lineStarts: [Int]

  convenience init(_ url: URL) throws {
    self.init(name: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
  }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    (document, diagnostics) = Document.parse(bytes, name: name)
  }

  var root: Value? { document.roots.first.map { Value(file: self, node: $0) } }

  /// The line of a byte, counted from 1.
  func line(at offset: Int) -> Int {
    lineStarts.partitioningIndex { $0 > offset }
  }
}

/// A node with its file: what the tests read YAML by.
struct Value {
  let file: SourceFile
  let node: Document.NodeID

  var document: Document { file.document }
  var line: Int { file.line(at: document.place(of: node).offset) }
  var isMapping: Bool { document.kind(of: node) == .mapping }

  /// A scalar's text, nil where nothing is written and for any other node.
  var string: String? {
    document.kind(of: node) == .scalar && !document.isNull(node) ? document.string(node) : nil
  }

  subscript(key: String) -> Value? { document.value(of: key, in: node).map { Value(file: file, node: $0) } }

  /// A mapping's keys and values, or a sequence's items with empty keys, in the order of the file.
  var entries: [(key: String, value: Value)] {
    var children: [Value] = []
    var child = document.firstChild(of: node)
    while let each = child {
      children.append(Value(file: file, node: each))
      child = document.next(after: each)
    }
    switch document.kind(of: node) {
    case .mapping:
      return stride(from: 0, to: children.count - 1, by: 2).map { (children[$0].string ?? "", children[$0 + 1]) }
    case .sequence: return children.map { ("", $0) }
    case .scalar, .alias: return []
    }
  }

  var items: [Value] { document.kind(of: node) == .sequence ? entries.map(\.value) : [] }
}

/// Fails with all findings at once, one a line.
func expectNone(_ findings: [String], sourceLocation: SourceLocation = #_sourceLocation) {
  guard !findings.isEmpty else { return }
  Issue.record("\(findings.count) found:\n\(findings.joined(separator: "\n"))", sourceLocation: sourceLocation)
}

extension Array where Element == Int {
  /// The first index whose element satisfies a predicate that no earlier one does; the count if there is none.
  fileprivate func partitioningIndex(where predicate: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
