import Glibc

extension Terminal {
  /// What ncurses is told of the terminal, by the environment while it asks: the type's entry, or one that strata brings along, for
  /// machines without a terminfo of it. Most terminals of today understand what xterm does.
  struct Description {
    static let usual = "xterm-256color"

    private let type = variable("TERM")
    private let terminfo = variable("TERMINFO")
    let entry: TerminfoEntry
    /// The type that it is taken for; nil where it is known.
    let substitute: String?

    /// With colors of 24 bits where the environment says that the type has them.
    init?(of type: String) {
      let color = Self.variable("COLORTERM")
      if color == "truecolor" || color == "24bit", let entry = Self.shipped(type + "+24bit") {
        (self.entry, substitute) = (entry, nil)
      } else if let entry = TerminfoEntry.find(type, in: Self.variable) ?? Self.shipped(type) {
        (self.entry, substitute) = (entry, nil)
      } else if let entry = Self.shipped(Self.usual) {
        (self.entry, substitute) = (entry, Self.usual)
      } else {
        return nil
      }
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private static func shipped(_ name: String) -> TerminfoEntry? {
      TerminfoTable.entries[name].flatMap(TerminfoEntry.init(variable:))
    }

    func begin() {
      setenv("TERM", entry.name, 1)
      setenv("TERMINFO", entry.tuned.variable, 1)
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
