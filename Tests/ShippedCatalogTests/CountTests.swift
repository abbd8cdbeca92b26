import Foundation
import StrataCatalog
import StrataYAML
import Testing

@Suite struct CountTests {
  @Test func readsWithoutAnyFinding() {
    #expect(Shipped.files.count == 7)
    expectNone(Shipped.diagnostics)
  }

  @Test func holdsSixLayersAndTheirCategoriesInOrder() throws {
    let catalog = try Shipped.catalog()
    let outline = catalog.layerIDs.map { layer in
      let categories = catalog.categories(of: layer).map { "  " + catalog.string(catalog[$0].id) }
      return (["\(catalog.string(catalog[layer].id)) (\(catalog[layer].kind))"] + categories).joined(separator: "\n")
    }
    #expect(
      outline.joined(separator: "\n") == """
        app-definition-development (floor)
          database
          streaming-messaging
          application-definition-image-build
          continuous-integration-delivery
        orchestration-management (floor)
          scheduling-orchestration
          coordination-service-discovery
          remote-procedure-call
          service-proxy
          api-gateway
          service-mesh
        runtime (floor)
          cloud-native-storage
          container-runtime
          cloud-native-network
        provisioning (floor)
          automation-configuration
          container-registry
          security-compliance
          key-management
        observability-analysis (column)
          logging
          monitoring
          tracing
          chaos-engineering
        platform (column)
          certified-kubernetes-distribution
          hosted-kubernetes
          kubernetes-installer
          paas-container-service
        """)
  }

  @Test func namesLayersAndCategoriesInEnglish() throws {
    let catalog = try Shipped.catalog()
    let layers = catalog.layers.map { catalog.string($0.name.en) }
    #expect(
      layers == [
        "App Definition and Development", "Orchestration & Management", "Runtime", "Provisioning",
        "Observability and Analysis", "Platform",
      ])
    let categories = catalog.categories.map { catalog.string($0.name.en) }
    #expect(
      categories == [
        "Database", "Streaming & Messaging", "Application Definition & Image Build",
        "Continuous Integration & Delivery", "Scheduling & Orchestration", "Coordination & Service Discovery",
        "Remote Procedure Call", "Service Proxy", "API Gateway", "Service Mesh", "Cloud Native Storage",
        "Container Runtime", "Cloud Native Network", "Automation & Configuration", "Container Registry",
        "Security & Compliance", "Key Management", "Logging", "Monitoring", "Tracing", "Chaos Engineering",
        "Certified Kubernetes - Distribution", "Certified Kubernetes - Hosted", "Certified Kubernetes - Installer",
        "PaaS/Container Service",
      ])
  }

  @Test func keepsEachLayerInTheFileOfItsName() {
    let layers = Shipped.files.map { file in
      ([file.name] + (file.root?["layers"]?.items ?? []).map { $0["id"]?.string ?? "" }).joined(separator: " ")
    }
    #expect(
      layers == [
        "app-definition-development.yaml app-definition-development", "landscape.yaml",
        "observability-analysis.yaml observability-analysis", "orchestration-management.yaml orchestration-management",
        "platform.yaml platform", "provisioning.yaml provisioning", "runtime.yaml runtime",
      ])
  }

  @Test func holdsAtLeast760ToolsAndEightOfItsOwnInEachCategory() throws {
    let catalog = try Shipped.catalog()
    #expect(catalog.tools.count >= 760)
    expectNone(
      catalog.categories.filter { $0.tools.count < 8 }.map { "\(catalog.string($0.id)): \($0.tools.count) tools" })
  }

  /// Every row of the coverage list: layer, category, today's name, the name as it was.
  @Test(.enabled(if: Folder.holds(Folder.coverage))) func holdsEveryToolOfTheCoverageList() throws {
    let catalog = try Shipped.catalog()
    let rows = try String(contentsOf: Folder.coverage, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.count >= 96)
    var findings: [String] = []
    for row in rows {
      try #require(row.count == 4)
      let (layer, category, name) = (String(row[0]), String(row[1]), String(row[2]))
      let shelf = try #require(catalog.categoryID(for: category), "no category '\(category)'")
      if catalog.string(catalog[catalog[shelf].layer].id) != layer { findings.append("\(category) is not in \(layer)") }
      let isThere = (0..<catalog.toolCount(of: shelf)).contains { position in
        let tool = catalog.tool(at: position, of: shelf)
        let names = [catalog[tool].name] + catalog.values(.alias, of: tool)
        return names.contains { catalog.string($0).lowercased() == name.lowercased() }
      }
      if !isThere { findings.append("\(category) has no '\(name)'") }
    }
    expectNone(findings)
  }
}
