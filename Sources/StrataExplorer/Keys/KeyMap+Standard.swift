import StrataScreen

extension KeyMap {
  /// The keys strata comes with. Arrows, Enter and Esc reach everything; letters are accelerators.
  public static let standard: KeyMap = {
    let views = Mode.views
    let lists = Mode.lists
    let moving = views.union(lists)
    let anywhere = Mode.all
    let browse: Set<Mode> = [.browse]
    func character(_ characters: String) -> [Key] { characters.map { .character($0) } }

    return KeyMap([
      Binding(.moveUp, moving, [Key(.up)] + character("k"), worth: 90),
      Binding(.moveDown, moving, [Key(.down)] + character("j"), worth: 90),
      Binding(.moveUp, Mode.prompts, [Key(.up), .control("p")]),
      Binding(.moveDown, Mode.prompts, [Key(.down), .control("n")], worth: 90),
      Binding(.moveDown, [.bar], [Key(.down)] + character("j"), worth: 90),
      Binding(.goIn, views.union([.bar, .filters]), [Key(.right)] + character("l"), worth: 80),
      Binding(
        .goOut, views.union([.bar, .filters, .findings]), [Key(.left)] + character("h") + [Key(.backspace)], worth: 80),
      Binding(.open, anywhere, [Key(.enter)], worth: 85),
      Binding(.toggleChoice, [.filters], character(" "), worth: 88),
      Binding(.escape, anywhere, [Key(.escape)], worth: 20),
      Binding(.search, views.union([.bar]), character("/"), worth: 70),
      Binding(.filter, views, character("f"), worth: 60),
      Binding(.filter, [.search], [.control("o")], worth: 18),
      Binding(.sort, views, character("s"), worth: 36),
      Binding(.sort, [.search], [.control("s")], worth: 17),
      Binding(.reverseSort, views, character("S")),
      Binding(.widenSearch, [.search], [.control("t")], worth: 60),
      Binding(.nextItem, moving.union([.search]), [Key(.tab)], worth: 40),
      Binding(.previousItem, moving.union([.search]), [Key(.backTab)]),
      Binding(.nextPage, [.page, .guide], character("n"), worth: 58),
      Binding(.previousPage, [.page, .guide], character("p"), worth: 57),
      Binding(.openHomepage, views, character("o"), worth: 50),
      Binding(.chooseLink, views, character("O"), worth: 30),
      Binding(.copyMenu, views, character("y"), worth: 45),
      Binding(.toggleLanguage, views.union([.bar]), character("z"), worth: 55),
      Binding(.pageUp, moving, [Key(.pageUp), .control("b")]),
      Binding(.pageDown, moving, [Key(.pageDown), .control("f")]),
      Binding(.pageUp, Mode.prompts, [Key(.pageUp)]),
      Binding(.pageDown, Mode.prompts, [Key(.pageDown)]),
      Binding(.halfPageUp, moving, [.control("u")]),
      Binding(.halfPageDown, moving, [.control("d")]),
      Binding(.moveFirst, moving, [Key(.home)] + character("g")),
      Binding(.moveLast, moving, [Key(.end)] + character("G")),
      Binding(.historyBack, views, character("[") + [.alt(.left)]),
      Binding(.historyForward, views, character("]") + [.alt(.right)]),
      Binding(.showBrowse, views.union([.bar]), character("1")),
      Binding(.showMap, views.union([.bar]), character("2"), worth: 25),
      Binding(.showGuide, views.union([.bar]), character("3"), worth: 24),
      Binding(.showStatistics, views.union([.bar]), character("4"), worth: 23),
      Binding(.scrollPreviewDown, browse, character("J"), worth: 22),
      Binding(.scrollPreviewUp, browse, character("K")),
      Binding(.growPreview, browse, character("+="), worth: 21),
      Binding(.shrinkPreview, browse, character("-_")),
      Binding(.showFindings, views.union([.findings]), character("w")),
      Binding(.reload, views, character("r") + [Key(.function(5))]),
      Binding(.redraw, anywhere, [.control("l")]),
      Binding(.help, views.union(lists).union([.bar]), character("?") + [Key(.function(1))], worth: 65),
      Binding(.help, [.search, .palette], [Key(.function(1))], worth: 15),
      Binding(.palette, views.union([.bar]), character(":") + [.control("p")], worth: 35),
      Binding(.close, views.union(lists).union([.bar]), character("q"), worth: 64),
      Binding(.quit, views.union(lists).union([.bar]), character("Q")),
      Binding(.interrupt, anywhere, [.control("c")]),
      Binding(.suspend, anywhere, [.control("z")]),
      // In the palette only by name, in the popup of `y` by letter.
      Binding(.copyName, [], character("n")),
      Binding(.copyURL, [], character("u")),
      Binding(.copyRepository, [], character("r")),
      Binding(.copyJSON, [], character("j")),
      Binding(.copyMarkdown, [], character("m")),
    ])
  }()
}

extension KeyMap.Binding {
  init(_ action: Action, _ modes: Set<Mode>, _ keys: [Key], worth: Int = 0) {
    self.init(action: action, modes: modes, keys: keys, worth: worth)
  }
}
