import StrataScreen
import Testing

@testable import StrataTerminal

@Suite struct PaletteTests {
  private func check(
    _ foreground: Color, _ background: Color, _ colorCount: Int, _ expected: (Int32, Int32),
    _ location: SourceLocation = #_sourceLocation
  ) {
    let numbers = Palette.numbers(of: Style(foreground, on: background), colorCount: colorCount)
    #expect(numbers == expected, sourceLocation: location)
  }

  /// Two colours may be one where there are few: text in it would not be seen.
  @Test func textIsSeenWhereItsColorIsThatOfItsGround() {
    let brightBlack = Color(index: 8)
    check(brightBlack, .black, 8, (7, 0))
    check(.black, brightBlack, 8, (7, 0))
    check(Color(red: 10, green: 10, blue: 10), Color(red: 0, green: 0, blue: 0), 8, (7, 0))
    check(.white, Color(index: 15), 8, (0, 7))
    check(Color(red: 255, green: 0, blue: 0), Color(red: 254, green: 0, blue: 0), 256, (7, 196))
    // Where somebody wanted it so.
    check(.black, .black, 8, (0, 0))
    check(.default, .default, 8, (-1, -1))
  }

  @Test func aTerminalCallsColorsByItsOwnNumbers() {
    check(.red, brightRed, 16, (1, 9))
    check(brightRed, .default, 8, (1, -1))
    check(.red, .blue, 0, (-1, -1))
    check(.cyan, Color(red: 1, green: 2, blue: 3), 1 << 24, (6, 0x01_0203))
    // The first eight are the user's.
    check(Color(red: 0, green: 0, blue: 5), .red, 1 << 24, (8, 1))
  }

  private let brightRed = Color(index: 9)
}
