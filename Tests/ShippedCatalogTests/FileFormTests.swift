import StrataScreen
import Testing

@Suite struct FileFormTests {
  /// Narrow enough for two files side by side and for any diff.
  @Test func keepsLinesWithin120Columns() {
    let width = TextWidth.standard
    expectNone(
      findings { line in
        let columns = width.columns(line)
        return columns > 120 ? "\(columns) columns" : nil
      })
  }

  @Test func hasNoTabsControlCharactersOrSpacesAtLineEnds() {
    expectNone(
      findings { line in
        if line.hasSuffix(" ") { return "a space at the end" }
        let bad = line.unicodeScalars.first {
          [.control, .format, .surrogate, .privateUse, .unassigned].contains($0.properties.generalCategory)
            || $0 == "\u{A0}" || $0 == "\u{3000}" || $0 == "\u{FFFD}"
        }
        return bad.map { "U+" + String($0.value, radix: 16, uppercase: true) }
      })
  }

  @Test func endsEachFileWithOneLineFeed() {
    let lineFeed = UInt8(ascii: "\n")
    let ends = Shipped.files.map { ($0.name, Array($0.bytes.suffix(2))) }
    expectNone(ends.filter { $0.1.last != lineFeed || $0.1.first == lineFeed }.map(\.0))
  }

  /// One form throughout, so that a change shows as what it is.
  @Test func ordersTheKeysOfEachToolAlike() {
    let order = [
      "id", "name", "aliases", "keywords", "kind", "summary", "homepage", "repository", "former", "license",
      "licenseClass", "previousLicenses", "organization", "partOf", "maturity", "accepted", "incubating", "graduated",
      "archived", "listed", "since", "lifecycle", "replacedBy", "replaces", "also", "language", "delivery", "tags",
      "links", "facts", "pickWhen",
    ]
    var found: [String] = []
    for tool in tools() {
      let keys = tool.entries.map(\.key)
      let sorted = order.filter(keys.contains)
      if keys != sorted { found.append("\(tool.file.name):\(tool.line): \(keys.joined(separator: ", "))") }
    }
    expectNone(found)
  }

  /// Ids are lower-case words joined by hyphens; aliases, shelves and tags are written once each.
  @Test func writesIDsInLowerCaseAndListsWithoutRepeats() {
    var found: [String] = []
    for tool in tools() {
      let id = tool["id"]?.string ?? ""
      let words = id.split(separator: "-", omittingEmptySubsequences: false)
      if !words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) } }) {
        found.append("\(tool.file.name):\(tool.line): id '\(id)'")
      }
      for key in ["aliases", "keywords", "also", "replacedBy", "replaces", "delivery", "tags"] {
        let items = (tool[key]?.items ?? []).compactMap { $0.string ?? $0["category"]?.string ?? $0["zh"]?.string }
        if Set(items).count < items.count { found.append("\(tool.file.name):\(tool.line): \(id): \(key) \(items)") }
      }
    }
    expectNone(found)
  }

  private func tools() -> [Value] {
    Shipped.files.flatMap { $0.root?["layers"]?.items ?? [] }.flatMap { $0["categories"]?.items ?? [] }
      .flatMap { $0["tools"]?.items ?? [] }
  }

  private func findings(_ check: (String) -> String?) -> [String] {
    Shipped.files.flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        check(line).map { "\(file.name):\(index + 1): \($0)" }
      }
    }
  }
}
