import Testing

@testable import StrataCatalog

/// The manual names the keys that are read.
@Suite struct CatalogFormatTests {
  @Test func `every key is described, and no other`() {
    let read: [[String]] = [
      Reader.RootKey.allCases.map(\.rawValue), Reader.LandscapeKey.allCases.map(\.rawValue),
      Reader.LayerKey.allCases.map(\.rawValue), Reader.CategoryKey.allCases.map(\.rawValue),
      Reader.ToolKey.allCases.map(\.rawValue),
    ]
    #expect(CatalogFormat.parts.count == read.count)
    for (part, keys) in zip(CatalogFormat.parts, read) {
      #expect(Set(part.keys.map(\.name)) == Set(keys), "\(part.title)")
      #expect(part.keys.count == keys.count, "\(part.title)")
    }
  }
}
