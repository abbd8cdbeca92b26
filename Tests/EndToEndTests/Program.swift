import Foundation

/// The real binary, and what it says without a terminal.
struct Program {
  struct Result: Equatable {
    var output: String
    var error: String
    var status: Int32
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The debug build that belongs to the tests, or another one for `STRATA_BINARY`.
  static let path =
    ProcessInfo.processInfo.environment["STRATA_BINARY"] ?? root.appending(path: ".build/debug/strata").path

  /// The static release, where it has been built (`make check` builds it first).
  static let release = root.appending(path: ".build/release/strata").path
  static let hasRelease = FileManager.default.isExecutableFile(atPath: release)

  /// Where a build for coverage says what it ran, so that this counts (`Scripts/coverage`).
  static let profiling = ProcessInfo.processInfo.environment.filter { $0.key == "LLVM_PROFILE_FILE" }

  /// Runs strata to its end.
  ///
  /// - Parameter input: what standard input has; nil for nothing.
  static func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws -> Result {
    var variables = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "HOME": "/nonexistent"]
    variables.merge(profiling) { $1 }
    variables.merge(environment) { $1 }
    return try Child.run(path, arguments, input: input, environment: variables)
  }

  /// The frame that strata draws at that size after those keys.
  static func snapshot(
    _ columns: Int, _ rows: Int, keys: String = "", _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> String {
    let result = try run(
      arguments + ["--snapshot", "\(columns)x\(rows)"] + (keys.isEmpty ? [] : ["--keys", keys]),
      environment: environment)
    return result.error + result.output
  }
}

/// A folder that is removed at the end.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/strata-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file in it and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
    return "\(path)/\(name)"
  }
}
