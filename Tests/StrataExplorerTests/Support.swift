import Foundation
import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

/// The catalog strata ships, read from Resources.
let shippedCatalog: Catalog = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let folder = root.appending(path: "Resources/catalog")
  let names = try! FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter {
    $0.hasSuffix(".yaml")
  }
  return catalog(names.map { ($0, Array(try! Data(contentsOf: folder.appending(path: $0)))) })
}()

/// A catalog of some sources, which must be without errors.
func catalog(_ sources: [(name: String, bytes: [UInt8])]) -> Catalog {
  let (catalog, diagnostics) = Catalog.read(sources: sources)
  guard let catalog else { fatalError("\(diagnostics)") }
  return catalog
}

func catalog(_ text: String) -> Catalog { catalog([("test.yaml", Array(text.utf8))]) }

/// An explorer with keys pressed, at a size.
func explorer(
  _ keys: String = "", _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en,
  in catalog: Catalog = shippedCatalog, textWidth: TextWidth = .standard
) throws -> Explorer {
  var explorer = Explorer(
    catalog: catalog,
    configuration: .init(language: language, textWidth: textWidth),
    size: Size(columns: columns, rows: rows))
  for key in try Key.sequence(keys) { _ = explorer.handle(.key(key)) }
  return explorer
}

extension Explorer {
  /// The same without anything that was kept: all that it shows is made.
  var madeAnew: Explorer {
    var made = self
    made.work.forgetLists()
    made.work.forgetPages()
    made.work.forgetStacks()
    made.context.measure()
    made.settle()
    return made
  }

  /// The screen as text.
  func screen(_ columns: Int, _ rows: Int, textWidth: TextWidth = .standard) -> String {
    frame(columns, rows, textWidth: textWidth).text
  }

  func frame(_ columns: Int, _ rows: Int, textWidth: TextWidth = .standard) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: rows), textWidth: textWidth)
    draw(into: &frame)
    return frame
  }
}

/// The screen after some keys, as text.
func screen(
  _ keys: String = "", _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en,
  in catalog: Catalog = shippedCatalog
) throws -> String {
  try explorer(keys, columns, rows, language, in: catalog).screen(columns, rows)
}

extension Explorer {
  /// What Enter would do on the selected row of the help.
  var chosenAction: Action? {
    guard case .help(let help) = top, case .action(let action)? = help.chosen?.kind else { return nil }
    return action
  }

  /// Presses keys.
  @discardableResult
  mutating func press(_ keys: String) throws -> [Effect] {
    try Key.sequence(keys).flatMap { handle(.key($0)) }
  }
}
