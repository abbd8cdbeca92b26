/// Steps of a pipeline that others have written, by reference.
extension FileScan {
  /// A pair whose meaning only the block around it tells: the value of a parameter that says which Tekton task is meant, a
  /// template of GitLab's.
  ///
  /// - Returns: whether it was one.
  mutating func takeReference(_ line: Span<UInt8>, key: Range<Int>, value: Range<Int>, _ number: Int) -> Bool {
    guard value.count <= SignalTable.longestToken else { return false }
    if !yaml.parameter.isEmpty, isInside(.taskRef), line.text(key) == "value" {
      takeParameter(line.text(value), number)
      return true
    }
    if case .pipeline = type, parent == .include, line.text(key) == "template" {
      note(.action, line.text(value), number)
      return true
    }
    return false
  }

  private mutating func takeParameter(_ text: String, _ number: Int) {
    switch yaml.parameter {
    case "bundle": noteImage(text, number)
    case "url": noteAddress(text, number, isSure: false)
    // What the hub calls so is its catalog's task; elsewhere somebody may have called anything so.
    case "name": noteTask(text, number, isSure: yaml.resolver == "hub")
    case "pathInRepo":
      let file = text.split(separator: "/").last ?? ""
      noteTask(String(file.prefix { $0 != "." }), number, isSure: false)
    default: break
    }
  }

  /// A component of GitLab's: `gitlab.com/components/opentofu/full-pipeline@1.0`, `$CI_SERVER_FQDN/acme/kaniko/build@main`.
  mutating func noteComponent(_ text: String, _ number: Int) {
    let parts = text.prefix { $0 != "@" }.split(separator: "/").dropFirst()
    guard parts.count >= 2 else { return }
    if note(.action, parts.joined(separator: "/"), number) { return }
    noteTask(String(parts[parts.endIndex - 2]), number, isSure: false)
  }
}
