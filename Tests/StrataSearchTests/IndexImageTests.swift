import CStrataResources
import StrataCatalog
import Testing

@testable import StrataSearch

/// The index that is kept with a catalog.
@Suite struct IndexImageTests {
  /// The catalog that strata ships, as it is in the program.
  static let shipped: Catalog = {
    let image = strata_catalog_image()
    return Catalog(static: UnsafeRawBufferPointer(start: image.bytes, count: image.count))
  }()

  @Test func `the shipped catalog has its index with it`() {
    let index = SearchIndex(Self.shipped)
    #expect(index.isComplete)
    #expect(index.count == Self.shipped.layers.count + Self.shipped.categories.count + Self.shipped.tools.count)
    #expect(index.image().elementsEqual(Self.shipped.searchIndex))
  }

  @Test func `it is the one that would be made of the catalog's texts`() {
    // Of another chunk size nothing is kept.
    var made = SearchIndex(Self.shipped, chunkSize: SearchIndex.standardChunkSize - 1)
    #expect(!made.isComplete)
    while !made.isComplete { made.grow() }
    let kept = SearchIndex(Self.shipped)
    func records(_ index: SearchIndex) -> [[UInt8]] {
      index.chunks.flatMap { chunk in
        chunk.withRecords { records in
          (0..<records.count).map { place in
            let record = records[place]
            let known = [record.body, record.other].map { UInt8(truncatingIfNeeded: $0 - record.start) }
            return Array(records.base[record.start..<record.end]) + known + [record.traits, chunk.placing[place]]
              + withUnsafeBytes(of: record.initials) { Array($0) }
          }
        }
      }
    }
    #expect(records(kept) == records(made))
  }

  @Test(arguments: ["mesh", "rongqi", "service mesh", "数据库", "kuberntes", "maturity:graduated storage"])
  func `a search finds the same with it and without`(_ query: String) {
    var kept = Searcher(catalog: Self.shipped)
    var made = Searcher(index: SearchIndex(Self.shipped, chunkSize: 1 << 16))
    #expect(kept.all(query) == made.all(query))
  }
}
