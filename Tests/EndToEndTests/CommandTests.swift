import Foundation
import Testing

/// Commands as a new user types them.
@Suite struct CommandTests {
  private func expect(
    _ arguments: [String], _ status: Int32, output: String? = nil, error: String? = nil,
    environment: [String: String] = [:],
    line: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Program.run(arguments, environment: environment)
    #expect(result.status == status, "\(result.error)", sourceLocation: line)
    if let output { #expect(result.output == output, sourceLocation: line) }
    if let error { #expect(result.error == error, sourceLocation: line) }
  }

  @Test func `a slip is told`() throws {
    try expect(
      ["lsit"], 64, output: "",
      error: "strata: there is no command, file or folder 'lsit'; did you mean 'strata list'?\n")
    try expect(
      ["https://example.org/l.yml"], 3, output: "",
      error: "strata: strata reads nothing from the network; curl -sL https://example.org/l.yml | strata -\n")
    try expect(
      ["list", "https://example.org/l.yml"], 3, output: "",
      error: "strata: strata reads nothing from the network; curl -sL https://example.org/l.yml | strata -\n")
    #expect(
      try Program.run(["--lang", "zh", "list", "kubernetes", "--format", "ids"]).output.hasPrefix("kubernetes\n"))
    try expect(
      ["stack", "exprt"], 64, output: "",
      error: "strata: 'strata stack' has no 'exprt'; did you mean 'strata stack export'?\n")
    try expect(
      ["scan", "https://example.org/r"], 3, output: "",
      error: "strata: strata reads nothing from the network; git clone https://example.org/r, and scan the folder\n")
    try expect(
      ["list", "--sort", "nme"], 64, output: "",
      error: """
        Error: '--sort' takes no 'nme'; did you mean 'name'?
        It takes: relevance, name, maturity, accepted, stars
          See 'strata list --help' for more information.

        """)
    // What is noticed only once the catalog is read.
    try expect(
      ["compare", "kubernetes", "k8s"], 64, output: "",
      error: "strata: 'k8s' is named twice: it is Kubernetes\n")
    try expect(
      ["check", "--only", "missing-sumary"], 64, output: "",
      error: "strata: there is no kind of finding called 'missing-sumary'; did you mean 'missing-summary'?\n")
    try expect(
      ["config", "--print-theme", "drak"], 64, output: "",
      error: "strata: there is no theme 'drak'; did you mean 'dark'?\n")
    #expect(try Program.run(["list", "id:x", "zzqxj"]).status == 1)
  }

  @Test func `help is printed, and has examples for every command`() throws {
    let help = try Program.run(["--help"])
    #expect(help.status == 0 && help.error == "")
    for name in [
      "browse", "show", "search", "list", "tree", "guide", "stats", "diff", "export", "check", "scan", "new", "info",
      "schema", "completions",
    ] {
      #expect(help.output.contains("\n  \(name) "), "\(name)")
      let own = try Program.run([name, "--help"])
      #expect(own.status == 0 && own.output.contains("Example"), "\(name)")
      #expect(try Program.run(["help", name]).output == own.output)
    }
  }

  @Test func `a page is shown by id, by name, in both languages, as text, Markdown and JSON`() throws {
    let text = try Program.run(["show", "kubernetes"])
    #expect(text.output.hasPrefix("Kubernetes"))
    #expect(text.error == "" && text.status == 0)
    #expect(try Program.run(["show", "K8s"]).output == text.output)
    #expect(
      try Program.run(["show", "kubernetes", "--width", "40"]).output.split(separator: "\n").allSatisfy {
        $0.count <= 130
      })
    #expect(try Program.run(["show", "容器运行时", "--lang", "zh"]).output.hasPrefix("容器运行时"))
    #expect(try Program.run(["show", "prometheus", "--format", "markdown"]).output.hasPrefix("# Prometheus\n"))
    #expect(
      try Program.run(["show", "prometheus", "--format", "json"]).output.hasPrefix(
        "[\n  {\"type\": \"tool\", \"id\": \"prometheus\""))
    try expect(
      ["show", "kubernets"], 4, output: "",
      error: "strata: nothing in the catalog is called 'kubernets'; did you mean 'Kubernetes'?\n")
  }

  @Test func `the guide is printed whole or by chapters`() throws {
    let contents = try Program.run(["guide", "--contents"]).output.split(separator: "\n")
    #expect(contents.first?.hasPrefix("introduction  ") == true)
    #expect(contents.count > 30)
    let chapter = try Program.run(["guide", "provisioning"]).output
    let whole = try Program.run(["guide"]).output
    #expect(whole.contains(chapter))
    #expect(try Program.run(["guide", "Provisioning"]).output == chapter)
    #expect(try Program.run(["guide", "provisionin"]).status == 4)
  }

  @Test func `a list has the fields that are named, in every form`() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(
      """
      layers:
        - id: l
          name: L
          categories:
            - id: c
              name: C
              tools:
                - {id: b, name: "=Bad, \\"quoted\\"", maturity: graduated, license: MIT}
                - {id: a, name: A, summary: "One | two"}

      """, to: "team.yaml")
    func list(_ arguments: String...) throws -> String { try Program.run(["list", path] + arguments).output }
    #expect(try list("--format", "ids") == "b\na\n")
    #expect(
      try list("--format", "ids", "--sort", "name") == "b\na\n" || list("--format", "ids", "--sort", "name") == "a\nb\n"
    )
    #expect(try list("--format", "ids", "--reverse") == "a\nb\n")
    #expect(try list("--fields", "id,license,name") == "b  MIT  =Bad, \"quoted\"\na       A\n")
    #expect(try list("--fields", "id,name", "--format", "csv") == "id,name\nb,\"'=Bad, \"\"quoted\"\"\"\na,A\n")
    #expect(try list("--fields", "id,name", "--format", "tsv") == "id\tname\nb\t'=Bad, \"quoted\"\na\tA\n")
    #expect(
      try list("--fields", "id,summary", "--format", "markdown")
        == "| id | summary |\n|---|---|\n| b |  |\n| a | One \\| two |\n")
    #expect(
      try list("--fields", "id,license", "--format", "json")
        == "[\n  {\"id\": \"b\", \"license\": \"MIT\"},\n  {\"id\": \"a\"}\n]\n")
    #expect(try list("maturity:graduated", "--format", "ids") == "b\n")
    try expect(
      ["list", path, "zzqx"], 1, output: "", error: "strata: no tool is found for zzqx\n")
    #expect(try Program.run(["list", "--fields", "nme"]).status == 64)
  }

  @Test func `a catalog goes to strata's format and to landscape2`() throws {
    let folder = TemporaryFolder()
    let yaml = try Program.run(["export", "category:database", "--format", "yaml"])
    #expect(yaml.status == 0 && yaml.error == "")
    let path = try folder.write(yaml.output, to: "part.yaml")
    let ids = try Program.run(["list", "category:database", "--format", "ids"]).output
    #expect(
      Set(try Program.run(["list", path, "--format", "ids"]).output.split(separator: "\n"))
        == Set(ids.split(separator: "\n")))
    #expect(try Program.run(["check", path]).status == 0)
    let landscape = try folder.write(
      try Program.run(["export", path, "--format", "landscape2"]).output, to: "landscape.yml")
    #expect(try Program.run(["list", landscape]).status == 0)
  }

  @Test func `several files are written all or none`() throws {
    let folder = TemporaryFolder()
    try folder.write("mine", to: "settings.yml")
    try expect(
      ["export", "kubernetes", "--format", "landscape2", "--output", folder.path], 1, output: "",
      error: "strata: \(folder.path)/settings.yml is there already and is left as it is\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["settings.yml"])
    let site = "\(folder.path)/site"
    try expect(
      ["export", "kubernetes", "--format", "landscape2", "--output", site], 0, output: "",
      error: "strata: wrote landscape.yml, settings.yml to \(site)\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: site).sorted() == ["landscape.yml", "settings.yml"])
  }

  @Test func `what is written is told on standard error, and what cannot be with a status of its own`() throws {
    let folder = TemporaryFolder()
    let stack = "\(folder.path)/strata-stack.yaml"
    try expect(
      ["stack", "init", stack], 0, output: "",
      error: "strata: wrote \(stack); 'strata scan . --stack \(stack)' fills it with what this folder uses\n")
    let radar = "\(folder.path)/radar.svg"
    try expect(
      ["stack", "export", "--stack", stack, "--format", "svg", "--output", radar], 0, output: "",
      error: "strata: wrote \(radar)\n")
    #expect(try String(contentsOfFile: radar, encoding: .utf8).hasPrefix("<svg"))
    try expect(
      ["stack", "export", "--stack", stack, "--format", "csv", "--output", "\(folder.path)/out"], 0, output: "",
      error: "strata: wrote \(folder.path)/out/stack.csv\n")
    try folder.write("FROM envoyproxy/envoy:v1.30\n", to: "Dockerfile")
    let result = try Program.run(["scan", folder.path, "--stack", "/proc/strata/x.yaml"])
    #expect(result.status == 74)
    #expect(result.error.hasPrefix("strata: /proc/strata/x.yaml cannot be written: "))
  }

  @Test func `a new catalog is written once`() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/deep/er/new.yaml"
    try expect(["new", path], 0, output: "", error: "strata: wrote \(path); 'strata \(path)' opens it\n")
    try expect(["new", path], 1, output: "", error: "strata: \(path) is there already and is left as it is\n")
    try expect(["check", path], 0)
    #expect(try Program.run(["new", "-"]).output == String(contentsOfFile: path, encoding: .utf8))
    #expect(try Program.run(["new", "/proc/x.yaml"]).status == 74)
  }

  @Test func `diff ends with 1 only where that is asked for`() throws {
    let folder = TemporaryFolder()
    let old = try folder.write(SchemaTests.diffOld, to: "old.yml")
    let new = try folder.write(SchemaTests.diffNew, to: "new.yml")
    try expect(["diff", old, new], 0)
    try expect(["diff", old, new, "--exit-code"], 1)
    try expect(["diff", old, old, "--exit-code"], 0, output: "nothing changed\n")
    try expect(["diff", old], 64)
    try expect(["diff", "--since", "yesterday"], 64)
    #expect(try Program.run(["diff", "--since", "2026", "--format", "markdown"]).output.hasPrefix("**"))
    try expect(
      ["diff", old, "/nonexistent"], 3, output: "", error: "strata: /nonexistent: there is no such file or folder\n")
  }

  @Test func `a start may be told where to go`() throws {
    let map = try Program.snapshot(100, 30, ["browse", "--view", "map"])
    #expect(map == (try Program.snapshot(100, 30, keys: "2")))
    #expect(
      try Program.snapshot(100, 30, ["--at", "harbor"]).contains("▌○ Harbor")
        || Program.snapshot(100, 30, ["--at", "harbor"]).contains("Harbor"))
    #expect(
      try Program.snapshot(120, 30, ["--at", "harbro"]).contains(
        "nothing in the catalog is called 'harbro'; did you mean"))
    #expect(try Program.snapshot(100, 30, ["--query", "is:retired"]) != Program.snapshot(100, 30))
  }

  /// What is made of what the program knows stands in the folder as it would be made.
  @Test func `generated documents are as they would be written`() throws {
    let result = try Child.run(
      "/bin/sh", ["\(Program.root.path)/Scripts/generate-docs", "--check", Program.path],
      environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"])
    #expect(result == Program.Result(output: "", error: "", status: 0))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc"), "mandoc is not installed"),
    arguments: ["strata.1", "strata-catalog.5", "strata-config.5", "strata-stack.5"])
  func `the manual is in order`(_ page: String) throws {
    let folder = TemporaryFolder()
    let path = try folder.write(try Program.run(["debug", "manual", page]).output, to: page)
    let lint = try Child.run("/usr/bin/mandoc", ["-Tlint", "-Wstyle", path], environment: ["PATH": "/usr/bin:/bin"])
    // Whether the other pages are installed here is no question of form.
    let said = (lint.output + lint.error).split(separator: "\n").filter { !$0.contains("referenced manual not found") }
    #expect(said == [])
  }
}

