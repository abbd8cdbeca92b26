import StrataYAML

extension Finding {
  /// The likely mend.
  var hint: String? {
    switch self {
    case .wrongShape(let value, let wanted, _): wanted.example(for: value)
    case .noCatalog(let culprit?): culprit.hint
    case .noCatalog: "a catalog begins with 'layers:', a landscape2 file with 'landscape:' or 'categories:'"
    case .severalDocuments: "remove the '---' line, or put the second document into a file of its own"
    case .tooLarge: "split the catalog into several"
    case .more: "mend those above first"
    case .missingID(.relation), .missingID(.shelf): "add 'category: …', the id of a category"
    case .missingName(.term, _): "add 'term: …'"
    case .missingID(let part): "add 'id: …', lower-case words joined by hyphens, to the \(part.noun)"
    case .missingName(let part, _): "add 'name: …' to the \(part.noun)"
    case .duplicateID: nil
    case .danglingID(_, let id, let nearest, let isLikely):
      nearest.map { isLikely ? didYouMean($0, not: id) : "the nearest id is '\($0)'" }
    case .badPeriod: "write months and days with two digits"
    case .badDate: "write the day as year-month-day, with two digits for month and day"
    case .unknownKey(_, _, let suggestion), .badChoice(_, _, let suggestion), .unknownTag(_, let suggestion),
      .unknownLicense(_, let suggestion):
      suggestion.map { "did you mean '\($0)'?" }
    case .badID(_, let id, let slug): slug.isEmpty || slug == id ? nil : "did you mean '\(slug)'?"
    case .badAddress(let value, let fault), .refusedAddress(let value, let fault): fault.mend(of: value)
    case .duplicateName: nil
    case .missingKey(let key, _): "add '\(key): …'"
    case .unlistedLayer(_, let key): "add it to '\(key)' of the landscape"
    case .secondLandscape: nil
    case .foreignTag: "remove it"
    case .tooManyFields, .tooManyMaturities, .tooMany: nil
    case .licenseWithoutClass: "add 'licenseClass: …': \(Choice.licenseClass.listed)"
    case .contradictingClass(_, _, let own): "remove 'licenseClass', or write 'licenseClass: \(own.rawValue)'"
    case .contradictingLife: "remove 'lifecycle', or write 'status: retired'"
    case .danglingName(_, let name, _, let nearest):
      nearest.map { didYouMean($0, not: name) } ?? "write one that is there, or leave it out"
    case .oldSettings, .notACatalog, .secondData: nil
    case .notWanted(.guide, _): "a guide has 'categories:', and in it '- category: …' with 'content: …'"
    case .notWanted: "settings have 'foundation: …', 'groups:' or 'featured_items:'"
    case .missingSummary, .contradictingDates, .dateBeyondMaturity, .sameHomepage: nil
    case .emptyFile: "a landscape2 file begins with 'landscape:', a catalog with 'layers:'"
    case .page: "download the file itself, not the page that shows it: on GitHub by 'Raw'"
    case .noItems: "items stand under 'landscape: - name: … subcategories: - name: … items: - name: …'"
    case .undeclaredPlace(let path): "add it to the file, if it is meant: '\(path)'"
    case .unknownKind(_, let suggestion): suggestion.map { "did you mean '\($0)'?" }
    case .lookAlikeKey(_, _, let known): "type it anew: '\(known)'"
    case .lookAlikeText(_, _, let meant): "write '\(meant)', or put the text in quotes if it is one entry"
    case .absentKey(let key, let part, _): "add '\(key): …' to the \(part.noun)"
    case .emptyValue(let key, _, _): "write something behind '\(key):'"
    case .badFlag(let key, let value): "write '\(key): \(Self.flag(value))'"
    case .badNumber(let key, _, let least): "write it in digits and without quotes, as in '\(key): \(max(least, 1))'"
    case .badColor(_, let value):
      Self.color(value).map { "write '\($0)'" } ?? "red, green and blue are 0 to 255, then comes a share from 0 to 1"
    case .badBasePath(let value): "write '/\(value)'"
    case .wrongHost(let key, _, _): "take its page there, or leave '\(key)' out"
    case .badCrunchbase: "take the organization's page there, or leave 'crunchbase' out"
    case .badWord(let key, let value, let known):
      Nearest.likely(value, among: known).map { "did you mean '\($0)'?" }
        ?? known.first.map { "write '\(key): \($0)', for one" }
    case .badTag(_, let slug): slug.isEmpty ? nil : "did you mean '\(slug)'?"
    case .badQuestion(let fault): fault.mend
    case .duplicateItem: "landscape2 refuses the file: rename or remove one"
    case .misplacedKey(let key, let part): "move '\(key)' to the \(part.noun)"
    case .nearMaturity(_, let known): "did you mean '\(known)'?"
    case .repeatedName: "put what is below it to the first"
    case .badPath: "write 'Category / Subcategory'"
    case .repeatedPath: "remove it"
    case .cutValue: "put the value in quotes, or a space behind the '#' of a comment"
    case .missingDate(_, _, let key): "add '\(key): …', the day of it"
    case .tagCase(_, let other, _): "did you mean '\(other)'?"
    case .invisibleCharacter: "remove the character"
    case .homoglyph: "type the word anew"
    }
  }
}

