import Foundation
import Testing

/// What commands print for people fits the terminal; to a pipe it goes whole.
@Suite struct WidthTests {
  private static let widths = [40, 60, 80, 200]

  /// Texts and columns of every command. What is a file of its own (YAML, CSV, Markdown, a script) is never touched.
  private static let commands = [
    "show kubernetes", "show database", "show layer:runtime", "compare linkerd istio",
    "compare linkerd istio consul envoy", "search service mesh", "search service mesh --explain --limit 5",
    "list category:database", "list --fields id,license,homepage is:retired", "tree", "tree --ascii --depth tools",
    "guide provisioning", "guide --contents", "stats", "diff --since 2024", "diff OLD NEW --all", "check BAD",
    "check --stack STACK", "scan FOLDER", "scan FOLDER --all", "info", "config", "keys",
  ]
  /// What the command line itself says, in English whatever the language.
  private static let sayings = [
    "--help", "help list", "stack --help", "list zzqxj", "search zzqxj kubernets", "lsit", "serach x", "show kubernets",
    "list --sort nme", "list --nope", "search", "list https://example.org/a-landscape/of-some-length.yml",
    "tree BROKEN",
    "diff OLD /nonexistent/and/rather/a/long/path/to/a/landscape.yml", "config --check BAD",
  ]
  /// Those whose lines go on below: nothing is cut away.
  private static let folding: Set = [
    "guide --contents", "stats", "diff --since 2024", "diff OLD NEW --all", "scan FOLDER", "scan FOLDER --all",
    "config",
    "show kubernets", "list zzqxj", "lsit", "help list", "stack --help",
  ]

  private func words(_ command: String, _ folder: TemporaryFolder) throws -> [String] {
    let long = String(repeating: "long-", count: 30)
    let deep = "\(folder.path)/project/of/several/folders/whose/path/is/wider/than/a/terminal"
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    try folder.write("FROM envoyproxy/envoy:v1.30\nFROM example/nobody-knows:1\n", to: "project/Dockerfile")
    try folder.write(
      "FROM envoyproxy/envoy:v1.30\n", to: "project/of/several/folders/whose/path/is/wider/than/a/terminal/Dockerfile")
    let files = [
      "FOLDER": "\(folder.path)/project",
      "STACK": try folder.write(
        "stack: {version: 1}\ntools: [{id: rkt, status: adopted}, {id: harbor, status: trial}]\n", to: "stack.yaml"),
      "BAD": try folder.write(
        SchemaTests.diffOld.replacingOccurrences(of: "project:", with: "projekt\(long): 长长的中文摘要长长的中文摘要, project:"),
        to: "bad.yml"),
      "BROKEN": try folder.write("landscape: [{name: L, \(long): \"\(long)\n", to: "broken.yml"),
      "OLD": try folder.write(SchemaTests.diffOld, to: "old.yml"),
      "NEW": try folder.write(
        SchemaTests.diffNew.replacingOccurrences(
          of: "https://a.io", with: "https://a-longer-name.example.org/of/the/same/tool"), to: "new.yml"),
    ]
    return command.split(separator: " ").map { files[String($0)] ?? String($0) }
  }

  @Test(arguments: commands.map { ($0, true) } + sayings.map { ($0, false) })
  func `no line is wider than the terminal`(_ command: String, _ isInBothLanguages: Bool) throws {
    let folder = TemporaryFolder()
    let words = try words(command, folder)
    for language in isInBothLanguages ? ["en_US.UTF-8", "zh_CN.UTF-8"] : ["en_US.UTF-8"] {
      let pipe = try Program.run(words, environment: ["LANG": language])
      for columns in Self.widths {
        let (output, status) = try PseudoTerminal.run(words, columns: columns, environment: ["LANG": language])
        let lines = PseudoTerminal.lines(output)
        let wide = lines.filter { PseudoTerminal.columns($0) > columns }
        #expect(wide == [], "\(command) at \(columns) in \(language)")
        #expect(status == pipe.status, "\(command) at \(columns) in \(language)")
        guard Self.folding.contains(command) else { continue }
        // Nothing is lost, but for the blanks where a line ends.
        func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
        #expect(letters(lines.joined()) == letters(pipe.output + pipe.error), "\(command) at \(columns) in \(language)")
      }
    }
  }

  @Test(arguments: widths) func `ids and addresses of a list are whole`(_ columns: Int) throws {
    let query = ["list", "category:service-mesh"]
    let pipe = try Program.run(query + ["--format", "csv", "--fields", "id,homepage,repository"]).output
    let values = pipe.split(separator: "\n").dropFirst().flatMap { $0.split(separator: ",").map(String.init) }
    #expect(values.count > 20)
    let (output, _) = try PseudoTerminal.run(
      query + ["--fields", "id,name,homepage,summary,repository"], columns: columns)
    let words = Set(output.split { $0.isWhitespace }.map(String.init))
    for value in values where value.utf8.count <= columns { #expect(words.contains(value), "\(value) at \(columns)") }
  }

  @Test func `a pipe has whole lines, whatever COLUMNS says`() throws {
    let narrow = ["COLUMNS": "40"]
    for command in ["list", "search mesh", "diff --since 2024", "keys", "tree --depth tools", "stats", "help list"] {
      let words = command.split(separator: " ").map(String.init)
      // The parser of the command line has its own view of COLUMNS.
      if command != "help list" {
        #expect(try Program.run(words, environment: narrow) == Program.run(words), "\(command)")
      }
      #expect(try Program.run(words).output.split(separator: "\n").contains { $0.count > 60 }, "\(command)")
    }
  }
}
