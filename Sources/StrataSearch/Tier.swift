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

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
