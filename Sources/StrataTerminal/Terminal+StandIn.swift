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
