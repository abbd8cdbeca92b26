import ArgumentParser
import Foundation
import StrataCatalog
import StrataScreen
import StrataYAML
import Testing

@testable import strata

/// What a command line means, before the parser sees it.
@Suite struct SentenceTests {
  private func read(_ arguments: String..., files: Set<String> = []) -> Sentence {
    Sentence(arguments) { files.contains($0) }
  }

  private func explored(_ catalogs: String...) -> Sentence {
    var invocation = Invocation()
    invocation.catalogs = catalogs
    return .explore(invocation)
  }

  @Test func `catalogs alone open the explorer`() {
    #expect(read() == explored())
    #expect(read("team.yaml") == explored("team.yaml"))
    #expect(read("-") == explored("-"))
    #expect(read("dir", files: ["dir"]) == explored("dir"))
    #expect(read("./list", "b.yml") == explored("./list", "b.yml"))
    #expect(read("") == .refused(.unknown("", near: nil)))
  }

  @Test func `the first word is the command, wherever the options stand`() {
    let expected = Sentence.command(["list", "--lang", "zh", "--format", "json"], shadowed: nil)
    #expect(read("--lang", "zh", "list", "--format", "json") == expected)
    #expect(read("list", "--lang", "zh", "--format", "json") == expected)
    #expect(read("--lang=zh", "list") == .command(["list", "--lang=zh"], shadowed: nil))
    #expect(read("-c", "list", "stats") == .command(["stats", "-c", "list"], shadowed: nil))
    #expect(read("help") == .command(["help"], shadowed: nil))
    #expect(read("help", "list") == .command(["help", "list"], shadowed: nil))
    #expect(read("--ascii", "x.yaml") == .command(["browse", "--ascii", "x.yaml"], shadowed: nil))
    #expect(read("--", "list") == .command(["browse", "--", "list"], shadowed: nil))
  }

  @Test func `strata as a whole answers where no command is named`() {
    #expect(read("--help") == .command(["--help"], shadowed: nil))
    #expect(read("-h") == .command(["-h"], shadowed: nil))
    #expect(read("--version") == .version)
    #expect(read("-V") == .version)
    #expect(read("list", "--help") == .command(["list", "--help"], shadowed: nil))
    #expect(read("--lang", "zh", "-V") == .version)
    #expect(read("list", "-V") == .version)
    // A value is none of it, and neither is a word behind dashes.
    #expect(read("list", "--query", "-V") == .command(["list", "--query", "-V"], shadowed: nil))
    #expect(read("list", "--", "-V") == .command(["list", "--", "-V"], shadowed: nil))
  }

  @Test func `what is nearly a command is told`() {
    #expect(read("lsit") == .refused(.unknown("lsit", near: "list")))
    #expect(read("serach", "x") == .refused(.unknown("serach", near: "search")))
    #expect(read("--lang", "zh", "Check") == .refused(.unknown("Check", near: "check")))
    #expect(read("frobnicate") == .refused(.unknown("frobnicate", near: nil)))
    #expect(read("help", "lsit") == .refused(.unknown("lsit", near: "list")))
    // A file of that name is a file.
    #expect(read("lsit", files: ["lsit"]) == explored("lsit"))
    // What is a path, or has an ending, is no command: the reader says what is wrong with it.
    #expect(read("dir/lsit") == explored("dir/lsit"))
    #expect(read("lsit.yaml") == explored("lsit.yaml"))
  }

  @Test func `an address is told how to be read`() {
    let address = "https://example.org/landscape.yml"
    #expect(read(address) == .refused(.address(address)))
    #expect(read("--ascii", "team.yaml", address) == .refused(.address(address)))
    #expect(read(address, files: [address]) == explored(address))
    for scheme in ["ftp", "HTTP", "file", "git+ssh"] {
      #expect(read("\(scheme)://x/y") == .refused(.address("\(scheme)://x/y")))
    }
    for path in ["a:b/c.yml", "://x", "1a://x.yml", "c:/x.yml", "a/b://c.yml"] { #expect(read(path) == explored(path)) }
    #expect(
      Sentence.Refusal.address(address).sentence.string
        == "strata reads nothing from the network; curl -sL \(address) | strata -")
  }

  @Test func `a file called like a command is mentioned`() {
    #expect(read("list", files: ["list"]) == .command(["list"], shadowed: "list"))
    #expect(read("./list", files: ["./list", "list"]) == explored("./list"))
    #expect(read("a.yaml", "list") == .refused(.commandBehind("list", catalog: "a.yaml")))
    #expect(read("a.yaml", "list", files: ["list"]) == explored("a.yaml", "list"))
  }

