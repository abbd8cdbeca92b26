import Foundation
import StrataYAML

extension ParserBenchmark {
  /// Inputs that are slow somewhere, at one and two megabytes: both have to take little, the second about twice the first.
  /// The least of several runs counts: the rest is the machine's.
  static func hostile() {
    func line(_ unit: String) -> (Int) -> String { { String(repeating: unit, count: $0 / unit.utf8.count) } }
    func lines(_ body: @escaping (Int) -> String) -> (Int) -> String { { (0..<$0 / 16).map(body).joined() } }
    let inputs: [(name: String, source: (Int) -> String)] = [
      ("keys in one mapping", lines { "key \($0): value\n" }),
      ("equal keys", line("key: value\n")),
      ("items", line("- a\n")),
      ("items in brackets", { "[" + line("a,")($0) + "]" }),
      ("comments", line("# a comment\n")),
      ("blank lines in a literal", { "a: |\n  x\n" + line("\n")($0) + "b: 1\n" }),
      ("lines of a plain scalar", { "a:\n" + line("  text\n")($0) }),
      ("lines in quotes", { "a: \"\n" + line("  text\n")($0) + "  \"\n" }),
      ("documents", line("---\n")),
      ("anchors", lines { "- &a\($0) text\n" }),
      ("aliases", { "- &a x\n" + line("- *a\n")($0) }),
      ("the length of a key", { "? " + line("k")($0) + "\n: v\n" }),
      ("the length of a line", { "a: " + line("b")($0) }),
      ("the length of an indentation", { "a:\n" + line(" ")($0) + "b\n" }),
      ("brackets opened", line("[")),
      ("brackets closed", line("]")),
      ("`?` on a line", line("? ")),
      ("`-` on a line", line("- ")),
      ("tags", line("- !!str a\n")),
      ("directives", { line("%FOO bar\n")($0) + "---\n" }),
      ("tag handles", { lines { "%TAG !h\($0)! tag:x\n" }($0) + "---\n" }),
    ]
    for input in inputs {
      let times = [1_000_000, 2_000_000].map { count in
        let bytes = Array(input.source(count).utf8)
        let seconds = (0..<9).map { _ in cpuSeconds { _ = Document.parse(bytes, name: "input") } }
        return (seconds.min() ?? .nan) * 1e3
      }
      let name = input.name.padding(toLength: 30, withPad: " ", startingAt: 0)
      print(name + String(format: "%8.1f ms %8.1f ms   × %.2f", times[0], times[1], times[1] / times[0]))
    }
  }
}
