import StrataCatalog
import StrataExplorer
import StrataText

/// The manual, made of what the program knows of itself, in mdoc(7).
enum Manual {
  /// The pages by their names, as Scripts/generate-docs writes them to docs/man.
  static let pages: [(name: String, text: @Sendable () -> String)] = [
    ("strata.1", { strata }), ("strata-catalog.5", { catalog }), ("strata-config.5", { config }),
    ("strata-stack.5", { stack }),
  ]

  // MARK: Parts

  /// Text as mdoc has it: no character of it is markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  /// Text in lines; a sentence ends its line.
  static func paragraph(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      // Escapes count, too.
      if !line.isEmpty, escaped(line).utf8.count + escaped(String(word)).utf8.count > 78 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      if word.hasSuffix("."), word.utf8.count > 1 {
        lines.append(line)
        line = ""
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { escaped($0) + "\n" }.joined()
  }

  /// A list with a tag an item; the tags are mdoc.
  static func list(_ items: [(tag: String, text: String)]) -> String {
    items.isEmpty
      ? "" : ".Bl -tag -width Ds\n" + items.map { ".It \($0.tag)\n" + paragraph($0.text) }.joined() + ".El\n"
  }

  static func example(_ lines: [String]) -> String {
    lines.isEmpty
      ? "" : ".Bd -literal -offset indent\n" + lines.map { escaped($0) + "\n" }.joined() + ".Ed\n"
  }

  static func head(_ name: String, _ section: Int, _ what: String) -> String {
    """
    .\\" Made by Scripts/generate-docs; what is changed here is lost.
    .Dd \(Version.manualDate)
    .Dt \(name.uppercased()) \(section)
    .Os
    .Sh NAME
    .Nm \(name)
    .Nd \(what)

    """
  }

  // MARK: strata(1)

  static var strata: String {
    let model = CommandModel()
    var text = head("strata", 1, "explore the cloud native landscape")
    text += """
      .Sh SYNOPSIS
      .Nm
      .Op Ar options
      .Op Ar catalog ...
      .Nm
      .Ar command
      .Op Ar options
      .Op Ar operand ...
      .Sh DESCRIPTION

      """
    text += discussion(model.root.discussion)
    text +=
      ".Sh OPTIONS\n"
      + paragraph("Those of every command. What else the explorer takes stands with browse, which it is.")
      + list([
        ("\(flag("-h")) , \(flag("--help"))", "Print the command's options, with examples."),
        ("\(flag("-V")) , \(flag("--version"))", "Print strata's version, and the commit that it was built of."),
      ])
    text += ".Sh COMMANDS\n"
    for command in model.commands {
      text += ".Ss \(command.name)\n" + paragraph(command.abstract) + discussion(command.discussion, isFirst: false)
      text += options(command)
      for part in command.commands where !part.isHidden {
        text += ".Pp\n.Nm\n.Cm \(command.name) \(part.name)\n.Pp\n" + paragraph(part.abstract)
        text += discussion(part.discussion, isFirst: false) + options(part)
      }
    }
    text += ".Sh KEYS\n" + paragraph("In brackets: the screens where a key does it.")
    text += list(
      KeyMap.standard.tableRows.map { row in
        ("Ic " + row.keys.map(escaped).joined(separator: " , "), "\(row.title) (\(row.modes.joined(separator: ", "))).")
      })
    text += ".Sh ENVIRONMENT\n" + list(variables.map { ("Ev " + $0.names.joined(separator: " , "), $0.meaning) })
    text += ".Sh FILES\n" + list(files.map { ("Pa \(escaped($0.path))", $0.meaning) })
    text += ".Sh EXIT STATUS\n" + list(ExitStatus.meanings.map { ("\($0.status)", $0.meaning) })
    text += ".Sh SEE ALSO\n.Xr strata-catalog 5 ,\n.Xr strata-config 5 ,\n.Xr strata-stack 5\n"
    return text
  }

  private static func options(_ command: CommandModel.Command) -> String {
    let shown = command.options.filter {
      !$0.isHidden && !$0.names.contains("--help") && !$0.names.contains("--version")
    }
    let items = shown.map { option -> (tag: String, text: String) in
      let value = "Ar \(escaped(option.valueName.isEmpty ? "value" : option.valueName))"
      let tag: String
      switch option.kind {
      case .positional: tag = value + (option.isRepeating ? " ..." : "")
      case .flag: tag = option.names.map(flag).joined(separator: " , ")
      case .option: tag = option.names.map { "\(flag($0)) \(value)" }.joined(separator: " , ")
      }
      let values = option.values.isEmpty ? "" : " One of \(option.values.joined(separator: ", "))."
      return (tag, option.abstract + values)
    }
    return list(items)
  }

  private static func flag(_ name: String) -> String { "Fl " + escaped(String(name.dropFirst())) }

  /// The paragraphs of a help's discussion, and its examples as they stand.
  private static func discussion(_ text: String, isFirst: Bool = true) -> String {
    var result = ""
    var isFirst = isFirst
    for part in text.parts(between: "\n\n") {
      let lines = part.split(separator: "\n").map(String.init)
      guard !lines.isEmpty else { continue }
      if !isFirst { result += ".Pp\n" }
      isFirst = false
      if lines[0] == "Examples:" || lines[0] == "Example:" {
        result += paragraph(lines[0]) + example(lines.dropFirst().map { String($0.dropFirst(2)) })
      } else {
        result += paragraph(lines.joined(separator: " "))
      }
    }
    return result
  }

  // MARK: strata-catalog(5)

  static var catalog: String {
    var text = head("strata-catalog", 5, "the landscapes that strata reads")
    text += ".Sh DESCRIPTION\n"
    for (place, words) in CatalogFormat.introduction.enumerated() {
      text += (place > 0 ? ".Pp\n" : "") + paragraph(words)
    }
    for part in CatalogFormat.parts {
      text += ".Ss \(escaped(part.title))\n" + paragraph(part.meaning)
      text += list(part.keys.map { ("Ic \(escaped($0.name)) Pq \(escaped($0.form))", $0.meaning) })
    }
    text +=
      ".Sh EXAMPLES\n"
      + example(NewCommand.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
    text += ".Sh SEE ALSO\n.Xr strata 1 ,\n.Xr strata-config 5 ,\n.Xr strata-stack 5\n"
    return text
  }

  // MARK: strata-stack(5)

  static var stack: String {
    var text = head("strata-stack", 5, "a team's own tools over a landscape")
    text += ".Sh DESCRIPTION\n"
    text += paragraph(
      """
      A YAML file, made for git: strata changes only the bytes of what it changes, and all else stays as it was. It is the one of \
      the option --stack, else of the variable STRATA_STACK, else .strata/stack.yaml or strata-stack.yaml in the folder or above it \
      up to the repository's root, else stack.yaml in the folder strata of XDG_DATA_HOME.
      """)
    text +=
      ".Ss stack\n"
      + list([
        ("Ic version Pq number", "The version of the format: 1. A newer one is read, and not changed."),
        ("Ic name Pq text", "What the stack is called."),
        (
          "Ic rings Pq list",
          "The statuses, the most recommended first; by default adopted, trial, assess, hold, retired."
        ),
      ])
    text +=
      ".Ss tools\n"
      + list([
        ("Ic id Pq id", "A tool of the catalog; 'strata list' prints the ids."),
        ("Ic name Pq text", "Of a tool of one's own, instead of the id."),
        ("Ic category Pq id", "Of a tool of one's own: the category that it belongs to."),
        ("Ic status Pq word", "A ring, or unsorted: found, and not decided yet."),
        ("Ic owner Pq text", "Who looks after it."),
        ("Ic note Pq text", "What one should know of it here."),
        ("Ic moves Pq list", "How it came to its status, the oldest first: {to: ring, on: day, why: text}."),
        ("Ic found Pq list", "Where a scan found it: path:line."),
        ("Ic ignore Pq list", "Warnings that are answered: retired, deprecated, relicensed, replaced, missing."),
      ])
    text +=
      ".Sh EXAMPLES\n"
      + example(
        StackCommand.Begin.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
    text += ".Sh SEE ALSO\n.Xr strata 1 ,\n.Xr strata-catalog 5 ,\n.Xr strata-config 5\n"
    return text
  }
}
