import Testing

@testable import StrataYAML

/// A kind of input that grows: what comes of it, and that the work grows no faster.
struct Growth: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The code of the first diagnostic; nil where the source is read.
  var refusal: String?
  /// About as many bytes as it is asked for.
  var source: @Sendable (Int) -> String

  init(_ name: String, refusal: String? = nil, source: @escaping @Sendable (Int) -> String) {
    testDescription = name
    self.refusal = refusal
    self.source = source
  }

  /// `unit` again and again between a beginning and an end.
  init(_ name: String, refusal: String? = nil, from head: String = "", _ unit: String, to tail: String = "") {
    self.init(
      name, refusal: refusal,
      source: { count in
        head + String(repeating: unit, count: count / unit.utf8.count) + tail
      })
  }

  /// A line made of its number again and again.
  init(_ name: String, refusal: String? = nil, each line: @escaping @Sendable (Int) -> String) {
    self.init(name, refusal: refusal, source: { count in (0..<count / 16).map(line).joined() })
  }

  static let all: [Growth] = [
    Growth("keys", each: { "key \($0): value\n" }),
    Growth("equal keys", refusal: "duplicate-key", "key: value\n"),
    Growth("keys in braces", each: { "k\($0): v, " }).between("{", "}"),
    Growth("items", "- a\n"),
    Growth("items in brackets", from: "[", "a, ", to: "]"),
    Growth("pairs in brackets", from: "[", "a: b, ", to: "]"),
    Growth("comments", "# a comment\n"),
    Growth("blank lines", "\n"),
    Growth("blank lines in a literal", from: "a: |\n  x\n", "\n", to: "b: 1\n"),
    Growth("blank lines that a literal keeps", from: "a: |+\n", "\n"),
    Growth("lines of a literal", from: "a: |\n", "  text\n"),
    Growth("lines of a folded scalar", from: "a: >\n", "  text\n"),
    Growth("lines of a plain scalar", from: "a:\n", "  text\n"),
    Growth("lines in double quotes", from: "a: \"\n", "  text\n", to: "  \"\n"),
    Growth("lines in single quotes", from: "a: '\n", "  text\n", to: "  '\n"),
    Growth("blank lines in a plain scalar", from: "a: b\n", "\n", to: "  c\n"),
    Growth("escapes", from: "\"", "\\n", to: "\""),
    Growth("documents", "--- a\n"),
    Growth("ends of documents", "...\n"),
    Growth("anchors", each: { "- &a\($0) text\n" }),
    Growth("one anchor again and again", "- &a text\n"),
    Growth("aliases", from: "- &a x\n", "- *a\n"),
    Growth("aliases of nothing", refusal: "alias", "- *a\n"),
    Growth("anchors, then documents", each: { $0 < 500 ? "- &a\($0) x\n" : "--- &b x\n" }),
    Growth("a long key", refusal: "long-key", "k", to: ": v\n"),
    Growth("a long explicit key", from: "? ", "k", to: "\n: v\n"),
    Growth("a long line", from: "a: ", "b"),
    Growth("a line of colons", refusal: "long-key", from: "a: ", ":"),
    Growth("a deep indentation", from: "a:\n", " ", to: "b\n"),
    Growth("lines that go deeper", refusal: "too-deep", each: { String(repeating: " ", count: $0) + "a:\n" }),
    Growth("brackets opened", refusal: "too-deep", "["),
    Growth("braces opened", refusal: "complex-key", "{"),
    Growth("brackets opened on lines", refusal: "unclosed-bracket", "a: [\n"),
    Growth("brackets closed", refusal: "extra-bracket", "]"),
    Growth("empty brackets", from: "[", "[],", to: "]"),
    Growth("quotes opened on lines", refusal: "unclosed-quote", "a: \"\n"),
    Growth("question marks on a line", refusal: "complex-key", "? "),
    Growth("dashes on a line", refusal: "too-deep", "- "),
    Growth("deep lines", String(repeating: "- ", count: 900) + "a\n"),
    Growth("tags", "- !!str a\n"),
    Growth("a long tag", from: "!", "t", to: " a"),
    Growth("directives", "%FOO bar\n", to: "---\n"),
    Growth("tag handles", each: { "%TAG !h\($0)! tag:x\n" }).between("", "---\n"),
    Growth("tabs", "\t\n"),
    Growth("carriage returns", refusal: "carriage-return", "\r"),
    Growth("zero bytes", refusal: "control-character", "\0"),
    Growth("DEL", refusal: "control-character", "\u{7F}"),
    Growth("byte order marks", refusal: "byte-order-mark", from: "a: ", "\u{FEFF}"),
    Growth("Chinese", from: "a: ", "云"),
  ]

  func between(_ head: String, _ tail: String) -> Growth {
    let source = source
    return Growth(testDescription, refusal: refusal, source: { head + source($0) + tail })
  }
}

