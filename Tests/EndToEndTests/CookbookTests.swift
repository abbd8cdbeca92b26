import Foundation
import Testing

/// The lines of the cookbook do what they say.
@Suite struct CookbookTests {
  private static let lines: [String] = {
    let page = try? String(contentsOf: Program.root.appending(path: "docs/cookbook.md"), encoding: .utf8)
    return page?.split(separator: "```sh\n").dropFirst().first?.split(separator: "```").first?
      .split(separator: "\n").map(String.init) ?? []
  }()

  @Test func `there are fifteen`() { #expect(Self.lines.count == 15) }

  @Test(arguments: CookbookTests.lines) func `each prints something, and no mistake`(_ line: String) throws {
    let run = try ExampleRun(line)
    #expect(run.result.status == 0, "\(line): \(run.result.error)")
    #expect(!(line.contains("> team.yaml") ? run.written : run.result.output).isEmpty, "\(line)")
    #expect(!run.result.error.contains("rror"), "\(line): \(run.result.error)")
  }
}
