// Memory: lent.

/// How open a tool is.
public enum LicenseClass: String, BitwiseCopyable, CaseIterable, Sendable {
  /// Approved by the Open Source Initiative, or a license of texts and data under which specifications are published.
  case open
  /// The source may be read, but not be used as one likes.
  case sourceAvailable = "source-available"
  case proprietary
  /// Parts of it are under different classes.
  case mixed
  /// Nothing is known of the license.
  case unknown

  /// The class of a license: an SPDX id or expression, `Proprietary`, or what GitHub calls a license.
  ///
  ///     LicenseClass(of: "MIT OR BUSL-1.1")    // .open
  ///     LicenseClass(of: "MIT AND BUSL-1.1")   // .mixed
  ///     LicenseClass(of: "GPL-2.0-only WITH Classpath-exception-2.0")   // .open
  ///
  /// `unknown` for what is none of these, and for a `LicenseRef-…`, of which nobody but the catalog knows the class.
  public init(of license: String) {
    var license = license
    self = license.withUTF8 { LicenseExpression.licenseClass(of: $0) }
  }

  /// Of parts that are all used.
  func and(_ other: LicenseClass) -> LicenseClass {
    if self == other { return self }
    return self == .unknown || other == .unknown ? .unknown : .mixed
  }

  /// Of licenses of which one is chosen.
  func or(_ other: LicenseClass) -> LicenseClass {
    if self == .open || other == .open { return .open }
    if self == .unknown || other == .unknown { return .unknown }
    if self == .mixed || other == .mixed { return .mixed }
    return self == .sourceAvailable || other == .sourceAvailable ? .sourceAvailable : .proprietary
  }
}
