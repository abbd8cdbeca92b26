extension FileScan {
  /// Pairs in braces, on one line: `{repository: grafana/loki, tag: "3.1"}`, `{ source: { chart: loki } }`.
  mutating func takeFlow(_ line: Span<UInt8>, _ range: Range<Int>, _ number: Int, indent: Int) {
    let outer = yaml.blocks.count
    var position = range.lowerBound
    var start = position
    var colon: Int?
    func isEnd(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
    while position < range.upperBound {
      let byte = line[position]
      if byte == .quote || byte == .apostrophe {
        position = (line.index(of: byte, from: position + 1) ?? range.upperBound) + 1
        continue
      }
      if byte == .colon, position + 1 == range.upperBound || line[position + 1].isBlank { colon = colon ?? position }
      if byte == .brace {
        if let colon, yaml.blocks.count < YAMLState.deepest {
          let key = line.unquoted(line.trimmed(start..<colon))
          openBlock(Word(line, key), at: indent + yaml.blocks.count - outer)
        }
        (start, colon) = (position + 1, nil)
      } else if isEnd(byte) {
        if let colon {
          let key = line.unquoted(line.trimmed(start..<colon))
          let value = line.unquoted(line.trimmed(colon + 1..<position))
          if !key.isEmpty {
            takePair(
              Word(line, key), line, key: key, value: value, number: number, indent: indent + yaml.blocks.count - outer)
          }
        }
        if byte == UInt8(ascii: "}"), yaml.blocks.count > outer { yaml.blocks.removeLast() }
        (start, colon) = (position + 1, nil)
      } else if byte == UInt8(ascii: "[") {
        (start, colon) = (position + 1, nil)
      }
      position += 1
    }
    if yaml.blocks.count > outer { yaml.blocks.removeLast(yaml.blocks.count - outer) }
  }
}
