import StrataScreen
import StrataText
import StrataYAML
import Testing

@testable import StrataCatalog

/// What `strata check` finds beyond what opening a catalog needs.
@Suite struct CheckTests {
  private static let text = """
    layers:
      - id: runtime
        name: Runtime
        categories:
          - id: storage
            name: "Stor\\u200bage"
            tools:
              - {id: rook, name: Rook, homepage: 'https://rook.io/', maturity: graduated, tags: [Block, ceph]}
              - {id: twin, name: Twin, homepage: 'http://www.rook.io', tags: [block, Ceph, ceph]}
              - id: late
                name: Late
                summary: A summary.
                maturity: incubating
                accepted: 2020-05-01
                incubating: 2019-05-01
                graduated: 2021-01-01
              - {id: argo, name: Аrgo, summary: Cyrillic A.}
              - {id: sandy, name: Sandy, summary: S., maturity: sandbox}
              - {id: fine, name: Ænix 镜像 α, summary: S., maturity: sandbox, accepted: 2020-01-01}

    """

  private func report(_ text: String = text) -> CheckReport {
    let bytes = Array(text.utf8)
    let (_, diagnostics) = Catalog.read(
      [Catalog.Input(files: [Catalog.Source(name: "a,b.yaml", bytes: bytes)])], scrutiny: .strict)
    return CheckReport(
      diagnostics, source: { $0 == "a,b.yaml" ? bytes : nil }, columns: TextWidth.columns, listsAll: true)
  }

