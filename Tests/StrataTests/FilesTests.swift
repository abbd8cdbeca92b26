import Foundation
import StrataCatalog
import StrataText
import Synchronization
import Testing

@testable import strata

/// A folder that is removed at the end.
final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/strata-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }
}

@Suite struct FileReaderTests {
  @Test(arguments: [0, 1, 4095, 1 << 20, (1 << 20) + 1, 3_000_000])
  func readsWholeFiles(_ size: Int) throws {
    let folder = Folder()
    let path = try folder.write(String(repeating: "x", count: size), to: "file")
    var seen = 0
    let bytes = try FileReader.read(path) { seen += $0 }
    #expect(bytes.count == size && seen == size && bytes.allSatisfy { $0 == UInt8(ascii: "x") })
  }

  @Test func refusesWhatIsNoRegularFile() throws {
    let folder = Folder()
    mkfifo("\(folder.path)/fifo", 0o600)
    symlink("loop", "\(folder.path)/loop")
    #expect(throws: FileProblem.pipe) { try FileReader.read("\(folder.path)/fifo") }
    #expect(throws: FileProblem.device) { try FileReader.read("/dev/null") }
    #expect(throws: FileProblem.missing) { try FileReader.read("\(folder.path)/none") }
    #expect(throws: FileProblem.missing) { try FileReader.read("\(folder.path)/fifo/none") }
    #expect(throws: FileProblem.system(ELOOP)) { try FileReader.read("\(folder.path)/loop") }
    #expect(throws: FileProblem.system(EISDIR)) { try FileReader.read(folder.path) }
  }

  @Test func standardInputHasABound() throws {
    let folder = Folder()
    for (size, limit, fits) in [
      (0, 0, true), (1, 0, false), (5, 5, true), (1 << 20, 1 << 20, true), ((1 << 20) + 1, 1 << 20, false),
      (3_000_000, 3_000_000, true), (3_000_001, 3_000_000, false),
    ] {
      let path = try folder.write(String(repeating: "x", count: size), to: "file")
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      if fits {
        #expect(try FileReader.readAll(from: descriptor, limit: limit) { _ in }.count == size)
      } else {
        #expect(throws: FileProblem.inputTooLarge) {
          try FileReader.readAll(from: descriptor, limit: limit) { _ in }
        }
      }
    }
    #expect(FileReader.inputLimit <= FileReader.limit)
  }

  @Test func anInputWithoutAnEndIsReadOnlyALittleOverTheBound() throws {
    // It ends when nobody reads it any more.
    let endless = try #require(popen("exec yes", "r"))
    defer { pclose(endless) }
    var seen = 0
    #expect(throws: FileProblem.inputTooLarge) {
      try FileReader.readAll(from: fileno(endless), limit: 2_500_000) { seen += $0 }
    }
    #expect(seen > 2_500_000 && seen <= 2_500_000 + (1 << 20))
  }

  @Test func aFileThatShrinksWhileItIsReadIsSaidSo() throws {
    let folder = Folder()
    let path = try folder.write(String(repeating: "x", count: 5 << 20), to: "file")
    #expect(throws: FileProblem.changedWhileRead) { try FileReader.read(path) { _ in truncate(path, 100) } }
    try folder.write(String(repeating: "x", count: 5 << 20), to: "file")
    #expect(throws: FileProblem.changedWhileRead) {
      try FileReader.read(path) { _ in
        let descriptor = open(path, O_WRONLY | O_APPEND)
        write(descriptor, "more", 4)
        close(descriptor)
      }
    }
  }

  @Test func stopsAtANUL() throws {
    let folder = Folder()
    let path = try folder.write("ab", to: "file")
    truncate(path, 1 << 30)
    let bytes = try FileReader.read(path)
    #expect(bytes.starts(with: Array("ab\0".utf8)) && bytes.count <= 1 << 20)
  }
}

@Suite struct StandardInputTests {
  @Test func isReadOnceHoweverOftenItIsAskedFor() throws {
    let count = Atomic(0)
    let input = StandardInput { _ throws(FileProblem) in
      // Not before it succeeds.
      guard count.add(1, ordering: .relaxed).newValue > 1 else { throw .inputIsTerminal }
      return [1, 2]
    }
    #expect(throws: FileProblem.inputIsTerminal) { try input.read { _ in } }
    for _ in 0..<3 { #expect(try input.read { _ in } == [1, 2]) }
    #expect(count.load(ordering: .relaxed) == 2)
  }
}

@Suite struct CatalogFilesTests {
  @Test func aFolderIsItsYAMLFilesInOrder() throws {
    let folder = Folder()
    for name in ["b.yaml", "a.yml", "landscape.yaml", ".hidden.yaml", "notes.md", "c.yaml~"] {
      try folder.write("", to: name)
    }
    let files = try CatalogFiles(operands: [folder.path + "/"])
    #expect(files.paths == ["a.yml", "b.yaml", "landscape.yaml"].map { "\(folder.path)/\($0)" })
    #expect(files.parts[0].guide == nil)
  }

