import StrataText

extension Sentence.Refusal {
  /// What was meant perhaps, as a line without a line feed.
  var sentence: VisibleText {
    switch self {
    case .unknown(let word, let near?):
      "there is no command, file or folder '\(word)'; did you mean 'strata \(near)'?"
    case .unknown(let word, nil):
      "there is no command, file or folder '\(word)'; \(Self.wayOut(word))'strata --help' lists the commands"
    case .unknownPart(let word, let name, let near?):
      "'strata \(name)' has no '\(word)'; did you mean 'strata \(name) \(near)'?"
    case .unknownPart(let word, let name, nil):
      "'strata \(name)' has no '\(word)'; 'strata \(name) --help' lists what it has"
    case .option(let option): "there is no option '\(option)'"
    case .address(let address): FileFailure(path: address, problem: .address).sentence
    case .commandBehind(let name, let catalog): "write the command first: strata \(name) \(catalog)"
    }
  }

  /// Many a word at the place of a command is the name of a tool.
  private static func wayOut(_ word: String) -> VisibleText {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-".unicodeScalars.contains($0)
    }
    return isPlain && word.unicodeScalars.count > 1 ? "'strata search \(word)' looks for it in the landscape, " : ""
  }

  var status: Int32 {
    switch self {
    case .unknown, .unknownPart, .option, .commandBehind: ExitStatus.usage
    case .address: ExitStatus.unreadableFile
    }
  }
}
