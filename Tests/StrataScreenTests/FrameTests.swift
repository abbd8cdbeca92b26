import StrataScreen
import Testing

@Suite struct FrameTests {
  private func drawn(_ text: String, columns: Int = 20) -> String {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    frame.write(text, in: frame.bounds)
    return frame.text
  }

  @Test func whatCouldSteerATerminalIsShownAsAMark() {
    #expect(drawn("a\u{1B}[31mb") == "a␛[31mb")
    #expect(drawn("a\tb\u{7}\u{0}") == "a␉b␇␀")
    #expect(drawn("a\u{7F}b\u{9B}c") == "a␡b\u{FFFD}c")
    #expect(drawn("ab\u{202E}cd\u{2066}e") == "ab\u{FFFD}cd\u{FFFD}e")
    #expect(drawn("a\u{200B}b\u{FEFF}c\u{AD}d") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
    #expect(drawn("\u{E0041}x\u{3164}y") == "\u{FFFD}x\u{FFFD}y")
    #expect(drawn("\u{200D}a") == "\u{FFFD}a")
    #expect(drawn("line\nfeed\r") == "line␊feed␍")
  }

  /// Text is drawn in one go, by characters or by clusters, as it is plain or not: all give what its clusters give one by one.
  @Test func howeverTextIsDrawnItGivesTheSameCells() {
    var state: UInt64 = 7
    func random(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
    let pieces = ["a", "Z", " ", "~", "─", "●", "…", "中", "文", "é", "e\u{301}", "\u{7}", "한", "🙂", "\u{A0}", "“", "️"]
    for round in 0..<4000 {
      let plain = [2, 4, 9, pieces.count][round % 4]
      let text = (0..<random(0...24)).map { _ in
        String(repeating: pieces[random(0...plain - 1)], count: random(0...9) == 0 ? 5 : 1)
      }.joined()
      let textWidth = TextWidth(drawsASCII: round % 7 == 0)
      var frame = Frame(size: Size(columns: 21, rows: 1), textWidth: textWidth)
      frame.write("中文a中文中文中文中文", in: Rect(x: round % 2, y: 0, width: 21, height: 1), Style(.red, on: .default))
      let rect = Rect(x: random(-3...19), y: 0, width: random(0...24), height: 1)
      var expected = frame
      var x = rect.x
      textWidth.forEachCluster(of: text) { scalars, width in
        guard x + width <= min(rect.maxX, 21) else { return false }
        if x >= max(rect.x, 0) {
          let cluster = String(String.UnicodeScalarView(scalars))
          expected.write(cluster, in: Rect(x: x, y: 0, width: width, height: 1))
        }
        x += width
        return true
      }
      let used = frame.write(text, in: rect)
      #expect(frame == expected, "\(text.unicodeScalars.map(\.value)) in \(rect)")
      if rect.x >= 0, rect.width > 0, rect.x < 21 { #expect(used == x - rect.x) }
      var whole = 0
      textWidth.forEachCluster(of: text) { _, width in
        whole += width
        return true
      }
      #expect(textWidth.columns(text, upTo: rect.width) == min(whole, rect.width))
    }
  }

  /// Rows are compared as memory: no byte of a cell is left to chance.
  @Test func changesAreTheCellsThatDiffer() {
    #expect(MemoryLayout<Cell>.size == 24 && MemoryLayout<Cell>.stride == 24)
    var state: UInt64 = 11
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let texts = ["a", "bc", "中", "文a", " ", "e\u{301}"]
    for _ in 0..<3000 {
      var (old, new) = (Frame(size: Size(columns: 7, rows: 2)), Frame(size: Size(columns: 7, rows: 2)))
      for _ in 0..<6 {
        let (text, rect) = (texts[random(texts.count)], Rect(x: random(7), y: random(2), width: 4, height: 1))
        let style = Style(random(2) == 0 ? .red : .default)
        if random(3) > 0 { old.write(text, in: rect, style) }
        if random(3) > 0 { new.write(text, in: rect, style) }
      }
      for (y, columns) in [(0, 7), (1, 7), (1, 4)] {
        let differ = (0..<columns).filter { new[$0, y] != old[$0, y] }
        guard let changes = new.changes(inRow: y, since: old, columns: columns) else {
          #expect(differ.isEmpty)
          continue
        }
        #expect(changes.contains(differ[0]) && changes.contains(differ[differ.count - 1]))
        // No more than the halves of wide characters beside them, and none by half.
        #expect(changes.lowerBound >= differ[0] - 1 && changes.upperBound <= differ[differ.count - 1] + 2)
        for frame in [old, new] {
          #expect(frame[changes.lowerBound, y].width > 0)
          #expect(changes.upperBound == columns || frame[changes.upperBound, y].width > 0)
        }
      }
      #expect(new.changes(inRow: 2, since: old, columns: 7) == nil)
      #expect(new.changes(inRow: 0, since: Frame(size: Size(columns: 8, rows: 2)), columns: 7) == nil)
    }
  }

  @Test func everyControlCharacterBecomesOneVisibleColumn() {
    for value in Array(UInt32(0)..<0x20) + Array(0x7F..<0xA0) {
      let text = "a" + String(Unicode.Scalar(value)!) + "b"
      var frame = Frame(size: Size(columns: 5, rows: 1))
      #expect(frame.write(text, in: frame.bounds) == 3)
      for scalar in frame.text.unicodeScalars {
        #expect(scalar.properties.generalCategory != .control)
      }
    }
  }

  @Test func aCellKeepsFewCombiningMarks() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 500) + "b"
    #expect(drawn(zalgo).unicodeScalars.count == 2 + TextWidth.maximumMarks)
    #expect(drawn("\u{301}a") == "\u{FFFD}a")
  }

