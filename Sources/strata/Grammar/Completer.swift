import StrataCatalog
import StrataExplorer
import StrataSearch
import StrataText

/// What the word at the cursor of a shell may become. The scripts of the shells only ask, so that all of them know the same.
struct Completer {
  /// What is answered: a line each.
  struct Answer: Equatable {
    /// Whole words, each with what it means, or nothing.
    var words: [(word: String, meaning: String)] = []
    /// Whether files and folders will do, too.
    var takesFiles = false
    /// Whether the word goes on: no blank behind it.
    var goesOn = false

    static func == (a: Self, b: Self) -> Bool { a.text == b.text }

    /// `word`, tab, meaning; `:files` and `:nospace` on lines of their own.
    var text: VisibleText {
      var text: VisibleText = ""
      if takesFiles { text += ":files\n" }
      if goesOn { text += ":nospace\n" }
      for (word, meaning) in words {
        text += "\(word)"
        if !meaning.isEmpty { text += "\t\(meaning)" }
        text += "\n"
      }
      return text
    }
  }

  private let model: CommandModel
  /// Gives the catalogs of these paths, none for the shipped one; nil where that would take too long or cannot be.
  private let catalog: ([String]) -> Catalog?
  private let language: Language
  /// Words that are offered: nobody reads more, and shells get slow.
  private static let limit = 500

  init(model: CommandModel, language: Language, catalog: @escaping ([String]) -> Catalog?) {
    self.model = model
    self.language = language
    self.catalog = catalog
  }

  /// - Parameter words: those behind the program's name, the last one as far as it is typed.
  func answer(_ words: [String]) -> Answer {
    let current = words.last ?? ""
    var command = model.commands.first { $0.name == Commands.explorer }
    var path: [String] = []
    var operands: [String] = []
    var catalogs: [String] = []
    var pending: CommandModel.Option?
    var isBehindDashes = false
    var isNamed = false
    for word in words.dropLast() {
      if let option = pending {
        if option.names.contains("--catalog") { catalogs.append(word) }
        pending = nil
      } else if !isBehindDashes, word == "--" {
        isBehindDashes = true
      } else if !isBehindDashes, word.hasPrefix("-"), word != "-" {
        pending = option(word, of: command)
      } else if operands.isEmpty,
        let named = (isNamed ? command?.commands : model.root.commands)?.first(where: { $0.name == word })
      {
        command = named
        isNamed = true
        path.append(word)
      } else {
        operands.append(word)
      }
    }
    var answer = Answer()
    if let option = pending {
      answer = values(of: option, current, catalogs)
    } else if !isBehindDashes, current.hasPrefix("-"), let equals = current.firstIndex(of: "=") {
      let name = String(current[..<equals])
      guard let option = option(name, of: command) else { return answer }
      answer = values(of: option, String(current[current.index(after: equals)...]), catalogs)
      answer.words = answer.words.map { (name + "=" + $0.word, $0.meaning) }
      if answer.takesFiles { answer.takesFiles = false }
    } else if !isBehindDashes, current.hasPrefix("-") {
      let options = (command?.options ?? []).filter { !$0.isHidden && $0.kind != .positional }
      answer.words = options.flatMap { option in option.names.map { ($0, option.abstract.firstSentence) } }
      if !isNamed { answer.words += [("--version", "Show the version."), ("-V", "Show the version.")] }
    } else {
      if operands.isEmpty {
        let commands = isNamed ? (command?.commands ?? []).filter { !$0.isHidden } : model.commands
        answer.words = commands.map { ($0.name, $0.abstract.firstSentence) }
        if !isNamed { answer.words.append(("help", "Show how a command is used.")) }
      }
      if path == ["help"] {
        answer.words = operands.isEmpty ? model.commands.map { ($0.name, $0.abstract.firstSentence) } : []
      } else if let operand = command?.operands.first {
        let more = values(of: operand, current, catalogs)
        answer.words += more.words
        answer.takesFiles = more.takesFiles
        answer.goesOn = more.goesOn
      }
    }
    answer.words = answer.words.filter { $0.word.hasPrefix(current) && $0.word != current }
    answer.words = Array(answer.words.prefix(Self.limit))
    // A keyword waits for its value.
    if !answer.words.isEmpty, answer.words.allSatisfy({ $0.word.hasSuffix(":") }) { answer.goesOn = true }
    return answer
  }

