import Foundation
import StrataYAML
import Testing

@Suite struct TruthTests {
  @Test(.enabled(if: Folder.holds(Folder.landscape))) func agreesWithTheFoundationOnEveryProject() throws {
    let file = try SourceFile(Folder.landscape)
    #expect(file.diagnostics.isEmpty)
    let projects = LandscapeComparison.projects(in: file)
    #expect(projects.count > 200)
    let comparison = LandscapeComparison(
      catalog: LandscapeComparison.tools(in: Shipped.files), landscape: projects,
      deliberate: LandscapeComparison.deliberate(in: try SourceFile(differences)))
    expectNone(comparison.findings())
  }

  @Test(.enabled(if: Folder.holds(Folder.landscape))) func holdsEveryEstablishedProjectAndMostYoungOnes() throws {
    let projects = LandscapeComparison.projects(in: try SourceFile(Folder.landscape))
    let tools = LandscapeComparison.tools(in: Shipped.files)
    let established = projects.filter { $0.value["maturity"] != "sandbox" }
    #expect(established.count > 100)
    expectNone(established.keys.filter { tools[$0] == nil }.sorted())
    #expect(projects.filter { $0.value["maturity"] == "sandbox" && tools[$0.key] != nil }.count >= 80)
  }

  @Test func givesAReasonForEveryDeliberateDifference() throws {
    let file = try SourceFile(differences)
    #expect(file.diagnostics.isEmpty)
    let entries = try #require(file.root?["differences"])
    let fields = ["name"] + LandscapeComparison.fields
    expectNone(
      entries.items.filter { entry in
        !fields.contains(entry["field"]?.string ?? "") || entry["project"]?.string == nil
          || (entry["reason"]?.string ?? "").wordCount < 3
          || entry["landscape"]?.string == entry["catalog"]?.string
      }.map { "\(file.name):\($0.line): a field, a project, two sides that differ and a reason are needed" })
  }

  @Test func reportsEveryKindOfDifference() {
    let comparison = comparison(deliberate: "differences: []")
    #expect(
      comparison.findings() == [
        "Gone: name: Gone, in the landscape nothing",
        "Harbor: graduated: nothing, in the landscape 2020-06-15",
        "Harbor: homepage: https://old.example, in the landscape https://goharbor.io",
        "Harbor: maturity: incubating, in the landscape graduated",
        "New: name: nothing, in the landscape New",
        "Notary Project: name: nothing, in the landscape Notary Project",
        "Notary: name: Notary, in the landscape nothing",
        "Plain: accepted: nothing, in the landscape 2021-01-01",
        "Plain: maturity: nothing, in the landscape sandbox",
      ])
  }

  @Test func passesOverDeliberateDifferencesAndReportsStaleOnes() {
    let comparison = comparison(
      deliberate: """
        differences:
          - {project: Notary, field: name, landscape: Notary Project, catalog: Notary, reason: its short name is in use}
          - {project: New, field: name, landscape: New, reason: nothing to see yet}
          - {project: Gone, field: name, catalog: Gone, reason: still in wide use}
          - {project: Harbor, field: homepage, landscape: https://goharbor.io, catalog: https://old.example, reason: a test}
          - {project: Harbor, field: graduated, landscape: 1999-01-01, reason: what the file said once}
        """)
    #expect(
      comparison.findings() == [
        "Harbor: graduated: no such difference any more",
        "Harbor: graduated: nothing, in the landscape 2020-06-15",
        "Harbor: maturity: incubating, in the landscape graduated",
        "Plain: accepted: nothing, in the landscape 2021-01-01",
        "Plain: maturity: nothing, in the landscape sandbox",
      ])
  }

  private var differences: URL { Folder.tests.appending(path: "differences.yaml") }

  private func comparison(deliberate: String) -> LandscapeComparison {
    func file(_ text: String) -> SourceFile { SourceFile(name: "test.yaml", bytes: Array(text.utf8)) }
    return LandscapeComparison(
      catalog: LandscapeComparison.tools(in: [file(Sample.catalog)]),
      landscape: LandscapeComparison.projects(in: file(Sample.landscape)),
      deliberate: LandscapeComparison.deliberate(in: file(deliberate)))
  }
}
