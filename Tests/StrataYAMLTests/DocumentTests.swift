import Testing

@testable import StrataYAML

@Suite struct DocumentTests {
  /// Reads a source that has no mistakes.
  static func read(_ source: String) throws -> Document {
    let (document, diagnostics) = Document.parse(Array(source.utf8), name: "file")
    try #require(diagnostics.isEmpty)
    return document
  }

  /// The JSON of each document of a source, one a line.
  static func json(_ source: String) throws -> String {
    let document = try read(source)
    return document.roots.map { document.json(of: $0) }.joined(separator: "\n")
  }

  @Test func nodesAreEightBytes() {
    #expect(MemoryLayout<Node>.stride == 8)
  }

  @Test func textsTooLongForANodeAreKeptWhole() throws {
    let length = Node.extentLimit + 1
    let document = try Self.read("- \(String(repeating: "x", count: length))\n- b\n")
    let text = try #require(document.firstChild(of: document.roots[0]))
    #expect(document.text(of: text).length == UInt32(length))
    #expect(document.place(of: text).length == length)
    #expect(document.next(after: text).map(document.string) == "b")
  }

  @Test func extentsTooLargeForANodeAreKept() {
    var nodes = NodeTable()
    let extents = [0, 1, Node.extentLimit - 1, Node.extentLimit, Node.extentLimit + 1, 1 << 30]
    for extent in extents {
      nodes.append(Node(kind: .mapping, style: .plain, offset: UInt32.max), extent: 1)
      nodes[nodes.count - 1].isLast = true
      nodes.setExtent(extent, at: nodes.count - 1)
    }
    #expect(extents.indices.map(nodes.extent(at:)) == extents)
    #expect(extents.indices.allSatisfy { nodes[$0].kind == .mapping && nodes[$0].isLast && !nodes[$0].isFlow })
    #expect(nodes.next(after: 5) == 5 + 1 << 30)
  }

  @Test func blockScalarsOfOneLineAreBytesOfTheSource() throws {
    let source = "- |\n  a\n- >-\n  b\n\n- |+\n  c\n- >2\n    d\n- |+\n  e\n\n- >-\n\n  f\n- |\r\n  g\r\n- |\n  h"
    let document = try Self.read(source)
    #expect(document.json(of: document.roots[0]) == #"["a\n", "b", "c\n", "  d\n", "e\n\n", "\nf", "g\n", "h\n"]"#)
    #expect(String(decoding: document.arena, as: UTF8.self) == "e\n\n\nfg\nh\n")
    var places: [Int] = []
    var child = document.firstChild(of: document.roots[0])
    while let next = child {
      places.append(document.place(of: next).offset)
      child = document.next(after: next)
    }
    #expect(places == [2, 10, 20, 29, 40, 50, 60, 70])
  }

  @Test func emptySourceHasNoDocument() throws {
    for source in ["", "\n", "# only a comment\n", "...\n", "\u{FEFF}"] {
      #expect(try Self.read(source).roots.isEmpty)
    }
  }

  @Test func valuesAreFoundByTheirKeys() throws {
    let document = try Self.read("id: harbor\nname: {en: Harbor, zh: 港口}\n\"quoted\\tkey\": 1\n")
    let root = document.roots[0]
    let name = try #require(document.value(of: "name", in: root))
    #expect(document.kind(of: name) == .mapping)
    #expect(document.value(of: "zh", in: name).map(document.string) == "港口")
    #expect(document.value(of: "quoted\tkey", in: root).map(document.string) == "1")
    #expect(document.value(of: "nam", in: root) == nil)
    #expect(document.value(of: "id", in: name) == nil)
  }

  @Test func childrenFollowOneAnother() throws {
    let document = try Self.read("- a\n- [b, c]\n-\n- {d: e}\n")
    var kinds: [Document.Kind] = []
    var child = document.firstChild(of: document.roots[0])
    while let next = child {
      kinds.append(document.kind(of: next))
      child = document.next(after: next)
    }
    #expect(kinds == [.scalar, .sequence, .scalar, .mapping])
    #expect(document.next(after: document.roots[0]) == nil)
  }

  @Test func stylesAreKept() throws {
    let document = try Self.read("- a\n- 'b'\n- \"c\"\n- |\n  d\n- >\n  e\n")
    var styles: [Document.Style] = []
    var child = document.firstChild(of: document.roots[0])
    while let next = child {
      styles.append(document.style(of: next))
      child = document.next(after: next)
    }
    #expect(styles == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
  }

  @Test(arguments: [
    ("a:", true), ("a: ~", true), ("a: null", true), ("a: ''", false), ("a: 'null'", false), ("a: nil", false),
  ])
  func nullIsNothingWrittenOrSaid(_ source: String, isNull: Bool) throws {
    let document = try Self.read(source)
    let value = try #require(document.value(of: "a", in: document.roots[0]))
    #expect(document.isNull(value) == isNull)
  }

