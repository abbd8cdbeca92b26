import StrataCatalog

extension Language {
  /// What is said in this language: one value a language, so that a further language without its own does not compile.
  func choose<Value>(en: @autoclosure () -> Value, zh: @autoclosure () -> Value) -> Value {
    switch self {
    case .en: en()
    case .zh: zh()
    }
  }
}
