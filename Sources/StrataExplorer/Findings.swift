import Synchronization

/// The catalog's warnings: their number, and the texts of those that somebody looks at.
public struct Findings: ExpressibleByArrayLiteral, Sendable {
  public let count: Int
  private let texts: Texts

  /// - Parameter texts: gives the texts of some warnings, the lines of each separated by line feeds. Asked once for each block
  ///   of `blockSize`, when one of it is shown: a key does not wait for all of them.
  public init(count: Int, texts: @escaping @Sendable (Range<Int>) -> [String]) {
    self.count = count
    self.texts = Texts(count: count, make: texts)
  }

  public init(_ texts: [String]) {
    self.init(count: texts.count) { Array(texts[$0]) }
  }

  public init(arrayLiteral texts: String...) { self.init(texts) }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> String { texts[index] }

  /// More than a usual screen shows: finding the lines of a large file takes a moment, for one warning as for some.
  static let blockSize = 64

  private final class Texts: Sendable {
    private let count: Int
    private let make: @Sendable (Range<Int>) -> [String]
    private let made = Mutex<[Int: [String]]>([:])

    init(count: Int, make: @escaping @Sendable (Range<Int>) -> [String]) {
      self.count = count
      self.make = make
    }

    subscript(index: Int) -> String {
      let first = index - index % blockSize
      return made.withLock { made in
        let texts = made[first] ?? make(first..<min(first + blockSize, count))
        made[first] = texts
        return texts[index - first]
      }
    }
  }
}