  @Test func emojiAreDrawnInAFormThatLibcAndTerminalsCountAlike() {
    #expect(drawn("👩‍💻!") == "👩!")
    #expect(drawn("👍🏽!") == "👍!")
    #expect(drawn("🇨🇳!") == "CN!")
    #expect(drawn("❤️!") == "❤!")
    #expect(drawn("1️⃣!") == "1!")
    #expect(drawn("👩\u{200D}云!") == "👩云!")
    #expect(drawn("👩\u{200D}") == "👩")
  }

  /// What terminals count differently, and some leave out, is drawn as what all draw alike.
  @Test func jamoAreDrawnAsSyllables() {
    #expect(drawn("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}!") == "\u{D55C}\u{AE00}!")
    #expect(drawn("\u{AC00}\u{11A8}\u{1161}") == "\u{AC01}\u{FFFD}")
    #expect(drawn("\u{1161}a\u{11A8}\u{1100}\u{301}\u{1161}") == "\u{FFFD}a\u{FFFD}\u{1100}\u{301}\u{FFFD}")
    #expect(drawn("\u{1113}\u{1161}\u{D7B0}") == "\u{1113}\u{FFFD}\u{FFFD}")
    // As Unicode composes them.
    for first in 0x1100...0x1112 {
      for second in 0x1161...0x1175 {
        let text = String(String.UnicodeScalarView([Unicode.Scalar(first)!, Unicode.Scalar(second)!]))
        let syllable = drawn(text)
        #expect(syllable.unicodeScalars.count == 1 && syllable == text)
      }
    }
  }

  @Test func aWideCharacterThatDoesNotFitIsLeftOut() {
    #expect(drawn("层层", columns: 3) == "层")
    #expect(drawn("层", columns: 1) == "")
  }

  @Test func overwritingHalfOfAWideCharacterLeavesNoOtherHalf() {
    for x in 0..<5 {
      var frame = Frame(size: Size(columns: 6, rows: 1))
      frame.write("层层层", in: frame.bounds)
      frame.write("x", in: Rect(x: x, y: 0, width: 1, height: 1))
      let wide = frame.row(0).enumerated().filter { $0.element.width == 2 }.map(\.offset)
      let rights = frame.row(0).enumerated().filter { $0.element.width == 0 }.map(\.offset)
      #expect(wide.map { $0 + 1 } == rights)
      #expect(frame.row(0).reduce(0) { $0 + Int($1.width) } == 6)
    }
  }

