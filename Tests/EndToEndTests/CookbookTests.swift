import Foundation
import Testing

/// The lines of the cookbook do what they say.
@Suite struct CookbookTests {
  private static let lines: [String] = {
    let page = try? String(contentsOf: Program.root.appending(path: "docs/cookbook.md"), encoding: .utf8)
    return page?.split(separator: "```sh\n").dropFirst().first?.split(separator: "```").first?
      .split(separator: "\n").map(String.init) ?? []
  }()

  @Test func `there are fifteen`() { #expect(Self.lines.count == 15) }

  /// Other programs that a line needs are there, or stand-ins for them.
  @Test(arguments: CookbookTests.lines) func `each runs`(_ line: String) throws {
    let folder = TemporaryFolder()
    try folder.write(SchemaTests.diffOld, to: "old.yml")
    try folder.write(SchemaTests.diffNew, to: "new.yml")
    try folder.write(SchemaTests.diffNew, to: "landscape.yml")
    try folder.write("FROM envoyproxy/envoy:v1.30\n", to: "Dockerfile")
    try folder.write(
      "stack: {version: 1}\ntools:\n  - id: ingress-nginx\n    status: adopted\n", to: "strata-stack.yaml")
    let script = """
      set -o pipefail
      cd '\(folder.path)'
      command -v jq > /dev/null || jq() { cat; }
      command -v less > /dev/null || less() { cat; }
      kubectl() { echo customresourcedefinition.apiextensions.k8s.io/certificates.cert-manager.io; }
      \(line)
      """
    let result = try Child.run(
      "/bin/bash", ["-c", script],
      environment: [
        "PATH": "\((Program.path as NSString).deletingLastPathComponent):/usr/bin:/bin", "HOME": folder.path,
        "LANG": "C.UTF-8",
      ])
    #expect(result.status == 0, "\(line): \(result.error)")
    let printed =
      line.contains("> team.yaml")
      ? try String(contentsOfFile: "\(folder.path)/team.yaml", encoding: .utf8) : result.output
    #expect(!printed.isEmpty, "\(line)")
    #expect(!result.error.contains("rror"), "\(line): \(result.error)")
  }
}
