// The only file with words for what is wrong in a source.

extension Document {
  func diagnostic(for problem: Problem) -> Diagnostic {
    let sentence = problem.sentence(in: source)
    return Diagnostic(
      severity: .error, code: sentence.code,
      place: .init(source: name, offset: problem.offset, length: problem.length), message: sentence.message,
      hint: sentence.hint)
  }
}

extension Problem {
  func sentence(in source: [UInt8]) -> (code: String, message: String, hint: String?) {
    ("syntax", "\(kind)", nil)
  }
}
