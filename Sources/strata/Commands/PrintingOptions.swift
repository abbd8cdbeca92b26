import ArgumentParser
import StrataCatalog

/// The option by which every command that prints texts takes their language.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: "The language, en or zh, also as zh_CN; by default the locale's (LC_ALL, LC_MESSAGES, LANG).")
  var chosen: Language?

  /// The option's, or the environment's, or English.
  var language: Language { chosen ?? Language(environment: Environment()) ?? .en }
}