  private func option(_ name: String, of command: CommandModel.Command?) -> CommandModel.Option? {
    guard Commands.optionsWithValue.contains(name) else { return nil }
    return command?.option(name) ?? model.commands.lazy.compactMap { $0.option(name) }.first
  }

  /// What the value of an option or operand may be, told by what it is called.
  private func values(of option: CommandModel.Option, _ current: String, _ catalogs: [String]) -> Answer {
    var answer = Answer()
    if option.names.contains("--lang") {
      answer.words = [("en", "English"), ("zh", "中文")]
      return answer
    }
    switch option.valueName {
    case "fields": answer.words = list(ListField.allCases.map(\.rawValue), current)
    case "kind": answer.words = list(FindingKinds.names, current)
    case "schema": answer.words = Schemas.names.map { ($0, "") }
    case "name", "tool": answer.words = names(current, catalogs)
    case "chapter": answer.words = chapters(catalogs)
    case "query": answer.words = queries(current, catalogs)
    case "word": answer.words = queries(current, catalogs)
    case "query or catalog":
      answer.words = queries(current, catalogs)
      answer.takesFiles = answer.words.isEmpty
    case "path", "file", "catalog", "folder": answer.takesFiles = true
    default: answer.words = option.values.map { ($0, "") }
    }
    if answer.words.isEmpty, !option.values.isEmpty { answer.words = option.values.map { ($0, "") } }
    return answer
  }

  /// Words with commas between: what is typed before the last comma stays.
  private func list(_ words: [String], _ current: String) -> [(word: String, meaning: String)] {
    let head = current.lastIndex(of: ",").map { String(current[...$0]) } ?? ""
    let taken = Set(head.split(separator: ",").map(String.init))
    return words.filter { !taken.contains($0) }.map { (head + $0, "") }
  }

  /// Ids of tools, categories and layers.
  private func names(_ current: String, _ catalogs: [String]) -> [(word: String, meaning: String)] {
    guard let catalog = catalog(catalogs) else { return [] }
    func known(_ id: Text, _ name: String) -> (word: String, meaning: String)? {
      let id = catalog.string(id)
      return id.hasPrefix(current) ? (id, name) : nil
    }
    return catalog.tools.lazy.compactMap { known($0.id, catalog.string($0.name)) }
      + catalog.categories.lazy.compactMap { known($0.id, catalog.string($0.name, in: language)) }
      + catalog.layers.lazy.compactMap { known($0.id, catalog.string($0.name, in: language)) }
      + catalog.themes.lazy.compactMap { known($0.id, catalog.string($0.name, in: language)) }
  }

  private func chapters(_ catalogs: [String]) -> [(word: String, meaning: String)] {
    guard let catalog = catalog(catalogs) else { return [] }
    return [("introduction", ""), ("choosing", "")]
      + catalog.layers.map { (catalog.string($0.id), catalog.string($0.name, in: language)) }
      + catalog.categories.map { (catalog.string($0.id), catalog.string($0.name, in: language)) }
      + catalog.themes.map { (catalog.string($0.id), catalog.string($0.name, in: language)) }
  }

  /// Fields of a query, and their values.
  private func queries(_ current: String, _ catalogs: [String]) -> [(word: String, meaning: String)] {
    guard !current.isEmpty, let catalog = catalog(catalogs) else { return [] }
    return Query(current).completions(at: current.utf8.count, in: catalog, limit: 100).map { completion in
      let name = catalog.string(completion.name, in: language)
      return (completion.query, completion.count.map { name.isEmpty ? "\($0)" : "\(name) (\($0))" } ?? name)
    }
  }
}

extension String {
  fileprivate var firstSentence: String {
    let end = firstPlace(of: ". ")?.lowerBound ?? firstPlace(of: "; ")?.lowerBound ?? endIndex
    return String(self[..<end].split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}

extension Strata {
  /// Answers a shell. A catalog that is not small is not read for it: nobody waits for a completion.
  static func complete(_ words: [String]) -> Int32 {
    let completer = Completer(model: CommandModel(), language: Language(environment: Environment()) ?? .en) { paths in
      guard !paths.isEmpty else { return ShippedCatalog.open() }
      guard !paths.contains("-"), let files = try? CatalogFiles(operands: paths), files.size <= 1 << 19 else {
        return nil
      }
      return try? LoadedCatalog(files).catalog
    }
    Output.write(completer.answer(words).text)
    return 0
  }
}
