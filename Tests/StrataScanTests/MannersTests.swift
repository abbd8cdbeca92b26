import Foundation
import StrataCatalog
import StrataScan
import StrataText
import Testing

@Suite("Manners of a scan") struct MannersTests {
  static let secret = "hunter2-s3cr3t"

  /// Files in which a secret stands beside, before and behind every kind of token.
  static let leaky: [(String, String)] = [
    ("a.yaml", "image: user:\(secret)@ghcr.io/acme/shop:1 # \(secret)\npassword: \(secret)\n"),
    ("b.yaml", "image: redis:\(secret)\nrepoURL: https://x:\(secret)@github.com/argoproj/argo-cd?token=\(secret)\n"),
    (
      "c.yaml",
      "metadata:\n  annotations:\n    cert-manager.io/issuer: \(secret)\n    vault.hashicorp.com/\(secret): x\n"
    ),
    ("d.env", "DB_IMAGE=postgres:\(secret)\nIMAGE=\(secret)\nTOKEN_IMAGE=\(secret)\n"),
    (
      "main.tf",
      "resource \"aws_kms_key\" \"\(secret)\" {\n  source = \"hashicorp/vault\"\n  password = \"\(secret)\"\n}\n"
    ),
    (
      ".github/workflows/x.yml",
      "jobs:\n  x:\n    steps:\n      - uses: helm/kind-action@\(secret)\n      - run: helm upgrade --set p=\(secret)\n"
    ),
    ("Dockerfile", "ARG PASSWORD=\(secret)\nFROM nginx:\(secret)\nRUN helm login -p \(secret)\n"),
    ("go.mod", "require google.golang.org/grpc v1.0 // \(secret)\n"),
    ("package.json", "{\"dependencies\": {\"pg\": \"https://\(secret)@x\"}, \"_auth\": \"\(secret)\"}"),
    ("requirements.txt", "redis @ https://u:\(secret)@host/x\n"),
    ("sbom.json", "{\"purl\": \"pkg:npm/pg@1?token=\(secret)\", \"image\": \"redis:\(secret)\"}"),
    ("Tiltfile", "helm_resource('x', 'bitnami/redis', flags=['--set=p=a/\(secret)', '\(secret)/b'])\n"),
    ("Brewfile", "brew \"helm\", args: [\"with-\(secret)\"]\n"),
    ("flow.yaml", "db: {image: 'redis:\(secret)', password: \(secret), auth: {token: \(secret)}} # \(secret)\n"),
    ("x.csproj", "<PackageReference Include=\"Npgsql\" Version=\"\(secret)\" Key='\(secret)' />\n"),
    ("build.gradle", "implementation 'org.apache.pulsar:pulsar-client:\(secret)' // \(secret)\n"),
    (
      "mise.toml",
      "[tools]\n\"npm:@pulumi/pulumi\" = \"\(secret)\"\n\"aqua:helmfile/helmfile\" = { token = \"\(secret)\" }\n"
    ),
    ("devbox.json", "{\"packages\": {\"tilt\": \"\(secret)\"}, \"env\": {\"TOKEN\": \"\(secret)\"}}"),
    (
      "pom.xml",
      "<dependency><groupId>io.nats</groupId><artifactId>jnats</artifactId><version>\(secret)</version></dependency>\n"
    ),
    ("values.yaml", "url: https://\(secret)@charts.jetstack.io/?\(secret)\n"),
  ]

