import StrataCatalog

/// Markdown and comma-separated values.
extension StackExport {
  var markdown: String {
    var text = "# \(Self.inline(title))\n"
    for (index, ring) in rings.enumerated() {
      let own = rows.filter { $0.ring == index }
      guard !own.isEmpty else { continue }
      text +=
        "\n## \(Self.inline(ring))\n\n| Tool | Category | Owner | Since | Note |\n|---|---|---|---|---|\n"
      for row in own {
        let name =
          !Self.isPlain(address: row.homepage) ? Self.cell(row.name) : "[\(Self.cell(row.name))](<\(row.homepage)>)"
        let cells = [
          name, Self.cell(row.category), Self.cell(row.owner), Self.cell(row.moves.last?.on ?? ""),
          Self.cell(row.note),
        ]
        text += "| " + cells.joined(separator: " | ") + " |\n"
      }
    }
    return text
  }

  var csv: String {
    Self.csv(
      ["id", "name", "status", "owner", "since", "category", "homepage", "repository", "note"],
      rows.map {
        [
          $0.id, $0.name, $0.status, $0.owner, $0.moves.last?.on ?? "", $0.category, $0.homepage,
          $0.repository, $0.note,
        ]
      })
  }

  var byorCSV: String {
    Self.csv(
      ["name", "ring", "quadrant", "isNew", "description", "status"],
      rows.map { row in
        [
          row.name, rings[row.ring], Self.quadrants[row.quadrant].name,
          row.moved == .new ? "TRUE" : "FALSE", description(of: row),
          Self.byorStatus(row.moved),
        ]
      })
  }

  static func byorStatus(_ moved: Moved) -> String {
    switch moved {
    case .out: "Moved Out"
    case .unchanged: "No Change"
    case .inward: "Moved In"
    case .new: "New"
    }
  }

  static func csv(_ head: [String], _ lines: [[String]]) -> String { ([head] + lines).map(CSVText.line).joined() }

  /// Whether an address ends neither the link that it stands in, nor the cell.
  private static func isPlain(address: String) -> Bool {
    (address.hasPrefix("https://") || address.hasPrefix("http://"))
      && address.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"<>|\\".unicodeScalars.contains($0)
      }
  }

  static func cell(_ text: String) -> String { MarkdownText.cell(text) }
  static func inline(_ text: String) -> String { MarkdownText.inline(text) }
}
