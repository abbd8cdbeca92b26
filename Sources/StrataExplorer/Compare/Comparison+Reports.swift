import StrataCatalog
import StrataScreen
public import StrataText

/// What the command prints.
extension Comparison {
  /// As the screen has it, without colors.
  ///
  /// - Parameter width: columns; from 90 on the tools stand side by side.
  public func text(width: Int, textWidth: TextWidth = .standard) -> VisibleText {
    let laid = ComparisonText(
      self, width: width, folds: false, room: .printed, flow: TextFlow(textWidth),
      glyphs: textWidth.drawsASCII ? .ascii : .lines,
      mark: { _ in [] })
    let lines = laid.head + [.blank] + laid.lines
    return VisibleText(lines: lines.map { $0.text + "\n" }.joined())
  }

  /// A table with a column for each tool.
  public var markdown: VisibleText {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = line([""] + names.map(Self.cell))
    text += "|" + String(repeating: "---|", count: tools.count + 1) + "\n"
    for row in rows {
      text += line(
        [Self.cell(row.title)] + row.texts.map { $0.map(Self.cell).joined(separator: "<br>") }.map(Self.known))
    }
    return VisibleText(lines: text)
  }

  private static func known(_ cell: String) -> String { cell.isEmpty ? ComparisonText.unknown : cell }

  /// Texts of a catalog are Markdown already: only what would end the cell is escaped.
  private static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// `{"tools": [{"id", "name"}], "rows": [{"key", "title", "equal", "values": [["…"], null]}]}`: a value a tool, null where
  /// nothing is known; of the row `timeline` a list of `{"date", "event"}`.
  public var json: String {
    let tools = zip(ids, names).map { id, name in
      JSONText.object([("id", JSONText.quoted(id)), ("name", JSONText.quoted(name))])
    }
    let rows = rows.map { row in
      let values: [String] =
        switch row.content {
        case .text(let cells): cells.map { $0.isEmpty ? "null" : JSONText.array($0) }
        case .timeline(let lines):
          lines.map { events in
            let items = events.map { event in
              JSONText.object([("date", JSONText.quoted(event.date)), ("event", JSONText.quoted(event.name))])
            }
            return events.isEmpty ? "null" : "[" + items.joined(separator: ", ") + "]"
          }
        }
      return "    "
        + JSONText.object([
          ("key", JSONText.quoted(row.key)), ("title", JSONText.quoted(row.title)),
          ("equal", row.isEqual ? "true" : "false"), ("values", "[" + values.joined(separator: ", ") + "]"),
        ])
    }
    return
      "{\n  \"tools\": [\(tools.joined(separator: ", "))],\n  \"rows\": [\n\(rows.joined(separator: ",\n"))\n  ]\n}\n"
  }
}

extension Comparison.Row {
  /// The cells in words.
  fileprivate var texts: [[String]] {
    switch content {
    case .text(let cells): cells
    case .timeline(let lines): lines.map { $0.map { "\($0.word) \($0.date)" } }
    }
  }
}

extension Comparison.Event {
  /// One word, the same in every language.
  fileprivate var name: String {
    switch kind {
    case .released: "released"
    case .maturity(let word): word
    case .life(let status): status.rawValue
    }
  }
}
