import StrataCatalog
import StrataSearch

extension Action {
  var english: ActionTitle {
    switch self {
    case .moveUp: ActionTitle("Move up", short: "move")
    case .moveDown: ActionTitle("Move down", short: "move")
    case .pageUp: ActionTitle("A screen up")
    case .pageDown: ActionTitle("A screen down")
    case .halfPageUp: ActionTitle("Half a screen up")
    case .halfPageDown: ActionTitle("Half a screen down")
    case .moveFirst: ActionTitle("To the first")
    case .moveLast: ActionTitle("To the last")
    case .goIn: ActionTitle("Go in", short: "in")
    case .goOut: ActionTitle("Go out", short: "out")
    case .open: ActionTitle("Open the page, follow the link", short: "page")
    case .nextItem: ActionTitle("Next pane, link or tool", short: "link")
    case .previousItem: ActionTitle("Previous pane, link or tool")
    case .nextSection: ActionTitle("Next section", short: "section")
    case .previousSection: ActionTitle("Previous section")
    case .nextPage: ActionTitle("Next page", short: "next")
    case .previousPage: ActionTitle("Previous page", short: "previous")
    case .historyBack: ActionTitle("Back in history")
    case .historyForward: ActionTitle("Forward in history")
    case .bookmark: ActionTitle("The guide where it was left")
    case .showBrowse: ActionTitle("Browse", short: "browse")
    case .showMap: ActionTitle("Map", short: "map")
    case .showGuide: ActionTitle("Guide", short: "guide")
    case .showStatistics: ActionTitle("Statistics", short: "statistics")
    case .showStack: ActionTitle("Our stack", short: "stack")
    case .showNews: ActionTitle("What is new", short: "what is new")
    case .search: ActionTitle("Search", short: "search")
    case .widenSearch: ActionTitle("Similar spellings on and off", short: "similar spellings")
    case .explainHit: ActionTitle("Why this is a hit", short: "why")
    case .completeSearch: ActionTitle("Complete what is typed", short: "complete")
    case .keepSearch: ActionTitle("Keep the search as a filter", short: "keep as filter")
    case .filter: ActionTitle("Filters", short: "filter")
    case .toggleValue: ActionTitle("Take or leave a value", short: "choose")
    case .clearFacet: ActionTitle("Clear this filter", short: "clear")
    case .liftQuery: ActionTitle("Lift the filter and the order", short: "lifts it")
    case .sort: ActionTitle("Sort", short: "sort")
    case .reverseSort: ActionTitle("Reverse the order")
    case .groupByKind: ActionTitle("Group tools by kind", short: "by kind")
    case .mark: ActionTitle("Mark a tool", short: "mark")
    case .unmarkAll: ActionTitle("Unmark all", short: "unmark")
    case .compare: ActionTitle("Compare the marked, or with another", short: "compare")
    case .foldEqual: ActionTitle("Fold what is alike", short: "fold alike")
    case .setStatus: ActionTitle("Set the status in our stack", short: "status")
    case .writeNote: ActionTitle("Write its note in our stack", short: "note")
    case .noteInEditor: ActionTitle("Write the note in your own editor", short: "editor")
    case .undoStack: ActionTitle("Take the last change of the stack back", short: "undo")
    case .scanFolder: ActionTitle("Scan a folder for the tools it uses", short: "scan a folder")
    case .takeProposal: ActionTitle("Take over into our stack", short: "take over")
    case .takeAllProposals: ActionTitle("Take over all that are sure", short: "all that are sure")
    case .openHomepage: ActionTitle("Open the homepage", short: "open")
    case .chooseLink: ActionTitle("Choose a link to open", short: "links")
    case .copyMenu: ActionTitle("Copy", short: "copy")
    case .copyName: ActionTitle("Copy the name")
    case .copyURL: ActionTitle("Copy the homepage's address")
    case .copyRepository: ActionTitle("Copy the repository's address")
    case .copyJSON: ActionTitle("Copy as JSON")
    case .copyMarkdown: ActionTitle("Copy as Markdown")
    case .toggleLanguage: ActionTitle("English or Chinese", short: "中文")
    case .toggleMouse: ActionTitle("The mouse: strata's or the terminal's", short: "mouse")
    case .chooseTheme: ActionTitle("Color theme")
    case .scrollPreviewDown: ActionTitle("Scroll the preview down", short: "scroll preview")
    case .scrollPreviewUp: ActionTitle("Scroll the preview up")
    case .growPreview: ActionTitle("Larger preview", short: "larger preview")
    case .shrinkPreview: ActionTitle("Smaller preview")
    case .showFindings: ActionTitle("Warnings about the catalog")
    case .reload: ActionTitle("Read the catalog again")
    case .redraw: ActionTitle("Draw the screen anew")
    case .help: ActionTitle("Help", short: "help")
    case .narrow: ActionTitle("Search in the help", short: "search")
    case .palette: ActionTitle("All actions by name", short: "actions")
    case .close: ActionTitle("Close; from a view: quit", short: "quit")
    case .quit: ActionTitle("Quit now")
    case .interrupt: ActionTitle("Quit now")
    case .suspend: ActionTitle("Suspend")
    case .escape: ActionTitle("One level back", short: "back")
    }
  }
}

