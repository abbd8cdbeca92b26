import StrataScreen

/// A run of text in one role. `item` numbers the link or row it belongs to on a page.
struct Span: Hashable, Sendable {
  var text: String
  var role: Role
  var item: Int?

  init(_ text: String, _ role: Role = .text, item: Int? = nil) {
    self.text = text
    self.role = role
    self.item = item
  }
}

/// One line as it is drawn.
struct Line: Hashable, Sendable {
  var spans: [Span]
  /// Drawn at the right end of the line.
  var right: [Span] = []

  init(_ spans: [Span] = [], right: [Span] = []) {
    self.spans = spans
    self.right = right
  }

  init(_ text: String, _ role: Role = .text) {
    spans = [Span(text, role)]
  }

  static let blank = Line()

  var text: String { spans.map(\.text).joined() }
}

extension Frame {
  /// Draws a line on the first row of `rect`; what does not fit is cut and marked.
  mutating func draw(_ line: Line, in rect: Rect, theme: Theme, focused: Int? = nil) {
    guard rect.width > 0, rect.height > 0 else { return }
    var rest = rect
    if !line.right.isEmpty {
      let width = line.right.reduce(0) { $0 + textWidth.columns($1.text, upTo: rect.width + 1) }
      if width <= rect.width {
        var right = rest.takeRight(width)
        for span in line.right {
          let used = write(span.text, in: right, theme[span.role])
          _ = right.takeLeft(used)
        }
      }
    }
    // By index: a copy of each span would be counted.
    for index in line.spans.indices {
      let item = line.spans[index].item
      let style = theme[item != nil && item == focused ? .focusedLink : line.spans[index].role]
      // Nothing takes more columns than bytes.
      if line.spans[index].text.utf8.count < rest.width {
        _ = rest.takeLeft(write(line.spans[index].text, in: rest, style))
        continue
      }
      let span = line.spans[index]
      let isLast = index == line.spans.count - 1
      let width = textWidth.columns(span.text, upTo: rest.width + 1)
      if width > rest.width || (!isLast && width == rest.width && hasMore(line, after: index)) {
        write(
          textWidth.truncated(span.text + (isLast ? "" : "  "), columns: rest.width), in: rest, style)
        return
      }
      _ = rest.takeLeft(write(span.text, in: rest, style))
    }
  }

  private func hasMore(_ line: Line, after index: Int) -> Bool {
    line.spans[(index + 1)...].contains { !$0.text.allSatisfy { $0 == " " } }
  }
}
