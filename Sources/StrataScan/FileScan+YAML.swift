/// The few things around a line of YAML that it cannot be understood without.
struct YAMLState {
  /// A key that is open: what follows deeper belongs to it.
  struct Block {
    var indent: Int
    var word: Word?
    /// How many findings there were when it began.
    var findings: Int
    var isOff = false
    /// The text of a key at the top of the file.
    var topKey: String?
  }

  /// Nesting that is followed; deeper keys are read without what is around them.
  static let deepest = 64

  var blocks: [Block] = []
  var documentKind = ""
  /// A `v1` waits for its `kind`: a chart's file has one, too.
  var firstGroup: (line: Int, column: Int)?
  /// The dependency of a chart that is being read.
  var dependency: Dependency?
  /// Of a reference to a Tekton task: what resolves it, and the parameter whose value comes next.
  var resolver = ""
  var parameter = ""

  struct Dependency {
    var indent: Int
    var name = ""
    var alias = ""
    var line = 0
    var isLocal = false
  }
}

extension FileScan {
  mutating func takeYAML(_ line: Span<UInt8>, _ number: Int) {
    var position = line.skippingBlanks()
    guard position < line.count, line[position] != .hash, line[position] != .carriageReturn else { return }
    if line.has("---") || line.has("...") { return endDocument() }
    if line.has("{{", at: position) || line.has("(", at: position) { return takeTemplate(line, position, number) }
    // An item's key is as deep as it stands behind its dashes.
    var isItem = false
    while position + 1 < line.count, line[position] == .hyphen, line[position + 1].isBlank {
      isItem = true
      position = line.skippingBlanks(from: position + 1)
    }
    guard position < line.count else { return }
    leaveBlocks(at: position, isItem: isItem)
    if line[position] == .brace, !line.has("{{", at: position) {
      return takeFlow(line, line.trimmed(position..<line.count), number, indent: position)
    }
    guard let colon = keyEnd(line, from: position) else {
      takeItem(line, position, number)
      return
    }
    let key = line.unquoted(line.trimmed(position..<colon))
    var value = line.trimmed(colon + 1..<line.count)
    value = withoutComment(line, value)
    let word = Word(line, key)
    let isFlow = value.first.map { line[$0] == .brace && !line.has("{{", at: $0) } ?? false
    if !isFlow { takePair(word, line, key: key, value: value, number: number, indent: position) }
    guard yaml.blocks.count < YAMLState.deepest else { return }
    let isTop = position == 0 && !isItem
    if word == .taskRef { (yaml.resolver, yaml.parameter) = ("", "") }
    openBlock(word, at: position, topKey: isTop && key.count <= 64 ? line.text(key) : nil)
    if isFlow { takeFlow(line, value, number, indent: position + 1) }
  }

  mutating func openBlock(_ word: Word?, at indent: Int, topKey: String? = nil) {
    yaml.blocks.append(
      YAMLState.Block(
        indent: indent, word: word, findings: count, isOff: yaml.blocks.last?.isOff ?? false, topKey: topKey))
  }