extension Mode {
  var english: String {
    switch self {
    case .browse: "Browse"
    case .map: "Map"
    case .guide: "Guide"
    case .statistics: "Statistics"
    case .stack: "Our stack"
    case .page: "Page"
    case .compare: "Compare"
    case .other: "The other tool"
    case .note: "The note of a tool"
    case .scan: "Scan"
    case .news: "What is new"
    case .folder: "The folder to scan"
    case .bar: "Bar"
    case .menu: "Popup"
    case .findings: "Warnings"
    case .help: "Help"
    case .helpField: "Help, while its field is open"
    case .search: "Search"
    case .palette: "Actions"
    case .filters: "Filters"
    }
  }
}

extension View {
  var english: String {
    switch self {
    case .browse: "Browse"
    case .map: "Map"
    case .guide: "Guide"
    case .statistics: "Statistics"
    case .stack: "Stack"
    }
  }
}

extension Facet {
  var english: String {
    switch self {
    case .layer: "Layer"
    case .category: "Category"
    case .kind: "Kind"
    case .theme: "Theme"
    case .maturity: "Maturity"
    case .license: "License"
    case .organization: "Organization"
    case .tag: "Tag"
    case .language: "Language"
    case .delivery: "Delivery"
    case .part: "Part of"
    case .stack: "In our stack"
    case .owner: "Owner"
    case .state: "State"
    case .presence: "Has"
    case .accepted: "Accepted"
    case .incubating: "Incubating since"
    case .graduated: "Graduated"
    case .archived: "Archived"
    case .since: "First release"
    case .listed: "Listed"
    case .promoted: "Promoted"
    }
  }
}

extension StrataSearch.TextField {
  var english: String {
    switch self {
    case .name: "name"
    case .alias: "also called"
    case .id: "id"
    case .summary: "summary"
    case .recap: "recap"
    case .problem: "the problem"
    case .solution: "how it helps"
    case .tooling: "the tools"
    case .term: "terms"
    case .meaning: "what terms mean"
    case .content: "other words for it"
    case .kind: "kind"
    case .guide: "guide"
    case .keyword: "keywords"
    case .organization: "organization"
    case .license: "license"
    case .tag: "tags"
    case .detail: "details"
    case .homepage: "homepage"
    case .repository: "repository"
    case .category: "category"
    }
  }
}

extension Field.Key {
  var english: String {
    switch self {
    case .alias: "Also called"
    case .license: "License"
    case .organization: "Organization"
    case .keyword: "Keywords"
    case .kind: "Kind"
    case .accepted: "Accepted"
    case .incubating: "Incubating since"
    case .graduated: "Graduated"
    case .archived: "Archived"
    case .also: "Stands in"
    case .replacedBy: "Replaced by"
    case .replaces: "Replaces"
    case .partOf: "Part of"
    case .lifecycle, .lifecycleNote: "State"
    case .licenseClass: "Class of license"
    case .previousLicense: "Earlier license"
    case .delivery: "Comes as"
    case .since: "First release"
    case .listed: "Listed since"
    case .fact: "Fact"
    case .pickWhen: "When to pick it"
    case .former: "Earlier address"
    case .tag: "Tags"
    case .link: "Link"
    case .joined: "Joined"
    case .annualReview: "Annual review"
    case .audit: "Audit"
    case .specification: "specification"
    case .endUser: "end user"
    case .openSource: "open source"
    case .useCase: "What it is used for"
    case .businessUseCase: "What it is used for in business"
    case .integrations: "Integrations"
    case .personas: "For"
    case .releaseRate: "Releases"
    case .advisoryGroup: "Looked after by"
    case .language: "Languages"
    case .chat: "Channel"
    case .training: "Training"
    case .annotation: "Note"
    case .stars: "Stars"
    case .contributors: "Contributors"
    case .started: "Started"
    case .latestCommit: "Latest commit"
    case .latestRelease: "Latest release"
    }
  }
}

extension Sort {
  var english: String {
    switch self {
    case .relevance: "The catalog's order"
    case .name: "Name"
    case .maturity: "Maturity"
    case .accepted: "Year accepted"
    case .stars: "Stars"
    }
  }
}

extension Life.Status {
  var english: String {
    switch self {
    case .active: "active"
    case .maintenance: "maintained only"
    case .deprecated: "deprecated"
    case .retired: "retired"
    }
  }
}

extension LicenseClass {
  var english: String {
    switch self {
    case .open: "open"
    case .sourceAvailable: "source-available"
    case .proprietary: "proprietary"
    case .mixed: "mixed"
    case .unknown: "unknown"
    }
  }
}

extension Statistics.Topic {
  var english: String {
    switch self {
    case .layers: "Tools by layer"
    case .categories: "Tools by category"
    case .themes: "Themes"
    case .maturities: "Maturity"
    case .lives: "State"
    case .openness: "Openness"
    case .acceptedByYear: "Projects accepted by year"
    case .promotedByYear: "Projects promoted by year"
    case .licenses: "Licenses"
    }
  }
}
