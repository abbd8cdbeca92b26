import StrataScreen

/// The Latin letters that stand on the keys of other layouts: with it letter keys go on working there.
public struct Langmap: Hashable, Sendable {
  private var letters: [Character: Character]

  public init(_ letters: [Character: Character] = [:]) { self.letters = letters }

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
  public init(_ layouts: [Layout]) {
    letters = [:]
    for pair in layouts.flatMap(\.pairs) {
      for (letter, key) in zip(pair.letters, pair.keys) {
        add(letter, key)
        let (upper, shifted) = (letter.uppercased(), Langmap.shifted(key))
        if upper.count == 1, Character(upper) != letter, let shifted { add(Character(upper), shifted) }
      }
    }
  }

  private mutating func add(_ letter: Character, _ key: Character) {
    if letters[letter] == nil { letters[letter] = key }
  }

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
    Langmap(letters.merging(others) { $1 })
  }

  /// The key as it is on a Latin layout.
  func latin(_ key: Key) -> Key {
    guard case .character(let character) = key.code, let latin = letters[character] else { return key }
    return Key(.character(latin), key.modifiers)
  }
}
