import StrataCatalog

/// What a command line is, told before the command parser sees it: the parser has commands and options, but no catalogs,
/// typos and addresses at the place where a command stands.
///
///     strata                        the explorer
///     strata team.yaml              the explorer, over that catalog
///     strata --lang zh list         the command list, with --lang
///     strata lsit                   refused: did you mean 'strata list'?
///     strata https://…              refused: strata opens files
enum Sentence: Equatable {
  /// Nothing but catalogs, or nothing at all: the explorer opens without the parser.
  case explore(Invocation)
  /// The parser's words, the command's name first; or what the parser answers by itself, such as `--help`. `shadowed` is the
  /// name of a file in the folder that is called like the command.
  case command([String], shadowed: String?)
  case version
  /// A shell asks what the last of these words may become.
  case complete([String])
  case refused(Refusal)

  /// What no command and no catalog can be made of.
  enum Refusal: Equatable {
    /// A word at the place of a command that is no file either, and the command that was perhaps meant.
    case unknown(String, near: String?)
    /// A word that is no part of a command that consists of others.
    case unknownPart(String, of: String, near: String?)
    /// A web address; nothing is read from the network.
    case address(String)
    /// An option of the command parser's own that strata does not have.
    case option(String)
    /// The name of a command behind a catalog.
    case commandBehind(String, catalog: String)
  }

  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - exists: whether there is a file or folder of that path.
  init(_ arguments: [String], exists: (String) -> Bool) {
    if arguments.count == 1, ["--version", "-V"].contains(arguments[0]) {
      self = .version
      return
    }
    if arguments.first == "complete", arguments.dropFirst().first == "--" {
      self = .complete(Array(arguments.dropFirst(2)))
      return
    }
    if let option = arguments.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--experimental-") }) {
      self = .refused(.option(option))
      return
    }
    let (words, asksForVersion) = Sentence.words(of: arguments)
    if asksForVersion {
      self = .version
      return
    }
    // The first word is the command, wherever the options stand.
    if let first = words.first, !first.isBehindDashes, Commands.names.contains(arguments[first.index]) {
      let name = arguments[first.index]
      var rest = arguments
      rest.remove(at: first.index)
      if name == "help", let topic = words.dropFirst().first.map({ arguments[$0.index] }),
        !Commands.names.contains(topic)
      {
        self = .refused(.unknown(topic, near: Commands.near(topic)))
        return
      }
      if let parts = Commands.parts[name], let part = words.dropFirst().first.map({ arguments[$0.index] }) {
        if part == "help" {
          let topic = words.dropFirst(2).prefix(1).map { arguments[$0.index] }
          self = .command(["help", name] + topic, shadowed: nil)
          return
        }
        if !parts.contains(part) {
          self = .refused(.unknownPart(part, of: name, near: Nearest.likely(part, among: parts)))
          return
        }
      }
      self = .command([name] + rest, shadowed: exists(name) ? name : nil)
      return
    }
    for word in words {
      let text = arguments[word.index]
      if text == "-" || exists(text) { continue }
      if Sentence.isAddress(text) {
        self = .refused(.address(text))
        return
      }
      guard !word.isBehindDashes, !text.contains("/"), !text.contains(".") else { continue }
      if word.index == words[0].index {
        self = .refused(.unknown(text, near: Commands.near(text)))
        return
      }
      if Commands.names.contains(text) {
        self = .refused(.commandBehind(text, catalog: arguments[words[0].index]))
        return
      }
    }
    if words.count == arguments.count {
      var invocation = Invocation()
      invocation.catalogs = arguments
      self = .explore(invocation)
    } else if words.isEmpty, arguments.contains(where: { Sentence.answers.contains($0) }) {
      self = .command(arguments, shadowed: nil)
    } else {
      self = .command([Commands.explorer] + arguments, shadowed: nil)
    }
  }

  /// Options that are asked of strata as a whole where no command is named.
  private static let answers: Set<String> = ["-h", "--help", "--help-hidden", "--version"]

  /// The words that are neither options nor their values, and whether `-V` is among the options.
  private static func words(
    of arguments: [String]
  ) -> (words: [(index: Int, isBehindDashes: Bool)], asksForVersion: Bool) {
    var words: [(index: Int, isBehindDashes: Bool)] = []
    var asksForVersion = false
    var index = 0
    var isBehindDashes = false
    while index < arguments.count {
      let word = arguments[index]
      if !isBehindDashes, word == "--" {
        isBehindDashes = true
      } else if !isBehindDashes, word.hasPrefix("-"), word != "-" {
        if word == "-V" { asksForVersion = true }
        if Commands.optionsWithValue.contains(word) { index += 1 }
      } else {
        words.append((index, isBehindDashes))
      }
      index += 1
    }
    return (words, asksForVersion)
  }

  /// Whether the text begins with a scheme, as the addresses of the web do: `https://`.
  static func isAddress(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), text.utf8[colon...].starts(with: "://".utf8) else {
      return false
    }
    let scheme = text[..<colon]
    return scheme.first?.isLetter ?? false
      && scheme.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || "0123456789+-.".utf8.contains($0)
      }
  }
}
