import Testing

@testable import StrataText

@Suite struct VisibleTextTests {
  @Test func whatSteersATerminalBecomesAMark() {
    // Not as a literal, which would stand as it is.
    func passed(_ text: String) -> String { VisibleText(text).string }
    #expect(passed("A\nrm -rf ~\n\u{1B}[201~x") == "A␊rm -rf ~␊␛[201~x")
    #expect(passed("a\tb\r\u{7F}\u{9B}31m\u{202E}") == "a␉b␍␡\u{FFFD}31m\u{FFFD}")
    #expect(VisibleText(lines: "a\u{1B}]0;x\u{7}\n层\u{202E}\r\n").string == "a␛]0;x␇\n层\u{FFFD}␍\n")
    #expect(VisibleText(utf8: [0x61, 0xC3, 0x28, 0x9B, 0x0A]).string == "a\u{FFFD}(\u{FFFD}␊")
  }

  @Test func whatIsPutIntoALiteralIsOneLine() {
    let path = "evil\nx.yaml: no error\u{1B}[2J"
    let line: VisibleText = "\(path): \u{1B}[1m\(3)\u{1B}[0m\n"
    #expect(line.string == "evil␊x.yaml: no error␛[2J: \u{1B}[1m3\u{1B}[0m\n")
    #expect(("<\(line)>" as VisibleText).string == "<\(line.string)>")
    #expect(["a", line, "b\n"].joined(separator: ", ").string == "a, \(line.string), b\n")
  }

  @Test func jsonKeepsEverythingAsEscapes() {
    #expect(
      VisibleText(json: "{\"a\": \"\u{7F}\u{9B}\u{202E}层é\u{E0041}\"}\n").string
        == "{\"a\": \"\\u007f\\u009b\\u202e层é\\udb40\\udc41\"}\n")
  }

  /// What a terminal acts on, what changes the order of what stands beside it, and what takes no room.
  private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    default: scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl
    }
  }

  /// All scalars, some hundred at a time.
  private func forEachPage(_ body: (_ first: UInt32, _ scalars: [Unicode.Scalar]) -> Void) {
    for page in stride(from: UInt32(0), through: 0x10FFFF, by: 256) {
      let scalars = (page..<page + 256).compactMap(Unicode.Scalar.init)
      if !scalars.isEmpty { body(page, scalars) }
    }
  }

  @Test func noScalarPassesThatIsHarmful() {
    forEachPage { page, scalars in
      // Alone, and behind what it might join.
      var text = String.UnicodeScalarView()
      for scalar in scalars {
        text.append(contentsOf: [scalar, "a", scalar, "👩", scalar])
      }
      let passed = VisibleText(String(text)).string.unicodeScalars
      #expect(!passed.contains(where: isHarmful), "U+\(String(page, radix: 16))…")
    }
  }

  @Test func noScalarPassesIntoJSONThatATerminalActsOn() {
    forEachPage { page, scalars in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let passed = VisibleText(json: String(text)).string.unicodeScalars
      let harmful: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
      #expect(
        !passed.contains {
          $0 != "\n" && (harmful.contains($0.properties.generalCategory) || $0.properties.isBidiControl)
        },
        "U+\(String(page, radix: 16))…")
    }
  }

  /// Every sequence of two bytes, and of three whose first is not ASCII (an ASCII byte stands alone whatever follows it).
  @Test func invalidBytesPassAsMarks() {
    var bytes: [UInt8] = []
    func check() {
      let text = VisibleText(utf8: bytes).string
      #expect(!text.unicodeScalars.contains { isHarmful($0) })
      bytes.removeAll(keepingCapacity: true)
    }
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { bytes += [first, second, 0x2E] }
    }
    check()
    // The third byte: one of each kind that a decoder tells apart, and those that a terminal acts on.
    let thirds: [UInt8] = [
      0, 0x1B, 0x41, 0x5B, 0x7F, 0x80, 0x8F, 0x90, 0x9B, 0x9F, 0xA0, 0xAD, 0xAE, 0xBF, 0xC0, 0xC2, 0xE2, 0xF4, 0xFF,
    ]
    for first in UInt8(0x80)...UInt8.max {
      for second in UInt8.min...UInt8.max {
        for third in thirds { bytes += [first, second, third, 0x2E] }
      }
      check()
    }
  }
}

