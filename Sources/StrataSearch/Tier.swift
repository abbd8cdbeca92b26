/// How well a subject matches: the place where the words were found. Smaller is better.
enum Tier: UInt8, Comparable, CaseIterable {
  case exactName
  case exactAlias
  case namePrefix
  case nameWord
  case nameInside
  case alias
  case pinyinExact
  case pinyinPrefix
  case pinyin
  case summary
  case other
  case oneTypo
  case twoTypos
  case scattered

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

    /// The tier of all together: their mean, in which the worst counts twice, rounded to the worse; of one its own.
    var mean: UInt8 { count == 1 ? worst : UInt8((sum + Int(worst) + count) / (count + 1)) }
  }

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
