import Foundation
import StrataScreen
import StrataYAML
import Testing

@testable import StrataCatalog

/// Single mistakes in files that landscape2 reads otherwise, and what `strata check` says of each.
@Suite struct Landscape2RulesTests {
  enum File: String, CaseIterable {
    case data = "landscape.yml"
    case settings = "settings.yml"
    case guide = "guide.yml"
    case games = "games.yml"
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var file: File
    var text: String
    var says: [String]

    /// - Parameters:
    ///   - written: what stands in the file without mistakes.
    ///   - wrong: what stands there instead.
    ///   - says: `line:column: severity: message [kind]`
    init(_ title: String, _ file: File, _ written: String, _ wrong: String, says: String...) {
      testDescription = title
      self.file = file
      let whole = Landscape2RulesTests.text(of: file)
      guard let range = whole.range(of: written) else { preconditionFailure(title) }
      text = whole.replacingCharacters(in: range, with: wrong)
      self.says = says
    }
  }

  /// The file, read by itself: `line:column: severity: message [kind]`, a finding each.
  private static func findings(_ file: File, _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let source = Catalog.Source(name: file.rawValue, bytes: bytes)
    let (_, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: .checking)
    var lines = SourceLines(bytes[...], columns: TextWidth.columns)
    // Which places there are is the reader's matter.
    return diagnostics.filter { !["dangling-path", "undeclared-place"].contains($0.kind) }.map { diagnostic in
      let excerpt = lines.excerpt(of: diagnostic.place)
      return
        "\(excerpt.line):\(excerpt.column): \(diagnostic.severity.word): \(diagnostic.message) [\(diagnostic.kind)]"
    }
  }

  @Test(arguments: File.allCases) func `a file without mistakes has no finding`(_ file: File) {
    #expect(Self.findings(file, Self.text(of: file)) == [])
  }

  @Test(arguments: data + settings + guide + games) func `a mistake is found at its place`(_ mistake: Mistake) {
    #expect(Self.findings(mistake.file, mistake.text) == mistake.says)
  }

  @Test(arguments: data + settings + guide + games) func `a mistake has its mend`(_ mistake: Mistake) {
    let source = Catalog.Source(name: mistake.file.rawValue, bytes: Array(mistake.text.utf8))
    let (_, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: .checking)
    for diagnostic in diagnostics where diagnostic.severity == .error {
      #expect(diagnostic.hint?.isEmpty == false, "\(diagnostic.message)")
    }
  }

  @Test(arguments: [
    ("enduser: no", "write 'enduser: false'"), ("enduser: 'true'", "write 'enduser: true'"),
    ("repo_url: http//github.com/team/tool", "did you mean 'https://github.com/team/tool'?"),
    ("repo_url: https:/github.com/team/tool", "did you mean 'https://github.com/team/tool'?"),
    ("repo_url: //github.com/team/tool", "did you mean 'https://github.com/team/tool'?"),
    ("repo_url: 'git@github.com:team/tool.git'", "did you mean 'https://github.com/team/tool'?"),
    ("repo_url: ssh://github.com/team/tool", "write the whole address, from 'https://' on"),
    ("twitter: https://mastodon.social/t", "take its page there, or leave 'twitter' out"),
    (
      "crunchbase: https://www.crunchbase.com/person/t", "take the organization's page there, or leave 'crunchbase' out"
    ),
  ]) func `a mend says what to write`(line: String, mend: String) {
    let text =
      "landscape:\n  - name: L\n    subcategories:\n      - name: C\n        items:\n          - name: T\n"
      + "            homepage_url: https://t.io\n            logo: t.svg\n            \(line)\n"
    let source = Catalog.Source(name: "landscape.yml", bytes: Array(text.utf8))
    let (_, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: .checking)
    #expect(diagnostics.map(\.hint) == [mend])
  }

  @Test func `colors are written as landscape2 reads them`() {
    let text = Self.wholeSettings.replacing("rgba(0, 107, 204, 1)", with: "'#006bcc'", maxReplacements: 1)
    let source = Catalog.Source(name: "settings.yml", bytes: Array(text.utf8))
    let (_, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: .checking)
    #expect(diagnostics.map(\.hint) == ["write 'rgba(0, 107, 204, 1)'"])
  }

  @Test(arguments: data) func `what is wrong with one item keeps the file from nobody who only looks`(
    _ mistake: Mistake
  ) {
    let source = Catalog.Source(name: "landscape.yml", bytes: Array(mistake.text.utf8))
    let (catalog, diagnostics) = Catalog.read([Catalog.Input(files: [source])])
    #expect(catalog != nil, "\(diagnostics.map(\.message))")
  }

  private static func text(of file: File) -> String {
    switch file {
    case .data: wholeData
    case .settings: wholeSettings
    case .guide: wholeGuide
    case .games: wholeGames
    }
  }
}
