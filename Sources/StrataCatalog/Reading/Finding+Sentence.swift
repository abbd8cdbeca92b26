import StrataYAML

extension Finding {
  /// The finding at a place, in words.
  func diagnostic(at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(severity: severity, kind: kind.rawValue, place: place, message: message, hint: hint)
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .more(let errors, _): errors > 0 ? .error : .warning
    case .wrongShape, .noCatalog, .emptyFile, .page, .severalDocuments, .tooLarge, .missingID, .missingName,
      .duplicateID,
      .danglingID, .noItems, .badDate, .badPeriod, .absentKey, .emptyValue, .badFlag, .badWord, .badNumber, .badColor,
      .badBasePath, .wrongHost,
      .badCrunchbase, .refusedAddress, .badTag, .badQuestion, .duplicateItem:
      .error
    case .unknownKey, .badID, .badChoice, .missingKey, .tooMany, .badAddress, .duplicateName, .unlistedLayer,
      .secondLandscape, .foreignTag,
      .tooManyFields,
      .tooManyMaturities, .danglingName, .oldSettings, .notACatalog, .notWanted, .secondData, .missingSummary,
      .missingDate, .contradictingDates, .dateBeyondMaturity, .sameHomepage, .unknownTag, .unknownLicense,
      .licenseWithoutClass, .contradictingClass, .contradictingLife, .tagCase, .invisibleCharacter, .homoglyph,
      .lookAlikeKey, .lookAlikeText, .unknownKind, .misplacedKey, .nearMaturity, .repeatedName, .badPath,
      .repeatedPath, .cutValue, .undeclaredPlace:
      .warning
    }
  }

  private var message: String {
    switch self {
    case .wrongShape(let value, let wanted, let found):
      "\(value.subject) must be \(wanted.noun), not \(found.plainNoun)"
    case .noCatalog(let culprit?): culprit.message
    case .noCatalog: "no catalog here: neither 'layers' nor 'landscape' nor 'categories' at the top"
    case .emptyFile: "the file is empty"
    case .page: "this is an HTML page, not YAML"
    case .unknownKind(let word, _): "there is no kind of finding called '\(word)'"
    case .lookAlikeKey(let key, let scalar, _): "unknown key '\(key)': it has \(scalar.named)"
    case .lookAlikeText(let text, let scalar, let meant):
      "'\(text)' has \(scalar.named) where '\(meant)' would part two entries"
    case .absentKey(let key, let part, let name): "\(part.called(name)) without '\(key)'"
    case .emptyValue(let key, let part, let name): "'\(key)' of \(part.called(name)) is empty"
    case .badFlag(let key, let value): "'\(key)' must be true or false, not '\(value)'"
    case .badWord(let key, let value, let known): "'\(key)' must be \(known.joined(separator: " or ")), not '\(value)'"
    case .badNumber(let key, let value, let least):
      "'\(key)' must be a whole number\(least > 0 ? " greater than \(least - 1)" : ""), not '\(value)'"
    case .badColor(let key, let value): "'\(key)' must be a color such as 'rgba(0, 107, 204, 1)', not '\(value)'"
    case .badBasePath(let value): "'base_path' must begin with '/', not be '\(value)'"
    case .wrongHost(let key, let value, let hosts):
      "'\(key)' must be an address at \(hosts.joined(separator: " or ")), not '\(value)'"
    case .badCrunchbase(let value):
      "'crunchbase' must be 'https://www.crunchbase.com/organization/NAME', not '\(value)'"
    case .refusedAddress(let value, let fault): "\(fault.words): '\(value)'"
    case .badTag(let value, _): "a tag has only the letters a to z and '-', not '\(value)'"
    case .badQuestion(let fault): fault.words
    case .duplicateItem(let name, let first): "item '\(name)' is there twice in one category (first at \(first.words))"
    case .nearMaturity(let value, _): "'\(value)' is not a maturity that is known"
    case .repeatedName(let part, let name, let first):
      "\(part.noun) '\(name)' is there a second time (first at \(first.words))"
    case .badPath(let value): "second_path '\(value)' has not two parts: landscape2 drops it"
    case .repeatedPath(let value, let isOwn):
      isOwn ? "second_path '\(value)' is the item's own place" : "second_path '\(value)' is there a second time"
    case .cutValue(let key, let comment): "the value of '\(key)' ends before '\(comment)', which is read as a comment"
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
    case .sameHomepage(let address, let first): "the same homepage twice: '\(address)' (first at \(first.words))"
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
}
