import Glibc
import StrataExplorer
import StrataScreen
import StrataSettings
import StrataText

/// The explorer without a screen.
extension Exploration {
  /// Whether one wants to hear, and not to see.
  var isAccessible: Bool { live(saved: nil, isUTF8: true).preferences.accessible.value }

  func recite() -> Int32 {
    let loaded: LoadedCatalog
    do {
      loaded = try LoadedCatalog(
        operands: invocation.catalogs, guides: invocation.guides, settings: invocation.settings)
    } catch {
      return fail(error)
    }
    let state = keepsState ? StateFile(catalogs: invocation.catalogs, environment: environment) : nil
    let saved = state?.load()
    let live = live(saved: saved, isUTF8: true)
    let configuration = live.configuration
    let invocation = invocation
    let reread: (() -> LoadedCatalog?)? =
      invocation.catalogs.isEmpty || invocation.catalogs.contains("-")
      ? nil
      : {
        try? LoadedCatalog(operands: invocation.catalogs, guides: invocation.guides, settings: invocation.settings)
      }
    var stacks = StackKeeper(options: invocation.stacks, environment: environment)
    var recital = Recital(
      explorer: explorer(
        of: loaded, configuration, saved: saved, size: Size(columns: 80, rows: 24), stacks: &stacks),
      textWidth: configuration.textWidth, columns: Exploration.printedColumns(environment: environment),
      asks: isatty(STDIN_FILENO) == 1, state: state, opener: live.opener, stacks: stacks, reread: reread,
      read: Exploration.readTypedLine, write: Output.write)
    return recital.run()
  }

  /// Bytes of a typed line that count.
  private static let lineLimit = 4096

  /// The next line of standard input, without its end; nil where there is none.
  static func readTypedLine() -> String? {
    var bytes: [UInt8] = []
    while true {
      let byte = getchar()
      if byte < 0 { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      if bytes.count < lineLimit { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    }
  }

  /// Columns of the terminal, of `COLUMNS`, or 80.
  static func printedColumns(environment: Environment) -> Int {
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 { return Int(window.ws_col) }
    return environment["COLUMNS"].flatMap { Int($0) }.map { min(1000, max(20, $0)) } ?? 80
  }
}
