public import ArgumentParser
import Glibc
import StrataCatalog
public import StrataStack
import StrataText
import StrataYAML

/// A team's own stack: begins one, hands it to other programs, takes one over from them.
struct StackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stack", abstract: "Begin, export or import the stack of tools that your team uses.",
    discussion: """
      The stack is a YAML file of your own, made for git: the one of --stack, else of $STRATA_STACK, else .strata/stack.yaml or \
      strata-stack.yaml in this folder or above it, else $XDG_DATA_HOME/strata/stack.yaml. 'strata check --stack FILE' tells \
      what of it was retired, deprecated or relicensed.
      """,
    subcommands: [Begin.self, Export.self, Import.self])

  /// The day in the machine's own time, ISO 8601.
  static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
  }

  /// Reads the stack that is meant.
  ///
  /// - Throws: `ExitCode` 3, once standard error says why.
  static func open(_ option: String?) throws -> (file: StackFile, bytes: [UInt8], stack: Stack) {
    guard let file = StackFile.find(option: option, environment: Environment()) else {
      Output.writeError("strata: there is no stack here yet; 'strata stack init' writes one\n")
      throw ExitCode(ExitStatus.unreadableFile)
    }
    do {
      let bytes = try file.read()
      let (stack, diagnostics) = Stack.read(bytes, name: file.path)
      let report = CheckReport(
        diagnostics, source: { _ in bytes }, columns: TextWidth.columns,
        width: Console(descriptor: STDERR_FILENO).columns)
      if !diagnostics.isEmpty { Output.writeError(report.text) }
      guard let stack else { throw ExitCode(ExitStatus.unreadableFile) }
      return (file, bytes, stack)
    } catch let problem as FileProblem {
      Output.writeError("strata: \(FileFailure(path: file.path, problem: problem).sentence)\n")
      throw ExitCode(ExitStatus.unreadableFile)
    }
  }
}

