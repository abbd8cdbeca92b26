// Memory: own; every index is held against the length, in releases, too.

/// Records of fixed size that lie one after the other, in memory that the table keeps or that is there forever.
///
/// The one place of the model with a pointer: every access is held against the bounds.
public struct Table<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  /// Keeps the memory; empty where it is static. An array's storage stays where it is as long as somebody holds it and
  /// nobody changes it, and nobody can change this one.
  @usableFromInline let owner: [Element]
  @usableFromInline let base: UnsafePointer<Element>
  @usableFromInline let length: Int

  /// A table of an array's elements, which are not copied.
  public init(_ elements: [Element]) {
    owner = elements
    base = elements.withUnsafeBufferPointer { $0.baseAddress } ?? Self.nowhere
    length = elements.count
  }

  /// A table in memory that is never given back.
  init(static elements: UnsafeBufferPointer<Element>) {
    owner = []
    base = elements.baseAddress ?? Self.nowhere
    length = elements.count
  }

  /// An address for tables that have nothing.
  private static var nowhere: UnsafePointer<Element> {
    UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)!
  }

  /// Always 0.
  @inlinable public var startIndex: Int { 0 }
  /// The number of elements.
  @inlinable public var endIndex: Int { length }
  /// The number of elements.
  @inlinable public var count: Int { length }
  /// All of them, from 0.
  @inlinable public var indices: Range<Int> { 0..<length }

  /// The element at an index; any other traps.
  @inlinable
  public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: length), "an index outside of the table")
    return withExtendedLifetime(owner) { base[index] }
  }

  /// Lends the memory.
  @inlinable
  public func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Element>) throws -> Result) rethrows
    -> Result
  {
    try withExtendedLifetime(owner) { try body(UnsafeBufferPointer(start: base, count: length)) }
  }

  /// Lends all elements for one call.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}
