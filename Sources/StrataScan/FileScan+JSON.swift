import StrataText

/// A reader of JSON's tokens that needs no line breaks: it keeps the keys that are open and one string.
struct JSONState {
  /// Keys below that depth are read without those above them.
  static let deepest = 64
  /// Bytes of a string that are kept; no token is longer.
  static let longestString = 1_024

  /// The key that a value stands under, a level an entry; nil in a list.
  fileprivate var keys: [String?] = []
  /// Where the key read last begins.
  fileprivate var keyStart = (line: 0, column: 0)
  fileprivate var depth = 0
  fileprivate var string: [UInt8] = []
  fileprivate var isInString = false
  fileprivate var isEscaped = false
  /// The string read last may be a key or a value.
  fileprivate var pending: (text: String, line: Int, column: Int)?
  fileprivate var start = (line: 0, column: 0)
  fileprivate var line = 1
  fileprivate var column = 0
  fileprivate var word: [UInt8] = []
  fileprivate var apiVersion: (line: Int, column: Int)?
  fileprivate var isCRD = false
}

extension FileScan {
  mutating func feedJSON(_ chunk: Span<UInt8>) {
    var position = 0
    while position < chunk.count {
      let byte = chunk[position]
      position += 1
      json.column += 1
      if byte == .lineFeed {
        json.line += 1
        json.column = 0
      }
      if json.isInString {
        takeStringByte(byte)
        continue
      }
      switch byte {
      case .quote:
        json.isInString = true
        json.string.removeAll(keepingCapacity: true)
        json.start = (json.line, json.column + 1)
      case .colon:
        if let pending = json.pending {
          json.keyStart = (pending.line, pending.column)
          setKey(pending.text)
        }
        json.pending = nil
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        json.pending = nil
        json.depth += 1
        if json.depth <= JSONState.deepest { json.keys.append(nil) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        endValue()
        if json.depth > 0, json.depth <= JSONState.deepest { _ = json.keys.popLast() }
        json.depth = max(0, json.depth - 1)
        setKey(nil)
      case UInt8(ascii: ","):
        endValue()
        setKey(nil)
      default: break
      }
    }
  }

  private mutating func takeStringByte(_ byte: UInt8) {
    if json.isEscaped {
      json.isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      json.isEscaped = true
      return
    } else if byte == .quote {
      json.isInString = false
      json.pending = (String(decoding: json.string, as: UTF8.self), json.start.line, json.start.column)
      return
    }
    if json.string.count < JSONState.longestString { json.string.append(byte) }
  }

  private mutating func setKey(_ key: String?) {
    guard json.depth > 0, json.depth <= JSONState.deepest, json.keys.count == json.depth else { return }
    json.keys[json.depth - 1] = key
    if case .devbox = type, json.depth == 2, json.keys[0] == "packages", let key {
      noteTool(key, json.keyStart.line, json.keyStart.column)
    }
    if let key, key.utf8.contains(.slash) { noteAnnotation(key, json.keyStart.line, column: json.keyStart.column) }
  }

  /// A string that was no key is a value.
  private mutating func endValue() {
    guard let pending = json.pending else { return }
    json.pending = nil
    let key = json.keys.last ?? nil
    let above = json.keys.dropLast().last ?? nil
    switch type {
    case .packageJSON: takePackage(key, above, pending)
    case .devbox:
      if above == "packages", json.depth == 2, key == nil { noteTool(pending.text, pending.line, pending.column) }
    case .json: takeJSONValue(key, above, pending)
    case .yaml, .pipeline, .dockerfile, .terraform, .environment, .goModule, .requirements, .toml, .xml, .gradle,
      .project, .versions, .brewfile, .tiltfile, .jenkinsfile, .script, .listing, .packages, .named:
      break
    }
  }

  private mutating func takePackage(_ key: String?, _ above: String?, _ value: (text: String, line: Int, column: Int)) {
    guard json.depth == 2, let key, let above,
      ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].contains(above)
    else { return }
    note(.npm, key, json.keyStart.line, column: json.keyStart.column)
  }

