import Foundation
import StrataYAML
import Testing

/// One line of `conformance.tsv`: a small input written for strata, the production of YAML 1.2.2 that it turns on, and
/// what the specification makes of it.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  var production: Int
  var name: String
  var input: String
  /// A tree a document; nil where the input is refused.
  var trees: [JSON]?

  var testDescription: String { "[\(production)] \(name) \(input.debugDescription)" }

  static let all: [ConformanceCase] = {
    let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("conformance.tsv")
    guard let text = try? String(contentsOf: table, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 4, let production = Int(columns[0]),
        case .string(let input)? = try? JSON.parse(columns[2])
      else { return nil }
      var trees: [JSON]?
      if columns[3] != "refused" {
        guard case .array(let documents)? = try? JSON.parse(columns[3]) else { return nil }
        trees = documents
      }
      return ConformanceCase(production: production, name: columns[1], input: input, trees: trees)
    }
  }()
}

@Suite("What the specification says, in inputs of our own") struct ConformanceTableTests {
  /// A table that was not found, or lines that were not understood, must not pass for a success.
  @Test func holdsTheWholeTable() {
    #expect(ConformanceCase.all.count == 615)
    #expect(Set(ConformanceCase.all.map(\.production)).count == 45)
  }

  @Test(arguments: ConformanceCase.all)
  func readsTheInputOrRefusesIt(_ conformanceCase: ConformanceCase) throws {
    let (document, diagnostics) = Document.parse(Array(conformanceCase.input.utf8), name: "input")
    guard let trees = conformanceCase.trees else {
      #expect(diagnostics.contains { $0.severity == .error })
      return
    }
    #expect(diagnostics.isEmpty)
    #expect(try document.roots.map { try JSON.parse(document.json(of: $0)) } == trees)
  }
}
