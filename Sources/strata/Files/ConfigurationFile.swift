import Glibc
import StrataExplorer
import StrataSettings
import StrataText
import StrataYAML

/// A person's configuration: where it is, and how it is read. It is never written.
struct ConfigurationFile: Hashable, Sendable {
  /// What `--config` says; nil: nothing.
  enum Choice: Hashable, Sendable {
    case none
    case path(String)

    init(_ text: String) { self = text == "none" ? .none : .path(text) }
  }

  let path: String
  /// Whether it was asked for by its name: then it has to be there.
  let isNamed: Bool

  /// What was read, and what is wrong with it.
  struct Reading: Sendable {
    var settings: Settings?
    var diagnostics: [Diagnostic] = []
    var source: [UInt8] = []
    /// Why the file could not be read.
    var failure: VisibleText?

    /// Whether it is as its writer wanted it.
    var isSound: Bool { failure == nil && settings != nil && !diagnostics.contains { $0.severity == .error } }

    /// One text a finding, the failure first.
    ///
    /// - Parameter width: of a terminal that it is printed on; nil where it is not.
    func complaints(width: Int? = nil) -> [String] {
      (failure.map { [$0.string] } ?? []) + DiagnosticReport(diagnostics, width: width) { _ in source[...] }.entries
    }
  }

  /// Where the configurations are that nobody names: the first that is there counts.
  static func candidates(_ environment: Environment) -> [String] {
    var folders: [String] = []
    if let own = folder(environment) { folders.append(own) }
    // As the XDG base directory specification has it: a relative path is no path.
    let shared = (environment["XDG_CONFIG_DIRS"] ?? "/etc/xdg").split(separator: ":").map(String.init)
    folders += shared.filter { $0.hasPrefix("/") }.map { $0 + "/strata" }
    return folders.map { $0 + "/config.yaml" }
  }

  /// The folder of a person's own configuration and themes; nil without a home.
  static func folder(_ environment: Environment) -> String? {
    if let home = environment["XDG_CONFIG_HOME"], home.hasPrefix("/") { return home + "/strata" }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.config/strata" }
    return nil
  }

  /// The file that counts; nil where there is none, or none is wanted.
  static func find(_ choice: Choice?, environment: Environment) -> ConfigurationFile? {
    switch choice {
    case .path(let path): return ConfigurationFile(path: path, isNamed: true)
    case Choice.none?: return nil
    case nil: break
    }
    if let variable = environment["STRATA_CONFIG"] {
      return variable == "none" ? nil : ConfigurationFile(path: variable, isNamed: true)
    }
    return candidates(environment).first { RawPath.exists($0) }
      .map { ConfigurationFile(path: $0, isNamed: false) }
  }

  /// What is in the file; a theme that it names and that is not there is told, too.
  func read(themes: ThemeFiles) -> Reading {
    var reading = Reading()
    do {
      reading.source = try FileReader.read(path)
    } catch {
      // One that nobody named may go while strata looks.
      if error == .missing, !isNamed {
        reading.settings = Settings()
      } else {
        reading.failure = FileFailure(path: path, problem: error).sentence
      }
      return reading
    }
    guard reading.source.count <= Settings.limit else {
      reading.failure = FileFailure(path: path, problem: .tooLarge(reading.source.count)).sentence
      reading.source = []
      return reading
    }
    (reading.settings, reading.diagnostics) = Settings.read(reading.source, name: path)
    reading.settings?.resolvePaths(against: CatalogFiles.split(path).0)
    if let name = reading.settings?.theme, let place = reading.settings?.places[.theme] {
      let (theme, problems) = themes.theme(name)
      if theme == nil, problems.isEmpty {
        reading.diagnostics.append(themes.unknown(name, at: place))
        reading.settings?.theme = nil
        reading.settings?.places[.theme] = nil
      }
    }
    leaveOutMissingCatalogs(&reading)
    return reading
  }

  /// A catalog that is not there is told, and left out: strata opens all the same.
  private func leaveOutMissingCatalogs(_ reading: inout Reading) {
    guard let names = reading.settings?.catalogs, let place = reading.settings?.places[.catalogs] else { return }
    let there = names.filter { $0 == "-" || RawPath.exists($0) }
    for name in names where !there.contains(name) {
      reading.diagnostics.append(
        Diagnostic(
          severity: .error, kind: "missing-catalog", place: place, message: "there is no catalog '\(name)'",
          hint: "paths are those from the folder of this file on"))
    }
    reading.settings?.catalogs = there
  }
}

extension Settings {
  /// Paths that are relative are those of the configuration's folder; `~/` is the home.
  fileprivate mutating func resolvePaths(against folder: String) {
    func resolved(_ path: String) -> String {
      if path.hasPrefix("~/"), let home = Environment()["HOME"] { return home + path.dropFirst() }
      return path.hasPrefix("/") || path == "-" ? path : folder + path
    }
    catalogs = catalogs?.map(resolved)
    stack = stack.map(resolved)
  }
}
