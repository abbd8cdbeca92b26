extension Finding {
  /// The kinds of findings as people name them: in `strata check --only KIND` and `--ignore KIND`, and in a comment
  /// `# strata: ignore KIND` on a finding's line.
  enum Kind: String, CaseIterable {
    case wrongShape = "wrong-shape"
    case noCatalog = "no-catalog"
    case emptyFile = "empty-file"
    case page = "page"
    case noItems = "no-items"
    case severalDocuments = "several-documents"
    case tooLarge = "too-large"
    case more = "more"
    case missingID = "missing-id"
    case missingName = "missing-name"
    case missingKey = "missing-key"
    case emptyValue = "empty-value"
    case duplicateID = "duplicate-id"
    case duplicateName = "duplicate-name"
    case danglingID = "dangling-id"
    case danglingName = "dangling-name"
    case danglingPath = "dangling-path"
    case undeclaredPlace = "undeclared-place"
    case badPath = "bad-path"
    case repeatedPath = "repeated-path"
    case badDate = "bad-date"
    case badID = "bad-id"
    case badKind = "bad-kind"
    case badStatus = "bad-status"
    case badLicenseClass = "bad-license-class"
    case badDelivery = "bad-delivery"
    case tooManyKinds = "too-many-kinds"
    case tooManyFacts = "too-many-facts"
    case unknownTag = "unknown-tag"
    case unknownLicense = "unknown-license"
    case licenseWithoutClass = "license-without-class"
    case contradictingClass = "contradicting-class"
    case contradictingLife = "contradicting-life"
    case badAddress = "bad-address"
    case wrongHost = "wrong-host"
    case badFlag = "bad-flag"
    case badWord = "bad-word"
    case badNumber = "bad-number"
    case badColor = "bad-color"
    case badTag = "bad-tag"
    case badQuestion = "bad-question"
    case unknownKey = "unknown-key"
    case misplacedKey = "misplaced-key"
    case lookAlike = "look-alike"
    case cutValue = "cut-value"
    case unlistedLayer = "unlisted-layer"
    case secondLandscape = "second-landscape"
    case secondData = "second-data"
    case foreignTag = "foreign-tag"
    case tooManyFields = "too-many-fields"
    case tooManyMaturities = "too-many-maturities"
    case nearMaturity = "near-maturity"
    case oldSettings = "old-settings"
    case notACatalog = "not-a-catalog"
    case notAGuide = "not-a-guide"
    case notSettings = "not-settings"
    case missingSummary = "missing-summary"
    case missingDate = "missing-date"
    case contradictingDates = "contradicting-dates"
    case dateBeyondMaturity = "date-beyond-maturity"
    case sameHomepage = "same-homepage"
    case tagCase = "tag-case"
    case invisibleCharacter = "invisible-character"
    case homoglyph = "homoglyph"
    case unknownKind = "unknown-kind"
  }

  var kind: Kind {
    switch self {
    case .wrongShape: .wrongShape
    case .noCatalog: .noCatalog
    case .emptyFile: .emptyFile
    case .page: .page
    case .noItems: .noItems
    case .severalDocuments: .severalDocuments
    case .tooLarge: .tooLarge
    case .more: .more
    case .missingID: .missingID
    case .missingName: .missingName
    case .missingKey: .missingKey
    case .absentKey(let key, _, _): key == "name" ? .missingName : .missingKey
    case .emptyValue(let key, _, _): key == "name" ? .missingName : .emptyValue
    case .duplicateID: .duplicateID
    case .duplicateName, .duplicateItem, .repeatedName: .duplicateName
    case .danglingID: .danglingID
    case .danglingName(_, _, .secondPath, _): .danglingPath
    case .danglingName: .danglingName
    case .badPath, .badBasePath: .badPath
    case .repeatedPath: .repeatedPath
    case .badDate, .badPeriod: .badDate
    case .badID: .badID
    case .badChoice(let choice, _, _): choice.findingKind
    case .tooMany(let part, _): part == .kind ? .tooManyKinds : .tooManyFacts
    case .unknownTag: .unknownTag
    case .unknownLicense: .unknownLicense
    case .licenseWithoutClass: .licenseWithoutClass
    case .contradictingClass: .contradictingClass
    case .contradictingLife: .contradictingLife
    case .badAddress, .refusedAddress: .badAddress
    case .wrongHost, .badCrunchbase: .wrongHost
    case .badFlag: .badFlag
    case .badWord: .badWord
    case .badNumber: .badNumber
    case .badColor: .badColor
    case .badTag: .badTag
    case .badQuestion: .badQuestion
    case .unknownKey: .unknownKey
    case .misplacedKey: .misplacedKey
    case .lookAlikeKey, .lookAlikeText: .lookAlike
    case .cutValue: .cutValue
    case .undeclaredPlace: .undeclaredPlace
    case .unlistedLayer: .unlistedLayer
    case .secondLandscape: .secondLandscape
    case .secondData: .secondData
    case .foreignTag: .foreignTag
    case .tooManyFields: .tooManyFields
    case .tooManyMaturities: .tooManyMaturities
    case .nearMaturity: .nearMaturity
    case .oldSettings: .oldSettings
    case .notACatalog: .notACatalog
    case .notWanted(let wanted, _): wanted == .guide ? .notAGuide : .notSettings
    case .missingSummary: .missingSummary
    case .missingDate: .missingDate
    case .contradictingDates: .contradictingDates
    case .dateBeyondMaturity: .dateBeyondMaturity
    case .sameHomepage: .sameHomepage
    case .tagCase: .tagCase
    case .invisibleCharacter: .invisibleCharacter
    case .homoglyph: .homoglyph
    case .unknownKind: .unknownKind
    }
  }
}

/// Which kinds of findings are told. Mistakes in YAML itself always are: what cannot be read is not checked.
public struct FindingKinds: Sendable {
  /// The names of all kinds, those of YAML's mistakes aside.
  public static let names = Finding.Kind.allCases.map(\.rawValue)

  private var only: Set<String>
  private var ignored: Set<String>

  /// All kinds.
  public static let all = FindingKinds(only: [], ignoring: [])

  /// - Parameters:
  ///   - only: names of kinds; none: all.
  ///   - ignored: names of kinds that are left out.
  public init(only: [String], ignoring ignored: [String]) {
    self.only = Set(only)
    self.ignored = Set(ignored)
  }

  /// The name of a kind that an unknown one may be meant for.
  public static func suggestion(for word: String) -> String? { Nearest.likely(word, among: names) }

  func contains(_ kind: Finding.Kind) -> Bool {
    Self.isAlwaysTold(kind)
      || (only.isEmpty || only.contains(kind.rawValue)) && (ignored.isEmpty || !ignored.contains(kind.rawValue))
  }

  /// Whether everything was told, and whether there was anything to check, is always told.
  private static func isAlwaysTold(_ kind: Finding.Kind) -> Bool {
    kind == .more || kind == .tooLarge || kind == .noCatalog || kind == .emptyFile || kind == .page
  }
}
