import Foundation
import StrataCatalog
import StrataExplorer
import Testing

@testable import StrataSettings

@Suite struct SchemaTests {
  /// Resources/schemas/config.json says what the reader takes, made of the same lists.
  @Test func theSchemaIsThatOfTheOptions() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Resources/schemas/config.json"), encoding: .utf8)
    #expect(text == Settings.schema, "\(Settings.schema)")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let properties = try #require(object?["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(["version"] + Settings.Option.allCases.map(\.rawValue)))
  }
}

extension Settings.Option {
  /// Its JSON schema, on one line.
  var schema: String {
    func words(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
    switch self {
    case .language: return #"{"enum": ["auto", "en", "zh"]}"#
    case .color: return "{\"enum\": [\(words(Settings.ColorChoice.allCases.map(\.rawValue)))]}"
    case .theme: return "{\"type\": \"string\", \"examples\": [\(words(Theme.builtIn.map(\.name)))]}"
    case .ascii, .mouse, .accessible: return #"{"type": "boolean"}"#
    case .ambiguousWidth: return #"{"enum": [1, 2]}"#
    case .preview:
      let range = Explorer.Configuration.previewShares
      return "{\"type\": \"integer\", \"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound)}"
    case .opener, .stack: return #"{"type": "string"}"#
    case .columns:
      return
        "{\"type\": \"array\", \"uniqueItems\": true, \"items\": {\"enum\": [\(words(ListColumn.allCases.map(\.rawValue)))]}}"
    case .catalogs: return #"{"type": "array", "items": {"type": "string"}}"#
    case .keyPreset: return "{\"enum\": [\(words(KeyMap.Preset.allCases.map(\.rawValue)))]}"
    case .langmap:
      let layouts = words(Langmap.Layout.allCases.map(\.rawValue))
      return "{\"anyOf\": [{\"enum\": [\"auto\", \"none\", \(layouts)]}, "
        + "{\"type\": \"array\", \"items\": {\"enum\": [\(layouts)]}}, "
        + "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"string\", \"maxLength\": 1}}]}"
    case .keys:
      let keys = ##"{"$ref": "#/$defs/keys"}"##
      let actions = Action.allCases.map { "      \"\($0.rawValue)\": \(keys)" }.joined(separator: ",\n")
      return "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\n\(actions)\n    }}"
    }
  }
}

extension Settings {
  /// The JSON schema of a configuration.
  static var schema: String {
    let options = Option.allCases.map { option in
      let text = option.explanation.joined(separator: " ").replacingQuotes
      return "    \"\(option.rawValue)\": {\"description\": \"\(text)\", \"allOf\": [\(option.schema)]}"
    }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:strata:schema:config:1",
        "title": "The configuration of strata",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "version": {"description": "The version of the format.", "type": "integer", "minimum": 1},
      \(options.joined(separator: ",\n"))
        },
        "$defs": {
          "keys": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "integer"]}}]}
        }
      }

      """
  }
}

extension String {
  fileprivate var replacingQuotes: String {
    reduce(into: "") { text, character in
      if character == "\"" || character == "\\" { text.append("\\") }
      text.append(character)
    }
  }
}