extension Finding {
  /// What of true and false was meant.
  private static func flag(_ value: String) -> String {
    let word = value.lowercased().filter(\.isLetter)
    return ["false", "no", "off", "n", "f"].contains(word) || value == "0" ? "false" : "true"
  }

  /// `#006bcc` as landscape2 writes it; nil for what is not of that form.
  private static func color(_ value: String) -> String? {
    guard value.hasPrefix("#"), value.utf8.count == 7, let bits = UInt32(value.dropFirst(), radix: 16) else {
      return nil
    }
    return "rgba(\(bits >> 16), \(bits >> 8 & 255), \(bits & 255), 1)"
  }
}

extension Forms.AddressFault {
  /// What stands behind a scheme that was not written out: `http//host`, `https:/host`, `//host`.
  private static func withoutScheme(_ value: String) -> Substring {
    let lower = value.lowercased()
    guard let scheme = ["https", "http", ""].first(where: lower.hasPrefix) else { return value[...] }
    let rest = value.dropFirst(scheme.count)
    guard let first = rest.first, first == "/" || first == ":" else { return value[...] }
    return rest.drop { $0 == ":" || $0 == "/" }
  }

  /// The likely mend of an address.
  fileprivate func mend(of value: String) -> String {
    switch self {
    case .notHTTP(let looksLikeHost):
      let bare = Self.withoutScheme(value)
      if looksLikeHost || bare.utf8.count < value.utf8.count && bare.contains(".") {
        return "did you mean 'https://\(bare)'?"
      }
      // As git takes it: `git@github.com:team/tool.git`.
      let parts = value.split(separator: ":", maxSplits: 1)
      if parts.count == 2, let at = parts[0].firstIndex(of: "@"), !parts[1].hasPrefix("/") {
        let path = parts[1].hasSuffix(".git") ? parts[1].dropLast(4) : parts[1]
        return "did you mean 'https://\(parts[0][at...].dropFirst())/\(path)'?"
      }
      return "write the whole address, from 'https://' on"
    case .noHost: return "write the name of a host behind 'https://'"
    case .userInfo: return "leave out the name and what parts it from the host"
    case .blank: return "write one address, with '%20' for a blank in it"
    case .badHost: return "type the name of the host anew"
    case .badPort: return "write a port from 1 to 65535, or none"
    }
  }
}

extension Finding.QuestionFault {
  fileprivate var mend: String {
    switch self {
    case .title: "say it in fewer words"
    case .options: "write two to four, one of them with 'correct: true'"
    case .correct: "mark one of them with 'correct: true'"
    }
  }
}

/// A suggestion; where it looks like what is written it says what is different.
private func didYouMean(_ suggestion: String, not written: String) -> String {
  guard let meant = Characters.meant(by: written, among: [suggestion]) else { return "did you mean '\(suggestion)'?" }
  return "did you mean '\(suggestion)'? it has \(meant.scalar.named) here: type it anew"
}
