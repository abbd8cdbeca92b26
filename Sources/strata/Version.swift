import CStrataResources

enum Version {
  static let number = "0.2.0"
  /// The day of the version, as mdoc(7) writes it.
  static let manualDate = "November 30, 2026"

  /// The first digits of the commit that was built, with `+` where files had been changed; nil where nobody knows.
  static var commit: String? {
    let commit = String(cString: strata_commit())
    return commit.isEmpty ? nil : commit
  }

  /// `strata 0.2.0 (1a2b3c4d5e)`
  static var text: String { "strata \(number)" + (commit.map { " (\($0))" } ?? "") }
}
