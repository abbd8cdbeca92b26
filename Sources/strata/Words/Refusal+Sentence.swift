import StrataText

extension Sentence.Refusal {
  /// What was meant perhaps, as a line without a line feed.
  var sentence: VisibleText {
    switch self {
    case .unknown(let word, let near?):
      "there is no command, file or folder '\(word)'; did you mean 'strata \(near)'?"
    case .unknown(let word, nil):
      "there is no command, file or folder '\(word)'; 'strata --help' lists the commands"
    case .unknownPart(let word, let name, let near?):
      "'strata \(name)' has no '\(word)'; did you mean 'strata \(name) \(near)'?"
    case .unknownPart(let word, let name, nil):
      "'strata \(name)' has no '\(word)'; 'strata \(name) --help' lists what it has"
    case .address(let address): FileFailure(path: address, problem: .address).sentence
    case .commandBehind(let name, let catalog): "write the command first: strata \(name) \(catalog)"
    }
  }

  var status: Int32 {
    switch self {
    case .unknown, .unknownPart, .commandBehind: ExitStatus.usage
    case .address: ExitStatus.unreadableFile
    }
  }
}