  @Test func aDataFileTakesItsGuideAndSettingsAlong() throws {
    let folder = Folder()
    for name in ["landscape.yml", "guide.yml", "settings.yml", "games.yml"] { try folder.write("", to: name) }
    for operand in ["\(folder.path)/landscape.yml", folder.path] {
      let part = try #require(try CatalogFiles(operands: [operand]).parts.first)
      #expect(part.guide == "\(folder.path)/guide.yml" && part.settings == "\(folder.path)/settings.yml")
      #expect(!part.files.contains("\(folder.path)/guide.yml"))
    }
    let named = try CatalogFiles(operands: [folder.path], guides: [0: "other.yml"])
    #expect(named.parts[0].guide == "other.yml")
    // Another name is a catalog of its own.
    #expect(try CatalogFiles(operands: ["\(folder.path)/games.yml"]).parts[0].guide == nil)
  }

  @Test func anEmptyFolderIsNoCatalog() {
    let folder = Folder()
    #expect(throws: FileFailure(path: folder.path, problem: .emptyFolder)) {
      try CatalogFiles(operands: [folder.path])
    }
  }
}

@Suite struct FileWatchTests {
  @Test func tellsOfEveryWayAFileChanges() throws {
    let folder = Folder()
    let path = try folder.write("one", to: "team.yaml")
    var optional = FileWatch()
    try optional?.watch(CatalogFiles(operands: [path]))
    func change(_ body: () throws -> Void) rethrows -> Bool? {
      try body()
      return optional?.takeChange()
    }
    #expect(change {} == false)
    #expect(try change { try folder.write("two", to: "team.yaml") } == true)
    #expect(try change { try folder.write("other", to: "other.yaml") } == false)
    try folder.write("three", to: ".team.yaml.tmp")
    #expect(change { rename("\(folder.path)/.team.yaml.tmp", path) } == true)
    #expect(change { unlink(path) } == true)
    #expect(try change { try folder.write("four", to: "team.yaml") } == true)
    #expect(change {} == false)
  }

  @Test func aFolderMayGetNewFiles() throws {
    let folder = Folder()
    try folder.write("one", to: "a.yaml")
    var optional = FileWatch()
    try optional?.watch(CatalogFiles(operands: [folder.path]))
    try folder.write("", to: "notes.md")
    #expect(optional?.takeChange() == false)
    try folder.write("", to: "b.yml")
    #expect(optional?.takeChange() == true)
  }

  @Test func aGuideMayBeWrittenLater() throws {
    let folder = Folder()
    let path = try folder.write("one", to: "landscape.yml")
    var optional = FileWatch()
    try optional?.watch(CatalogFiles(operands: [path]))
    try folder.write("", to: "other.yml")
    #expect(optional?.takeChange() == false)
    try folder.write("", to: "settings.yml")
    #expect(optional?.takeChange() == true)
  }

  @Test func aLinkIsFollowed() throws {
    let (folder, target) = (Folder(), Folder())
    let file = try target.write("one", to: "real.yaml")
    symlink(file, "\(folder.path)/team.yaml")
    var optional = FileWatch()
    try optional?.watch(CatalogFiles(operands: ["\(folder.path)/team.yaml"]))
    try target.write("two", to: "new")
    rename("\(target.path)/new", file)
    #expect(optional?.takeChange() == true)
  }
}

@Suite struct StateFileTests {
  private func state(_ folder: Folder, _ catalogs: [String] = []) throws -> StateFile {
    try #require(StateFile(catalogs: catalogs, environment: Environment(["XDG_STATE_HOME": folder.path + "/deep/er"])))
  }

  @Test func comesBackAsItWasSaved() throws {
    let folder = Folder()
    let state = try state(folder)
    #expect(state.load() == nil)
    state.save("view 1\n")
    state.save("view 2\nquery 层\n")
    #expect(state.load() == "view 2\nquery 层\n")
    let file = "\(folder.path)/deep/er/strata/shipped"
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/deep/er/strata") == ["shipped"])
  }

