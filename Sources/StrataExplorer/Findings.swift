import Synchronization

/// The catalog's warnings: their number, and their texts once somebody looks at them.
public struct Findings: ExpressibleByArrayLiteral, Sendable {
  public let count: Int
  private let texts: Texts

  /// - Parameter texts: gives a text for each warning, its lines separated by line feeds. Called once, when one of them is
  ///   shown: finding the lines of a large file takes a moment.
  public init(count: Int, texts: @escaping @Sendable () -> [String]) {
    self.count = count
    self.texts = Texts(make: texts)
  }

  public init(_ texts: [String]) {
    self.init(count: texts.count) { texts }
  }

  public init(arrayLiteral texts: String...) { self.init(texts) }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> String { texts.all[index] }

  private final class Texts: Sendable {
    private let make: @Sendable () -> [String]
    private let made = Mutex<[String]?>(nil)

    init(make: @escaping @Sendable () -> [String]) {
      self.make = make
    }

    var all: [String] {
      made.withLock { made in
        let texts = made ?? make()
        made = texts
        return texts
      }
    }
  }
}
