public import StrataCatalog

/// The plain truth about what matches: slow, without an index, written to be read. The searcher is tested against it.
struct PlainMatcher {
  let query: Query
  let catalog: Catalog
  private let stack: StackFacts
  private let needs: Needs
  /// What all words together are worth to each, and together; what is left of them where the rest says nothing of what is meant.
  private let each: Needs.Tiers
  private let whole: Needs.Tiers
  private let core: Query.Needle?

  init(query: Query, catalog: Catalog, stack: StackFacts = StackFacts()) {
    self.query = query
    self.catalog = catalog
    self.stack = stack
    needs = Needs(catalog)
    let phrase = query.phrase
    each = phrase.map { [needs] in needs.tiers(ofEach: $0.bytes, in: catalog) } ?? Needs.Tiers()
    whole = phrase.map { [needs] in needs.tiers(ofWhole: $0.bytes, in: catalog) } ?? Needs.Tiers()
    core = phrase.flatMap { [needs] in needs.core(of: $0) }
  }

  /// How well the subject matches, or nil where it does not.
  func tier(of subject: Subject) -> Tier? {
    var tiers: Tier.Several?
    let texts = foldedTexts(of: subject)
    for term in query.needed {
      if let needles = term.needles {
        guard let tier = needles.compactMap({ tier(of: $0, subject, texts, each: each) }).min() else { return nil }
        if tiers == nil { tiers = Tier.Several(tier.rawValue) } else { tiers!.add(tier.rawValue) }
        continue
      }
      let holds = term.choices.contains { choice in
        switch choice.content {
        case .filter(let facet, let values):
          FilterMatcher(facet, values, catalog, stack: stack).admits(subject) != choice.isNegated
        case .needle(let needle):
          // What a short word is only inside another one of does not count against a subject.
          (tier(of: needle, subject, texts).map { $0 < .insideShort } ?? false) != choice.isNegated
        }
      }
      if !holds { return nil }
    }
    let isPlace = if case .tool = subject { false } else { true }
    var best = tiers.flatMap { Tier(rawValue: $0.mean(isPlace: isPlace)) } ?? .exactName
    guard let phrase = query.phrase else { return standing(best, subject) }
    if query.words.count > 1, best > .exactName,
      let tier = texts.compactMap({ NeedleMatcher.tier(of: phrase, in: $0.bytes, group: $0.field.group) }).min()
    {
      best = min(best, Tier.ofPhrase(tier, isPlace: isPlace, isNeed: !whole.isEmpty) ?? best)
    }
    best = min(best, placeTier(whole, subject) ?? best)
    if !isPlace, Tier.listed.contains(best.rawValue) {
      let words = [query.words.count > 1 ? phrase : query.words[0]] + (core.map { [$0] } ?? [])
      let own = words.flatMap { word in
        texts.compactMap { NeedleMatcher.tier(of: word, in: $0.bytes, group: $0.field.group) }
      }.min()
      if let own, own <= .summary { best = .toolMeant }
    }
    return standing(best, subject)
  }

  /// What a tier is worth to a subject that may be retired.
  private func standing(_ tier: Tier, _ subject: Subject) -> Tier {
    guard case .tool(let id) = subject, catalog[id].status == .retired else { return tier }
    return Tier(rawValue: Tier.ofRetired(tier.rawValue))!
  }

  private func tier(
    of needle: Query.Needle, _ subject: Subject, _ texts: [(field: TextField, bytes: [UInt8])],
    each: Needs.Tiers = Needs.Tiers()
  ) -> Tier? {
    let own = texts.compactMap { NeedleMatcher.tier(of: needle, in: $0.bytes, group: $0.field.group) }
    var tiers = needs.tiers(of: needle, in: catalog)
    tiers.merge(each)
    return (own + [placeTier(tiers, subject)].compactMap { $0 }).min()
  }

  /// What a subject's place in the catalog is worth.
  private func placeTier(_ tiers: Needs.Tiers, _ subject: Subject) -> Tier? {
    switch subject {
    case .layer(let id): Tier(rawValue: tiers.places.isEmpty ? RecordMatcher.none : tiers.places[id.index])
    case .category(let id):
      Tier(
        rawValue: tiers.places.isEmpty ? RecordMatcher.none : tiers.places[catalog.layers.count + id.index])
    case .tool(let id): Tier(rawValue: tiers.tier(of: id.index, in: catalog))
    }
  }

  private func foldedTexts(of subject: Subject) -> [(field: TextField, bytes: [UInt8])] {
    var texts: [(TextField, [UInt8])] = []
    catalog.forEachText(of: subject) { field, text in
      let string = catalog.string(text)
      texts.append((field, Folding.bytes(string)))
      if field == .name || field == .alias { texts += NameForms.of(string).map { (.alias, $0) } }
    }
    return texts
  }
}

extension Query {
  /// Whether the subject is among the results. Slow: a search over many subjects is a `Searcher`'s work.
  public func matches(_ subject: Subject, in catalog: Catalog) -> Bool {
    PlainMatcher(query: self, catalog: catalog).tier(of: subject) != nil
  }

  /// All the words together, where they are plain ones.
  var phrase: Needle? {
    let words = words
    guard !words.isEmpty, words.allSatisfy({ $0.mode == .anywhere }),
      terms.count(where: { $0.needles != nil }) == words.count
    else { return nil }
    let text = words.map(\.text).joined(separator: " ")
    return Needle(phrase: text, Folding.bytes(text))
  }
}

extension Query.Needle {
  /// Words that stand together; `bytes`: folded.
  init(phrase text: String, _ bytes: [UInt8]) {
    self.init(text: text, mode: .phrase, bytes: bytes)
    others = [Form(bytes: NameForms.together(bytes), mode: .phrase)]
    if let spelledOut = Inflection.spelledOut(bytes) { others.append(Form(bytes: spelledOut, mode: .phrase)) }
    if let other = Inflection.other(bytes) { others.append(Form(bytes: other, mode: .wholeWord)) }
  }
}
