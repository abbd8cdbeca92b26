// Aliases and properties of block nodes: productions 96 to 104 of YAML 1.2.
extension Parser {
  /// c-ns-alias-node: the node that is due, or an implicit key.
  mutating func parseAlias(column: Int, isCompact: Bool, properties: Properties) throws(Problem) {
    let start = scanner.at
    let name = try scanner.scanAlias()
    if !properties.isEmpty { throw Problem(.propertiesOnAlias, properties.start..<start) }
    let end = scanner.at
    scanner.skipWhite()
    if scanner.isIndicator(.colon) {
      guard isCompact else {
        throw contexts[top].kind == .document
          ? Problem(.collectionOnMarkerLine, at: start, length: end - start) : Problem(.mappingInline, at: scanner.at)
      }
      if contexts[top].slot == .explicitKey { throw Problem(.keyNotScalar, start..<end) }
      flushAbove()
      try push(.blockMapping, .value, indentation: column, at: start)
      handler.alias(name, isKey: true)
      scanner.at += 1
      return try parseRestOfLine(isCompact: false)
    }
    scanner.at = end
    if !above.isEmpty { throw Problem(.propertiesOnAlias, above.start..<above.start + 1) }
    handler.alias(name, isKey: contexts[top].slot == .explicitKey)
    completeSlot()
    try scanner.endLine()
  }

  /// Puts the properties of this line to those of the lines above: they belong to one node.
  mutating func merge(_ properties: Properties) throws(Problem) {
    if properties.isEmpty { return }
    if above.isEmpty {
      above = properties
      return
    }
    if !properties.anchor.isEmpty {
      guard above.anchor.isEmpty else {
        throw Problem(.twoAnchors, properties.anchor.lowerBound - 1..<properties.anchor.upperBound)
      }
      above.anchor = properties.anchor
    }
    if !properties.tag.isEmpty {
      guard above.tag.isEmpty else { throw Problem(.twoTags, properties.tag) }
      above.tag = properties.tag
    }
  }
}
