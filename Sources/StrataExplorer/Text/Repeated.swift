/// A text that can be had many times over, cut out of one that is made once: rules and padding are made for every frame, and
/// `String(repeating:count:)` appends them one by one.
struct Repeated: Sendable {
  /// So many times at once; more are put together.
  private static let most = 256

  private let one: String
  private let many: String

  init(_ text: String) {
    one = text
    many = String(repeating: text, count: Repeated.most)
  }

  /// The text so many times; empty where the count is not above zero.
  func callAsFunction(_ count: Int) -> String {
    guard count > 0 else { return "" }
    guard count <= Repeated.most else { return String(repeating: one, count: count) }
    return String(Substring(many.utf8.prefix(count * one.utf8.count)))
  }

  static let blanks = Repeated(" ")
}