@Suite struct VisibleTextGrowthTests {
  /// Hostile texts: of each a run of one piece, as long as it is wanted.
  @Test(
    arguments: [
      "\u{1B}", "\u{202E}", "é", "e\u{301}", "\u{301}", "\u{200D}", "👩\u{200D}", "\u{1F3FD}", "\n", "a\n", "云\n",
      "\r\n",
    ]
  ) func costsWorkInProportionToTheText(_ piece: String) {
    for keepsLines in [false, true] {
      for count in [500, 1000, 2000] {
        let text = String(repeating: piece, count: count)
        var steps = 0
        let passed = VisibleText.filtered(text, keepsLines: keepsLines, steps: &steps)
        #expect(steps <= 5 * text.utf8.count && passed.utf8.count <= 3 * text.utf8.count)
        #expect(passed == (keepsLines ? VisibleText(lines: text) : VisibleText(text)).string)
      }
    }
  }
}

@Suite struct TextWidthLimitTests {
  @Test func aTextIsLookedAtAsFarAsItFits() {
    let width = TextWidth.standard
    #expect(width.fits("服务网格", columns: 8))
    #expect(!width.fits("服务网格", columns: 7))
    #expect(width.fits("", columns: 0))
    #expect(!width.fits("e" + String(repeating: "\u{301}", count: 9000), columns: 10))
    #expect(width.fits("e" + String(repeating: "\u{301}", count: 100), columns: 10))
    #expect(
      width.truncated(String(repeating: "\u{301}", count: 9000) + "abc", columns: 3) == "\u{FFFD}\u{301}\u{301}\u{301}…"
    )
  }
}

extension TextWidthLimitTests {
  /// Counting up to a number says the same as counting all, up to there.
  @Test(arguments: ["", "a", "ab\u{1}c", "服务网格", "a服b务", "e\u{301}a\u{301}", "👩\u{200D}🚀x", "한글", "\u{301}", "ａｂ"])
  func columnsUpToANumber(_ text: String) {
    for width in [TextWidth.standard, TextWidth(ambiguousIsWide: true)] {
      var all = 0
      width.forEachCluster(of: text) { _, columns in
        all += columns
        return true
      }
      #expect(width.columns(text) == all)
      for most in -1...12 { #expect(width.columns(text, upTo: most) == min(all, max(0, most))) }
    }
  }

  /// Nothing counts more than any screen has, whatever it is made of.
  @Test(arguments: ["a", "é", "云", "e\u{301}", "\u{202E}", "👩🏽"]) func columnsOfATextWithoutEnd(_ piece: String) {
    let text = String(repeating: piece, count: TextWidth.mostColumns + 9)
    #expect(TextWidth.standard.columns(text) == TextWidth.mostColumns)
    #expect(TextWidth.standard.columns(text, upTo: 100) == 100)
    // What no screen would show is not looked through.
    let marks = "a" + String(repeating: "\u{301}", count: TextWidth.scalarLimit(columns: 100)) + "bcd"
    #expect(TextWidth.standard.columns(marks, upTo: 100) == 1)
  }
}

@Suite struct UsualCharactersTests {
  /// What is known without the tables is what they say.
  @Test func theTablesSayTheSame() {
    var count = 0
    for value in UInt32(0x300)...0x2FFFF where TextWidth.isUsual(value) {
      let scalar = Unicode.Scalar(value)!
      count += 1
      #expect(TextWidth.columns(scalar) == TextWidth.columnsByTable(value))
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator,
        .nonspacingMark,
        .enclosingMark, .spacingMark:
        Issue.record("\(scalar) is not simply visible")
      default: break
      }
    }
    #expect(count > 20_000)
  }
}
