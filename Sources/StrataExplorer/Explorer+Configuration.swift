public import StrataCatalog
public import StrataScreen

/// What lists of tools show beside names.
public enum ListColumn: String, CaseIterable, Hashable, Sendable {
  case maturity, kind, license, organization, language, summary

  /// What they show where nothing is said.
  public static let standard: [ListColumn] = [.maturity, .summary]
}

extension Explorer {
  /// What the program was started with.
  public struct Configuration: Sendable {
    public var language: Language
    public var textWidth: TextWidth
    public var usesColor: Bool
    public var keyMap: KeyMap
    public var theme = Theme.terminal
    /// The themes that one can choose among, read when one wants to.
    public var themes: @Sendable () -> [Theme] = { Theme.builtIn }
    /// Whether the mouse is strata's from the start.
    public var usesMouse = false
    /// The preview's share of the screen in per cent; nil: what an earlier run saved, or `defaultPreviewShare`.
    public var previewShare: Int?
    public var columns = ListColumn.standard
    /// Whether what shows is read out line by line, and needs no columns beside each other.
    public var isAccessible = false
    /// Whether nobody has been here before: the footer says how one moves.
    public var isFirstRun = false
    /// The catalog's warnings, as text.
    public var findings: Findings
    public var complaints = Complaints()
    /// What an earlier run saved, as `Effect.save` gave it.
    public var saved: String?

    /// The teams' own stacks; keys write to the first.
    public var stacks: [OpenStack] = []
    /// The file that the first change makes, where it was named; and the places that are offered where it was not.
    public var stackPath: String?
    public var stackPlaces: [StackPlace] = []
    public var start = Start()

    public static let previewShares = 10...70
    public static let defaultPreviewShare = 34

    public init(
      language: Language = .en, textWidth: TextWidth = .standard, usesColor: Bool = true, keyMap: KeyMap = .standard,
      findings: Findings = [], saved: String? = nil
    ) {
      self.language = language
      self.textWidth = textWidth
      self.usesColor = usesColor
      self.keyMap = keyMap
      self.findings = findings
      self.saved = saved
    }
  }

  /// What is wrong with the configuration: one text each.
  public struct Complaints: Hashable, Sendable {
    public var texts: [String]
    /// Whether there is more among them than warnings: then a banner says so.
    public var areErrors: Bool

    public init(_ texts: [String] = [], areErrors: Bool = false) {
      self.texts = texts
      self.areErrors = areErrors
    }
  }

  /// Takes over what has changed from one configuration to the next; what a person has chosen meanwhile stays else.
  ///
  /// - Returns: what has to happen outside.
  public mutating func configure(from old: Configuration, to new: Configuration) -> [Effect] {
    var effects: [Effect] = []
    if old.language != new.language { context.language = new.language }
    if old.textWidth != new.textWidth { context.textWidth = new.textWidth }
    context.usesColor = new.usesColor
    if old.theme != new.theme { context.theme = new.theme }
    context.themes = new.themes
    context.keyMap = new.keyMap
    if old.usesMouse != new.usesMouse, context.usesMouse != new.usesMouse {
      context.usesMouse = new.usesMouse
      effects.append(.reportMouse(new.usesMouse))
    }
    if old.previewShare != new.previewShare, let share = new.previewShare { context.previewShare = share }
    context.columns = new.columns
    context.measure()
    work.forgetLists()
    work.forgetPages()
    complain(new.complaints)
    return effects
  }

  /// Tells what is wrong with the configuration, and errors at once.
  public mutating func complain(_ complaints: Complaints) {
    // What was said of the one before is true no more.
    if toast == said(of: context.complaints) { toast = nil }
    context.complaints = complaints
    toast = said(of: complaints) ?? toast
    settle()
  }

  /// The first of some errors, and the key that shows them all.
  private func said(of complaints: Complaints) -> Toast? {
    guard complaints.areErrors, let first = complaints.texts.first else { return nil }
    let line = String(first.prefix { !$0.isNewline })
    let key = context.keyName(of: .showFindings)
    return Toast(text: Explorer.withoutFolder(line) + (key.isEmpty ? "" : " (\(key))"), isProblem: true)
  }
}
