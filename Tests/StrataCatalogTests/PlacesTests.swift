import StrataYAML
import Testing

@testable import StrataCatalog

/// What `second_path` of landscape2 files leads to.
@Suite struct PlacesTests {
  private func landscape(_ paths: [String]..., settings: String? = nil) -> Catalog.Input {
    let items = paths.enumerated().map { index, paths in
      "          - {name: T\(index), homepage_url: \"https://t\(index).io\", logo: x, second_path: ["
        + paths.map { "\"\($0)\"" }.joined(separator: ", ") + "]}\n"
    }
    let text =
      "landscape:\n  - name: Home\n    subcategories:\n      - name: All\n        items:\n" + items.joined()
        + """
          - name: Security
            subcategories:
              - {name: "Governance, Policy and Security", items: []}
              - {name: Installable Platform, items: []}
              - {name: PaaS/Container Service, items: []}
          - name: Empty
            subcategories: []
        """
    func source(_ name: String, _ text: String) -> Catalog.Source {
      Catalog.Source(name: name, bytes: Array(text.utf8))
    }
    return Catalog.Input(files: [source("landscape.yml", text)], settings: settings.map { source("settings.yml", $0) })
  }

  /// The shelves of the first tool beside its own, and what was found.
  private func read(_ input: Catalog.Input) throws -> (shelves: [[String]], findings: [String], catalog: Catalog) {
    let (catalog, diagnostics) = Catalog.read([input])
    let whole = try #require(catalog)
    let shelves = whole.tools.indices.map { index in
      whole.shelves(of: ToolID(index)).dropFirst().map {
        whole.string(whole[whole[$0].layer].name.en) + " / " + whole.string(whole[$0].name.en)
      }
    }
    return (shelves, diagnostics.map { $0.message + ($0.hint.map { " | \($0)" } ?? "") }, whole)
  }

  private static let made = "is declared nowhere; the place is made (second_path)"

  @Test func `a place that is not declared is made once, and said once`() throws {
    let (shelves, findings, catalog) = try read(landscape(["Empty / Retail"], ["Empty / Retail", "Empty/Bank"]))
    #expect(shelves == [["Empty / Retail"], ["Empty / Retail", "Empty / Bank"]])
    #expect(
      findings == [
        "'Empty / Retail' \(Self.made) | add it to the file, if it is meant: 'Empty / Retail'",
        "'Empty/Bank' \(Self.made) | add it to the file, if it is meant: 'Empty/Bank'",
      ])
    #expect(catalog.danglingPaths.isEmpty)
    #expect(catalog.categories.map { catalog.string($0.id) }.suffix(2) == ["retail", "bank"])
  }

  @Test func `a place that paths made is none that another path means`() throws {
    let (shelves, _, _) = try read(landscape(["Empty / Wholesale"], ["Empty / Wholesale"], ["Security / Wholesale"]))
    #expect(shelves == [["Empty / Wholesale"], ["Empty / Wholesale"], ["Security / Wholesale"]])
  }

  @Test func `a layer that is not declared is made where a group or another path names it`() throws {
    let groups = "foundation: F\ngroups: [{name: G, categories: [Industry, Home]}]\n"
    let (one, told, catalog) = try read(landscape(["Industry / Retail"], settings: groups))
    #expect(one == [["Industry / Retail"]])
    #expect(told.count == 1)
    #expect(catalog.layers(of: catalog.groups[0]).map { catalog.string(catalog[$0].name.en) } == ["Industry", "Home"])
    let (two, _, _) = try read(landscape(["Industry / Retail"], ["Industry / Bank"]))
    #expect(two == [["Industry / Retail"], ["Industry / Bank"]])
    let (none, findings, alone) = try read(landscape(["Industry / Retail"]))
    #expect(none == [[]])
    #expect(
      findings == [
        "there is no category called 'Industry / Retail' (second_path) | write one that is there, or leave it out"
      ])
    #expect(Array(alone.danglingPaths) == [ToolID(0)])
  }

  /// A path that nearly is a declared one.
  @Test(arguments: [
    ("Security/Installable Platform", "Security / Installable Platform"),
    ("security / installable platform", "Security / Installable Platform"),
    ("Security / Governance, Policy & Security", "Security / Governance, Policy and Security"),
    ("Security / Installable Platforms", "Security / Installable Platform"),
    ("Securty / Installable Platform", "Security / Installable Platform"),
    ("Empty / Installable Platform", "Empty / Installable Platform"),
    ("Home / Installable Platform", "Security / Installable Platform"),
    ("Security / PaaS/Container service", "Security / PaaS/Container Service"),
  ])
  func `a near miss is told, and taken as what is meant`(_ path: String, _ meant: String) throws {
    let (shelves, findings, catalog) = try read(landscape([path]))
    // A layer without categories of its own declares none: there a place is made.
    let isMade = path == meant
    #expect(shelves == [[meant]])
    #expect(
      findings == [
        isMade
          ? "'\(path)' \(Self.made) | add it to the file, if it is meant: '\(path)'"
          : "there is no category called '\(path)' (second_path) | did you mean '\(meant)'?"
      ])
    #expect(catalog.categories.count == (isMade ? 5 : 4))
  }

  @Test func `what is declared is taken as it is, a slash in a name included`() throws {
    let (shelves, findings, _) = try read(
      landscape(["Security / PaaS/Container Service", "Home / All", "Security / Installable Platform"]))
    #expect(shelves == [["Security / PaaS/Container Service", "Security / Installable Platform"]])
    #expect(findings == [])
  }

  @Test func `a path twice is one place`() throws {
    let (shelves, _, catalog) = try read(landscape(["Empty / A", "Empty / B", "Empty/A", "Empty / B"]))
    #expect(shelves == [["Empty / A", "Empty / B"]])
    #expect(catalog.values(.also, of: ToolID(0)).count == 2)
  }

  @Test(arguments: ["A", "A / B / C", " / B", "A / ", "/", "A B"])
  func `what has not two parts leads nowhere`(_ path: String) throws {
    let (shelves, findings, _) = try read(landscape([path], [path]))
    #expect(shelves == [[], []])
    #expect(findings.count == 2)
  }

  @Test func `places that two paths name are meant, however like a declared one`() throws {
    let (shelves, _, _) = try read(
      landscape(["Security / Installable Platforms"], ["Security / Installable Platforms"]))
    #expect(shelves == [["Security / Installable Platforms"], ["Security / Installable Platforms"]])
  }
}
