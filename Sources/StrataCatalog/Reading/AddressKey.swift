// Memory: lent.

/// What two addresses of one thing have in common. Neither the scheme nor `www.`, a usual port, a fragment or a slash at
/// the end tells addresses apart, nor case in the host; where repositories are kept, no case and no `.git`.
///
/// `http://www.GitHub.com/Argoproj/Argo-CD.git/` → `github.com/argoproj/argo-cd`
enum AddressKey {
  /// Nil for what is no address of http or https, and for one that is longer than any.
  static func key(_ address: UnsafeBufferPointer<UInt8>) -> [UInt8]? { withKey(address) { Array($0) } }

  /// The hash of the key, without an array of it: there are thousands of addresses in a file.
  static func hash(_ address: UnsafeBufferPointer<UInt8>, _ hashKey: HashKey) -> Int? {
    withKey(address) { hashKey.hash($0) }
  }

  @inline(__always)
  private static func withKey<Result>(
    _ address: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard address.count <= 2048, case .success(let authority) = Forms.authority(ofAddress: address) else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: address.count) { key in
      var start = 0
      var end = 0
      for index in authority {
        key[end] = lowercased(address[index])
        end += 1
      }
      // Its last byte tells whether a port may follow.
      if end > 0, key[end - 1] &- 0x30 < 10 {
        if hasSuffix(key, from: 0, to: end, ":80") { end -= 3 }
        if hasSuffix(key, from: 0, to: end, ":443") { end -= 4 }
      }
      if end > 0, key[end - 1] == UInt8(ascii: ".") { end -= 1 }
      if end >= 4, hasPrefix(key, at: 0, "www.") { start = 4 }
      guard end > start else { return nil }
      let path = end
      // Without a fragment.
      let rest = address[authority.upperBound...]
      let length = rest.firstIndex(of: UInt8(ascii: "#")).map { $0 - authority.upperBound } ?? rest.count
      (key.baseAddress! + end).update(from: address.baseAddress! + authority.upperBound, count: length)
      let isForge = isForge(key, start..<end)
      end += length
      if isForge { for index in path..<end { key[index] = lowercased(key[index]) } }
      while end > path, key[end - 1] == UInt8(ascii: "/") { end -= 1 }
      if isForge, hasSuffix(key, from: path, to: end, ".git") { end -= 4 }
      return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(key)[start..<end]))
    }
  }

  private static func hasSuffix(
    _ key: UnsafeMutableBufferPointer<UInt8>, from start: Int, to end: Int, _ word: StaticString
  ) -> Bool {
    end - start >= word.utf8CodeUnitCount && hasPrefix(key, at: end - word.utf8CodeUnitCount, word)
  }

  /// Whether repositories are kept at a host.
  private static func isForge(_ key: UnsafeMutableBufferPointer<UInt8>, _ host: Range<Int>) -> Bool {
    func isCalled(_ word: StaticString) -> Bool {
      word.utf8CodeUnitCount == host.count && hasPrefix(key, at: host.lowerBound, word)
    }
    return isCalled("github.com") || isCalled("gitlab.com") || isCalled("bitbucket.org") || isCalled("codeberg.org")
      || isCalled("gitee.com")
  }

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
