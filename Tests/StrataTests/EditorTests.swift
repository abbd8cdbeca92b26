import Foundation
import Testing

@testable import strata

/// The person's own editor on a file that is there for as long as it takes.
@Suite struct EditorTests {
  private func edited(_ text: String, with command: String, in folder: Folder) -> String? {
    let environment = Environment(["EDITOR": command, "TMPDIR": folder.path])
    return Editor(environment: environment).edit(text)
  }

  private func leftovers(in folder: Folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  @Test func whatTheEditorLeavesIsTheNote() throws {
    let folder = Folder()
    #expect(edited("old", with: "printf 'new  \\n\\n' >>", in: folder) == "old\nnew")
    #expect(edited("", with: "true", in: folder) == "")
    // Options behind the editor's name, as people write them.
    #expect(edited("old", with: "sed -i s/old/新/", in: folder) == "新")
    #expect(try leftovers(in: folder).isEmpty)
  }

  @Test func anEditorThatFailsChangesNothing() throws {
    let folder = Folder()
    for command in ["false", "/nonexistent/editor", "kill -9 $$ #", "printf '\\377' >", "head -c 70000 /dev/zero >"] {
      #expect(edited("old", with: command, in: folder) == nil, "\(command)")
    }
    #expect(try leftovers(in: folder).isEmpty)
  }

  @Test func theFileIsNobodyElsesAndGoneAfterwards() throws {
    let folder = Folder()
    func look() throws {
      let environment = Environment(["TMPDIR": folder.path])
      guard let file = TemporaryFile.make(Array("text".utf8), suffix: ".md", environment: environment) else {
        Issue.record("there is no file")
        return
      }
      let (path, descriptor) = (file.path, file.descriptor)
      #expect(path.hasPrefix(folder.path + "/strata-") && path.hasSuffix(".md"))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
      #expect(fcntl(descriptor, F_GETFD) == FD_CLOEXEC)
      // It lives until here.
      _ = consume file
    }
    try look()
    #expect(try leftovers(in: folder).isEmpty)
    let nowhere = Environment(["TMPDIR": folder.path + "/nothing"])
    if TemporaryFile.make([], environment: nowhere) != nil { Issue.record("a file in no folder") }
  }
}