  @Test func nothingIsDrawnOutsideTheRectangle() {
    // Every rectangle of up to 4×3, also half and wholly outside, in a frame of 3×2.
    for x in -3...4 {
      for y in -2...3 {
        for width in 0...4 {
          for height in 0...3 {
            let rect = Rect(x: x, y: y, width: width, height: height)
            var frame = Frame(size: Size(columns: 3, rows: 2))
            frame.fill(rect, Style(.red))
            frame.write("层a层b", in: rect, Style(.red))
            for cellY in 0..<2 {
              for cellX in 0..<3 where !rect.contains(Point(x: cellX, y: cellY)) {
                #expect(frame[cellX, cellY] == Frame(size: Size(columns: 1, rows: 1))[0, 0])
              }
            }
          }
        }
      }
    }
  }

  @Test func textWrittenAtTheRightEndsThere() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    frame.writeRight("12 工具", in: frame.bounds)
    #expect(frame.text == "   12 工具")
  }
}

@Suite struct RectTests {
  @Test func partsAreCutOffAndNeverNegative() {
    var rest = Rect(x: 2, y: 3, width: 10, height: 4)
    #expect(rest.takeTop(1) == Rect(x: 2, y: 3, width: 10, height: 1))
    #expect(rest.takeBottom(9) == Rect(x: 2, y: 4, width: 10, height: 3))
    #expect(rest.isEmpty)
    #expect(rest.takeLeft(-1).isEmpty)
    #expect(Rect(x: 0, y: 0, width: 3, height: 3).inset(left: 2, right: 2).width == 0)
    #expect(Rect(x: 0, y: 0, width: 3, height: 3).row(3).isEmpty)
  }

  /// What is ASCII is written a byte a cell: it is the same as character by character.
  @Test func asciiIsClippedAsEverythingIs() {
    let text = "hello, world"
    for x in -14...9 {
      for width in 0...9 {
        var frame = Frame(size: Size(columns: 8, rows: 1))
        let used = frame.write(text, in: Rect(x: x, y: 0, width: width, height: 1))
        var other = Frame(size: Size(columns: 8, rows: 1))
        var count = 0
        for (place, character) in text.enumerated()
        where place < width && x + place < 8 && min(x + width, 8) > max(x, 0) {
          other.write(String(character), in: Rect(x: x + place, y: 0, width: 1, height: 1))
          count += 1
        }
        #expect(frame == other, "\(x) \(width)")
        #expect(used == count, "\(x) \(width)")
      }
    }
    // A mark behind the last character that is drawn belongs to it.
    var frame = Frame(size: Size(columns: 2, rows: 1))
    frame.write("ab\u{301}c", in: frame.bounds)
    #expect(frame.text == "ab\u{301}")
    frame.write("a\u{7}", in: frame.bounds)
    #expect(frame.text == "a␇")
  }

  @Test func aPictureIsWhatATerminalShows() {
    var frame = Frame(size: Size(columns: 8, rows: 2))
    frame.write("<a>  b", in: frame.bounds.row(0), Style(Color(red: 1, green: 2, blue: 255), on: .default, .bold))
    frame.write("容", in: frame.bounds.row(1), Style(.default, on: .default, [.reverse, .underline]))
    let text = Color(index: 231)
    let expected = """
      <rect width="72" height="38" fill="#000000"/>
      <text x="0" y="14" textLength="27" fill="#0102ff" font-weight="bold">&lt;a&gt;</text>
      <text x="45" y="14" textLength="9" fill="#0102ff" font-weight="bold">b</text>
      <rect x="0" y="19" width="18" height="19" fill="#ffffff"/>
      <text x="0" y="33" textLength="18" fill="#000000" text-decoration="underline">容</text>
      </svg>

      """
    let picture = frame.svg(foreground: text, background: Color(index: 16)).string
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 72 38\" "))
    #expect(picture.split(separator: "\n", maxSplits: 1).last.map(String.init) == expected)
  }
}
