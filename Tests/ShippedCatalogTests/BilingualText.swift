import StrataYAML

/// A place of a catalog file where a text stands in two languages, or should.
struct BilingualText {
  let file: SourceFile
  /// Where it stands: `container-registry.what`, `harbor.summary`, `container-registry.terms.2.meaning`.
  let path: String
  /// The last key of the path.
  let key: String
  let line: Int
  /// The text as written for each language; a plain string, which serves both, stands under both.
  let languages: [String: Value]

  /// Keys whose values are texts in two languages. A tool's `name` is not one: it stands once.
  private static let localized: Set = [
    "introduction", "choosing", "summary", "recap", "what", "problem", "solution", "tooling", "term", "meaning",
    "reason", "when", "pickWhen", "note",
  ]

  /// Names, words to find something by and the values of facts are no sentences.
  var isName: Bool { key == "name" || key == "term" || isWord || holds("facts") }

  /// Words to find something by; one may be of one language alone.
  var isWord: Bool { holds("aliases") || holds("keywords") }

  private func holds(_ part: Substring) -> Bool { path.split(separator: ".").contains(part) }

  func string(_ language: String) -> String { languages[language]?.string ?? "" }

  /// The text's lines with their numbers in the file.
  func lines(in language: String) -> [TextLine] {
    guard let value = languages[language], let text = value.string else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A block scalar begins below the mark that opens it.
    let first = (value.line...value.line + 2).first { number in
      number <= file.lines.count && file.lines[number - 1].contains(lines[0])
    }
    return lines.enumerated().map { index, line in
      TextLine(
        text: self, number: (first ?? value.line) + index, string: line,
        isLast: index == lines.count - 1,
        endsParagraph: index == lines.count - 1 || lines[index + 1].isEmpty || lines[index + 1].hasPrefix("- "))
    }
  }

  static func all(in file: SourceFile) -> [BilingualText] {
    guard let root = file.root else { return [] }
    var found: [BilingualText] = []
    walk(root, path: "", key: "", into: &found)
    return found
  }

  private static func walk(_ value: Value, path: String, key: String, into found: inout [BilingualText]) {
    let languages = value.isMapping ? ["en", "zh"].filter { value[$0] != nil } : []
    if !languages.isEmpty || localized.contains(key) {
      let values = value.isMapping ? languages.map { ($0, value[$0]!) } : [("en", value), ("zh", value)]
      let byLanguage = Dictionary(uniqueKeysWithValues: values)
      found.append(BilingualText(file: value.file, path: path, key: key, line: value.line, languages: byLanguage))
      return
    }
    for (index, entry) in value.entries.enumerated() {
      let part = entry.key.isEmpty ? entry.value["id"]?.string ?? String(index + 1) : entry.key
      let isShelf = part == "layers" || part == "categories" || part == "tools"
      // An id stands for all that leads to it: ids are unique.
      let outer = entry.key.isEmpty && entry.value["id"] != nil ? "" : path
      let inner = isShelf ? path : outer.isEmpty ? part : "\(outer).\(part)"
      walk(entry.value, path: inner, key: entry.key, into: &found)
    }
  }
}

/// One line of a text, as a reader of the file finds it.
struct TextLine {
  let text: BilingualText
  /// Counted from 1.
  let number: Int
  let string: String
  let isLast: Bool
  let endsParagraph: Bool

  /// The line without the mark of a list's item, or the indentation of the item's further lines.
  var content: Substring {
    string.hasPrefix("- ") || string.hasPrefix("  ") ? string.dropFirst(2) : string[...]
  }

  func finding(_ message: String) -> String {
    "\(text.file.name):\(number): \(text.path): \(message)"
  }
}

extension Unicode.Scalar {
  var isHan: Bool {
    switch value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Chinese punctuation, which brings its own space.
  var isFullWidthPunctuation: Bool { "，。；：？！（）「」『』、《》".unicodeScalars.contains(self) }

  var isLatinLetterOrDigit: Bool {
    isASCII && (properties.isAlphabetic || ("0"..."9").contains(self))
  }
}

extension String {
  var hanCount: Int { unicodeScalars.count { $0.isHan } }

  /// Runs between spaces that have a letter or a digit.
  var wordCount: Int {
    split(whereSeparator: \.isWhitespace).count { word in word.contains { $0.isLetter || $0.isNumber } }
  }
}
