import Foundation
import Glibc
import StrataExplorer
import StrataStack
import StrataText
import Testing

@testable import strata

/// A team's file on the disk, under everything that can happen to it there.
@Suite(.serialized) struct StackKeeperTests {
  private let folder: String

  private static let text = """
    # Ours, by hand.
    stack: {version: 1, name: Edge}
    tools:
      - id: envoy      # at the edge
        status: adopted

    """

  init() throws {
    folder = NSTemporaryDirectory() + "strata-stack-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private var path: String { folder + "/strata-stack.yaml" }
  private var written: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
  private func write(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
  private func keeper() -> StackKeeper { StackKeeper(options: [path], environment: Environment([:])) }
  private let hold = StackChange.status("hold", tools: ["envoy"])

  private func said(_ outcome: Outcome) -> String {
    if case .failed(let text) = outcome { text.string.replacing(folder + "/", with: "") } else { "\(outcome)" }
  }

  /// Nothing but the file is left in its folder.
  private func expectNoLeftovers() throws {
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "strata-stack.yaml" } == [])
  }

  @Test func changesAreWrittenAndTakenBack() throws {
    try write(Self.text)
    var keeper = keeper()
    #expect(keeper.read()?.stacks.map(\.stack.name) == ["Edge"])
    #expect(keeper.read() == nil)
    #expect(keeper.carryOut(hold, at: path, today: "2026-11-30") == .stackChanged(hold, path: path, isNew: false))
    #expect(
      written
        == Self.text.replacing("status: adopted\n", with: "status: hold\n    moves: [{to: hold, on: 2026-11-30}]\n"))
    #expect(keeper.carryOut(hold, at: path, today: "2026-11-30") == .stackUnchanged)
    #expect(keeper.read()?.stacks.first?.stack.entries.first?.status == "hold")
    #expect(keeper.undo() == .stackUndone)
    #expect(written == Self.text)
    #expect(keeper.undo() == .stackUnchanged)
    try expectNoLeftovers()
  }

  @Test func aFileThatWasMadeIsGoneWhenThatIsTakenBack() throws {
    var keeper = keeper()
    #expect(keeper.read() == nil)
    #expect(keeper.carryOut(hold, at: path, today: "2026-11-30") == .stackChanged(hold, path: path, isNew: true))
    #expect(
      written.hasPrefix("# What we use")
        && written.hasSuffix("tools:\n  - id: envoy\n    status: hold\n    moves: [{to: hold, on: 2026-11-30}]\n"))
    #expect(keeper.undo() == .stackUndone)
    #expect(access(path, F_OK) != 0)
  }

  @Test func whatSomebodyElseWroteMeanwhileIsKept() throws {
    try write(Self.text)
    var keeper = keeper()
    _ = keeper.read()
    let theirs = Self.text + "  - id: istio\n    status: trial\n"
    try write(theirs)
    #expect(keeper.carryOut(hold, at: path, today: "2026-11-30") == .stackChanged(hold, path: path, isNew: false))
    #expect(
      written == theirs.replacing("status: adopted\n", with: "status: hold\n    moves: [{to: hold, on: 2026-11-30}]\n"))
    // And a change is not taken back over somebody else's.
    try write(theirs)
    #expect(said(keeper.undo()) == "strata-stack.yaml was changed meanwhile and is left as it is; try again")
    #expect(written == theirs)
    try expectNoLeftovers()
  }

  @Test(arguments: [
    (
      "stack: {version: 2}\ntools: []\n",
      "strata-stack.yaml is of a newer version than this strata writes; it is left as it is"
    ),
    ("tools: [\n", "strata-stack.yaml has mistakes and is left as it is; strata check --stack names them"),
    (
      "x: &s adopted\ntools:\n  - {id: envoy, status: *s}\n",
      "strata-stack.yaml: an alias stands there; change what it refers to by hand"
    ),
    (
      "tools:\n  - {id: envoy, status: &s adopted}\n  - {id: istio, status: *s}\n",
      "strata-stack.yaml: an anchor stands there that is referred to elsewhere; change it by hand"
    ),
  ])
  func whatMustNotBeWrittenIsNot(_ text: String, _ expected: String) throws {
    try write(text)
    var keeper = keeper()
    _ = keeper.read()
    #expect(said(keeper.carryOut(hold, at: path, today: "2026-11-30")) == expected)
    #expect(written == text)
    try expectNoLeftovers()
  }

  @Test func aFileThatDoesNotParseAnyMoreLeavesTheLastGoodStack() throws {
    try write(Self.text)
    var keeper = keeper()
    _ = keeper.read()
    try write("tools: [\n")
    let again = keeper.read()
    let read = try #require(again)
    #expect(read.stacks.map(\.stack.name) == ["Edge"])
    #expect(read.problem != nil && read.stacks.first?.findings.isEmpty == false)
    try write(Self.text)
    #expect(keeper.read()?.problem == nil)
    unlink(path)
    #expect(keeper.read()?.stacks.isEmpty == true)
  }

  @Test func readOnlyIsLeftAsItIs() throws {
    try write(Self.text)
    chmod(path, 0o444)
    defer { chmod(path, 0o644) }
    var keeper = keeper()
    let outcome = said(keeper.carryOut(hold, at: path, today: "2026-11-30"))
    // The superuser may write everywhere.
    if geteuid() == 0 { return }
    #expect(outcome == "strata-stack.yaml cannot be written: Permission denied; it is left as it was")
    #expect(written == Self.text)
    try expectNoLeftovers()
  }

  @Test func aLinkStaysOneAndTheModeStays() throws {
    let target = folder + "/real.yaml"
    try Data(Self.text.utf8).write(to: URL(filePath: target))
    chmod(target, 0o640)
    #expect(symlink("real.yaml", path) == 0)
    var keeper = keeper()
    #expect(keeper.carryOut(hold, at: path, today: "2026-11-30") == .stackChanged(hold, path: path, isNew: false))
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(target, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(written.contains("status: hold"))
  }

  // MARK: Full disks and killed programs

  /// What a child does that has the limit, or is killed; its exit status or signal.
  private func program(_ script: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static let strata: String? = {
    // Beside the tests' bundle.
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    return [folder + "/strata", ".build/debug/strata"].first { access($0, X_OK) == 0 }
  }()

  @Test func onAFullDiskTheFileIsLeftAsItWas() throws {
    let strata = try #require(Self.strata)
    try write(Self.text)
    // Files of this process may be no larger than one block of 512 bytes: writing fails as on a full disk, half way.
    let radar = folder + "/radar.csv"
    let rows = (0..<200).map { "Tool \($0),adopted,Platform,TRUE,words" }
    try Data((["name,ring,quadrant,isNew,description"] + rows).joined(separator: "\n").utf8).write(
      to: URL(filePath: radar))
    let big = Self.text + (0..<60).map { "  - {id: tool-\($0), status: trial}\n" }.joined()
    try write(big)
    let status = try program(
      "cd \(folder) && trap '' XFSZ && ulimit -f 1 && \(strata) stack export --stack strata-stack.yaml --format markdown --output out"
    )
    #expect(status != 0)
    #expect(written == big)
    let left = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/out")) ?? []
    #expect(left == [])
  }

  @Test func aKilledProgramLeavesTheOldFileOrTheNewOne() throws {
    let strata = try #require(Self.strata)
    let big = Self.text + (0..<4000).map { "  - {id: tool-\($0), name: \"Tool \($0)\", status: trial}\n" }.joined()
    // What is written over and over: an export of the stack, in whole.
    try write(big)
    #expect(
      try program("cd \(folder) && \(strata) stack export --stack strata-stack.yaml --format csv --output out") == 0)
    let out = folder + "/out/stack.csv"
    let whole = try Data(contentsOf: URL(filePath: out))
    for delay in ["0.002", "0.005", "0.01", "0.02", "0.03", "0.05", "0.08"] {
      _ = try program(
        "cd \(folder) && (\(strata) stack export --stack strata-stack.yaml --format csv --output out & p=$!; sleep \(delay); kill -9 $p; wait $p)"
      )
      #expect(try Data(contentsOf: URL(filePath: out)) == whole)
    }
    #expect(written == big)
  }
}
