import Foundation

/// A line of a document or of a command's help, run by bash in a folder that has what such lines name.
struct ExampleRun {
  let result: Program.Result
  /// What the line wrote to a file, where it did.
  let written: String

  /// What a line names, by its path.
  private static func files() throws -> [(path: String, text: String)] {
    let stack = "stack: {version: 1}\ntools:\n  - id: ingress-nginx\n    status: adopted\n"
    let team = Fixture.small("Team").replacing(
      "        tools:\n", with: "        kinds: [{id: relational, name: Relational}]\n        tools:\n"
    ).replacing("name: Tool\n", with: "name: Tool\n            kind: relational\n")
    return [
      ("old.yml", SchemaTests.diffOld), ("new.yml", SchemaTests.diffNew), ("landscape-2025.yml", SchemaTests.diffOld),
      ("landscape.yml", SchemaTests.diffNew), ("cncf/landscape.yml", SchemaTests.diffNew), ("team.yaml", team),
      ("guide.yml", "categories: [{category: Tools, content: Words.}]\n"), ("settings.yml", "foundation: Us\n"),
      ("Dockerfile", "FROM envoyproxy/envoy:v1.30\n"), ("charts/edge/values.yaml", "image: traefik:v3.1\n"),
      ("strata-stack.yaml", stack), ("radar.csv", "name,ring,quadrant,isNew,description\nHarbor,Adopt,Tools,TRUE,x\n"),
      ("config.yaml", "language: en\n"), ("crds.txt", "certificates.cert-manager.io\nscaledobjects.keda.sh\n"),
    ]
  }

  /// Programs that a line needs stand in for themselves where they are missing.
  private static let setUp = """
    set -o pipefail
    export HOME=$PWD OLD_LANDSCAPE=old.yml
    command -v jq > /dev/null || jq() { cat; }
    command -v less > /dev/null || less() { cat; }
    kubectl() {
      case $* in
      *jsonpath*) printf 'quay.io/argoproj/argocd:v2.12.3 ghcr.io/kyverno/kyverno:v1.12.5' ;;
      api-versions) printf 'apps/v1\\nvelero.io/v1\\n' ;;
      *) echo customresourcedefinition.apiextensions.k8s.io/certificates.cert-manager.io ;;
      esac
    }
    helm() {
      case $* in
      *json*) printf '[{"name":"certs","chart":"cert-manager-v1.14.4","app_version":"v1.14.4"}]' ;;
      esac
    }
    syft() { printf '{"bomFormat":"CycloneDX","components":[{"purl":"pkg:npm/kafkajs@2.2.4"}]}'; }
    curl() { cat landscape.yml; }

    """

  /// - Parameter line: as one types it, with its comment; `fish` lines are read by a stand-in.
  init(_ line: String) throws {
    let folder = TemporaryFolder()
    let files = try Self.files()
    for (path, text) in files {
      let parent = ("\(folder.path)/\(path)" as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      // What a line makes is not there yet.
      if line.contains("> \(path)") || line.contains("new \(path)") || line.contains("init") && path.contains("stack") {
        continue
      }
      try folder.write(text, to: path)
    }
    let fish = line.contains("fish | source") ? "source() { cat; }\n" : ""
    result = try Child.run(
      "/bin/bash", ["-c", "cd '\(folder.path)'\n" + Self.setUp + fish + line],
      environment: [
        "PATH": "\((Program.path as NSString).deletingLastPathComponent):/usr/bin:/bin", "HOME": folder.path,
        "LANG": "C.UTF-8",
      ])
    let names = Set(files.map(\.path))
    let made = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { !names.contains($0) }
    let rewritten = names.filter { line.contains("> \($0)") || line.contains("new \($0)") || line.contains("init") }
    written = (made + rewritten).compactMap { try? String(contentsOfFile: "\(folder.path)/\($0)", encoding: .utf8) }
      .joined()
  }

  /// Whether it went as its document says: with data or a file, and no mistake. Where the explorer would open it says that there is
  /// no terminal.
  func isRight(_ line: String) -> Bool {
    if result.status == 2 {
      return result.error.hasSuffix("strata --snapshot 100x30'\n") && !result.error.contains("rror")
    }
    // What a check or a comparison answers may be no.
    let mayBeNo = line.contains("check") || line.contains("--exit-code")
    guard result.status == 0 || mayBeNo && result.status == 1 else { return false }
    return mayBeNo || line.hasPrefix("source ") || line.contains("| source") || line.contains("$(strata")
      || !result.output.isEmpty || !written.isEmpty
  }
}
