import StrataCatalog
import StrataSearch

/// Every word the screen says, in one language: those that stand alone, and in `Titles` those of enums.
typealias Words = Shared<WordTable>

/// The words that stand alone. A missing one does not compile.
struct WordTable: Sendable {
  let language: Language

  // The bar
  let search, help, quit: String
  /// The language that the key changes to.
  let otherLanguage: String
  /// The same where only ASCII is drawn.
  let otherLanguageInASCII: String

  // Things, one word for each: alone, and of any other number.
  let layer, layers, category, categoriesCounted, tool, toolsCounted: String
  let placeCounted, placesCounted, project, projects: String
  let page, result, results, entries, row, facet, value, action, warning, warnings: String
  /// Joins a part and a whole.
  let of: String

  // Browse and map
  let besideAllFloors: String
  let noTools, noCategories, emptyCatalog, nothingPasses: String
  let follow, along, pane, listThem, choose: String

  // Maturities
  let graduated, incubating, sandbox, archived, noMaturity, otherMaturity, noMaturitySign: String
  let graduatedMeaning, incubatingMeaning, sandboxMeaning, archivedMeaning: String

  // Pages
  let whatItIs, theProblem, howItHelps, howToolsDiffer, terms, tools, related, categories, recap: String
  let theme, themes, whereItStands, compared, keywords, foundBy, formerAddress, featured: String
  let introduction, howToChoose, guide, statistics: String
  let homepage, repository, license, previousLicense, organization, shelves, aliases, tags: String
  let replacedBy, replaces, noSuccessor, alternatives, alsoIn, allTools, link, factsAsOf: String
  let kind, otherKinds, nature, pickWhen, delivery, firstRelease, listedSince, since, until: String
  /// Say of a text, of a name, of other names whose they are.
  let shippedText, shippedName, shippedAliases, ownText: String
  let noText, noHomepage, noLinks, lit: String

  // The query
  let searchHint, queryHelp, noHit, widen, noMatchFor, didYouMean, questionMark, searching: String
  let standsInTheWay, liftsIt, unknownValue, thereAre, insideWords: String
  let filters, narrowValues, noSuchValue, sortedBy, reversed, noFacets, not: String
  let lifted, queryLifted, noQuery, kept: String

  // Popups
  let copyWhat, openWhich, sortBy, actions, findings, noFindings: String
  let name, url, json, markdown, bestMatch, maturity: String
  let prompt, noSuchAction: String

  // Help
  let worksHere, queryLanguage, signs, signSelected, signScroll: String
  let exampleWord, examplePhrase, exampleWhole, examplePrefix, exampleSuffix, exampleNot, exampleFuzzy: String
  let exampleField, exampleDate, exampleState, examplePresence: String

  // Toasts
  let copied, cannotTell, opened, addressToCopy, noSelection, nothingBack, nothingForward, noBookmark: String
  let reloaded, reloadFailed, notReloaded, promptIsFull: String
  let firstPage, lastPage, nothingToSort, noKinds: String

  // Reading out
  let readText, readHeading, readMessage, readTyped, readMore, readHint, readUnknown, entry: String

  // The configuration
  let colorThemes, themeChosen, mouseTaken, mouseGiven, notConfigured, firstRun: String

  /// Between a label and what it names, between two sentences.
  let colon, semicolon: String
  /// The key.
  let space: String
  let groups: String
  /// Names of links by the words that catalogs have for them.
  let linkTitles: [String: String]
  /// Ways to get a tool, by the words of the catalog.
  let deliveries: [String: String]
}

extension Words {
  var language: Language { table.language }
  var maturity: String { table.maturity }

  static subscript(language: Language) -> Words { language.choose(en: WordTable.english, zh: WordTable.chinese) }

  // MARK: Titles

