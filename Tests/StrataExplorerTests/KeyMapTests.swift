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
          // In the panel of filters a blank chooses: no value has to be found by one.
          if mode == .filters, key == .character(" ") { continue }
          if case .character = key.code { #expect(!key.modifiers.isEmpty, "\(key) in \(mode)") }
        }
      }
    }
  }
}
