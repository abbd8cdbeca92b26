import Foundation
import Testing

/// ARCHITECTURE.md says what a new screen or verb touches: the switches that list all of them stand nowhere else.
@Suite struct HowToAddTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The sources that have a branch for a case, by their paths below the explorer.
  private func files(withBranchFor name: String) throws -> Set<String> {
    let folder = Self.root.appending(path: "Sources/StrataExplorer")
    let paths = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
    let branch = try Regex(#"^\s*(case )?(\.\w+, )*\."# + name + "[,:(]").anchorsMatchLineEndings()
    return try Set(
      paths.filter { path in
        guard path.hasSuffix(".swift") else { return false }
        return try String(contentsOf: folder.appending(path: path), encoding: .utf8).contains(branch)
      })
  }

  private func row(_ lead: String) throws -> Substring {
    let text = try String(contentsOf: Self.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    return try #require(text.split(separator: "\n").first { $0.hasPrefix("| \(lead) |") })
  }

  @Test func `a screen touches five files, one of them its own`() throws {
    // Warnings are a screen like others, and no view.
    let files = try files(withBranchFor: "findings")
    #expect(
      files == [
        "Screens/Screen.swift", "Actions/Mode.swift", "Words/Titles+English.swift", "Words/Titles+Chinese.swift",
      ])
    let row = try row("a screen")
    for file in files { #expect(row.contains("`\(file)`"), "\(file)") }
  }

  @Test func `a verb touches what is told`() throws {
    let files = try files(withBranchFor: "showFindings")
    #expect(
      files == [
        "Actions/Action+Keys.swift", "Actions/Move.swift", "Words/Titles+English.swift", "Words/Titles+Chinese.swift",
        "Explorer+Availability.swift", "Explorer+Perform.swift",
      ])
    let row = try row("a key")
    for file in files where !file.hasPrefix("Words") { #expect(row.contains("`\(file)`"), "\(file)") }
  }
}
