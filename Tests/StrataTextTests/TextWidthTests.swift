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
}
