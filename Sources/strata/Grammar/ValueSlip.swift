import StrataCatalog
import StrataText

/// A value that an option or a command does not take, told with what was perhaps meant. The parser refuses it, too, but lists
/// every value there is, a line each.
struct ValueSlip: Equatable {
  /// As it is typed, or `<shell>`.
  let option: String
  let value: String
  let values: [String]
  /// The command's words: `strata stack export`.
  let command: String

  /// - Parameters:
  ///   - arguments: the command's name first.
  ///   - message: the parser's, which says of which word it speaks.
  init?(_ arguments: [String], message: String) {
    var command = CommandModel().root
    var name = command.name
    func refuses(_ value: String, _ option: String) -> Bool {
      message.has("'\(value)' is invalid for '\(option)")
    }
    var index = 0
    while index < arguments.count, arguments[index] != "--" {
      let word = arguments[index]
      index += 1
      if !word.hasPrefix("-") {
        if let part = command.commands.first(where: { $0.name == word }) {
          command = part
          name += " \(word)"
        } else if let operand = command.operands.first(where: {
          !$0.values.isEmpty && refuses(word, "<\($0.valueName)>")
        }) {
          self.init(option: "<\(operand.valueName)>", value: word, values: operand.values, command: name)
          return
        }
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = command.option(parts[0]), option.kind == .option else { continue }
      let value = parts.count == 2 ? parts[1] : index < arguments.count ? arguments[index] : ""
      if parts.count == 1 { index += 1 }
      guard !option.values.isEmpty, refuses(value, parts[0]) else { continue }
      // Of a list the first member that is none.
      let members = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let wrong = members.first(where: { !option.values.contains($0) }) else { return nil }
      self.init(option: parts[0], value: wrong, values: option.values, command: name)
      return
    }
    return nil
  }

  private init(option: String, value: String, values: [String], command: String) {
    self.option = option
    self.value = value
    self.values = values
    self.command = command
  }

  /// The value that is nearly so, or the only one that begins so. Of a single letter nothing is said.
  var near: String? {
    guard value.count > 1 else { return nil }
    let longer = values.filter { $0.lowercased().hasPrefix(value.lowercased()) }
    return longer.count == 1 ? longer[0] : Nearest.likely(value, among: values)
  }

  var message: String {
    """
    Error: '\(option)' takes no '\(value)'\(UsageMistake.hint(near).string)
    It takes: \(values.joined(separator: ", "))
      See '\(command) --help' for more information.
    """
  }
}
