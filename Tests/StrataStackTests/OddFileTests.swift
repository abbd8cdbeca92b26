import StrataStack
import StrataYAML
import Testing

/// Files as people write them: whatever strata does not change stays byte for byte.
@Suite("Odd files of a stack") struct OddFileTests {
  private func edited(_ text: String, _ changes: [StackChange]) throws -> String {
    var editor = try StackEditor(Array(text.utf8), name: "stack.yaml")
    for change in changes { try editor.apply(change, today: "2026-11-30") }
    return String(decoding: editor.source, as: UTF8.self)
  }

  /// Ten files by hand, in odd but valid YAML: redis comes to hold, and what else differs is written out.
  @Test(arguments: [
    // Windows line ends, a byte order mark, tabs in comments.
    (
      "\u{FEFF}tools:\r\n  - id: redis\t# cache\r\n    status: adopted\r\n",
      "\u{FEFF}tools:\r\n  - id: redis\t# cache\r\n    status: hold\r\n    moves: [{to: hold, on: 2026-11-30}]\r\n"
    ),
    // No line end at the end.
    (
      "tools:\n- id: redis\n  status: adopted",
      "tools:\n- id: redis\n  status: hold\n  moves: [{to: hold, on: 2026-11-30}]"
    ),
    // All in one line.
    (
      "{stack: {name: x}, tools: [{id: redis, status: 'adopted'}, {id: envoy}]}\n",
      "{stack: {name: x}, tools: [{id: redis, status: 'hold', moves: [{to: hold, on: 2026-11-30}]}, {id: envoy}]}\n"
    ),
    // Markers of a document, quoted keys, double quotes.
    (
      "---\n\"tools\":\n  - \"status\": \"adopted\"\n    \"id\": \"redis\"\n...\n",
      "---\n\"tools\":\n  - \"status\": \"hold\"\n    \"id\": \"redis\"\n    moves: [{to: hold, on: 2026-11-30}]\n...\n"
    ),
    // A list of moves in blocks, deeper than usual, and a comment behind it.
    (
      "tools:\n    -   id: redis\n        moves:\n            - to: adopted\n              on: 2025-01-01   # hurray\n        status: adopted\n    # the end\n",
      "tools:\n    -   id: redis\n        moves:\n            - to: adopted\n              on: 2025-01-01   # hurray\n            - to: hold\n              on: 2026-11-30\n        status: hold\n    # the end\n"
    ),
    // A note in a folded block that looks like keys.
    (
      "tools:\n  - id: redis\n    note: >-\n      status: adopted\n      # no comment\n\n      end\n    status: adopted   \n",
      "tools:\n  - id: redis\n    note: >-\n      status: adopted\n      # no comment\n\n      end\n    status: hold   \n    moves: [{to: hold, on: 2026-11-30}]\n"
    ),
    // Flow over several lines.
    (
      "tools: [\n  {id: redis,\n   status: adopted, # now\n   owner: me},\n  {id: envoy}\n ]\n",
      "tools: [\n  {id: redis,\n   status: hold, # now\n   owner: me, moves: [{to: hold, on: 2026-11-30}]},\n  {id: envoy}\n ]\n"
    ),
    // An anchor and its alias elsewhere, a tag.
    (
      "x-team: &team team-edge\ntools:\n  - id: envoy\n    owner: *team\n  - id: !!str redis\n    status: adopted\n",
      "x-team: &team team-edge\ntools:\n  - id: envoy\n    owner: *team\n  - id: !!str redis\n    status: hold\n    moves: [{to: hold, on: 2026-11-30}]\n"
    ),
    // The value on the next line, and no status yet in Chinese surroundings.
    (
      "# 我们用的\ntools:\n  - id:\n      redis\n    note: 缓存：只读\n",
      "# 我们用的\ntools:\n  - id:\n      redis\n    note: 缓存：只读\n    status: hold\n    moves: [{to: hold, on: 2026-11-30}]\n"
    ),
    // A directive, and blank lines with blanks in them.
    (
      "%YAML 1.2\n---\ntools:\n\n  - id: redis\n  \n    status: adopted\n\n\n  - id: envoy\n",
      "%YAML 1.2\n---\ntools:\n\n  - id: redis\n  \n    status: hold\n    moves: [{to: hold, on: 2026-11-30}]\n\n\n  - id: envoy\n"
    ),
  ])
  func tenFilesByHand(_ before: String, _ after: String) throws {
    #expect(try edited(before, []) == before)
    #expect(try edited(before, [.status("hold", tools: ["redis"])]) == after)
    #expect(Stack.read(Array(after.utf8), name: "stack.yaml").stack?.entry(ofTool: "redis")?.status == "hold")
  }

