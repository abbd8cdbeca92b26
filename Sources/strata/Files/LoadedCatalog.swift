// Memory: lent; `memchr` gets what is left.

import Glibc
import StrataCatalog
import StrataExplorer
import StrataText
import StrataYAML

/// A catalog that was read, and what was found in it.
struct LoadedCatalog: Sendable {
  var catalog: Catalog
  /// Warnings, sorted by place.
  var diagnostics: [Diagnostic]

  /// Reads the catalogs; none: the shipped one.
  ///
  /// - Parameter guides: by the position of their operands, as `settings`.
  init(operands: [String], guides: [Int: String] = [:], settings: [Int: String] = [:]) throws(LoadFailure) {
    guard !operands.isEmpty else {
      self.init(shipped: ShippedCatalog.open())
      return
    }
    let files: CatalogFiles
    do {
      files = try CatalogFiles(operands: operands, guides: guides, settings: settings)
    } catch {
      throw .file(error)
    }
    try self.init(files)
  }

  init(shipped catalog: Catalog) {
    self.catalog = catalog
    diagnostics = []
  }

  /// - Parameter progress: called with the number of bytes of each read.
  init(_ files: CatalogFiles, progress: (Int) -> Void = { _ in }) throws(LoadFailure) {
    let inputs: [Catalog.Input]
    do {
      inputs = try files.read(progress: progress)
    } catch {
      throw .file(error)
    }
    // For rendering what is wrong in it. A file is read once more where need be: whoever held its bytes besides would
    // have the catalog copy them.
    let kept = inputs.flatMap(\.sources).filter { $0.name == "<stdin>" }
    let shipped = inputs.contains { $0.mayJoinShipped } ? ShippedCatalog.open() : nil
    let reading = Catalog.read(consume inputs, shipped: shipped)
    guard let catalog = reading.catalog else {
      throw .diagnostics(
        DiagnosticReport(reading.diagnostics, width: Console(descriptor: STDERR_FILENO).columns) { name in
          (kept.first { $0.name == name }?.bytes ?? (try? FileReader.read(name)))?[...]
        })
    }
    self.catalog = catalog
    diagnostics = reading.diagnostics
  }

  /// The warnings as the screen lists them.
  var findings: Findings {
    let (diagnostics, catalog) = (diagnostics, catalog)
    return Findings(count: diagnostics.count) { range in
      DiagnosticReport(Array(diagnostics[range]), source: catalog.source).entries
    }
  }
}

/// Why a catalog does not open.
enum LoadFailure: Error, Sendable {
  case file(FileFailure)
  case diagnostics(DiagnosticReport)

  /// All of it, as it is printed: lines that end.
  var report: VisibleText {
    switch self {
    case .file(let failure): "strata: \(failure.sentence)\n"
    case .diagnostics(let report): VisibleText(lines: report.text)
    }
  }

  /// The first of it, on one line.
  var headline: VisibleText {
    switch self {
    case .file(let failure): failure.sentence
    case .diagnostics(let report): VisibleText(report.headline)
    }
  }
}

extension Catalog.Input {
  fileprivate var sources: [Catalog.Source] { files + [guide, settings].compactMap { $0 } }

  /// Whether it may be landscape2 data, which is joined with the shipped catalog: a native file says `layers:`.
  fileprivate var mayJoinShipped: Bool {
    let key = Array("layers:".utf8)
    return !files.contains { file in
      file.bytes.withUnsafeBytes { bytes in
        var line = 0
        while !bytes[line...].starts(with: key) {
          guard let start = bytes.baseAddress, let end = memchr(start + line, 0x0A, bytes.count - line) else {
            return false
          }
          line = UnsafeRawPointer(end) - start + 1
        }
        return true
      }
    }
  }
}
