import StrataYAML

extension Finding.Part {
  /// The word for one of them.
  var noun: String {
    switch self {
    case .catalog: "catalog"
    case .landscape: "landscape"
    case .layer: "layer"
    case .category: "category"
    case .tool: "tool"
    case .term: "term"
    case .relation: "related category"
    case .text: "text"
    case .links: "tool's links"
    case .kind: "kind"
    case .fact: "fact"
    case .tag: "tag"
    case .theme: "theme"
    case .lifecycle: "lifecycle"
    case .previousLicense: "previous license"
    case .shelf: "further category"
    case .facts: "tool's facts"
    case .further: "tool's further fields"
    case .item: "item"
    case .extra: "item's extra"
    case .audit: "audit"
    case .repository: "repository"
    case .otherLink: "link"
    case .guide: "guide"
    case .settings: "settings"
    case .group: "group"
    case .feature: "featured item"
    case .rule: "rule"
    case .data: "landscape"
    case .games: "games"
    case .quiz: "quiz"
    case .question: "question"
    case .option: "option"
    case .link: "link"
    case .footer: "footer"
    case .header: "header"
    case .siteLinks: "links"
    case .images: "images"
    case .colors: "colors"
    case .osano: "osano"
    case .analytics: "analytics"
    case .viewbox: "logos_viewbox"
    case .event: "upcoming event"
    }
  }

  /// `item 'Harbor'`, or `an item` where the name is not known.
  func called(_ name: String) -> String {
    name.isEmpty ? "\(article) \(noun)" : "\(noun) '\(name)'"
  }

  /// How a sentence about one of them begins.
  var article: String {
    switch self {
    case .landscape, .links, .facts, .further, .guide, .settings, .data, .games, .quiz, .footer, .header, .siteLinks,
      .images,
      .colors,
      .osano, .analytics, .viewbox, .event:
      "the"
    case .item, .extra, .audit, .option: "an"
    case .catalog, .layer, .category, .tool, .term, .relation, .text, .repository, .otherLink, .group, .feature, .rule,
      .question, .link, .kind, .fact, .tag, .theme, .lifecycle, .previousLicense, .shelf:
      "a"
    }
  }
}

extension Reader.Format {
  /// What a file is.
  var noun: String {
    switch self {
    case .native: "a catalog"
    case .landscape2: "landscape2 data"
    case .guide: "a guide"
    case .settings: "settings"
    case .oldSettings: "settings of the older landscape format"
    case .games: "a landscape's games"
    case .unknown: "something else"
    }
  }

  /// What a file is, by itself.
  var called: String {
    switch self {
    case .guide: "a landscape's guide"
    case .settings: "a landscape's settings"
    case .native, .landscape2, .oldSettings, .games, .unknown: noun
    }
  }
}

extension Finding.Choice {
  var key: String {
    switch self {
    case .layerKind: "kind"
    case .status: "status"
    case .licenseClass: "licenseClass"
    case .delivery: "delivery"
    }
  }

  /// What may stand there.
  var words: [String] {
    switch self {
    case .layerKind: ["floor", "column"]
    case .status: Life.Status.allCases.map(\.rawValue)
    case .licenseClass: LicenseClass.allCases.filter { $0 != .unknown }.map(\.rawValue)
    case .delivery: ["self-hosted", "managed", "library", "desktop", "specification"]
    }
  }

  /// `floor or column`
  var listed: String { words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "") }

  var outcome: String {
    switch self {
    case .layerKind: "taken as floor"
    case .status, .licenseClass, .delivery: "left aside"
    }
  }

  var findingKind: Finding.Kind {
    switch self {
    case .layerKind: .badKind
    case .status: .badStatus
    case .licenseClass: .badLicenseClass
    case .delivery: .badDelivery
    }
  }
}

extension Finding.Role {
  var words: String {
    switch self {
    case .secondPath: "second_path"
    case .guide: "guide"
    case .parentProject: "parent_project"
    case .group: "groups of the settings"
    case .order: "categories of the settings"
    case .feature: "featured_items of the settings"
    case .endUser: "enduser of the settings"
    case .advisoryGroup: "tags of the settings"
    }
  }
}

extension Finding.Value {
  var subject: String {
    switch self {
    case .key(let key, let part): "'\(key)' of \(part.article) \(part.noun)"
    case .entry(let part): "\(part.article) \(part.noun)"
    case .source: "a catalog"
    }
  }
}

extension Finding.Shape {
  /// What is wanted.
  var noun: String {
    switch self {
    case .text: "a text"
    case .localizedText: "a text or {en: …, zh: …}"
    case .word: "a word"
    case .list: "a list"
    case .listOfWords: "a list of words"
    case .mapping: "a mapping (key: value)"
    }
  }

  /// What is there.
  var plainNoun: String {
    switch self {
    case .text, .localizedText, .word: "a text"
    case .list, .listOfWords: "a list"
    case .mapping: "a mapping"
    }
  }

  /// How to write it.
  func example(for value: Finding.Value) -> String? {
    let key: String
    switch value {
    case .key(let name, _): key = name
    case .entry(.layer), .entry(.category), .entry(.tool): return "write '- id: …', and the other keys below 'id'"
    case .entry:
      return switch self {
      case .text, .word, .localizedText: "write '- …' on one line"
      case .list, .listOfWords: "write '- [one, two]'"
      case .mapping: "write '- key: value', and further keys below the first"
      }
    case .source: return "a catalog begins with 'layers:', a landscape2 file with 'landscape:' or 'categories:'"
    }
    return switch self {
    case .text, .word: "write '\(key): …' on one line"
    case .localizedText: "write '\(key): …' or '\(key): {en: …, zh: …}'"
    case .list: "start each entry below '\(key):' with '- '"
    case .listOfWords: "write '\(key): [one, two]'"
    case .mapping where key == "lifecycle": "write 'lifecycle: {status: …, date: …}'"
    case .mapping: "write 'key: value' lines below '\(key):'"
    }
  }
}

extension Finding.Origin {
  var words: String {
    source.map { "\($0):\(line)" } ?? "line \(line)"
  }
}

extension Forms.AddressFault {
  var words: String {
    switch self {
    case .notHTTP: "not an http or https address"
    case .noHost: "an address without a host"
    case .userInfo: "an address with a user name or password in it"
    case .blank: "an address with a blank or a control character in it"
    case .badHost: "an address whose host cannot be"
    case .badPort: "an address whose port cannot be"
    }
  }
}

extension Finding.QuestionFault {
  var words: String {
    switch self {
    case .title(let bytes): "the title of a question has \(bytes) bytes, wanted \(Self.titleLimit) at most"
    case .options(let count): "a question has \(count) option\(count == 1 ? "" : "s"), wanted 2 to 4"
    case .correct(let count): "a question has \(count) options marked as correct, wanted one"
    }
  }
}

extension Finding.Culprit {
  var message: String {
    switch self {
    case .format(let format): "this is \(format.called), not a landscape's data"
    case .key(let key, _): "no catalog here: '\(key)' at the top is unknown"
    case .character(let scalar, let meant): "no catalog here: found \(scalar.named), wanted '\(meant)'"
    }
  }

  var hint: String {
    switch self {
    case .format(.guide): "open the data file beside it, or name this by '--guide' with it"
    case .format(.settings), .format(.oldSettings): "open the data file beside it, or name this by '--settings' with it"
    case .format: "open the data file beside it"
    case .key(_, let known): "did you mean '\(known)'?"
    case .character(_, let meant): "replace it by '\(meant)'"
    }
  }
}
