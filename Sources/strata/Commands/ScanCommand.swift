import ArgumentParser
import Glibc
import StrataCatalog
import StrataScan
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

  @Flag(help: "Print every proof and every line.")
  var all = false

  @Option(name: .customLong("lang"), help: "The language to print; by default the locale's.")
  var language: Language?

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
        throw ExitCode(ExitStatus.unreadableCatalog)
      }
    }
    progress.clear()
    let result = scan.result
    let skipped = FolderWalk.Skip.allCases.compactMap { skip in walk.skipped[skip].map { (skip.rawValue, $0) } }
    let report = ScanReport(result, catalog: catalog, files: walk.files, skipped: skipped, showsAll: all)
    let language = language ?? Language(environment: Environment()) ?? .en
    switch format {
    case .text: Output.write(report.text(in: language))
    case .json: Output.write(report.json)
    case .yaml: Output.write(report.yaml)
    case .markdown: Output.write(report.markdown(in: language))
    }
    if result.sure.isEmpty { throw ExitCode(1) }
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