  @Test func textStaysAsWritten() throws {
    let expected = #"["no", "010", "1:30", "1.10", "Yes", "0x1F", ".inf", "2026-08-07"]"#
    #expect(try Self.json("[no, 010, 1:30, 1.10, Yes, 0x1F, .inf, 2026-08-07]") == expected)
  }

  @Test func tagsAreKeptAndChangeNothing() throws {
    let document = try Self.read("a: !!int 010\nb: !local [c]\n")
    let root = document.roots[0]
    let first = try #require(document.value(of: "a", in: root))
    #expect(document.tag(of: first) == "!!int" && document.string(first) == "010")
    let second = try #require(document.value(of: "b", in: root))
    #expect(document.tag(of: second) == "!local")
    #expect(document.tag(of: root) == nil)
  }

  @Test func aliasesReferToTheLastAnchorOfTheirName() throws {
    let document = try Self.read("- &a one\n- *a\n- &a two\n- *a\n")
    #expect(document.json(of: document.roots[0]) == #"["one", "one", "two", "two"]"#)
    let first = try #require(document.firstChild(of: document.roots[0]))
    let second = try #require(document.next(after: first))
    #expect(document.kind(of: second) == .alias)
    #expect(document.string(document.resolved(second)) == "one")
    #expect(document.place(of: second) == .init(source: "file", offset: 11, length: 2))
  }

  @Test func anchorsEndWithTheirDocument() {
    let diagnostics = Document.parse(Array("--- &a 1\n--- *a\n".utf8), name: "file").diagnostics
    #expect(diagnostics.map(\.message) == ["'*a' refers to no anchor above it"])
  }

  @Test func placesAreThoseOfTheSource() throws {
    let source = "key: 'it''s'\nlist:\n  - >-\n    folded\n    text\nmap: {a: b}\n"
    let document = try Self.read(source)
    let root = document.roots[0]
    func written(_ node: Document.NodeID) -> String {
      let place = document.place(of: node)
      return String(decoding: Array(source.utf8)[place.offset..<place.offset + place.length], as: UTF8.self)
    }
    #expect(written(root) == "key")
    #expect(document.value(of: "key", in: root).map(written) == "'it''s'")
    let list = try #require(document.value(of: "list", in: root))
    #expect(written(list) == "-")
    #expect(document.firstChild(of: list).map(written) == ">-\n    folded\n    text")
    #expect(document.value(of: "map", in: root).map(written) == "{")
  }

  @Test func textRangesCountThroughSourceAndArena() throws {
    let document = try Self.read("a: plain\nb: \"esc\\taped\"\n")
    let root = document.roots[0]
    let ranges = ["a", "b"].map { document.text(of: document.value(of: $0, in: root)!) }
    let (source, arena) = document.takeStore()
    let store = source + arena
    let texts = ranges.map { store[Int($0.offset)..<Int($0.offset + $0.length)] }
    #expect(texts.map { String(decoding: $0, as: UTF8.self) } == ["plain", "esc\taped"])
  }

  @Test func charactersAllowedInQuotesOnlyAreReadThere() throws {
    #expect(try Self.json("\"\u{7F}\u{80}\u{FEFF}\u{FFFE}\"") == "\"\u{7F}\u{80}\u{FEFF}\u{FFFE}\"")
    #expect(try Self.json("a\u{85}b: \u{2028}") == "{\"a\u{85}b\": \"\u{2028}\"}")
  }

  @Test func surrogatePairsOfJSONAreOneCharacter() throws {
    #expect(try Self.json(#""\uD83D\uDE00""#) == "\"😀\"")
  }

  @Test func byteOrderMarkMayBeginASource() throws {
    #expect(try Self.json("\u{FEFF}a: b\n") == #"{"a": "b"}"#)
  }

  @Test func secondByteOrderMarkInARowIsAMistake() {
    for (source, place) in [("\u{FEFF}\u{FEFF}a", 3), ("a\n...\n\u{FEFF}\u{FEFF}b", 9), ("a: \u{7F}\u{80}\u{FEFF}", 3)]
    {
      let diagnostics = Document.parse(Array(source.utf8), name: "file").diagnostics
      #expect(diagnostics.map(\.place.offset) == [place])
    }
    #expect(Document.parse(Array("a\n...\n\u{FEFF}b".utf8), name: "file").diagnostics.isEmpty)
  }

  @Test func lineEndsMayBeCRLF() throws {
    let source = "a: |\n  x\n  y\nb: >\n  p\n  q\nc: \"m\n  n\"\nd: e\n  f\n"
    #expect(try Self.json(source.replacing("\n", with: "\r\n")) == Self.json(source))
  }
}
