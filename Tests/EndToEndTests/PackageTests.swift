import Foundation
import Testing

/// What is installed, and what packages are made of.
@Suite struct PackageTests {
  private func run(_ command: String, home: String = "/nonexistent") throws -> Program.Result {
    try Child.run(
      "/bin/sh", ["-c", "cd '\(Program.root.path)' && \(command)"],
      environment: ["PATH": "/usr/bin:/bin", "HOME": home, "PROGRAM": Program.path])
  }

  @Test func `what is installed is removed again`() throws {
    let folder = TemporaryFolder()
    let result = try run("Scripts/install-files '\(folder.path)/a b'")
    #expect(result.status == 0 && result.error == "")
    let paths = try run("Scripts/install-files --list").output.split(separator: "\n").map(String.init)
    #expect(paths.count == 8)
    for path in paths { #expect(FileManager.default.fileExists(atPath: "\(folder.path)/a b/\(path)"), "\(path)") }
    let found = try run("cd '\(folder.path)/a b' && find . -type f | sed 's|^./||' | sort").output
    #expect(found == paths.sorted().map { $0 + "\n" }.joined())
    #expect(try run("make --no-print-directory uninstall PREFIX='\(folder.path)/a b'").status == 0)
    #expect(try run("cd '\(folder.path)/a b' && find . -type f").output == "")
  }

  @Test(arguments: ["~/.local", "~", "/usr", "relative/~/x"]) func `a tilde is the home in every shell`(
    _ prefix: String
  ) throws {
    let result = try run("make --no-print-directory -n uninstall PREFIX='\(prefix)'", home: "/home/somebody")
    let expected = prefix.hasPrefix("~") ? "/home/somebody" + prefix.dropFirst() : prefix
    #expect(result.output.contains("\"\(expected)/$file\""), "\(result.output)")
  }

  @Test func `packages are of this version, and in form`() throws {
    let version = try Program.run(["--version"]).output.split(separator: " ")[1].trimmingCharacters(
      in: .whitespacesAndNewlines)
    func text(_ name: String) throws -> String {
      try String(contentsOf: Program.root.appending(path: name), encoding: .utf8)
    }
    #expect(try text("packaging/PKGBUILD").contains("\npkgver=\(version)\n"))
    #expect(try text("packaging/flake.nix").contains("version = \"\(version)\""))
    #expect(try text("CHANGELOG.md").contains("\n## \(version)\n"))
    #expect(try run("bash -n packaging/PKGBUILD").status == 0)
    for script in [
      "stamp", "install-files", "package-deb", "package-dist", "generate-docs", "generate-pictures", "docc",
      "generate-terminfo-table",
    ] {
      #expect(try run("sh -n Scripts/\(script)") == Program.Result(output: "", error: "", status: 0), "\(script)")
    }
    // Where the machine has what reads it.
    for check in ["ruby -c packaging/strata.rb", "nix-instantiate --parse packaging/flake.nix"] {
      let result = try run("command -v \(check.prefix { $0 != " " }) > /dev/null || exit 77; \(check) > /dev/null")
      #expect([0, 77].contains(result.status), "\(check): \(result.error)")
    }
    for (name, open, close) in [("packaging/flake.nix", "{", "}"), ("packaging/flake.nix", "(", ")")] {
      let body = try text(name)
      #expect(body.count { $0 == Character(open) } == body.count { $0 == Character(close) })
    }
    let formula = try text("packaging/strata.rb").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let openers = formula.count { $0.hasPrefix("class ") || $0.hasPrefix("def ") || $0.hasSuffix(" do") }
    #expect(formula.count { $0 == "end" } == openers)
    // What stands for something that is not there would make a package useless.
    for name in ["PKGBUILD", "strata.rb", "flake.nix", "Dockerfile"] {
      let body = try text("packaging/\(name)")
      for word in ["example.org", "fakeHash", "SKIP", "0000000000"] {
        #expect(!body.contains(word), "\(name): \(word)")
      }
    }
    // A file that one of them names is there.
    for name in ["Scripts/stamp", "Scripts/install-files", "LICENSE"] {
      #expect(FileManager.default.fileExists(atPath: Program.root.appending(path: name).path))
    }
    #expect(try text("packaging/Dockerfile").contains("\nFROM scratch\n"))
  }
}
