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
    // At home not even a folder is left, but for what is somebody else's.
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/home/.local/share/man", withIntermediateDirectories: true)
    try folder.write("mine", to: "home/.local/share/man/x")
    let home = "\(folder.path)/home"
    #expect(try run("Scripts/install-files '\(home)/.local'").status == 0)
    #expect(try run("make --no-print-directory uninstall PREFIX=~/.local", home: home).status == 0)
    #expect(
      try run("cd '\(home)' && find .").output.split(separator: "\n").sorted()
        == [".", "./.local", "./.local/share", "./.local/share/man", "./.local/share/man/x"])
    let deep = "\(home)/My Apps/it's"
    #expect(try run("Scripts/install-files \"\(deep)\"").status == 0)
    #expect(FileManager.default.isExecutableFile(atPath: "\(deep)/bin/strata"))
    #expect(try run("make --no-print-directory uninstall PREFIX=\"\(deep)\"", home: home).status == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(home)/My Apps"))
  }

  @Test func `what removes it again is told as one can type it`() throws {
    let said = try run("make --no-print-directory -n install PREFIX='~/My Apps'", home: "/home/somebody").output
    #expect(said.contains("to remove it: make uninstall PREFIX=\\\"/home/somebody/My Apps\\\"\""), "\(said)")
  }

  @Test(arguments: ["~/.local", "~", "/usr", "relative/~/x"]) func `a tilde is the home in every shell`(
    _ prefix: String
  ) throws {
    let result = try run("make --no-print-directory -n uninstall PREFIX='\(prefix)'", home: "/home/somebody")
    let expected = prefix.hasPrefix("~") ? "/home/somebody" + prefix.dropFirst() : prefix
    #expect(result.output.contains(" --remove \"\(expected)\""), "\(result.output)")
  }

  /// Of the release, where it has been built.
  private static let program = Program.hasRelease ? Program.release : Program.path

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg-deb"), "dpkg is not installed"))
  func `a Debian package has what is installed, and lintian finds no error`() throws {
    let folder = TemporaryFolder()
    let made = try run(
      "PROGRAM='\(Self.program)' DPKG_DEB_COMPRESSOR_TYPE=gzip DPKG_DEB_COMPRESSOR_LEVEL=1 Scripts/package-deb '\(folder.path)'"
    )
    #expect(made.status == 0 && made.error == "", "\(made.error)")
    let package = made.output.trimmingCharacters(in: .newlines)
    let listed = try run("dpkg-deb --contents '\(package)' | sed 's|.* ./||' | grep -v '/$' | sort").output
    let installed = try run("Scripts/install-files --list").output.split(separator: "\n")
      .map { "usr/\($0)\($0.contains("/man/") ? ".gz" : "")" }
    let own = ["doc/strata/NEWS.gz", "doc/strata/changelog.gz", "doc/strata/copyright", "lintian/overrides/strata"]
    #expect(listed.split(separator: "\n").map(String.init) == (installed + own.map { "usr/share/\($0)" }).sorted())
    #expect(try !run("dpkg-deb --field '\(package)'").output.contains("Depends"))
    let lint = try run("command -v lintian > /dev/null || exit 77; lintian --fail-on none '\(package)'")
    // What was not built by `make build` is linked otherwise, and has its symbols.
    let isStripped = try run("readelf -SW '\(Self.program)' | grep -q gnu_debuglink").status == 0
    let errors = lint.output.split(separator: "\n").filter { $0.hasPrefix("E:") }
      .filter { isStripped || !$0.contains("custom-library-search-path") && !$0.contains("unstripped-binary") }
    #expect(errors == [])
  }

  @Test func `a tarball has what is installed below one folder, and its checksum`() throws {
    let folder = TemporaryFolder()
    let made = try run("PROGRAM='\(Self.program)' Scripts/package-dist '\(folder.path)'")
    #expect(made.status == 0 && made.error == "", "\(made.error)")
    let version = try Program.run(["--version"]).output.split(whereSeparator: \.isWhitespace)[1]
    let name = "strata-\(version)-linux-\(try run("uname -m").output.trimmingCharacters(in: .newlines))"
    let listed = try run("tar -tzf '\(folder.path)/\(name).tar.gz' | grep -v '/$' | sort").output
    let installed = try run("Scripts/install-files --list").output.split(separator: "\n").map(String.init)
    #expect(
      listed.split(separator: "\n").map(String.init)
        == (installed + ["CHANGELOG.md", "LICENSE", "README.md"]).map { "\(name)/\($0)" }.sorted())
    #expect(try run("cd '\(folder.path)' && sha256sum --check --quiet strata-\(version)-sha256.txt").status == 0)
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
    for check in [
      "ruby -c packaging/strata.rb", "nix-instantiate --parse packaging/flake.nix",
      "shellcheck --shell=bash --exclude=SC2034,SC2154,SC2164 packaging/PKGBUILD",
      "shellcheck Scripts/install-files Scripts/package-deb Scripts/package-dist Scripts/stamp Scripts/check .ci/run",
    ] {
      let result = try run("command -v \(check.prefix { $0 != " " }) > /dev/null || exit 77; \(check) > /dev/null")
      #expect([0, 77].contains(result.status), "\(check): \(result.output)\(result.error)")
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
