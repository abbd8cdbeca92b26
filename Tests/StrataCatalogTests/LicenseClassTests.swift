import Testing

@testable import StrataCatalog

@Suite struct LicenseClassTests {
  @Test(
    arguments: [
      ("Apache-2.0", .open), ("apache-2.0", .open), ("0BSD", .open), ("zlib-acknowledgement", .sourceAvailable),
      ("ZPL-2.1", .open), ("GPL-2.0+", .open), ("EUPL-1.2", .open), ("Apache-2.0+", .open), ("PostgreSQL", .open),
      ("BUSL-1.1", .sourceAvailable), ("Elastic-2.0", .sourceAvailable), ("SSPL-1.0", .sourceAvailable),
      ("CC-BY-4.0", .open), ("CC-BY-SA-4.0", .open), ("CC0-1.0", .open), ("ODbL-1.0", .open),
      ("Community-Spec-1.0", .open), ("CC-BY-NC-4.0", .sourceAvailable), ("CC-BY-ND-4.0", .sourceAvailable),
      ("CC-BY-NC-SA-4.0", .sourceAvailable),
      ("Proprietary", .proprietary), ("PROPRIETARY", .proprietary), ("LicenseRef-Confluent", .unknown),
      ("", .unknown), (" ", .unknown), ("Apache-2.1", .unknown), ("Apache", .unknown), ("+", .unknown),
      ("NOASSERTION", .unknown), ("Other", .unknown), ("Apache-2.0++", .unknown),
      // Names as GitHub has them.
      ("Apache License 2.0", .open), ("MIT License", .open), ("GNU Affero General Public License v3.0", .open),
      // Expressions.
      ("MIT OR BUSL-1.1", .open), ("BUSL-1.1 or MIT", .open), ("MIT OR LicenseRef-X", .open),
      ("SSPL-1.0 OR Elastic-2.0", .sourceAvailable), ("SSPL-1.0 OR LicenseRef-X", .unknown),
      ("SSPL-1.0 OR Proprietary", .sourceAvailable), ("MIT AND Apache-2.0", .open), ("MIT AND BUSL-1.1", .mixed),
      ("MIT AND LicenseRef-X", .unknown), ("MIT AND Proprietary", .mixed),
      ("GPL-2.0-only WITH Classpath-exception-2.0", .open), ("BUSL-1.1 WITH Some-exception", .sourceAvailable),
      ("MIT OR BUSL-1.1 AND SSPL-1.0", .open), ("(MIT OR BUSL-1.1) AND SSPL-1.0", .mixed),
      ("BUSL-1.1 AND (SSPL-1.0 OR MIT)", .mixed), ("((MIT))", .open), ("(MIT)AND(ISC)", .open),
      ("DocumentRef-a:LicenseRef-b OR MIT", .open),
      // None.
      ("MIT OR", .unknown), ("OR MIT", .unknown), ("MIT ISC", .unknown), ("(MIT", .unknown), ("MIT)", .unknown),
      ("()", .unknown), ("MIT WITH", .unknown), ("MIT WITH (x)", .unknown), ("MIT AND AND ISC", .unknown),
      (")(", .unknown), ("MIT/ISC", .unknown), ("许可证", .unknown), ("MIT, ISC", .unknown), ("( OR )", .unknown),
    ] as [(String, LicenseClass)])
  func `says how open a license is`(_ license: String, _ expected: LicenseClass) {
    #expect(LicenseClass(of: license) == expected)
  }

  @Test func `finds every license of the table, in any case`() {
    for id in LicenseExpression.ids {
      #expect(LicenseClass(of: id) != .unknown)
      #expect(LicenseClass(of: id) == LicenseClass(of: id.uppercased()))
    }
    #expect(LicenseExpression.ids.count > 700)
  }

  @Test func `no nesting is too deep, and no text too long`() {
    #expect(LicenseClass(of: String(repeating: "(", count: 500) + "MIT" + String(repeating: ")", count: 500)) == .open)
    #expect(LicenseClass(of: String(repeating: "(", count: 1_000_000)) == .unknown)
    let many = Array(repeating: "MIT", count: 1000).joined(separator: " OR ")
    #expect(LicenseClass(of: many) == .unknown)
    #expect(LicenseClass(of: String(many.prefix(1018))) == .open)
  }

  /// The table of two operators over all classes.
  @Test func `OR and AND do not depend on the order`() {
    for a in LicenseClass.allCases {
      for b in LicenseClass.allCases {
        #expect(a.or(b) == b.or(a))
        #expect(a.and(b) == b.and(a))
        for c in LicenseClass.allCases { #expect(a.or(b).or(c) == a.or(b.or(c))) }
      }
      #expect(a.and(a) == a)
      #expect(a.or(.open) == .open)
      #expect((a.and(.open) == .open) == (a == .open))
    }
  }
}
