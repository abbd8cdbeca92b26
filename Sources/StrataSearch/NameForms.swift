// Memory: lent.

/// The other ways to write a name: with its words together, with a border where the case changes.
///
/// `cert-manager` is also `certmanager`, `KubeVirt` is also `kube virt`, `Open Policy Agent (OPA)` is also each of its parts.
enum NameForms {
  /// Longer names have no other forms.
  static let limit = 128

  /// The folded forms of a name beside the folded name itself, in a fixed order, each once.
  static func of(_ name: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    guard name.count <= limit, name.count > 1 else { return [] }
    let folded = Folding.bytes(name)
    var forms: [[UInt8]] = []
    func add(_ form: [UInt8]) {
      if !form.isEmpty, form != folded, !forms.contains(form) { forms.append(form) }
    }
    if let open = shortForm(name) {
      for part in [name[..<open], name[(open + 1)..<(name.count - 1)]] {
        let part = UnsafeBufferPointer(rebasing: part)
        add(Folding.bytes(part))
        apart(part).map(add)
        add(together(Folding.bytes(part)))
      }
    }
    apart(name).map(add)
    add(together(folded))
    return forms
  }

  static func of(_ name: String) -> [[UInt8]] {
    var name = name
    return name.withUTF8 { of($0) }
  }

  /// Whether a name may have other forms.
  @inline(__always)
  static func mayBe(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 1 else { return false }
    for index in 1..<name.count {
      let byte = name[index]
      if byte >= 0x80 || byte &- 0x41 < 26 || Folding.isBorder(byte) { return true }
    }
    return name[0] >= 0x80
  }

  /// The name without its borders.
  static func together(_ folded: [UInt8]) -> [UInt8] { folded.filter { $0 != 0x20 } }

  /// The folded name with borders where the case changes; nil where it does not.
  private static func apart(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    func isUpper(_ index: Int) -> Bool { name[index] &- 0x41 < 26 }
    func isLower(_ index: Int) -> Bool { name[index] &- 0x61 < 26 }
    for index in name.indices {
      let begins =
        index > 0 && isUpper(index)
        && (isLower(index - 1) || isUpper(index - 1) && index + 1 < name.count && isLower(index + 1))
      if begins { result.append(0x20) }
      result.append(name[index])
    }
    return result.count == name.count ? nil : Folding.bytes(String(decoding: result, as: UTF8.self))
  }

  /// Where the bracket of a name opens that brings its short form along.
  private static func shortForm(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")), open > 0,
      open < name.count - 2
    else { return nil }
    return open
  }
}
