/// A group of tools within a category that do the same job.
public struct Kind: BitwiseCopyable, Equatable, Sendable {
  /// Unique in its category.
  public var id: Text
  /// The category that it divides.
  public var category: CategoryID
  /// What people read.
  public var name: LocalizedText
  /// When it is wanted: a sentence, or empty.
  public var when: LocalizedText
  /// Indices into the side table.
  @Indices var aliases: Range<Int>
  /// Likewise: see `Catalog.jobs(of:)`.
  @Indices var jobs: Range<Int>
}

/// An index into `Catalog.kinds`.
public struct KindID: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// The index.
  public var index: Int
  /// The id of an index.
  public init(_ index: Int) { self.index = index }
  /// In the order of the catalog.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// Something by which the tools of a category are compared.
public struct Fact: BitwiseCopyable, Equatable, Sendable {
  /// As tools name it.
  public var id: Text
  /// What people read.
  public var name: LocalizedText
}

/// A word of the landscape's vocabulary of tags.
public struct Tag: BitwiseCopyable, Equatable, Sendable {
  /// As tools name it.
  public var id: Text
  /// What people read.
  public var name: LocalizedText
  /// Indices into the side table.
  @Indices var aliases: Range<Int>
}

/// A page that cuts across the categories.
public struct Theme: BitwiseCopyable, Equatable, Sendable {
  /// Unique among themes.
  public var id: Text
  /// What people read.
  public var name: LocalizedText
  /// What it is about, Markdown.
  public var what: LocalizedText
  /// Where its parts stand in the landscape; `where` in a file.
  public var location: LocalizedText
  /// How to choose among its tools, Markdown; or empty.
  public var choosing: LocalizedText
  /// Indices into the side table.
  @Indices var tools: Range<Int>
}
