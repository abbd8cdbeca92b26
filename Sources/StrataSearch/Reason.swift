public import StrataCatalog

/// Why a subject is a hit for one word of the query.
public struct Reason: Hashable, Sendable {
  /// How a word was found.
  public enum Match: Hashable, Sendable {
    /// The whole of the text; its beginning; a word, or the beginning of one, in it.
    case whole, beginning, word
    case pinyin
    /// In spite of a slip.
    case similar
    /// Only inside another word.
    case inside
  }

  /// As typed.
  public var word: String
  /// How it was found.
  public var match: Match
  /// Which of the subject's texts has it. `category` and `kind`: those of the place where a tool stands; nil: its maturity.
  public var field: TextField?
  /// The text, or what is around the word in a long one.
  public var text: String
}

extension Searcher {
  /// Why a subject is among the hits: for each word of the query (or of what is answered instead) the best place that it has.
  /// Looks at all texts of the subject.
  public func reasons(for subject: Subject) -> [Reason] {
    shown.query.sought.compactMap { reason(for: subject, $0) }
  }

  /// Which place a tool has among its category's, from 1, of how many: what decides among equals. Nil where that does not.
  public func weight(of tool: ToolID) -> (place: Int, count: Int)? {
    guard index.weights.value.isByWeight else { return nil }
    let tools = catalog[catalog[tool].category].tools
    return (tool.index - tools.lowerBound + 1, tools.count)
  }

  private func reason(for subject: Subject, _ needle: Query.Needle) -> Reason? {
    var best: (tier: Tier, field: TextField?, text: String)?
    func consider(_ tier: Tier?, _ field: TextField?, _ text: String) {
      if let tier, tier < best?.tier ?? .insideShort || best == nil { best = (tier, field, text) }
    }
    catalog.forEachText(of: subject) { field, text in
      let text = catalog.string(text)
      consider(NeedleMatcher.tier(of: needle, in: Folding.bytes(text), group: field.group), field, text)
      guard field == .name || field == .alias else { return }
      for form in NameForms.of(text) { consider(NeedleMatcher.tier(of: needle, in: form, group: .alias), field, text) }
    }
    if case .tool(let id) = subject {
      let tiers = index.needs.value.tiers(of: needle, in: catalog)
      let each = shown.query.phrase.map { index.needs.value.tiers(ofEach: $0.bytes, in: catalog) } ?? Needs.Tiers()
      func both(_ name: LocalizedText) -> String {
        name.all.map(catalog.string).joined(separator: " · ")
      }
      func tier(_ tiers: [UInt8], _ index: Int?) -> Tier? {
        index.flatMap { $0 < tiers.count ? Tier(rawValue: tiers[$0]) : nil }
      }
      let category = catalog[id].category
      consider(tier(tiers.tools, category.index), .category, both(catalog[category].name))
      let kind = catalog.kind(of: id)
      consider(tier(tiers.kinds, kind?.index), .kind, kind.map { both(catalog[$0].name) } ?? "")
      consider(tier(each.tools, category.index), .term, both(catalog[category].name))
      let theme = catalog.themes(of: id).first {
        index.needs.value.themes(of: shown.query.phrase?.bytes ?? []).contains($0)
      }
      consider(theme.map { _ in .kindNeeded }, .content, theme.map { both(catalog.themes[$0].name) } ?? "")
      // What replaces a tool does its job.
      if theme == nil, each.single[id.index] != nil {
        consider(.kindNeeded, .kind, kind.map { both(catalog[$0].name) } ?? "")
      }
      consider(
        tier(tiers.classes, LicenseClass.allCases.firstIndex(of: catalog[id].licenseClass)), .license,
        catalog.value(.license, of: id) ?? "")
      consider(tier(tiers.maturities, Int(catalog[id].maturity)), nil, catalog.maturity(of: id))
    }
    guard let best else { return nil }
    let folded = FoldedText(best.text)
    let place = Query.places(of: needle, in: folded).first
    return Reason(
      word: needle.text, match: match(best.tier, isWhole: place.map { $0 == 0..<best.text.utf8.count } ?? false),
      field: best.field, text: Excerpt.around(place?.lowerBound ?? 0, in: best.text, columns: 60))
  }

  private func match(_ tier: Tier, isWhole: Bool) -> Reason.Match {
    switch tier {
    case .exactName, .exactAlias, .exactKeyword: .whole
    case .namePrefix: .beginning
    case .need, .toolNeeded, .toolMeant, .toolListed, .kindNeeded: isWhole ? .whole : .word
    case .nameWord, .alias, .keyword, .summary, .other: .word
    case .pinyinExact, .pinyinPrefix, .pinyin: .pinyin
    case .nearest, .nearer, .near, .far, .farther, .farthest, .scattered: .similar
    case .insideName, .inside, .insideShort: .inside
    }
  }
}
