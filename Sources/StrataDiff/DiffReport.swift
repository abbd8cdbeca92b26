import StrataCatalog
public import StrataText

/// A comparison as `strata diff` prints it. The command line speaks English.
public struct DiffReport: Sendable {
  private let comparison: Comparison
  private let kinds: [Change.Kind]

  /// - Parameter listsAll: links, too, which change more often than anybody wants to read.
  public init(_ comparison: Comparison, listsAll: Bool = false) {
    self.comparison = comparison
    kinds = Change.Kind.allCases.filter { listsAll || $0 != .links }
  }

  /// The changes that are told.
  public var changes: [Change] { comparison.changes.filter { kinds.contains($0.kind) } }

  /// `154 added, 28 removed`: how many tools, the gravest first.
  public var headline: String {
    let counts = kinds.compactMap { kind -> String? in
      let count = comparison.count(kind)
      return count == 0 ? nil : "\(count) \(kind.counted)"
    }
    let all = counts.isEmpty ? "nothing changed" : counts.joined(separator: ", ")
    guard let stack = comparison.stack else { return all }
    return "\(stack.changed) of your \(stack.tools) tools changed: \(all)"
  }

  /// A line a change, below headings.
  ///
  /// - Parameter fold: fits the lines to a terminal.
  public func text(fold: LineFold = .none) -> String {
    let width = TextWidth.standard
    var text = fold.lines(VisibleText(headline).string) + "\n"
    forEachSection { kind, changes in
      text += "\n\(kind.title) (\(comparison.count(kind)))\n"
      if kind == .text {
        text += changes.map { fold.lines("  \(one($0))") + "\n" }.joined()
        return
      }
      let names = changes.map(one)
      let column = min(32, (fold.columns ?? .max) / 3, names.map { width.columns($0) }.max() ?? 0)
      for (name, change) in zip(names, changes) {
        let said = said(change)
        let gap = said.isEmpty ? "" : String(repeating: " ", count: max(0, column - width.columns(name)) + 2)
        text += fold.row("  \(name)\(gap)", said) + "\n"
      }
    }
    return text
  }

  /// The same for a page.
  public var markdown: String {
    var text = "**\(MarkdownText.inline(headline))**\n"
    forEachSection { kind, changes in
      text += "\n## \(kind.title) (\(comparison.count(kind)))\n\n"
      for change in changes {
        let name =
          change.tools.count == 1
          ? MarkdownText.link(change.tools[0].name, change.tools[0].homepage) : "\(change.tools.count) tools"
        let said = said(change)
        text += "- \(name)" + (said.isEmpty ? "" : ": \(MarkdownText.inline(said))") + "\n"
        if change.tools.count > 1 {
          text += "  " + change.tools.map { MarkdownText.inline($0.name) }.joined(separator: ", ") + "\n"
        }
      }
    }
    return text
  }

  /// An object: `counts` by kind, `stack` where there is one, and `changes`, each with `kind`, `tools`, and as they apply `old`,
  /// `new`, `date`. Ends with a line feed.
  public var json: String {
    let counts = kinds.map { (key: $0.rawValue, value: "\(comparison.count($0))") }
    var members = [(key: "counts", value: JSONText.object(counts))]
    if let stack = comparison.stack {
      members.append(("stack", JSONText.object([("tools", "\(stack.tools)"), ("changed", "\(stack.changed)")])))
    }
    let changes = changes.map { change in
      let tools = change.tools.map {
        JSONText.object([
          ("id", JSONText.quoted($0.id)), ("name", JSONText.quoted($0.name)),
          ("category", JSONText.quoted($0.category)), ("homepage", JSONText.quoted($0.homepage)),
        ])
      }
      var object = [
        ("kind", JSONText.quoted(change.kind.rawValue)), ("tools", "[" + tools.joined(separator: ", ") + "]"),
      ]
      for (key, value) in [("old", change.old), ("new", change.new), ("date", change.date)] where !value.isEmpty {
        object.append((key, JSONText.quoted(value)))
      }
      return JSONText.object(object)
    }
    members.append(
      ("changes", changes.isEmpty ? "[]" : "[\n    " + changes.joined(separator: ",\n    ") + "\n  ]"))
    return "{\n" + members.map { "  \"\($0.key)\": \($0.value)" }.joined(separator: ",\n") + "\n}\n"
  }

  private func forEachSection(_ body: (Change.Kind, [Change]) -> Void) {
    for kind in kinds {
      let changes = comparison.changes.filter { $0.kind == kind }
      if !changes.isEmpty { body(kind, changes) }
    }
  }

  /// What a line is about, in one line.
  private func one(_ change: Change) -> String {
    VisibleText(change.tools.count == 1 ? change.tools[0].name : "\(change.tools.count) tools").string
  }

  /// What happened, in one line.
  private func said(_ change: Change) -> String {
    let (old, new) = (change.old, change.new)
    var text: String
    switch change.kind {
    case .removed: text = "was in \(old)"
    case .renamed: text = "was \(old)"
    case .nearby, .added: text = new
    case .text: text = ""
    case .details, .links:
      text = [new.isEmpty ? "" : "+ \(new)", old.isEmpty ? "" : "- \(old)"].filter { !$0.isEmpty }.joined(
        separator: "  ")
    case .retired, .license, .promoted, .accepted, .maturity, .repository, .owner, .moved:
      text = old.isEmpty ? new : "\(old) → \(new.isEmpty ? "none" : new)"
    }
    if !change.date.isEmpty { text += (text.isEmpty ? "" : "  ") + change.date }
    return VisibleText(text).string
  }
}

extension Change.Kind {
  /// Of a section.
  fileprivate var title: String {
    switch self {
    case .retired: "Retired, archived, deprecated"
    case .license: "License"
    case .promoted: "Promoted"
    case .accepted: "Accepted"
    case .maturity: "Maturity"
    case .renamed: "Renamed"
    case .repository: "Repository moved"
    case .owner: "Owner"
    case .nearby: "New on our shelves"
    case .added: "New"
    case .removed: "Removed"
    case .moved: "Moved to another shelf"
    case .text: "Texts"
    case .details: "Details"
    case .links: "Links"
    }
  }

  /// Behind a number, in English: `3 promoted`.
  public var counted: String {
    switch self {
    case .retired: "retired"
    case .license: "relicensed"
    case .promoted: "promoted"
    case .accepted: "accepted"
    case .maturity: "of another maturity"
    case .renamed: "renamed"
    case .repository: "with a moved repository"
    case .owner: "with another owner"
    case .nearby: "new on your shelves"
    case .added: "added"
    case .removed: "removed"
    case .moved: "moved"
    case .text: "with other texts"
    case .details: "with other details"
    case .links: "with other links"
    }
  }
}
