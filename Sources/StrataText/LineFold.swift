/// How printed lines fit a terminal: what is wider goes on below, further in, and nothing is cut away. In a pipe lines are as
/// long as they like.
public struct LineFold: Sendable {
  /// Of the terminal; nil: nothing is folded.
  public let columns: Int?
  /// A text in lines of at most so many columns.
  private let flow: @Sendable (String, Int) -> [String]
  private let width = TextWidth.standard

  /// Columns below which a text is no longer laid beside what leads it.
  private static let leastRoom = 20

  public init(columns: Int?, flow: @escaping @Sendable (String, Int) -> [String]) {
    self.columns = columns
    self.flow = flow
  }

  /// Folds nothing.
  public static let none = LineFold(columns: nil) { text, _ in [text] }

  /// Each line of a text by itself; what goes on below stands two columns further in than its line.
  public func lines(_ text: String) -> String {
    guard columns != nil else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
      .joined(separator: "\n")
  }

  /// A row of a table, without a line feed: a text behind columns that lead it. It goes on below its own beginning, or, where
  /// there is no room, or a word of it would not stay whole, below the columns.
  public func row(_ lead: String, _ text: String) -> String {
    guard let columns else { return lead + text }
    let start = width.columns(lead)
    if text.isEmpty || start + width.columns(text) <= columns { return line(lead + text) }
    let beside = columns - start
    let isBeside = beside >= Self.leastRoom && text.split(separator: " ").allSatisfy { width.columns($0) <= beside }
    if isBeside { return lead + flow(text, beside).joined(separator: "\n" + blanks(start)) }
    let indent = min(indentation(lead) + 4, columns / 4)
    let head = String(lead.reversed().drop { $0 == " " }.reversed())
    return (head.isEmpty ? "" : line(head) + "\n")
      + flow(text, columns - indent).map { blanks(indent) + $0 }.joined(separator: "\n")
  }

  private func line(_ line: String) -> String {
    guard let columns, width.columns(line) > columns else { return line }
    let indent = min(indentation(line), columns / 4)
    let further = min(indent + 2, columns / 4)
    return blanks(indent) + flow(line, columns - further).joined(separator: "\n" + blanks(further))
  }

  private func indentation(_ line: String) -> Int { line.utf8.prefix { $0 == UInt8(ascii: " ") }.count }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
