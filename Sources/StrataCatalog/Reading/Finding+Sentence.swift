import StrataYAML

extension Finding {
  /// The finding at a place, in words.
  func diagnostic(at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(severity: severity, code: code, place: place, message: message, hint: hint)
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .more(let errors, _): errors > 0 ? .error : .warning
    case .wrongShape, .noCatalog, .severalDocuments, .tooLarge, .missingID, .missingName, .duplicateID, .danglingID,
      .badDate, .badPeriod, .noItems:
      .error
    case .unknownKey, .badID, .badChoice, .missingKey, .tooMany, .badAddress, .duplicateName, .unlistedLayer,
      .secondLandscape, .foreignTag,
      .tooManyFields,
      .tooManyMaturities, .danglingName, .undeclaredPlace, .misplacedKey, .cutByComment, .oldSettings, .notACatalog,
      .notWanted, .secondData, .missingSummary,
      .missingDate, .contradictingDates, .dateBeyondMaturity, .duplicateHomepage, .unknownTag, .unknownLicense,
      .licenseWithoutClass, .contradictingClass, .contradictingLife, .tagCase, .invisibleCharacter, .homoglyph:
      .warning
    }
  }

  private var code: String {
    switch self {
    case .wrongShape: "wrong-shape"
    case .noCatalog: "no-catalog"
    case .severalDocuments: "several-documents"
    case .tooLarge: "too-large"
    case .more: "more"
    case .missingID: "missing-id"
    case .missingName: "missing-name"
    case .duplicateID: "duplicate-id"
    case .danglingID: "dangling-id"
    case .badDate, .badPeriod: "bad-date"
    case .noItems: "no-items"
    case .unknownKey: "unknown-key"
    case .badID: "bad-id"
    case .badChoice(let choice, _, _): choice.code
    case .missingKey: "missing-key"
    case .tooMany(let part, _): "too-many-\(part.noun)s"
    case .badAddress: "bad-address"
    case .duplicateName: "duplicate-name"
    case .unlistedLayer: "unlisted-layer"
    case .secondLandscape: "second-landscape"
    case .foreignTag: "foreign-tag"
    case .tooManyFields: "too-many-fields"
    case .tooManyMaturities: "too-many-maturities"
    case .danglingName: "dangling-name"
    case .undeclaredPlace: "undeclared-place"
    case .misplacedKey: "misplaced-key"
    case .cutByComment: "cut-by-comment"
    case .oldSettings: "old-settings"
    case .notACatalog: "not-a-catalog"
    case .notWanted(let wanted, _): wanted == .guide ? "not-a-guide" : "not-settings"
    case .secondData: "second-data"
    case .missingSummary: "missing-summary"
    case .missingDate: "missing-date"
    case .contradictingDates: "contradicting-dates"
    case .dateBeyondMaturity: "date-beyond-maturity"
    case .duplicateHomepage: "duplicate-homepage"
    case .unknownTag: "unknown-tag"
    case .unknownLicense: "unknown-license"
    case .licenseWithoutClass: "license-without-class"
    case .contradictingClass: "contradicting-class"
    case .contradictingLife: "contradicting-life"
    case .tagCase: "tag-case"
    case .invisibleCharacter: "invisible-character"
    case .homoglyph: "homoglyph"
    }
  }

  private var message: String {
    switch self {
    case .wrongShape(let value, let wanted, let found):
      "\(value.subject) must be \(wanted.noun), not \(found.plainNoun)"
    case .noCatalog: "no catalog here: neither 'layers' nor 'landscape' nor 'categories' at the top"
    case .severalDocuments: "a second YAML document; a catalog's file is one document"
    case .tooLarge(let bytes):
      "the catalog's files have \(bytes) bytes together; strata reads up to \(Catalog.sizeLimit)"
    case .more(let errors, let warnings):
      "\(errors + warnings) more findings, \(errors) of them errors, are not listed"
    case .missingID(.relation): "a related category without its id"
    case .missingID(.shelf): "a further category without its id"
    case .missingID(let part): "\(part.article) \(part.noun) without an id"
    case .missingName(.term, _): "a term without its word"
    case .missingName(.landscape, _): "the landscape has no name"
    case .missingName(let part, let id):
      id.isEmpty ? "\(part.article) \(part.noun) without a name" : "\(part.noun) '\(id)' has no name"
    case .duplicateID(let part, let id, let first): "duplicate \(part.noun) id '\(id)' (first used at \(first.words))"
    case .danglingID(let part, let id, _, _): "there is no \(part.noun) with the id '\(id)'"
    case .badDate(let key, let value): "'\(key)' must be a date such as 2018-07-31, not '\(value)'"
    case .badPeriod(let key, let value):
      "'\(key)' must be a year, a month or a day such as 2018, 2018-07 or 2018-07-31, not '\(value)'"
    case .noItems: "there is no item in this landscape2 file"
    case .unknownKey(let key, let part, _): "unknown key '\(key)' in \(part.article) \(part.noun)"
    case .badID(let part, let id, _): "\(part.noun) id '\(id)' is not lower-case words joined by hyphens"
    case .badChoice(let choice, let value, _):
      "'\(choice.key)' must be \(choice.listed), not '\(value)'; \(choice.outcome)"
    case .missingKey(let key, let part): "\(part.article) \(part.noun) without '\(key)'; left aside"
    case .tooMany(let part, let category):
      "category '\(category)' has more than 255 \(part.noun)s; the rest is left out"
    case .badAddress(let value, let fault): "\(fault.words): '\(value)'"
    case .duplicateName(let part, let name, let first, let category):
      if let category {
        "duplicate \(part.noun) name '\(name)' (also in category '\(category)', at \(first.words))"
      } else {
        "duplicate \(part.noun) name '\(name)' in one category (first used at \(first.words))"
      }
    case .unlistedLayer(let id, let key):
      "layer '\(id)' is not listed under '\(key)' of the landscape; it comes last"
    case .secondLandscape(let first): "a second 'landscape' in one catalog (the first is at \(first.words)); left aside"
    case .foreignTag(let tag): "the tag '\(tag)' changes nothing: texts are read as they are written"
    case .tooManyFields(let id): "tool '\(id)' has more than 65535 facts; the rest is left out"
    case .tooManyMaturities(let word): "more than 255 words of maturity; '\(word)' is left out"
    case .danglingName(let part, let name, let role, _):
      "there is no \(part.noun) called '\(name)' (\(role.words))"
    case .undeclaredPlace(let path): "'\(path)' is declared nowhere; the place is made (second_path)"
    case .misplacedKey(let key, .extra): "'\(key)' has no meaning here: it belongs under the item's 'extra'"
    case .misplacedKey(let key, let part):
      "'\(key)' has no meaning here: it is a key of \(part.article) \(part.noun) itself"
    case .cutByComment(let rest): "the value ends before '\(rest)', which is read as a comment"
    case .oldSettings: "settings of the older landscape format (before landscape2); left aside"
    case .notACatalog: "neither a catalog nor a guide nor settings; left aside"
    case .notWanted(let wanted, let found):
      "\(wanted == .guide ? "not a guide" : "no settings"), but \(found.map(\.noun) ?? "an empty file"); left aside"
    case .secondData(let taken): "a second data file in one folder; '\(taken)' is taken, this one left aside"
    case .missingSummary(let name): "project '\(name)' has no description"
    case .missingDate(let name, let maturity, let key): "project '\(name)' is \(maturity) without a date for '\(key)'"
    case .contradictingDates(let later, let laterDate, let earlier, let earlierDate):
      "'\(later)' (\(laterDate)) is before '\(earlier)' (\(earlierDate))"
    case .dateBeyondMaturity(let name, let maturity, let key):
      "project '\(name)' is \(maturity), but has a date for '\(key)'"
    case .duplicateHomepage(let address, let first): "the same homepage twice: '\(address)' (first at \(first.words))"
    case .unknownTag(let tag, _): "tag '\(tag)' is not among the tags of the landscape"
    case .unknownLicense(let license, _):
      "license '\(license)' is neither an SPDX identifier or expression nor Proprietary"
    case .licenseWithoutClass(let license): "license '\(license)' does not tell how open the tool is"
    case .contradictingClass(let given, let license, let own):
      "'licenseClass' is \(given.rawValue), but license '\(license)' is \(own.rawValue)"
    case .contradictingLife(let name, let status): "project '\(name)' is archived, but its lifecycle is \(status)"
    case .tagCase(let tag, let other, let first):
      "tag '\(tag)' differs from '\(other)' (at \(first.words)) in case only"
    case .invisibleCharacter(let part, let name, let scalar):
      "\(part.noun) name '\(name)' has an invisible character (\(scalar.codePoint))"
    case .homoglyph(let part, let name, let word, let scalar)
    where !word.unicodeScalars.contains(where: Characters.isLatin):
      "\(part.noun) name '\(name)' has a word that only looks Latin: '\(word)' begins with \(scalar.codePoint)"
    case .homoglyph(let part, let name, let word, let scalar):
      "\(part.noun) name '\(name)' mixes scripts in '\(word)': '\(scalar)' (\(scalar.codePoint)) only looks Latin"
    }
  }

  private var hint: String? {
    switch self {
    case .wrongShape(let value, let wanted, _): wanted.example(for: value)
    case .noCatalog: "a catalog begins with 'layers:', a landscape2 file with 'landscape:' or 'categories:'"
    case .severalDocuments: "remove the '---' line, or put the second document into a file of its own"
    case .tooLarge: "split the catalog into several"
    case .more: "mend those above first"
    case .missingID(.relation), .missingID(.shelf): "add 'category: …', the id of a category"
    case .missingName(.term, _): "add 'term: …'"
    case .missingID(let part): "add 'id: …', lower-case words joined by hyphens, to the \(part.noun)"
    case .missingName(let part, _): "add 'name: …' to the \(part.noun)"
    case .duplicateID: nil
    case .danglingID(_, _, let nearest, let isLikely):
      nearest.map { isLikely ? "did you mean '\($0)'?" : "the nearest id is '\($0)'" }
    case .badPeriod: "write months and days with two digits"
    case .noItems: "items stand under 'landscape: - name: … subcategories: - name: … items: - name: …'"
    case .badDate: "write the day as year-month-day, with two digits for month and day"
    case .unknownKey(_, _, let suggestion), .badChoice(_, _, let suggestion), .unknownTag(_, let suggestion),
      .unknownLicense(_, let suggestion):
      suggestion.map { "did you mean '\($0)'?" }
    case .badID(_, let id, let slug): slug.isEmpty || slug == id ? nil : "did you mean '\(slug)'?"
    case .badAddress(let value, let fault):
      switch fault {
      case .notHTTP(let looksLikeHost): looksLikeHost ? "did you mean 'https://\(value)'?" : nil
      case .noHost, .userInfo, .blank: nil
      }
    case .duplicateName: nil
    case .missingKey(let key, _): "add '\(key): …'"
    case .unlistedLayer(_, let key): "add it to '\(key)' of the landscape"
    case .secondLandscape: nil
    case .foreignTag: "remove it"
    case .tooManyFields, .tooManyMaturities, .tooMany: nil
    case .licenseWithoutClass: "add 'licenseClass: …': \(Choice.licenseClass.listed)"
    case .contradictingClass(_, _, let own): "remove 'licenseClass', or write 'licenseClass: \(own.rawValue)'"
    case .contradictingLife: "remove 'lifecycle', or write 'status: retired'"
    case .danglingName(_, _, _, let nearest): nearest.map { "did you mean '\($0)'?" }
    case .undeclaredPlace(let path): "add it to the file, if it is meant: '\(path)'"
    case .misplacedKey(let key, let part): "move '\(key)' to the \(part.noun)"
    case .cutByComment: "put the value in quotes"
    case .oldSettings, .notACatalog, .secondData: nil
    case .notWanted(.guide, _): "a guide has 'categories:', and in it '- category: …' with 'content: …'"
    case .notWanted: "settings have 'foundation: …', 'groups:' or 'featured_items:'"
    case .missingSummary, .contradictingDates, .dateBeyondMaturity, .duplicateHomepage: nil
    case .missingDate(_, _, let key): "add '\(key): …', the day of it"
    case .tagCase(_, let other, _): "did you mean '\(other)'?"
    case .invisibleCharacter: "remove the character"
    case .homoglyph: "type the word anew"
    }
  }
}

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
    }
  }

  /// How a sentence about one of them begins.
  var article: String {
    switch self {
    case .landscape, .links, .facts, .guide, .settings: "the"
    case .item, .extra, .audit: "an"
    case .catalog, .layer, .category, .tool, .term, .relation, .text, .repository, .otherLink, .group,
      .feature, .rule, .kind, .fact, .tag, .theme, .lifecycle, .previousLicense, .shelf:
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
    case .unknown: "something else"
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

  var code: String {
    switch self {
    case .layerKind: "bad-kind"
    case .status: "bad-status"
    case .licenseClass: "bad-license-class"
    case .delivery: "bad-delivery"
    }
  }
}

extension Finding.Role {
  var words: String {
    switch self {
    case .secondPath: "second_path"
    case .parentProject: "parent_project"
    case .group: "groups of the settings"
    case .order: "categories of the settings"
    case .feature: "featured_items of the settings"
    case .endUser: "enduser of the settings"
    case .advisoryGroup: "tags of the settings"
    case .guide: "guide"
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
    case .entry: return nil
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

extension Unicode.Scalar {
  /// `U+200B`
  fileprivate var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
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
    }
  }
}
