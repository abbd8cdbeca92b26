/// The section of a file of dependencies that a line stands in.
struct SectionState {
  var name = ""
  var isOpen = false
  /// The value of the element that a package's second half follows.
  var groupID = ""
  /// Arguments of a Dockerfile that an image's name may hold.
  var arguments: [String: String] = [:]
  static let mostArguments = 64
}

/// Direct dependencies, by exact name; what they bring along is not looked at.
extension FileScan {
  mutating func takeGoModule(_ line: Span<UInt8>, _ number: Int) {
    var range = line.trimmed(0..<line.count)
    if line.has("require (", at: range.lowerBound) { section.isOpen = true }
    if line.has(")", at: range.lowerBound) { section.isOpen = false }
    if line.has("require ", at: range.lowerBound) {
      range = line.trimmed(min(range.lowerBound + 8, range.upperBound)..<range.upperBound)
    } else if !section.isOpen {
      return
    }
    guard !line.contains("// indirect"), let end = line.index(of: .space, from: range.lowerBound),
      end < range.upperBound
    else { return }
    note(.go, line.text(range.lowerBound..<end), number)
  }

  mutating func takeRequirement(_ line: Span<UInt8>, _ number: Int) {
    let range = line.trimmed(0..<line.count)
    guard let first = range.first, line[first].isLetter else { return }
    note(.pypi, packageName(line, from: range.lowerBound), number)
  }

  /// A Python package's name: it ends where extras or a version begin.
  private func packageName(_ line: Span<UInt8>, from start: Int) -> String {
    var end = start
    while end < line.count,
      line[end].isLetter || line[end].isDigit || line[end] == .hyphen || line[end] == UInt8(ascii: "_")
        || line[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    return String(line.text(start..<end).map { $0 == "_" ? "-" : $0 })
  }

  mutating func takeTOML(_ line: Span<UInt8>, _ number: Int) {
    let range = line.trimmed(0..<line.count)
    guard let first = range.first, line[first] != .hash else { return }
    if line[first] == UInt8(ascii: "["), range.count <= 120, !section.isOpen {
      section.name = line.text(range)
      return
    }
    let isCargo = path.hasSuffix("Cargo.toml")
    let isTools = path.hasSuffix("mise.toml")
    if isTools {
      guard section.name == "[tools]" else { return }
      return noteTool(keyText(line, range), number)
    }
    if isCargo {
      if section.name.hasPrefix("[dependencies") || section.name.hasSuffix("dependencies]") {
        note(.cargo, keyText(line, range), number)
      }
      return
    }
    if path.hasSuffix(".versions.toml") {
      if section.name == "[libraries]", let name = catalogName(line.text(range.prefix(4 * SignalTable.longestToken))) {
        note(.maven, name, number)
      }
      return
    }
    if section.name.hasPrefix("[tool.poetry") || section.name == "[packages]" || section.name == "[dev-packages]" {
      note(.pypi, keyText(line, range), number)
      return
    }
    // dependencies = ["redis>=5", …], over several lines
    if line.has("dependencies", at: first) || section.name == "[project.optional-dependencies]"
      || section.name == "[dependency-groups]"
    {
      section.isOpen = section.isOpen || line.index(of: UInt8(ascii: "[")) != nil
    }
    guard section.isOpen else { return }
    var position = range.lowerBound
    while let open = line.index(of: .quote, from: position), let close = line.index(of: .quote, from: open + 1) {
      note(.pypi, packageName(line, from: open + 1), number)
      position = close + 1
    }
    if line[range.upperBound - 1] == UInt8(ascii: "]") { section.isOpen = false }
  }

  /// `{ module = "io.grpc:grpc-netty", … }`, `{ group = "io.grpc", name = "grpc-netty" }`, `"io.grpc:grpc-netty:1.6"`
  private func catalogName(_ text: String) -> String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    var values: [String: String] = [:]
    for place in stride(from: 1, to: parts.count, by: 2) {
      let key = parts[place - 1].split { !$0.isLetter }.last.map(String.init) ?? ""
      if values[key] == nil { values[key] = parts[place] }
      if parts[place].split(separator: ":").count == 3, parts[place - 1].hasSuffix("= ") {
        return parts[place].split(separator: ":").prefix(2).joined(separator: ":")
      }
    }
    if let module = values["module"] { return module }
    guard let group = values["group"], let name = values["name"] else { return nil }
    return group + ":" + name
  }

  private func keyText(_ line: Span<UInt8>, _ range: Range<Int>) -> String {
    let end = line.index(of: UInt8(ascii: "="), from: range.lowerBound) ?? range.upperBound
    let key = line.unquoted(line.trimmed(range.lowerBound..<min(end, range.upperBound)))
    return line.text(key.prefix(SignalTable.longestToken))
  }

  mutating func takePOM(_ line: Span<UInt8>, _ number: Int) {
    if let group = element("<groupId>", line) {
      section.groupID = group
    } else if let artifact = element("<artifactId>", line), !section.groupID.isEmpty {
      note(.maven, section.groupID + ":" + artifact, number)
      section.groupID = ""
    }
  }

