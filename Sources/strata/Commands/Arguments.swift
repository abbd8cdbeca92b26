public import ArgumentParser
public import StrataCatalog
import StrataExplorer
import StrataScreen

// How the values of options are written.

extension Language: ExpressibleByArgument {
  /// `zh`, and also a locale's name: `zh_CN.UTF-8`.
  public init?(argument: String) { self.init(locale: argument) }
}

extension Invocation.ColorChoice: ExpressibleByArgument {}

/// A view by its name in English: `map`.
struct ViewName: ExpressibleByArgument {
  let view: View

  init?(argument: String) {
    guard let view = View.allCases.first(where: { "\($0)" == argument }) else { return nil }
    self.view = view
  }

  static let allValueStrings = View.allCases.map { "\($0)" }
}

enum AmbiguousWidth: String, CaseIterable, ExpressibleByArgument {
  case one = "1"
  case two = "2"
}

/// `100x30`: columns and rows, at most 1000 of each.
struct SnapshotSize: ExpressibleByArgument {
  let size: Size

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCII) && $0.allSatisfy(\.isNumber) }),
      let columns = Int(parts[0]), let rows = Int(parts[1]), columns <= 1000, rows <= 1000
    else { return nil }
    size = Size(columns: columns, rows: rows)
  }
}

/// A key string, as `Key.sequence` reads it.
struct KeyString: ExpressibleByArgument {
  let keys: [Key]

  init?(argument: String) {
    guard let keys = try? Key.sequence(argument) else { return nil }
    self.keys = keys
  }
}

/// How a command prints what it found.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
