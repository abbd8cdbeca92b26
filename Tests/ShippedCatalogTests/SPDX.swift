/// Licence expressions as the catalog writes them.
enum SPDX {
  /// The identifiers in use, as https://spdx.org/licenses lists them. A licence that is not here is looked up there first.
  static let licenses: Set = [
    "0BSD", "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BUSL-1.1", "CC-BY-4.0",
    "CDDL-1.0", "CDDL-1.1", "Community-Spec-1.0", "Elastic-2.0", "EPL-1.0", "EPL-2.0", "FSL-1.1-ALv2", "GPL-2.0-only",
    "GPL-2.0-or-later", "GPL-3.0-only",
    "GPL-3.0-or-later", "ISC", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT",
    "MPL-2.0", "MulanPSL-2.0", "PostgreSQL", "SSPL-1.0", "Unlicense", "Zlib",
  ]
  static let exceptions: Set = ["Classpath-exception-2.0", "GCC-exception-3.1", "LLVM-exception"]

  /// Whether the text is `Proprietary` or an expression of identifiers, `LicenseRef-…`, `AND`, `OR`, `WITH` and brackets.
  static func isExpression(_ text: String) -> Bool {
    if text == "Proprietary" { return true }
    let spaced = text.replacing("(", with: "( ").replacing(")", with: " )")
    var words = spaced.split(separator: " ", omittingEmptySubsequences: false).map(String.init)[...]
    return takeExpression(&words) && words.isEmpty
  }

  private static func takeExpression(_ words: inout ArraySlice<String>) -> Bool {
    guard takeTerm(&words) else { return false }
    while words.first == "AND" || words.first == "OR" {
      words.removeFirst()
      guard takeTerm(&words) else { return false }
    }
    return true
  }

  private static func takeTerm(_ words: inout ArraySlice<String>) -> Bool {
    guard let word = words.popFirst() else { return false }
    if word == "(" { return takeExpression(&words) && words.popFirst() == ")" }
    let reference = "LicenseRef-"
    guard licenses.contains(word) || word.hasPrefix(reference) && word != reference else { return false }
    if words.first == "WITH" {
      words.removeFirst()
      guard let exception = words.popFirst() else { return false }
      return exceptions.contains(exception)
    }
    return true
  }
}
