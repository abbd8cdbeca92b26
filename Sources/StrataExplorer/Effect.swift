public import StrataStack
public import StrataText

/// What has to happen outside: a value that the program carries out.
public enum Effect: Hashable, Sendable {
  case quit(status: Int32)
  case suspend
  /// The terminal has to be drawn anew from nothing.
  case redraw
  /// The catalog's files have to be read again.
  case reload
  /// An address has to be opened, outside the terminal.
  case open(url: String)
  /// Text for the clipboard; `name` is what to call it when saying so.
  case copy(text: VisibleText, name: String)
  /// A stack's file has to be changed; where there is none it is made.
  case changeStack(StackChange, path: String)
  /// The last change has to be taken back.
  case undoStack
  /// A tool's note has to be written in the person's own editor.
  case writeNote(String, tool: String, path: String)
  /// Folders, files or `-` have to be scanned: see `Explorer.report(_:)` of a `FolderScan`.
  case scan([String])
  /// The scan has to end with what it has found.
  case stopScan
  /// What was chosen, in lines: see `Explorer.Start`. The end follows.
  case picked(VisibleText)
  /// The terminal has to report the mouse, or to keep it.
  case reportMouse(Bool)
  /// What the next start goes on with, as text: see `Explorer.Configuration.saved`.
  case save(VisibleText)
}

/// How an effect went.
public enum Outcome: Hashable, Sendable {
  case opened(url: String)
  /// There is nowhere to open an address: it is shown, to be copied.
  case showAddress(url: String)
  /// `way` is how: `OSC 52`.
  case copied(name: String, way: String)
  case reloaded
  case stackChanged(StackChange, path: String, isNew: Bool)
  case stackUnchanged, stackUndone
  /// The catalog could not be read; the last good one stays. The first diagnostic, on one line.
  case reloadFailed(VisibleText)
  case failed(VisibleText)
}