  @Test func `every refusal is a sentence with a status of its own`() {
    let refusals: [(Sentence.Refusal, String, Int32)] = [
      (.unknown("lsit", near: "list"), "there is no command, file or folder 'lsit'; did you mean 'strata list'?", 64),
      (.unknown("x", near: nil), "there is no command, file or folder 'x'; 'strata --help' lists the commands", 64),
      (
        .unknown("kubernetes", near: nil),
        "there is no command, file or folder 'kubernetes'; 'strata search kubernetes' looks for it in the landscape, "
          + "'strata --help' lists the commands", 64
      ),
      (
        .unknown("a;b", near: nil), "there is no command, file or folder 'a;b'; 'strata --help' lists the commands", 64
      ),
      (.commandBehind("list", catalog: "a b"), "write the command first: strata list a b", 64),
    ]
    for (refusal, sentence, status) in refusals {
      #expect(refusal.sentence.string == sentence)
      #expect(refusal.status == status)
    }
  }

  /// The short path to the screen and the command parser agree on every line that the short path takes.
  @Test func `catalogs alone mean what the parser says`() throws {
    let words = ["-", "team.yaml", "dir/", "层.yaml", "a b", "./list", "list", "--", "-c", "--lang", "zh", "help"]
    var taken = 0
    for first in [nil] + words.map(Optional.some) {
      for second in [nil] + words.map(Optional.some) {
        for third in [nil] + words.map(Optional.some) {
          let arguments = [first, second, third].compactMap { $0 }
          let sentence = Sentence(arguments) { $0 == "a b" || $0 == "zh" }
          guard case .explore(let invocation) = sentence else { continue }
          taken += 1
          let command = try #require(try StrataCommand.parseAsRoot(["browse"] + arguments) as? BrowseCommand)
          #expect(command.invocation == invocation, "\(arguments)")
        }
      }
    }
    #expect(taken > 200)
  }
}

/// What is known of the commands before the parser is asked.
@Suite struct CommandsTests {
  /// The parser's own description of all commands, as JSON, which is YAML.
  private struct Description {
    let document: Document

    init() throws {
      document = Document.parse(Array(StrataCommand._dumpHelp().utf8), name: "help").document
    }

    func string(_ key: String, _ node: Document.NodeID) -> String? {
      document.value(of: key, in: node).map { document.string(document.resolved($0)) }
    }

    func items(_ key: String, _ node: Document.NodeID) -> [Document.NodeID] {
      guard var next = document.value(of: key, in: node).map({ document.firstChild(of: $0) }) ?? nil else { return [] }
      var items = [next]
      while let after = document.next(after: next) {
        items.append(after)
        next = after
      }
      return items
    }
  }

  @Test func `the names are those of the commands`() throws {
    let description = try Description()
    let root = try #require(description.document.roots.first)
    let command = try #require(description.document.value(of: "command", in: root))
    let names = description.items("subcommands", command).compactMap { description.string("commandName", $0) }
    #expect(Set(names) == Commands.names)
    let hidden = description.items("subcommands", command)
      .filter { description.string("shouldDisplay", $0) == "false" }.compactMap {
        description.string("commandName", $0)
      }
    #expect(Set(hidden).isSubset(of: Commands.hidden))
  }

  @Test func `the options with a value are those of the commands`() throws {
    let description = try Description()
    let root = try #require(description.document.roots.first)
    let command = try #require(description.document.value(of: "command", in: root))
    var withValue: Set<String> = []
    var flags: Set<String> = []
    func gather(_ command: Document.NodeID) {
      for argument in description.items("arguments", command) {
        let names = description.items("names", argument).compactMap { name -> String? in
          guard let text = description.string("name", name) else { return nil }
          return description.string("kind", name) == "long" ? "--" + text : "-" + text
        }
        if description.string("kind", argument) == "option" { withValue.formUnion(names) }
        if description.string("kind", argument) == "flag" { flags.formUnion(names) }
      }
      for child in description.items("subcommands", command) { gather(child) }
    }
    gather(command)
    #expect(withValue == Commands.optionsWithValue)
    #expect(withValue.isDisjoint(with: flags))
  }

