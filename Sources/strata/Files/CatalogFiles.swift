import StrataCatalog

/// The files that the catalogs on the command line are read from, in their order.
///
/// A catalog is a file, a folder of them, or `-` for standard input. A landscape2 data file (`landscape.yml`, `data.yml`)
/// takes along the `guide.yml` and `settings.yml` beside it.
struct CatalogFiles: Sendable {
  struct Part: Hashable, Sendable {
    /// As the user gave it.
    var operand: String
    var isFolder: Bool
    /// The paths, or `-`; only regular files.
    var files: [String]
    var guide: String?
    var settings: String?
    /// Where a guide and settings would be taken from, whether they are there or not.
    var companions: [String] = []
  }

  var parts: [Part]

  /// Looks at what the operands are now. A folder's files may be others the next time.
  ///
  /// - Parameter guides: those that were named, by the position of their operands, as `settings`.
  init(operands: [String], guides: [Int: String] = [:], settings: [Int: String] = [:]) throws(FileFailure) {
    parts = []
    for operand in operands {
      do {
        parts.append(try CatalogFiles.part(operand))
      } catch .missing where Sentence.isAddress(operand) {
        throw FileFailure(path: operand, problem: .address)
      } catch {
        throw FileFailure(path: operand, problem: error)
      }
    }
    for index in parts.indices {
      parts[index].guide = guides[index] ?? parts[index].guide
      parts[index].settings = settings[index] ?? parts[index].settings
    }
  }

  /// Every path that is read; not standard input.
  var paths: [String] {
    parts.flatMap { $0.files + [$0.guide, $0.settings].compactMap { $0 } }.filter { $0 != "-" }
  }

  /// Reads them all.
  ///
  /// - Parameter progress: called with the number of bytes of each read.
  func read(progress: (Int) -> Void) throws(FileFailure) -> [Catalog.Input] {
    var inputs: [Catalog.Input] = []
    for part in parts {
      var sources: [Catalog.Source] = []
      for file in part.files { sources.append(try CatalogFiles.source(file, progress)) }
      var input = Catalog.Input(files: sources)
      if let guide = part.guide { input.guide = try CatalogFiles.source(guide, progress) }
      if let settings = part.settings { input.settings = try CatalogFiles.source(settings, progress) }
      inputs.append(input)
    }
    return inputs
  }

  /// Bytes of all regular files together, as far as that is known.
  var size: Int {
    paths.reduce(0) { $0 + (FileStamp(path: $1)?.size ?? 0) }
  }

  private static func source(_ path: String, _ progress: (Int) -> Void) throws(FileFailure) -> Catalog.Source {
    do {
      if path == "-" {
        return Catalog.Source(name: "<stdin>", bytes: try StandardInput.process.read(progress: progress))
      }
      return Catalog.Source(name: path, bytes: try FileReader.read(path, progress: progress))
    } catch {
      throw FileFailure(path: path, problem: error)
    }
  }

  private static func part(_ operand: String) throws(FileProblem) -> Part {
    if operand == "-" { return Part(operand: operand, isFolder: false, files: ["-"]) }
    guard try FileReader.isFolder(operand) else {
      var part = Part(operand: operand, isFolder: false, files: [operand])
      let (folder, name) = split(operand)
      if dataNames.contains(name) { takeCompanions(of: &part, in: folder) }
      return part
    }
    let folder = operand.hasSuffix("/") ? operand : operand + "/"
    // A folder or a link that leads nowhere may be called like a catalog.
    let names = try FileReader.names(inFolder: operand).filter { isYAML($0) && FileStamp(path: folder + $0) != nil }
    guard !names.isEmpty else { throw .emptyFolder }
    var part = Part(operand: operand, isFolder: true, files: [])
    if dataNames.contains(where: names.contains) { takeCompanions(of: &part, in: folder) }
    part.files = names.map { folder + $0 }.filter { $0 != part.guide && $0 != part.settings }
    return part
  }

  private static let dataNames = ["landscape.yml", "data.yml"]

  static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  private static func takeCompanions(of part: inout Part, in folder: String) {
    func existing(_ name: String) -> String? {
      FileStamp(path: folder + name) == nil ? nil : folder + name
    }
    part.companions = ["guide.yml", "settings.yml"].map { folder + $0 }
    part.guide = existing("guide.yml")
    part.settings = existing("settings.yml")
  }

  /// The folder with its slash (empty for the current one), and the name.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}
