import ArgumentParser
import StrataText
import StrataYAML

/// What the YAML parser reads: every document of a file as JSON, one a line, every scalar as text.
struct DebugYAMLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yaml", abstract: "Print the documents of a YAML file as JSON, one a line.",
    discussion: "Exit status 1: there are mistakes in it. 3: the file cannot be read at all.")

  @Argument(help: "The file, or '-' for standard input.")
  var file = "-"

  mutating func run() throws {
    let bytes: [UInt8]
    do {
      bytes = file == "-" ? try FileReader.readStandardInput() : try FileReader.read(file)
    } catch {
      Output.writeError("strata: \(FileFailure(path: file, problem: error).sentence)\n")
      throw ExitCode(ExitStatus.unreadableFile)
    }
    let (document, diagnostics) = Document.parse(bytes, name: file == "-" ? "<stdin>" : file)
    var lines = SourceLines(bytes[...], columns: TextWidth.columns)
    let report = diagnostics.map { $0.rendered(in: &lines) + "\n" }
    Output.writeError(VisibleText(lines: report.joined()))
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(ExitStatus.no) }
    for root in document.roots { Output.write(VisibleText(json: document.json(of: root) + "\n")) }
  }
}
