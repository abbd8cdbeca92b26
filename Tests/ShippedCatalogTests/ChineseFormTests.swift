import Testing

/// The form that docs/glossary.md sets for Chinese.
@Suite struct ChineseFormTests {
  @Test func writesFullWidthPunctuation() {
    expectNone(Shipped.chineseLines.flatMap { line in ChineseForm.halfWidth(line.content).map(line.finding) })
  }

  @Test func putsOneSpaceBetweenChineseAndLatin() {
    expectNone(Shipped.chineseLines.flatMap { line in ChineseForm.spacing(line.content).map(line.finding) })
  }

  @Test func endsLinesAfterPunctuation() {
    let sentences = Shipped.chineseLines.filter { !$0.text.isName && !$0.string.isEmpty }
    expectNone(
      sentences.compactMap { line in
        ChineseForm.ending(line.content, endsParagraph: line.endsParagraph, endsText: line.isLast).map(line.finding)
      })
  }

  @Test(arguments: [
    ("在 Kubernetes 中运行，见 v1.30。", []),
    ("用 .NET 写，从 10:30 起。", []),
    ("容器,镜像", ["half-width ',' in '容器,镜像'"]),
    ("镜像 (image) 与 OCI", ["half-width '(' in '镜像 (ima'", "half-width ')' in 'image) 与 '"]),
    ("见 Harbor: 镜像", ["half-width ':' in 'arbor: 镜像'"]),
    ("好用.", ["half-width '.' in '好用.'"]),
    ("所谓\"云原生\"", ["half-width '\"' in '所谓\"云原生'", "half-width '\"' in '谓\"云原生\"'"]),
    ("所谓“云原生”", ["quotation mark '“'", "quotation mark '”'"]),
    ("等等...", ["half-width '.' in '等等...'", "half-width '.' in '等等...'", "half-width '.' in '等等...'"]),
    ("先，，后。，", ["'，，'", "'。，'"]),
  ])
  func findsHalfWidthPunctuation(line: String, findings: [String]) {
    #expect(ChineseForm.halfWidth(line[...]) == findings)
  }

  @Test(arguments: [
    ("在 Kubernetes 中，API 与 25 个类别（CNCF）。", []),
    ("在Kubernetes 中", ["no space in '在K'"]),
    ("有 25个", ["no space in '5个'"]),
    ("写 C++的人", ["no space in '+的'"]),
    ("运行 ，停止", ["space beside '，'"]),
    ("（ CNCF）", ["space beside '（'"]),
    ("容器 镜像", ["space in '器 镜'"]),
    ("用  Helm", ["two spaces"]),
    ("结尾 ", ["space at an end"]),
  ])
  func findsWrongSpacing(line: String, findings: [String]) {
    #expect(ChineseForm.spacing(line[...]) == findings)
  }

  @Test(arguments: [
    ("第一句。", true, true, nil),
    ("分句，", false, false, nil),
    ("列表项；", true, false, nil),
    ("一词拆", false, false, "a line ends without punctuation: '一词拆'"),
    ("段落，", true, false, "a paragraph ends with '，'"),
    ("正文：", true, true, "a text ends with '：'"),
    ("（括号。）", true, true, nil),
  ])
  func findsWrongEndings(line: String, endsParagraph: Bool, endsText: Bool, finding: String?) {
    #expect(ChineseForm.ending(line[...], endsParagraph: endsParagraph, endsText: endsText) == finding)
  }
}

/// What is wrong with the form of a line of Chinese.
enum ChineseForm {
  private static let halfWidthMarks = ",.;:!?()\"'".unicodeScalars

  /// Half-width marks beside Chinese, other languages' quotation marks, and doubled marks.
  static func halfWidth(_ line: Substring) -> [String] {
    let scalars = Array(line.unicodeScalars)
    return scalars.indices.flatMap { index -> [String] in
      let scalar = scalars[index]
      if "“”‘’".unicodeScalars.contains(scalar) { return ["quotation mark '\(scalar)'"] }
      if "，。；：？！、".unicodeScalars.contains(scalar), index + 1 < scalars.count,
        "，。；：？！、".unicodeScalars.contains(scalars[index + 1])
      {
        return ["'\(scalar)\(scalars[index + 1])'"]
      }
      guard halfWidthMarks.contains(scalar) else { return [] }
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      // A mark inside a word: `.NET`, `10:30`, `Node.js`.
      if let next, next.isLatinLetterOrDigit, !"()\"'".unicodeScalars.contains(scalar) { return [] }
      let before = scalars[..<index].last { $0 != " " && !halfWidthMarks.contains($0) }
      let after = scalars[(index + 1)...].first { $0 != " " && !halfWidthMarks.contains($0) }
      let isBesideChinese = [before, after].contains { $0.map { $0.isHan || $0.isFullWidthPunctuation } ?? false }
      guard isBesideChinese else { return [] }
      let near = scalars[max(0, index - 5)..<min(scalars.count, index + 4)]
      return ["half-width '\(scalar)' in '\(String(String.UnicodeScalarView(near)))'"]
    }
  }

  /// Missing spaces between Chinese and Latin, and spaces where none belongs.
  static func spacing(_ line: Substring) -> [String] {
    let scalars = Array(line.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return [] }
    var findings: [String] = []
    for (a, b) in zip(scalars, scalars.dropFirst()) {
      if a.isHan && b.asksForSpace || a.asksForSpace && b.isHan { findings.append("no space in '\(a)\(b)'") }
      if a == " " && b == " " { findings.append("two spaces") }
      if a == " " && b.isFullWidthPunctuation { findings.append("space beside '\(b)'") }
      if a.isFullWidthPunctuation && b == " " { findings.append("space beside '\(a)'") }
    }
    for (index, scalar) in scalars.enumerated() where scalar == " " && index > 0 && index + 1 < scalars.count {
      let (a, b) = (scalars[index - 1], scalars[index + 1])
      if a.isHan && b.isHan { findings.append("space in '\(a) \(b)'") }
    }
    if first == " " || last == " " { findings.append("space at an end") }
    return findings
  }

  /// What is wrong with how a line, a paragraph or a text ends.
  static func ending(_ line: Substring, endsParagraph: Bool, endsText: Bool) -> String? {
    var marks = line.unicodeScalars.reversed()[...]
    // A mark of the sentence may stand within what closes.
    let closed = marks.prefix { "）」』》".unicodeScalars.contains($0) }.count
    marks = marks.dropFirst(closed)
    guard let mark = marks.first else { return "a line of nothing but brackets" }
    let isMark = "，。；：？！、…".unicodeScalars.contains(mark)
    if !isMark && (closed == 0 || endsParagraph) { return "a line ends without punctuation: '\(line.suffix(8))'" }
    if endsText && !"。？！…".unicodeScalars.contains(mark) { return "a text ends with '\(mark)'" }
    if endsParagraph && !"。？！…；：".unicodeScalars.contains(mark) { return "a paragraph ends with '\(mark)'" }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether Chinese keeps a space from it: all that belongs to Latin words, but not `/`, `-` and `~` between two things.
  fileprivate var asksForSpace: Bool {
    isLatinLetterOrDigit || "+#%*&@$=<>_`".unicodeScalars.contains(self)
  }
}
