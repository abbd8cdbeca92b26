import Foundation
import Testing

/// strata as a chooser in a script, as fzf is one: the screen on the terminal, what is chosen on standard output.
@Suite(.serialized, .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct PickTests {
  /// Starts strata in a terminal, with its output in a variable of the shell; gives that, and the status.
  private func pick(
    _ arguments: String, waitingFor sign: String, _ press: (TmuxTerminal) throws -> Void
  ) throws -> String {
    let terminal = try TmuxTerminal(columns: 100, rows: 30)
    try terminal.enter("clear; x=$(\(Program.path) --pick --no-state \(arguments)); echo chosen [$x] $?")
    try terminal.wait { $0.contains(sign) }
    try press(terminal)
    let screen = try terminal.wait { $0.contains("\nchosen [") || $0.hasPrefix("chosen [") }
    return screen.split(separator: "\n").first { $0.hasPrefix("chosen [") }.map(String.init) ?? ""
  }

  @Test func `Enter prints the id of what is selected`() throws {
    let chosen = try pick("--at harbor", waitingFor: "▌● Harbor") { try $0.press("Enter") }
    #expect(chosen == "chosen [harbor] 0")
  }

  @Test func `marked tools are printed, a line each`() throws {
    let chosen = try pick("--at harbor", waitingFor: "▌● Harbor") { terminal in
      try terminal.press("Home")
      try terminal.press("Space", "Down")
      try terminal.press("Space")
      try terminal.press("Enter")
    }
    #expect(chosen == "chosen [harbor docker-hub] 0")
  }

  @Test func `a hit of a search is chosen, too`() throws {
    let chosen = try pick("", waitingFor: "Cloud Native Landscape") { terminal in
      try terminal.type("/prometheus")
      try terminal.wait { $0.contains("▌● Prometheus") }
      try terminal.press("Enter")
    }
    #expect(chosen == "chosen [prometheus] 0")
  }

  @Test(arguments: [("q", 1), ("Q", 1), ("C-c", 130)]) func `who chooses nothing is told apart`(
    _ key: String, _ status: Int
  ) throws {
    #expect(try pick("", waitingFor: "Cloud Native Landscape") { try $0.press(key) } == "chosen [] \(status)")
  }

  @Test func `a view, a query and a place to begin with`() throws {
    let terminal = try TmuxTerminal(columns: 100, rows: 30)
    try terminal.enter("clear; \(Program.path) browse --no-state --view map --at harbor --query is:retired")
    let expected = try Program.snapshot(
      100, 30, ["--view", "map", "--at", "harbor", "--query", "is:retired"], environment: ["LANG": "C.UTF-8"])
    try terminal.wait(for: expected)
  }
}