  @Test func eachCatalogHasItsOwn() throws {
    let folder = Folder()
    try state(folder, ["a.yaml"]).save("a")
    try state(folder, ["b.yaml"]).save("b")
    #expect(try state(folder, ["a.yaml"]).load() == "a")
    #expect(try state(folder, ["b.yaml"]).load() == "b")
    #expect(try state(folder).load() == nil)
  }

  @Test func aLinkIsNeitherReadNorWrittenThrough() throws {
    let folder = Folder()
    let state = try state(folder)
    state.save("mine")
    let file = "\(folder.path)/deep/er/strata/shipped"
    let victim = try folder.write("theirs", to: "victim")
    unlink(file)
    symlink(victim, file)
    #expect(state.load() == nil)
    state.save("mine again")
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "theirs")
    #expect(state.load() == "mine again")
  }

  @Test func whatCannotBeWrittenIsLeft() throws {
    for home in ["/proc/1", "/dev/null", "/nonexistent-\(getpid())/\0"] {
      let state = StateFile(catalogs: [], environment: Environment(["XDG_STATE_HOME": home]))
      state?.save("view 1")
      #expect(state?.load() == nil)
    }
    #expect(StateFile(catalogs: [], environment: Environment([:])) == nil)
    #expect(StateFile(catalogs: [], environment: Environment(["XDG_STATE_HOME": "relative"])) == nil)
  }

  @Test func whatIsNoPlaceIsNotRead() throws {
    let folder = Folder()
    let state = try state(folder)
    state.save("x")
    let file = "\(folder.path)/deep/er/strata/shipped"
    try Data([0xFF, 0xFE]).write(to: URL(filePath: file))
    #expect(state.load() == nil)
    unlink(file)
    mkfifo(file, 0o600)
    #expect(state.load() == nil)
  }
}

@Suite struct EnvironmentTests {
  @Test func theLocaleNamesTheLanguage() {
    let cases: [([String: String], Language?)] = [
      ([:], nil), (["LANG": ""], nil), (["LANG": "zh_CN.UTF-8"], .zh), (["LANG": "zh_HK"], .zh), (["LANG": "zh"], .zh),
      (["LANG": "zh-TW"], .zh), (["LANG": "zhx_XX"], .en), (["LANG": "C"], nil), (["LC_ALL": "POSIX"], nil),
      (["LC_MESSAGES": "zh_TW.Big5", "LANG": "en_US"], .zh), (["LC_ALL": "de_DE", "LANG": "zh_CN"], .en),
    ]
    for (values, language) in cases {
      #expect(Language(environment: Environment(values)) == language, "\(values)")
    }
  }
}

/// Files as they are: other names, other kinds, changed at any time.
@Suite struct RawPathTests {
  @Test func everyPathComesBackAsItWas() {
    let paths: [[UInt8]] = [
      Array("a/b.yaml".utf8), Array("层/é.yaml".utf8), [0xFF], [0x61, 0xE5, 0xB1, 0x2F, 0x80, 0x62], [0xC3, 0x28],
      [0xED, 0xA0, 0x80],
      [0xF4, 0x8F, 0xBE, 0x80], [0xF4, 0x8F, 0xBF, 0xBF, 0x0A], [0xC0, 0xAF],
    ]
    for path in paths {
      let text = RawPath.text(path)
      #expect(RawPath.bytes(of: text).dropLast().map { UInt8(bitPattern: $0) } == path)
    }
    for first in UInt8(1)...255 {
      for second in UInt8(1)...255 {
        let path = [first, second]
        guard RawPath.bytes(of: RawPath.text(path)).dropLast().map({ UInt8(bitPattern: $0) }) == path else {
          Issue.record("\(path)")
          return
        }
      }
    }
    #expect(VisibleText(RawPath.text([0x61, 0xFF])).string == "a\u{FFFD}")
  }

