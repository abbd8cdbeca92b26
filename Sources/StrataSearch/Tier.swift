/// How well a subject matches: the place where the words were found. Smaller is better.
enum Tier: UInt8, Comparable, CaseIterable {
  case exactName
  case exactAlias
  /// A category or layer that the words name; the tools that stand in a category of this name.
  case need, toolNeeded
  /// Tools whose category is found by its other words, or whose kind is: those that have the words themselves, the others,
  /// those whose kind has only a word of it in its name.
  case toolMeant, toolListed, kindNeeded
  case namePrefix
  case nameWord
  case alias
  case exactKeyword
  case pinyinExact
  case pinyinPrefix
  case pinyin
  case keyword
  case summary
  case other
  /// Names that are misspelt, the nearest and best known first.
  case nearest, nearer, near, far, farther, farthest
  case scattered
  /// The inside of a word of a name; of a word anywhere; where what is looked for is short.
  case insideName
  case inside
  case insideShort

  /// The tiers of tools because of other words for where they stand: of these those that have the words themselves are meant.
  static let listed = Tier.toolListed.rawValue...Tier.kindNeeded.rawValue

  /// The tier of a misspelt name; `penalty`: see `FuzzyMatcher.penalty`.
  init(penalty: Int) {
    let place = min(max(0, (penalty - 3) / 2), Int(Tier.farthest.rawValue - Tier.nearest.rawValue))
    self = Tier(rawValue: Tier.nearest.rawValue + UInt8(place))!
  }

  /// For the inside of a word: that of a name's.
  var ofName: Tier { self == .inside ? .insideName : self }

  /// The tier of a retired tool, which is meant by its name only: what has the words elsewhere comes after all living ones,
  /// and a misspelt name is more likely that of a living one.
  @inline(__always)
  static func ofRetired(_ tier: UInt8) -> UInt8 {
    if nearest.rawValue...farthest.rawValue ~= tier { return min(tier + retiredSteps, farthest.rawValue) }
    return tier > exactAlias.rawValue && tier != namePrefix.rawValue ? max(tier, other.rawValue) : tier
  }

  /// What it is worth to have all words of a query together at a tier; nil: no more than to have each. In the summary of a
  /// tool that tells as much as in a keyword; a whole keyword tells which tool is meant where nothing else is called so.
  ///
  /// - Parameters:
  ///   - isPlace: of a layer or category.
  ///   - isNeed: whether the words are the name of a category or a kind.
  @inline(__always)
  static func ofPhrase(_ tier: Tier, isPlace: Bool, isNeed: Bool) -> Tier? {
    if !isPlace {
      if tier == .exactKeyword, !isNeed { return .toolMeant }
      if tier == .summary { return .keyword }
    }
    return tier <= .keyword ? tier : nil
  }

  /// What is held against the misspelt name of a retired tool: tiers, and as a penalty.
  private static var retiredSteps: UInt8 { 1 }
  static var retiredPenalty: Int { 2 * Int(retiredSteps) }

  /// The tiers of several words: what a name says of one of them makes up for another that is only in longer texts.
  struct Several {
    private var sum: Int
    private var worst: UInt8
    private var count = 1

    init(_ first: UInt8) {
      sum = Int(first)
      worst = first
    }

    mutating func add(_ tier: UInt8) {
      sum += Int(tier)
      worst = max(worst, tier)
      count += 1
    }

    /// The tier of all together: their mean, in which the worst counts twice, rounded to the worse; of one its own. What has
    /// a short word inside another one only is no better for the rest; a layer or category that has a word only in its long
    /// texts is not what is meant.
    ///
    /// - Parameter isPlace: of a layer or category.
    func mean(isPlace: Bool) -> UInt8 {
      if count == 1 || worst == Tier.insideShort.rawValue { return worst }
      let mean = UInt8((sum + Int(worst) + count) / (count + 1))
      return isPlace && worst >= Tier.summary.rawValue ? max(mean, Tier.summary.rawValue) : mean
    }
  }

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
