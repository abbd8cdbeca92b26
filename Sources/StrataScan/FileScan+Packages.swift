import StrataText

/// The section of a file of dependencies that a line stands in.
struct SectionState {
  var name = ""
  var isOpen = false
  /// The halves of a package that were read of an element.
  var groupID = ""
  var artifactID = ""
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
    let isTools = path.hasSuffix("mise.toml") || path.hasSuffix("mise.local.toml") || path.hasSuffix("mise/config.toml")
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

  /// Elements of a dependency stand on lines of their own or on one, in either order.
  mutating func takePOM(_ line: Span<UInt8>, _ number: Int) {
    var position = 0
    while let open = line.index(of: UInt8(ascii: "<"), from: position) {
      position = open + 1
      if line.has("<dependency>", at: open) || line.has("<plugin>", at: open) || line.has("<parent>", at: open) {
        (section.groupID, section.artifactID) = ("", "")
      } else if let group = element("<groupId>", line, open) {
        section.groupID = group
      } else if let artifact = element("<artifactId>", line, open) {
        section.artifactID = artifact
      } else {
        continue
      }
      guard !section.groupID.isEmpty, !section.artifactID.isEmpty else { continue }
      note(.maven, section.groupID + ":" + section.artifactID, number)
      (section.groupID, section.artifactID) = ("", "")
    }
  }

  private func element(_ tag: StaticString, _ line: Span<UInt8>, _ start: Int) -> String? {
    guard line.has(tag, at: start) else { return nil }
    let begin = start + tag.utf8CodeUnitCount
    guard let end = line.index(of: UInt8(ascii: "<"), from: begin), end - begin <= SignalTable.longestToken else {
      return nil
    }
    return line.text(line.trimmed(begin..<end))
  }

  /// `implementation("group:artifact:version")`, `implementation group: 'group', name: 'artifact'`
  mutating func takeGradle(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard start < line.count, !line.has("//", at: start) else { return }
    let isMap = line.contains("group:") && line.contains("name:")
    var halves: [String] = []
    forEachString(of: line, from: start) { line, range in
      if isMap {
        halves.append(line.text(range))
      } else {
        let parts = line.text(range).split(separator: ":")
        if parts.count >= 2 { halves.append(parts[0] + ":" + parts[1]) }
      }
    }
    if isMap, halves.count >= 2 { halves = [halves[0] + ":" + halves[1]] }
    for package in halves { note(.maven, package, number) }
  }

  /// The strings of a line, in either quotes, without them; those that are longer than a token are left out.
  private func forEachString(of line: Span<UInt8>, from start: Int, _ body: (Span<UInt8>, Range<Int>) -> Void) {
    var position = start
    while position < line.count {
      let byte = line[position]
      guard byte == .quote || byte == .apostrophe else {
        position += 1
        continue
      }
      guard let close = line.index(of: byte, from: position + 1) else { return }
      if close - position <= SignalTable.longestToken { body(line, position + 1..<close) }
      position = close + 1
    }
  }

  /// `<PackageReference Include="…"`, `<PackageVersion Version="…" Include='…'`, `<package id="…"`
  mutating func takeProject(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard line.has("<Package", at: start) || line.has("<package", at: start) else { return }
    var position = start
    while let equals = line.index(of: UInt8(ascii: "="), from: position) {
      let open = line.skippingBlanks(from: equals + 1)
      guard open < line.count, line[open] == .quote || line[open] == .apostrophe,
        let close = line.index(of: line[open], from: open + 1)
      else { return }
      let name = line.text(line.trimmed(position..<equals).suffix(8)).split(separator: " ").last
      if name == "Include" || name == "Update" || name == "id", close - open <= SignalTable.longestToken {
        note(.nuget, line.text(open + 1..<close), number)
      }
      position = close + 1
    }
  }

  /// `helm_resource('mysql', 'bitnami/mysql')`, `helm_repo('bitnami', 'https://charts.bitnami.com/bitnami')`
  mutating func takeTiltfile(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard start < line.count, line[start] != .hash, line.count - start <= 4 * SignalTable.longestToken else { return }
    let isRepository = line.has("helm_repo", at: start)
    guard isRepository || line.contains("helm_resource(") || line.contains("helm_remote(") else { return }
    var texts: [String] = []
    forEachString(of: line, from: start) { line, range in texts.append(line.text(range)) }
    for text in texts where text.hasPrefix("https://") || text.hasPrefix("oci://") { noteAddress(text, number) }
    if isRepository { return }
    if line.contains("helm_remote("), let first = texts.first { return noteChart(first, number) }
    // What stands behind is flags.
    if texts.count > 1, texts[1].split(separator: "/").count == 2 { noteChart(texts[1], number) }
  }

