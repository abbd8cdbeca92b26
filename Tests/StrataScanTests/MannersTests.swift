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
