/// Foreign text in Markdown of ours.
public enum MarkdownText {
  /// Text that begins no markup of its own, in one line.
  public static func inline(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isNewline {
        result += " "
      } else if "\\`*_[]<>#".contains(character) {
        result += "\\\(character)"
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// The same for the cell of a table, which a bar would end.
  public static func cell(_ text: String) -> String {
    inline(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// A row of a table.
  public static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// The head of a table, and the rule below it.
  public static func head(_ titles: [String]) -> String {
    row(titles) + "|" + String(repeating: "---|", count: titles.count) + "\n"
  }

  /// A name that leads to an address; the name alone where there is none.
  public static func link(_ name: String, _ url: String) -> String {
    let isPlain = !url.isEmpty && url.utf8.allSatisfy { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E && $0 != 0x7F }
    return isPlain ? "[\(cell(name))](<\(url)>)" : cell(name)
  }
}
