/// How a file is read; told by its name, for standard input by its first bytes.
public enum FileType: Sendable {
  /// YAML and what is made of it with templates: manifests, charts, values, compose files, pipelines.
  case yaml
  /// A pipeline of some CI, in YAML: what it runs it builds or tests with.
  case pipeline
  case json
  case packageJSON
  case devbox
  case dockerfile
  case terraform
  case environment
  case goModule
  case requirements
  case toml
  case xml
  case gradle
  case project
  case versions
  case brewfile
  case jenkinsfile
  case tiltfile
  case script
  /// Lines of names: `kubectl get crd -o name`, `kubectl api-versions`, `helm list`.
  case listing
  /// SBOMs that are not JSON: package addresses anywhere in a line.
  case packages
  /// Only the name counts.
  case named

  /// Whether files of this type are read whole, however large: lock files and SBOMs.
  public static func hasNoLimit(name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".lock") || name.hasSuffix(".lock.hcl") || isSBOM(name)
  }

  static func isSBOM(_ name: String) -> Bool {
    name[...].utf8Range(of: "sbom") != nil || name[...].utf8Range(of: "cyclonedx") != nil || name.hasSuffix(".spdx")
      || name[...].utf8Range(of: ".spdx.") != nil || name[...].utf8Range(of: ".cdx.") != nil
      || name == "bom.json" || name == "bom.xml"
  }

  /// - Parameter path: from the folder that is scanned, parts joined by `/`.
  /// - Returns: nil where neither the name nor the content of such a file says anything.
  public init?(path: String) {
    let parts = path.split(separator: "/").map { $0.lowercased() }
    guard let name = parts.last else { return nil }
    if Self.isSBOM(name), !name.hasSuffix(".json") {
      self = .packages
      return
    }
    switch name {
    case "package.json": self = .packageJSON
    case "devbox.json": self = .devbox
    case "go.mod": self = .goModule
    case "pyproject.toml", "cargo.toml", "mise.toml", ".mise.toml", "mise.local.toml", ".mise.local.toml", "pipfile":
      self = .toml
    case "pom.xml": self = .xml
    case ".tool-versions": self = .versions
    case "brewfile": self = .brewfile
    case "packages.config", "directory.packages.props", "directory.build.props": self = .project
    case "dockerfile", "containerfile": self = .dockerfile
    case "makefile", "justfile": self = .script
    case "tiltfile": self = .tiltfile
    default:
      guard let type = Self.byEnding(name, folders: parts.dropLast()) else { return nil }
      self = type
    }
  }

  private static func byEnding(_ name: String, folders: ArraySlice<String>) -> FileType? {
    if name.hasPrefix("dockerfile.") || name.hasSuffix(".dockerfile") || name.hasPrefix("containerfile.") {
      return .dockerfile
    }
    if name == ".env" || name.hasPrefix(".env.") || name.hasSuffix(".env") { return .environment }
    if name.hasSuffix(".txt"), name[...].utf8Range(of: "requirements") != nil || folders.last == "requirements" {
      return .requirements
    }
    if name.hasPrefix("jenkinsfile") || name.hasSuffix(".jenkinsfile") { return .jenkinsfile }
    if name.hasSuffix(".versions.toml") || name == "config.toml" && folders.last == "mise" { return .toml }
    guard let dot = name.lastIndex(of: ".") else { return .named }
    switch name[dot...] {
    case ".yaml", ".yml", ".gotmpl", ".tpl":
      return isPipeline(folders) || isPipeline(name) ? .pipeline : .yaml
    case ".lock": return name == "chart.lock" ? .yaml : .named
    case ".json", ".json5": return .json
    case ".tf", ".tofu", ".hcl", ".tfvars": return .terraform
    case ".gradle", ".kts": return .gradle
    case ".csproj", ".fsproj", ".vbproj": return .project
    case ".spdx": return .packages
    default: return .named
    }
  }

  /// `azure-pipelines.yml`, `build.gitlab-ci.yml`, `cloudbuild-release.yaml`
  private static func isPipeline(_ name: String) -> Bool {
    var stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
    if stem.hasPrefix(".") { stem.removeFirst() }
    switch stem {
    case "appveyor", "semaphore", "buildspec", "screwdriver", "codefresh", "drone", "woodpecker", "travis", "cirrus",
      "bitbucket-pipelines", "delivery", "action", "buildkite", "wercker":
      return true
    default:
      return stem.hasSuffix("gitlab-ci") || stem.hasPrefix("gitlab-ci") || stem.hasPrefix("azure-pipelines")
        || stem.hasPrefix("cloudbuild")
    }
  }

  private static func isPipeline(_ folders: ArraySlice<String>) -> Bool {
    let pairs = zip(folders, folders.dropFirst())
    return folders.contains {
      [
        ".circleci", ".woodpecker", ".buildkite", ".semaphore", ".gitlab", ".azure-pipelines", ".azuredevops",
        ".pipelines",
        ".harness",
      ].contains($0)
    }
      || pairs.contains { [".github", ".gitea", ".forgejo"].contains($0) && ["workflows", "actions"].contains($1) }
  }

  /// What standard input is, by its first bytes: a JSON text, YAML, or lines of names.
  public init(beginning: Span<UInt8>) {
    var position = 0
    while position < beginning.count, beginning[position].isBlank || beginning[position] == .lineFeed { position += 1 }
    if position < beginning.count, beginning[position] == .brace || beginning[position] == UInt8(ascii: "[") {
      self = .json
      return
    }
    if beginning.has("<?xml", at: position) || beginning.has("SPDXVersion", at: position) {
      self = .packages
      return
    }
    let end = beginning.index(of: .lineFeed, from: position) ?? beginning.count
    let line = beginning.trimmed(position..<end)
    // A key: an image's tag has no blank before it.
    let hasKey = line.contains { place in
      beginning[place] == .colon && (place + 1 == line.upperBound || beginning[place + 1].isBlank)
    }
    let isYAML =
      hasKey || beginning.has("---", at: position) || beginning.has("- ", at: position)
      || beginning.has("#", at: position)
    self = isYAML ? .yaml : .listing
  }
}

/// Where a file stands: what is found in examples and tests counts apart.
public enum Scope: Sendable {
  case main, aside

  static let asideFolders: Set<String> = [
    "test", "tests", "testing", "testdata", "test-data", "e2e", "e2e-tests", "integration-tests", "spec", "specs",
    "example", "examples", "sample", "samples", "fixture", "fixtures", "__fixtures__", "mock", "mocks", "doc", "docs",
    "documentation", "third_party", "third-party", "hack",
  ]

  /// - Parameter path: from the folder that is scanned.
  public init(path: String) {
    let parts = path.split(separator: "/").map { $0.lowercased() }
    let name = parts.last ?? ""
    let isTest =
      name.hasPrefix("test_") || name.hasPrefix("test-") || name[...].utf8Range(of: "_test.") != nil
      || name[...].utf8Range(of: "-test.") != nil
    self = isTest || parts.dropLast().contains { Self.asideFolders.contains($0) } ? .aside : .main
  }
}