  private mutating func takeJSONValue(_ key: String?, _ above: String?, _ value: (text: String, line: Int, column: Int))
  {
    let (text, line, column) = value
    switch key {
    case "apiVersion":
      if let slash = text.firstIndex(of: "/") {
        noteGroup(String(text[..<slash]), line, column: column)
      } else if text == "v1" {
        json.apiVersion = (line, column)
      }
    case "kind":
      if let first = json.apiVersion { note(.group, "v1", first.line, column: first.column) }
      json.apiVersion = nil
      json.isCRD = text == "CustomResourceDefinition"
    case "group": if json.isCRD { noteGroup(text, line, column: column) }
    case "image": noteImage(text, line, column: column)
    case "chart": noteChart(Self.withoutVersion(text), line, column: column)
    case "provisioner", "driver": note(.driver, text, line, column: column)
    case "controller", "controllerName": note(.controller, text, line, column: column)
    case "storageClassName", "ingressClassName", "gatewayClassName":
      note(.className, text, line, column: column, isWeak: true)
    case "purl", "referenceLocator": notePackage(text, line, column: column)
    default: break
    }
  }

  /// A package address of an SBOM: `pkg:golang/github.com/prometheus/client_golang@v1.2`.
  mutating func notePackage(_ text: String, _ line: Int, column: Int = 0) {
    guard text.hasPrefix("pkg:"), text.utf8.count <= JSONState.longestString else { return }
    var rest = text.dropFirst(4)
    var source: Substring?
    if let cut = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) {
      source = rest[cut...].split { $0 == "?" || $0 == "&" || $0 == "#" }.first { $0.hasPrefix("repository_url=") }?
        .dropFirst("repository_url=".utf8.count)
      rest = rest[..<cut]
    }
    if let at = rest.lastIndex(of: "@"), at != rest.firstIndex(of: "@") || !rest.hasPrefix("npm/@") {
      rest = rest[..<at]
    }
    guard let slash = rest.firstIndex(of: "/") else { return }
    let name = rest[rest.index(after: slash)...].parts(between: "%40").filter { !$0.isEmpty }.joined(separator: "@")
    switch rest[..<slash] {
    case "golang": note(.go, name, line, column: column)
    case "npm": note(.npm, rest[rest.index(after: slash)...].hasPrefix("%40") ? "@" + name : name, line, column: column)
    case "pypi": note(.pypi, name, line, column: column)
    case "maven": note(.maven, name.split(separator: "/").joined(separator: ":"), line, column: column)
    case "nuget": note(.nuget, name, line, column: column)
    case "cargo": note(.cargo, name, line, column: column)
    case "docker", "oci":
      // The name is the last part alone; the repository is the whole.
      let image = source.map { $0.parts(between: "%2F").filter { !$0.isEmpty }.joined(separator: "/") } ?? name
      noteImage((image.hasSuffix(name) ? image : image + "/" + name) + ":", line, column: column)
    case "helm": noteChart(name, line, column: column)
    case "githubactions": noteAction(name, line, column: column)
    default: break
    }
  }

  /// What a tool manager is asked to install: a name, or a place behind the backend that it comes by, as `aqua:helmfile/helmfile`.
  mutating func noteTool(_ text: String, _ line: Int, _ column: Int = 0) {
    let name = String(text.prefix { $0 != "@" && $0 != " " })
    guard let colon = name.firstIndex(of: ":") else {
      note(.tool, name, line, column: column)
      return
    }
    let place = String(text[text.index(after: colon)...].prefix { $0 != " " })
    let bare = place.lastIndex(of: "@").map { $0 == place.startIndex ? place : String(place[..<$0]) } ?? place
    switch name[..<colon] {
    case "aqua", "ubi", "github", "gitlab", "spm", "vfox", "asdf":
      if !note(.repository, bare.split(separator: "/").prefix(2).joined(separator: "/"), line, column: column) {
        note(.tool, bare.split(separator: "/").last.map(String.init) ?? "", line, column: column)
      }
    case "go": note(.go, bare, line, column: column)
    case "npm": note(.npm, bare, line, column: column)
    case "pipx", "pip": note(.pypi, bare, line, column: column)
    case "cargo": note(.cargo, bare, line, column: column)
    default: break
    }
  }
}
