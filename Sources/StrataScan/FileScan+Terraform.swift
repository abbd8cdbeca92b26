/// The block of a Terraform file that a line stands in.
struct TerraformState {
  var block = ""
  /// Braces that are open.
  var depth = 0
}

extension FileScan {
  mutating func takeTerraform(_ line: Span<UInt8>, _ number: Int) {
    let start = line.skippingBlanks()
    guard start < line.count, line[start] != .hash, !line.has("//", at: start) else { return }
    if terraform.depth == 0 || line.has("provider", at: start) { beginBlock(line, start, number) }
    if let equals = line.index(of: UInt8(ascii: "="), from: start), equals < line.count {
      takeAttribute(line, line.trimmed(start..<equals), line.trimmed(equals + 1..<line.count), number)
    }
    for position in start..<line.count {
      if line[position] == .brace { terraform.depth += 1 }
      if line[position] == UInt8(ascii: "}") { terraform.depth = max(0, terraform.depth - 1) }
    }
    if terraform.depth == 0 { terraform.block = "" }
  }

  private mutating func beginBlock(_ line: Span<UInt8>, _ start: Int, _ number: Int) {
    guard let open = line.index(of: .quote, from: start), let close = line.index(of: .quote, from: open + 1) else {
      return
    }
    let label = line.text(open + 1..<min(close, open + 1 + SignalTable.longestToken))
    if line.has("resource ", at: start) || line.has("data ", at: start) {
      terraform.block = label
      // The beginning names the provider, and where that is a tool's own it is called so.
      if !note(.resource, label, number), let end = label.firstIndex(of: "_") {
        noteID(String(label[..<end]), .resource, label, number)
      }
    } else if line.has("module ", at: start) {
      terraform.block = "module"
    } else if line.has("provider ", at: start) {
      // In a lock file: the registry, too.
      let parts = label.split(separator: "/")
      if parts.count == 3 {
        note(.token, String(parts[0]), number)
        note(.provider, parts.dropFirst().joined(separator: "/"), number)
      }
    }
  }

  private mutating func takeAttribute(_ line: Span<UInt8>, _ key: Range<Int>, _ value: Range<Int>, _ number: Int) {
    guard key.count <= 32, value.count <= 4 * SignalTable.longestToken else { return }
    if let brace = line.index(of: .brace, from: value.lowerBound), brace == value.lowerBound {
      // helm = { source = "hashicorp/helm", version = … } on one line
      guard line.contains("source") else { return }
      let inner = line.text(value)
      if let source = inner[...].utf8Range(of: "source"),
        let open = inner[source.upperBound...].firstIndex(of: "\""),
        let close = inner[inner.index(after: open)...].firstIndex(of: "\"")
      {
        noteSource(String(inner[inner.index(after: open)..<close]), number)
      }
      return
    }
    let text = line.text(line.unquoted(value))
    switch line.text(key) {
    case "source": noteSource(text, number)
    case "chart": if terraform.block == "helm_release" { noteChart(text, number) }
    case "repository": if terraform.block == "helm_release" { noteAddress(text, number) }
    case "image": noteImage(text, number)
    default: break
    }
  }

  private mutating func noteSource(_ text: String, _ number: Int) {
    if terraform.block == "module" {
      if !text.hasPrefix(".") { note(.module, text, number) }
      return
    }
    var parts = text.split(separator: "/")
    if parts.count == 3 { parts.removeFirst() }
    guard parts.count == 2 else { return }
    let provider = parts.joined(separator: "/")
    if !note(.provider, provider, number) { noteID(String(parts[1]), .provider, provider, number) }
  }
}
