// Memory: lent.

/// Dockerfiles, and lines of scripts in pipelines.
extension FileScan {
  mutating func takeDockerfile(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard start < line.count, line[start] != .hash, line.count - start <= 4 * SignalTable.longestToken else { return }
    if line.hasWord("FROM", at: start) {
      let words = line.text(start..<line.count).split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
      guard let image = words.dropFirst().first(where: { !$0.hasPrefix("--") }) else { return }
      let name = substituted(String(image))
      if words.count >= 4, words[words.count - 2].lowercased() == "as" {
        section.arguments[":" + words[words.count - 1].lowercased()] = ""
      }
      if section.arguments[":" + name.lowercased()] == nil, name != "scratch" { noteImage(name, number) }
    } else if line.hasWord("ARG", at: start) {
      let parts = line.text(start + 4..<line.count).split(separator: "=", maxSplits: 1)
      guard parts.count == 2, section.arguments.count < SectionState.mostArguments else { return }
      section.arguments[String(parts[0]).trimmedOfBlanks] = String(parts[1]).trimmedOfBlanks.unquoted
    } else if line.hasWord("COPY", at: start), let from = line.text(start..<line.count)[...].utf8Range(of: "--from=") {
      let text = line.text(start..<line.count)
      let name = substituted(String(text[from.upperBound...].prefix { $0 != " " && $0 != "\t" }))
      if section.arguments[":" + name.lowercased()] == nil, Int(name) == nil { noteImage(name, number) }
    } else if line.hasWord("RUN", at: start) {
      takeCommands(line, start + 4..<line.count, number)
    }
  }

  /// An image's name with the Dockerfile's own arguments in it.
  private func substituted(_ name: String) -> String {
    guard name.contains("$" as Character) else { return name }
    var result = ""
    var rest = Substring(name)
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      let isBraced = rest.first == "{"
      if isBraced { rest = rest.dropFirst() }
      let variable = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest[variable.endIndex...]
      if isBraced { rest = rest.drop { $0 != "}" }.dropFirst() }
      guard let value = section.arguments[String(variable)] else { return "" }
      result += value
    }
    return result + rest
  }

  mutating func takeScript(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard start < line.count, line[start] != .hash, !line.has("//", at: start) else { return }
    if case .jenkinsfile = type { takeAgent(line, start, number) }
    takeCommands(line, start..<line.count, number)
  }

  /// An image that a step of Jenkins runs in: `image 'node:22'`, `docker.image("postgres:17")`, `image: node:22` of a Pod.
  private mutating func takeAgent(_ line: Span<UInt8>, _ start: Int, _ number: Int) {
    guard line.count - start <= 4 * SignalTable.longestToken, line.contains("image") else { return }
    let text = line.text(start..<line.count)
    guard let place = text[...].utf8Range(of: "image") else { return }
    let rest = text[place.upperBound...].drop { $0 == ":" || $0 == "(" || $0 == " " }
    guard rest.startIndex > place.upperBound else { return }
    let quote = rest.first == "'" || rest.first == "\"" ? rest.first : nil
    let image = rest.dropFirst(quote == nil ? 0 : 1).prefix { quote == nil ? !$0.isWhitespace : $0 != quote }
    noteKnownImage(String(image), number)
  }

  /// The commands of a line: the first word of each, also behind `&&`, `|`, `;` and `sh "`.
  mutating func takeCommands(_ line: Span<UInt8>, _ range: Range<Int>, _ number: Int) {
    guard range.count <= 4 * SignalTable.longestToken else { return }
    var words = line.text(range).split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })[...]
    var isFirst = true
    while let word = words.popFirst() {
      let bare = word.drop { $0 == "\"" || $0 == "'" || $0 == "(" || $0 == "`" || $0 == "@" || $0 == "$" }
      if isFirst, Self.leading.contains(String(bare)) || bare.contains("=" as Character) { continue }
      if isFirst, let next = words.first, let letter = next.utf8.first, letter.isLetter || letter == .hyphen {
        // A name alone is a word; a name with a verb behind it is a command.
        let name = bare.split(separator: "/").last.map(String.init) ?? ""
        if !next.hasSuffix(":"), note(.command, name, number), name == "kubectl" || name == "oc" {
          for argument in words.prefix(8) where argument.hasPrefix("https://") { noteAddress(String(argument), number) }
        }
      }
      isFirst = word == "&&" || word == "||" || word == "|" || word == ";" || word == "sh" || word.hasSuffix(";")
    }
  }

  /// What stands before a command.
  private static let leading: Set<String> = [
    "sudo", "run:", "-", "exec", "time", "then", "do", "if", "!", "else", "RUN", "env",
  ]
}

extension Span where Element == UInt8 {
  /// Whether the instruction stands at `start`, in any case, and a blank behind it.
  fileprivate func hasWord(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start + length < count, self[start + length].isBlank else { return false }
    return word.withUTF8Buffer { wanted in
      for offset in 0..<length where unsafe self[start + offset].lower != wanted[offset].lower { return false }
      return true
    }
  }
}

extension String {
  fileprivate var trimmedOfBlanks: String {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  fileprivate var unquoted: String {
    guard count >= 2, let first, first == "\"" || first == "'", last == first else { return self }
    return String(dropFirst().dropLast())
  }
}
