import Glibc
public import StrataText

extension Terminal {
  /// How a text went to the clipboard. The terminal does not answer, so this is how it was sent, not that it arrived.
  public enum ClipboardWay: String, Sendable {
    case terminal = "OSC 52"
    case tmux = "OSC 52 through tmux"
    case screen = "OSC 52 through screen"
  }

  /// Why a text does not go to the clipboard.
  public enum ClipboardProblem: Error, Hashable, Sendable {
    case tooLong
    /// The terminal's type has none that a program could reach.
    case none
  }

  /// Types of terminals without a clipboard: the kernel's console and what stands on a desk.
  private static let bareTypes = ["linux", "vt", "ansi", "cons", "dumb", "sun", "wyse"]

  /// Bytes that terminals take; most drop a longer sequence silently.
  public static let clipboardLimit = 74_000

  /// Asks the terminal to put a text on the clipboard.
  public mutating func copy(_ text: VisibleText) throws(ClipboardProblem) -> ClipboardWay {
    guard text.string.utf8.count <= Terminal.clipboardLimit else { throw .tooLong }
    let request = "\u{1B}]52;c;\(Base64.encoded(Array(text.string.utf8)))\u{7}"
    if getenv("TMUX") != nil {
      // tmux takes the request itself, or passes it on, or both, as it is set up.
      send(request + "\u{1B}Ptmux;\u{1B}\(request)\u{1B}\\")
      return .tmux
    }
    if getenv("STY") != nil {
      // screen passes on strings of at most 768 bytes.
      var rest = request[...]
      while !rest.isEmpty {
        send("\u{1B}P\(rest.prefix(700))\u{1B}\\")
        rest = rest.dropFirst(700)
      }
      return .screen
    }
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    if Terminal.bareTypes.contains(where: type.hasPrefix) { throw .none }
    send(request)
    return .terminal
  }
}
