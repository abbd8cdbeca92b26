import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

/// The one list of actions: keys, titles, and that nothing shown is dead.
@Suite struct ActionTests {
  /// Keys that lead to every mode there is, in more than one state.
  static let ways = [
    "", "<end>", "l", "ll", "ll<end>", "<enter>", "l<enter>", "l<enter><end>", "ll<enter>", "ll<enter><tab><tab>", "2",
    "2<right>", "2<enter>", "3", "3<left>", "3<left><end>", "4", "4<right>", "4<end>", "/", "/con", "/con<down>",
    "/con<enter>", "/xyzzy", "/maturity:archived<space>containerd", "?", "?<end>", "?/se", ":", ":ma", "lly", "llO",
    "s",
    "<up>", "<up><right>", "f", "f<right>", "f<right><space>", "f<right><space><esc>", "f<right><space><esc>2",
    "f<right><space><esc>/c", "s2", "fg", "jaeger", "5", "T", "llc", "ll<space><down><space>c",
    "ll<space><down><space>c<right>d",
  ]

  @Test func everyActionHasTitlesInBothLanguages() {
    for action in Action.allCases {
      for title in [action.english, action.chinese] {
        #expect(!title.title.isEmpty && !title.short.isEmpty, "\(action)")
      }
    }
    for mode in Mode.allCases { #expect(!mode.english.isEmpty && !mode.chinese.isEmpty) }
  }

  @Test func everyActionHasAKeyOrAName() throws {
    let named = Set(try explorer("ll", in: smallCatalog).namedActions)
    for action in Action.allCases where action.keys.allSatisfy(\.modes.isEmpty) {
      #expect(named.contains(action), "\(action)")
    }
  }

  /// Fewer of them, for what looks at every key.
  static let briefWays = [
    "", "ll", "ll<end>", "l<enter>", "ll<enter><tab><tab>", "2<right>", "3", "3<left>", "4", "/con", "/con<enter>",
    "?/se",
    ":", "lly", "<up>", "f<right><space>", "f<right><space><esc>2",
  ]

  /// What one sees and what happens after a key.
  private func answer(to key: Key, _ explorer: Explorer, _ size: Size) -> Bool {
    var after = explorer
    let effects = after.handle(.key(key))
    return !effects.isEmpty || after.mode != explorer.mode
      || after.frame(size.columns, size.rows) != explorer.frame(size.columns, size.rows)
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 10), Size(columns: 150, rows: 40)])
  func everyKeyOfTheFooterDoesSomethingInEveryMode(size: Size) throws {
    for way in Self.ways {
      let reader = try explorer(way, size.columns, size.rows, in: smallCatalog)
      for region in reader.layout.regions {
        guard case .action(let action) = region.spot else { continue }
        let keys = reader.context.keyMap.bindings(in: reader.mode).filter { $0.action == action }.flatMap(\.keys)
        let isAlive = keys.contains { answer(to: $0, reader, size) }
        // ↑ and ↓ are named together.
        let isPaired = action == .moveDown && answer(to: Key(.up), reader, size)
        #expect(isAlive || isPaired, "\(action) after \(way)")
      }
    }
  }

  @Test func everyLineOfTheHelpDoesSomethingInEveryMode() throws {
    let size = Size(columns: 60, rows: 16)
    for way in Self.briefWays {
      let reader = try explorer(way, size.columns, size.rows, in: smallCatalog)
      for action in reader.availableActions {
        let keys = reader.context.keyMap.bindings(in: reader.mode).filter { $0.action == action }.flatMap(\.keys)
        for key in keys.prefix(1) { #expect(answer(to: key, reader, size), "\(key): \(action) after \(way)") }
      }
    }
  }

  @Test func nothingThatWorksIsHidden() throws {
    // What changes the screen is available: the other direction of the above.
    for way in Self.briefWays {
      let reader = try explorer(way, 60, 16, in: smallCatalog)
      for binding in reader.context.keyMap.bindings(in: reader.mode) where !reader.isAvailable(binding.action) {
        var after = reader
        let effects = after.handle(.key(binding.keys[0]))
        // A key that does nothing may say why.
        after.toast = nil
        after.settle()
        #expect(effects.isEmpty && after.mode == reader.mode, "\(binding.action) after \(way)")
        #expect(after.frame(60, 16).text == reader.frame(60, 16).text, "\(binding.action) after \(way)")
      }
    }
  }

  @Test func inPromptsTheBarShowsThatLettersAreText() throws {
    func dims(_ keys: String) throws -> Bool {
      let frame = try explorer(keys, 80, 24, in: smallCatalog).frame(80, 24)
      let column = try #require(frame.text.split(separator: "\n")[0].firstIndex(of: "2")).utf16Offset(
        in: frame.text.split(separator: "\n")[0])
      return frame[column, 0].style.attributes.contains(.dim)
    }
    #expect(try !dims(""))
    for keys in ["/", "f", ":", "?/", "y", "s"] { #expect(try dims(keys), "\(keys)") }
  }

  @Test func theFooterDoesNotRepeatTheBar() throws {
    for way in ["", "ll", "2", "<enter>"] {
      let actions = try explorer(way, 80, 24, in: smallCatalog).layout.regions.compactMap { region -> Action? in
        if case .action(let action) = region.spot { action } else { nil }
      }
      #expect(Set(actions).isDisjoint(with: BarItem.actions), "\(way)")
    }
    let tool = try screen("ll", 80, 24, in: smallCatalog).split(separator: "\n").last!
    for item in ["o open", "y copy", "s sort"] { #expect(tool.contains(item), "\(tool)") }
  }

  @Test func aHeldKeyEndsAtTheFirstRow() throws {
    var reader = try explorer("jj", 80, 24, in: smallCatalog)
    for time in stride(from: 0, through: 900, by: 30) { _ = reader.handle(.key(Key(.up)), at: time) }
    #expect(reader.mode == .browse)
    _ = reader.handle(.key(Key(.up)), at: 1300)
    #expect(reader.mode == .bar)
  }

  @Test func helpIsAListWhoseFieldOpens() throws {
    #expect(try explorer("?", in: smallCatalog).mode == .help)
    #expect(try explorer("?/", in: smallCatalog).mode == .helpField)
    for closing in ["?", "q", "<esc>"] {
      #expect(try explorer("?" + closing, in: smallCatalog).mode == .browse, "\(closing)")
    }
    // In the field they are text, and Esc closes the field first.
    #expect(try explorer("?/q?", in: smallCatalog).mode == .helpField)
    #expect(try explorer("?/q<esc>", in: smallCatalog).mode == .help)
    #expect(try explorer("?z", in: smallCatalog).language == .zh)
  }

  @Test(arguments: ["maturity", "field", "fuzzy", "成熟度", "zìduàn", "ziduan"])
  func helpFindsWhatOneAsksFor(word: String) throws {
    let language: Language = word.unicodeScalars.allSatisfy(\.isASCII) && word != "ziduan" ? .en : .zh
    var reader = try explorer("?/", 80, 24, language, in: smallCatalog)
    _ = reader.handle(.paste(word))
    guard case .help(let help) = reader.top else {
      Issue.record("no help")
      return
    }
    #expect(!help.rows.isEmpty, "\(word)")
  }

  /// As the fingers of many type it.
  @Test(arguments: [":q<enter>", ":q!<enter>", ":quit<enter>"]) func aTypedQuitQuits(keys: String) throws {
    for language in Language.allCases {
      var reader = try explorer("", 80, 24, language, in: smallCatalog)
      #expect(try reader.press(keys).contains { if case .quit = $0 { true } else { false } }, "\(keys)")
    }
    #expect(try explorer("l<enter>:q<enter>", in: smallCatalog).mode == .browse)
  }

  @Test func pinyinFindsActions() throws {
    #expect(try screen(":fuzhi", 80, 24, .zh, in: smallCatalog).contains("复制为 JSON"))
    #expect(try screen(":markdown", 80, 24, .zh, in: smallCatalog).contains("复制为 Markdown"))
  }
}
