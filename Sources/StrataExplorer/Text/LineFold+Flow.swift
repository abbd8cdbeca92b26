public import StrataText

extension LineFold {
  /// By the rules that pages are broken by, however long a text is.
  ///
  /// - Parameter columns: of the terminal; nil for a pipe, where nothing is folded.
  public init(columns: Int?) {
    self.init(columns: columns) { text, columns in
      var flow = TextFlow(.standard)
      flow.maximumLength = .max
      return flow.lines(text, width: columns).map(\.text)
    }
  }
}
