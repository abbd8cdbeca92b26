import Foundation
import Testing

@testable import StrataSearch

@Suite("Folding")
struct FoldingTests {
  private func folded(_ text: String) -> String { String(decoding: Folding.bytes(text), as: UTF8.self) }

  @Test(
    "case, width, accents, spaces and invisible characters make no difference",
    arguments: [
      ("Kubernetes", "kubernetes"), ("Ｋ８ｓ　容器", "k8s 容器"), ("Café", "cafe"), ("Cafe\u{301}", "cafe"),
      ("ÅNGSTRÖM", "angstrom"),
      ("Straße", "strasse"), ("ŁÓDŹ", "lodz"), ("  two\t\n  words ", "two words"), ("proto\u{200B}col", "protocol"),
      ("soft\u{AD}hyphen", "softhyphen"), ("a\u{202E}b", "ab"), ("ﬁle", "file"), ("ｶﾞ", "か\u{3099}"), ("ΑΣΣ", "ασσ"),
      ("ΆΣς", "ασσ"), ("Привет Й", "привет и"), ("", ""), (" ", ""), ("\u{3000}", ""), ("a \u{3000} b", "a b"),
      ("exactly sixteen  and", "exactly sixteen and"), ("🚀 Go", "🚀 go"), ("豈", "岂"),
      ("cert-manager", "cert manager"), ("cert_manager.io/v1", "cert manager io v1"), ("en–dash — two", "en dash two"),
      ("- a -", "a"),
      ("服務網格", "服务网格"), ("容器鏡像倉庫", "容器镜像仓库"), ("ひらがな", "ヒラガナ"), ("ﾋﾗｶﾞﾅ", "ひらがな"), ("Metal³ x²", "metal3 x2"),
      ("№5 ™", "no5 tm"), ("Cap’n O’Reilly", "cap'n o'reilly"), ("Æther Þór", "aether thor"), ("مُحَمَّد", "محمد"),
      ("裏綫", "里线"),
      ("“q”", "\"q\""), ("①", "1"),
    ])
  func examples(text: String, expected: String) {
    #expect(folded(text) == folded(expected))
    let isKana = expected.unicodeScalars.contains { 0x3040..<0x3100 ~= $0.value }
    #expect(
      isKana
        || folded(text) == String(decoding: Array(expected.decomposedStringWithCanonicalMapping.utf8), as: UTF8.self)
        || folded(text) == expected)
  }

  @Test("normal forms of every letter of Latin, Greek, Cyrillic and Hangul fold alike")
  func normalForms() {
    for value in [0xC0..<0x250, 0x370..<0x530, 0x1E00..<0x2000, 0xAC00..<0xD7A4].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.generalCategory != .unassigned else {
        continue
      }
      let text = String(scalar)
      let forms = [text, text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping]
      #expect(Set(forms.map(folded)).count == 1, "\(text)")
      #expect(
        folded(text) == folded(text.uppercased()) || text.uppercased() != text.uppercased().lowercased().uppercased()
          || folded(text.lowercased()) == folded(text), "\(text)")
    }
  }

  @Test("sixteen bytes at a time as one by one")
  func blocks() {
    var dice = Dice(3)
    let pieces = [
      "a", "Z", " ", "  ", "\n", "word", "WORD", "容", "é", "\u{3000}", "\u{7F}", "longer than a block", "[", "@", "`",
      "{", "-", "_", ".", "/", "—", "網", "\u{200B}",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0...20, using: &dice)).map { _ in pieces.randomElement(using: &dice)! }.joined()
      var plain = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        Folding.fold(scalar.value) { folded in
          if folded != 0x20 || !(plain.last.map { $0 == " " } ?? true) { plain.append(Unicode.Scalar(folded)!) }
        }
      }
      if plain.last == " " { plain.removeLast() }
      #expect(folded(text) == String(plain), "\(text.debugDescription)")
      #expect(FoldedText(text).bytes == Folding.bytes(text), "\(text.debugDescription)")
    }
  }

  @Test("what is folded is not folded any further")
  func twice() {
    for value in 0x20..<0x20000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = folded(String(scalar))
      if folded(once) != once { Issue.record("U+\(String(value, radix: 16)): \(once)") }
    }
  }

  @Test("no folded scalar takes more room than there is")
  func room() {
    for value in 0x80..<0x20000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(Folding.bytes(String(scalar)).count <= Folding.growth * String(scalar).utf8.count)
    }
  }

  @Test("plain text is folded at once, and what is not plain is told apart")
  func plainText() {
    var dice = Dice(3)
    let bytes: [UInt8] = Array("abzAZ@[`{09~,0x^".utf8) + [0x20, 0x2D, 0x2E, 0x2F, 0x5F]
    let odd: [UInt8] = [0x09, 0x0A, 0x1F, 0x7F, 0x80, 0xFF]
    for length in 1...50 {
      for _ in 0..<200 {
        var text = (0..<length).map { _ in bytes.randomElement(using: &dice)! }
        if Int.random(in: 0..<3, using: &dice) == 0 {
          text[Int.random(in: 0..<length, using: &dice)] = odd.randomElement(using: &dice)!
        }
        let isPlain =
          text.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !Folding.isBorder(text[0])
          && !Folding.isBorder(text[length - 1])
          && !zip(text, text.dropFirst()).contains { Folding.isBorder($0) && Folding.isBorder($1) }
        // What lies behind the text must not matter.
        let source = text + (0..<Folding.overrun).map { _ in (bytes + odd).randomElement(using: &dice)! }
        var target = [UInt8](repeating: 0, count: length + Folding.overrun)
        #expect(Folding.writePlain(source, length, to: &target) == isPlain, "\(text)")
        if isPlain { #expect(Array(target[..<length]) == Folding.bytes(String(decoding: text, as: UTF8.self))) }
      }
    }
  }
}
