import ArgumentParser
import StrataCatalog
import StrataExplorer
import StrataScreen
import Testing

@testable import strata

@Suite struct InvocationTests {
  @Test(arguments: [["--guide", "g.yml"], ["--settings", "s.yml"]])
  func aGuideOrSettingsNeedACatalog(_ arguments: [String]) throws {
    do {
      _ = try StrataCommand.parseAsRoot(["browse"] + arguments)
      Issue.record("taken")
    } catch {
      #expect(StrataCommand.exitCode(for: error).rawValue == 64)
      #expect(
        StrataCommand.message(for: error) == "'--guide' and '--settings' belong to a landscape2 file; name that, too")
    }
    _ = try StrataCommand.parseAsRoot(["browse"] + arguments + ["landscape.yml"])
    _ = try StrataCommand.parseAsRoot(["browse"] + arguments + ["-c", "landscape.yml"])
  }

  @Test func optionsBecomeTheInvocation() throws {
    let arguments = [
      "--lang", "zh", "--color", "never", "--ascii", "--ambiguous-width", "2", "--no-state", "--snapshot", "100x30",
      "--keys", "jj<enter>", "-c", "a", "--catalog", "b", "c", "--at", "harbor", "--query", "is:retired", "--view",
      "map",
      "--pick",
    ]
    let command = try #require(try StrataCommand.parseAsRoot(["browse"] + arguments) as? BrowseCommand)
    var expected = Invocation()
    expected.language = .zh
    expected.color = .never
    expected.drawsASCII = true
    expected.ambiguousIsWide = true
    expected.keepsState = false
    expected.snapshot = Invocation.Snapshot(
      size: Size(columns: 100, rows: 30), keys: [.character("j"), .character("j"), Key(.enter)])
    expected.catalogs = ["a", "b", "c"]
    expected.place = "harbor"
    expected.query = "is:retired"
    expected.view = .map
    expected.picks = true
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