  @Test func `the parts of commands are theirs`() {
    for command in CommandModel().commands {
      let parts = command.commands.filter { !$0.isHidden }.map(\.name)
      #expect(Set((Commands.parts[command.name] ?? []).filter { $0 != "help" }) == Set(parts.filter { $0 != "help" }))
    }
    #expect(
      Sentence(["stack", "exprt", "--format", "svg"], exists: { _ in false })
        == .refused(.unknownPart("exprt", of: "stack", near: "export")))
    #expect(Sentence(["stack", "help"], exists: { _ in false }) == .command(["help", "stack"], shadowed: nil))
    #expect(
      Sentence(["stack", "help", "export"], exists: { _ in false })
        == .command(["help", "stack", "export"], shadowed: nil))
    #expect(
      Sentence(["--stack", "x", "stack", "zz"], exists: { _ in false })
        == .refused(.unknownPart("zz", of: "stack", near: nil)))
  }

  @Test func `whatever prints JSON has a schema`() {
    func check(_ command: CommandModel.Command, _ name: String) {
      if command.option("--format")?.values.contains("json") == true {
        #expect(Schemas.text(name) != nil, "\(name) \(command.name)")
      }
      for part in command.commands { check(part, name) }
    }
    let commands = CommandModel().commands
    for command in commands { check(command, command.name) }
    #expect(commands.count { $0.option("--format")?.values.contains("json") == true } > 8)
  }

  /// The manual names each variable that the sources read, and no other.
  @Test func `variables are in the manual`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var read: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" && !file.path.contains("/Grammar/Manual") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:environment|getenv|variable|env)[(\[]"([A-Z][A-Z_]+)"/) {
        read.insert(String(match.1))
      }
      // Lists of names that are looked up one by one.
      for match in text.matches(of: /(?m)^.*(?:\[|, )"([A-Z][A-Z_]{2,})"(?:, "[A-Z_]+")*\].*$/) {
        for name in match.0.matches(of: /"([A-Z][A-Z_]{2,})"/) { read.insert(String(name.1)) }
      }
    }
    read.subtract(["ACTION", "KEYS", "WHERE", "WHAT", "TRUE", "FALSE"])
    let told = Set(Manual.variables.flatMap(\.names))
    #expect(read.subtracting(told).sorted() == [])
    #expect(told.subtracting(read).sorted() == [])
    #expect(Manual.variables.flatMap(\.names).count == told.count)
  }

  @Test(arguments: ["zh", "zh_CN", "zh_CN.UTF-8", "zh-Hans", "ZH", "zh@x"]) func `a language may be a locale`(
    _ text: String
  ) {
    #expect(Language(argument: text) == .zh)
  }

  @Test func `a language that is not spoken is refused`() {
    #expect(Language(argument: "en_US") == .en)
    for text in ["fr", "", "chinese", "_zh"] { #expect(Language(argument: text) == nil, "\(text)") }
  }

  @Test(
    arguments: [
      ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false),
      (["NO_COLOR": "1", "FORCE_COLOR": "1"], true, false), (["FORCE_COLOR": "1"], false, true),
      (["FORCE_COLOR": "0"], true, false), (["CLICOLOR_FORCE": "1"], false, true),
      (["CLICOLOR_FORCE": "0"], false, false),
      (["CLICOLOR": "0"], true, false), (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true, true),
      (["CLICOLOR": "1"], false, false), (["TERM": "dumb"], true, false), (["NO_COLOR": ""], true, true),
    ] as [([String: String], Bool, Bool)])
  func `colors follow the environment`(_ variables: [String: String], _ isTerminal: Bool, _ isColored: Bool) {
    let environment = Environment(variables)
    #expect(Invocation.ColorChoice.auto.isColored(environment: environment, isTerminal: isTerminal) == isColored)
    #expect(Invocation.ColorChoice.always.isColored(environment: environment, isTerminal: false))
    #expect(!Invocation.ColorChoice.never.isColored(environment: environment, isTerminal: true))
  }

  @Test func `a starter catalog opens without a finding`() throws {
    let source = Catalog.Source(name: "new.yaml", bytes: Array(NewCommand.text.utf8))
    let (catalog, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: .checking)
    #expect(diagnostics.map(\.message) == [])
    #expect(catalog?.toolCount == 1)
  }

  @Test func `operands are catalogs by how they are written`() {
    let operands = Operands(["a.yaml", "kubernetes", "dir/", "-", "maturity:graduated", "b.yml", "x/y"])
    #expect(operands.catalogs == ["a.yaml", "dir/", "-", "b.yml", "x/y"])
    #expect(operands.words == ["kubernetes", "maturity:graduated"])
  }
}