  @Test func aNameThatIsNoUTF8Opens() throws {
    let folder = Folder()
    let path = RawPath.text(Array(folder.path.utf8) + Array("/caf".utf8) + [0xE9] + Array(".yaml".utf8))
    let descriptor = open(RawPath.bytes(of: path), O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    write(descriptor, "layers: []", 10)
    close(descriptor)
    for operand in [path, folder.path] {
      let files = try CatalogFiles(operands: [operand])
      #expect(files.paths == [path])
      #expect(try files.read { _ in }.first?.files.first?.bytes == Array("layers: []".utf8))
      #expect(files.size == 10)
    }
  }

  /// The stack of that name, in a folder of such a name, and no other file.
  @Test func aNameThatIsNoUTF8IsWritten() throws {
    let folder = Folder()
    let inner = RawPath.text(Array(folder.path.utf8) + Array("/caf".utf8) + [0xE9])
    let path = inner + RawPath.text(Array("/st".utf8) + [0xFF] + Array(".yaml".utf8))
    let file = StackFile(path: path)
    try file.write(Array("one: 1\n".utf8), over: nil)
    #expect(throws: StackFile.WriteProblem.changedMeanwhile) { try file.write([], over: nil) }
    try file.write(Array("two: 2\n".utf8), over: Array("one: 1\n".utf8))
    #expect(try file.read() == Array("two: 2\n".utf8))
    func names(_ folder: String) throws -> [[UInt8]] {
      let list = try #require(opendir(RawPath.bytes(of: folder)))
      defer { closedir(list) }
      var names: [[UInt8]] = []
      while let entry = readdir(list) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if name.first != UInt8(ascii: ".") { names.append(name) }
      }
      return names
    }
    #expect(try names(folder.path) == [Array("caf".utf8) + [0xE9]])
    #expect(try names(inner) == [Array("st".utf8) + [0xFF] + Array(".yaml".utf8)])
    // Variables of the environment are paths, too.
    let state = try #require(StateFile(catalogs: [], environment: Environment(["XDG_STATE_HOME": inner])))
    state.save("kept\n")
    #expect(state.load() == "kept\n")
    #expect(try names(folder.path).count == 1)
  }

  @Test func aFolderOrALinkThatIsCalledLikeACatalogBlocksNothing() throws {
    let folder = Folder()
    let path = try folder.write("layers: []", to: "a.yaml")
    mkdir("\(folder.path)/b.yaml", 0o700)
    symlink("nowhere", "\(folder.path)/c.yaml")
    mkfifo("\(folder.path)/d.yml", 0o600)
    #expect(try CatalogFiles(operands: [folder.path]).paths == [path])
    unlink(path)
    #expect(throws: FileFailure(path: folder.path, problem: .emptyFolder)) { try CatalogFiles(operands: [folder.path]) }
  }
}

@Suite struct ChangeTests {
  /// What a change after `prepare` makes of a reading that has not ended: whether it is noticed.
  private func notices(_ operand: String, _ change: () throws -> Void) throws -> Bool {
    let files = try CatalogFiles(operands: [operand])
    var reloading = Reloading()
    reloading.watch(files)
    reloading.takeChange(at: 0)
    #expect(reloading.due == nil)
    try change()
    reloading.takeChange(at: 0)
    return try reloading.due != nil && reloading.hasChanged(CatalogFiles(operands: [operand]))
  }

  @Test func aChangeDuringTheFirstReadingIsNoticed() throws {
    let folder = Folder()
    let path = try folder.write("layers: []", to: "a.yaml")
    #expect(try notices(path) { try folder.write("layers: [] # more", to: "a.yaml") })
    #expect(try notices(folder.path) { try folder.write("layers: []", to: "b.yaml") })
  }

  @Test func aFolderThatIsSwappedIsNoticed() throws {
    let folder = Folder()
    for name in ["one", "two"] {
      mkdir("\(folder.path)/\(name)", 0o700)
      try folder.write("layers: [] # \(name)", to: "\(name)/a.yaml")
    }
    symlink("one", "\(folder.path)/link")
    for operand in ["\(folder.path)/link", "\(folder.path)/link/a.yaml", "\(folder.path)/link/"] {
      unlink("\(folder.path)/link")
      symlink("one", "\(folder.path)/link")
      let isNoticed = try notices(operand) {
        symlink("two", "\(folder.path)/new")
        rename("\(folder.path)/new", "\(folder.path)/link")
      }
      #expect(isNoticed, "\(operand)")
    }
    let isNoticed = try notices("\(folder.path)/one") {
      rename("\(folder.path)/one", "\(folder.path)/old")
      rename("\(folder.path)/two", "\(folder.path)/one")
    }
    #expect(isNoticed)
  }

  @Test func aPlaceThatIsTooLongIsKeptInWholeLines() throws {
    let folder = Folder()
    let state = try #require(StateFile(catalogs: ["a"], environment: Environment(["XDG_STATE_HOME": folder.path])))
    state.save(VisibleText(lines: "view 1\n" + String(repeating: "query 层层层\n", count: 9000)))
    let place = try #require(state.load())
    #expect(place.hasPrefix("view 1\n") && place.hasSuffix("query 层层层\n") && place.utf8.count > 60_000)
  }
}
