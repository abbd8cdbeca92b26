import Foundation
import Testing

@testable import StrataTerminal

/// Descriptions of terminals, as they are found and as ncurses gets them.
@Suite struct TerminfoEntryTests {
  private static let names = TerminfoTable.entries.keys.sorted()

  private static func entry(_ name: String) throws -> TerminfoEntry {
    try #require(TerminfoTable.entries[name].flatMap(TerminfoEntry.init(variable:)))
  }

  @Test(arguments: names) func `what strata brings along is read and written as it is`(_ name: String) throws {
    let entry = try Self.entry(name)
    #expect(entry.name.hasPrefix(name))
    #expect(TerminfoEntry(variable: entry.variable) == entry)
    let hexadecimal = entry.bytes.map { String(format: "%02x", $0) }.joined()
    #expect(TerminfoEntry(variable: "hex:" + hexadecimal) == entry)
    #expect(TerminfoEntry(variable: "hex:" + hexadecimal.uppercased()) == entry)
  }

  @Test(arguments: names) func `nothing scrolls, and attributes are set one by one`(_ name: String) throws {
    let (entry, tuned) = (try Self.entry(name), try Self.entry(name).tuned)
    #expect(entry[.csr] != nil && entry[.sgr0] != nil)
    for text in TerminfoEntry.Text.scrolling + TerminfoEntry.Text.moves + [.sgr] { #expect(tuned[text] == nil) }
    #expect(tuned.name == entry.name && tuned.bytes.count == entry.bytes.count)
    for text in [TerminfoEntry.Text.cup, .bold, .rev, .smul, .rmacs] { #expect(tuned[text] == entry[text]) }
    let reset = String(decoding: try #require(tuned[.sgr0]), as: UTF8.self)
    // Where choosing the set takes a pause, it stays.
    #expect(["\u{1B}[m", "\u{1B}[0m", "\u{1B}[m$<2>", "\u{1B}[m\u{1B}(B"].contains(reset), "\(reset.debugDescription)")
    #expect((reset.hasSuffix("B")) == (name == "vt220"))
    #expect(tuned.tuned == tuned)
  }

  /// Without one of the attributes by itself only the one sequence can set it.
  @Test func `attributes stay together where one of them has no sequence of its own`() throws {
    let entry = try Self.entry("vt100")
    let place = 12 + 2 * TerminfoEntry.Text.rev.rawValue
    // The table of strings begins after names, flags and numbers.
    let (names, flags, numbers) = (Int(entry.bytes[2]), Int(entry.bytes[4]), Int(entry.bytes[6]))
    var bytes = entry.bytes
    let at = place + names + flags + (names + flags) % 2 + 2 * numbers
    (bytes[at], bytes[at + 1]) = (0xFF, 0xFF)
    let without = try #require(TerminfoEntry(bytes: bytes))
    #expect(without[.rev] == nil)
    #expect(without.tuned[.sgr] == entry[.sgr] && without.tuned[.sgr0] == entry[.sgr0])
    #expect(without.tuned[.csr] == nil)
  }

  @Test func `what is no entry, or a part of one, is none`() throws {
    for text in ["", "b64:", "hex:", "b64:!", "hex:0", "hex:zz", "/usr/share/terminfo", "b64:GgE"] {
      #expect(TerminfoEntry(variable: text) == nil, "\(text)")
    }
    let bytes = try Self.entry("vt100").bytes
    for length in 0..<bytes.count { _ = TerminfoEntry(bytes: Array(bytes[..<length]))?.tuned.variable }
    #expect(TerminfoEntry(bytes: Array(bytes[..<40])) == nil)
    #expect(TerminfoEntry(bytes: bytes + [UInt8](repeating: 0, count: TerminfoEntry.limit)) == nil)
  }

  /// Whatever stands in a file: no access beyond its end.
  @Test func `changed bytes are read within bounds`() throws {
    var random = SeededNumbers(seed: 0x7E23)
    for name in ["xterm-256color", "vt100"] {
      let bytes = try Self.entry(name).bytes
      for _ in 0..<4000 {
        var changed = bytes
        for _ in 0..<random.next(upTo: 8) + 1 {
          // Mostly the header and the tables, where lengths and places stand.
          changed[random.next(upTo: random.next(upTo: 2) == 0 ? 12 : changed.count)] = UInt8(random.next(upTo: 256))
        }
        guard let entry = TerminfoEntry(bytes: changed) else { continue }
        #expect(entry.tuned.bytes.count == changed.count)
        _ = entry.name
      }
    }
  }

  // MARK: Finding

  private static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "terminfo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private static func put(_ bytes: [UInt8], _ folder: URL, _ path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// terminfo(5), "Fetching Compiled Descriptions".
  @Test func `entries are found where ncurses looks for them`() throws {
    try Self.withFolder { folder in
      let (first, second) = (try Self.entry("vt100").bytes, try Self.entry("linux").bytes)
      let path = folder.path(percentEncoded: false)
      try Self.put(first, folder, "a/o/odd")
      try Self.put(second, folder, "b/6f/odd")
      try Self.put(second, folder, "home/.terminfo/o/odd")
      func found(_ environment: [String: String]) -> [UInt8]? {
        TerminfoEntry.find("odd") { environment[$0] }?.bytes
      }
      #expect(found([:]) == nil)
      #expect(found(["TERMINFO": path + "/a"]) == first)
      #expect(found(["TERMINFO": path + "/b"]) == second)
      #expect(found(["HOME": path + "/home"]) == second)
      #expect(found(["TERMINFO_DIRS": path + "/a:" + path + "/b"]) == first)
      #expect(found(["TERMINFO_DIRS": ":" + path + "/b"]) == second)
      #expect(found(["TERMINFO": path + "/a", "HOME": path + "/home"]) == first)
      #expect(found(["TERMINFO": path + "/none", "HOME": path + "/home"]) == second)
      // An entry in the variable counts for its own names alone.
      let variable = try #require(TerminfoTable.entries["vt100"])
      #expect(found(["TERMINFO": variable]) == nil)
      #expect(TerminfoEntry.find("vt100-am", in: { $0 == "TERMINFO" ? variable : nil })?.bytes == first)
    }
  }

  @Test func `a type is no path, and what is no file is passed over`() throws {
    try Self.withFolder { folder in
      let bytes = try Self.entry("vt100").bytes
      let path = folder.path(percentEncoded: false)
      try Self.put(bytes, folder, "x")
      try Self.put(bytes, folder, "./odd")
      try Self.put([1, 2, 3], folder, "o/odd")
      try FileManager.default.createDirectory(at: folder.appending(path: "o/open"), withIntermediateDirectories: true)
      #expect(mkfifo(path + "/o/off", 0o600) == 0)
      for type in ["", ".", "..", "../odd", "./x", "o/../odd", "odd", "open", "off", "/etc/passwd"] {
        #expect(TerminfoEntry.find(type, in: { $0 == "TERMINFO" ? path : nil }) == nil, "\(type)")
      }
    }
  }
}

/// Random numbers that are the same each time.
private struct SeededNumbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next(upTo limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
