/// Reads one file, line by line or token by token, in one pass; holds no more of it than a line.
public struct FileScan: Sendable {
  /// From the folder that is scanned.
  public let path: String
  /// How proofs name it.
  let shown: String
  let type: FileType
  let table: SignalTable
  private(set) var findings: [Finding] = []
  /// Charts that a file of values switches off: `name.enabled: false` at its top.
  var switchedOff: [String] = []
  /// Proofs that one file may give; what is beyond is dropped. Bounds the memory a generated file can take.
  static let mostFindings = 20_000

  private var lines = LineBuffer()
  var yaml = YAMLState()
  var json = JSONState()
  var terraform = TerraformState()
  var section = SectionState()

  init(path: String, shown: String, type: FileType, table: SignalTable) {
    self.path = path
    self.shown = shown
    self.type = type
    self.table = table
  }

  /// Takes the next bytes of the file.
  public mutating func feed(_ chunk: Span<UInt8>) {
    switch type {
    case .json, .packageJSON, .devbox: feedJSON(chunk)
    case .named: break
    case .yaml, .pipeline, .dockerfile, .terraform, .environment, .goModule, .requirements, .toml, .xml, .gradle,
      .project, .versions, .brewfile, .tiltfile, .jenkinsfile, .script, .listing, .packages:
      var buffer = lines
      lines = LineBuffer()
      buffer.feed(chunk) { take($0, $1) }
      lines = buffer
    }
  }

  mutating func finish() {
    var buffer = lines
    buffer.finish { take($0, $1) }
    if case .yaml = type { endYAML() }
    if case .pipeline = type { endYAML() }
  }

  private mutating func take(_ line: Span<UInt8>, _ number: Int) {
    switch type {
    case .yaml, .pipeline: takeYAML(line, number)
    case .dockerfile: takeDockerfile(line, number)
    case .terraform: takeTerraform(line, number)
    case .environment: takeEnvironment(line, number)
    case .goModule: takeGoModule(line, number)
    case .requirements: takeRequirement(line, number)
    case .toml: takeTOML(line, number)
    case .xml: takePOM(line, number)
    case .gradle: takeGradle(line, number)
    case .project: takeProject(line, number)
    case .versions: takeVersion(line, number)
    case .brewfile: takeBrewfile(line, number)
    case .tiltfile: takeTiltfile(line, number)
    case .jenkinsfile, .script: takeScript(line, number)
    case .listing: takeListing(line, number)
    case .packages: takePackages(line, number)
    case .json, .packageJSON, .devbox, .named: break
    }
  }

  // MARK: What tokens become

  /// Looks a token up and notes what it says.
  ///
  /// - Parameters:
  ///   - isWeak: whether the place alone makes it a guess.
  ///   - notesUnknown: whether a token that no signal has is worth a line of its own.
  /// - Returns: whether a signal has it.
  @discardableResult
  mutating func note(
    _ kind: TokenKind, _ token: String, _ line: Int, column: Int = 0, isWeak: Bool = false, notesUnknown: Bool = false
  ) -> Bool {
    if let signal = table.signal(kind, token) {
      // What proves nothing is known, and silent.
      if !signal.tools.isEmpty {
        add(Finding(subject: .signal(signal), isWeak: isWeak, token: token, line: line, column: column))
      }
      return true
    }
    if notesUnknown { add(Finding(subject: .unknown(kind), isWeak: false, token: token, line: line, column: column)) }
    return false
  }

  /// A token whose place says that a tool is used which it has the id of.
  mutating func noteID(_ id: String, _ kind: TokenKind, _ token: String, _ line: Int) {
    guard let signal = table.signal(.imageName, id), signal.tools == [id], signal.pattern == id else { return }
    let own = Signal(tools: [id], role: .uses, kind: kind, pattern: token, form: .whole)
    add(Finding(subject: .signal(own), isWeak: false, token: token, line: line, column: 0))
  }

  /// A step of others by its name, `kaniko`, `trivy-scanner`: it is the tool's whose name it is, or begins with.
  mutating func noteTask(_ name: String, _ line: Int, isSure: Bool) {
    guard name.utf8.count <= 63 else { return }
    var part = name[...]
    while !part.isEmpty {
      if let signal = table.signal(.imageName, String(part)), signal.tools.count == 1 {
        let own = Signal(tools: signal.tools, role: .builds, kind: .action, pattern: signal.pattern, form: .whole)
        return add(Finding(subject: .signal(own), isWeak: !isSure, token: name, line: line, column: 0))
      }
      part = part.lastIndex(of: "-").map { part[..<$0] } ?? ""
    }
  }

  private mutating func add(_ finding: Finding) {
    guard findings.count < Self.mostFindings else { return }
    findings.append(finding)
  }