@Suite struct HostileInputTests {
  /// Steps for each byte, at most: every byte is looked at once or twice.
  static let stepsPerByte = 4

  @Test(arguments: Growth.all) func costsWorkInProportionToItsLength(_ growth: Growth) {
    for count in [20_000, 40_000] {
      let bytes = Array(growth.source(count).utf8)
      let (document, diagnostics) = Document.parse(bytes, name: "file")
      #expect(diagnostics.first?.code == growth.refusal)
      #expect(diagnostics.count <= Problem.limit + 1)
      #if DEBUG
        #expect(document.steps <= Self.stepsPerByte * bytes.count + 1000)
      #endif
    }
  }

  /// Nine levels of nine aliases each: few bytes that stand for hundreds of millions of nodes.
  @Test func aliasBombIsRefused() {
    var bomb = "a: &a [" + Array(repeating: "lol", count: 9).joined(separator: ",") + "]\n"
    for (level, name) in zip("abcdefgh", "bcdefghi") {
      bomb += "\(name): &\(name) [" + Array(repeating: "*\(level)", count: 9).joined(separator: ",") + "]\n"
    }
    let diagnostics = Document.parse(Array(bomb.utf8), name: "bomb").diagnostics
    #expect(diagnostics.first?.message == "the aliases up to '*e' repeat more than 1051816 bytes")
  }

  @Test func depthUpToTheBoundIsRead() {
    let depth = Parser<TreeBuilder>.depthLimit
    for (open, close) in [("[", "]"), ("- ", "")] {
      let source = String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
      #expect(Document.parse(Array(source.utf8), name: "deep").diagnostics.isEmpty)
      let deeper = open + source + close
      #expect(Document.parse(Array(deeper.utf8), name: "deep").diagnostics.map(\.code).first == "too-deep")
    }
  }

  /// What the fuzzer found: an alias of nothing as a key.
  @Test func aliasOfNothingAsKeyIsToldOnce() {
    let source = "&a a: &b\n  '\nc: \"\n  \"\nd: \"  \n   :\"'\ne\n\n  '\nf: \"\n\n  \"\ng: '\n\n\n  '\nh: b\n*b : *a\n"
    #expect(!Document.parse(Array(source.utf8), name: "found").diagnostics.isEmpty)
    let short = Document.parse(Array("*a : 1\n*b : 2\n".utf8), name: "short").diagnostics
    #expect(short.map(\.code) == ["alias", "alias"])
  }

  /// What the fuzzer found: a backslash as the last byte, with the quote's text on other lines and on one.
  @Test func backslashAtTheEndIsAnUnclosedQuote() {
    let found = "{xted\"\n- 'sin1999\\t2000\\n\"\nhex esc: \"\\"
    for diagnostic in Document.parse(Array(found.utf8), name: "found").diagnostics {
      #expect(diagnostic.place.offset + diagnostic.place.length <= found.utf8.count)
    }
    for source in ["\"\\", "a: \"b\\", "a: \"b\nc\\", "a:\n  - \"b\n- c\\"] {
      let diagnostics = Document.parse(Array(source.utf8), name: "short").diagnostics
      #expect(diagnostics.first?.code == "unclosed-quote")
    }
  }
}