  /// A thousand files of many habits: read and written they are the same, and of a change nothing but its lines differ.
  @Test func aThousandFilesComeBackByteForByte() throws {
    var seed: UInt64 = 7
    func pick(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    var changed = 0
    for number in 0..<1000 {
      let end = ["\n", "\r\n"][pick(2)]
      let indent = String(repeating: " ", count: pick(5))
      let comment = ["", " # why", "\t# \"not: a key\"", "   #"][pick(4)]
      func quoted(_ text: String) -> String { [text, "'\(text)'", "\"\(text)\""][pick(3)] }
      var lines = [["# ours", "", "---", "#"][pick(4)]]
      if pick(2) == 0 { lines.append("stack: {name: \(quoted("T \(number)")), version: 1}\(comment)") }
      lines.append("tools:\(comment)")
      let count = 1 + pick(6)
      for tool in 0..<count {
        if pick(4) == 0 { lines.append(["", "  ", "# between", "      # deep"][pick(4)]) }
        if pick(4) == 0 {
          lines.append("\(indent)- {id: \(quoted("t\(tool)")), status: \(quoted("trial")), owner: me }\(comment)")
          continue
        }
        let inner = indent + String(repeating: " ", count: 2)
        var keys = ["id: \(quoted("t\(tool)"))\(comment)", "status: \(quoted("trial"))\(comment)"]
        if pick(2) == 0 { keys.append("note: \(["plain, 'text'", "\"a\\tb\"", "''", "云原生：注"][pick(4)])") }
        if pick(3) == 0 { keys.append("note2: |\(end)\(inner)  one: two\(end)\(inner)   # three") }
        if pick(3) == 0 { keys.append("moves: [ {to: trial , on: 2025-01-01} ]") }
        if pick(2) == 0 { keys.swapAt(0, keys.count - 1) }
        for (place, key) in keys.enumerated() { lines.append((place == 0 ? indent + "- " : inner) + key) }
      }
      if pick(3) == 0 { lines.append("# end") }
      let text = (pick(5) == 0 ? "\u{FEFF}" : "") + lines.joined(separator: end) + (pick(4) == 0 ? "" : end)
      guard let editor = try? StackEditor(Array(text.utf8), name: "stack.yaml") else {
        Issue.record("not read: \(text)")
        continue
      }
      #expect(editor.source == Array(text.utf8))
      let chosen = "t\(pick(count))"
      #expect(try edited(text, [.status("trial", tools: [chosen])]) == text)
      let after: String
      do { after = try edited(text, [.status("hold", tools: [chosen]), .status("adopted", tools: ["new"])]) } catch {
        Issue.record("\(error): \(text)")
        continue
      }
      let stack = Stack.read(Array(after.utf8), name: "stack.yaml").stack
      #expect(
        stack?.entry(ofTool: chosen)?.status == "hold" && stack?.entry(ofTool: "new")?.status == "adopted", "\(text)")
      #expect(stack?.entries.count == count + 1)
      // Every line but the one or two of the change stands where it stood.
      func split(_ text: String) -> [Substring] { text.split(separator: end, omittingEmptySubsequences: false) }
      #expect(Self.missing(split(text), from: split(after)) <= 2, "\(text)\n→\n\(after)")
      changed += 1
    }
    #expect(changed == 1000)
  }

  /// How many lines of the one do not stand, in their order, in the other.
  private static func missing(_ old: [Substring], from new: [Substring]) -> Int {
    var best = [Int](repeating: 0, count: new.count + 1)
    for line in old {
      var previous = 0
      for place in new.indices {
        let above = best[place + 1]
        best[place + 1] = new[place] == line ? previous + 1 : max(above, best[place])
        previous = above
      }
    }
    return old.count - best[new.count]
  }

  @Test func aWarningIsAnsweredWhereverTheWordsStand() throws {
    let answer = [StackChange.ignore(.retired, tool: "a")]
    #expect(try edited("tools:\n  - id: a\n", answer) == "tools:\n  - id: a\n    ignore: [retired]\n")
    #expect(
      try edited("tools:\n  - {id: a, ignore: [replaced]}\n", answer)
        == "tools:\n  - {id: a, ignore: [replaced, retired]}\n")
    let alone = try edited("tools:\n  - id: a\n    ignore: replaced # why\n", answer)
    #expect(Stack.read(Array(alone.utf8), name: "s").stack?.entries[0].ignored == [.retired, .replaced])
    #expect(
      try edited("tools:\n  - {id: a, ignore: [retired]}\n", answer) == "tools:\n  - {id: a, ignore: [retired]}\n")
    #expect(try edited("tools: []\n", answer) == "tools: []\n")
  }
}
