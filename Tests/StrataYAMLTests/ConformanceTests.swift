import Foundation
import StrataYAML
import Testing

/// The cases of the yaml-test-suite, where its data lies beside the package.
struct SuiteCase: Decodable, CustomTestStringConvertible, Sendable {
  var id: String
  var yaml: String
  /// The trees of the documents with every scalar as written; nil where JSON cannot express them.
  var text: JSON?
  var error: Bool

  var testDescription: String { id }

  static let all: [SuiteCase] = {
    guard let data = FileManager.default.contents(atPath: sharedPath("data/yaml/cases.jsonl")) else { return [] }
    return data.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONDecoder().decode(SuiteCase.self, from: $0) }
  }()
}

/// A JSON value, compared as the suite compares: nothing written may be null or an empty string.
enum JSON: Decodable, Hashable, Sendable {
  case null
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let items = try? container.decode([JSON].self) {
      self = .array(items)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  static func parse(_ text: String) throws -> JSON {
    // Foundation decodes no lone scalar on every version: it does inside an array.
    guard case .array(let items) = try JSONDecoder().decode(JSON.self, from: Data("[\(text)]".utf8)) else {
      return .null
    }
    return items[0]
  }
}

/// A path beside the package's folder.
func sharedPath(_ path: String) -> String {
  var url = URL(fileURLWithPath: #filePath)
  for _ in 0..<3 { url.deleteLastPathComponent() }
  return url.appendingPathComponent("../shared/\(path)").standardizedFileURL.path
}

@Suite struct ConformanceTests {
  /// Valid, but two ways of reading it are open: a %YAML directive with a second version.
  static let refusedThoughValid: Set<String> = ["ZYU8/02"]

  @Test(.enabled(if: !SuiteCase.all.isEmpty), arguments: SuiteCase.all)
  func readsTheSuiteOrRefuses(_ suiteCase: SuiteCase) throws {
    let (document, diagnostics) = Document.parse(Array(suiteCase.yaml.utf8), name: suiteCase.id)
    if suiteCase.error || Self.refusedThoughValid.contains(suiteCase.id) {
      #expect(!diagnostics.isEmpty)
      return
    }
    guard case .array(let expected) = suiteCase.text else {
      // Keys that are collections, and equal keys, have no tree of text.
      #expect(!diagnostics.isEmpty)
      return
    }
    #expect(diagnostics.isEmpty)
    let read = try document.roots.map { try JSON.parse(document.json(of: $0)) }
    #expect(read == expected || (expected.isEmpty && read == [.null]))
  }
}
