import Glibc
import StrataTerminal
import StrataText

extension TerminalError {
  /// One sentence without a full stop: the cause, and a way out.
  var sentence: VisibleText {
    switch self {
    case .outputIsNoTerminal:
      "standard output is not a terminal; start strata in one, or print with 'strata list' or 'strata --snapshot 100x30'"
    case .noKeyboard:
      "there is no keyboard: standard input is not a terminal; start strata in one, or print with 'strata list'"
    case .noTerminalType:
      "TERM is not set; set it to your terminal's type (such as TERM=xterm-256color), or print with 'strata list'"
    case .unknownTerminalType(let type):
      "this machine does not know the terminal type '\(type.prefix(40))'; try TERM=xterm-256color, or 'strata list'"
    case .terminalTypeCannotPlaceCursor(let type):
      "a terminal of the type '\(type.prefix(40))' cannot show a screen; set TERM to your terminal's type "
        + "(such as TERM=xterm-256color), or print with 'strata list'"
    case .refused(let error):
      "the terminal cannot be set up: \(String(cString: strerror(error)))"
    }
  }
}
