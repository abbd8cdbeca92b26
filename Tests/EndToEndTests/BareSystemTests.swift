import Foundation
import Testing

/// A command that runs another one with a folder as its root.
enum RootChange {
  /// As root, or as root of a namespace of one's own; the folder comes behind it.
  static let command =
    getuid() == 0 ? "PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot" : "unshare --map-root-user chroot"

  static let isPossible: Bool = {
    let result = try? Child.run(
      "/bin/sh", ["-c", "\(command) / /bin/true"], environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    return result?.status == 0
  }()
}

/// The static release with nothing around it: no libraries, no /proc, no terminfo, no locale.
@Suite(
  .serialized, .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"),
  .enabled(if: Program.hasRelease, "the release is not built"),
  .enabled(if: RootChange.isPossible, "this user may not change the root"))
struct BareSystemTests {
  private let folder = TemporaryFolder()

  /// Another program copies: what this one has open for writing, a child that another test starts at that moment holds open, too,
  /// and what is open for writing cannot be run.
  init() throws {
    let copied = try Child.run("/bin/cp", [Program.release, "\(folder.path)/strata"], environment: [:])
    #expect(copied.status == 0)
  }

  private func run(_ arguments: String) throws -> Program.Result {
    try Child.run(
      "/bin/sh", ["-c", "\(RootChange.command) '\(folder.path)' /strata \(arguments)"],
      environment: ["PATH": "/usr/bin:/bin"])
  }

  @Test func `commands work`() throws {
    #expect(try run("--version").output.hasPrefix("strata "))
    #expect(try run("list kubernetes --format ids").output.hasPrefix("kubernetes\n"))
    #expect(try run("show 容器运行时 --lang zh").output.hasPrefix("容器运行时"))
    #expect(try run("--lang zh --snapshot 60x10").output.contains("云原生全景图"))
    #expect(
      try run("lsit").error == "strata: there is no command, file or folder 'lsit'; did you mean 'strata list'?\n")
    #expect(try run("").status == 2)
    // The runtime's variable is not the user's, and keeps nothing from starting.
    let other = try Child.run(
      "/bin/sh", ["-c", "SWIFT_BACKTRACE=enable=yes \(RootChange.command) '\(folder.path)' /strata --version"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(other.status == 0 && other.error == "")
  }

  /// What is on the screen is the frame: borders, marks and Chinese, whatever the locale is called.
  @Test(arguments: [
    ("LANG=C.UTF-8", "xterm-256color", false), ("LANG=", "screen-256color", false), ("LANG=C", "tmux-256color", false),
    ("LANG=zh_CN.UTF-8", "xterm-256color", true), ("LC_ALL=zh_CN.utf8", "xterm-ghostty", true),
    ("LANG=zh_CN", "foot", true),
  ]) func `the screen is right`(_ locale: String, _ type: String, _ isChinese: Bool) throws {
    let terminal = try TmuxTerminal(columns: 100, rows: 30)
    let expected = try Child.run(
      Program.release, ["--snapshot", "100x30", "--no-state"] + (isChinese ? ["--lang", "zh"] : []), environment: [:]
    ).output
    try terminal.enter("clear; TERM=\(type) \(locale) \(RootChange.command) '\(folder.path)' /strata --no-state")
    func rows(_ screen: String) -> ArraySlice<Substring> {
      screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(29)
    }
    // The last line has the note where the type is unknown.
    try terminal.wait { screen in
      !screen.contains("??") && rows(screen) == rows(expected)
    }
    if ["xterm-ghostty", "foot"].contains(type) {
      try terminal.wait { $0.contains("\(type)") && $0.contains("xterm-256color") }
    }
  }

  @Test func `another character set gets English in ASCII`() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24)
    try terminal.enter("clear; TERM=vt220 LANG=zh_CN.GBK \(RootChange.command) '\(folder.path)' /strata --no-state")
    let screen = try terminal.wait { $0.contains("Cloud Native Landscape") }
    #expect(!screen.contains("??") && screen.unicodeScalars.allSatisfy(\.isASCII))
  }
}
