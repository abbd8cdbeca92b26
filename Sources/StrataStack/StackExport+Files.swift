import StrataCatalog

/// Entities and folders of files.
extension StackExport {
  /// One YAML document a tool. A JSON string is a YAML string, too.
  var backstageCatalog: String {
    rows.map { row in
      let name = Self.entityName(row.id)
      var text = """
        ---
        apiVersion: backstage.io/v1alpha1
        kind: \(row.repository.isEmpty ? "Resource" : "Component")
        metadata:
          name: \(JSONText.quoted(name))
          title: \(JSONText.quoted(row.name))

        """
      if !row.summary.isEmpty { text += "  description: \(JSONText.quoted(row.summary))\n" }
      if !row.note.isEmpty {
        text += "  annotations:\n    strata.dev/note: \(JSONText.quoted(row.note))\n"
      }
      let tags = row.tags.filter {
        !$0.isEmpty
          && $0.utf8.allSatisfy {
            $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D
          }
      }
      if !tags.isEmpty { text += "  tags: [\(tags.joined(separator: ", "))]\n" }
      if !row.homepage.isEmpty {
        text += "  links:\n    - url: \(JSONText.quoted(row.homepage))\n      title: Homepage\n"
      }
      text += "spec:\n  type: \(row.repository.isEmpty ? "service" : "tool")\n"
      if !row.repository.isEmpty { text += "  lifecycle: \(lifecycle(of: row))\n" }
      text += "  owner: \(JSONText.quoted(Self.owner(row.owner)))\n"
      return text
    }.joined()
  }

  /// At most 63 of its letters, the last of which is no sign.
  static func entityName(_ id: String) -> String {
    let isAllowed = id.utf8.allSatisfy { byte in
      byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
        || [0x2D, 0x2E, 0x5F].contains(byte)
    }
    var name = Substring(isAllowed ? id : slug(id)).prefix(63)
    while let last = name.last, "-_.".contains(last) { name.removeLast() }
    return name.isEmpty ? "tool" : String(name)
  }

  /// A reference such as `group:default/team-edge` stays as it is; of other words what Backstage takes.
  static func owner(_ owner: String) -> String {
    let isReference =
      !owner.isEmpty
      && owner.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.:/".unicodeScalars.contains($0))
      }
    return isReference ? owner : slug(owner, else: "unknown")
  }

  /// Backstage knows three: by the ring, and by what has become of the tool.
  private func lifecycle(of row: Row) -> String {
    if row.life == .retired || row.life == .deprecated { return "deprecated" }
    let ring = stack.rings.firstIndex(of: row.status) ?? 0
    return ring == 0 ? "production" : ring <= 2 ? "experimental" : "deprecated"
  }

  /// `radar/DAY/id.md` for each move that is known, so that a later folder changes what an earlier one said; and config.json.
  var aoe: [File] {
    var files: [File] = []
    for row in rows {
      var moves = row.moves.filter { rings.contains($0.to) && Stack.isDay($0.on) }
      if moves.isEmpty { moves = [Stack.Move(to: row.status, on: today)] }
      var isFirst = true
      for move in moves {
        var text = "---\n"
        if isFirst {
          text +=
            "title: \(JSONText.quoted(row.name))\nquadrant: \(Self.quadrants[row.quadrant].id)\n"
        }
        text += "ring: \(ringID(move.to))\n"
        if isFirst, !row.tags.isEmpty { text += "tags: \(JSONText.array(row.tags))\n" }
        text += "---\n\n"
        let body = isFirst ? [row.summary, row.note, move.why] : [move.why]
        text += body.filter { !$0.isEmpty }.map(Self.inline).joined(separator: "\n\n")
        files.append(File(name: "radar/\(move.on)/\(row.id).md", text: text + "\n"))
        isFirst = false
      }
    }
    let quadrants = Self.quadrants.enumerated().map { index, quadrant in
      JSONText.object([
        ("id", JSONText.quoted(quadrant.id)), ("title", JSONText.quoted(quadrant.name)),
        ("description", JSONText.quoted("")),
        ("color", JSONText.quoted(Self.color(ofRing: index))),
      ])
    }
    let ringList = self.rings.enumerated().map { index, ring in
      JSONText.object([
        ("id", JSONText.quoted(ringIDs[index])), ("title", JSONText.quoted(ring)),
        ("description", JSONText.quoted("")),
        ("color", JSONText.quoted(Self.color(ofRing: index))),
      ])
    }
    files.append(
      File(
        name: "config.json",
        text:
          "{\n  \"quadrants\": [\(quadrants.joined(separator: ", "))],\n  \"rings\": [\(ringList.joined(separator: ", "))]\n}\n"
      ))
    return files
  }
}
