// modules: StrataText StrataYAML StrataCatalog StrataScreen
// sources: Sources/StrataExplorer/Text/*.swift Sources/StrataExplorer/Shared.swift Sources/StrataExplorer/Glyphs.swift Sources/StrataExplorer/Theme.swift
//
// Markdown, text flow, width and filter.
//
// Whatever the bytes are: nothing traps, no line is wider than it may be, each link is somewhere, and nothing that steers a
// terminal reaches a cell or leaves as text.

import StrataScreen
import StrataText

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // The first byte chooses the width.
  let width = 1 + Int(bytes.first ?? 0) % 90
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)

  for passed in [VisibleText(text), VisibleText(lines: text), VisibleText(utf8: bytes)] {
    for scalar in passed.string.unicodeScalars { precondition(scalar == "\n" || !isHarmful(scalar)) }
  }
  for scalar in VisibleText(json: text).string.unicodeScalars {
    precondition(scalar == "\n" || TextWidth.isPlain(scalar))
  }

  let flow = TextFlow(.standard)
  var frame = Frame(size: Size(columns: width, rows: 1))
  let flowed = flow.lines(text, width: width).map(\.text)
  for line in flowed + flow.cut(text, columns: width) {
    let columns = TextWidth.standard.columns(line)
    precondition(columns <= max(2, width) && (columns > 0 || flowed.count == 1), "\(width): \(line)")
    frame.write(line, in: frame.bounds)
    for cell in frame.cells {
      for scalar in cell.scalars { precondition(!isHarmful(scalar)) }
    }
  }
  precondition(TextWidth.standard.columns(TextWidth.standard.truncated(text, columns: width)) <= width)

  let laid = Markdown(text, width: width, firstItem: 3, flow: flow, glyphs: .lines, numbers: [:])
  precondition(laid.steps <= 400 * (bytes.count + 16))
  for line in laid.lines {
    let columns = line.spans.reduce(0) { $0 + TextWidth.standard.columns($1.text) }
    precondition(width < 12 || columns <= width, "\(columns) of \(width): \(line.text)")
    for item in line.spans.compactMap(\.item) { precondition((3..<3 + laid.links.count).contains(item)) }
  }
  return 0
}

private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
  default: scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl
  }
}
