public import StrataStack

/// What a set of files says about the tools in use: files go in one after the other, `result` comes out.
///
///     var scan = Scan(table: table)
///     if var file = scan.open(path: "charts/edge/values.yaml") {
///       while let chunk = nextChunk() { file.feed(chunk) }
///       scan.close(&file)
///     }
///     scan.result.sure
///
/// Linear in the bytes; memory grows with the tools found, not with the files.
public struct Scan: Sendable {
  /// Proofs of a tool that are kept; all are counted.
  public static let keptProofs = 1_000
  /// Tokens without a signal that are counted.
  public static let keptUnknown = 10_000

  let table: SignalTable
  private var sure: [String: Use] = [:]
  private var weak: [String: Use] = [:]
  private var aside: [String: Use] = [:]
  private var unknown: [Unknown.Token: Unknown] = [:]
  /// Charts that another file of the folder may switch off.
  private var dependencies: [(folder: String, proof: Proof, signal: Signal)] = []
  private var switchedOff: Set<String> = []
  /// What a `.tf` file says; whose it is shows when all files are read.
  private var isOpenTofu = false

  public init(table: SignalTable) {
    self.table = table
  }

  // MARK: Files

  /// Notes what a file's name says.
  ///
  /// - Parameters:
  ///   - path: from the folder that is scanned, parts joined by `/`.
  ///   - shown: how proofs name it, where that is not the same.
  /// - Returns: what reads its bytes; nil for a path without a name.
  public mutating func open(path: String, shown: String? = nil) -> FileScan? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    guard let name = parts.last else { return nil }
    var file = FileScan(path: path, shown: shown ?? path, type: FileType(path: path) ?? .named, table: table)
    file.note(.file, name, 0)
    if let dot = name.lastIndex(of: ".") { file.note(.suffix, String(name[dot...]), 0) }
    for end in parts.indices.dropLast() {
      file.note(.folder, parts[...end].suffix(2).joined(separator: "/"), 0)
      file.note(.folder, parts[end], 0)
    }
    return file
  }

  /// Whether there is anything to read in a file of that name.
  public static func reads(path: String) -> Bool {
    guard let type = FileType(path: path) else { return false }
    if case .named = type { return false }
    return true
  }

  /// Standard input, or a file whose name says nothing, by its first bytes.
  public func openInput(beginning: Span<UInt8>, shown: String = "<stdin>") -> FileScan {
    FileScan(path: "<stdin>", shown: shown, type: FileType(beginning: beginning), table: table)
  }

  /// Takes what a file said.
  public mutating func close(_ file: inout FileScan) {
    file.finish()
    let scope = Scope(path: file.path)
    let folder = String(file.path[..<(file.path.lastIndex(of: "/") ?? file.path.startIndex)])
    for chart in file.switchedOff { switchedOff.insert(folder + "/" + chart) }
    let named = Set(
      file.findings.flatMap { finding -> [String] in
        if case .signal(let signal) = finding.subject, signal.kind == .name { return signal.tools }
        return []
      })
    for finding in file.findings {
      let proof = Proof(path: file.shown, line: finding.line, column: finding.column, token: finding.token)
      switch finding.subject {
      case .unknown(let kind):
        if scope == .main { addUnknown(kind, finding.token) }
      case .signal(let signal):
        if signal.kind == .name { continue }
        if scope == .main, signal.tools == ["opentofu"] { isOpenTofu = true }
        if signal.kind == .chart, ["Chart.yaml", "Chart.lock"].contains(where: file.path.hasSuffix), scope == .main {
          dependencies.append((folder, proof, signal))
          continue
        }
        let role = file.isPipeline && signal.role == .runs ? Role.tests : signal.role
        for tool in signal.tools {
          // Two weak ones of different kinds make a sure one: the last part of a name, and a resource called so.
          let isWeak = finding.isWeak && !named.contains(tool)
          add(proof, role, tool, kind: signal.kind, isWeak: isWeak, scope)
        }
      }
    }
  }

  private mutating func add(_ proof: Proof, _ role: Role, _ tool: String, kind: TokenKind, isWeak: Bool, _ scope: Scope)
  {
    switch (scope, isWeak) {
    case (.aside, false): aside[tool, default: Use(tool: tool)].add(proof, role, kind)
    case (.aside, true): break
    case (.main, false): sure[tool, default: Use(tool: tool)].add(proof, role, kind)
    case (.main, true): weak[tool, default: Use(tool: tool)].add(proof, role, kind)
    }
  }

  private mutating func addUnknown(_ kind: TokenKind, _ token: String) {
    let key = Unknown.Token(kind: kind, text: token)
    guard unknown[key] != nil || unknown.count < Self.keptUnknown else { return }
    unknown[key, default: Unknown(token: key, count: 0)].count += 1
  }

  // MARK: The result

  public var result: ScanResult {
    var sure = sure
    for (folder, proof, signal) in dependencies where !switchedOff.contains(folder + "/" + proof.token) {
      for tool in signal.tools { sure[tool, default: Use(tool: tool)].add(proof, signal.role, signal.kind) }
    }
    if isOpenTofu, let terraform = sure["terraform"], terraform.kinds.isSubset(of: [.suffix, .file]) {
      // The files are OpenTofu's: its lock file or a tool manager says so.
      sure["terraform"] = nil
      sure["opentofu", default: Use(tool: "opentofu")].take(terraform)
    }
    var perhaps: [Use] = []
    for use in weak.values where sure[use.tool] == nil {
      // Two kinds of weak proof agree.
      if use.kinds.count > 1 { sure[use.tool] = use } else { perhaps.append(use) }
    }
    return ScanResult(
      sure: sure.values.sorted(by: Use.order), perhaps: perhaps.sorted(by: Use.order),
      aside: aside.values.filter { sure[$0.tool] == nil }.sorted(by: Use.order),
      unknown: unknown.values.sorted {
        ($1.count, $0.token.kind.rawValue, $0.token.text) < ($0.count, $1.token.kind.rawValue, $1.token.text)
      })
  }
}

