import ArgumentParser
import StrataCatalog
import StrataScreen
import Testing

@testable import strata

@Suite struct InvocationTests {
  /// The short path to the screen and the command parser agree on every line that the short path takes.
  @Test func catalogsAloneMeanWhatTheParserSays() throws {
    let words = ["-", "team.yaml", "dir/", "层.yaml", "", "a b", "./list", "list", "--", "-c", "--lang", "zh", "help"]
    var taken = 0
    for first in [nil] + words.map(Optional.some) {
      for second in [nil] + words.map(Optional.some) {
        for third in [nil] + words.map(Optional.some) {
          let arguments = [first, second, third].compactMap { $0 }
          guard let invocation = Invocation(operands: arguments) else { continue }
          taken += 1
          let command = try #require(try StrataCommand.parseAsRoot(arguments) as? StrataCommand)
          #expect(command.invocation == invocation, "\(arguments)")
        }
      }
    }
    #expect(taken > 400)
  }

  @Test func anOptionOrASubcommandIsForTheParser() {
    for arguments in [["--help"], ["-c", "x"], ["x", "--ascii"], ["list"], ["debug", "yaml"], ["--"]] {
      #expect(Invocation(operands: arguments) == nil, "\(arguments)")
    }
  }

  @Test(arguments: [["--guide", "g.yml"], ["--settings", "s.yml"]])
  func aGuideOrSettingsNeedACatalog(_ arguments: [String]) throws {
    do {
      _ = try StrataCommand.parseAsRoot(arguments)
      Issue.record("taken")
    } catch {
      #expect(StrataCommand.exitCode(for: error).rawValue == 64)
      #expect(
        StrataCommand.message(for: error) == "'--guide' and '--settings' belong to a landscape2 file; name that, too")
    }
    _ = try StrataCommand.parseAsRoot(arguments + ["landscape.yml"])
    _ = try StrataCommand.parseAsRoot(arguments + ["-c", "landscape.yml"])
  }

  @Test func theNamesOfSubcommandsAreKnown() {
    let names = Subcommands.all.map { $0.configuration.commandName ?? "" }
    #expect(Subcommands.names.isSuperset(of: names))
    #expect(names.contains("search") && names.contains("debug"))
  }

  @Test func optionsBecomeTheInvocation() throws {
    let arguments = [
      "--lang", "zh", "--color", "never", "--ascii", "--ambiguous-width", "2", "--no-state", "--snapshot", "100x30",
      "--keys", "jj<enter>", "-c", "a", "--catalog", "b", "c",
    ]
    let command = try #require(try StrataCommand.parseAsRoot(arguments) as? StrataCommand)
    var expected = Invocation()
    expected.language = .zh
    expected.color = .never
    expected.drawsASCII = true
    expected.ambiguousIsWide = true
    expected.keepsState = false
    expected.snapshot = Invocation.Snapshot(
      size: Size(columns: 100, rows: 30), keys: [.character("j"), .character("j"), Key(.enter)])
    expected.catalogs = ["a", "b", "c"]
    #expect(command.invocation == expected)
  }

  @Test(arguments: [
    ("0x0", 0, 0), ("100x30", 100, 30), ("1000x1000", 1000, 1000),
  ])
  func sizesAreColumnsByRows(_ text: String, _ columns: Int, _ rows: Int) {
    #expect(SnapshotSize(argument: text)?.size == Size(columns: columns, rows: rows))
  }

  @Test(arguments: ["", "x", "1x", "x1", "-1x1", "+1x1", "1x1x1", "1 x1", "1001x1", "１x1", "99999999999999999999x1"])
  func whatIsNoSizeIsRefused(_ text: String) {
    #expect(SnapshotSize(argument: text) == nil)
  }
}
