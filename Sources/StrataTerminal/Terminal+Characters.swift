import CStrataSystem
import Glibc
import StrataText

extension Terminal {
  /// Whether the terminal takes UTF-8, as the locale's name says: LC_ALL, LC_CTYPE or LANG, the first that is set. Only a name that has
  /// another character set, such as `zh_CN.GBK`, says that it does not; `C`, `zh_CN` or none at all say nothing of the terminal.
  ///
  /// - Parameter variable: the value of an environment variable; nil where it is not set.
  static func takesUTF8(_ variable: (String) -> String?) -> Bool {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
    guard let dot = name.firstIndex(of: ".") else { return true }
    let characterSet = name[name.index(after: dot)...].prefix { $0 != "@" }
    return characterSet.lowercased().filter { $0 != "-" && $0 != "_" } == "utf8"
  }

  /// Whether the environment says that terminals of this process take UTF-8.
  public static var takesUTF8: Bool { takesUTF8 { getenv($0).map { String(cString: $0) } } }

  /// Has ncurses count and write by strata's own table, so that it needs no locale of the system; whether text is UTF-8.
  static func chooseCharacters() -> Bool {
    guard takesUTF8 else {
      strata_system_set_characters(nil)
      return false
    }
    strata_system_set_characters { value in Unicode.Scalar(value).map { Int32(TextWidth.columns($0)) } ?? -1 }
    return true
  }
}
