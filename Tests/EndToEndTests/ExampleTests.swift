import Foundation
import Testing

/// What documents and the help tell one to type does what they say.
@Suite struct ExampleTests {
  private static let commands = [
    "", "browse", "show", "search", "list", "tree", "guide", "stats", "compare", "diff", "export", "check", "scan",
    "stack init", "stack export", "stack import", "config", "keys", "new", "info", "schema", "completions",
  ]

  static let documents: [String] = {
    let folder = Program.root.appending(path: "docs").path
    let pages = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return ["README.md", "README.zh.md", "CONTRIBUTING.md", "SECURITY.md", "ARCHITECTURE.md", "CHANGELOG.md"]
      + ["Examples/README.md"] + pages.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
  }()

  static func text(_ document: String) -> String {
    (try? String(contentsOf: Program.root.appending(path: document), encoding: .utf8)) ?? ""
  }

  /// Lines of blocks that run strata, also as a step of a pipeline: `- run: strata …`.
  private static func lines(of document: String) -> [String] {
    let blocks = text(document).components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }
    return blocks.flatMap { $0.element.split(separator: "\n").dropFirst().map(String.init) }
      .map { $0.trimmingPrefix(#/ *(- run: |- )?/#).description }
      .filter { $0.contains(#/^strata( |$)|[|(] ?strata /#) }
  }

  private static let ofDocuments = documents.flatMap { document in lines(of: document).map { "\(document): \($0)" } }

  @Test func `every command has examples, none of which is broken over lines`() throws {
    for command in Self.commands {
      let help = try Program.run(command.split(separator: " ").map(String.init) + ["--help"]).output
      let examples =
        help.components(separatedBy: "\nExamples:\n").dropFirst().first
        ?? help.components(separatedBy: "\nExample:\n").dropFirst().first
      let lines = examples?.components(separatedBy: "\n\n")[0].split(separator: "\n").map(String.init) ?? []
      #expect(!lines.isEmpty, "\(command)")
      for line in lines {
        // What is broken begins at the margin.
        #expect(line.hasPrefix("  ") && line.contains("strata"), "\(command): \(line)")
        let typed = String(line.dropFirst(2))
        let run = try ExampleRun(typed)
        #expect(run.isRight(typed), "\(line)\n\(run.result.status): \(run.result.error)")
      }
    }
  }

  @Test func `there are as many lines as it looks`() {
    #expect(Self.ofDocuments.count > 50)
    #expect(Self.lines(of: "README.md").count == Self.lines(of: "README.zh.md").count)
  }

  @Test(arguments: ExampleTests.ofDocuments) func `a line of a document runs`(_ place: String) throws {
    let line = String(place[place.index(place.firstIndex(of: ":")!, offsetBy: 2)...])
    let run = try ExampleRun(line)
    #expect(run.isRight(line), "\(run.result.status): \(run.result.error)")
  }

  /// Of what stands in the middle of a text the commands and options are real.
  @Test func `words of strata in a text are its own`() throws {
    for document in Self.documents {
      let outside = Self.text(document).components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 0 }
      for match in outside.flatMap({ $0.element.matches(of: /`strata ([a-z]+)((?: [^`]*)?)`/) }) {
        let command = String(match.1)
        if ["lsit", "complete"].contains(command) { continue }
        let words = match.2.split(separator: " ").map(String.init)
        let part = command == "stack" ? words.first.map { [$0] } ?? [] : []
        let help = try Program.run([command] + part.filter { !$0.hasPrefix("-") && $0 != "FILE" } + ["--help"])
        #expect(help.status == 0, "\(document): \(match.0)")
        for option in words where option.hasPrefix("--") {
          #expect(help.output.contains(option), "\(document): \(match.0)")
        }
      }
    }
  }

  /// To files of the repository, and to headings in them.
  @Test(arguments: ExampleTests.documents) func `every link leads somewhere`(_ document: String) throws {
    let text = Self.text(document)
    #expect(!text.isEmpty)
    let folder = (document as NSString).deletingLastPathComponent
    for match in text.matches(of: /\]\(([^)\s]+)\)/) {
      let link = String(match.1)
      if link.contains("://") || link.hasPrefix("mailto:") { continue }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let path = parts[0].isEmpty ? document : ((folder as NSString).appendingPathComponent(parts[0]) as String)
      let target = Program.root.appending(path: path).standardizedFileURL
      #expect(FileManager.default.fileExists(atPath: target.path), "\(document): \(link)")
      guard parts.count == 2, let body = try? String(contentsOf: target, encoding: .utf8) else { continue }
      let headings = body.split(separator: "\n").filter { $0.hasPrefix("#") }
        .map {
          $0.drop { $0 == "#" || $0 == " " }.lowercased().filter {
            $0.isLetter || $0.isNumber || $0 == "-" || $0 == " "
          }
        }
        .map { $0.replacing(" ", with: "-") }
      #expect(headings.contains(parts[1]), "\(document): \(link)")
    }
  }
}
