import Glibc
import StrataCatalog
import StrataExplorer
import StrataSettings
import StrataText
import StrataYAML

/// The themes that there are: strata's own, and those in the folder `themes` beside the configuration.
struct ThemeFiles: Hashable, Sendable {
  /// Nil where there is no folder to look in.
  let folder: String?

  /// - Parameter configuration: the file they stand beside; nil: where a person's own would be.
  init(beside configuration: ConfigurationFile?, environment: Environment) {
    if let configuration {
      folder = CatalogFiles.split(configuration.path).0 + "themes"
    } else {
      folder = ConfigurationFile.folder(environment).map { $0 + "/themes" }
    }
  }

  /// A theme by its name, and what is wrong with its file; nil and nothing where there is none.
  func theme(_ name: String) -> (theme: StrataExplorer.Theme?, complaints: [String]) {
    if let own = StrataExplorer.Theme.builtIn.first(where: { $0.name == name }) { return (own, []) }
    // A name is no way to other folders.
    guard let path = path(of: name) else { return (nil, []) }
    do {
      let source = try FileReader.read(path)
      guard source.count <= Settings.limit else {
        return (nil, [FileFailure(path: path, problem: .tooLarge(source.count)).sentence.string])
      }
      let (theme, diagnostics) = StrataExplorer.Theme.read(source, name: name, source: path)
      return (theme, DiagnosticReport(diagnostics) { _ in source[...] }.entries)
    } catch .missing {
      return (nil, [])
    } catch {
      return (nil, [FileFailure(path: path, problem: error).sentence.string])
    }
  }

  func path(of name: String) -> String? {
    guard let folder, !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else { return nil }
    return "\(folder)/\(name).yaml"
  }

  /// All that can be read, strata's own first.
  var all: [StrataExplorer.Theme] {
    StrataExplorer.Theme.builtIn + names.compactMap { theme($0).theme }
  }

  /// The names of those in the folder that are not strata's own.
  private var names: [String] {
    guard let folder, let files = try? FileReader.names(inFolder: folder) else { return [] }
    let own = Set(StrataExplorer.Theme.builtIn.map(\.name))
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.filter { !own.contains($0) }
      .prefix(ThemeFiles.limit).map { $0 }
  }

  /// Themes that a popup may list.
  private static let limit = 100

  func unknown(_ name: String, at place: Diagnostic.Place) -> Diagnostic {
    let known = StrataExplorer.Theme.builtIn.map(\.name) + names
    return Diagnostic(
      severity: .error, kind: "unknown-theme", place: place, message: "there is no theme '\(name)'",
      hint: Nearest.likely(name, among: known).map { "did you mean '\($0)'?" }
        ?? "they are \(known.joined(separator: ", ")); one of your own is \(path(of: name) ?? "a file in themes/")")
  }
}
