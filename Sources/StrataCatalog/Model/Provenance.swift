/// A text as a page shows it.
public struct Passage: Hashable, Sendable {
  /// The text that is shown.
  public var text: Text
  /// The language that it is in.
  public var language: Language
  /// Whose words it is.
  public var source: Provenance
}

extension LocalizedText {
  /// Whose words `choose(language)` gives.
  public func source(in language: Language) -> Provenance {
    let chosen = has(language) ? language : Language.allCases.first(where: has) ?? language
    return adopted & chosen.bit != 0 ? .strata : .file
  }

  /// What is shown of a text in `language`: the file's own words, in another language where it has none in this one;
  /// then, beside them and never over them, what strata adds. Empty where there is no text.
  public func passages(in language: Language) -> [Passage] {
    let languages = [language] + Language.allCases.filter { $0 != language }
    let all = languages.filter(has).map { language in
      Passage(text: self[language], language: language, source: source(in: language))
    }
    let own = all.first { $0.source == .file }
    let added = all.first { $0.source == .strata && (own == nil || $0.language == language) }
    return [own, added].compactMap { $0 }
  }
}

extension Provenance {
  /// As JSON has it.
  public var word: String {
    switch self {
    case .file: "file"
    case .strata: "strata"
    }
  }
}

extension Layer {
  /// Whether strata's own catalog has said any of its texts.
  public var provenance: Provenance { [name, summary, recap].contains { $0.adopted != 0 } ? .strata : .file }
}

extension Category {
  /// Whether strata's own catalog has said any of its texts.
  public var provenance: Provenance {
    [name, what, problem, solution, tooling].contains { $0.adopted != 0 } ? .strata : .file
  }
}
