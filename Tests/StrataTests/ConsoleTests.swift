import ArgumentParser
import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataText
import Testing

@testable import strata

/// What is printed, by what it is printed to.
@Suite struct ConsoleTests {
  private func console(_ variables: [String: String], isTerminal: Bool = true) -> Console {
    Console(environment: Environment(variables), isTerminal: isTerminal)
  }

  @Test(
    "links where the terminal is known to have them",
    arguments: [
      ([:], false), (["TERM": "xterm-256color"], false), (["TERM": "xterm-kitty"], true), (["TERM": "foot"], true),
      (["TERM_PROGRAM": "WezTerm"], true), (["VTE_VERSION": "6003"], true), (["VTE_VERSION": "4205"], false),
      (["KITTY_WINDOW_ID": "1", "TMUX": "/tmp/x"], false), (["KITTY_WINDOW_ID": "1", "STY": "1.x"], false),
      (["TERM_PROGRAM": "vscode", "TERM": "dumb"], false), (["TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"], false),
      (["TERM": "dumb", "FORCE_HYPERLINK": "1"], true),
    ] as [([String: String], Bool)])
  func links(variables: [String: String], known: Bool) {
    #expect(console(variables).knowsLinks == known)
    // In a pipe only where somebody insists.
    #expect(console(variables, isTerminal: false).knowsLinks == (variables["FORCE_HYPERLINK"] == "1"))
  }

  /// In a terminal, and in a pipe.
  @Test(
    "colors, the weightiest variable first",
    arguments: [
      ([:], true, false), (["NO_COLOR": "1"], false, false), (["NO_COLOR": ""], true, false),
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1", "FORCE_COLOR": "3"], false, false),
      (["CLICOLOR_FORCE": "1"], true, true), (["CLICOLOR_FORCE": "0"], true, false),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true, true), (["CLICOLOR": "0"], false, false),
      (["CLICOLOR": "1"], true, false), (["FORCE_COLOR": "1"], true, true), (["FORCE_COLOR": "0"], false, false),
      (["FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"], false, false), (["TERM": "dumb"], false, false),
      (["TERM": "dumb", "FORCE_COLOR": "1"], true, true),
    ] as [([String: String], Bool, Bool)])
  func colors(variables: [String: String], terminal: Bool, pipe: Bool) {
    let environment = Environment(variables)
    #expect(Invocation.ColorChoice.auto.isColored(environment: environment, isTerminal: true) == terminal)
    #expect(Invocation.ColorChoice.auto.isColored(environment: environment, isTerminal: false) == pipe)
    for isTerminal in [false, true] {
      #expect(Invocation.ColorChoice.always.isColored(environment: environment, isTerminal: isTerminal))
      #expect(!Invocation.ColorChoice.never.isColored(environment: environment, isTerminal: isTerminal))
    }
  }

  @Test func `a page without color has codes of strength alone, and a link one name however it is broken`() throws {
    let catalog = ShippedCatalog.open()
    let tool = try #require(catalog.toolID(for: "kubernetes"))
    func text(usesColor: Bool, hasLinks: Bool = false, columns: Int = 80) -> String {
      PageReport(catalog, in: .en, usesColor: usesColor)
        .text(of: .tool(tool), columns: columns, isStyled: true, hasLinks: hasLinks).string
    }
    let color = /\u{1B}\[[0-9;]*(3[0-7]|38;5;[0-9]+|9[0-7])[;m]/
    #expect(text(usesColor: true).contains(color))
    let plain = text(usesColor: false)
    #expect(plain.contains("\u{1B}[") && !plain.contains(color))
    let links = text(usesColor: false, hasLinks: true, columns: 40).matches(
      of: /\u{1B}\]8;id=(\d+);([^\u{1B}]+)\u{1B}\\/)
    #expect(links.count > 1)
    for link in links { #expect(links.allSatisfy { $0.1 != link.1 || $0.2 == link.2 }) }
  }

  @Test func `lines are cut to the terminal, and whole in a pipe`() {
    let lines = "a long line of words\n容器运行时 containers\nshort\n"
    #expect(console(["COLUMNS": "12"]).cut(lines) == "a long line…\n容器运行时 …\nshort\n")
    #expect(console(["COLUMNS": "12"], isTerminal: false).cut(lines) == lines)
    #expect(console([:], isTerminal: false).columns == nil)
    #expect(console(["COLUMNS": "33"]).columns == 33)
  }

  @Test(arguments: [10, 20, 30, 40, 80, 200]) func `no line of a list is wider than the terminal`(_ columns: Int) {
    let catalog = ShippedCatalog.open()
    for fields in [ListField.standard, ListField.table, ListField.allCases] {
      var text = ""
      ListReport.text(
        catalog, Array(catalog.toolIDs.prefix(200)), fields, in: .zh, columns: columns,
        width: { TextWidth.standard.columns($0) }, cut: { TextWidth.standard.truncated($0, columns: $1) },
        to: { text += $0 })
      #expect(text.split(separator: "\n").allSatisfy { TextWidth.standard.columns(String($0)) <= columns })
    }
  }
}

/// Values that an option does not take.
@Suite struct ValueSlipTests {
  private func slip(_ arguments: [String]) -> ValueSlip? {
    do {
      _ = try StrataCommand.parseAsRoot(arguments)
      return nil
    } catch {
      return ValueSlip(arguments, message: StrataCommand.fullMessage(for: error))
    }
  }

  /// Of every command, every option and operand that has values: a letter too many.
  @Test func `every value is offered for its misspelling`() {
    var count = 0
    func check(_ command: CommandModel.Command, _ words: [String]) {
      for option in command.options {
        // Of short words others are as near.
        for value in option.values where value.count > 4 {
          count += 1
          let wrong = value.dropLast() + "qx"
          let name = option.kind == .positional ? "<\(option.valueName)>" : option.names[0]
          let arguments = words + (option.kind == .positional ? [] : [name]) + [String(wrong)]
          #expect(slip(arguments)?.near == value && slip(arguments)?.option == name, "\(arguments)")
          if option.kind == .option { #expect(slip(words + ["\(name)=\(wrong)"])?.near == value) }
        }
      }
      for part in command.commands where !part.isHidden { check(part, words + [part.name]) }
    }
    for command in CommandModel().commands { check(command, [command.name]) }
    #expect(count > 60)
  }

  @Test func `the sentence is short`() {
    #expect(
      slip(["list", "--lang", "zh_CN", "--sort", "nme"])?.message
        == "Error: '--sort' takes no 'nme'; did you mean 'name'?\nIt takes: relevance, name, maturity, accepted, stars\n"
        + "  See 'strata list --help' for more information.")
    #expect(slip(["list", "--fields", "id,licence,name"])?.near == "license")
    #expect(slip(["list", "--sort", "acc"])?.near == "accepted")
    #expect(slip(["browse", "--view", "mp"])?.near == "map")
    #expect(slip(["browse", "--ambiguous-width", "3"])?.near == nil)
    #expect(slip(["list", "--lang", "fr"])?.near == nil)
    #expect(slip(["stack", "export", "--format", "backstage-rader"])?.command == "strata stack export")
    // What is wrong elsewhere is the parser's to tell.
    #expect(slip(["list", "--lang", "zh_CN", "--bogus"]) == nil)
    #expect(slip(["list", "--sort"]) == nil)
    #expect(slip(["list", "--sort", "name"]) == nil)
  }
}
