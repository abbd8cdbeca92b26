import StrataCatalog

/// JSON of our own, and of the radars that read it.
extension StackExport {
  private static func quoted(_ text: String) -> String { JSONText.quoted(text) }

  private static func lines(_ items: [String], indent: String = "    ") -> String {
    items.isEmpty
      ? "[]"
      : "[\n" + items.map { indent + $0 }.joined(separator: ",\n") + "\n" + indent.dropLast(2) + "]"
  }

  var json: String {
    let tools = rows.map { row in
      JSONText.object([
        ("id", Self.quoted(row.id)), ("name", Self.quoted(row.name)),
        ("status", Self.quoted(row.status)),
        ("owner", Self.quoted(row.owner)), ("note", Self.quoted(row.note)),
        ("category", Self.quoted(row.category)),
        ("homepage", Self.quoted(row.homepage)), ("repository", Self.quoted(row.repository)),
        (
          "moves",
          "["
            + row.moves.map {
              JSONText.object([
                ("to", Self.quoted($0.to)), ("on", Self.quoted($0.on)),
                ("why", Self.quoted($0.why)),
              ])
            }
            .joined(separator: ", ") + "]"
        ),
      ])
    }
    return
      "{\n  \"version\": 1,\n  \"name\": \(Self.quoted(title)),\n  \"rings\": \(JSONText.array(rings)),\n  \"tools\": \(Self.lines(tools))\n}\n"
  }

  /// An array of objects, every value a string.
  var byorJSON: String {
    Self.lines(
      rows.map { row in
        JSONText.object([
          ("name", Self.quoted(row.name)), ("ring", Self.quoted(rings[row.ring])),
          ("quadrant", Self.quoted(Self.quadrants[row.quadrant].name)),
          ("isNew", Self.quoted(row.moved == .new ? "TRUE" : "FALSE")),
          ("description", Self.quoted(description(of: row))),
          ("status", Self.quoted(Self.byorStatus(row.moved))),
        ])
      }, indent: "  ") + "\n"
  }

  var zalando: String {
    let entries = rows.map { row in
      var members = [
        ("label", Self.quoted(row.name)), ("quadrant", "\(row.quadrant)"), ("ring", "\(row.ring)"),
        ("moved", "\(row.moved.rawValue)"),
        ("active", row.homepage.isEmpty ? "false" : "true"),
      ]
      if !row.homepage.isEmpty { members.append(("link", Self.quoted(row.homepage))) }
      return JSONText.object(members.map { (key: $0.0, value: $0.1) })
    }
    return
      "{\n  \"date\": \(Self.quoted(String(today.prefix(7)))),\n  \"entries\": \(Self.lines(entries))\n}\n"
  }

  static let colors = [
    "#5ba300", "#009eb0", "#c7ba00", "#e09b96", "#93a1a1", "#6c71c4", "#cb4b16", "#2aa198",
  ]

  static func color(ofRing index: Int) -> String { colors[index % colors.count] }

  var backstageRadar: String {
    let quadrants = Self.quadrants.map {
      JSONText.object([("id", Self.quoted($0.id)), ("name", Self.quoted($0.name))])
    }
    let rings = rings.enumerated().map { index, ring in
      JSONText.object([
        ("id", Self.quoted(ringIDs[index])), ("name", Self.quoted(ring)),
        ("color", Self.quoted(Self.color(ofRing: index))),
      ])
    }
    let entries = rows.map { row in
      var members: [(key: String, value: String)] = [
        ("key", Self.quoted(row.id)), ("id", Self.quoted(row.id)),
        ("quadrant", Self.quoted(Self.quadrants[row.quadrant].id)),
        ("title", Self.quoted(row.name)),
      ]
      if !row.homepage.isEmpty { members.append(("url", Self.quoted(row.homepage))) }
      if !description(of: row).isEmpty {
        members.append(("description", Self.quoted(description(of: row))))
      }
      members.append(("timeline", "[" + timeline(of: row).joined(separator: ", ") + "]"))
      return JSONText.object(members)
    }
    return
      "{\n  \"quadrants\": \(Self.lines(quadrants)),\n  \"rings\": \(Self.lines(rings)),\n  \"entries\": \(Self.lines(entries))\n}\n"
  }

  /// The newest first; a tool without a move gets the day of the export, because the field is required.
  private func timeline(of row: Row) -> [String] {
    let known = row.moves.enumerated().filter {
      rings.contains($0.element.to) && Stack.isDay($0.element.on)
    }
    guard !known.isEmpty else {
      return [
        JSONText.object([
          ("date", Self.quoted(today)), ("ringId", Self.quoted(ringIDs[row.ring])),
          ("moved", "0"),
        ])
      ]
    }
    return known.reversed().map { index, move in
      let before = index > 0 ? rings.firstIndex(of: row.moves[index - 1].to) : nil
      let after = rings.firstIndex(of: move.to) ?? 0
      let moved = before.map { after < $0 ? 1 : after > $0 ? -1 : 0 } ?? 0
      var members: [(key: String, value: String)] = [
        ("date", Self.quoted(move.on)), ("ringId", Self.quoted(ringID(move.to))),
      ]
      if !move.why.isEmpty { members.append(("description", Self.quoted(move.why))) }
      members.append(("moved", "\(moved)"))
      return JSONText.object(members)
    }
  }
}
