/// An address that may be handed to a browser: http or https, a plain host, no user info, ASCII throughout.
///
///     WebAddress("https://例.example/é")?.text   // "https://xn--fsq.example/%C3%A9"
///     WebAddress("https://user@x.example/")     // nil: a user
struct WebAddress: Hashable, Sendable {
  /// Starts with `http`, so no program takes it for an option.
  let text: String

  /// Bytes of an address; browsers take no longer ones either.
  private static let maximumLength = 1 << 13

  init?(_ text: String) {
    let lowercase = text.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowercase.hasPrefix) else { return nil }
    guard text.utf8.count <= WebAddress.maximumLength else { return nil }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let host = Punycode.host(String(decoding: authority, as: UTF8.self)), WebAddress.isHost(Array(host.utf8))
    else {
      return nil
    }
    var encoded = scheme + host
    for byte in rest.dropFirst(authority.count) {
      // Controls, blanks and what could end a word or a quotation anywhere are no part of an address.
      if byte < 0x21 || byte == 0x7F || "\"'<>\\^`{|}".utf8.contains(byte) { return nil }
      if byte < 0x80 {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + digits
      }
    }
    self.text = encoded
  }

  /// A name or an IPv4 address, or an IPv6 address in brackets; then perhaps a port.
  private static func isHost(_ authority: [UInt8]) -> Bool {
    var host = authority
    if let colon = host.lastIndex(of: UInt8(ascii: ":")), host.last != UInt8(ascii: "]") {
      let port = host[(colon + 1)...]
      guard port.count <= 5, port.allSatisfy({ (0x30..<0x3A).contains($0) }) else { return false }
      host.removeSubrange(colon...)
    }
    if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") {
      return host.count > 3 && host.dropFirst().dropLast().allSatisfy { isHexadecimal($0) || $0 == UInt8(ascii: ":") }
    }
    guard let first = host.first, first != UInt8(ascii: "-"), first != UInt8(ascii: ".") else { return false }
    return host.allSatisfy {
      (0x30..<0x3A).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || "-._".utf8.contains($0)
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30..<0x3A).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
