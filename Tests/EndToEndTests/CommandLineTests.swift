import Foundation
import Testing

/// What strata says where there is no screen.
@Suite struct CommandLineTests {
  @Test func withoutATerminalThereIsOneSentence() throws {
    for arguments in [[], ["--lang", "zh"], ["/nonexistent"]] {
      let result = try Program.run(arguments)
      #expect(
        result
          == Program.Result(
            output: "",
            error: "strata: standard output is not a terminal; start strata in one, or print with 'strata list' or "
              + "'strata --snapshot 100x30'\n", status: 2))
    }
  }

  /// In a terminal, because the type is looked at only there.
  @Test(
    .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"),
    arguments: [
      ("TERM=dumb", "a terminal of the type 'dumb' cannot show a screen"), ("TERM=", "TERM is not set"),
    ])
  func aTerminalTypeThatWillNotDoIsOneSentence(_ assignment: String, _ sentence: String) throws {
    let terminal = try TmuxTerminal(columns: 200, rows: 10)
    try terminal.enter("clear; \(assignment) \(Program.path); echo status $?")
    let screen = try terminal.wait { $0.contains("status 2") }
    #expect(screen.contains(sentence))
  }

  /// Without a terminfo of it, and without any.
  @Test(
    .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"),
    arguments: ["xterm-ghostty", "xterm-kitty", "foot-extra"])
  func aTerminalThatIsNotKnownIsTakenForAnotherWithANote(_ type: String) throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 20)
    try terminal.enter("clear; TERM=\(type) \(Program.path) --no-state; echo status $?")
    try terminal.wait { $0.contains("Cloud Native Landscape") && $0.contains("\(type): taken for xterm-256color") }
    try terminal.type("q")
    try terminal.wait { $0.contains("status 0") }
  }

  @Test func usageErrorsEndWith64() throws {
    for arguments in [
      ["--bogus"], ["--lang", "fr"], ["--keys", "j"], ["--snapshot", "axb"],
      ["--snapshot", "80x24", "--keys", "<entr>"],
      ["--ambiguous-width", "3"], ["--color", "sometimes"], ["search"],
    ] {
      let result = try Program.run(arguments)
      #expect(result.status == 64, "\(arguments)")
      #expect(result.output == "" && result.error.hasPrefix("Error: "), "\(arguments)")
    }
  }

  @Test func whatIsRepeatedIsFiltered() throws {
    let result = try Program.run(["--\u{1B}[31mred"])
    #expect(result.status == 64)
    #expect(!result.error.contains("\u{1B}"))
    #expect(try !Program.run(["--snapshot", "9x3", "/\u{1B}]0;x\u{7}"]).error.contains("\u{1B}"))
  }

  @Test func namesItsVersionAndTheDayOfItsFacts() throws {
    let result = try Program.run(["--version"])
    #expect(result.output.wholeMatch(of: /strata \d+\.\d+\.\d+( \([0-9a-f]+\+?\))?\n/) != nil)
  }

  @Test(
    arguments: [
      (["LANG": "zh_CN.UTF-8"], true), (["LANG": "zh_TW"], true),
      (["LC_ALL": "zh_HK.UTF-8", "LANG": "en_US.UTF-8"], true),
      (["LC_MESSAGES": "zh", "LANG": "de_DE.UTF-8"], true), (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_SG"], true),
      (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], false), (["LANG": "en_US.UTF-8"], false), ([:], false),
    ] as [([String: String], Bool)])
  func speaksTheLanguageOfTheLocale(_ environment: [String: String], _ isChinese: Bool) throws {
    #expect(try Program.snapshot(100, 30, environment: environment).contains("浏览") == isChinese)
    // The option wins.
    let other = try Program.snapshot(100, 30, ["--lang", isChinese ? "en" : "zh"], environment: environment)
    #expect(other.contains("浏览") != isChinese)
  }

  /// Borders, marks and blocks; the text of a catalog keeps its characters.
  @Test func drawsWithASCII() throws {
    let drawing: ClosedRange<Unicode.Scalar> = "\u{2190}"..."\u{25FF}"
    #expect(try Program.snapshot(100, 30).unicodeScalars.contains(where: drawing.contains))
    #expect(try !Program.snapshot(100, 30, ["--ascii"]).unicodeScalars.contains(where: drawing.contains))
  }

  @Test func everySmallSizeIsDrawn() throws {
    for rows in 0...4 {
      for columns in 0...8 {
        let result = try Program.run(["--snapshot", "\(columns)x\(rows)", "--keys", "j<right>/a<esc>2?"])
        #expect(result.status == 0, "\(columns)x\(rows)")
      }
    }
  }

  // MARK: Searching

  @Test func searchPrintsTheHitsBestFirst() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(Fixture.small("Tools"), to: "team.yaml")
    func search(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
      try Program.run(["search", "-c", path] + arguments, environment: environment)
    }
    #expect(
      try search("tool")
        == Program.Result(output: "Tool · Category\n    A tool.\nTools · layer\n", error: "", status: 0))
    #expect(try search("TOOL", "--limit", "1").output == "Tool · Category\n    A tool.\n… 1 of 2\n")
    let marked = "\u{1B}[1;4;31mTool\u{1B}[0m"
    #expect(try search("^tool$", "--color", "always").output.hasPrefix("\(marked) · Category\n"))
    #expect(try search("tool", "--format", "json").output.hasPrefix("[\n  {\"kind\": \"tool\", \"id\": \"tool\", "))
    #expect(
      try search("tols")
        == Program.Result(
          output: "Tools · layer\n",
          error: """
            strata: nothing found for tols: no text has 'tols'; did you mean Tools?
            strata: shown: similar names

            """,
          status: 1))
    #expect(try search("zzqx", "--format", "json").output == "[]\n")
  }

  @Test(
    .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"),
    arguments: ["", "NO_COLOR=1 ", "TERM=dumb "])
  func searchMarksWhatMatchedInATerminal(_ assignment: String) throws {
    let terminal = try TmuxTerminal(columns: 100, rows: 10)
    try terminal.enter("clear; \(assignment)\(Program.path) search --limit 1 '^kubernetes'; echo end")
    try terminal.wait { $0.contains("end\n") }
    let screen = try terminal.tmux(["capture-pane", "-p", "-e"])
    let line = screen.split(separator: "\n").first { $0.contains("Kubernetes") } ?? ""
    #expect(line.contains("\u{1B}[1;4m") == (assignment != "TERM=dumb "), "\(line)")
    #expect(line.contains("\u{1B}[31m") == assignment.isEmpty, "\(line)")
  }

  // MARK: Catalogs

  @Test func anErrorInACatalogEndsWith3() throws {
    let folder = TemporaryFolder()
    let path = try folder.write("layers:\n  - id: layer\n    nam: Layer\n", to: "team.yaml")
    let result = try Program.run(["--snapshot", "80x24", path])
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.error.contains("\(path):3:5: warning: unknown key 'nam'"))
    #expect(result.error.contains("layer 'layer' has no name"))
    #expect(result.error.hasSuffix("strata: 1 error and 1 warning; nothing is opened\n"))
  }

  @Test func whatIsNoCatalogIsOneSentence() throws {
    let folder = TemporaryFolder()
    mkfifo("\(folder.path)/fifo", 0o600)
    mkdir("\(folder.path)/empty", 0o700)
    symlink("loop", "\(folder.path)/loop")
    let sparse = open("\(folder.path)/sparse.yaml", O_CREAT | O_WRONLY, 0o600)
    ftruncate(sparse, 10 << 30)
    close(sparse)
    let sentences = [
      ("fifo", " is a pipe; to read a catalog from one, use '-' for standard input: strata - < \(folder.path)/fifo"),
      ("empty", ": there is no catalog in this folder, no file that ends in .yaml or .yml"),
      ("missing", ": there is no such file or folder"),
      ("loop", ": Too many levels of symbolic links"),
      ("sparse.yaml", " has 10737418240 bytes; strata reads catalogs of up to 1073741824"),
    ]
    for (name, sentence) in sentences {
      let result = try Program.run(["--snapshot", "80x24", "\(folder.path)/\(name)"])
      #expect(
        result
          == Program.Result(output: "", error: "strata: \(folder.path)/\(name)\(sentence)\n", status: 3))
    }
    let device = try Program.run(["--snapshot", "80x24", "/dev/zero"])
    #expect(device.error.hasPrefix("strata: /dev/zero is a device;") && device.status == 3)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func aFileWithoutPermissionIsOneSentence() throws {
    let folder = TemporaryFolder()
    let path = try folder.write("layers: []", to: "secret.yaml")
    chmod(path, 0)
    let result = try Program.run(["--snapshot", "80x24", path])
    #expect(result == Program.Result(output: "", error: "strata: \(path): no permission to read it\n", status: 3))
  }

  @Test func aFileThatIsASparseGigabyteIsRefusedAtItsFirstNUL() throws {
    let folder = TemporaryFolder()
    let path = try folder.write("layers: []\n", to: "sparse.yaml")
    truncate(path, 1 << 30)
    let result = try Program.run(["--snapshot", "80x24", path])
    #expect(result.status == 3)
    #expect(result.error.hasPrefix("\(path):2:1: error: "))
  }

  @Test func aCatalogIsAFileAFolderOrStandardInput() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(Fixture.small("Alpha"), to: "team.yaml")
    let expected = try Program.snapshot(80, 24, [path])
    #expect(expected.contains("Alpha"))
    #expect(try Program.snapshot(80, 24, [folder.path]) == expected)
    #expect(try Program.snapshot(80, 24, ["-c", path]) == expected)
    #expect(try Program.run(["--snapshot", "80x24", "-"], input: Fixture.small("Alpha")).output == expected)
  }
}
