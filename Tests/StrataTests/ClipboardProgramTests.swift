import Foundation
import StrataText
import Testing

@testable import strata

@Suite struct ClipboardProgramTests {
  @Test func `what knows the clipboard is asked before the terminal`() {
    func names(_ variables: [String: String]) -> [String] { ClipboardProgram.all(Environment(variables)).map(\.name) }
    #expect(names([:]) == [])
    #expect(names(["TMUX": "/tmp/tmux,1,0", "DISPLAY": ":0"]) == ["tmux"])
    #expect(names(["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"]) == ["wl-copy", "xclip"])
    #expect(names(["DISPLAY": "localhost:10", "SSH_TTY": "/dev/pts/1"]) == [])
  }

  @Test func `a program gets the whole text, and says whether it took it`() throws {
    let path = "/tmp/strata-clipboard-\(getpid())"
    defer { unlink(path) }
    let text = VisibleText(String(repeating: "层 text ", count: 20_000))
    #expect(ClipboardProgram(name: "x", arguments: ["sh", "-c", "cat > \(path)"]).copy(text))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text.string)
    #expect(!ClipboardProgram(name: "x", arguments: ["false"]).copy(text))
    #expect(!ClipboardProgram(name: "x", arguments: ["/nonexistent/program"]).copy(text))
    #expect(!ClipboardProgram(name: "x", arguments: ["sleep", "2"]).copy(text))
  }
}
