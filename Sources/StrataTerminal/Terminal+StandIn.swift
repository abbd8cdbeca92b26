import Glibc

extension Terminal {
  /// Terminals that strata brings along, for machines without a terminfo of them: ncurses takes an entry from TERMINFO. Most
  /// terminals of today understand what xterm does.
  struct StandIn {
    static let usual = "xterm-256color"

    private let type = getenv("TERM").map { String(cString: $0) }
    private let terminfo = getenv("TERMINFO").map { String(cString: $0) }

    /// Makes ncurses find the type, or the usual one in its place; gives the name that it now has.
    func begin(for type: String) -> String? {
      let name = TerminfoTable.entries[type] == nil ? Self.usual : type
      guard let entry = TerminfoTable.entries[name] else { return nil }
      setenv("TERM", name, 1)
      setenv("TERMINFO", entry, 1)
      return name
    }

    /// Makes ncurses know the type with colors of 24 bits, where the environment says that it has them. False where nothing is
    /// known of that.
    func beginTrueColor(for type: String) -> Bool {
      let said = getenv("COLORTERM").map { String(cString: $0) }
      guard said == "truecolor" || said == "24bit", let entry = TerminfoTable.entries[type + "+24bit"] else {
        return false
      }
      setenv("TERM", type + "+24bit", 1)
      setenv("TERMINFO", entry, 1)
      return true
    }

    /// What the environment was: other programs are started with it.
    func end() {
      restore("TERM", type)
      restore("TERMINFO", terminfo)
    }

    private func restore(_ name: String, _ value: String?) {
      if let value { setenv(name, value, 1) } else { unsetenv(name) }
    }
  }
}
