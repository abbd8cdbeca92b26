/// What can be wrong in a catalog. `Finding+Sentence.swift` turns a case into words.
enum Finding {
  /// The kinds of mappings a catalog is made of.
  enum Part {
    case catalog, landscape, layer, category, tool, term, relation, text, links
    case kind, fact, tag, theme, lifecycle, previousLicense, shelf, facts
    // Of landscape2 files.
    case item, extra, audit, repository, otherLink, guide, settings, group, feature, rule
  }

  /// What a value has to be.
  enum Shape {
    case text, localizedText, word, list, listOfWords, mapping
  }

  // Errors.
  case wrongShape(value: Value, wanted: Shape, found: Shape)
  /// Nothing in the source that strata knows as a catalog.
  case noCatalog
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
  /// A value that ends where a comment begins by chance; `rest` is what is lost.
  case cutByComment(rest: String)
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
  case duplicateHomepage(address: String, first: Origin)
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
