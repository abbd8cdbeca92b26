import StrataScreen

extension Layout {
  /// A prompt: its sign, the text with the part around the cursor in view, and what stands at the right.
  mutating func prompt(_ prompt: Prompt, lead: String, hint: String, right: String, in rect: Rect) {
    guard !rect.isEmpty else { return }
    place(lead, .sign, in: rect.inset(left: 1, right: 1))
    var rest = rect.inset(left: 2 + textWidth.columns(lead), right: 1)
    let width = textWidth.columns(right)
    if width > 0, width + 12 <= rest.width {
      place(right, .dim, in: rest.takeRight(width))
      _ = rest.takeRight(1)
    }
    guard !rest.isEmpty else { return }
    let shown = visible(prompt.field, width: rest.width)
    if prompt.isEmpty {
      place(hint, .dim, in: rest.inset(left: 1))
    } else {
      place(shown.text, prompt.isReplaced ? .selected : .text, in: rest)
    }
    cursor = Point(x: min(rest.maxX - 1, rest.x + shown.cursor), y: rest.y)
    showsCursor = true
  }

  /// The part of a field that fits, cut with a mark, and the cursor's column in it. Looks at no more than about a screen's width.
  private func visible(_ field: LineEdit, width: Int) -> (text: String, cursor: Int) {
    let limit = width + 1
    var lead = String(field.characters[max(0, field.cursor - limit)..<field.cursor])
    let after = String(field.characters[field.cursor..<min(field.characters.count, field.cursor + limit)])
    if field.cursor > limit || textWidth.columns(lead) >= width {
      let mark = textWidth.columns(glyphs.ellipsis) < width - 2 ? glyphs.ellipsis : ""
      var kept = lead[...]
      while textWidth.columns(mark + kept) >= width, !kept.isEmpty { kept.removeFirst() }
      lead = mark + kept
    }
    return (textWidth.truncated(lead + after, columns: width), textWidth.columns(lead))
  }
}
