public import StrataCatalog
public import StrataYAML

/// What a catalog knows of a team's tool that the team should know.
public struct StackWarning: Sendable {
  /// The word by which it is answered (`ignore:`) and chosen (`--fail-on`).
  public enum Kind: String, CaseIterable, Sendable {
    case retired, deprecated, relicensed, replaced
    /// The catalog does not have the id (any more).
    case missing
  }

  public var kind: Kind
  /// An index into the stack's entries.
  public var entry: Int
  /// Nil for `missing`.
  public var tool: ToolID?
  /// Since when, as the catalog writes it, or empty.
  public var date: String
  /// Names of successors, or of the licences before and now.
  public var details: [String]
}

extension Stack {
  /// The warnings that are not answered, in the order of the file; of one tool the gravest first.
  public func warnings(in catalog: Catalog) -> [StackWarning] {
    var warnings: [StackWarning] = []
    for (index, entry) in entries.enumerated() where !entry.id.isEmpty {
      var found: [StackWarning] = []
      if let tool = catalog.toolID(for: entry.id) {
        found = Self.warnings(of: tool, entry: index, in: catalog)
      } else {
        found = [StackWarning(kind: .missing, entry: index, tool: nil, date: "", details: [])]
      }
      warnings += found.filter { !entry.ignored.contains($0.kind) }
    }
    return warnings
  }

  /// What of a tool a team should know, the gravest first.
  ///
  /// - Parameter entry: an index into a stack's entries, for `StackWarning.entry`.
  public static func warnings(of tool: ToolID, entry: Int = 0, in catalog: Catalog) -> [StackWarning] {
    var warnings: [StackWarning] = []
    let life = catalog.life(of: tool)
    let successors = catalog.values(.replacedBy, of: tool).map { id in
      catalog.toolID(for: catalog.string(id)).map { catalog.string(catalog[$0].name) }
        ?? catalog.string(id)
    }
    let date = catalog.string(life.date)
    switch life.status {
    case .retired:
      warnings.append(
        StackWarning(kind: .retired, entry: entry, tool: tool, date: date, details: successors))
    case .deprecated:
      warnings.append(
        StackWarning(kind: .deprecated, entry: entry, tool: tool, date: date, details: successors))
    case .active, .maintenance:
      if !successors.isEmpty {
        warnings.append(
          StackWarning(kind: .replaced, entry: entry, tool: tool, date: date, details: successors))
      }
    }
    if let last = catalog.fields(of: tool).last(where: { $0.key == .previousLicense }) {
      warnings.append(
        StackWarning(
          kind: .relicensed, entry: entry, tool: tool, date: catalog.string(last.label),
          details: [catalog.string(last.value), catalog.value(.license, of: tool) ?? "unknown"]))
    }
    return warnings
  }

  /// The warnings as findings of the stack's file.
  ///
  /// - Parameters:
  ///   - failOn: kinds of warnings, `hold` and the like for whatever has that status: what of it is adopted, or has that
  ///     status, is an error. Nil: `retired` and `relicensed`.
  public func findings(in catalog: Catalog, failOn: Set<String>? = nil) -> [Diagnostic] {
    let failOn =
      failOn ?? [StackWarning.Kind.retired.rawValue, StackWarning.Kind.relicensed.rawValue]
    var findings = warnings(in: catalog).map { warning in
      let entry = entries[warning.entry]
      let isAdopted = entry.status == rings.first
      return Diagnostic(
        severity: isAdopted && failOn.contains(warning.kind.rawValue) ? .error : .warning,
        kind: warning.kind.rawValue,
        place: entry.place, message: sentence(of: warning, entry: entry, in: catalog),
        hint: warning.kind == .missing ? nil : "answered? ignore: [\(warning.kind.rawValue)]")
    }
    for entry in entries where failOn.contains(entry.status) {
      findings.append(
        Diagnostic(
          severity: .error, kind: "status", place: entry.place,
          message: "'\(entry.id.isEmpty ? entry.name : entry.id)' has the status \(entry.status)"))
    }
    return findings.sorted { $0.place.offset < $1.place.offset }
  }

  private func sentence(of warning: StackWarning, entry: Entry, in catalog: Catalog) -> String {
    let name = warning.tool.map { catalog.string(catalog[$0].name) } ?? entry.id
    let since = warning.date.isEmpty ? "" : " since \(warning.date)"
    let instead =
      warning.details.isEmpty ? "" : "; instead: \(warning.details.joined(separator: ", "))"
    switch warning.kind {
    case .retired: return "\(name) is retired\(since)\(instead)"
    case .deprecated: return "\(name) is deprecated\(since)\(instead)"
    case .replaced: return "\(name) has a successor: \(warning.details.joined(separator: ", "))"
    case .relicensed:
      return
        "\(name) was relicensed: \(warning.details[0])\(warning.date.isEmpty ? "" : " until \(warning.date)"), now \(warning.details[1])"
    case .missing: return "the catalog has no tool '\(entry.id)'"
    }
  }
}
