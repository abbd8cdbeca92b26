import Foundation
import StrataCatalog
import StrataScan
import Testing

/// The folder of the package, and what lies in it and beside it.
enum Files {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let shared = root.appending(path: "../shared/scan").standardizedFileURL

  static let table: SignalTable = {
    let text = try? String(contentsOf: root.appending(path: "Resources/signals/signals.txt"), encoding: .utf8)
    return SignalTable(text ?? "")
  }()

  static let catalog: Catalog? = {
    let folder = root.appending(path: "Resources/catalog")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter { $0.hasSuffix(".yaml") } ?? []
    let sources = names.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { (name: name, bytes: Array($0)) }
    }
    return Catalog.read(sources: sources).catalog
  }()

  static let catalogTable: SignalTable = {
    var all = Files.table
    if let catalog { all.add(catalog) }
    return all
  }()
}

extension Scan {
  /// Reads a file in pieces of so many bytes.
  mutating func read(_ path: String, _ text: String, piece: Int = .max) {
    read(path, Array(text.utf8), piece: piece)
  }

  mutating func read(_ path: String, _ bytes: [UInt8], piece: Int = .max) {
    guard var file = open(path: path) else { return }
    feed(&file, bytes, piece: piece)
    close(&file)
  }

  /// Reads standard input.
  mutating func readInput(_ text: String) {
    let bytes = Array(text.utf8)
    var file = openInput(beginning: bytes.span)
    feed(&file, bytes, piece: .max)
    close(&file)
  }

  private func feed(_ file: inout FileScan, _ bytes: [UInt8], piece: Int) {
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + min(piece, bytes.count))
      file.feed(bytes.span.extracting(start..<end))
      start = end
    }
  }
}

extension ScanResult {
  /// `harbor runs 1 path:2: goharbor/harbor-core`, a tool a line.
  var lines: [String] { sure.map(Self.line) }
  var weakLines: [String] { perhaps.map(Self.line) }
  var asideLines: [String] { aside.map(Self.line) }

  private static func line(_ use: Use) -> String {
    let proof = use.proofs[0]
    let column = proof.column == 0 ? "" : ":\(proof.column)"
    return "\(use.tool) \(use.role.rawValue) \(use.count) \(proof.path):\(proof.line)\(column): \(proof.token)"
  }
}

/// What one file says, with the table that strata ships.
func scan(_ path: String, _ text: String, piece: Int = .max) -> ScanResult {
  var scan = Scan(table: Files.table)
  scan.read(path, text, piece: piece)
  return scan.result
}
