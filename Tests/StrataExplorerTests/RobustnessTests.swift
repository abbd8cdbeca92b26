import StrataCatalog
import StrataExplorer
import StrataScreen
import Testing

@Suite struct RobustnessTests {
  /// Keys that lead to every screen there is.
  static let ways = [
    "", "l", "ll", "lll", "<enter>", "l<enter>", "ll<enter><tab><tab>", "2", "2<enter>", "3", "3jj<enter>", "4", "/",
    "/con", "/con<enter>", "/xyzzy", "?", "?se", ":", ":ma", "lly", "llO", "s", "<up>", "<up><right>", "f",
  ]

  @Test(arguments: Language.allCases)
  func everySmallSizeDrawsEveryScreen(language: Language) throws {
    for way in Self.ways {
      for columns in 0...8 {
        for rows in 0...4 {
          let explorer = try explorer(way, columns, rows, language, in: smallCatalog)
          let frame = explorer.frame(columns, rows)
          #expect(frame.cells.count == columns * rows)
        }
      }
    }
  }

  @Test(arguments: [(20, 5), (39, 9), (40, 12), (80, 24), (89, 11), (90, 30), (139, 40), (140, 20), (300, 80)])
  func everyScreenFillsItsSize(columns: Int, rows: Int) throws {
    for language in Language.allCases {
      for way in Self.ways {
        let frame = try explorer(way, columns, rows, language, in: smallCatalog).frame(columns, rows)
        for y in 0..<rows {
          #expect(frame.row(y).reduce(0) { $0 + Int($1.width) } == columns)
        }
        if let cursor = frame.cursor { #expect(frame.bounds.contains(cursor)) }
      }
    }
  }

  @Test func asciiDrawingUsesNothingElseBesideTheCatalogsText() throws {
    let width = TextWidth(drawsASCII: true)
    for way in Self.ways {
      let explorer = try explorer(way, 100, 30, .en, in: smallCatalog, textWidth: width)
      let text = explorer.screen(100, 30, textWidth: width)
      #expect(
        text.unicodeScalars.filter { !$0.isASCII && !"中文小型全景图容器运行时镜像仓库云原生网络链路追踪层供应可观测性".unicodeScalars.contains($0) }
          .isEmpty, "\(text)")
    }
  }

  /// Where ambiguous characters are two columns wide, none is drawn but borders, which ncurses draws by itself.
  @Test(arguments: Language.allCases) func wideAmbiguousCharactersAreNotDrawn(language: Language) throws {
    let width = TextWidth(ambiguousIsWide: true)
    for (columns, rows) in [(80, 24), (40, 12)] {
      for way in Self.ways {
        let frame = try explorer(way, columns, rows, language, in: smallCatalog, textWidth: width)
          .frame(columns, rows, textWidth: width)
        for y in 0..<rows {
          #expect(frame.row(y).reduce(0) { $0 + Int($1.width) } == columns)
          for cell in frame.row(y) where cell.width == 1 {
            let character = Character(Unicode.Scalar(cell.base)!)
            #expect(character.isASCII || "─│┌┐└┘├┤┬┴".contains(character), "\(way): \(character)")
          }
        }
      }
    }
  }

  @Test func bordersAndColumnsAlignWhereAmbiguousCharactersAreWide() throws {
    let width = TextWidth(ambiguousIsWide: true)
    func screen(_ keys: String, _ columns: Int, _ rows: Int, _ language: Language) throws -> String {
      try explorer(keys, columns, rows, language, in: smallCatalog, textWidth: width)
        .screen(columns, rows, textWidth: width)
    }
    #expect(
      try screen("ll", 80, 24, .zh) == """
         strata  1 浏览  2 全景  3 指南  4 统计  5 技术栈  / 搜索  z English  ? 帮助  q
         小型全景图 > 运行时层 > 容器运行时 > containerd
        ──────────────┬─────────────────────────────────────────────────────────────────
        >容器运行时 2 │>G containerd 已毕业  通用的运行时。
         云原生网络 1 │ S youki      沙箱    用 Rust 写的运行时。
                      │
                      │
                      │
                      │
                      │
                      │
                      │
                      │
                      │
                      │
                      │
        ──────────────┴─────────────────────────────────────────────────────────────────
         containerd                                                           G 已毕业 #
         通用的运行时。                                                                #
                                                                                       #
         I 孵化中 2017-03-29 ── G 已毕业 2019-02-28                                    #

         主页        https://containerd.io
         Up/Down 移动  Enter 打开  Right 进入  Left 返回  f 筛选  o 主页  第 1/2 个工具
        """)
    #expect(
      try screen("2", 40, 12, .en) == """
         1 Browse  2 Map  3  4  5    /  z  ?  q
         ... > Runtime > Container Runtime
        ┌ Runtime ─────────────────────────────┐
        │>Container Runtime 2                  │
        │ Cloud Native Network 1               │
        ├ Provisioning ────────────────────────┤
        │ Container Registry 0                 │
        ├ Observability ───────────────────────┤
        │ Tracing 3                            │
        └──────────────────────────────────────┘
         G gradua  S sandbo  A archiv  X retire
         Enter page  f filter   category 1 of 4
        """)
  }

  @Test func randomKeysAndSizesNeverBreakAnything() throws {
    var generator = SplitMix(state: 7)
    let alphabet =
      try Key.sequence(
        "jkhlgGnpfsSoOyz123[]?:/q+-JKrw abcem服<up><down><left><right><enter><esc><tab><backtab><pgup><pgdn><home><end>"
          + "<ctrl-t><ctrl-u><ctrl-w><backspace><alt-left><alt-right><f1>")
    var explorer = try explorer("", 80, 24, .en, in: shippedCatalog)
    var size = Size(columns: 80, rows: 24)
    for step in 0..<3000 {
      if generator.next() % 20 == 0 {
        size = Size(columns: Int(generator.next() % 160), rows: Int(generator.next() % 50))
        _ = explorer.handle(.resize(size))
      }
      let key = alphabet[Int(generator.next() % UInt64(alphabet.count))]
      _ = explorer.handle(.key(key))
      _ = explorer.advance()
      explorer.settle()
      var frame = Frame(size: size)
      explorer.draw(into: &frame)
      for y in 0..<size.rows where frame.row(y).reduce(0, { $0 + Int($1.width) }) != size.columns {
        Issue.record("row \(y) at step \(step), \(size), key \(key)")
      }
    }
  }
}

struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
