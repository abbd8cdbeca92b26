// Memory: own; a part of the image is cut out of its bounds, which holds in releases, too.

/// Tables as one piece of bytes that can lie anywhere.
///
/// First a header, all in `UInt64`: a fingerprint of the records' layout, the number of tables, for each where it begins, in
/// bytes of the image, and how many records it has. Then the tables, each aligned. The records stand there as they lie in
/// memory, so an image is for the programs of the build it was made by: any other's fingerprint is refused.
enum Image {
  static let alignment = 16

  static func headerSize(tables: Int) -> Int { 16 + 16 * tables }
}

/// Makes an `Image`.
public struct ImageWriter {
  private let fingerprint: UInt64
  private var tables: [(count: Int, bytes: [UInt8])] = []

  /// An image without tables; `fingerprint` tells layouts of memory apart.
  public init(fingerprint: UInt64) { self.fingerprint = fingerprint }

  /// Adds a table of these elements, aligned to 16 bytes.
  public mutating func add<Element: BitwiseCopyable>(_ elements: [Element]) {
    elements.withUnsafeBytes { tables.append((elements.count, Array($0))) }
  }

  /// Adds a table as it is.
  public mutating func add<Element>(_ table: Table<Element>) {
    table.withUnsafeBufferPointer { tables.append((table.count, Array(UnsafeRawBufferPointer($0)))) }
  }

  /// The bytes: a header, then the tables in the order they were added.
  public func image() -> [UInt8] {
    var header = [fingerprint, UInt64(tables.count)]
    var bytes: [UInt8] = []
    let size = Image.headerSize(tables: tables.count)
    for table in tables {
      while (size + bytes.count) % Image.alignment != 0 { bytes.append(0) }
      header += [UInt64(size + bytes.count), UInt64(table.count)]
      bytes += table.bytes
    }
    return header.withUnsafeBytes { Array($0) } + bytes
  }
}

/// Gives the tables of an `Image` in their order, where they lie.
public struct ImageReader {
  private let image: UnsafeRawBufferPointer
  private var position = Image.headerSize(tables: 0)
  private let headerEnd: Int

  /// - Parameters:
  ///   - image: bytes of `ImageWriter.image()`, aligned to 16, that are never given back.
  ///   - fingerprint: that of the layout which the program has in memory; an image of another one traps.
  public init(_ image: UnsafeRawBufferPointer, fingerprint: UInt64) {
    precondition(
      image.count >= position && Int(bitPattern: image.baseAddress) % Image.alignment == 0
        && image.load(as: UInt64.self) == fingerprint, "not an image of this build")
    self.image = image
    headerEnd = Image.headerSize(tables: Int(image.load(fromByteOffset: 8, as: UInt64.self)))
  }

  /// The next table, in the order in which they were added; it is not copied.
  public mutating func table<Element>(of type: Element.Type = Element.self) -> Table<Element> {
    precondition(position < headerEnd, "a table more than the image has")
    let offset = Int(image.load(fromByteOffset: position, as: UInt64.self))
    let count = Int(image.load(fromByteOffset: position + 8, as: UInt64.self))
    position += 16
    let memory = UnsafeRawBufferPointer(rebasing: image[offset..<offset + count * MemoryLayout<Element>.stride])
    return Table(static: memory.bindMemory(to: Element.self))
  }
}
