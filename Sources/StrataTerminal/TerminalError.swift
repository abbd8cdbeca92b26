/// Why there is no screen.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard output is not a terminal.
  case outputIsNoTerminal
  /// Standard input is not a terminal, and the process has none besides.
  case noKeyboard
  /// TERM is not set, or empty.
  case noTerminalType
  /// The terminal type is not in the terminal database.
  case unknownTerminalType(String)
  /// The terminal type has no way to place the cursor.
  case terminalTypeCannotPlaceCursor(String)
  /// The terminal refused, with this `errno`.
  case refused(Int32)
}
