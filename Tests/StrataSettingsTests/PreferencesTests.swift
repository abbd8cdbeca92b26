import StrataCatalog
import StrataExplorer
import StrataYAML
import Testing

@testable import StrataSettings

@Suite struct PreferencesTests {
  @Test func flagsBeforeEnvironmentBeforeConfigurationBeforeStateBeforeDefault() throws {
    let saved = "language zh\ntheme light\nmouse off\npreview 20\n"
    let said = try settings("language: zh\ntheme: dark\nmouse: true\naccessible: false\npreview: 30\nascii: true")
    var flags = Preferences.Flags()
    func origins(_ preferences: Preferences) -> [String] {
      [
        preferences.language.origin, preferences.theme.origin, preferences.mouse.origin,
        preferences.accessible.origin, preferences.preview.origin,
      ].map { origin in
        switch origin {
        case .flag(let name), .environment(let name): name
        case .file: "file"
        case .state: "state"
        case .standard: "default"
        }
      }
    }
    let none: (String) -> String? = { _ in nil }
    let all: (String) -> String? = { ["LANG": "en_US.UTF-8", "ACCESSIBLE": "1"][$0] }
    #expect(origins(Preferences(environment: none)) == ["default", "default", "default", "default", "default"])
    #expect(origins(Preferences(environment: none, saved: saved)) == ["state", "state", "state", "default", "state"])
    #expect(
      origins(Preferences(environment: none, settings: said, saved: saved)) == ["file", "file", "file", "file", "file"])
    let surrounded = Preferences(environment: all, settings: said, saved: saved)
    #expect(origins(surrounded) == ["LANG", "file", "file", "ACCESSIBLE", "file"])
    #expect(surrounded.language.value == .en && surrounded.accessible.value)
    #expect(surrounded.lines.first?.overridden == said.places[.language])
    flags.language = .zh
    flags.theme = "mono"
    flags.mouse = false
    flags.accessible = true
    #expect(
      origins(Preferences(flags: flags, environment: all, settings: said, saved: saved))
        == ["--lang", "--theme", "--no-mouse", "--accessible", "file"])
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Language.zh), (["LANG": "C.UTF-8"], nil), (["LANG": "POSIX"], nil), ([:], nil),
    (["LANG": "zh_CN", "LC_ALL": "en_US.UTF-8"], .en), (["LC_MESSAGES": "zh-Hans", "LANG": "en_US"], .zh),
    (["LANG": "de_DE.UTF-8"], .en),
  ])
  func theLocaleSaysTheLanguage(variables: [String: String], wanted: Language?) {
    #expect(Preferences.language { variables[$0] }?.0 == wanted)
  }

  @Test func whatIsInForceIsAConfigurationAgain() throws {
    let said = try settings(
      "theme: 'my theme'\nopener: 'open %s'\ncolumns: [kind]\ncatalogs: [a b.yaml, c]\nstack: ours.yaml\npreview: 12")
    let preferences = Preferences(environment: { _ in nil }, settings: said)
    let text = preferences.lines.map { "\($0.option.rawValue): \($0.value)" }.joined(separator: "\n")
    #expect(findings(text) == "")
    let again = try settings(text)
    #expect(again.theme == "my theme" && again.opener == said.opener && again.columns == [.kind])
    #expect(again.catalogs == ["a b.yaml", "c"] && again.stack == "ours.yaml" && again.preview == 12)
  }
}
