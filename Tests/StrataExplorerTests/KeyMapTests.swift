import StrataScreen
import Testing

@testable import StrataExplorer

@Suite struct KeyMapTests {
  @Test func noKeyMeansTwoThingsInOneMode() {
    for mode in Mode.allCases {
      var owners: [Key: Action] = [:]
      for binding in KeyMap.standard.bindings(in: mode) {
        for key in binding.keys {
          #expect(owners[key] == nil, "\(key) in \(mode): \(binding.action) and \(owners[key]!)")
          owners[key] = binding.action
        }
      }
    }
  }

  @Test func lettersAreTextInPrompts() {
    for mode in Mode.allCases where mode.isPrompt {
      for binding in KeyMap.standard.bindings(in: mode) {
        for key in binding.keys {
          if case .character = key.code { #expect(!key.modifiers.isEmpty, "\(key) in \(mode)") }
        }
      }
    }
  }

  @Test(arguments: ["en", "zh"])
  func everyActionModeAndFieldHasItsWords(language: String) {
    let words = language == "en" ? Words.english : Words.chinese
    for action in Action.allCases { #expect(words.titles[action] != nil, "\(action)") }
    for mode in Mode.allCases { #expect(words.modes[mode] != nil, "\(mode)") }
    for binding in KeyMap.standard.bindings where binding.worth > 0 {
      #expect(words.short[binding.action] != nil || binding.action == .moveUp, "\(binding.action)")
    }
  }
}