  /// `.tool-versions`: the name, then versions.
  mutating func takeVersion(_ line: Span<UInt8>, _ number: Int) {
    let range = line.trimmed(0..<line.count)
    guard let first = range.first, line[first].isLetter else { return }
    noteTool(line.text(range.prefix(SignalTable.longestToken)), number)
  }

  /// `brew "helm"`, `brew 'hashicorp/tap/vault'`
  mutating func takeBrewfile(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard line.has("brew ", at: start) || line.has("cask ", at: start) else { return }
    var name = ""
    forEachString(of: line, from: start) { line, range in if name.isEmpty { name = line.text(range) } }
    noteTool(name.split(separator: "/").last.map(String.init) ?? "", number)
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
  mutating func noteKnownImage(_ text: String, _ number: Int, column: Int = 0) {
    let before = count
    noteImage(text, number, column: column)
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

  /// A line of `kubectl get crd -o name`, of `kubectl api-versions` or `api-resources`, of `helm list`, of images.
  mutating func takeListing(_ line: Span<UInt8>, _ number: Int) {
    var position = 0
    var words: [String] = []
    while position < line.count {
      position = line.skippingBlanks(from: position)
      var end = position
      while end < line.count, !line[end].isBlank { end += 1 }
      if end - position <= 2 * SignalTable.longestToken, end > position {
        let word = line.text(position..<end)
        // A line may hold all images of a cluster; of a longer one it is not known what its other words are.
        if isTagged(word) {
          if !words.allSatisfy({ Int($0) != nil }) {
            noteKnownImage(word, number, column: position + 1)
          } else {
            noteImage(word, number)
          }
        }
        if words.count < Self.mostWords { words.append(word) }
      }
      position = end
    }
    guard let first = words.first else { return }
    if words.count == 1 || first.hasPrefix("customresourcedefinition") {
      let slash = first.firstIndex(of: "/")
      if first.hasPrefix("customresourcedefinition"), let slash {
        let name = first[first.index(after: slash)...]
        if let dot = name.firstIndex(of: ".") { noteGroup(String(name[name.index(after: dot)...]), number) }
      } else if let slash {
        if !isTagged(first) { noteGroup(String(first[..<slash]), number) }
      } else if first == "v1" {
        note(.group, first, number)
      } else if let dot = first.firstIndex(of: ".") {
        noteGroup(String(first[first.index(after: dot)...]), number)
      }
    } else {
      // helm list: NAME NAMESPACE REVISION UPDATED… STATUS CHART APP; kubectl get crd: NAME CREATED AT;
      // kubectl api-resources: NAME SHORTNAMES APIVERSION NAMESPACED KIND
      for word in words.dropFirst() where !isTagged(word) {
        let name = Self.withoutVersion(word)
        if name != word { noteChart(name, number) }
        if let slash = word.firstIndex(of: "/"), isVersion(word[word.index(after: slash)...]) {
          noteGroup(String(word[..<slash]), number)
        }
      }
      if let dot = first.firstIndex(of: "."), words.count == 2 {
        noteGroup(String(first[first.index(after: dot)...]), number)
      }
    }
  }

  /// Words of a listing's line that tell what it is.
  private static let mostWords = 32

  /// Whether it is an image with a registry or a folder, and a tag or digest: `quay.io/argoproj/argocd:v2.12.3`.
  private func isTagged(_ word: String) -> Bool {
    guard let slash = word.utf8.lastIndex(of: .slash), !word.has("://") else { return false }
    return word[slash...].utf8.contains(.colon)
  }

  /// `v1`, `v1beta2`
  private func isVersion(_ word: Substring) -> Bool {
    word.utf8.first == UInt8(ascii: "v") && word.utf8.dropFirst().first?.isDigit == true
      && word.utf8.allSatisfy { $0.isLetter || $0.isDigit }
  }
}

extension Range<Int> {
  /// The range, at most `count` long.
  fileprivate func prefixRange(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
  fileprivate func prefix(_ count: Int) -> Range<Int> { prefixRange(count) }
  fileprivate func suffix(_ count: Int) -> Range<Int> { Swift.max(lowerBound, upperBound - count)..<upperBound }
}
