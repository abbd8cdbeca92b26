/// What two addresses of one thing have in common. Neither the scheme nor `www.`, a usual port, a fragment or a slash at
/// the end tells addresses apart, nor case in the host; where repositories are kept, no case and no `.git`.
///
/// `http://www.GitHub.com/Argoproj/Argo-CD.git/` → `github.com/argoproj/argo-cd`
enum AddressKey {
  /// Nil for what is no address of http or https, and for one that is longer than any.
  static func key(_ address: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard address.count <= 2048, Forms.fault(ofAddress: address) == nil,
      let scheme = address.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let rest = address.dropFirst(scheme + 3).prefix { $0 != UInt8(ascii: "#") }
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    var host = authority.map(lowercased)
    var path = Array(rest.dropFirst(authority.count))
    for port in [":80", ":443"] where host.reversed().starts(with: port.utf8.reversed()) {
      host.removeLast(port.utf8.count)
    }
    if host.last == UInt8(ascii: ".") { host.removeLast() }
    if host.starts(with: "www.".utf8) { host.removeFirst(4) }
    guard !host.isEmpty else { return nil }
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    if forges.contains(host) {
      path = path.map(lowercased)
      if path.reversed().starts(with: ".git".utf8.reversed()) { path.removeLast(4) }
    }
    return host + path
  }

  private static let forges = Set(
    ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com"].map { Array($0.utf8) })

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
