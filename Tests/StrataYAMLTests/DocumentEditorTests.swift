import Foundation
import StrataYAML
import Testing

/// The source after a change, or the failure's name.
private func edited(
  _ source: String, _ change: (inout DocumentEditor) throws -> Void
) -> String {
  do {
    var editor = try DocumentEditor(Array(source.utf8), name: "file")
    try change(&editor)
    return String(decoding: editor.source, as: UTF8.self)
  } catch {
    switch error as? DocumentEditor.Failure {
    case nil: return "\(error)"
    case .unreadable: return "unreadable"
    case .severalDocuments: return "several documents"
    case .missing(let step): return "missing \(step)"
    case .wrongKind: return "wrong kind"
    case .alias: return "alias"
    case .anchor: return "anchor"
    case .notWritable: return "not writable"
    }
  }
}

@Suite("Changes of a source") struct DocumentEditorTests {
  static let stack = """
    # ours
    stack:
      version: 1   # one
    tools:
      - id: a
        status: hold # why

      # second
      - {id: b, status: 'trial'}
      -   id: c
          note: |
            one
            two
    # end

    """

  /// The stack with one passage replaced.
  private func stack(_ old: String, _ new: String) -> String {
    Self.stack.replacing(old, with: new)
  }

  @Test func aValueKeepsItsQuotesAndWhatStandsBesideIt() {
    #expect(
      edited(Self.stack) { try $0.set(["tools", 0, "status"], to: "adopted") }
        == stack("hold #", "adopted #"))
    #expect(
      edited(Self.stack) { try $0.set(["tools", 1, "status"], to: "it's") }
        == stack("'trial'", "'it''s'"))
    #expect(edited("a: \"b\"\n") { try $0.set(["a"], to: "c\u{1}") } == "a: \"c\\u0001\"\n")
    #expect(edited("a: !!str b\n") { try $0.set(["a"], to: "c") } == "a: !!str c\n")
    #expect(edited("a: &x b\n") { try $0.set(["a"], to: "c") } == "a: &x c\n")
    #expect(
      edited("a:\n  b:   # later\n  c: d\n") { try $0.set(["a", "b"], to: "x") }
        == "a:\n  b: x   # later\n  c: d\n")
    #expect(edited("a:\n- b\n- c\nd: e\n") { try $0.set(["a"], to: "x") } == "a: x\nd: e\n")
  }

  @Test func textOfSeveralLinesIsABlock() {
    #expect(
      edited(Self.stack) { try $0.set(["tools", 2, "note"], to: "new") }
        == stack("|\n        one\n        two\n", "|-\n        new\n"))
    #expect(
      edited(Self.stack) { try $0.set(["tools", 2, "note"], to: "x\ny\n") }
        == stack("one\n        two", "x\n        y"))
    #expect(edited("a: b\n") { try $0.set(["a"], to: "1\n2") } == "a: |-\n  1\n  2\n")
    #expect(edited("a: b\n") { try $0.set(["a"], to: " 1\n2") } == "a: \" 1\\n2\"\n")
    #expect(edited("{a: b}\n") { try $0.set(["a"], to: "1\n2") } == "{a: \"1\\n2\"}\n")
  }

  @Test func aNewKeyComesLastInItsMapping() {
    #expect(
      edited(Self.stack) { try $0.set(["tools", 0, "note"], to: "x: y") }
        == stack("# why\n", "# why\n    note: \"x: y\"\n"))
    #expect(
      edited(Self.stack) { try $0.set(["tools", 1, "note"], to: "new") }
        == stack("'trial'}", "'trial', note: new}"))
    #expect(
      edited(Self.stack) { try $0.set(["tools", 2, "status"], to: "new") }
        == stack("        two\n", "        two\n      status: new\n"))
    #expect(edited("a: b") { try $0.set(["c"], to: "d") } == "a: b\nc: d")
    #expect(edited("a: b\r\nc: d\r\n") { try $0.set(["e"], to: "f") } == "a: b\r\nc: d\r\ne: f\r\n")
    #expect(
      edited("a: &x b\nc: *x\n") { try $0.set(["e"], to: "f") }
        == "a: &x b\nc: *x\n\"e\": f\n".replacing("\"e\"", with: "e"))
    #expect(edited("a:\n") { try $0.set(["a", "b"], to: "c") } == "a:\n  b: c\n")
    #expect(edited("") { try $0.set(["a"], to: "b") } == "a: b\n")
    #expect(edited("# only") { try $0.set(["a"], to: "b") } == "# only\na: b\n")
  }

  @Test func itemsComeBehindTheLast() {
    #expect(
      edited(Self.stack) { try $0.append(["id": "d", "status": "trial"], to: ["tools"]) }
        == stack("        two\n", "        two\n  - id: d\n    status: trial\n"))
    #expect(
      edited("tools: []\n") { try $0.append(["id": "d"], to: ["tools"]) } == "tools:\n  - id: d\n")
    #expect(
      edited("tools:  # none\nx: y") { try $0.append(["id": "d"], to: ["tools"]) }
        == "tools:  # none\n  - id: d\nx: y")
    #expect(
      edited("tools:\n- id: a") {
        try $0.append(["id": "d", "found": ["x", "true"]], to: ["tools"])
      }
        == "tools:\n- id: a\n- id: d\n  found: [x, \"true\"]")
    #expect(edited("a: [x, y] # z\n") { try $0.append("w", to: ["a"]) } == "a: [x, y, w] # z\n")
    #expect(
      edited("moves:\n  - {to: a, on: 2021-03-01}\n") {
        try $0.append(["to": "hold", "on": "2026-01-12"], to: ["moves"])
      }
        == "moves:\n  - {to: a, on: 2021-03-01}\n  - to: hold\n    on: 2026-01-12\n")
  }

  @Test func whatIsTakenOutLeavesTheRestAsItWas() {
    #expect(
      edited(Self.stack) { try $0.remove(["tools", 1]) }
        == stack("  - {id: b, status: 'trial'}\n", ""))
    #expect(
      edited(Self.stack) { try $0.remove(["tools", 0]) }
        == stack("  - id: a\n    status: hold # why\n", ""))
    #expect(
      edited(Self.stack) { try $0.remove(["tools", 0, "status"]) }
        == stack("    status: hold # why\n", ""))
    #expect(edited(Self.stack) { try $0.remove(["tools", 1, "id"]) } == stack("id: b, ", ""))
    #expect(
      edited(Self.stack) { try $0.remove(["tools", 2, "id"]) } == stack("id: c\n      note", "note")
    )
    // The comment above the next key is that one's; only behind a dash does that key move up.
    #expect(edited("a:\n  b: c # b\n  # d\n  d: e\n") { try $0.remove(["a", "b"]) } == "a:\n  # d\n  d: e\n")
    #expect(edited("- # b\n  b: c\n  # d\n  d: e\n") { try $0.remove([0, "b"]) } == "- # b\n  # d\n  d: e\n")
    #expect(edited("b: c\n# d\nd: e\n") { try $0.remove(["b"]) } == "# d\nd: e\n")
    #expect(edited("- b\n# d\n- d\n") { try $0.remove([0]) } == "# d\n- d\n")
    #expect(edited("a:\n  b: c\n") { try $0.remove(["a", "b"]) } == "a:\n  {}\n")
    #expect(edited("a: [b,]\n") { try $0.remove(["a", 0]) } == "a: []\n")
  }

  @Test func aKeyIsNamedByItsBytes() {
    // Two keys for the parser, one and the same text for Swift.
    let source = "\u{E9}: a\ne\u{301}: b\n"
    #expect(edited(source) { try $0.set(["e\u{301}"], to: "d") } == source.replacing(": b", with: ": d"))
    #expect(edited(source) { try $0.set(["\u{E9}"], to: "d") } == source.replacing(": a", with: ": d"))
    #expect(edited(source) { try $0.remove([""]) } == "missing 0")
  }

  @Test func whatWouldChangeSomethingElseIsRefused() {
    #expect(edited("a: &x b\nc: *x\n") { try $0.set(["a"], to: "d") } == "anchor")
    #expect(edited("a: &x b\nc: *x\n") { try $0.set(["c"], to: "d") } == "alias")
    #expect(edited("a: &x\n  b: c\nd: *x\n") { try $0.set(["a", "b"], to: "d") } == "anchor")
    #expect(edited("a: b\n---\nc: d\n") { try $0.set(["e"], to: "d") } == "several documents")
    #expect(edited("a: [\n") { try $0.set(["e"], to: "d") } == "unreadable")
    #expect(edited("a: b\n") { try $0.set(["a", "c"], to: "d") } == "wrong kind")
    #expect(edited("a: b\n") { try $0.append("d", to: ["a"]) } == "wrong kind")
    #expect(edited("a: b\n") { try $0.remove(["c"]) } == "missing 0")
    #expect(edited("a: [b]\n") { try $0.remove(["a", 1]) } == "missing 1")
  }

  /// Every change of every small source: it reads as it should, by a second look, or the source stays; nothing else changes.
  @Test func everySmallSourceIsChangedRightlyOrNotAtAll() throws {
    let changes: [(inout DocumentEditor) throws -> Void] = [
      { try $0.set(["zz"], to: "v w") }, { try $0.set(["a"], to: "v w") },
      { try $0.set(["a", "zz"], to: "v w") },
      { try $0.set([0], to: "v w") }, { try $0.append("v w", to: []) },
      { try $0.append(["id": "q"], to: ["a"]) },
      { try $0.remove(["a"]) }, { try $0.remove([0]) },
    ]
    var done = 0
    for input in ConformanceCase.all.map({ Array($0.input.utf8) }) {
      guard let untouched = try? DocumentEditor(input, name: "x") else { continue }
      #expect(untouched.source == input)
      for change in changes {
        var editor = untouched
        do { try change(&editor) } catch {
          #expect(editor.source == input)
          continue
        }
        done += 1
        let (_, diagnostics) = Document.parse(editor.source, name: "x")
        #expect(!diagnostics.contains { $0.severity == .error })
        // One run of bytes differs; what stands before and behind it is the old source's.
        let head = zip(input, editor.source).prefix { $0 == $1 }.count
        let tail = zip(input.dropFirst(head).reversed(), editor.source.dropFirst(head).reversed())
          .prefix { $0 == $1 }.count
        #expect(head + tail >= input.count - 24 || editor.source.count < input.count)
      }
    }
    #expect(done > 600)
  }
}
