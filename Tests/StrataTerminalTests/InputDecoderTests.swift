import StrataScreen
import Testing

@testable import StrataTerminal

@Suite struct InputDecoderTests {
  /// Every event of the bytes, given at once; what is left is given up when `ends`.
  private func events(_ text: String, ends: Bool = true) -> [Event] { events(bytes: Array(text.utf8), ends: ends) }

  private func events(bytes: [UInt8], ends: Bool = true, splitAt split: Int? = nil) -> [Event] {
    var decoder = InputDecoder()
    var events: [Event] = []
    for part in split.map({ [bytes[..<$0], bytes[$0...]] }) ?? [bytes[...]] {
      decoder.feed(part)
      while let event = decoder.next() { events.append(event) }
    }
    if ends, let event = decoder.giveUp() { events.append(event) }
    return events
  }

  private func key(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> Event { .key(Key(code, modifiers)) }

  @Test(arguments: [
    ("j", [Key.character("j")]),
    ("层é", [.character("层"), .character("é")]),
    ("\r", [Key(.enter)]), ("\n", [Key(.enter)]), ("\t", [Key(.tab)]), ("\u{7F}", [Key(.backspace)]),
    ("\u{8}", [Key(.backspace)]), ("\u{0}", [.control(" ")]), ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]),
    ("\u{1C}", [.control("\\")]), ("\u{1B}", [Key(.escape)]), ("\u{1B}\u{1B}", [Key(.escape), Key(.escape)]),
    ("\u{1B}j", [.alt(.character("j"))]), ("\u{1B}层", [.alt(.character("层"))]), ("\u{1B}\r", [.alt(.enter)]),
    ("\u{1B}[", [.alt(.character("["))]), ("\u{1B}O", [.alt(.character("O"))]), ("\u{1B}]", [.alt(.character("]"))]),
    ("\u{1B}[A", [Key(.up)]), ("\u{1B}OB", [Key(.down)]), ("\u{1B}OC", [Key(.right)]), ("\u{1B}[D", [Key(.left)]),
    ("\u{1B}[H", [Key(.home)]), ("\u{1B}OF", [Key(.end)]), ("\u{1B}[1~", [Key(.home)]), ("\u{1B}[8~", [Key(.end)]),
    ("\u{1B}[2~", [Key(.insert)]), ("\u{1B}[3~", [Key(.delete)]), ("\u{1B}[5~", [Key(.pageUp)]),
    ("\u{1B}[6~", [Key(.pageDown)]), ("\u{1B}[Z", [Key(.backTab)]),
    ("\u{1B}[1;3D", [Key(.left, .alt)]), ("\u{1B}[1;5C", [Key(.right, .control)]),
    ("\u{1B}[1;2A", [Key(.up, .shift)]), ("\u{1B}[5;6~", [Key(.pageUp, [.shift, .control])]),
    ("\u{1B}OP", [Key(.function(1))]), ("\u{1B}[[E", [Key(.function(5))]), ("\u{1B}[15~", [Key(.function(5))]),
    ("\u{1B}[17~", [Key(.function(6))]), ("\u{1B}[21~", [Key(.function(10))]), ("\u{1B}[24~", [Key(.function(12))]),
    ("\u{1B}OM", [Key(.enter)]), ("\u{1B}Oq", [.character("1")]),
  ])
  func readsKeys(_ text: String, _ keys: [Key]) {
    #expect(events(text) == keys.map { .key($0) })
  }

  /// What a terminal sends that was left in kitty's keyboard mode, or tmux with extended keys.
  @Test(arguments: [
    ("\u{1B}[27u", [Key(.escape)]), ("\u{1B}[99;5u", [.control("c")]), ("\u{1B}[97u", [.character("a")]),
    ("\u{1B}[97;2u", [.character("A")]), ("\u{1B}[97:65;2u", [.character("A")]), ("\u{1B}[49:33;2u", [.character("!")]),
    // What the shifted key is said to be is a character that can be typed, or else nothing is said.
    ("\u{1B}[97:3;2u", [.character("A")]), ("\u{1B}[97:27;2u", [.character("A")]),
    ("\u{1B}[97:127;2u", [.character("A")]),
    ("\u{1B}[97:155;2u", [.character("A")]), ("\u{1B}[97:55296;2u", [.character("A")]),
    ("\u{1B}[97:57358;2u", [.character("A")]), ("\u{1B}[97:1114112;2u", [.character("A")]),
    ("\u{1B}[97:160;2u", [.character("\u{A0}")]),
    ("\u{1B}[98;3u", [.alt(.character("b"))]), ("\u{1B}[13u", [Key(.enter)]), ("\u{1B}[9u", [Key(.tab)]),
    ("\u{1B}[9;2u", [Key(.backTab)]), ("\u{1B}[127u", [Key(.backspace)]), ("\u{1B}[127;3u", [.alt(.backspace)]),
    ("\u{1B}[57420u", [Key(.down)]), ("\u{1B}[57400u", [.character("1")]), ("\u{1B}[57413u", [.character("+")]),
    ("\u{1B}[105;5u", [Key(.tab)]), ("\u{1B}[23618u", [.character("层")]), ("\u{1B}[97;129u", [.character("a")]),
    ("\u{1B}[1;1:1B", [Key(.down)]), ("\u{1B}[1;1:3B", []), ("\u{1B}[97;1:3u", []), ("\u{1B}[97;9u", []),
    ("\u{1B}[3;1:2~", [Key(.delete)]), ("\u{1B}[27;5;106~", [Key(.enter)]), ("\u{1B}[27;5;99~", [.control("c")]),
    ("\u{1B}[57358u", []), ("\u{1B}[1114112u", []), ("\u{1B}[155u", []), ("\u{1B}[u", []), ("\u{1B}[?1u", []),
  ])
  func readsTheKeyboardProtocol(_ text: String, _ keys: [Key]) {
    #expect(events(text) == keys.map { .key($0) })
  }

  @Test func theRestOfASequenceThatComesLateIsNoKeys() {
    for (tail, expected) in [
      ("OB", [key(.down)]), ("[B", [key(.down)]), ("[<64;10;10M", [.mouse(Mouse(.wheelUp, at: Point(x: 9, y: 9)))]),
      ("[1;5C", [key(.right, .control)]), ("[?64;1;2c", []), ("[", [key(.character("["))]),
      ("O", [key(.character("O"))]),
      ("j", [key(.character("j"))]), ("[[", [key(.character("[")), key(.character("["))]),
    ] as [(String, [Event])] {
      for isLate in [false, true] {
        var decoder = InputDecoder()
        decoder.feed([0x1B])
        #expect(decoder.next() == nil)
        #expect(decoder.giveUp() == key(.escape))
        decoder.feed(Array(tail.utf8), isLate: isLate)
        var events: [Event] = []
        while let event = decoder.next() { events.append(event) }
        #expect(events == (isLate ? tail.map { key(.character($0)) } : expected), "\(tail)")
        // Only right behind the Esc.
        decoder.feed(Array("OB".utf8))
        #expect(decoder.next() == key(.character("O")))
      }
    }
  }

  /// What a terminal says unasked, and what no key sends.
  @Test(arguments: [
    "\u{1B}[?64;1;2c", "\u{1B}[24;80R", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]ltitle\u{1B}\\", "\u{1B}[I",
    "\u{1B}[O", "\u{1B}P1+r436f=323536\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[99~", "\u{1B}[<35;4;5M",
    "\u{1B}[<0;4;0m", "\u{1B}[M !!", "\u{1B}[?1;2$y", "\u{1B}[201~", "\u{1B}[>41;377;0c",
  ])
  func swallowsUnknownSequencesWhole(_ text: String) {
    #expect(events(text + "j") == [key(.character("j"))])
  }

  @Test func aBrokenSequenceDoesNotTakeTheNextOneAlong() {
    #expect(events("\u{1B}[9\u{1B}[A") == [key(.up)])
    #expect(events("\u{1B}]0;title\u{1B}[B") == [key(.down)])
    #expect(events("\u{1B}[" + String(repeating: "9;", count: 70_000) + "\u{1B}[Bj").last == key(.character("j")))
  }

  @Test func keepsACharacterWhoseBytesComeInTwoReads() {
    let bytes = Array("a层😀é".utf8)
    let whole = events(bytes: bytes)
    #expect(whole == "a层😀é".map { key(.character($0)) })
    for split in 0...bytes.count { #expect(events(bytes: bytes, splitAt: split) == whole) }
  }

  @Test func aSequenceMayComeInPieces() {
    let bytes = Array("\u{1B}[1;5C\u{1B}OA\u{1B}[200~a\u{1B}b\u{1B}[201~\u{1B}]0;x\u{1B}\\j".utf8)
    let whole = events(bytes: bytes)
    #expect(
      whole == [key(.right, .control), key(.up), .paste("a\u{1B}b"), key(.character("j"))])
    for split in 0...bytes.count { #expect(events(bytes: bytes, splitAt: split) == whole, "split at \(split)") }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC2, 0x9B],
      [0xF4, 0x90, 0x80, 0x80], [0xE5],
    ] as [[UInt8]])
  func dropsInvalidUTF8(_ bytes: [UInt8]) {
    #expect(events(bytes: bytes + Array("j".utf8)) == [key(.character("j"))])
  }

  @Test func aPasteIsOneEventAndKeepsItsControls() {
    #expect(events("\u{1B}[200~a\nb\u{1B}[A\u{1B}[201~j") == [.paste("a\nb\u{1B}[A"), key(.character("j"))])
    #expect(events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
  }

  @Test func aPasteWhoseEndNeverComesEndsInSilence() {
    #expect(events("\u{1B}[200~abc", ends: false) == [])
    #expect(events("\u{1B}[200~abc") == [.paste("abc")])
  }

  @Test func aLargePasteIsCut() throws {
    let text = String(repeating: "x", count: InputDecoder.maximumPaste + 5)
    #expect(events("\u{1B}[200~\(text)\u{1B}[201~") == [.paste(String(text.dropLast(5)))])
  }

  @Test func readsTheMouse() {
    func mouse(_ kind: Mouse.Kind, _ x: Int, _ y: Int) -> Event { .mouse(Mouse(kind, at: Point(x: x, y: y))) }
    #expect(
      events(
        "\u{1B}[<0;4;5M\u{1B}[<32;5;5M\u{1B}[<0;5;5m\u{1B}[<64;1;1M\u{1B}[<65;300;200M\u{1B}[<4;1;1M\u{1B}[<2;1;1M\u{1B}[<35;1;1M"
      ) == [
        mouse(.press, 3, 4), mouse(.drag, 4, 4), mouse(.release, 4, 4), mouse(.wheelUp, 0, 0),
        // With Shift, too; other buttons, and moves without one, are nothing.
        mouse(.wheelDown, 299, 199), mouse(.press, 0, 0),
      ])
  }

  @Test func theTerminalTypesOwnSequencesComeFirst() {
    var decoder = InputDecoder(terminalKeys: [(Array("\u{1B}A".utf8), Key(.up)), (Array("\u{1B}Ax".utf8), Key(.down))])
    decoder.feed(Array("\u{1B}A\u{1B}Ax".utf8))
    #expect(decoder.next() == key(.up))
    #expect(decoder.next() == key(.down))
  }

  @Test func saysWhatItWaitsFor() {
    let cases: [(String, InputDecoder.Expectation)] = [
      ("", .nothing), ("j", .nothing), ("\u{1B}", .escape), ("\u{1B}[1", .sequence), ("\u{1B}]x", .sequence),
      ("\u{1B}[200~x", .paste),
    ]
    for (text, expectation) in cases {
      var decoder = InputDecoder()
      decoder.feed(Array(text.utf8))
      while decoder.next() != nil {}
      #expect(decoder.expectation == expectation, "\(text.debugDescription)")
    }
    var decoder = InputDecoder()
    decoder.feed([0xE5, 0xB1])
    #expect(decoder.next() == nil)
    #expect(decoder.expectation == .character)
    #expect(decoder.giveUp() == nil)
    decoder.feed([0x82])
    #expect(decoder.next() == key(.character("层")))
  }

  /// Whatever comes, the decoder moves on and holds little.
  @Test func anyBytesAreReadToTheEnd() {
    var seed: UInt64 = 42
    for _ in 0..<2000 {
      var decoder = InputDecoder()
      for _ in 0..<4 {
        var bytes: [UInt8] = []
        for _ in 0..<12 {
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let alphabet: [UInt8] = [0x1B, 0x5B, 0x4F, 0x5D, 0x30, 0x3B, 0x7E, 0x41, 0x07, 0xE5, 0xB1, 0x82, 0x4D, 0xFF]
          bytes.append(alphabet[Int(seed >> 33) % alphabet.count])
        }
        decoder.feed(bytes)
        var count = 0
        while decoder.next() != nil { count += 1 }
        #expect(count <= 48)
      }
      while decoder.giveUp() != nil { while decoder.next() != nil {} }
    }
  }
}