  /// The colon behind a key, or nil where the line has none.
  private func keyEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    let first = line[start]
    if first == .quote || first == .apostrophe {
      guard let end = line.index(of: first, from: start + 1) else { return nil }
      position = line.skippingBlanks(from: end + 1)
      return position < line.count && line[position] == .colon ? position : nil
    }
    while position < line.count {
      if line[position] == .colon, position + 1 == line.count || line[position + 1].isBlank { return position }
      if line[position] == .hash, position > start, line[position - 1].isBlank { return nil }
      position += 1
    }
    return nil
  }

  private func withoutComment(_ line: Span<UInt8>, _ value: Range<Int>) -> Range<Int> {
    if let first = value.first, line[first] == .quote || line[first] == .apostrophe {
      let end = line.index(of: line[first], from: first + 1) ?? value.upperBound
      return first + 1..<min(max(first + 1, end), value.upperBound)
    }
    var position = value.lowerBound
    while position < value.upperBound {
      if line[position] == .hash, position == value.lowerBound || line[position - 1].isBlank {
        return line.trimmed(value.lowerBound..<position)
      }
      position += 1
    }
    return value
  }

  private mutating func leaveBlocks(at indent: Int, isItem: Bool) {
    while let last = yaml.blocks.last, last.indent >= indent { yaml.blocks.removeLast() }
    if let dependency = yaml.dependency, indent < dependency.indent || (isItem && indent <= dependency.indent) {
      endDependency()
    }
  }

  private var isOff: Bool { yaml.blocks.last?.isOff ?? false }
  var parent: Word? { yaml.blocks.last?.word }

  /// Whether a key of that name is open at any depth.
  func isInside(_ word: Word) -> Bool { yaml.blocks.contains { $0.word == word } }

  // MARK: Keys

  mutating func takePair(
    _ word: Word?, _ line: Span<UInt8>, key: Range<Int>, value: Range<Int>, number: Int, indent: Int
  ) {
    // The names before them are the file's own.
    if parent == .orbs, !isOff { return noteAction(line.text(value.prefix(SignalTable.longestToken)), number) }
    guard let word else {
      if takeReference(line, key: key, value: value, number) { return }
      if line.has("https://", at: key.lowerBound) {
        // A table of versions: `https://charts.example.org name: 1.2`.
        let parts = line.text(key.prefix(2 * SignalTable.longestToken)).split(separator: " ")
        if let address = parts.first { noteAddress(String(address), number) }
        if parts.count == 2 { noteChart(String(parts[1]), number) }
      } else if line.index(of: .slash, from: key.lowerBound).map({ $0 < key.upperBound }) ?? false, !isOff {
        noteAnnotation(line.text(key), number)
        if line.has("kubernetes.io/ingress.class", at: key.lowerBound) {
          note(.className, line.text(value), number, isWeak: true)
        }
      } else if line.has("AWSTemplateFormatVersion", at: key.lowerBound) {
        note(.token, line.text(key), number)
      } else if line.has("https://", at: value.lowerBound), !isOff, let address = Address(line.text(value.prefix(512)))
      {
        note(.chartRepository, address.text, number)
      } else if parent == .args, !isOff {
        noteArgument(line, key, value, number)
      } else if case .pipeline = type, !value.isEmpty {
        takeCommands(line, value, number)
      }
      return
    }
    if word == .enabled {
      if line.has("false", at: value.lowerBound), value.count == 5 { switchOff() }
      return
    }
    guard !value.isEmpty, !isOff else {
      if word == .dependencies { yaml.dependency = nil }
      return
    }
    guard value.count <= 4 * SignalTable.longestToken else { return }
    let text = line.text(value)
    takeValue(word, text, number, indent: indent)
    if case .pipeline = type { takePipelineValue(word, line, value, number) }
  }

  private mutating func takeValue(_ word: Word, _ text: String, _ number: Int, indent: Int) {
    switch word {
    case .apiVersion: takeAPIVersion(text, number)
    case .kind:
      yaml.documentKind = text
      if let first = yaml.firstGroup {
        note(.group, "v1", first.line)
        yaml.firstGroup = nil
      }
    case .group:
      if ["CustomResourceDefinition", "APIService"].contains(yaml.documentKind) { noteGroup(text, number) }
    case .image, .newName: noteImage(text, number)
    case .repository:
      if yaml.dependency != nil, yaml.dependency?.indent == indent {
        if text.hasPrefix("file:") || text.isEmpty { yaml.dependency?.isLocal = true }
        noteAddress(text, number)
      } else if parent == .image || parent == .images || isImageBlock {
        noteImage(text, number)
      } else if let image = ImageName(text), !image.isPrivate, table.signal(.image, image.path) != nil {
        // The name is an image's, whatever the block is called.
        noteImage(text, number)
      } else {
        noteAddress(text, number)
      }
    case .name, .alias: takeName(word, text, number, indent: indent)
    case .component where parent == .include: noteComponent(text, number)
    case .resolver where parent == .taskRef: yaml.resolver = text
    case .bundle where parent == .taskRef: noteImage(text, number)
    case .app, .component, .application, .k8sApp, .appName: noteName(text, number)
    case .uses: takeUses(text, number)
    case .provisioner, .driver: note(.driver, text, number)
    case .controller, .controllerName: note(.controller, text, number)
    case .ingressClassName, .gatewayClassName, .storageClassName: note(.className, text, number, isWeak: true)
    case .chart, .remoteChart: noteChart(Self.withoutVersion(text), number)
    case .task: note(.action, String(text.prefix { $0 != "@" }), number)
    case .pipe: note(.action, String(text.prefix { $0 != ":" }), number)
    case .url where text.hasPrefix("oci://") && isChartSource: noteChart(text, number)
    case .url, .repoURL, .repo: noteAddress(text, number, isSure: word == .url ? isChartSource : true)
    case .purl: notePackage(text, number)
    case .images, .registry, .charts, .apiGroups, .dependencies, .helmCharts, .releases, .resources, .bases, .enabled,
      .container, .run, .script, .scripts, .beforeScript, .afterScript, .services, .metadata, .spec, .command, .steps,
      .targetRevision, .devDependencies, .peerDependencies, .optionalDependencies, .packages, .items, .annotations,
      .labels, .mirrors, .helm, .configMapGenerator, .data, .cmd, .args, .include, .orbs, .taskRef, .resolver, .bundle:
      if word == .container, case .pipeline = type { noteImage(text, number) }
    }
  }

  /// `url:` of a chart's source, and not of the own Git repository.
  private var isChartSource: Bool {
    ["HelmRepository", "OCIRepository"].contains(yaml.documentKind) || isInside(.charts)
  }

  /// `image:`, `proxyImage:`, `images:` … with the parts of a name below.
  private var isImageBlock: Bool {
    yaml.blocks.last?.word == .image || yaml.blocks.suffix(2).contains { $0.word == .image || $0.word == .images }
      || (yaml.blocks.last?.topKey?.hasSuffix("mage") ?? false)
  }

  private var fileName: String { String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]) }

  private mutating func takeAPIVersion(_ text: String, _ number: Int) {
    if let slash = text.firstIndex(of: "/") {
      yaml.firstGroup = nil
      noteGroup(String(text[..<slash]), number)
    } else if text == "v1" {
      // A chart's file says v1, too, and has no kind.
      if yaml.documentKind.isEmpty { yaml.firstGroup = (number, 0) } else { note(.group, "v1", number) }
    }
  }

  private mutating func takeName(_ word: Word, _ text: String, _ number: Int, indent: Int) {
    if isInside(.dependencies), fileName == "Chart.yaml" || fileName == "requirements.yaml" || fileName == "Chart.lock"
    {
      if yaml.dependency == nil { yaml.dependency = YAMLState.Dependency(indent: indent) }
      if word == .name {
        yaml.dependency?.name = text
        yaml.dependency?.line = number
      } else {
        yaml.dependency?.alias = text
      }
    } else if word == .alias {
      return
    } else if isInside(.helmCharts) {
      noteChart(text, number)
    } else if isInside(.taskRef) {
      if parent == .taskRef { noteTask(text, number, isSure: false) } else { yaml.parameter = text }
    } else if isInside(.steps), fileName.lowercased().hasPrefix("cloudbuild") {
      noteImage(text, number)
    } else if isInside(.images), fileName.lowercased().hasPrefix("kustomization") {
      noteImage(text, number)
    } else {
      if yaml.documentKind == "CustomResourceDefinition", parent == .metadata, let dot = text.firstIndex(of: ".") {
        noteGroup(String(text[text.index(after: dot)...]), number)
      }
      if yaml.documentKind == "CSIDriver", parent == .metadata { note(.driver, text, number) }
      noteName(text, number)
    }
  }

  private mutating func takeUses(_ text: String, _ number: Int) {
    if text.hasPrefix("docker://") { return noteImage(text, number) }
    guard !text.hasPrefix(".") else { return }
    noteAction(text, number)
  }

  /// A step of others: one that a signal names, or that comes from a tool's own repository, as `owner/name-action`, `owner/setup-name`.
  mutating func noteAction(_ text: String, _ number: Int, column: Int = 0) {
    let path = text.prefix { $0 != "@" }
    if note(.action, String(path), number, column: column) { return }
    let parts = path.split(separator: "/")
    guard parts.count >= 2 else { return }
    var name = parts[1]
    for affix in ["-action", "-github-action", "-actions"] where name.hasSuffix(affix) {
      name.removeLast(affix.utf8.count)
    }
    for affix in ["setup-", "action-", "install-"] where name.hasPrefix(affix) { name.removeFirst(affix.utf8.count) }
    note(.repository, parts[0] + "/" + name, number, column: column)
  }

  /// `grafana-6.57.1`, as `helm list` writes it.
  static func withoutVersion(_ text: String) -> String {
    var end = text.endIndex
    while let hyphen = text[..<end].lastIndex(of: "-") {
      let next = text.index(after: hyphen)
      if next < text.endIndex, text[next].isNumber || text[next] == "v" {
        let digits = text[next...].drop { $0 == "v" }
        if digits.first?.isNumber == true, digits.contains("." as Character) { return String(text[..<hyphen]) }
      }
      end = hyphen
    }
    return text
  }

  // MARK: Templates

  /// A line of a template that calls another one with pairs: `dict "repoURL" "https://…" "chart" "loki"`.
  private mutating func takeTemplate(_ line: Span<UInt8>, _ start: Int, _ number: Int) {
    guard !isOff, line.count <= 8 * SignalTable.longestToken, line.contains("\"chart\"") || line.contains("\"repoURL\"")
    else { return }
    var key: Word?
    var position = start
    while let open = line.index(of: .quote, from: position), let close = line.index(of: .quote, from: open + 1) {
      let range = open + 1..<close
      if key == .chart { noteChart(line.text(range), number) }
      if key == .repoURL { noteAddress(line.text(range), number) }
      key = key == nil ? Word(line, range) : nil
      position = close + 1
    }
  }

  // MARK: Items

  private mutating func takeItem(_ line: Span<UInt8>, _ start: Int, _ number: Int) {
    guard !isOff else { return }
    let range = line.unquoted(withoutComment(line, line.trimmed(start..<line.count)))
    guard !range.isEmpty, range.count <= 4 * SignalTable.longestToken else { return }
    if parent == .resources || parent == .bases {
      noteAddress(line.text(range), number)
    } else if parent == .args, let equals = line.index(of: UInt8(ascii: "="), from: range.lowerBound),
      equals < range.upperBound
    {
      noteArgument(line, range.lowerBound..<equals, equals + 1..<range.upperBound, number)
    } else if parent == .services, case .pipeline = type {
      noteImage(line.text(range), number)
    } else if parent != .apiGroups, case .pipeline = type {
      takeCommands(line, range, number)
    }
  }

  /// An argument of a build that names an image, `BASE_IMAGE: nginx:1.27`. Others are nobody's business, and a value that no
  /// signal knows is not kept.
  private mutating func noteArgument(_ line: Span<UInt8>, _ key: Range<Int>, _ value: Range<Int>, _ number: Int) {
    guard key.count <= 80, line.text(key).uppercased().hasSuffix("IMAGE") else { return }
    noteKnownImage(
      line.text(line.unquoted(value.lowerBound..<min(value.upperBound, value.lowerBound + SignalTable.longestToken))),
      number)
  }

  private mutating func takePipelineValue(_ word: Word, _ line: Span<UInt8>, _ value: Range<Int>, _ number: Int) {
    if word == .run || word == .script || word == .command || word == .cmd { takeCommands(line, value, number) }
  }

  // MARK: Blocks that end

  /// `enabled: false` switches off the block that it stands in, what was read of it included.
  private mutating func switchOff() {
    guard let last = yaml.blocks.indices.last else { return }
    drop(since: yaml.blocks[last].findings)
    yaml.blocks[last].isOff = true
    if yaml.blocks.count == 1, let key = yaml.blocks[last].topKey { switchedOff.append(key) }
  }

  private mutating func endDependency() {
    guard let dependency = yaml.dependency else { return }
    yaml.dependency = nil
    guard !dependency.name.isEmpty, !dependency.isLocal else { return }
    noteChart(dependency.name, dependency.line)
  }

  private mutating func endDocument() {
    endDependency()
    yaml = YAMLState()
  }

  mutating func endYAML() { endDocument() }
}
