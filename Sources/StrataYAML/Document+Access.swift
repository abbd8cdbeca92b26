// The contract between the parser and its readers.

extension Document {
  /// How a scalar was written.
  public enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// Reads a whole source. The document holds what could be read; with any error among the diagnostics it is not to be used.
  public static func parse(_ bytes: [UInt8], name: String) -> (document: Document, diagnostics: [Diagnostic]) {
    fatalError()
  }

  /// The source's name as the user gave it.
  public var name: String { fatalError() }
  public var source: [UInt8] { fatalError() }
  /// Text that is not verbatim in the source.
  public var arena: [UInt8] { fatalError() }
  /// One node a YAML document of the source; none for an empty source.
  public var roots: [NodeID] { fatalError() }

  /// What the node is; `alias` nodes are followed with `resolved`.
  public func kind(of node: NodeID) -> Kind { fatalError() }
  /// The node an alias refers to; any other node itself.
  public func resolved(_ node: NodeID) -> NodeID { fatalError() }
  public func style(of node: NodeID) -> Style { fatalError() }
  /// Whether nothing was written (`key:`), or `null` or `~`, plain.
  public func isNull(_ node: NodeID) -> Bool { fatalError() }
  /// A scalar's text.
  public func text(of node: NodeID) -> TextRange { fatalError() }
  /// A scalar's text as a string.
  public func string(_ node: NodeID) -> String { fatalError() }
  /// The tag as written (`!!int`), if there is one.
  public func tag(of node: NodeID) -> String? { fatalError() }

  /// A sequence's first item; a mapping's first key. A mapping's children are key, value, key, value …
  public func firstChild(of node: NodeID) -> NodeID? { fatalError() }
  /// The node after this one in the same sequence or mapping.
  public func next(after node: NodeID) -> NodeID? { fatalError() }
  /// The value of a key, compared byte by byte. Linear in the number of keys.
  public func value(of key: String, in mapping: NodeID) -> NodeID? { fatalError() }
  /// Where the node stands.
  public func place(of node: NodeID) -> Diagnostic.Place { fatalError() }
}

extension Diagnostic {
  /// The diagnostic as people read it: `name:line:column: error: message`, the source line, the caret, the hint.
  ///
  /// - Parameters:
  ///   - source: the bytes of the named source.
  ///   - columns: how many terminal columns a character takes; line and column count from 1, in terminal columns.
  public func rendered(source: [UInt8], columns: (Unicode.Scalar) -> Int) -> String { fatalError() }
}
