import ArgumentParser
import StrataYAML

/// The commands and options as the parser describes them: what completions and the manual are made of, so that neither says
/// anything else than `--help`.
struct CommandModel {
  struct Option {
    enum Kind: String {
      case positional, option, flag
    }

    var kind: Kind
    /// With their dashes, the long one first.
    var names: [String]
    var valueName: String
    var abstract: String
    /// The words of which the value is one; empty where it may be any.
    var values: [String]
    var isOptional: Bool
    var isRepeating: Bool
    var isHidden: Bool
    var usual: String
  }

  struct Command {
    var name: String
    var abstract: String
    var discussion: String
    var isHidden: Bool
    var options: [Option]
    var commands: [Command]

    /// The option that is called so.
    func option(_ name: String) -> Option? { options.first { $0.names.contains(name) } }
    var operands: [Option] { options.filter { $0.kind == .positional } }
  }

  let root: Command

  /// The parser's own description, as JSON, a key a line. The release has it as it was written down (Resources/commands.json): to
  /// make it takes longer than a completion may, and Foundation (CStrataParser).
  static var description: [UInt8] {
    #if DEBUG
      let lines = StrataCommand._dumpHelp().split(separator: "\n").map { $0.drop { $0 == " " } }
      return Array((lines.joined(separator: "\n") + "\n").utf8)
    #else
      shipped
    #endif
  }

  init() {
    let document = Document.parse(CommandModel.description, name: "help").document
    let command = document.roots.first.flatMap { document.value(of: "command", in: $0) }
    root =
      command.map { CommandModel.command($0, document) }
      ?? Command(name: "strata", abstract: "", discussion: "", isHidden: false, options: [], commands: [])
  }

  /// The commands that people type, in the order of the help.
  var commands: [Command] { root.commands.filter { !$0.isHidden && $0.name != "help" } }

  private static func command(_ node: Document.NodeID, _ document: Document) -> Command {
    Command(
      name: string("commandName", node, document), abstract: string("abstract", node, document),
      discussion: string("discussion", node, document),
      isHidden: string("shouldDisplay", node, document) == "false",
      options: items("arguments", node, document).map { option($0, document) },
      commands: items("subcommands", node, document).map { command($0, document) })
  }

  private static func option(_ node: Document.NodeID, _ document: Document) -> Option {
    let names = items("names", node, document).map { name in
      (string("kind", name, document) == "long" ? "--" : "-") + string("name", name, document)
    }
    var values = items("allValues", node, document).map { document.string(document.resolved($0)) }
    if values.isEmpty {
      values = items("allValueStrings", node, document).map { document.string(document.resolved($0)) }
    }
    return Option(
      kind: Option.Kind(rawValue: string("kind", node, document)) ?? .flag,
      names: names.sorted { $0.utf8.count > $1.utf8.count }, valueName: string("valueName", node, document),
      abstract: string("abstract", node, document), values: values,
      isOptional: string("isOptional", node, document) == "true",
      isRepeating: string("isRepeating", node, document) == "true",
      isHidden: string("shouldDisplay", node, document) == "false",
      usual: string("defaultValue", node, document))
  }

  private static func string(_ key: String, _ node: Document.NodeID, _ document: Document) -> String {
    document.value(of: key, in: node).map { document.string(document.resolved($0)) } ?? ""
  }

  private static func items(_ key: String, _ node: Document.NodeID, _ document: Document) -> [Document.NodeID] {
    guard let list = document.value(of: key, in: node), document.kind(of: list) == .sequence else { return [] }
    var items: [Document.NodeID] = []
    var next = document.firstChild(of: list)
    while let item = next {
      items.append(item)
      next = document.next(after: item)
    }
    return items
  }
}
