import StrataScreen

extension Action {
  /// The keys strata comes with. Arrows, Enter and Esc reach everything; letters are accelerators.
  ///
  /// `worth` is how much a reader gains from seeing it in the footer; 0: never there.
  var keys: [KeyMap.Binding] {
    let (views, moving, prompts, texts) = (Mode.views, Mode.moving, Mode.prompts, Mode.texts)
    func on(_ modes: Set<Mode>, _ keys: [Key], _ worth: Int = 0) -> KeyMap.Binding {
      KeyMap.Binding(action: self, modes: modes, keys: keys, worth: worth)
    }
    func letters(_ characters: String) -> [Key] { characters.map { .character($0) } }

    switch self {
    case .moveUp: return [on(moving, [Key(.up)] + letters("k")), on(prompts, [Key(.up), .control("p")])]
    case .moveDown:
      return [
        on(moving.union([.bar]), [Key(.down)] + letters("j"), 90), on(prompts, [Key(.down), .control("n")], 90),
      ]
    case .pageUp: return [on(moving, [Key(.pageUp), .control("b")]), on(prompts, [Key(.pageUp)])]
    case .pageDown:
      return [
        on(moving, [Key(.pageDown), .control("f")]), on(texts.union([.help, .findings, .compare]), letters(" ")),
        on(prompts, [Key(.pageDown)]),
      ]
    case .halfPageUp: return [on(moving, [.control("u")])]
    case .halfPageDown: return [on(moving, [.control("d")])]
    case .moveFirst: return [on(moving, [Key(.home)] + letters("g")), on([.filters], [Key(.home)])]
    case .moveLast: return [on(moving, [Key(.end)] + letters("G")), on([.filters], [Key(.end)])]
    case .goIn: return [on(Mode.viewsAndBar, [Key(.right)] + letters("l"), 80), on([.filters], [Key(.right)], 80)]
    case .goOut:
      return [
        on(views.union([.bar, .findings]), [Key(.left)] + letters("h") + [Key(.backspace)], 79),
        on([.filters], [Key(.left)], 79),
      ]
    case .open: return [on(Mode.all, [Key(.enter)], 85)]
    case .toggleValue: return [on([.filters], letters(" "), 88)]
    case .clearFacet: return [on([.filters], [Key(.delete), .control("d")], 50)]
    case .escape: return [on(Mode.all, [Key(.escape)], 20)]
    case .search: return [on(Mode.viewsAndBar, letters("/"), 70)]
    case .narrow: return [on([.help], letters("/"), 70)]
    case .filter: return [on(views, letters("f"), 60), on([.search], [.control("o")], 18)]
    case .sort: return [on(views, letters("s"), 46), on([.search], [.control("s")], 17)]
    case .reverseSort: return [on(views, letters("S"))]
    case .groupByKind: return [on([.browse], letters("i"), 34)]
    case .liftQuery: return [on(views, letters("F")), on([.search, .filters], [.control("g")], 48)]
    case .widenSearch: return [on([.search], [.control("t")], 60)]
    case .explainHit: return [on([.search], [.alt(.character("w"))], 32)]
    case .completeSearch: return [on([.search], [Key(.tab)], 40)]
    case .keepSearch: return [on([.search], [.alt(.enter)], 30)]
    case .nextItem: return [on(moving.union([.filters]), [Key(.tab)], 40)]
    case .previousItem: return [on(moving.union([.filters]), [Key(.backTab)])]
    case .nextSection: return [on(texts, letters("}"), 52)]
    case .previousSection: return [on(texts, letters("{"))]
    case .nextPage: return [on(texts, letters("n"), 58)]
    case .previousPage: return [on(texts, letters("p"), 57)]
    case .mark: return [on(Mode.marking, letters(" "), 47), on([.search], [.control(" ")], 19)]
    case .unmarkAll: return [on(views, letters("u"), 33)]
    case .compare: return [on(views, letters("c"), 45)]
    case .foldEqual: return [on([.compare], letters("d"), 66)]
    case .setStatus: return [on(views, letters("t"), 44)]
    case .writeNote: return [on(views, letters("e"), 32)]
    case .noteInEditor: return [on([.note], [.control("o")], 60)]
    case .undoStack: return [on(views, letters("U"), 31)]
    case .scanFolder: return [on(views, letters("x"), 18)]
    case .takeProposal: return [on([.scan], letters(" "), 88)]
    case .takeAllProposals: return [on([.scan], letters("A"), 87)]
    case .openHomepage: return [on(views, letters("o"), 50)]
    case .chooseLink: return [on(views, letters("O"), 30)]
    case .copyMenu: return [on(views, letters("y"), 49)]
    case .toggleLanguage: return [on(Mode.outsidePrompts, letters("z"), 55)]
    case .toggleMouse: return [on(Mode.outsidePrompts, letters("M"), 19)]
    case .chooseTheme: return [on(views, letters("T"))]
    case .historyBack: return [on(views, letters("[") + [.alt(.left)])]
    case .historyForward: return [on(views, letters("]") + [.alt(.right)])]
    case .bookmark: return [on(views, letters("b"))]
    case .showBrowse: return [on(Mode.viewsAndBar, letters("1"), 26)]
    case .showMap: return [on(Mode.viewsAndBar, letters("2"), 25)]
    case .showGuide: return [on(Mode.viewsAndBar, letters("3"), 24)]
    case .showStatistics: return [on(Mode.viewsAndBar, letters("4"), 23)]
    case .showStack: return [on(Mode.viewsAndBar, letters("5"), 22)]
    case .showNews:
      // In texts the key is the previous page's for some hands.
      let others = views.subtracting(texts).subtracting([.statistics])
      return [on([.statistics], letters("N"), 67), on(others, letters("N"), 17)]
    case .scrollPreviewDown: return [on([.browse, .scan], letters("J"), 22)]
    case .scrollPreviewUp: return [on([.browse, .scan], letters("K"))]
    case .growPreview: return [on([.browse], letters("+="), 21)]
    case .shrinkPreview: return [on([.browse], letters("-_"))]
    case .showFindings: return [on(views.union([.findings]), letters("w"))]
    case .reload: return [on(views, letters("r") + [Key(.function(5))])]
    case .redraw: return [on(Mode.all, [.control("l")])]
    case .help:
      return [on(Mode.outsidePrompts, letters("?") + [Key(.function(1))], 65), on(prompts, [Key(.function(1))], 15)]
    case .palette: return [on(Mode.viewsAndBar, letters(":") + [.control("p")], 35)]
    case .close: return [on(Mode.outsidePrompts, letters("q"), 64)]
    case .quit: return [on(Mode.outsidePrompts, letters("Q"))]
    case .interrupt: return [on(Mode.all, [.control("c")])]
    case .suspend: return [on(Mode.all, [.control("z")])]
    // In the palette only by name, in the popup of `y` by letter.
    case .copyName: return [on([], letters("n"))]
    case .copyURL: return [on([], letters("u"))]
    case .copyRepository: return [on([], letters("r"))]
    case .copyJSON: return [on([], letters("j"))]
    case .copyMarkdown: return [on([], letters("m"))]
    }
  }
}

extension KeyMap {
  /// The keys strata comes with.
  public static let standard = KeyMap(Action.allCases.flatMap(\.keys))
}
