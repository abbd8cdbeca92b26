import StrataText
import Testing

@Suite struct TextWidthTests {
  /// So a text of so many bytes need not be measured to see that it fits.
  @Test(arguments: [
    TextWidth.standard, TextWidth(drawsASCII: true), TextWidth(ambiguousIsWide: true),
    TextWidth(ambiguousIsWide: true, drawsASCII: true),
  ])
  func nothingTakesMoreColumnsThanBytes(_ width: TextWidth) {
    let step = width == .standard ? 1 : 17
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: step) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      if width.columns(text) > text.utf8.count { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  /// Text is counted eight bytes at a time as far as it is plain: wherever what is not plain stands.
  @Test func aTextCountsAsItsScalarsDo() {
    for odd in ["", "\u{7F}", "\u{1F}", "\u{80}", "é", "层", "─", "e\u{301}", "●"] {
      for length in 0...19 {
        for place in 0...length {
          let text =
            String(repeating: "a", count: place) + odd + String(repeating: "~", count: (length - place) / 2)
            + String(repeating: " ", count: (length - place + 1) / 2)
          let total = text.unicodeScalars.reduce(0) { $0 + TextWidth.columns($1) }
          for most in [0, 1, 7, 8, 9, 15, 16, 17, 40] {
            let found = TextWidth.standard.columns(text, upTo: most)
            if found != min(total, most) { Issue.record("\(text.debugDescription) up to \(most): \(found)") }
          }
        }
      }
    }
  }
}
