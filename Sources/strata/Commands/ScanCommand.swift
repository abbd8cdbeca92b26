import ArgumentParser
import Glibc
import StrataCatalog
import StrataExplorer
import StrataScan
import StrataStack
import StrataText

/// Finds the tools that a folder's files use.
struct ScanCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, yaml, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Find the tools that files use: manifests, charts, pipelines, dependencies.",
    discussion: """
      Reads Kubernetes manifests, Helm charts, Kustomize, compose files, Dockerfiles, Terraform, pipelines, dependency \
      files and SBOMs, and prints a tool a line with the first line that proves it. '-' reads standard input, such as \
      the output of kubectl get crd -o name. Nothing is sent anywhere, and no value beside a token is kept. \
      Exit status 1: nothing found.

      Examples:
        strata scan .
        strata scan . --open
        kubectl get crd -o name | strata scan -
        strata scan charts/ --format yaml > strata-stack.yaml
      """)

  @Argument(help: ArgumentHelp("Folders, files, or '-'; by default this folder.", valueName: "path"))
  var paths: [String] = ["."]

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print: text, json, yaml (entries of a stack file) or markdown.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Add what is found, and not in it yet, to this stack, as unsorted; it is made where it is missing.",
      valueName: "file"))
  var stack: String?

  @Flag(help: "Print every proof and every line.")
  var all = false

  @Flag(
    name: .customLong("open"),
    help: "Open the explorer on what is found: proofs beside it, Space takes a tool over into your stack.")
  var opens = false

  @OptionGroup var languageOption: LanguageOption

  mutating func validate() throws {
    guard opens, format != .text || all else { return }
    throw ValidationError("'--open' shows what is found; '--format' and '--all' print it")
  }

  /// The explorer over the same catalogs, with this to begin with.
  var invocation: Invocation {
    var invocation = Invocation()
    invocation.catalogs = catalogs.paths
    let companions = catalogs.companions(operands: [])
    invocation.guides = companions.guides
    invocation.settings = companions.settings
    invocation.language = languageOption.chosen
    invocation.stacks = stack.map { [$0] } ?? []
    invocation.scanned = paths
    return invocation
  }

  mutating func run() throws {
    if opens { throw ExitCode(Exploration(invocation).run()) }
    let catalog = try catalogs.load().catalog
    let progress = ScanProgress()
    let scan = FolderScanning.scan(paths, over: catalog) { progress.show($0) }
    progress.clear()
    if case .failed(let sentence) = scan.state {
      Output.writeError("strata: \(sentence)\n")
      throw ExitCode(ExitStatus.unreadableFile)
    }
    let result = scan.result
    let report = ScanReport(result, catalog: catalog, files: scan.files, skipped: scan.skipped, showsAll: all)
    let language = languageOption.language
    switch format {
    case .text: Output.write(report.text(in: language, fold: Console().fold))
    case .json: Output.write(report.json)
    case .yaml: Output.write(report.yaml)
    case .markdown: Output.write(report.markdown(in: language))
    }
    if let stack { try add(result, to: stack) }
    if result.sure.isEmpty { throw ExitCode(ExitStatus.no) }
  }
}

extension ScanCommand {
  /// Writes what is new to the stack; a person's line stays as it is.
  private func add(_ result: ScanResult, to path: String) throws {
    let file = StackFile(path: path)
    do {
      let old = RawPath.exists(path) ? try file.read() : nil
      var editor = try StackEditor(old ?? [], name: path)
      let found = result.sure.map(\.found)
      let added = try editor.addFound(found, today: StackCommand.today)
      if !added.isEmpty { try file.write(editor.source, over: old) }
      Output.writeError("strata: \(added.count) of \(found.count) tools are new in \(path)\n")
    } catch let problem as FileProblem {
      Output.writeError("strata: \(FileFailure(path: path, problem: problem).sentence)\n")
      throw ExitCode(ExitStatus.unreadableFile)
    } catch let failure as StackEditor.Failure {
      Output.writeError("strata: \(failure.sentence(path: path))\n")
      throw ExitCode(ExitStatus.unreadableFile)
    } catch let problem as StackFile.WriteProblem {
      Output.writeError("strata: \(problem.sentence(path: path))\n")
      throw ExitCode(ExitStatus.notWritten)
    }
  }
}

/// Says on a terminal how far a long scan is.
private final class ScanProgress {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var isShown = false

  func show(_ files: Int) -> Bool {
    if isTerminal { Output.writeProgress("\(files) files read …") }
    isShown = isTerminal
    return true
  }

  func clear() {
    if isShown { Output.writeProgress("") }
  }
}
