import StrataCatalog

/// One word of a query with all its forms, or several words of which one will do, and what each subject's place in the
/// catalog is worth.
final class WordMatcher: Sendable {
  /// The ways to write it; the first word's own first.
  let forms: [RecordMatcher]
  let tiers: Needs.Tiers
  /// The union of `RecordMatcher.reads`.
  let reads: UInt8
  let isFuzzy: Bool

  /// `needs`: nil where places do not count; `each`: what all words of the query together are worth to each.
  init(
    _ needles: [Query.Needle], _ catalog: Catalog, _ needs: Needs?, _ frequency: [UInt32],
    each: Needs.Tiers = Needs.Tiers()
  ) {
    forms = needles.flatMap { needle in
      [RecordMatcher(needle.bytes, needle.mode, inside: needle.insideTier, frequency)]
        + needle.others.map { RecordMatcher($0.bytes, $0.mode, inside: .inside, frequency) }
    }
    var tiers = each
    if let needs { for needle in needles { tiers.merge(needs.tiers(of: needle, in: catalog)) } }
    self.tiers = tiers
    reads = forms.reduce(0) { $0 | $1.reads }
    isFuzzy = forms.contains { $0.fuzzy != nil }
  }

  /// The one form, where there are no others: then its places can be remembered.
  var only: RecordMatcher? { forms.count == 1 ? forms[0] : nil }

  /// The tier of a record by its own texts.
  func tier(_ record: SearchIndex.Record) -> UInt8 {
    var tier = RecordMatcher.none
    for form in forms { tier = min(tier, form.tier(record)) }
    return tier
  }

  /// The tier by pinyin or in spite of slips.
  func otherTier(_ record: SearchIndex.Record, than known: UInt8) -> UInt8 {
    var tier = RecordMatcher.none
    for form in forms { tier = min(tier, form.otherTier(record, than: known)) }
    return tier
  }

  /// Whether a record may have the word as pinyin.
  @inline(__always)
  func canBeRead(_ traits: UInt8, _ initials: UInt32) -> Bool {
    for form in forms where form.canBeRead(traits, initials) { return true }
    return false
  }

  /// How many records it is likely to be in.
  func estimate(_ frequency: [UInt32]) -> UInt64 {
    forms.reduce(0) { $0 + ($1.fuzzy == nil ? 0 : 1 << 32) + UInt64($1.finder.estimate(frequency)) }
  }
}
