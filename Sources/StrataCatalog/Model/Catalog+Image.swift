// Memory: own; a part of the image is cut out of its bounds, which holds in releases, too.

public import StrataYAML

/// A catalog as one piece of bytes that can lie anywhere: a header, then its tables one after the other.
///
/// The records stand in it as they lie in memory, so an image is for the programs of the build it was made by: it begins
/// with a fingerprint of the records' layout, by which any other is known and refused.
extension Catalog {
  /// Reads catalogs and gives their image: the same one for the same files.
  ///
  /// - Returns: the image, or nil with any error among the diagnostics.
  public static func image(of inputs: [Input]) -> (image: [UInt8]?, diagnostics: [Diagnostic]) {
    let (catalog, diagnostics) = read(inputs, shipped: nil, scrutiny: .opening, hashKey: HashKey(0, 0))
    return (catalog?.image(), diagnostics)
  }

  /// The catalog's image.
  public func image() -> [UInt8] {
    var writer = ImageWriter()
    // What the records hold as strings stands behind the store.
    var store = Array(store)
    func text(_ string: String) -> Text {
      let start = store.count
      store.append(contentsOf: string.utf8)
      return Text(offset: UInt32(start), length: UInt32(store.count - start))
    }
    let maturities = maturities.map(text)
    let sources = sources.map { ImageSource(name: text($0.name), bytes: $0.bytes) }
    writer.add([hashKey])
    writer.add([landscape])
    writer.add(layers)
    writer.add(categories)
    writer.add(tools)
    writer.add(danglingPaths)
    writer.add(groups)
    writer.add(features)
    writer.add(kinds)
    writer.add(tags)
    writer.add(themes)
    writer.add(fields)
    writer.add(terms)
    writer.add(relations)
    writer.add(guests)
    writer.add(keywords)
    writer.add(facts)
    writer.add(aliases)
    writer.add(themeTools)
    writer.add(reading)
    writer.add(groupLayers)
    writer.add(toolIndex.slots)
    writer.add(categoryIndex.slots)
    writer.add((addressIndex ?? makeAddressIndex()).slots)
    writer.add(maturities)
    writer.add(sources)
    writer.add(store)
    return writer.image()
  }

  /// The catalog of an image.
  ///
  /// - Parameter image: bytes of `image()`, aligned to 16, that are never given back.
  public init(static image: UnsafeRawBufferPointer) {
    var reader = ImageReader(image)
    hashKey = reader.table(of: HashKey.self)[0]
    landscape = reader.table(of: Landscape.self)[0]
    layers = reader.table()
    categories = reader.table()
    tools = reader.table()
    danglingPaths = reader.table()
    groups = reader.table()
    features = reader.table()
    kinds = reader.table()
    tags = reader.table()
    themes = reader.table()
    fields = reader.table()
    terms = reader.table()
    relations = reader.table()
    guests = reader.table()
    keywords = reader.table()
    facts = reader.table()
    aliases = reader.table()
    themeTools = reader.table()
    reading = reader.table()
    groupLayers = reader.table()
    toolIndex = IDIndex(slots: reader.table())
    categoryIndex = IDIndex(slots: reader.table())
    addressIndex = IDIndex(slots: reader.table())
    let maturities = reader.table(of: Text.self)
    let sources = reader.table(of: ImageSource.self)
    let store = reader.table(of: UInt8.self)
    self.store = store
    func string(_ text: Text) -> String {
      String(decoding: store[Int(text.offset)..<Int(text.offset) + Int(text.length)], as: UTF8.self)
    }
    self.maturities = maturities.map(string)
    self.sources = sources.map { SourceRange(name: string($0.name), bytes: $0.bytes) }
  }
}

/// A `SourceRange`, its name in the store.
private struct ImageSource: BitwiseCopyable {
  var name: Text
  @Indices var bytes: Range<Int>
}

/// The header: the fingerprint of the layout, then for each table where it begins, in bytes of the image, and how many
/// records it has; all in `UInt64`.
private enum ImageHeader {
  static let tableCount = 27
  static let size = 8 + 16 * tableCount
  static let alignment = 16

  /// Of the sizes of all records; changed by hand where the meaning of their bytes changes.
  static var fingerprint: UInt64 {
    let sizes = [
      MemoryLayout<Landscape>.stride, MemoryLayout<Layer>.stride, MemoryLayout<Category>.stride,
      MemoryLayout<Tool>.stride, MemoryLayout<Group>.stride, MemoryLayout<Feature>.stride, MemoryLayout<Kind>.stride,
      MemoryLayout<Tag>.stride, MemoryLayout<Theme>.stride, MemoryLayout<Field>.stride, MemoryLayout<Term>.stride,
      MemoryLayout<Relation>.stride, MemoryLayout<Fact>.stride, Field.Key.allCases.count,
    ]
    return sizes.reduce(0x7374_7261_7461_0001) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

private struct ImageWriter {
  private var header = [ImageHeader.fingerprint]
  private var bytes: [UInt8] = []

  mutating func add<Element: BitwiseCopyable>(_ elements: [Element]) {
    elements.withUnsafeBufferPointer { add(UnsafeRawBufferPointer($0), count: elements.count) }
  }

  mutating func add<Element>(_ table: Table<Element>) {
    table.withUnsafeBufferPointer { add(UnsafeRawBufferPointer($0), count: table.count) }
  }

  private mutating func add(_ memory: UnsafeRawBufferPointer, count: Int) {
    while (ImageHeader.size + bytes.count) % ImageHeader.alignment != 0 { bytes.append(0) }
    header += [UInt64(ImageHeader.size + bytes.count), UInt64(count)]
    bytes.append(contentsOf: memory)
  }

  func image() -> [UInt8] {
    precondition(header.count * 8 == ImageHeader.size, "a table more or less than the header has room for")
    return header.withUnsafeBytes { Array($0) } + bytes
  }
}

private struct ImageReader {
  private let image: UnsafeRawBufferPointer
  private var position = 8

  init(_ image: UnsafeRawBufferPointer) {
    precondition(
      image.count >= ImageHeader.size && Int(bitPattern: image.baseAddress) % ImageHeader.alignment == 0
        && image.load(as: UInt64.self) == ImageHeader.fingerprint, "not an image of this build")
    self.image = image
  }

  mutating func table<Element>(of type: Element.Type = Element.self) -> Table<Element> {
    let offset = Int(image.load(fromByteOffset: position, as: UInt64.self))
    let count = Int(image.load(fromByteOffset: position + 8, as: UInt64.self))
    position += 16
    let memory = UnsafeRawBufferPointer(rebasing: image[offset..<offset + count * MemoryLayout<Element>.stride])
    return Table(static: memory.bindMemory(to: Element.self))
  }
}
