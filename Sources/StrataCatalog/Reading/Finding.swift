/// What can be wrong in a catalog. `Finding+Sentence.swift` turns a case into words.
enum Finding {
  /// The kinds of mappings a catalog is made of.
  enum Part {
    case catalog, landscape, layer, category, tool, term, relation, text, links
    case kind, fact, tag, theme, lifecycle, previousLicense, shelf, facts, further
    // Of landscape2 files.
    case data, item, extra, audit, repository, otherLink
    case guide, settings, group, feature, rule, footer, header, siteLinks, images, colors, osano, analytics, viewbox,
      event
    case games, quiz, question, option, link
  }

  /// What a value has to be.
  enum Shape {
    case text, localizedText, word, list, listOfWords, mapping
  }

  // Errors.
  case wrongShape(value: Value, wanted: Shape, found: Shape)
  /// Nothing in the source that strata knows as a catalog.
  case noCatalog(Culprit? = nil)
  case emptyFile
  case page
  case severalDocuments
  case tooLarge(bytes: Int)
  /// Findings that are only counted. An error where one of them is.
  case more(errors: Int, warnings: Int)
  case missingID(Part)
  case missingName(Part, id: String)
  case duplicateID(Part, id: String, first: Origin)
  case danglingID(Part, id: String, nearest: String?, isLikely: Bool)
  case badDate(key: String, value: String)
  /// Neither a year nor a month nor a day.
  case badPeriod(key: String, value: String)
  /// A landscape2 file without one item.
  case noItems

  // Warnings.
  case unknownKey(key: String, Part, suggestion: String?)
  case badID(Part, id: String, slug: String)
  case badChoice(Choice, value: String, suggestion: String?)
  case missingKey(String, Part)
  /// Kinds or facts.
  case tooMany(Part, category: String)
  case badAddress(value: String, Forms.AddressFault)
  case duplicateName(Part, name: String, first: Origin, category: String?)
  case unlistedLayer(id: String, key: String)
  case secondLandscape(first: Origin)
  /// A tag that is none of YAML's core schema.
  case foreignTag(String)
  case tooManyFields(id: String)
  case tooManyMaturities(word: String)
  /// A name in a landscape2 file that no layer, category or tool bears.
  case danglingName(Part, name: String, role: Role, nearest: String?)
  /// A place that only second paths name.
  case undeclaredPlace(path: String)
  /// A known key of a landscape2 file that stands in another mapping than its own.
  case misplacedKey(key: String, Part)
  case oldSettings
  case notACatalog
  /// Another file where a guide or settings are wanted; `found` is nil for an empty one.
  case notWanted(Part, found: Reader.Format?)
  /// A second data file of one folder.
  case secondData(taken: String)

  /// A key whose value is one of a few words.
  enum Choice {
    case layerKind, status, licenseClass, delivery
  }

  /// What a name is given for.
  enum Role {
    case secondPath, parentProject, group, order, feature, endUser, advisoryGroup, guide
  }

  // Warnings that only `strata check` gives.
  case missingSummary(name: String)
  case missingDate(name: String, maturity: String, key: String)
  case contradictingDates(later: String, String, earlier: String, String)
  case dateBeyondMaturity(name: String, maturity: String, key: String)
  case sameHomepage(address: String, first: Origin)
  /// A tag that is not in the landscape's vocabulary.
  case unknownTag(String, suggestion: String?)
  /// A license that is neither an SPDX expression nor `Proprietary`.
  case unknownLicense(String, suggestion: String?)
  /// A license of which only the catalog could tell the class, and does not.
  case licenseWithoutClass(String)
  /// A class other than that of the license.
  case contradictingClass(LicenseClass, license: String, LicenseClass)
  /// An archived project that is said to be alive.
  case contradictingLife(name: String, status: String)
  case tagCase(tag: String, other: String, first: Origin)
  case invisibleCharacter(Part, name: String, scalar: Unicode.Scalar)
  case homoglyph(Part, name: String, word: String, scalar: Unicode.Scalar)

  /// A kind that a comment names and that is none.
  case unknownKind(word: String, suggestion: String?)
  /// A key that only looks like a known one.
  case lookAlikeKey(key: String, Unicode.Scalar, known: String)
  /// An entry of a list in brackets with a character that looks like the comma between two.
  case lookAlikeText(String, Unicode.Scalar, meant: String)

  // What landscape2 refuses. Only `strata check` tells it.
  case absentKey(key: String, Part, name: String)
  case emptyValue(key: String, Part, name: String)
  case badFlag(key: String, value: String)
  case badWord(key: String, value: String, known: [String])
  case badNumber(key: String, value: String, least: Int)
  case badColor(key: String, value: String)
  case badBasePath(value: String)
  case wrongHost(key: String, value: String, hosts: [String])
  case badCrunchbase(value: String)
  case refusedAddress(value: String, Forms.AddressFault)
  case badTag(value: String, slug: String)
  case badQuestion(QuestionFault)
  case duplicateItem(name: String, first: Origin)

  // What landscape2 drops or shows otherwise than it was meant. Only `strata check` tells it.
  case nearMaturity(value: String, known: String)
  case repeatedName(Part, name: String, first: Origin)
  case badPath(value: String)
  case repeatedPath(value: String, isOwn: Bool)
  case cutValue(key: String, comment: String)

  /// What keeps a question out of the quiz.
  enum QuestionFault {
    case title(bytes: Int)
    case options(count: Int)
    case correct(count: Int)

    /// Bytes of a title, at most.
    static let titleLimit = 200
    static let optionCounts = 2...4
  }

  /// Why no catalog was found where one was meant.
  enum Culprit {
    /// Another file of a landscape.
    case format(Reader.Format)
    /// A key at the top that is nearly a catalog's.
    case key(String, known: String)
    /// A text at the top with a character that is not what it looks like.
    case character(Unicode.Scalar, meant: String)
  }

  /// A value of the file, as a sentence names it.
  enum Value {
    case key(String, Part)
    /// An entry of the list under a key.
    case entry(Part)
    /// The whole source.
    case source
  }

  /// Where something was met first.
  struct Origin {
    var line: Int
    /// Named where it is another source than the finding's own.
    var source: String?
  }
}
