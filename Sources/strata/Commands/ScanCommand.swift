import ArgumentParser
import Glibc
import StrataCatalog
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

  @OptionGroup var languageOption: LanguageOption

  mutating func run() throws {
    let catalog = try catalogs.load().catalog
    var table = SignalTable.shipped
    table.add(catalog)
    var scan = Scan(table: table)
    var progress = ScanProgress()
    var walk = FolderWalk { progress.show($0) }
    for path in paths {
      if path == "-" {
        walk.scanInput(into: &scan)
        continue
      }
      do {
        try walk.scan(path, into: &scan)
      } catch {
        progress.clear()
        Output.writeError("strata: \(FileFailure(path: path, problem: error).sentence)\n")
        throw ExitCode(ExitStatus.unreadableFile)
      }
    }
    progress.clear()
    let result = scan.result
    let skipped = FolderWalk.Skip.allCases.compactMap { skip in walk.skipped[skip].map { (skip.rawValue, $0) } }
    let report = ScanReport(result, catalog: catalog, files: walk.files, skipped: skipped, showsAll: all)
    let language = languageOption.language
    switch format {
    case .text: Output.write(report.text(in: language))
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
      let old = access(path, F_OK) == 0 ? try file.read() : nil
      var editor = try StackEditor(old ?? [], name: path)
      let found = result.sure.map { use in
        (id: use.tool, proofs: use.proofs.prefix(3).map { $0.line == 0 ? $0.path : "\($0.path):\($0.line)" })
      }
      let added = try editor.addFound(found)
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
      throw ExitCode(ExitStatus.unreadableFile)
    }
  }
}

/// Says on a terminal how far a long scan is.
private struct ScanProgress {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var shown = 0

  mutating func show(_ files: Int) {
    guard isTerminal, files % 200 == 0, ContinuousClock.now - start > .milliseconds(200) else { return }
    shown = files
    Output.writeError("\r\(files) files read …")
  }

  mutating func clear() {
    if shown > 0 { Output.writeError("\r\u{1B}[K") }
    shown = 0
  }
}
