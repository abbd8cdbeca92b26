/// How a tool takes part in what was scanned; the weightiest first.
public enum Role: String, CaseIterable, Comparable, Sendable {
  /// It is deployed: an image, a chart, a driver.
  case runs
  /// Something is written for it: its resources, annotations, configuration.
  case uses
  case builds, tests
  /// Its client library is a dependency: what it talks to may run elsewhere.
  case links

  public static func < (a: Self, b: Self) -> Bool { a.weight < b.weight }

  private var weight: Int {
    switch self {
    case .runs: 0
    case .uses: 1
    case .builds: 2
    case .tests: 3
    case .links: 4
    }
  }
}

/// What a token is, by the place it stands at.
public enum TokenKind: String, CaseIterable, Sendable {
  /// The group of an `apiVersion`, without its version; `v1` for Kubernetes' own first one.
  case group
  /// What stands before the `/` of an annotation's or label's key; or the whole key.
  case annotation
  /// An image without registry, `library/`, tag and digest: `grafana/loki`.
  case image
  /// The last part of an image's path alone: a mirror or a private registry keeps no more of the name.
  case imageName = "image-name"
  /// The host of an image.
  case registry
  case chart
  case chartRepository = "chart-repository"
  /// A storage driver or provisioner.
  case driver
  /// The controller of an IngressClass or GatewayClass.
  case controller
  /// The name of an ingress, gateway or storage class.
  case className = "class"
  /// Terraform: the source of a provider (`hashicorp/helm`) or a module, the type of a resource.
  case provider, module, resource
  /// Packages, by the registry of their language; a Maven package is `group:artifact`.
  case go, npm, pypi, maven, nuget, cargo
  /// A GitHub action without its version.
  case action
  /// The name of a file, the path of a folder, the ending of a file's name.
  case file, folder, suffix
  /// What a tool manager is asked to install.
  case tool
  /// The first word of a line of a script.
  case command
  /// A word at the beginning of a line that only one tool's files have.
  case token
  /// `owner/repository` of a catalog's tool, and the domain of one's homepage.
  case repository, domain
  /// The name of a resource or a label's value. Never a proof; it makes another weak one sure.
  case name
  /// The id of a tool whose makers package what others make: their images, charts and domain say nothing of it.
  case packager

  /// Its number among all: without a search.
  var index: Int {
    switch self {
    case .group: 0
    case .annotation: 1
    case .image: 2
    case .imageName: 3
    case .registry: 4
    case .chart: 5
    case .chartRepository: 6
    case .driver: 7
    case .controller: 8
    case .className: 9
    case .provider: 10
    case .module: 11
    case .resource: 12
    case .go: 13
    case .npm: 14
    case .pypi: 15
    case .maven: 16
    case .nuget: 17
    case .cargo: 18
    case .action: 19
    case .file: 20
    case .folder: 21
    case .suffix: 22
    case .tool: 23
    case .command: 24
    case .token: 25
    case .repository: 26
    case .domain: 27
    case .name: 28
    case .packager: 29
    }
  }
}

/// One line of the table: what a token says about tools.
public struct Signal: Hashable, Sendable {
  /// How the pattern is held against a token.
  public enum Form: Sendable {
    case whole, beginning, ending
  }

  /// Ids of the catalog; empty for what proves nothing and hides shorter patterns.
  public var tools: [String]
  public var role: Role
  public var kind: TokenKind
  /// ASCII lower case, without the `*`.
  public var pattern: String
  public var form: Form
}
