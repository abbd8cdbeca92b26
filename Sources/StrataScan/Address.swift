/// An address without what may be secret or changes: user, query, fragment.
struct Address {
  /// ASCII lower case, `https://host/path` without a slash at the end.
  var text: String
  /// `owner/repository` where it leads to one.
  var repository: String?

  /// - Parameter written: as written, without quotes; nil for what is no address of a host, or is a template's.
  init?(_ written: String) {
    guard written.utf8.count <= 1_024 else { return nil }
    var rest = Substring(written.lowercased())
    for end in ["?", "#", "{", "$", " "] as [Character] {
      if let cut = rest.firstIndex(of: end) { rest = rest[..<cut] }
    }
    var isGit = false
    for scheme in ["git::", "git@", "ssh://git@"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      isGit = true
    }
    var hasScheme = false
    for scheme in ["https://", "http://", "oci://", "ssh://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      hasScheme = true
    }
    var parts = rest.split(separator: "/").flatMap { isGit ? $0.split(separator: ":") : [$0] }.map(String.init)
    guard var host = parts.first, hasScheme || isGit || host == "github.com" else { return nil }
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    guard host.contains("." as Character),
      host.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: ".") || $0 == .colon })
    else { return nil }
    parts[0] = host
    text = "https://" + parts.joined(separator: "/")
    parts.removeFirst()
    switch host {
    case "github.com", "raw.githubusercontent.com", "www.github.com", "gitlab.com":
      if parts.count >= 2 {
        let name = parts[1].hasSuffix(".git") ? String(parts[1].dropLast(4)) : parts[1]
        repository = parts[0] + "/" + name
      }
    default:
      if host.hasSuffix(".github.io"), let name = parts.first {
        repository = host.dropLast(".github.io".count) + "/" + name
      }
    }
  }
}
