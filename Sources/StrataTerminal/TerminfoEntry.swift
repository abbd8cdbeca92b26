// Memory: calls; with the size of the buffer.

import Glibc

/// A terminal's description as tic(1) compiles it: term(5) says how.
///
/// ncurses gets it in the environment variable TERMINFO, as strata wants it to draw: see `tuned`.
struct TerminfoEntry: Equatable {
  private(set) var bytes: [UInt8]

  /// ncurses takes no larger one.
  static let limit = 32_768

  /// - Returns: nil for what is no entry, or one that is cut off.
  init?(bytes: [UInt8]) {
    self.bytes = bytes
    guard (12...TerminfoEntry.limit).contains(bytes.count), [0x11A, 0x21E].contains(short(0)),
      (1...5).allSatisfy({ short(2 * $0) < 0x8000 }), strings + 2 * short(8) + short(10) <= bytes.count
    else { return nil }
  }

  /// An entry as it stands in TERMINFO.
  init?(variable: String) {
    var bytes: [UInt8]?
    if variable.hasPrefix("b64:") { bytes = Base64.decoded(variable.utf8.dropFirst(4)) }
    if variable.hasPrefix("hex:") { bytes = TerminfoEntry.hexadecimal(variable.utf8.dropFirst(4)) }
    guard let bytes else { return nil }
    self.init(bytes: bytes)
  }

  private func short(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }

  /// Where the table of strings begins: after the header, the names, the flags and the numbers, which are aligned.
  private var strings: Int {
    let flags = 12 + short(2) + short(4)
    return flags + flags % 2 + short(6) * (short(0) == 0x21E ? 4 : 2)
  }

  /// The name that ncurses looks for in it: the first one.
  var name: String { String(decoding: bytes[12..<12 + short(2)].prefix { $0 != 0x7C && $0 != 0 }, as: UTF8.self) }

  /// Capabilities by their places in the table of strings (ncurses' `Caps`).
  enum Text: Int {
    case csr = 3
    case hpa = 8
    case cup = 10
    case dl1 = 22
    case bold = 27
    case rev = 34
    case smul = 36
    case rmacs = 38
    case sgr0 = 39
    case il1 = 53
    case dl = 106
    case cud = 107
    case indn = 109
    case il = 110
    case cub = 111
    case cuf = 112
    case rin = 113
    case cuu = 114
    case vpa = 127
    case ind = 129
    case ri = 130
    case sgr = 131

    /// What makes a terminal scroll.
    static let scrolling: [Text] = [.csr, .ind, .indn, .ri, .rin, .il, .il1, .dl, .dl1]
    /// What moves the cursor to a row or a column, or by so many of them.
    static let moves: [Text] = [.hpa, .vpa, .cub, .cud, .cuf, .cuu]
  }

  /// Where a capability stands, without the zero that ends it; nil where the terminal has none.
  private func range(of text: Text) -> Range<Int>? {
    guard text.rawValue < short(8) else { return nil }
    let offset = short(strings + 2 * text.rawValue)
    let table = strings + 2 * short(8)
    guard offset < short(10), let end = bytes[(table + offset)..<(table + short(10))].firstIndex(of: 0) else {
      return nil
    }
    return table + offset..<end
  }

  subscript(text: Text) -> [UInt8]? { range(of: text).map { Array(bytes[$0]) } }

  private mutating func remove(_ text: Text) {
    guard range(of: text) != nil else { return }
    let place = strings + 2 * text.rawValue
    (bytes[place], bytes[place + 1]) = (0xFF, 0xFF)
  }

  /// The same as strata draws with it.
  ///
  /// - Without what scrolls: rows that have moved are drawn as others are. Not every terminal emulator knows CSI S and
  ///   CSI T, and a screen of lists has little to scroll.
  /// - With `cup` alone to move the cursor: ncurses writes out all other ways for each move, to see which is shortest, and
  ///   wins one byte in two hundred.
  /// - With attributes set one by one: `sgr`, which sets all of them, takes three times as many bytes, since it resets them
  ///   and chooses a character set each time; so does `sgr0`.
  var tuned: TerminfoEntry {
    var entry = self
    for text in Text.scrolling { entry.remove(text) }
    if self[.cup] != nil { for text in Text.moves { entry.remove(text) } }
    guard self[.bold] != nil, self[.rev] != nil, self[.smul] != nil, let reset = range(of: .sgr0) else { return entry }
    entry.remove(.sgr)
    if let letters = self[.rmacs], !letters.isEmpty, letters.count < reset.count,
      let place = reset.first(where: { bytes[$0..<reset.upperBound].starts(with: letters) })
    {
      let rest = bytes[place + letters.count..<reset.upperBound] + [0]
      entry.bytes.replaceSubrange(place..<place + rest.count, with: rest)
    }
    return entry
  }

  /// As ncurses takes it in TERMINFO.
  var variable: String { "b64:" + Base64.encoded(bytes) }

  private static func hexadecimal(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue.map(UInt8.init) else { return nil }
      if let half = high { bytes.append(half << 4 | value) }
      high = high == nil ? value : nil
    }
    return bytes
  }
}

// MARK: Finding

extension TerminfoEntry {
  /// The entry of a type, where terminfo(5) says that it is looked for: TERMINFO, the home folder, TERMINFO_DIRS, the system's.
  static func find(_ type: String, in environment: (String) -> String?) -> TerminfoEntry? {
    if let variable = environment("TERMINFO"), let entry = TerminfoEntry(variable: variable), entry.isNamed(type) {
      return entry
    }
    // A name is no path.
    guard let first = type.utf8.first, first != UInt8(ascii: "."), !type.utf8.contains(UInt8(ascii: "/")) else {
      return nil
    }
    let digits = Array("0123456789abcdef".utf8)
    let byCode = String(decoding: [digits[Int(first >> 4)], digits[Int(first & 15)]], as: UTF8.self)
    for folder in folders(environment) {
      for part in [String(decoding: [first], as: UTF8.self), byCode] {
        if let entry = read("\(folder)/\(part)/\(type)") { return entry }
      }
    }
    return nil
  }

  private static let systemFolders = [
    "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo", "/usr/local/share/terminfo",
  ]

  static func folders(_ environment: (String) -> String?) -> [String] {
    var folders: [String] = []
    if let own = environment("TERMINFO"), !own.isEmpty { folders.append(own) }
    if let home = environment("HOME"), !home.isEmpty { folders.append(home + "/.terminfo") }
    for folder in (environment("TERMINFO_DIRS") ?? "").split(separator: ":", omittingEmptySubsequences: false) {
      folders += folder.isEmpty ? systemFolders : [String(folder)]
    }
    return folders + systemFolders
  }

  private func isNamed(_ type: String) -> Bool {
    bytes[12..<12 + short(2)].prefix { $0 != 0 }.split(separator: 0x7C).contains { $0.elementsEqual(type.utf8) }
  }

  private static func read(_ path: String) -> TerminfoEntry? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var length = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit + 1) { buffer, count in
      while length < buffer.count {
        let read = Glibc.read(file, buffer.baseAddress! + length, buffer.count - length)
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { break }
        length += read
      }
      count = length
    }
    return TerminfoEntry(bytes: bytes)
  }
}
