import StrataText

/// Words that mean nothing in the catalog or file that a command has read: noticed later than the parser looks.
struct UsageMistake: Error {
  /// Without a full stop, and with what was perhaps meant.
  let sentence: VisibleText

  init(_ sentence: VisibleText) { self.sentence = sentence }

  /// `did you mean …`, as the end of a sentence; empty where nothing is like it.
  static func hint(_ near: String?) -> VisibleText { near.map { "; did you mean '\($0)'?" } ?? "" }
}
