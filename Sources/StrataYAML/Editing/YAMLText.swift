import StrataText

/// Text as YAML that every reader gives back as it was, and that a terminal shows as it stands.
public enum YAMLText {
  /// On one line: plain where nobody takes it for something else, or in quotes.
  public static func scalar(_ text: String) -> String {
    text.unicodeScalars.allSatisfy(TextWidth.isPlain)
      ? String(decoding: EditedText.scalar(text), as: UTF8.self) : quoted(text)
  }

  /// Behind a key: of several lines a literal block where that says the same, its lines at `indent` columns.
  public static func value(_ text: String, indent: Int) -> String {
    if text.utf8.contains(.lineFeed), text.unicodeScalars.allSatisfy({ $0 == "\n" || TextWidth.isPlain($0) }),
      let literal = EditedText.literal(text, indent: indent, lineFeed: [.lineFeed])
    {
      return String(decoding: literal, as: UTF8.self)
    }
    return scalar(text)
  }

  /// In double quotes, what a terminal would not show as it stands as an escape.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if TextWidth.isPlain(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let width = scalar.value > 0xFFFF ? 8 : 4
          result += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
        }
      }
    }
    return result + "\""
  }
}