  private func element(_ tag: StaticString, _ line: Span<UInt8>) -> String? {
    let start = line.skippingBlanks()
    guard line.has(tag, at: start) else { return nil }
    let begin = start + tag.utf8CodeUnitCount
    guard let end = line.index(of: UInt8(ascii: "<"), from: begin), end - begin <= SignalTable.longestToken else {
      return nil
    }
    return line.text(line.trimmed(begin..<end))
  }

  /// `implementation("group:artifact:version")`
  mutating func takeGradle(_ line: Span<UInt8>, _ number: Int) {
    var position = line.skippingBlanks()
    guard position < line.count, !line.has("//", at: position) else { return }
    while position < line.count {
      let byte = line[position]
      guard byte == .quote || byte == .apostrophe else {
        position += 1
        continue
      }
      guard let close = line.index(of: byte, from: position + 1) else { return }
      if close - position <= SignalTable.longestToken {
        let parts = line.text(position + 1..<close).split(separator: ":")
        if parts.count >= 2 { note(.maven, parts[0] + ":" + parts[1], number) }
      }
      position = close + 1
    }
  }

  /// `<PackageReference Include="…"`, `<package id="…"`
  mutating func takeProject(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard line.has("<Package", at: start) || line.has("<package", at: start) else { return }
    guard let open = line.index(of: .quote, from: start), let close = line.index(of: .quote, from: open + 1),
      close - open <= SignalTable.longestToken
    else { return }
    note(.nuget, line.text(open + 1..<close), number)
  }

  /// `.tool-versions`: the name, then versions.
  mutating func takeVersion(_ line: Span<UInt8>, _ number: Int) {
    let range = line.trimmed(0..<line.count)
    guard let first = range.first, line[first].isLetter else { return }
    noteTool(line.text(range.prefix(SignalTable.longestToken)), number)
  }

  /// `brew "helm"`
  mutating func takeBrewfile(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard line.has("brew ", at: start), let open = line.index(of: .quote, from: start),
      let close = line.index(of: .quote, from: open + 1), close - open <= SignalTable.longestToken
    else { return }
    noteTool(line.text(open + 1..<close), number)
  }

  /// `NAME_IMAGE=postgres:18`; no other variable is looked at, and no value is kept that no signal knows.
  mutating func takeEnvironment(_ line: Span<UInt8>, _ number: Int) {
    let range = line.trimmed(0..<line.count)
    guard let first = range.first, line[first] != .hash, let equals = line.index(of: UInt8(ascii: "="), from: first),
      equals < range.upperBound, equals - first <= 80
    else { return }
    let name = line.text(first..<equals).uppercased()
    guard name.hasSuffix("IMAGE") || name.hasSuffix("IMAGE_NAME") || name.hasSuffix("IMAGE_REPOSITORY") else { return }
    noteKnownImage(
      line.text(line.unquoted(line.trimmed(equals + 1..<range.upperBound).prefixRange(SignalTable.longestToken))),
      number)
  }

  /// An image in a place where something secret may stand instead: one that no signal knows is not kept.
  mutating func noteKnownImage(_ text: String, _ number: Int) {
    let before = count
    noteImage(text, number)
    if case .unknown? = findings.last?.subject, count > before { drop(since: before) }
  }

  mutating func takePackages(_ line: Span<UInt8>, _ number: Int) {
    var position = 0
    while let start = line.index(of: UInt8(ascii: "p"), from: position) {
      position = start + 1
      guard line.has("pkg:", at: start) else { continue }
      var end = start
      while end < line.count, line[end] > .space, line[end] != .quote, line[end] != UInt8(ascii: "<"),
        line[end] != .apostrophe
      {
        end += 1
      }
      notePackage(line.text(start..<min(end, start + JSONState.longestString)), number, column: start + 1)
      position = end
    }
  }

  /// A line of `kubectl get crd -o name`, of `kubectl api-versions`, of `helm list`.
  mutating func takeListing(_ line: Span<UInt8>, _ number: Int) {
    let range = line.trimmed(0..<line.count)
    guard !range.isEmpty, range.count <= 2 * SignalTable.longestToken else { return }
    let words = line.text(range).split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
    guard let first = words.first else { return }
    if words.count == 1 || first.hasPrefix("customresourcedefinition") {
      let slash = first.firstIndex(of: "/")
      if first.hasPrefix("customresourcedefinition"), let slash {
        let name = first[first.index(after: slash)...]
        if let dot = name.firstIndex(of: ".") { noteGroup(String(name[name.index(after: dot)...]), number) }
      } else if let slash {
        noteGroup(String(first[..<slash]), number)
      } else if first == "v1" {
        note(.group, first, number)
      } else if let dot = first.firstIndex(of: ".") {
        noteGroup(String(first[first.index(after: dot)...]), number)
      }
    } else {
      // helm list: NAME NAMESPACE REVISION UPDATED… STATUS CHART APP; kubectl get crd: NAME CREATED AT
      for word in words.dropFirst() {
        let name = Self.withoutVersion(word)
        if name != word { noteChart(name, number) }
      }
      if let dot = first.firstIndex(of: "."), words.count == 2 {
        noteGroup(String(first[first.index(after: dot)...]), number)
      }
    }
  }
}

extension Range<Int> {
  /// The range, at most `count` long.
  fileprivate func prefixRange(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
  fileprivate func prefix(_ count: Int) -> Range<Int> { prefixRange(count) }
}
