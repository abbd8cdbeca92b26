/// The keys that YAML and JSON files are read by.
enum Word: String, CaseIterable {
  case apiVersion, kind, group, image, images, repository, registry, chart, charts, name, newName, uses, provisioner,
    driver, controller, controllerName, ingressClassName, gatewayClassName, storageClassName, apiGroups, dependencies,
    helmCharts, releases, resources, bases, url, repoURL, repo, enabled, container, run, script, scripts,
    services, metadata, spec, alias, app, component, application, purl, command, steps, targetRevision,
    devDependencies, peerDependencies, optionalDependencies, packages, items, annotations, labels, mirrors, helm,
    configMapGenerator, data, cmd, args, task, remoteChart, include, pipe, orbs,
    taskRef, resolver, bundle
  case beforeScript = "before_script"
  case afterScript = "after_script"
  case k8sApp = "k8s-app"
  case appName = "app.kubernetes.io/name"

  private static let byHash: [UInt64: Word] = Dictionary(
    uniqueKeysWithValues: allCases.map { word in (hash(word.rawValue), word) })

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(Self.basis) { ($0 ^ UInt64($1)) &* Self.prime }
  }

  /// FNV-1a.
  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 2, range.count <= 24 else { return nil }
    var hash = Self.basis
    for position in range { hash = (hash ^ UInt64(bytes[position])) &* Self.prime }
    guard let word = Self.byHash[hash], word.rawValue.utf8.count == range.count else { return nil }
    // Two keys may have one hash; only the right one is the word.
    var position = range.lowerBound
    for byte in word.rawValue.utf8 {
      if bytes[position] != byte { return nil }
      position += 1
    }
    self = word
  }
}