  /// Drops what was noted since `count` findings: it stood in a block that is switched off.
  mutating func drop(since count: Int) {
    if count < findings.count { findings.removeLast(findings.count - count) }
  }

  var count: Int { findings.count }

  var isPipeline: Bool {
    switch type {
    case .pipeline, .jenkinsfile: true
    case .yaml, .json, .packageJSON, .devbox, .dockerfile, .terraform, .environment, .goModule, .requirements, .toml,
      .xml, .gradle, .project, .versions, .brewfile, .tiltfile, .script, .listing, .packages, .named:
      false
    }
  }

  /// The name of a resource or a label's value: no proof, but it makes a weak one sure.
  mutating func noteName(_ text: String, _ line: Int) {
    guard text.utf8.count <= 63 else { return }
    // `skipper-ingress-redis` is a Redis, too.
    let hyphen = text.utf8.lastIndex(of: .hyphen)
    let lastPart = hyphen.map { String(text[text.utf8.index(after: $0)...]) }
    guard var signal = table.signal(.imageName, text) ?? lastPart.flatMap({ table.signal(.imageName, $0) }),
      !signal.tools.isEmpty
    else { return }
    signal.kind = .name
    add(Finding(subject: .signal(signal), isWeak: true, token: text, line: line, column: 0))
  }

  mutating func noteImage(_ text: String, _ line: Int, column: Int = 0) {
    guard text.utf8.count <= 2 * SignalTable.longestToken, let image = ImageName(text) else { return }
    if !image.registry.isEmpty { note(.registry, image.registry, line, column: column, isWeak: true) }
    if !image.isPrivate, note(.image, image.path, line, column: column) { return }
    if image.isPrivate, table.signal(.image, image.path)?.tools.isEmpty == false {
      note(.image, image.path, line, column: column, isWeak: true)
      return
    }
    // A mirror puts folders of its own before a name that is known.
    var parts = image.path.split(separator: "/")[...]
    while parts.count > 2 {
      parts.removeFirst()
      if note(.image, parts.joined(separator: "/"), line, column: column, isWeak: true) { return }
    }
    let owner = image.path.split(separator: "/").prefix(2).joined(separator: "/")
    if note(.repository, owner, line, column: column, isWeak: true) { return }
    if note(.imageName, image.lastPart, line, column: column, isWeak: true) { return }
    if image.isQualified {
      note(.image, image.path, line, column: column, notesUnknown: true)
    }
  }

  mutating func noteChart(_ text: String, _ line: Int, column: Int = 0) {
    // Helmfile and commands write repository/chart; a path of the own repository is no name.
    guard !text.hasPrefix("."), !text.hasPrefix("/"), !text.hasPrefix("{"), !text.hasPrefix("$") else { return }
    var name = Substring(text)
    if name.hasPrefix("oci://") { name = name.split(separator: "/").last ?? "" }
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    guard !name.isEmpty, name.utf8.count <= 100,
      name.utf8.allSatisfy({
        $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      })
    else { return }
    let chart = String(name)
    if note(.chart, chart, line, column: column) { return }
    if note(.imageName, chart, line, column: column, isWeak: true) { return }
    note(.chart, chart, line, column: column, notesUnknown: true)
  }

  /// The group of an `apiVersion`.
  mutating func noteGroup(_ group: String, _ line: Int, column: Int = 0) {
    guard group.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: ".") }) else {
      return
    }
    if note(.group, group, line, column: column) { return }
    // A group whose domain is a tool's own.
    let parts = group.split(separator: ".")
    for start in parts.indices.dropLast() where parts.count - start <= 4 {
      if note(.domain, parts[start...].joined(separator: "."), line, column: column, isWeak: true) { return }
    }
    if parts.count > 1, !group.hasSuffix(".k8s.io") {
      note(.group, group, line, column: column, notesUnknown: true)
    }
  }

  /// The key of an annotation or label: `prefix/name`.
  mutating func noteAnnotation(_ key: String, _ line: Int, column: Int = 0) {
    guard let slash = key.firstIndex(of: "/"), key.utf8.count <= SignalTable.longestToken else { return }
    if note(.annotation, key, line, column: column) { return }
    note(.annotation, String(key[..<slash]), line, column: column)
  }

  /// An address from which something is installed: a chart repository, a release, a folder of a repository.
  mutating func noteAddress(_ text: String, _ line: Int, column: Int = 0, isSure: Bool = true) {
    guard let address = Address(text) else { return }
    if note(.chartRepository, address.text, line, column: column) { return }
    if let repository = address.repository {
      note(.repository, repository, line, column: column, isWeak: !isSure)
    }
  }
}
