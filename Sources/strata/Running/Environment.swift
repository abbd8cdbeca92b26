import Glibc

/// The environment variables, each as a path would be; an empty one counts as not set.
struct Environment: Sendable {
  private let values: [String: String]?

  /// The process's own.
  init() { values = nil }

  init(_ values: [String: String]) { self.values = values }

  subscript(name: String) -> String? {
    let value = values.map { $0[name] } ?? getenv(name).map { RawPath.text($0) }
    return value?.isEmpty == false ? value : nil
  }
}
