import ArgumentParser
import StrataCatalog
import StrataStack
import StrataText
import StrataYAML

/// Reports everything that is wrong in catalogs.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report everything that is wrong in a catalog.",
    discussion: """
      A landscape2 file is held against landscape2's own rules; a guide, settings or games are checked by themselves, too. \
      A comment '# strata: ignore KIND' leaves out what is found on its line.

      Kinds: \(FindingKinds.names.joined(separator: ", ")).

      Exit status 1: there are errors; with --strict, or warnings. 3: a file cannot be read at all.

      Examples:
        strata check landscape.yml
        strata check --strict team.yaml --format github
        strata check --only same-homepage,missing-summary landscape.yml
        strata check --stack strata-stack.yaml --fail-on retired
      """)

  /// How findings are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, github, sarif
  }

  @Argument(help: ArgumentHelp("The catalogs; by default the one strata ships.", valueName: "catalog"))
  var operands: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print; 'github' annotates the lines of a change there.")
  var format = Format.text

  @Option(
    help: ArgumentHelp("Print findings of this kind only. Repeatable, or with commas between.", valueName: "kind"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Leave out findings of this kind. Repeatable, or with commas between.", valueName: "kind"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Check this stack against the catalog instead: what of it was retired, deprecated, relicensed, replaced.",
      valueName: "file"))
  var stack: String?

  @Option(
    help: ArgumentHelp(
      """
      With --stack: what is an error of the adopted tools, as kinds of warnings, or as statuses, with commas between; 'none' for \
      nothing. By default retired,relicensed.
      """, valueName: "kinds"))
  var failOn: String?

  @Flag(help: "Print each finding, also where a file has more than ten of a kind.")
  var all = false

  @Flag(help: "Look for missing dates and descriptions and tags that differ in case, too, and fail on warnings.")
  var strict = false

  mutating func validate() throws {
    if failOn != nil, stack == nil { throw ValidationError("'--fail-on' belongs to '--stack'") }
  }

  mutating func run() throws {
    if let stack { return try checkStack(stack) }
    let kinds = FindingKinds(only: try names(in: only), ignoring: try names(in: ignore))
    let inputs = try inputs()
    let sources = inputs.flatMap { $0.files + [$0.guide, $0.settings].compactMap { $0 } }
    let (_, diagnostics) = Catalog.read(
      inputs, shipped: ShippedCatalog.open(), scrutiny: strict ? .strict : .checking, kinds: kinds)
    let report = CheckReport(
      diagnostics, source: { name in sources.first { $0.name == name }?.bytes }, columns: TextWidth.columns,
      width: Console().columns, listsAll: all)
    try print(report)
  }

  private func print(_ report: CheckReport) throws {
    switch format {
    case .text: Output.writeLines(report.text.string)
    case .json: Output.write(report.json)
    case .github: Output.write(report.github)
    case .sarif: Output.write(report.sarif)
    }
    if report.errorCount > 0 || strict && report.warningCount > 0 { throw ExitCode(ExitStatus.no) }
  }

  /// What is wrong in the file, and what the catalog knows of its tools.
  private func checkStack(_ path: String) throws {
    let catalog = try catalogs.load(operands: operands).catalog
    let file = StackFile(path: path)
    do {
      let bytes = try file.read()
      let (stack, mistakes) = Stack.read(bytes, name: path)
      let failing = failOn.map { Set($0.split(separator: ",").map(String.init)) }
      for word in failing ?? [] {
        let known = StackWarning.Kind.allCases.map(\.rawValue) + (stack?.rings ?? []) + [Stack.unsorted, "none"]
        guard known.contains(word) else {
          throw UsageMistake("'--fail-on' knows no '\(word)'\(UsageMistake.hint(Nearest.likely(word, among: known)))")
        }
      }
      let findings = (mistakes + (stack?.findings(in: catalog, failOn: failing) ?? [])).filter { finding in
        (only.isEmpty || only.contains(finding.kind)) && !ignore.contains(finding.kind)
      }
      let report = CheckReport(
        findings.sorted { $0.place.offset < $1.place.offset }, source: { _ in bytes }, columns: TextWidth.columns,
        width: Console().columns, listsAll: all)
      try print(report)
    } catch let problem as FileProblem {
      Output.writeError("strata: \(FileFailure(path: path, problem: problem).sentence)\n")
      throw ExitCode(ExitStatus.unreadableFile)
    }
  }

  /// The kinds that the values of an option name.
  private func names(in values: [String]) throws -> [String] {
    let names = values.flatMap { $0.split(separator: ",").map(String.init) }
    for name in names where !FindingKinds.names.contains(name) {
      let hint = UsageMistake.hint(FindingKinds.suggestion(for: name))
      throw UsageMistake("there is no kind of finding called '\(name)'\(hint)")
    }
    return names
  }

  private func inputs() throws -> [Catalog.Input] {
    try catalogs.requireCatalog(operands: operands)
    let paths = catalogs.paths + operands
    if paths.isEmpty { return [Catalog.Input(files: ShippedCatalog.sources)] }
    do {
      let order = catalogs.companions(operands: operands)
      return try CatalogFiles(operands: paths, guides: order.guides, settings: order.settings).read { _ in }
    } catch {
      Output.writeError("strata: \(error.sentence)\n")
      throw ExitCode(ExitStatus.unreadableFile)
    }
  }
}
