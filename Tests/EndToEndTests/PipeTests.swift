import Foundation
import Testing

/// Commands in pipes whose reader goes away, and on disks that are full.
@Suite struct PipeTests {
  /// Every command that prints, in every form.
  static let commands = [
    "list", "list --format csv", "list --format tsv", "list --format markdown", "list --format ids",
    "list --format json",
    "export", "export --format yaml", "export --format landscape2", "export --format csv", "search mesh",
    "search mesh --format json", "show kubernetes", "show kubernetes --format markdown", "show database --format json",
    "guide", "guide --format markdown", "guide --format json", "guide --contents", "tree --depth tools",
    "tree --format markdown", "tree --format json", "stats", "stats --format json", "compare linkerd istio",
    "compare linkerd istio --format markdown", "compare linkerd istio --format json", "diff --since 2020",
    "diff --since 2020 --format json", "check", "check --format json", "info", "info --format json", "keys",
    "keys --format json", "config", "config --print-default", "config --print-theme dark", "schema", "schema show",
    "completions bash", "completions zsh", "completions fish", "new -", "stack init -", "debug manual strata.1",
    "--help",
    "help list", "--version", "complete -- show k", "--snapshot 100x30", "--snapshot 100x30 --svg", "scan FOLDER --all",
    "scan FOLDER --format json", "stack export --stack STACK", "stack export --stack STACK --format svg",
    "check --stack STACK --format sarif", "lsit", "show nothing-of-that-name", "--accessible --no-state",
  ]

  private func shell(_ script: String) throws -> Program.Result {
    try Child.run(
      "/bin/bash", ["-c", script],
      environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "S": Program.path, "LANG": "C.UTF-8"])
  }

  private func prepared(_ command: String, _ folder: TemporaryFolder) throws -> String {
    try folder.write("FROM envoyproxy/envoy:v1.30\n", to: "Dockerfile")
    let stack = try folder.write("stack: {version: 1}\ntools: [{id: harbor, status: adopted}]\n", to: "stack.yaml")
    return command.replacingOccurrences(of: "FOLDER", with: folder.path).replacingOccurrences(of: "STACK", with: stack)
  }

  /// A reader of nothing, of a byte, of some lines, and one that is gone before anything is written.
  @Test(arguments: PipeTests.commands) func `a reader that goes away ends every command quietly`(_ command: String)
    throws
  {
    let folder = TemporaryFolder()
    let words = try prepared(command, folder)
    let alone = try shell("\"$S\" \(words) < /dev/null > /dev/null; echo $?")
    for reader in ["true", "head -c1", "head -c5000", "sed 3q", "(exec 0<&-; sleep 0.05)"] {
      let result = try shell("\"$S\" \(words) < /dev/null | \(reader) > /dev/null; echo ${PIPESTATUS[0]}")
      #expect([alone.error, ""].contains(result.error), "\(words) | \(reader)")
      #expect(["141\n", alone.output].contains(result.output), "\(words) | \(reader): \(result.output)")
    }
  }

  @Test(arguments: PipeTests.commands) func `a full disk is told`(_ command: String) throws {
    let folder = TemporaryFolder()
    let words = try prepared(command, folder)
    let alone = try shell("\"$S\" \(words) < /dev/null 2> /dev/null")
    let result = try shell("\"$S\" \(words) < /dev/null > /dev/full")
    // Where nothing is printed nothing can fail.
    guard !alone.output.isEmpty else { return }
    #expect(result.status == 74, "\(words)")
    #expect(result.error.hasSuffix("strata: standard output: No space left on device\n"), "\(words): \(result.error)")
  }
}