/// Completions, typed in real shells.
@Suite(.serialized, .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct CompletionTests {
  private func start(_ shell: String, _ setUp: String) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(columns: 110, rows: 30)
    let folder = (Program.path as NSString).deletingLastPathComponent
    try terminal.enter(
      "cd \(terminal.folder.path); PATH=\(folder):$PATH; touch catalogue.yaml; clear; env -u PS1 \(shell)")
    try terminal.wait { !$0.contains("ready>") }
    try terminal.wait { $0.hasSuffix("$") || $0.hasSuffix("#") || $0.hasSuffix("%") || $0.hasSuffix(">") }
    try terminal.enter(setUp)
    // What is typed while the shell is still busy is echoed, and erased, by the terminal's driver instead of the shell.
    try waitForPrompt(terminal)
    try terminal.enter("clear")
    try terminal.wait { $0 == "prompt>" }
    return terminal
  }

  /// Waits until the shell's line is empty. The command that sets the prompt has the prompt's text in it, too.
  private func waitForPrompt(_ terminal: TmuxTerminal) throws {
    try terminal.wait(20) { $0.split(separator: "\n").last == "prompt>" }
  }

  private func complete(_ terminal: TmuxTerminal, _ typed: String, _ expected: String) throws {
    try terminal.press("C-u")
    try waitForPrompt(terminal)
    try terminal.type(typed)
    try terminal.press("Tab")
    try terminal.wait(20) { screen in
      screen.split(separator: "\n").contains { $0.hasSuffix("prompt>" + expected) || $0.contains("prompt>" + expected) }
    }
  }

  /// Commands, options, values, files, ids, fields.
  private static let cases = [
    ("strata complet", "strata completions"), ("strata completions fi", "strata completions fish"),
    ("strata list --form", "strata list --format"), ("strata list --format mark", "strata list --format markdown"),
    ("strata list --fields id,lic", "strata list --fields id,license"), ("strata show kubevi", "strata show kubevirt"),
    ("strata list maturity:grad", "strata list maturity:graduated"), ("strata catalo", "strata catalogue.yaml"),
    ("strata --lang zh tre", "strata --lang zh tree"), ("strata check catalo", "strata check catalogue.yaml"),
  ]

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "bash is not installed"))
  func bash() throws {
    let terminal = try start("bash --norc", #"source <(strata completions bash); PS1='prompt>'"#)
    for (typed, expected) in Self.cases { try complete(terminal, typed, expected) }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh"), "zsh is not installed"))
  func zsh() throws {
    let terminal = try start(
      "zsh -f", #"autoload -U compinit; compinit -u -D; source <(strata completions zsh); PS1='prompt>'"#)
    for (typed, expected) in Self.cases { try complete(terminal, typed, expected) }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/fish"), "fish is not installed"))
  func fish() throws {
    let terminal = try start(
      "fish --no-config", #"strata completions fish | source; function fish_prompt; echo -n 'prompt>'; end"#)
    for (typed, expected) in Self.cases { try complete(terminal, typed, expected) }
  }

  @Test func `the answer is short where a name is long, and nothing where nothing fits`() throws {
    #expect(try Program.run(["complete", "--", "zzqx"]) == Program.Result(output: ":files\n", error: "", status: 0))
    #expect(try Program.run(["complete", "--", "list", "maturity"]).output == ":nospace\nmaturity:\n")
    #expect(try Program.run(["complete", "--", "schema", "s"]).output == "scan\nsearch\nshow\nstack\nstats\n")
    #expect(try Program.run(["complete", "--"]).status == 0)
  }
}
