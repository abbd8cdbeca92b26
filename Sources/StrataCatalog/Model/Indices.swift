/// A range of indices as records hold it: eight bytes.
@propertyWrapper
public struct Indices: BitwiseCopyable, Equatable, Sendable {
  @usableFromInline var start: UInt32
  @usableFromInline var end: UInt32

  /// Indices below 2³², as two of four bytes.
  @inlinable
  public init(wrappedValue: Range<Int>) {
    start = UInt32(wrappedValue.lowerBound)
    end = UInt32(wrappedValue.upperBound)
  }

  /// The range.
  @inlinable
  public var wrappedValue: Range<Int> {
    get { Int(start)..<Int(end) }
    set { self = Indices(wrappedValue: newValue) }
  }
}
