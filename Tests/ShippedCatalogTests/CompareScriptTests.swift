import Foundation
import Testing

/// Scripts/compare-landscape.py, run as a maintainer runs it.
@Suite(.enabled(if: Script.canRun)) struct CompareScriptTests {
  @Test func listsWhatANewerFileWouldChange() throws {
    let result = try Script.compare(landscape: Sample.landscape, differences: "differences: []\n")
    #expect(
      result.output == """
        provisioning.yaml:6: Harbor: graduated: (none) -> 2020-06-15
        provisioning.yaml:6: Harbor: homepage: https://old.example -> https://goharbor.io
        provisioning.yaml:6: Harbor: maturity: incubating -> graduated
        provisioning.yaml:12: Notary: renamed to Notary Project
        provisioning.yaml:18: Gone: no project of the landscape any more (sandbox here)
        provisioning.yaml:23: Plain: accepted: (none) -> 2021-01-01
        provisioning.yaml:23: Plain: maturity: (none) -> sandbox
        new: New (sandbox; accepted 2026-01-01) https://new.example in Provisioning / Container Registry

        """)
    #expect(result.errors == "")
    #expect(result.status == 1)
  }

  @Test func passesOverWhatIsMeantAndListsWhatIsStale() throws {
    let result = try Script.compare(
      landscape: Sample.landscape,
      differences: """
        differences:
          - {project: Notary, field: name, landscape: Notary Project, catalog: Notary, reason: its short name is in use}
          - {project: New, field: name, landscape: New, reason: nothing to see yet}
          - {project: Gone, field: name, catalog: Gone, reason: still in wide use}
          - {project: Plain, field: maturity, landscape: sandbox, reason: a test}
          - {project: Plain, field: accepted, landscape: 2021-01-01, reason: a test}
          - {project: Harbor, field: maturity, landscape: graduated, catalog: incubating, reason: a test}
          - {project: Harbor, field: homepage, landscape: https://goharbor.io, catalog: https://old.example, reason: a test}
          - {project: Harbor, field: graduated, landscape: 1999-01-01, reason: what the file said once}

        """)
    #expect(
      result.output == """
        differences.yaml:9: Harbor: graduated: stale, no such difference any more
        provisioning.yaml:6: Harbor: graduated: (none) -> 2020-06-15

        """)
    #expect(result.status == 1)
  }

  /// New, renamed, moved, archived and gone, whether a project or not; what is new proposes `listed`.
  @Test func listsWhatHappenedToItemsSinceAnEarlierFile() throws {
    let page = "https://archived.example"
    let result = try Script.compare(
      landscape: Sample.landscape.replacing(page, with: page + "\n            project: archived"),
      differences: "differences: []\n", before: Sample.earlierLandscape, month: "2026-08")
    let lines = result.output.split(separator: "\n").filter { $0.hasPrefix("item ") || $0.contains(": listed: ") }
    #expect(
      lines == [
        "provisioning.yaml:23: Plain: listed: (none) -> 2026-08",
        "item archived: Old",
        "item gone: Closed from Runtime / Container Runtime",
        "item moved: Vault: Provisioning / Security -> Provisioning / Container Registry",
        "item new: New in Provisioning / Container Registry",
        "item new: Plain in Provisioning / Container Registry",
        "item renamed: Notation -> Notary Project",
      ])
    #expect(result.status == 1)
  }

  @Test(.enabled(if: Folder.holds(Folder.landscape))) func findsNothingInTheFileTheCatalogWasHeldAgainst() throws {
    let result = try Script.run([Folder.landscape.path])
    #expect(result.output == "")
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test func saysWhichFileItCannotUse() throws {
    let missing = try Script.run(["/nowhere/landscape.yml"])
    #expect(missing.errors == "compare-landscape: /nowhere/landscape.yml: No such file or directory\n")
    #expect(missing.status == 2)
    let other = try Script.compare(landscape: "categories: []\n", differences: "differences: []\n")
    #expect(other.errors.hasSuffix("landscape.yml: no 'landscape' in it\n"))
    #expect(other.status == 2)
    let odd = try Script.compare(landscape: "landscape: [a, b]\n", differences: "differences: []\n")
    #expect(odd.errors.hasSuffix("landscape.yml: 'landscape' is no list of mappings\n"))
    #expect(odd.status == 2)
    let broken = try Script.compare(landscape: "landscape: [\n", differences: "differences: []\n")
    #expect(broken.errors.contains("landscape.yml: ") && broken.errors.count { $0 == "\n" } == 1)
    #expect(broken.status == 2)
  }

  @Test func explainsItself() throws {
    let result = try Script.run(["--help"])
    #expect(result.output.contains("usage: compare-landscape.py"))
    #expect(result.output.contains("Exit status: 0 nothing differs, 1 something does, 2 a file cannot be read."))
    #expect(result.status == 0)
  }
}

/// Runs the script as a process.
enum Script {
  typealias Result = (output: String, errors: String, status: Int32)

  private static let file = Folder.package.appending(path: "Scripts/compare-landscape.py")

  /// Whether there is a Python with PyYAML.
  static let canRun = (try? start(["-c", "import yaml"]).status) == 0

  static func run(_ arguments: [String]) throws -> Result { try start([file.path] + arguments) }

  /// The sample's catalog held against a landscape.
  static func compare(
    landscape: String, differences: String, before: String? = nil, month: String? = nil
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "strata-\(UUID().uuidString)")
    let catalog = folder.appending(path: "catalog")
    try FileManager.default.createDirectory(at: catalog, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      ("catalog/provisioning.yaml", Sample.catalog), ("landscape.yml", landscape), ("differences.yaml", differences),
      ("before.yml", before ?? ""),
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try run(
      [
        folder.appending(path: "landscape.yml").path, "--catalog", catalog.path, "--differences",
        folder.appending(path: "differences.yaml").path,
      ] + (before == nil ? [] : ["--before", folder.appending(path: "before.yml").path])
        + (month.map { ["--month", $0] } ?? []))
  }

  private static func start(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B"] + arguments
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: text, as: UTF8.self), String(decoding: words, as: UTF8.self), process.terminationStatus)
  }
}
