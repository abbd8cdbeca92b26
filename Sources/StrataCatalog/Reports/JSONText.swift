/// Text as a JSON string. Whatever a terminal would act on is escaped: what is printed may be looked at there.
public enum JSONText {
  /// The text in quotes.
  public static func quoted(_ text: String) -> String {
    // Most text is plain ASCII.
    let isASCII = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isASCII { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if isPlain(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        }
      }
    }
    return result + "\""
  }

  /// `["a", "b"]`
  public static func array(_ values: some Sequence<String>) -> String {
    "[" + values.map(quoted).joined(separator: ", ") + "]"
  }

  /// `{"en": "…", "zh": "…", "source": {"en": "file", "zh": "strata"}}`: the languages that there are, and whose words it is
  /// in each. A language that the catalog does not have is absent.
  public static func localized(_ text: LocalizedText, in catalog: Catalog) -> String {
    let languages = Language.allCases.filter(text.has)
    let texts = languages.map { (key: $0.rawValue, value: quoted(catalog.string(text[$0]))) }
    let sources = languages.map { (key: $0.rawValue, value: quoted(text.source(in: $0).word)) }
    return object(texts + (text.isEmpty ? [] : [("source", object(sources))]))
  }

  /// Members of which each is a key and a value that is JSON already.
  public static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\(quoted($0.key)): \($0.value)" }.joined(separator: ", ") + "}"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