  @Test func `finds what contradicts, repeats or hides`() {
    #expect(
      report().text == #"""
        a,b.yaml:6:15: warning: category name 'Stor\#u{FFFD}age' has an invisible character (U+200B) [invisible-character]
                name: "Stor\u200bage"
                      ^~~~~~~~~~~~~~~
        hint: remove the character
        a,b.yaml:8:30: warning: project 'Rook' is graduated without a date for 'graduated' [missing-date]
                  - {id: rook, name: Rook, homepage: 'https://rook.io/', maturity: graduated, tags: [Block, ceph]}
                                     ^~~~
        hint: add 'graduated: …', the day of it
        a,b.yaml:8:30: warning: project 'Rook' has no description [missing-summary]
                  - {id: rook, name: Rook, homepage: 'https://rook.io/', maturity: graduated, tags: [Block, ceph]}
                                     ^~~~
        a,b.yaml:9:47: warning: the same homepage twice: 'http://www.rook.io' (first at line 8) [same-homepage]
                  - {id: twin, name: Twin, homepage: 'http://www.rook.io', tags: [block, Ceph, ceph]}
                                                      ^~~~~~~~~~~~~~~~~~
        a,b.yaml:9:75: warning: tag 'block' differs from 'Block' (at line 8) in case only [tag-case]
                  - {id: twin, name: Twin, homepage: 'http://www.rook.io', tags: [block, Ceph, ceph]}
                                                                                  ^~~~~
        hint: did you mean 'Block'?
        a,b.yaml:9:82: warning: tag 'Ceph' differs from 'ceph' (at line 8) in case only [tag-case]
                  - {id: twin, name: Twin, homepage: 'http://www.rook.io', tags: [block, Ceph, ceph]}
                                                                                         ^~~~
        hint: did you mean 'ceph'?
        a,b.yaml:15:25: warning: 'incubating' (2019-05-01) is before 'accepted' (2020-05-01) [contradicting-dates]
                    incubating: 2019-05-01
                                ^~~~~~~~~~
        a,b.yaml:16:24: warning: project 'Late' is incubating, but has a date for 'graduated' [date-beyond-maturity]
                    graduated: 2021-01-01
                               ^~~~~~~~~~
        a,b.yaml:17:30: warning: tool name 'Аrgo' mixes scripts in 'Аrgo': 'А' (U+0410) only looks Latin [homoglyph]
                  - {id: argo, name: Аrgo, summary: Cyrillic A.}
                                     ^~~~
        hint: type the word anew
        a,b.yaml:18:31: warning: project 'Sandy' is sandbox without a date for 'accepted' [missing-date]
                  - {id: sandy, name: Sandy, summary: S., maturity: sandbox}
                                      ^~~~~
        hint: add 'accepted: …', the day of it
        0 errors, 10 warnings

        """#)
  }

  @Test func `prints an object a finding as JSON`() {
    let text = "layers:\n  - {id: a, name: 层, kind: \"fl\\tr\"}\n  - {id: a, name: B}\n"
    #expect(
      report(text).json == #"""
        [
          {"severity": "warning", "kind": "bad-kind", "file": "a,b.yaml", "line": 2, "column": 29, "offset": 37, "length": 7, "message": "'kind' must be floor or column, not 'fl\tr'; taken as floor", "hint": null},
          {"severity": "error", "kind": "duplicate-id", "file": "a,b.yaml", "line": 3, "column": 10, "offset": 55, "length": 1, "message": "duplicate layer id 'a' (first used at line 2)", "hint": null}
        ]

        """#)
    #expect(report("layers: []\n").json == "[]\n")
  }

  @Test func `prints a workflow command a finding for GitHub`() {
    let text = "layers:\n  - {id: a, name: 层, kind: flor}\n  - {id: a%, name: B}\n"
    #expect(
      report(text).github == """
        ::warning file=a%2Cb.yaml,line=2,col=29,title=bad-kind::'kind' must be floor or column, not 'flor'; taken as floor%0Adid you mean 'floor'?
        ::warning file=a%2Cb.yaml,line=3,col=10,title=bad-id::layer id 'a%25' is not lower-case words joined by hyphens%0Adid you mean 'a'?

        """)
    #expect(report("layers: []\n").github == "")
  }

  @Test func `counts`() {
    #expect(report("layers: []\n").text == "nothing found\n")
    let broken = report("layers:\n  - {id: a, name: A}\n  - {id: a, name: A}\n")
    #expect(broken.errorCount == 1)
    #expect(broken.warningCount == 0)
    #expect(broken.text.string.hasSuffix("\n1 error, 0 warnings\n"))
  }

  @Test func `a finding is rendered as alone, however many there are`() {
    let lines = (0..<300).map { "  - {id: l\($0), name: L, key\($0): 镜像}\n" }
    let text = "layers:\n" + lines.joined()
    let bytes = Array(text.utf8)
    let (_, diagnostics) = read(("a,b.yaml", text))
    let alone = diagnostics.map { diagnostic in
      let text = diagnostic.rendered(source: bytes, columns: TextWidth.columns) + "\n"
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { $0 == 0 ? $1 + " [unknown-key]" : $1 }.joined(separator: "\n")
    }.joined()
    #expect(report(text).text.string == alone + "0 errors, 300 warnings\n")
  }

  @Test func `opening a catalog does not look so closely`() {
    #expect(read(("team.yaml", Self.text)).diagnostics == [])
  }

  @Test(
    arguments: [
      ("Серһ", "Серһ"), ("The СОКА", "СОКА"), ("ＧＯ", "ＧＯ"), ("Кubе", "Кubе"),
      // Words that cannot be meant as Latin ones, and single letters.
      ("Яндекс", nil), ("Λόγος", nil), ("ＡＩ平台", nil), ("容器", nil), ("Plan С", nil), ("Plan C", nil),
    ] as [(String, String?)])
  func findsWordsThatOnlyLookLatin(_ name: String, _ word: String?) {
    #expect(Characters.mixedWord(in: name)?.word == word)
  }

  @Test func aWordOfLookAlikesAloneIsToldWithoutAMixture() {
    let text = "layers: [{id: l, name: Серһ}]\n"
    let source = Catalog.Source(name: "a.yaml", bytes: Array(text.utf8))
    let (_, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: .checking)
    #expect(
      diagnostics.map(\.message) == ["layer name 'Серһ' has a word that only looks Latin: 'Серһ' begins with U+0421"])
  }
}
