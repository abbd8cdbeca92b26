import Foundation
import StrataCatalog
import Testing

@testable import StrataScan

@Suite("The table of signals") struct SignalTests {
  @Test func everyLineIsASignalOfAToolThatTheCatalogHas() throws {
    let catalog = try #require(Files.catalog)
    #expect(Files.table.badLines == [])
    #expect(Files.table.signals.count > 1_100)
    #expect(Files.table.missing(in: catalog) == [])
  }

  @Test func everyKindHasAPlaceOfItsOwn() {
    #expect(TokenKind.allCases.map(\.index) == Array(TokenKind.allCases.indices))
  }

  @Test func saysNothingTwiceAndIsSorted() throws {
    let text = try String(contentsOf: Files.root.appending(path: "Resources/signals/signals.txt"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == Files.table.signals.count)
    let tools = lines.map { $0.split(separator: " ")[0].split(separator: ",")[0] }.filter { $0 != "-" }
    #expect(tools == tools.sorted())
  }

  @Test func theLongestPatternCounts() {
    let table = SignalTable(
      """
      # comment
      a  runs  image  x/*
      b  runs  image  x/y*
      -  -     image  x/y-no
      c  uses  group  *.example.org
      d  uses  nothing  z
      e  wrong group  z
      """)
    #expect(table.badLines == [6, 7])
    #expect(table.signal(.image, "X/z")?.tools == ["a"])
    #expect(table.signal(.image, "x/yes")?.tools == ["b"])
    #expect(table.signal(.image, "x/y-no")?.tools == [])
    #expect(table.signal(.image, "x")?.tools == nil)
    #expect(table.signal(.group, "deep.example.org")?.tools == ["c"])
    #expect(table.signal(.group, "example.org")?.tools == nil)
    #expect(table.signal(.image, String(repeating: "x/y", count: 200)) == nil)
  }
}

/// Six repositories whose tools a person listed.
@Suite("What a careful reader found", .enabled(if: FileManager.default.fileExists(atPath: Files.shared.path)))
struct TruthTests {
  @Test func findsAlmostAllAndLittleElse() throws {
    let truth = try String(contentsOf: Files.shared.appending(path: "truth.tsv"), encoding: .utf8)
    var wanted: [String: Set<String>] = [:]
    var shown: [String: Set<String>] = [:]
    for line in truth.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns[2] == "uses" else { continue }
      wanted[columns[0], default: []].insert(columns[1])
      if columns[3] == "yes" { shown[columns[0], default: []].insert(columns[1]) }
    }
    var right = 0
    var wrong = 0
    var missed = 0
    for (repository, tools) in wanted {
      let folder = Files.shared.appending(path: "repos/\(repository)")
      var scan = Scan(table: Files.catalogTable)
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
        guard let bytes = FileManager.default.contents(atPath: folder.appending(path: path).path) else { continue }
        scan.read(path, Array(bytes), piece: 65_536)
      }
      let found = Set(scan.result.sure.map(\.tool))
      right += found.intersection(tools).count
      wrong += found.subtracting(tools).count
      missed += shown[repository, default: []].subtracting(found).count
      for use in scan.result.sure {
        for proof in use.proofs where proof.line > 0 {
          let text = try String(contentsOf: folder.appending(path: proof.path), encoding: .utf8)
          let line = text.split(separator: "\n", omittingEmptySubsequences: false)[proof.line - 1].lowercased()
          let start = proof.token.lowercased().split(separator: "/").last.map(String.init) ?? ""
          #expect(line.contains(start) || proof.token == "v1", "\(proof)")
        }
      }
    }
    #expect(Double(right) / Double(right + wrong) >= 0.95)
    #expect(Double(right) / Double(right + missed) >= 0.92)
  }
}
