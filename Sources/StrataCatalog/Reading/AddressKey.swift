// Memory: lent; words of eight bytes in a buffer that has room for them.

import Glibc

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
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: address.count + 8) { key in
      var start = 0
      var end = authority.count
      key.baseAddress!.update(from: address.baseAddress! + authority.lowerBound, count: end)
      lowercase(key, 0..<end)
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
      let rest = address.baseAddress! + authority.upperBound
      let count = address.count - authority.upperBound
      let fragment = memchr(rest, Int32(UInt8(ascii: "#")), count)
      let length = fragment.map { UnsafeRawPointer($0) - UnsafeRawPointer(rest) } ?? count
      (key.baseAddress! + end).update(from: rest, count: length)
      let isForge = isForge(key, start..<end)
      end += length
      if isForge { lowercase(key, path..<end) }
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
    memcmp(key.baseAddress! + start, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  /// Makes small letters of ASCII's capital ones, eight bytes at a time: up to seven behind the range are touched, which
  /// have to be there and to mean nothing yet.
  private static func lowercase(_ key: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>) {
    let memory = UnsafeMutableRawBufferPointer(key)
    assert(range.isEmpty || range.upperBound + 7 <= memory.count)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = range.lowerBound
    while position < range.upperBound {
      let word = memory.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      // Bit 7 of each byte: whether it is an `A` or greater, a `[` or greater, not ASCII.
      let low = word & (0x7F * ones)
      let isLetter = (low &+ (0x80 - 0x41) * ones) & ~(low &+ (0x80 - 0x5B) * ones) & ~word & (0x80 * ones)
      memory.storeBytes(of: word | isLetter >> 2, toByteOffset: position, as: UInt64.self)
      position += 8
    }
  }
}

extension Catalog {
  /// What two addresses of one thing have in common, or nil for what is no address of the web: see `AddressKey`.
  public static func addressKey(_ address: String) -> String? {
    var address = address
    return address.withUTF8 { AddressKey.key($0) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
