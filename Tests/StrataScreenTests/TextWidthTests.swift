import Glibc
import StrataScreen
import Testing

/// Terminals count columns as libc's wcwidth does; a frame that counts otherwise would shift everything right of a character.
@Suite struct TextWidthTests {
  @Test func everyPrintableCharacterIsAsWideAsLibcSays() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    // The library's own: in this process strata's stands before it.
    let library = try #require(dlopen("libc.so.6", RTLD_LAZY))
    let symbol = try #require(dlsym(library, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
    var wrong: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let libc = Int(wcwidth(wchar_t(value)))
      // Unassigned and control characters have none.
      guard libc >= 0 else { continue }
      if TextWidth.columns(scalar) != libc { wrong.append("U+\(String(value, radix: 16)): \(libc)") }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    ("", 0), ("Envoy", 5), ("服务网格", 8), ("在 Kubernetes 中", 16), ("e\u{301}", 1), ("，", 2), ("ｶ", 1), ("…", 1),
    ("⚠️", 1), ("❤️", 1), ("👩‍💻", 2), ("👍🏽", 2), ("🇨🇳", 2), ("1️⃣", 1), ("한글", 4), ("\u{1100}\u{1161}\u{11A8}", 2),
  ])
  func textTakesSoManyColumns(text: String, columns: Int) {
    #expect(TextWidth.standard.columns(text) == columns)
  }

  @Test func textIsCutWithAMarkAndNeverInsideAWideCharacter() {
    let width = TextWidth.standard
    #expect(width.truncated("Service Mesh", columns: 12) == "Service Mesh")
    #expect(width.truncated("Service Mesh", columns: 8) == "Service…")
    #expect(width.truncated("服务网格", columns: 8) == "服务网格")
    #expect(width.truncated("服务网格", columns: 7) == "服务网…")
    #expect(width.truncated("服务网格", columns: 6) == "服务…")
    #expect(width.truncated("服务网格", columns: 1) == "…")
    #expect(width.truncated("服务网格", columns: 0) == "")
    #expect(TextWidth(drawsASCII: true).truncated("Service Mesh", columns: 10) == "Service...")
  }

  @Test func ambiguousCharactersAreReplacedWhereTheTerminalDrawsThemWide() {
    var frame = Frame(size: Size(columns: 20, rows: 1), textWidth: TextWidth(ambiguousIsWide: true))
    frame.write("“a” — b… → ● 层", in: frame.bounds)
    #expect(frame.text == "\"a\" - b. > ? 层")
  }

  /// Texts that are cut byte by byte, and those that are not.
  @Test func beginningsAreTheLongestThatFit() {
    let characters: [Character] = ["a", "~", " ", "é", "云", "e\u{301}", "\t", "👩", "🇨"]
    var number = 12_345
    func next(_ limit: Int) -> Int {
      number = (number &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
      return (number >> 8) % limit
    }
    for round in 0..<3000 {
      let choice = round.isMultiple(of: 2) ? characters.prefix(3) : characters[...]
      let text = String((0..<next(12)).map { _ in choice[next(choice.count)] })
      for columns in -1...14 {
        var clusters: [String] = []
        var used = 0
        TextWidth.standard.forEachCluster(of: text) { scalars, width in
          guard used + width <= columns else { return false }
          used += width
          clusters.append(String(String.UnicodeScalarView(scalars)))
          return true
        }
        #expect(TextWidth.standard.prefix(text, columns: columns) == clusters.joined())
      }
    }
  }
}