extension StackCommand {
  /// `strata stack init`
  struct Begin: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "Write a commented stack to begin with.",
      discussion: """
        Exit status 1: the file is there already. 74: it cannot be written.

        Examples:
          strata stack init
          strata stack init .strata/stack.yaml
        """)

    @Argument(help: ArgumentHelp("Where to write it; '-' for standard output.", valueName: "file"))
    var path = "strata-stack.yaml"

    static let text = """
      # What we use of the cloud native landscape, and what we think of it. Made for git: strata changes only what it has to.
      stack:
        version: 1
        name: Our team
        # The rings, the most recommended first. A tool that is not decided yet has the status unsorted.
        rings: [adopted, trial, assess, hold, retired]

      # A tool by its id (strata list prints them), or name: and category: for one of your own:
      #
      #   - id: prometheus
      #     status: adopted
      #     owner: team-observability
      #     note: One server per cluster; Thanos keeps the rest.
      #     moves: [{to: trial, on: 2025-03-01}, {to: adopted, on: 2025-09-15}]
      #     ignore: [relicensed]       # a warning that you have answered
      #
      # strata scan --stack FILE adds what it finds; strata check --stack FILE tells what was retired or relicensed.
      tools:

      """

    mutating func run() throws {
      if path == "-" { return Output.write(VisibleText(lines: Self.text)) }
      try StarterFile.write(Self.text, to: path)
      Output.writeError(
        "strata: wrote \(path); 'strata scan . --stack \(path)' fills it with what this folder uses\n")
    }
  }

  /// `strata stack export`
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the stack in a form that another program reads.",
      discussion: """
        byor-csv and byor-json are Thoughtworks' Build Your Own Radar, zalando its config.json: they take four rings, the first \
        four unless --rings chooses. aoe is a folder of files and needs --output. What has none of the rings is counted on \
        standard error.

        Examples:
          strata stack export --format svg --output radar.svg
          strata stack export --format byor-json --rings adopted,trial > radar.json
          strata stack export --format aoe --output radar-site
        """)

    @OptionGroup var catalogs: CatalogOptions

    @Option(help: ArgumentHelp("The stack's file.", valueName: "file"))
    var stack: String?

    @Option(help: "The form.")
    var format = StackExport.Format.markdown

    @Option(help: ArgumentHelp("The rings to export, the innermost first, with commas between.", valueName: "rings"))
    var rings: String?

    @Option(
      help: ArgumentHelp(
        "The folder to write to, over what an earlier export left there; or a file with the form's ending: radar.svg.",
        valueName: "folder"))
    var output: String?

    @OptionGroup var languageOption: LanguageOption

    mutating func validate() throws {
      if format == .aoe, output == nil {
        throw ValidationError("'--format aoe' is a folder of files: name it with '--output'")
      }
    }

    mutating func run() throws {
      let catalog = try catalogs.load().catalog
      let (_, _, read) = try StackCommand.open(stack)
      let chosen = rings?.split(separator: ",").map { String($0.drop { $0 == " " }) }
      for ring in chosen ?? [] where !read.rings.contains(ring) {
        throw UsageMistake(
          "the stack has no ring '\(ring)'\(UsageMistake.hint(Nearest.likely(ring, among: read.rings)))")
      }
      let export = StackExport(
        read, catalog: catalog, rings: chosen, format: format,
        language: languageOption.language,
        today: StackCommand.today)
      for file in export.files(format) {
        guard let output else {
          Output.write(VisibleText(lines: file.text))
          continue
        }
        let isFile = file.name.isEmpty && output.hasSuffix(".\(format.ending)")
        let path = isFile ? output : output + "/" + (file.name.isEmpty ? "stack.\(format.ending)" : file.name)
        do {
          let there = try? StackFile(path: path).read()
          try StackFile(path: path).write(Array(file.text.utf8), over: there)
          Output.writeError("strata: wrote \(path)\n")
        } catch {
          Output.writeError("strata: \(error.sentence(path: path))\n")
          throw ExitCode(ExitStatus.notWritten)
        }
      }
      let empty = export.emptyQuadrants(format)
      if !empty.isEmpty {
        Output.writeError(
          "strata: Build Your Own Radar loads only what has a tool in each quadrant; there is none in: \(empty.joined(separator: ", "))\n"
        )
      }
      if !export.leftOut.isEmpty {
        let parts = export.leftOut.map { "\($0.count) \($0.status)" }
        Output.writeError("strata: left out: \(parts.joined(separator: ", "))\n")
      }
    }
  }

  /// `strata stack import`
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a stack of a radar: BYOR's CSV or JSON, Backstage's radar JSON.",
      discussion: """
        Tools are joined with the catalog by address, id and name; what could not be joined is listed on standard error and \
        becomes a tool of your own.

        Example:
          strata stack import radar.csv > strata-stack.yaml
        """)

    @Argument(help: ArgumentHelp("The radar's file; '-' for standard input.", valueName: "file"))
    var path: String

    @OptionGroup var catalogs: CatalogOptions

    mutating func run() throws {
      let catalog = try catalogs.load().catalog
      do {
        let bytes = path == "-" ? try StandardInput.process.read(progress: { _ in }) : try StackFile(path: path).read()
        let radar = try StackImport(bytes, name: path, catalog: catalog)
        Output.write(VisibleText(lines: radar.stackFile(in: catalog, today: StackCommand.today)))
        if !radar.unknown.isEmpty {
          let names = radar.unknown.map(\.name).joined(separator: ", ")
          Output.writeError("strata: not in the catalog (\(radar.unknown.count)): \(names)\n")
        }
      } catch let problem as FileProblem {
        Output.writeError("strata: \(FileFailure(path: path, problem: problem).sentence)\n")
        throw ExitCode(ExitStatus.unreadableFile)
      } catch let failure as StackImport.Failure {
        switch failure {
        case .unknownForm:
          Output.writeError("strata: \(path): neither a table with the columns name and ring, nor JSON of a radar\n")
        case .unreadable(let diagnostics):
          Output.writeError("strata: \(path): \(diagnostics.first?.message ?? "no JSON")\n")
        }
        throw ExitCode(ExitStatus.unreadableFile)
      }
    }
  }
}

extension StackExport.Format: ExpressibleByArgument {
  /// How a file of that form is called.
  fileprivate var ending: String {
    switch self {
    case .markdown: "md"
    case .csv, .byorCSV: "csv"
    case .json, .byorJSON, .backstageRadar, .zalando: "json"
    case .backstageCatalog, .aoe: "yaml"
    case .svg: "svg"
    }
  }
}
