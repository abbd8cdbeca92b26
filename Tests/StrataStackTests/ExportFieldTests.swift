import Foundation
import StrataCatalog
import StrataStack
import StrataYAML
import Testing

/// Each format has exactly the fields that its readers know, with the values that they take.
@Suite("Fields of exports") struct ExportFieldTests {
  private static let file = """
    stack:
      name: "Team | *one*"
      rings: [采用, trial, assess, hold, retired]
    tools:
      - {id: redis, status: 采用, owner: "group:default/data", note: "=1+1", moves: [{to: trial, on: 2026-01-01}, {to: 采用, on: 2026-11-01, why: it works}]}
      - {id: cilium, status: trial, owner: 数据组}
      - {id: weave-net, status: retired, moves: [{to: retired, on: 2020-01-01}]}
      - {name: 自研网关, category: network, status: hold}
      - {name: 自研门户, category: database, status: assess, note: "a|b\\n@c"}
      - {id: postgresql}

    """

  private func export(_ format: StackExport.Format, rings: [String]? = nil) throws -> StackExport {
    StackExport(
      try #require(Fixture.read(Self.file).stack), catalog: Fixture.catalog, rings: rings, format: format,
      language: .en, today: "2026-11-30")
  }

  private func text(_ format: StackExport.Format) throws -> String { try export(format).files(format)[0].text }
  private func json(_ format: StackExport.Format) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text(format).utf8))
  }

  @Test func byorTakesStringsFourRingsAndSaysWhichQuadrantIsEmpty() throws {
    let items = try #require(try json(.byorJSON) as? [[String: String]])
    #expect(items.map { $0["name"] } == ["Redis", "Cilium", "自研网关", "自研门户"])
    for item in items {
      #expect(Set(item.keys) == ["name", "ring", "quadrant", "isNew", "description", "status"])
      #expect(["TRUE", "FALSE"].contains(item["isNew"]))
      #expect(["New", "Moved In", "Moved Out", "No Change"].contains(item["status"]))
    }
    #expect(items[0]["status"] == "Moved In")
    let export = try export(.byorJSON)
    #expect(export.leftOut.map { "\($0.status) \($0.count)" } == ["retired 1", "none 1"])
    #expect(export.emptyQuadrants(.byorJSON) == ["Orchestration", "Observability and platform"])
    #expect(export.emptyQuadrants(.svg).isEmpty)
  }

  @Test func zalandoHasNumbersWithinTheirBounds() throws {
    let radar = try #require(try json(.zalando) as? [String: Any])
    #expect(Set(radar.keys) == ["date", "entries"])
    for entry in try #require(radar["entries"] as? [[String: Any]]) {
      #expect(Set(entry.keys).subtracting(["link"]) == ["label", "quadrant", "ring", "moved", "active"])
      #expect((0...3).contains(try #require(entry["quadrant"] as? Int)))
      #expect((0...3).contains(try #require(entry["ring"] as? Int)))
      #expect([-1, 0, 1, 2].contains(try #require(entry["moved"] as? Int)))
      #expect(entry["active"] is Bool)
    }
  }

  @Test func aoeHasAFolderADayAndAConfiguration() throws {
    let files = try export(.aoe).files(.aoe)
    #expect(files.last?.name == "config.json")
    let config = try #require(
      try JSONSerialization.jsonObject(with: Data(files.last!.text.utf8)) as? [String: [[String: String]]])
    #expect(Set(config.keys) == ["quadrants", "rings"])
    for item in config.values.joined() { #expect(Set(item.keys) == ["id", "title", "description", "color"]) }
    let rings = try #require(config["rings"]).map { $0["id"] }
    #expect(rings == ["ring-1", "trial", "assess", "hold", "retired"])
    for file in files.dropLast() {
      let parts = file.name.split(separator: "/")
      #expect(parts.count == 3 && parts[0] == "radar" && Stack.isDay(String(parts[1])) && parts[2].hasSuffix(".md"))
      let front = file.text.split(separator: "---\n", omittingEmptySubsequences: false)[1]
      let (document, diagnostics) = Document.parse(Array(front.utf8), name: file.name)
      #expect(diagnostics.isEmpty)
      var keys: Set<String> = []
      var child = document.firstChild(of: document.roots[0])
      while let key = child, let value = document.next(after: key) {
        keys.insert(document.string(key))
        if document.string(key) == "ring" { #expect(rings.contains(document.string(value))) }
        child = document.next(after: value)
      }
      #expect(keys.isSubset(of: ["title", "ring", "quadrant", "tags", "featured"]) && keys.contains("ring"))
    }
    #expect(Set(files.map(\.name)).count == files.count)
  }

  @Test func backstageRadarHasATimelineForEachEntryTheNewestFirst() throws {
    let radar = try #require(try json(.backstageRadar) as? [String: [[String: Any]]])
    #expect(Set(radar.keys) == ["quadrants", "rings", "entries"])
    #expect(radar["quadrants"]?.count == 4)
    let rings = try #require(radar["rings"])
    for ring in rings { #expect(Set(ring.keys).subtracting(["description"]) == ["id", "name", "color"]) }
    let ids = Set(rings.compactMap { $0["id"] as? String })
    #expect(ids.count == 5)
    let entries = try #require(radar["entries"])
    #expect(Set(entries.compactMap { $0["key"] as? String }).count == entries.count)
    for entry in entries {
      #expect(
        Set(entry.keys).subtracting(["url", "description", "links"]) == ["key", "id", "quadrant", "title", "timeline"])
      let timeline = try #require(entry["timeline"] as? [[String: Any]])
      #expect(!timeline.isEmpty)
      for step in timeline {
        #expect(Set(step.keys).subtracting(["description", "moved"]) == ["date", "ringId"])
        #expect(ids.contains(try #require(step["ringId"] as? String)))
      }
      let days = timeline.compactMap { $0["date"] as? String }
      #expect(days == days.sorted().reversed())
    }
  }

  @Test func backstageEntitiesHaveNamesAndOwnersItTakes() throws {
    let (document, diagnostics) = Document.parse(Array(try text(.backstageCatalog).utf8), name: "catalog-info.yaml")
    #expect(diagnostics.isEmpty)
    #expect(document.roots.count == 5)
    var owners: [String] = []
    var names: Set<String> = []
    for root in document.roots {
      func value(_ path: String...) -> String? {
        var node: Document.NodeID? = root
        for key in path { node = node.flatMap { document.value(of: key, in: $0) } }
        return node.map(document.string)
      }
      #expect(value("apiVersion") == "backstage.io/v1alpha1")
      let kind = try #require(value("kind"))
      #expect(["Resource", "Component"].contains(kind))
      let name = try #require(value("metadata", "name"))
      #expect(name.wholeMatch(of: /[a-zA-Z0-9]+([-_.][a-zA-Z0-9]+)*/) != nil && name.count <= 63)
      #expect(names.insert(name).inserted)
      #expect(value("spec", "type") != nil)
      if kind == "Component" {
        #expect(["experimental", "production", "deprecated"].contains(value("spec", "lifecycle")))
      }
      owners.append(try #require(value("spec", "owner")))
    }
    #expect(owners == ["group:default/data", "unknown", "unknown", "unknown", "unknown"])
    #expect(document.roots.count == names.count)
  }

  @Test func tablesAreGuarded() throws {
    let csv = try text(.csv)
    #expect(csv.hasPrefix("id,name,status,owner,since,category,homepage,repository,note\n"))
    #expect(csv.contains(",'=1+1\n"))
    // No cell begins with what a spreadsheet takes for a formula.
    #expect(!csv.contains(/(^|[,\n])[=+\-]/))
    let markdown = try text(.markdown)
    #expect(markdown.hasPrefix("# Team | \\*one\\*\n"))
    #expect(markdown.contains("a\\|b @c"))
    for row in markdown.split(separator: "\n") where row.hasPrefix("| ") {
      #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(row)")
    }
  }

  /// Where the blips of a picture are, with half their width.
  private func blips(_ svg: String) -> [(x: Double, y: Double)] {
    // The number in a blip stands in its middle.
    svg.matches(of: /<text x="([0-9.]+)" y="([0-9.]+)"[^>]*fill="#ffffff"[^>]*>[0-9]+<\/text><\/g>/).map {
      (Double($0.1)!, Double($0.2)!)
    }
  }

  @Test(arguments: [1, 5, 6], [4, 12, 60, 200]) func onTheRadarNoBlipLiesOverAnother(rings: Int, tools: Int) throws {
    let names = (0..<rings).map { "ring\($0)" }
    var text = "stack: {rings: [\(names.joined(separator: ", "))]}\ntools:\n"
    for tool in 0..<tools {
      // Most of them in the innermost ring, as teams have it.
      let ring = tool % 3 == 0 ? tool % rings : 0
      text += "  - {name: Tool \(tool), category: \(["database", "network"][tool % 2]), status: ring\(ring)}\n"
    }
    let stack = try #require(Fixture.read(text).stack)
    let svg = StackExport(stack, catalog: Fixture.catalog, format: .svg, language: .en, today: "2026-11-30")
      .files(.svg)[0].text
    let places = blips(svg)
    #expect(places.count == tools)
    let circle = svg.firstMatch(of: /circle cx="[0-9.]+" cy="[0-9.]+" r="([0-9.]+)"/)
    let size = try #require(circle.flatMap { Double($0.1) })
    for (index, a) in places.enumerated() {
      for b in places[..<index] {
        let distance = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
        #expect(distance >= 2 * size, "\(distance) < 2 × \(size)")
      }
    }
  }
}
