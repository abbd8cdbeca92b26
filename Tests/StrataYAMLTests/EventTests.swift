import Testing

@testable import StrataYAML

/// Prints events as the yaml-test-suite does.
private struct EventPrinter: EventHandler {
  var lines: [String] = []
  let bytes: ByteView

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func beginDocument() { lines.append("+DOC") }
  mutating func endDocument(at offset: Int) { lines.append("-DOC") }
  mutating func properties(_ properties: Properties) {
    lines.append("  &\(text(properties.anchor)) \(text(properties.tag))")
  }
  mutating func scalar(_ scalar: Scalar) { lines.append("=VAL \(text(scalar.place))") }
  mutating func key(_ scalar: Scalar) { lines.append("=KEY \(text(scalar.place))") }
  mutating func alias(_ name: Range<Int>, isKey: Bool) { lines.append("=ALI *\(text(name))\(isKey ? " key" : "")") }
  mutating func beginSequence(at offset: Int, isFlow: Bool) -> UInt32 { begin("SEQ", isFlow ? " []" : "") }
  mutating func beginMapping(at offset: Int, isFlow: Bool) -> UInt32 { begin("MAP", isFlow ? " {}" : "") }
  mutating func end(_ collection: UInt32, at offset: Int, arena: [UInt8]) { lines.append("-\(collection)") }

  private mutating func begin(_ kind: String, _ suffix: String) -> UInt32 {
    lines.append("+\(kind)\(suffix)")
    return UInt32(lines.count - 1)
  }
}

@Suite struct EventTests {
  private func events(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let view = ByteView(buffer)
      var parser = Parser(view, handler: EventPrinter(bytes: view))
      parser.parse()
      return parser.handler.lines
    }
  }

  @Test func comeInTheOrderOfTheSource() {
    let expected = [
      "+DOC", "+MAP", "=KEY a", "+SEQ", "=VAL b", "+MAP {}", "=KEY c", "=VAL ", "-5", "-3", "=KEY d", "=VAL 'e'", "-1",
      "-DOC",
    ]
    #expect(events("a:\n- b\n- {c}\nd: 'e'\n") == expected)
  }

  @Test func propertiesComeBeforeTheirNode() {
    let expected = [
      "+DOC", "  &m ", "+MAP", "  &k !t", "=KEY a", "=VAL b", "=ALI *k key", "=ALI *m", "-2", "-DOC",
    ]
    #expect(events("&m\n&k !t a: b\n*k : *m\n") == expected)
  }

  @Test func pairInASequenceIsAMapping() {
    #expect(events("[a: b]") == ["+DOC", "+SEQ []", "+MAP {}", "=KEY a", "=VAL b", "-2", "-1", "-DOC"])
  }

  @Test func collectionsEndAfterMistakesToo() {
    let open = events("a:\n  b: [c, {d\ne: f\n").filter { $0.hasPrefix("+") && $0 != "+DOC" }.count
    let closed = events("a:\n  b: [c, {d\ne: f\n").filter { $0.hasPrefix("-") && $0 != "-DOC" }.count
    #expect(open == closed)
  }
}
