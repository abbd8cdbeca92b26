import CStrataResources
import Testing

@testable import StrataCatalog

/// A catalog as one piece of bytes.
@Suite struct ImageTests {
  /// The image where it may lie: aligned, and never given back.
  static func placed(_ image: [UInt8]) -> UnsafeRawBufferPointer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count, alignment: 16)
    memory.copyBytes(from: image)
    return UnsafeRawBufferPointer(memory)
  }

  @Test(arguments: [ToolFieldsTests.whole, "layers: []\n"])
  func `an image gives back the catalog it was made of, wherever it lies`(_ text: String) throws {
    let catalog = try #require(read(("data.yaml", text)).catalog)
    let first = Catalog(static: Self.placed(catalog.image()))
    #expect(first.difference(from: catalog) == nil)
    // An image of an image is the same again.
    let second = Catalog(static: Self.placed(first.image()))
    #expect(second.difference(from: catalog) == nil)
    for index in catalog.tools.indices {
      let id = catalog.string(catalog.tools[index].id)
      #expect(first.toolID(for: id) == ToolID(index))
      #expect(ListReport.json(of: ToolID(index), in: first) == ListReport.json(of: ToolID(index), in: catalog))
    }
    #expect(first.categoryID(for: "database") == catalog.categoryID(for: "database"))
    #expect(first.toolID(for: "nothing") == nil)
    #expect(first.source(named: "data.yaml") == Array(text.utf8)[...])
  }

  /// What lists show stands together, and what is one text in several languages stays one.
  @Test func `names stand behind the sources, beside each other`() throws {
    let catalog = try #require(read(("data.yaml", ToolFieldsTests.whole)).catalog)
    let image = Catalog(static: Self.placed(catalog.image()))
    let end = try #require(image.sources.map(\.bytes.upperBound).max())
    let names = image.tools.map(\.name)
    #expect(names.count > 2 && names.allSatisfy { Int($0.offset) >= end })
    for (a, b) in zip(names, names.dropFirst()) { #expect(a.offset + a.length == b.offset) }
    for (made, read) in zip(image.categories, catalog.categories) {
      #expect(Array(made.name.all).count == Array(read.name.all).count)
    }
  }

  @Test func `the same files give the same image`() {
    func image() -> [UInt8]? {
      Catalog.image(of: [Catalog.Input(files: [Catalog.Source(name: "a", bytes: Array(ToolFieldsTests.whole.utf8))])])
        .image
    }
    let first = image().map { Catalog(static: Self.placed($0)) }
    let second = image().map { Catalog(static: Self.placed($0)) }
    #expect(first?.hashKey == second?.hashKey)
    #expect(first?.toolIndex.slots.elementsEqual(second!.toolIndex.slots) == true)
  }

  @Test(.enabled(if: Shipped.isThere))
  func `the image in the program is what the readers make of the files`() throws {
    let image = strata_catalog_image()
    let built = Catalog(static: UnsafeRawBufferPointer(start: image.bytes, count: image.count))
    let read = try #require(Catalog.read(sources: Shipped.sources()).catalog)
    #expect(built.difference(from: read) == nil)
    #expect(built.tools.indices.allSatisfy { built.toolID(for: built.string(built.tools[$0].id)) == ToolID($0) })
  }

  @Test func `a broken catalog has no image`() {
    let (image, diagnostics) = Catalog.image(
      of: [Catalog.Input(files: [Catalog.Source(name: "a", bytes: Array("layers: x\n".utf8))])])
    #expect(image == nil)
    #expect(diagnostics.count == 1)
  }
}

@Suite struct HashKeyTests {
  /// The vectors of SipHash-1-3 of the reference implementation's key 00 01 … 0f, for the messages "", 00, 00 01, …
  @Test func `hashes as SipHash-1-3`() {
    let key = HashKey(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
    let vectors: [UInt64] = [
      0xABAC_0158_050F_C4DC, 0xC9F4_9BF3_7D57_CA93, 0x82CB_9B02_4DC7_D44D, 0x8BF8_0AB8_E7DD_F7FB,
      0xCF75_5760_88D3_8328, 0xDEF9_D52F_4953_3B67, 0xC50D_2B50_C59F_22A7, 0xD392_7D98_9BB1_1140,
      0x3690_9511_8D29_9A8E, 0x25A4_8EB3_6C06_3DE4, 0x79DE_85EE_92FF_097F, 0x70C1_18C1_F94D_C352,
      0x78A3_84B1_57B4_D9A2, 0x306F_760C_1229_FFA7, 0x605A_A111_C0F9_5D34, 0xD320_D86D_2A51_9956,
      0xCC4F_DD1A_7D90_8B66, 0x9CF2_6890_63DB_D80C,
    ]
    for (length, expected) in vectors.enumerated() {
      let message = (0..<UInt8(length)).map { $0 }
      let hash = message.withUnsafeBufferPointer(key.hash)
      #expect(UInt64(bitPattern: Int64(hash)) == expected)
    }
  }
}
