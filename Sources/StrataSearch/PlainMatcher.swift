public import StrataCatalog

/// The plain truth about what matches: slow, without an index, written to be read. The searcher is tested against it.
struct PlainMatcher {
  let query: Query
  let catalog: Catalog

  /// How well the subject matches, or nil where it does not.
  func tier(of subject: Subject) -> Tier? {
    var tiers: Tier.Several?
    let texts = foldedTexts(of: subject)
    for term in query.terms {
      switch term.content {
      case .filter(let facet, let values):
        guard FilterMatcher(facet, values, catalog).admits(subject) != term.isNegated else { return nil }
      case .needle(let needle):
        let tier = texts.compactMap { NeedleMatcher.tier(of: needle, in: $0.bytes, group: $0.field.group) }.min()
        guard (tier != nil) != term.isNegated else { return nil }
        if let tier, !term.isNegated {
          if tiers == nil { tiers = Tier.Several(tier.rawValue) } else { tiers!.add(tier.rawValue) }
        }
      }
    }
    let mean = tiers.flatMap { Tier(rawValue: $0.mean) } ?? .exactName
    if mean > .exactName, let phrase = query.phrase,
      let tier = texts.compactMap({ NeedleMatcher.tier(of: phrase, in: $0.bytes, group: $0.field.group) }).min(),
      tier < .alias
    {
      return min(mean, tier)
    }
    return mean
  }

  private func foldedTexts(of subject: Subject) -> [(field: TextField, bytes: [UInt8])] {
    var texts: [(TextField, [UInt8])] = []
    catalog.forEachText(of: subject) { field, text in
      texts.append((field, Folding.bytes(catalog.string(text))))
      if field == .name, let short = NameParts.short(catalog.string(text)) {
        texts.append((.alias, Folding.bytes(short.long)))
        texts.append((.alias, Folding.bytes(short.short)))
      }
    }
    if case .tool(let id) = subject {
      let category = catalog[catalog[id].category]
      texts.append((.category, Folding.bytes(catalog.string(category.name.en))))
      texts.append((.category, Folding.bytes(catalog.string(category.name.zh))))
    }
    return texts
  }
}

extension Query {
  /// Whether the subject is among the results. Slow: a search over many subjects is a `Searcher`'s work.
  public func matches(_ subject: Subject, in catalog: Catalog) -> Bool {
    PlainMatcher(query: self, catalog: catalog).tier(of: subject) != nil
  }

  /// All the words together, where there are several plain ones and nothing else to look for.
  var phrase: Needle? {
    let needles = terms.filter { !$0.isNegated }.compactMap(\.needle)
    guard needles.count > 1, needles.allSatisfy({ $0.mode == .anywhere }) else { return nil }
    let text = needles.map(\.text).joined(separator: " ")
    return Needle(text: text, mode: .phrase, bytes: Folding.bytes(text))
  }
}

/// A name that brings its short form along: `Open Policy Agent (OPA)`.
enum NameParts {
  static func short(_ name: String) -> (long: Substring, short: Substring)? {
    guard name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex else { return nil }
    let short = name[name.index(after: open)..<name.index(before: name.endIndex)]
    let long = name[..<open]
    return short.isEmpty ? nil : (long, short)
  }
}