  @Test func noSecretBesideATokenIsKept() throws {
    let catalog = try #require(Files.catalog)
    var scan = Scan(table: Files.catalogTable)
    for (path, text) in Self.leaky { scan.read(path, text) }
    let report = ScanReport(scan.result, catalog: catalog, files: 12, skipped: [], showsAll: true)
    scan.readInput(
      "web quay.io/argoproj/argocd:\(Self.secret) \(Self.secret)\n--token a/\(Self.secret):x b/\(Self.secret)@sha256:0\n"
    )
    #expect(scan.result.sure.count > 14)
    // What a stack's file would have.
    for found in scan.result.sure.map(\.found) { #expect(!"\(found)".contains(Self.secret)) }
    for text in [report.text(in: .en), report.json, report.yaml, report.markdown(in: .en)] {
      #expect(!text.string.contains(Self.secret))
    }
  }

  /// A file of each type, in which every token has its neighbors.
  static let plain: [(String, String)] = [
    ("a.yaml", "apiVersion: velero.io/v1\nimage: redis:7.4.1\nrepoURL: https://charts.jetstack.io/x\nname: x\n"),
    ("Chart.yaml", "dependencies:\n  - name: redis\n    version: 18.1.0\n    repository: https://charts.jetstack.io\n"),
    (".gitlab-ci.yml", "image: alpine/helm:3.14\ninclude:\n  - component: gitlab.com/components/opentofu/x@1.0\n"),
    (".github/workflows/x.yml", "steps:\n  - uses: helm/kind-action@1.10\n  - run: helm upgrade x y\n"),
    ("pipeline.yaml", "taskRef:\n  resolver: hub\n  params:\n    - name: name\n      value: kaniko\n"),
    ("list.json", "{\"image\": \"redis:7.4.1\",\n\"repoURL\": \"https://charts.jetstack.io/x\"\n}\n"),
    ("package.json", "{\"dependencies\": {\n\"pg\": \"8.11.0\",\n\"kafkajs\": \"https://x.example/k\"\n}}\n"),
    ("devbox.json", "{\"packages\": [\n\"tilt@0.33.0\",\n\"helm@3.14\"\n]}\n"),
    (
      "Dockerfile",
      "ARG BASE=nginx:1.27.0\nFROM nginx:1.27.0\nRUN curl https://get.helm.sh/x\nCOPY --from=redis:7.4 / /\n"
    ),
    (
      "main.tf",
      "provider \"helm\" {\n  source = \"hashicorp/helm\"\n  version = \"2.13.0\"\n  url = \"https://x.io/y\"\n}\n"
    ),
    (".env", "DB_IMAGE=postgres:17.1\nURL=https://charts.jetstack.io\n"),
    ("go.mod", "require (\n\tgoogle.golang.org/grpc v1.64.0\n\tgithub.com/nats-io/nats.go v1.35.0\n)\n"),
    ("requirements.txt", "redis==5.0.1\ncelery @ https://x.example/celery.zip\n"),
    (
      "Cargo.toml",
      "[dependencies]\ntonic = \"0.11.0\"\nasync-nats = { version = \"0.35\", git = \"https://x.io/n\" }\n"
    ),
    ("pyproject.toml", "[project]\ndependencies = [\n  \"redis>=5.0.1\",\n]\n"),
    ("libs.versions.toml", "[libraries]\nx = { module = \"io.nats:jnats\", version = \"2.17.0\" }\n"),
    ("mise.toml", "[tools]\nhelm = \"3.14.0\"\n\"npm:@pulumi/pulumi\" = \"3.1\"\n"),
    (
      "pom.xml",
      "<dependency><groupId>io.nats</groupId>\n<artifactId>jnats</artifactId>\n<version>2.17.0</version></dependency>\n"
    ),
    ("build.gradle", "implementation 'io.nats:jnats:2.17.0'\nmaven { url 'https://x.example/m' }\n"),
    ("x.csproj", "<PackageReference Include=\"Npgsql\" Version=\"8.0.3\" />\n"),
    (".tool-versions", "helm 3.14.0\nterraform 1.8.0\n"),
    ("Brewfile", "tap \"x/y\", \"https://x.example/tap\"\nbrew \"helm\"\n"),
    ("Jenkinsfile", "agent { docker { image 'hashicorp/terraform:1.8' } }\nsh 'helm repo add x https://x.example/c'\n"),
    ("Tiltfile", "helm_repo('jetstack', 'https://charts.jetstack.io')\nhelm_resource('queue', 'bitnami/rabbitmq')\n"),
    ("Makefile", "deploy:\n\thelm upgrade x y --repo https://charts.jetstack.io\n"),
    ("app.spdx", "ExternalRef: PACKAGE-MANAGER purl pkg:npm/kafkajs@2.2.4\nPackageDownloadLocation: https://x.io/k\n"),
    ("bom.xml", "<purl>pkg:npm/kafkajs@2.2.4</purl>\n<url>https://x.example/k</url>\n"),
    ("crds.txt", "web quay.io/argoproj/argocd:v2.12.3 deployed\ncertificates.cert-manager.io 2025-03-01T10:00:00Z\n"),
  ]

  /// A secret where one stands in the world: as a version, in an address, as its query, in a comment, on a line of its own in each
  /// spelling, behind the end of a line, before its beginning.
  private static func planted(in text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var result = [
      text.replacing(/([:@"'=> ]v?)[0-9]+(\.[0-9]+)+/) { "\($0.1)\(secret)" },
      text.replacing("https://", with: "https://user:\(secret)@"),
      text.replacing(/https:[^ "'<\n]+/) { "\($0.0)?token=\(secret)" },
      text.replacing(/https:[^ "'<\n]+/) { "\($0.0)#\(secret)" },
    ]
    for place in lines.indices {
      let indent = String(lines[place].prefix { $0 == " " || $0 == "\t" })
      func with(_ line: String) -> String {
        (lines[..<place] + [line] + lines[place...]).joined(separator: "\n")
      }
      for own in [
        "password: \(secret)", "- password: \(secret)", "TOKEN=\(secret)", "\"password\": \"\(secret)\",",
        "password = \"\(secret)\"", "<password>\(secret)</password>", "# \(secret)", "// \(secret)",
        "--set password=\(secret)", "Authorization: Bearer \(secret)", "data: {password: \(secret)}",
        "export PASSWORD='\(secret)'", "value: \(secret)", "args: [--password, \(secret)]", "\(secret)",
      ] {
        result.append(with(indent + own))
      }
      for behind in [" # \(secret)", " // \(secret)", " --password \(secret)", " -p '\(secret)'", ", \"\(secret)\""] {
        var changed = lines
        changed[place] += behind
        result.append(changed.joined(separator: "\n"))
      }
    }
    return result
  }

  @Test func everyTypeOfFileIsTried() {
    var types = Set(Self.plain.map { FileType(path: $0.0).map { "\($0)" } ?? "" })
    types.remove("named")
    let all: [FileType] = [
      .yaml, .pipeline, .json, .packageJSON, .devbox, .dockerfile, .terraform, .environment, .goModule, .requirements,
      .toml, .xml, .gradle, .project, .versions, .brewfile, .jenkinsfile, .tiltfile, .script, .packages,
    ]
    // Lines of names have no name of a file: they are read as standard input is.
    #expect(types == Set(all.map { "\($0)" }))
    switch all[0] {
    // A type that is new does not compile here: it belongs in the list above.
    case .yaml, .pipeline, .json, .packageJSON, .devbox, .dockerfile, .terraform, .environment, .goModule,
      .requirements, .toml, .xml, .gradle, .project, .versions, .brewfile, .jenkinsfile, .tiltfile, .script, .packages,
      .listing, .named:
      break
    }
  }

  @Test(arguments: MannersTests.plain) func noSecretOfAnyFileIsShown(_ path: String, _ text: String) throws {
    let catalog = try #require(Files.catalog)
    let variants = Self.planted(in: text)
    #expect(variants.count > 40)
    var found = 0
    for variant in variants {
      for isInput in [false, true] {
        var scan = Scan(table: Files.catalogTable)
        if isInput { scan.readInput(variant) } else { scan.read(path, variant) }
        let result = scan.result
        found += result.sure.count
        let report = ScanReport(result, catalog: catalog, files: 1, skipped: [], showsAll: true)
        let texts = [report.text(in: .en), report.text(in: .zh), report.json, report.yaml, report.markdown(in: .en)]
        #expect(
          !texts.contains { $0.string.contains(Self.secret) } && !"\(result.sure.map(\.found))".contains(Self.secret),
          "\(variant)")
      }
    }
    #expect(found > 0)
  }

  @Test func theSameWhateverThePieces() {
    for (path, text) in Self.leaky {
      let whole = scan(path, text).lines
      for piece in 1...9 { #expect(scan(path, text, piece: piece).lines == whole) }
    }
  }

  @Test func hostileFilesEndAtOnce() {
    let sizes = 200_000
    let hostile: [(String, [UInt8])] = [
      ("a.yaml", Array(repeating: UInt8(ascii: " "), count: sizes)),
      ("b.yaml", Array(String(repeating: "- ", count: sizes / 2).utf8)),
      ("c.yaml", (0..<2_000).flatMap { Array(String(repeating: " ", count: $0 % 500).utf8) + Array("a:\n".utf8) }),
      ("d.json", Array(repeating: UInt8(ascii: "["), count: sizes)),
      ("e.json", Array(repeating: UInt8(ascii: "\""), count: sizes)),
      ("f.json", Array(("{\"image\": \"" + String(repeating: "a/", count: sizes)).utf8)),
      ("g.tf", Array(repeating: UInt8(ascii: "{"), count: sizes)),
      ("Dockerfile", Array(("FROM " + String(repeating: "${A}", count: sizes / 4)).utf8)),
      ("h.yaml", Array(("image: " + String(repeating: "a/", count: sizes / 2)).utf8)),
      ("i.yaml", Array(String(repeating: "image: redis\n", count: sizes / 13).utf8)),
      ("sbom.xml", Array(String(repeating: "pkg:", count: sizes / 4).utf8)),
      ("j.yaml", [0xFF, 0xFE, 0x00, 0x0A] + Array("image: r\u{301}edis:1\n".utf8)),
    ]
    for (path, bytes) in hostile {
      var scan = Scan(table: Files.table)
      scan.read(path, bytes, piece: 4_096)
      #expect(scan.result.sure.allSatisfy { $0.proofs.count <= Scan.keptProofs })
    }
  }

  /// A word that wants another one after it, and has a blank alone.
  @Test(arguments: ["require ", "require \t", " require  \r\n", "require (\n \n)"])
  func aRequirementOfNothingIsNone(_ text: String) {
    var scan = Scan(table: Files.table)
    scan.read("go.mod", Array("module x\n\(text)\n".utf8), piece: 64)
    #expect(scan.result.sure.isEmpty && scan.result.perhaps.isEmpty)
  }

  /// Bytes of every kind of file, changed at random: nothing traps, and each proof stands where it says.
  @Test func randomChangesTrapNothing() {
    var random = Seeded(state: 41)
    for round in 0..<3_000 {
      let (path, text) = Self.leaky[round % Self.leaky.count]
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: position)
        default: bytes.insert(UInt8(ascii: Seeded.marks.randomElement(using: &random)!), at: position)
        }
        if bytes.isEmpty { bytes = [10] }
      }
      var scan = Scan(table: Files.table)
      scan.read(path, bytes, piece: Int.random(in: 1...64, using: &random))
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).count
      for use in scan.result.sure { #expect(use.proofs.allSatisfy { $0.line <= lines }) }
    }
  }

  @Test func foreignTextForgesNoLine() throws {
    let catalog = try #require(Files.catalog)
    var scan = Scan(table: Files.table)
    scan.read("a\nforged/\u{1B}[2Jx.yaml", "image: redis:1\nimage: ghcr.io/acme/\u{1B}]0;x:1\n")
    let text = ScanReport(scan.result, catalog: catalog, files: 1, skipped: [], showsAll: true).text(in: .en).string
    #expect(!text.contains("\u{1B}"))
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("forged") })
  }
}

/// A generator that gives the same numbers in each run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  static let marks: [Unicode.Scalar] = [
    ":", "-", "\"", "'", "{", "}", "[", "]", "#", "\n", " ", "/", "@", "$", "=", "\\",
  ]

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