  func title(of action: Action) -> String { language.choose(en: action.english.title, zh: action.chinese.title) }
  func short(of action: Action) -> String { language.choose(en: action.english.short, zh: action.chinese.short) }
  func title(of mode: Mode) -> String { language.choose(en: mode.english, zh: mode.chinese) }
  func title(of view: View) -> String { language.choose(en: view.english, zh: view.chinese) }
  func title(of facet: Facet) -> String { language.choose(en: facet.english, zh: facet.chinese) }
  func title(of field: StrataSearch.TextField) -> String { language.choose(en: field.english, zh: field.chinese) }
  func title(of key: Field.Key) -> String { language.choose(en: key.english, zh: key.chinese) }
  func title(of order: Sort) -> String { language.choose(en: order.english, zh: order.chinese) }
  func title(of status: Life.Status) -> String { language.choose(en: status.english, zh: status.chinese) }
  func title(of licenseClass: LicenseClass) -> String {
    language.choose(en: licenseClass.english, zh: licenseClass.chinese)
  }
  func title(of topic: Statistics.Topic) -> String { language.choose(en: topic.english, zh: topic.chinese) }

  /// The name of what a link leads to, by the word a catalog has for it; other words stay as they are.
  func title(ofLink label: String) -> String { table.linkTitles[label] ?? label.capitalizedFirst }
  func title(ofDelivery word: String) -> String { table.deliveries[word] ?? word }

  /// The word of a maturity; a foundation's own word stays as it is.
  func maturity(_ word: String) -> String {
    switch word {
    case "graduated": table.graduated
    case "incubating": table.incubating
    case "sandbox": table.sandbox
    case "archived": table.archived
    default: word
    }
  }

  func meaning(ofMaturity word: String) -> String {
    switch word {
    case "graduated": table.graduatedMeaning
    case "incubating": table.incubatingMeaning
    case "sandbox": table.sandboxMeaning
    case "archived": table.archivedMeaning
    default: ""
    }
  }

  /// A value of a facet in words, without the mark of exactness.
  func title(ofValue value: String, of facet: Facet) -> String {
    if facet == .maturity { return value == "none" ? table.noMaturity : maturity(value) }
    if facet == .state, let licenseClass = LicenseClass(rawValue: value) { return title(of: licenseClass) }
    if facet == .state, let status = Life.Status(rawValue: value) { return title(of: status) }
    return value.hasPrefix("=") ? String(value.dropFirst()) : value
  }

  // MARK: Numbers

  /// `1 tool`, `3 tools`, `3 个工具`
  func count(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
  func count(ofWarnings count: Int) -> String { self.count(count, table.warning, table.warnings) }

  /// `40 %`
  func percent(_ share: Int) -> String { language.choose(en: "\(share) %", zh: "\(share)%") }

  // MARK: Queries

  func title(of match: Reason.Match) -> String { language.choose(en: match.english, zh: match.chinese) }

  /// What of a query does not count, and what to type instead.
  ///
  /// - Parameter text: the query.
  func sentence(of problem: Query.Problem, in text: String) -> String {
    language.choose(en: problem.english(in: text), zh: problem.chinese(in: text))
  }

  /// How a query was changed to one that finds something.
  func sentence(of reason: Substitute.Reason) -> String { language.choose(en: reason.english, zh: reason.chinese) }

  /// What was typed, as a part of the query.
  func quoted(_ text: String) -> String { "\"\(text)\"" }

  /// `52 tools in 57 places`; the places are said where they are more.
  func count(ofTools tools: Int, places: Int) -> String {
    let counted = count(tools, table.tool, table.toolsCounted)
    guard places > tools else { return counted }
    let places = count(places, table.placeCounted, table.placesCounted)
    return language.choose(en: "\(counted) in \(places)", zh: "\(counted)，\(places)")
  }

  /// What a sum of places says beside fewer tools.
  func sum(_ sum: Int, of tools: Int) -> String {
    language.choose(
      en: "\(sum) in all, as some of \(tools) tools stand in several", zh: "合计 \(sum)：\(tools) 个工具中有的不止一处")
  }

  /// What stands below a page or a table that has more than is laid out.
  func notShown(_ count: Int) -> String {
    language.choose(
      en: "\(count) more \(count == 1 ? "entry is" : "entries are") not shown.", zh: "还有 \(count) 项未显示。")
  }

  /// `and 38 others in Database`
  func others(_ count: Int, in name: String) -> String {
    language.choose(en: "and \(count) \(count == 1 ? "other" : "others") in \(name)", zh: "\(name)中还有 \(count) 个")
  }
}