/// A tool that files speak of.
public struct Use: Sendable {
  /// Its id in the catalog.
  public var tool: String
  /// The weightiest of all proofs.
  public private(set) var role = Role.links
  public private(set) var count = 0
  /// The first of them, in the order read.
  public private(set) var proofs: [Proof] = []
  private(set) var kinds: Set<TokenKind> = []

  init(tool: String) { self.tool = tool }

  mutating func add(_ proof: Proof, _ role: Role, _ kind: TokenKind) {
    self.role = count == 0 ? role : min(self.role, role)
    count += 1
    kinds.insert(kind)
    if proofs.count < Scan.keptProofs { proofs.append(proof) }
  }

  mutating func take(_ other: Use) {
    role = count == 0 ? other.role : min(role, other.role)
    count += other.count
    kinds.formUnion(other.kinds)
    proofs += other.proofs.prefix(Scan.keptProofs - proofs.count)
  }

  static func order(_ a: Use, _ b: Use) -> Bool { a.tool < b.tool }

  /// As it stands in a stack's file: its first places are proof enough.
  public var found: StackChange.Found {
    StackChange.Found(tool: tool, proofs: proofs.prefix(Self.writtenProofs).map(\.place))
  }

  private static let writtenProofs = 3
}

/// An image, chart or group that no tool of the catalog claims.
public struct Unknown: Sendable {
  public struct Token: Hashable, Sendable {
    public var kind: TokenKind
    public var text: String
  }

  public var token: Token
  public var count: Int
}

public struct ScanResult: Sendable {
  /// Nothing found.
  public init() { (sure, perhaps, aside, unknown) = ([], [], [], []) }

  init(sure: [Use], perhaps: [Use], aside: [Use], unknown: [Unknown]) {
    (self.sure, self.perhaps, self.aside, self.unknown) = (sure, perhaps, aside, unknown)
  }

  /// Proved, by id.
  public var sure: [Use]
  /// Only weak signals.
  public var perhaps: [Use]
  /// Only in examples, tests and documents.
  public var aside: [Use]
  /// The most frequent first.
  public var unknown: [Unknown]
}
