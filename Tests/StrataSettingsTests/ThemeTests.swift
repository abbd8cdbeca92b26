import StrataExplorer
import StrataScreen
import StrataText
import StrataYAML
import Testing

@testable import StrataSettings

@Suite struct ThemeTests {
  /// Text is told from its background where the theme knows what that is.
  @Test(arguments: [Theme.dark, .light, .highContrast])
  func contrastIsAtLeastFourAndAHalf(theme: Theme) throws {
    for role in Role.allCases {
      let style = theme[role]
      #expect(!style.attributes.contains(.dim) && !style.attributes.contains(.reverse), "\(role) in \(theme.name)")
      let contrast = try #require(style.foreground.contrast(with: style.background), "\(role) in \(theme.name)")
      #expect(contrast >= 4.5, "\(role) in \(theme.name): \(contrast)")
      // On a terminal of 256 colours it is the same.
      let (text, below) = (style.foreground.nearest(in: 16..<256), style.background.nearest(in: 16..<256))
      #expect((text.contrast(with: below) ?? 0) >= 4.5, "\(role) in \(theme.name) of 256")
      #expect(text.parts! == style.foreground.parts! && below.parts! == style.background.parts!, "\(role)")
    }
  }

  /// The 16 are the user's: no yellow and no white, which vanish on white, and none of the bright ones, which on Solarized are
  /// shades of its background.
  @Test func theTerminalsThemeUsesNoColorThatVanishes() throws {
    let used = Set(Role.allCases.map { Theme.terminal[$0].foreground }).subtracting([.default])
    #expect(used == [.red, .green, .magenta, .cyan])
    #expect(Role.allCases.allSatisfy { Theme.terminal[$0].background == .default })
  }

  /// What is read, and not only seen beside a word, is told from xterm's own white and black. Source: its table of colors.
  @Test(arguments: ["#ffffff", "#000000"]) func theTerminalsTextIsReadOnXterm(background: String) throws {
    let below = try #require(Color(background))
    let signs: Set<Role> = [.sign, .bars, .graduated, .incubating, .sandbox, .otherMaturity]
    let palette = [Color.red: "#cd0000", .magenta: "#cd00cd"]
    for role in Role.allCases where !signs.contains(role) {
      let color = Theme.terminal[role].foreground
      guard color != .default else { continue }
      let shown = try #require(palette[color].flatMap { Color($0) }, "\(role)")
      #expect((shown.contrast(with: below) ?? 0) > 3.5, "\(role)")
    }
  }

  /// On Solarized's two backgrounds they are read as well as Solarized's own accents are. Source: its table of values.
  @Test(arguments: [("#fdf6e3", "#657b83"), ("#002b36", "#839496")])
  func theTerminalsThemeIsReadOnSolarized(background: String, text: String) throws {
    let below = try #require(Color(background))
    let palette = [Color.red: "#dc322f", .green: "#859900", .magenta: "#d33682", .cyan: "#2aa198", .default: text]
    for role in Role.allCases {
      let style = Theme.terminal[role]
      let color = try #require(palette[style.foreground].flatMap { Color($0) }, "\(role)")
      #expect((color.contrast(with: below) ?? 0) > 2.9, "\(role)")
    }
  }

  @Test func contrastIsThatOfTheRecommendation() throws {
    func contrast(_ a: String, _ b: String) throws -> Double {
      let other = try #require(Color(b))
      return try #require(Color(a)?.contrast(with: other))
    }
    #expect(abs(try contrast("#ffffff", "#000000") - 21) < 0.0001)
    #expect(abs(try contrast("#777777", "#ffffff") - 4.478) < 0.001)
    #expect(abs(try contrast("#767676", "#ffffff") - 4.542) < 0.001)
    #expect(abs(try contrast("#0000ff", "#ffffff") - 8.592) < 0.001)
    #expect(Color.default.contrast(with: .black) == nil)
  }

  @Test(arguments: Theme.builtIn)
  func aPrintedThemeIsTheSameAgain(theme: Theme) {
    let (again, diagnostics) = Theme.read(Array(theme.yaml.utf8), name: theme.name, source: "theme.yaml")
    #expect(diagnostics == [])
    #expect(again == theme)
  }

  @Test func aThemeOfOnesOwnSaysWhatIsDifferent() throws {
    let text = "basedOn: light\nbackground: '#fdf6e3'\nroles:\n  heading: '#073642 bold'\n  selected: white on blue\n"
    let (theme, diagnostics) = Theme.read(Array(text.utf8), name: "mine", source: "mine.yaml")
    #expect(diagnostics == [])
    let mine = try #require(theme)
    let paper = try #require(Color("#fdf6e3"))
    #expect(mine.name == "mine" && mine.background == paper)
    #expect(mine[.heading] == Style(Color("#073642")!, on: paper, [.bold]))
    #expect(mine[.selected] == Style(.white, on: .blue))
    #expect(mine[.text] == Style(Theme.light[.text].foreground, on: paper))
    #expect(mine[.focusedLink] == Theme.light[.focusedLink])
  }

  @Test(arguments: [
    ("rolls: {}", "unknown key 'rolls' in a theme", "did you mean 'roles'?"),
    ("roles: {haeding: cyan}", "unknown key 'haeding' in 'roles'", "did you mean 'heading'?"),
    ("roles: {heading: cyna bold}", "'cyna' is not a color or an attribute that strata knows", "did you mean 'cyan'?"),
    ("roles: {heading: cyan red}", "'red' is not a color or an attribute that strata knows", "did you mean 'red'?"),
    ("background: 300", "'300' is not a color that strata knows", nil),
    ("basedOn: drak", "'drak' is not a theme that strata knows", "did you mean 'dark'?"),
  ])
  func whatIsWrongIsSaid(text: String, message: String, hint: String?) {
    let diagnostics = Theme.read(Array(text.utf8), name: "mine", source: "mine.yaml").diagnostics
    #expect(diagnostics.map(\.message) == [message])
    if let hint { #expect(diagnostics.first?.hint == hint) }
  }

  @Test func stylesAreWrittenAsTheyAreRead() throws {
    for text in [
      "default", "cyan", "cyan bold", "bright-red on blue", "on 238", "default on black dim italic",
      "#0a1b2c on #ffffff underline reverse",
    ] {
      let style = try Style(text: text)
      #expect(try Style(text: "\(style)") == style, "\(text)")
    }
    #expect(throws: Style.UnknownWord.self) { try Style(text: "red on") }
  }
}
