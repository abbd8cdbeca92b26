import StrataScreen

/// The Latin letters that stand on the keys of other layouts: with it letter keys go on working there.
public struct Langmap: Hashable, Sendable {
  /// Looked through in their order; no table is made of them, for most people never press one of their keys.
  private var layouts: [Layout] = []
  /// What counts before the layouts.
  private var others: [Character: Character] = [:]

  public init(_ letters: [Character: Character] = [:]) { others = letters }

  /// The layouts that are known by name.
  public enum Layout: String, CaseIterable, Sendable {
    case russian, ukrainian, greek, hebrew, arabic, korean
    case serbian

    /// Its letters, and the keys they are on.
    fileprivate var pairs: [(letters: String, keys: String)] {
      switch self {
      case .russian: [("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`")]
      case .ukrainian: [("йцукенгшщзхїфівапролджєячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.")]
      case .serbian: [("љњертзуиопшђасдфгхјклчћѕџцвбнм", "qwertyuiop[]asdfghjkl;'zxcvbnm")]
      case .greek: [("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm")]
      case .hebrew: [("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,.")]
      case .arabic: [("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ", "qwertyuiop[]asdfghjkl;'zxcvnm,./")]
      case .korean: [("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm")]
      }
    }
  }

  /// The letters of some layouts; of a letter that two of them have, the first one's key.
  public init(_ layouts: [Layout]) { self.layouts = layouts }

  /// What a key of the American layout types with Shift.
  private static func shifted(_ key: Character) -> Character? {
    let signs: [Character: Character] = [
      "[": "{", "]": "}", ";": ":", "'": "\"", ",": "<", ".": ">", "/": "?", "`": "~",
    ]
    return signs[key] ?? key.uppercased().first
  }

  /// All layouts whose letters mean one key each: they are on from the start.
  public static let all = Langmap(Layout.allCases)

  /// The same letters, and others before them.
  public func adding(_ others: [Character: Character]) -> Langmap {
    var langmap = self
    langmap.others.merge(others) { $1 }
    return langmap
  }

  /// The key as it is on a Latin layout.
  func latin(_ key: Key) -> Key {
    guard case .character(let character) = key.code else { return key }
    if let latin = others[character] { return Key(.character(latin), key.modifiers) }
    if character.isASCII { return key }
    for pair in layouts.lazy.flatMap(\.pairs) {
      for (letter, latin) in zip(pair.letters, pair.keys) {
        if letter == character { return Key(.character(latin), key.modifiers) }
        if letter.uppercased() == String(character), let shifted = Langmap.shifted(latin) {
          return Key(.character(shifted), key.modifiers)
        }
      }
    }
    return key
  }
}
