/// An image's reference without what says nothing about the tool: tag, digest, user, a public registry's name.
struct ImageName: Hashable {
  /// ASCII lower case: `grafana/loki`, `postgres`.
  var path: String
  /// A registry that keeps other people's images under names of its own, or none that is known.
  var isPrivate: Bool
  /// The host that keeps it, or empty.
  var registry = ""
  /// Whether the text had a tag, a digest, a registry or a folder: a bare word may be anything.
  var isQualified: Bool

  var lastPart: String {
    String(path[(path.utf8.lastIndex(of: .slash).map(path.utf8.index(after:)) ?? path.startIndex)...])
  }

  static let publicRegistries: Set<String> = [
    "docker.io", "index.docker.io", "registry-1.docker.io", "ghcr.io", "quay.io", "gcr.io", "eu.gcr.io", "us.gcr.io",
    "asia.gcr.io", "mirror.gcr.io", "registry.k8s.io", "k8s.gcr.io", "public.ecr.aws", "mcr.microsoft.com",
    "docker.elastic.co", "registry.gitlab.com", "cgr.dev", "nvcr.io", "registry.opensource.zalan.do",
    "registry.redhat.io", "registry.access.redhat.com", "docker.redpanda.com", "xpkg.upbound.io", "xpkg.crossplane.io",
    "lscr.io", "codeberg.org", "docker.getoutline.com", "container-registry.oracle.com", "reg.kyverno.io",
    "dhi.io", "oci.external-secrets.io", "cr.fluentbit.io", "cr.l5d.io", "cr.weaviate.io", "docker.n8n.io",
  ]

  private static let schemes = ["docker", "oci", "docker-image"]
  /// Folders that registries put before the real name.
  private static let outerFolders: Set<String> = ["library", "docker", "dockerhub", "docker-hub"]

  /// - Parameter text: as written, without quotes; nil where it is no image's name or the name is a template's.
  init?(_ text: String) {
    var text = Substring(text)
    if let scheme = text.utf8Range(of: "://"),
      Self.schemes.contains(where: { text[..<scheme.lowerBound].utf8.elementsEqual($0.utf8) })
    {
      text = text[scheme.upperBound...]
    }
    if text.utf8.starts(with: "${".utf8) {
      // Compose and shells: ${NAME:-what stands if it is not set}
      guard let dash = text.utf8Range(of: ":-"), let end = text.utf8.lastIndex(of: UInt8(ascii: "}")),
        dash.upperBound < end
      else {
        return nil
      }
      text = text[dash.upperBound..<end]
    }
    if let template = text.utf8.firstIndex(where: {
      $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "<")
    }) {
      text = text[..<template]
    }
    if let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) {
      let isDigest = text[at...].utf8.starts(with: "@sha256".utf8)
      text = isDigest ? text[..<at] : text[text.utf8.index(after: at)...]
      // A user stands before an image that has a digest, too.
      if isDigest, let user = text.utf8.lastIndex(of: UInt8(ascii: "@")) {
        text = text[text.utf8.index(after: user)...]
      }
    }
    var isQualified = false
    let lastSlash = text.utf8.lastIndex(of: .slash)
    if lastSlash != nil { isQualified = true }
    if let colon = text[(lastSlash ?? text.startIndex)...].utf8.lastIndex(of: .colon) {
      isQualified = true
      text = text[..<colon]
    }
    guard text.utf8.count <= SignalTable.longestToken else { return nil }
    guard
      text.utf8.allSatisfy({ byte in
        byte.isLetter || byte.isDigit || byte == .hyphen || byte == .slash || byte == .colon
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      }), text.utf8.first.map({ $0.isLetter || $0.isDigit }) == true
    else { return nil }
    var parts = text.lowercased().utf8.split(separator: .slash, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    guard !parts.contains(where: \.isEmpty) else { return nil }
    var isPrivate = false
    if parts.count > 1,
      parts[0].utf8.contains(UInt8(ascii: ".")) || parts[0].utf8.contains(.colon) || parts[0] == "localhost"
    {
      registry = parts[0]
      isPrivate = !Self.publicRegistries.contains(registry)
      parts.removeFirst()
    }
    while parts.count > 1, Self.outerFolders.contains(parts[0]) { parts.removeFirst() }
    guard !parts.contains(where: { $0.utf8.contains(.colon) }) else { return nil }
    path = parts.joined(separator: "/")
    self.isPrivate = isPrivate
    self.isQualified = isQualified
  }
}
