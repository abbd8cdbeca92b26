import ArgumentParser
import StrataCatalog
import StrataDiff
import StrataStack
import StrataText

/// Prints what changed between two catalogs.
struct DiffCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Print what changed between two catalogs, or since a day.",
    usage: """
      strata diff [<options>] <old> <new>
      strata diff [<options>] --since <date> [<catalog>]
      """,
    discussion: """
      The gravest first: retired and archived; license; promoted, accepted; renamed, repository, owner; new; removed; moved, \
      what went together in one line; texts; details such as dates and further shelves. Tools are the same by id, another \
      name, an address, or name. With --since one catalog is enough (by default the one strata ships): its own dates show what was accepted, promoted, archived, relicensed, \
      listed. Exit status 0; with --exit-code 1 where something changed.

      Examples:
        strata diff landscape-2025.yml landscape.yml
        strata diff --since 2026-01-01
        strata diff old.yml new.yml --stack strata-stack.yaml --exit-code
        strata diff old.yml new.yml --format markdown > CHANGES.md
      """)

  @Argument(help: ArgumentHelp("The older catalog and the newer one.", valueName: "catalog"))
  var operands: [String] = []

  @Option(help: ArgumentHelp("A day, a month or a year (2026-01-31, 2026-01, 2026).", valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Only what concerns the tools of this stack, and what is new on their shelves.", valueName: "file"))
  var stack: String?

  @Option(help: "How to print.")
  var format = Format.text

  @Flag(help: "Links, reviews and channels that changed, too.")
  var all = false

  @Flag(help: "End with 1 where something changed.")
  var exitCode = false

  @OptionGroup var languageOption: LanguageOption

  mutating func validate() throws {
    if let since {
      guard Catalog.isPeriod(since) else {
        throw ValidationError("'--since' takes a day, a month or a year: 2026-01-31, 2026-01, 2026")
      }
      guard operands.count <= 1 else {
        throw ValidationError("'--since' looks at one catalog; two are compared without it")
      }
    } else if operands.count != 2 {
      throw ValidationError("name an older catalog and a newer one, or a day with '--since'")
    }
  }

  mutating func run() throws {
    let ours = try stack.map { try Set(StackCommand.open($0).stack.entries.map(\.id).filter { !$0.isEmpty }) }
    let language = languageOption.language
    let comparison: Comparison
    if let since {
      comparison = Comparison(since: since, in: try load(operands), language, stack: ours)
    } else {
      comparison = Comparison(
        from: try load([operands[0]]), to: try load([operands[1]]), in: language, stack: ours)
    }
    let report = DiffReport(comparison, listsAll: all)
    switch format {
    case .text: Output.write(VisibleText(lines: report.text(fold: Console().fold)))
    case .markdown: Output.write(VisibleText(lines: report.markdown))
    case .json: Output.write(VisibleText(json: report.json))
    }
    if exitCode, !report.changes.isEmpty { throw ExitCode(ExitStatus.no) }
  }

  private func load(_ operands: [String]) throws -> Catalog {
    do {
      return try LoadedCatalog(operands: operands).catalog
    } catch {
      Output.writeError(error.report)
      throw ExitCode(ExitStatus.unreadableFile)
    }
  }
}
