// Memory: lent.

/// What two addresses of one thing have in common. Neither the scheme nor `www.`, a usual port, a fragment or a slash at
/// the end tells addresses apart, nor case in the host; where repositories are kept, no case and no `.git`.
///
/// `http://www.GitHub.com/Argoproj/Argo-CD.git/` → `github.com/argoproj/argo-cd`
enum AddressKey {
  /// Nil for what is no address of http or https, and for one that is longer than any.
  static func key(_ address: UnsafeBufferPointer<UInt8>) -> [UInt8]? { withKey(address) { Array($0) } }

  /// Lends the key without making an array of it: there are thousands of addresses in a file.
  static func withKey<Result>(
    _ address: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard address.count <= 2048, Forms.fault(ofAddress: address) == nil,
      let scheme = address.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let rest = address.dropFirst(scheme + 3).prefix { $0 != UInt8(ascii: "#") }
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, rest.count)) { key in
      var start = 0
      var end = 0
      func append(_ byte: UInt8) {
        key[end] = byte
        end += 1
      }
      func ends(in word: StaticString, from low: Int) -> Bool {
        end - low >= word.utf8CodeUnitCount && hasPrefix(key, at: end - word.utf8CodeUnitCount, word)
      }
      for byte in authority { append(lowercased(byte)) }
      for port in [":80", ":443"] as [StaticString] where ends(in: port, from: 0) { end -= port.utf8CodeUnitCount }
      if end > 0, key[end - 1] == UInt8(ascii: ".") { end -= 1 }
      if end >= 4, hasPrefix(key, at: 0, "www.") { start = 4 }
      guard end > start else { return nil }
      let isForge = forges.contains { $0.utf8CodeUnitCount == end - start && hasPrefix(key, at: start, $0) }
      let path = end
      for byte in rest[authority.endIndex...] { append(isForge ? lowercased(byte) : byte) }
      while end > path, key[end - 1] == UInt8(ascii: "/") { end -= 1 }
      if isForge, ends(in: ".git", from: path) { end -= 4 }
      return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(key)[start..<end]))
    }
  }

  private static let forges: [StaticString] = [
    "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com",
  ]

  private static func hasPrefix(
    _ key: UnsafeMutableBufferPointer<UInt8>, at start: Int, _ word: StaticString
  ) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where key[start + index] != word.utf8Start[index] { return false }
    return true
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension Catalog {
  /// What two addresses of one thing have in common, or nil for what is no address of the web: see `AddressKey`.
  public static func addressKey(_ address: String) -> String? {
    var address = address
    return address.withUTF8 { AddressKey.key($0) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
