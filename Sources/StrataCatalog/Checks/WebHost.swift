// Memory: lent.

/// The host of an address, as a parser by the URL standard finds it: what landscape2 looks at.
enum WebHost {
  /// The host in lower case, or what keeps the text from being an http or https address.
  static func host(of address: String) -> Result<String, Fault> {
    plainHost(of: address).map { .success($0) } ?? slowHost(of: address)
  }

  /// The host of what nearly all addresses are: `https://`, a name of letters, digits, dots and hyphens that ends in a
  /// letter, and then the path.
  private static func plainHost(of address: String) -> String? {
    var address = address
    return address.withUTF8 { bytes in
      let schemes: [StaticString] = ["https://", "http://"]
      let scheme = schemes.first { scheme in
        bytes.count > scheme.utf8CodeUnitCount
          && (0..<scheme.utf8CodeUnitCount).allSatisfy { bytes[$0] == scheme.utf8Start[$0] }
      }
      guard let scheme else { return nil }
      let rest = bytes[scheme.utf8CodeUnitCount...]
      let host = rest.prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
      guard let last = host.last, isLetter(last), host.endIndex == bytes.endIndex || bytes[host.endIndex] == slash
      else { return nil }
      return String(unsafeUninitializedCapacity: host.count) { text in
        for (index, byte) in host.enumerated() { text[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte }
        return host.count
      }
    }
  }

  static func slowHost(of address: String) -> Result<String, Fault> {
    let blanks: ClosedRange<UInt8> = 0x00...0x20
    var bytes = Array(address.utf8)[...]
    while let last = bytes.last, blanks.contains(last) { bytes.removeLast() }
    bytes = bytes.drop { blanks.contains($0) }
    bytes = bytes.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    guard let scheme = scheme(of: bytes) else { return .failure(Fault(.notHTTP(looksLikeHost: isHostLike(bytes)))) }
    guard scheme == "http" || scheme == "https" else { return .failure(Fault(.notHTTP(looksLikeHost: false))) }
    let rest = bytes.dropFirst(scheme.utf8.count + 1).drop { $0 == slash || $0 == backslash }
    let authority = rest.prefix { $0 != slash && $0 != backslash && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
    return host(ofAuthority: authority[start...])
  }

  struct Fault: Error {
    var kind: Forms.AddressFault

    init(_ kind: Forms.AddressFault) { self.kind = kind }
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")

  private static func scheme(of bytes: ArraySlice<UInt8>) -> String? {
    let word = bytes.prefix { $0 != UInt8(ascii: ":") }
    guard word.count < bytes.count, let first = word.first, isLetter(first) else { return nil }
    let isScheme = word.allSatisfy { isLetter($0) || isDigit($0) || [0x2B, 0x2D, 0x2E].contains($0) }
    return isScheme ? String(decoding: word, as: UTF8.self).lowercased() : nil
  }

  private static func isHostLike(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains(UInt8(ascii: ":")) && bytes.contains(UInt8(ascii: ".")) && !bytes.contains(0x20)
  }

  /// `host:port` without the name before it.
  private static func host(ofAuthority authority: ArraySlice<UInt8>) -> Result<String, Fault> {
    var host = authority
    if authority.first == UInt8(ascii: "[") {
      guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return .failure(Fault(.badHost)) }
      host = authority[...end]
    } else {
      host = authority.prefix { $0 != UInt8(ascii: ":") }
    }
    if host.isEmpty { return .failure(Fault(.noHost)) }
    let port = authority[host.endIndex...].dropFirst()
    let isPort = port.allSatisfy(isDigit) && port.count < 12 && Int(String(decoding: port, as: UTF8.self)) ?? 0 < 65_536
    guard isPort else { return .failure(Fault(.badPort)) }
    if host.contains(0x20) { return .failure(Fault(.blank)) }
    let isName =
      host.first == UInt8(ascii: "[") || host.allSatisfy { $0 > 0x20 && $0 != 0x7F && !forbidden.contains($0) }
    guard isName, !endsInFalseNumber(host) else { return .failure(Fault(.badHost)) }
    return .success(String(decoding: host, as: UTF8.self).lowercased())
  }

  private static let forbidden = Set("#/<>?@[\\]^|%".utf8)

  /// A host whose last part is a number has to be four numbers.
  private static func endsInFalseNumber(_ host: ArraySlice<UInt8>) -> Bool {
    let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true)
    guard let last = parts.last, last.allSatisfy(isDigit) else { return false }
    return parts.count > 4 || !parts.allSatisfy { $0.allSatisfy(isDigit) && $0.count < 11 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
