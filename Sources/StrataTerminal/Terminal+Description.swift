import CNcurses
import Glibc

extension Terminal {
  /// What ncurses is told of the terminal, by the environment while it asks.
  struct Description {
    let entry: TerminfoEntry
    /// The type that it is taken for; nil where it is known.
    let substitute: String?

    /// The type's entry, with colors of 24 bits where the environment says that it has them; of a machine that does not know
    /// it the one that strata brings along.
    static func own(_ type: String) -> Description? {
      let color = variable("COLORTERM")
      let isTrueColor = color == "truecolor" || color == "24bit"
      let entry =
        (isTrueColor ? shipped(type + "+24bit") : nil) ?? TerminfoEntry.find(type, in: variable) ?? shipped(type)
      return entry.map { Description(entry: $0, substitute: nil) }
    }

    /// Most terminals of today understand what xterm does.
    static var usual: Description? {
      let type = "xterm-256color"
      return shipped(type).map { Description(entry: $0, substitute: type) }
    }

    private static func shipped(_ name: String) -> TerminfoEntry? {
      TerminfoTable.entries[name].flatMap(TerminfoEntry.init(variable:))
    }

    /// Whether ncurses takes it; from then on the environment has nothing else for it.
    func isTaken(at output: Int32) -> Bool {
      setenv("TERM", entry.name, 1)
      setenv("TERMINFO", entry.tuned.variable, 1)
      var status: Int32 = 0
      return setupterm(nil, output, &status) == OK
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// What the environment said before: other programs are started with it.
    struct Before {
      private let values = ["TERM", "TERMINFO"].map { (name: $0, value: Description.variable($0)) }

      func restore() {
        for (name, value) in values {
          if let value { setenv(name, value, 1) } else { unsetenv(name) }
        }
      }
    }
  }
}
