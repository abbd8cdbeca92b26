/// A kind of input that grows: what comes of it, and that the work grows no faster.
struct Growth: Sendable {
  var name: String
  /// The code of the first diagnostic; nil where the source is read.
  var refusal: String?
  /// About as many bytes as it is asked for.
  var source: @Sendable (Int) -> String

  init(_ name: String, refusal: String? = nil, source: @escaping @Sendable (Int) -> String) {
    self.name = name
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

  /// `unit` again and again behind something that is opened on sixty lines.
  init(_ name: String, refusal: String? = nil, opened line: String, _ unit: String) {
    self.init(name, refusal: refusal, from: String(repeating: line, count: 60), unit)
  }

  /// A line made of its number again and again.
  init(
    _ name: String, refusal: String? = nil, from head: String = "", each line: @escaping @Sendable (Int) -> String
  ) {
    self.init(
      name, refusal: refusal,
      source: { count in
        var source = head
        var number = 0
        while source.utf8.count < count {
          source += line(number)
          number += 1
        }
        return source
      })
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
    Growth("lines that go deeper and stay", each: { String(repeating: " ", count: min($0, 250)) + "k\($0):\n" }),
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

    // Keys that look alike: the same length, the same eight bytes at both ends.
    Growth("keys alike", each: { "prefix-\(padded($0))-suffix-: v\n" }),
    Growth("quoted keys alike", each: { "\"\\tprefix-\(padded($0))-suffix-\": v\n" }),
    Growth(
      "long keys alike",
      source: { count in
        (0..<count / 600).map {
          "prefix--" + String(repeating: "k", count: 500) + padded($0) + String(repeating: "k", count: 60) + ": v\n"
        }.joined()
      }),
    Growth(
      "many mappings of keys alike",
      source: { count in
        (0..<count / 640).map { _ in
          "-" + (0..<24).map { "\(["  ", " "][$0 == 0 ? 1 : 0])prefix--\(padded($0))--suffix: v\n" }.joined()
        }.joined()
      }),
    Growth(
      "aliases of long keys alike", refusal: "alias",
      source: { count in
        let half = String(repeating: "k", count: count / 4)
        return "- &a \"\(half)a--------\"\n- &b \"\(half)b--------\"\n"
          + String(repeating: "- *a : 1\n  *b : 1\n", count: count / 40)
      }),
    Growth("equal keys in braces", refusal: "duplicate-key", from: "{", "k: v, ", to: "}"),
    Growth("equal quoted keys", refusal: "duplicate-key", "\"\\tkey\": value\n"),
    Growth("small mappings", "- {a: b, c: d}\n"),
    Growth("empty braces", "- {}\n"),
    Growth("brackets in brackets", from: "[", "[[[[a]]]], ", to: "]"),
    Growth("braces in braces", from: "[", "{a: {b: {c: d}}}, ", to: "]"),
    Growth("pairs in brackets without keys", from: "[", ": b, ", to: "]"),
    Growth("explicit pairs in brackets", from: "[", "? a : b, ", to: "]"),
    Growth("lines in brackets", from: "[\n", " a,\n", to: " ]\n"),
    Growth("comments in brackets", from: "[\n", " # a\n", to: " ]\n"),
    Growth("blank lines in brackets", from: "[\n", "\n", to: "]\n"),
    Growth(
      "mappings that go deeper and come back",
      source: { count in
        let deep = (0..<100).map { String(repeating: " ", count: $0 + 2) + "k:\n" }.joined()
        return (0..<count / deep.utf8.count).map { "key\($0):\n" + deep }.joined()
      }),
    Growth("long comments", from: "a: b\n", "# " + String(repeating: "c", count: 60_000) + "\n"),
    Growth("comments behind values", "- a # b\n"),
    Growth("a line of `#`", from: "a: b", "#"),
    Growth("a line of `: `", refusal: "misplaced-mapping", from: "a", ": "),
    Growth("lines of a text, then a colon", refusal: "long-key", from: "a:\n", "  text\n", to: "  text: b\n"),
    Growth("lines of a text at the top, then a colon", refusal: "long-key", "text\n", to: "text: b\n"),
    Growth("question marks on lines", refusal: "duplicate-key", "? a\n"),
    Growth("explicit keys and values", each: { "? k\($0)\n: v\n" }),
    Growth(
      "question marks deeper and deeper", refusal: "complex-key",
      each: {
        String(repeating: " ", count: min($0, 900)) + "?\n"
      }),
    Growth("double quotes opened at the line's end", refusal: "unclosed-quote", "- \"\n"),
    Growth("single quotes opened on lines", refusal: "unclosed-quote", "a: '\n"),
    Growth("double quotes opened, never closed", refusal: "unclosed-quote", each: { "k\($0): \"\\\"x\n" }),
    Growth("quotes open over unindented lines", refusal: "unclosed-quote", each: { "k\($0):\n  - \"x\n" }),
    Growth("quotes in quotes", from: "'", "''", to: "'"),
    Growth("brackets opened and indented", refusal: "unclosed-bracket", each: { "k\($0): [a,\n" }),
    Growth("brackets opened over many lines", refusal: "unclosed-bracket", opened: "k: [\n", ":,\n"),
    Growth("brackets opened over many lines at the top", refusal: "unclosed-bracket", opened: "[\n", ":,\n"),
    Growth("brackets opened over many indented lines", refusal: "unclosed-bracket", opened: "- [\n", " :,\n"),
    Growth("quotes of both kinds over many lines", refusal: "extra-text", opened: "\"'\n", "\\n\n"),
    Growth("quotes opened over many indented lines", refusal: "unclosed-quote", opened: "- \"'\n", "  '\\n\n"),
    Growth("brackets opened as items", refusal: "unclosed-bracket", "- [\n"),
    Growth("braces opened on lines", refusal: "unclosed-bracket", each: { "k\($0): {\n" }),
    Growth("brackets closed by braces", refusal: "unclosed-bracket", "- [}\n"),
    Growth("items of nothing", "-\n"),
    Growth("four dashes on a line", "- - - - a\n"),
    Growth("aliases of aliases", from: "- &a [x]\n", each: { "- &b\($0) [*a]\n- *b\($0)\n" }),
    Growth(
      "aliases that double", refusal: "alias", from: "- &a0 [x]\n",
      each: {
        $0 == 0 ? "" : "- &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n"
      }),
    Growth(
      "aliases that add up", refusal: "alias", from: "- &a0 [x]\n",
      each: {
        $0 == 0 ? "" : "- &a\($0) [*a\($0 - 1)]\n"
      }),
    Growth("anchored collections", each: { "- &a\($0)\n  - b\n" }),
    Growth("anchors, each with its alias", each: { "- &a\($0) x\n- *a\($0)\n" }),
    Growth(
      "anchors, then their aliases",
      source: { count in
        let names = count / 30
        return (0..<names).map { "- &anchor\($0) x\n" }.joined() + (0..<names).map { "- *anchor\($0)\n" }.joined()
      }),
    Growth(
      "anchors, then their aliases in no order",
      source: { count in
        let names = count / 30
        return (0..<names).map { "- &anchor\($0) x\n" }.joined()
          + (0..<names).map { "- *anchor\($0 * 7_919 % names)\n" }.joined()
      }),
    Growth("open anchors", each: { "\(String(repeating: " ", count: min($0, 250)))- &a\($0)\n" }),
    Growth("tabs behind values", "- a\t\t\t\t\n"),
    Growth("tabs before values", "-\t\t\t\ta\n"),
    Growth("tabs as indentation", refusal: "tab", from: "a:\n", "\tb: c\n"),
    Growth("a line of tabs", from: "a:\n  b", "\t", to: "\n"),
    Growth("white space at the ends of quoted lines", from: "a: \"\n", "  text \t \t \n", to: "  \"\n"),
    Growth("a line of spaces in quotes", from: "\"a", " ", to: "b\""),
    Growth("white space in front of breaks", from: "a: b", " ", to: "\n"),
    Growth("long verbatim tags", each: { "- !<tag:\($0)> a\n" }),
    Growth("undeclared tag handles", refusal: "tag", "- !a!b c\n"),
    Growth("many equal tag handles", refusal: "directive", "%TAG !h! tag:x\n", to: "---\n"),
    Growth("directives without a document", refusal: "directive", "%FOO bar\n"),
    Growth("a long directive", from: "%FOO ", "b", to: "\n---\n"),
    Growth("documents of directives", "%YAML 1.2\n--- a\n...\n"),
    Growth("folded lines with more spaces", from: "a: >\n", "  b\n   c\n"),
    Growth("empty literals", "- |\n"),
    Growth("literals of spaces", refusal: "indentation", from: "a: |\n", "   \n", to: "  b\n"),
    Growth("lines of growing spaces in a literal", from: "a: |\n", "          \n", to: ""),
    Growth("lines without a colon", refusal: "missing-colon", from: "a: b\n", "key\n"),
    Growth("lines without a space", refusal: "missing-space", from: "a: b\n", "key:value\n"),
    Growth("merge keys", refusal: "merge-key", from: "- &a {b: c}\n", "- <<: *a\n"),
    Growth("DEL in quotes", from: "\"", "\u{7F}", to: "\""),
    Growth("DEL outside and in quotes", refusal: "control-character", "- \"\u{7F}\"\n- \u{7F}\n"),
    Growth("four bytes a character", from: "a: ", "😀"),
    Growth("carriage returns at the ends of lines", "- a\r\n"),
  ]

  /// A number in eight digits.
  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  func between(_ head: String, _ tail: String) -> Growth {
    let source = source
    return Growth(name, refusal: refusal, source: { head + source($0) + tail })
  }
}
