import StrataCatalog
import StrataExplorer
import StrataSearch

/// Documents of docs/ that say what the code knows, and so are made of it.
enum Documents {
  static let pages: [(name: String, text: @Sendable () -> String)] = [
    ("catalog-format.md", { catalogFormat }), ("keys.md", { keys }), ("query.md", { query }),
    ("commands.json", { String(decoding: CommandModel.description, as: UTF8.self) }),
  ]

  private static let lead = "<!-- Made by Scripts/generate-docs; what is changed here is lost. -->\n"

  static var catalogFormat: String {
    var text = "\(lead)# The catalog format\n\n" + CatalogFormat.introduction.joined(separator: "\n\n") + "\n"
    for part in CatalogFormat.parts {
      text += "\n## \(part.title)\n\n\(part.meaning)\n\n| Key | Value | |\n|---|---|---|\n"
      text += part.keys.map { "| `\($0.name)` | \($0.form) | \(MarkdownText.cell($0.meaning)) |\n" }.joined()
    }
    return text + "\n## A catalog to begin with\n\n`strata new` writes it.\n\n```yaml\n\(NewCommand.text)```\n"
  }

  static var keys: String {
    "\(lead)# Keys\n\nThose of the views. `?` lists the keys of every screen, and the bar and the footer name those that do "
      + "something now.\n\n\(KeyMap.standard.markdown)\n\nIn prompts letters are text and the keys of a shell line edit it. "
      + "Full-width letters from a Chinese input method work as keys.\n"
  }

  static var query: String {
    var text = """
      \(lead)# The query language

      The same on the screen (`/`), in `strata search`, `strata list` and `strata export`. All words must occur, anywhere in what is \
      known of a tool, a category or a layer; case, accents, width, traditional and simplified characters, `-`, `_`, `.`, `/` and \
      blanks do not tell words apart. Chinese is also found by pinyin, whole or by its first letters.

      | | |
      |---|---|
      | `service mesh` | both words |
      | `"service mesh"` | the phrase |
      | `'go` | a whole word |
      | `^kube` | the beginning of a name |
      | `db$` | the end of a name |
      | `~kubernets` | perhaps misspelt |
      | `mesh -istio`, `mesh !istio` | without a word |
      | `envoy \\| nginx` | one or the other |
      | `maturity:graduated,incubating` | a field with one of some values |
      | `-is:retired` | without a field's value |
      | `accepted:>2024`, `accepted:2019..2021` | dates |

      ## Fields

      | Field | Chinese |
      |---|---|

      """
    for facet in Facet.allCases { text += "| `\(facet.keyword):` | `\(facet.keyword(in: .zh)):` |\n" }
    text += "\n`is:` is one of \(State.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")).\n"
    return text + "\nOf a query \(Query.lengthLimit) characters and \(Query.termLimit) words count.\n"
  }
}
