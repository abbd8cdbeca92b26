public import StrataYAML

/// A catalog as one piece of bytes that can lie anywhere: an `Image` of its tables.
extension Catalog {
  /// Reads catalogs and gives their image: the same one for the same files.
  ///
  /// - Parameters:
  ///   - inputs: the catalogs, laid over each other in this order.
  ///   - searchIndex: makes the catalog's `searchIndex`.
  /// - Returns: the image, or nil with any error among the diagnostics.
  public static func image(
    of inputs: [Input], searchIndex: (Catalog) -> [UInt8] = { _ in [] }
  ) -> (image: [UInt8]?, diagnostics: [Diagnostic]) {
    let (catalog, diagnostics) = read(inputs, shipped: nil, scrutiny: .opening, hashKey: HashKey(0, 0))
    return (catalog.map { $0.image(searchIndex: Table(searchIndex($0))) }, diagnostics)
  }

  /// The catalog's image, with another `searchIndex` than its own where one is given.
  func image(searchIndex: Table<UInt8>? = nil) -> [UInt8] {
    var writer = ImageWriter(fingerprint: Self.imageFingerprint)
    // What the records hold as strings stands behind the store.
    var store = Array(store)
    func text(_ string: String) -> Text {
      let start = store.count
      store.append(contentsOf: string.utf8)
      return Text(offset: UInt32(start), length: UInt32(store.count - start))
    }
    // So do the names that lists show, beside each other: in the sources they stand among the texts of pages, and the system
    // would bring in all of those around them.
    let verbatim = sources.map(\.bytes.upperBound).max() ?? 0
    func apart(_ text: Text) -> Text {
      let start = Int(text.offset)
      guard start < verbatim else { return text }
      store.append(contentsOf: self.store[start..<start + Int(text.length)])
      return Text(offset: UInt32(store.count - Int(text.length)), length: text.length)
    }
    func apart(_ name: LocalizedText) -> LocalizedText {
      var moved = name
      for language in Language.allCases {
        // What is the same text in several languages stays one.
        let first = Language.allCases.first { name[$0] == name[language] } ?? language
        moved[language] = first == language ? apart(name[language]) : moved[first]
      }
      return moved
    }
    var (layers, categories, tools) = (Array(layers), Array(categories), Array(tools))
    for index in layers.indices {
      layers[index].id = apart(layers[index].id)
      layers[index].name = apart(layers[index].name)
    }
    for index in categories.indices {
      categories[index].id = apart(categories[index].id)
      categories[index].name = apart(categories[index].name)
    }
    for index in tools.indices { tools[index].name = apart(tools[index].name) }
    for index in tools.indices { tools[index].id = apart(tools[index].id) }
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
    writer.add(tagIndex.slots)
    writer.add((addressIndex ?? makeAddressIndex()).slots)
    writer.add(searchIndex ?? self.searchIndex)
    writer.add(maturities)
    writer.add(sources)
    writer.add(store)
    return writer.image()
  }

  /// Of the sizes of all records; changed by hand where the meaning of their bytes changes.
  static var imageFingerprint: UInt64 {
    let sizes = [
      MemoryLayout<Landscape>.stride, MemoryLayout<Layer>.stride, MemoryLayout<Category>.stride,
      MemoryLayout<Tool>.stride, MemoryLayout<Group>.stride, MemoryLayout<Feature>.stride, MemoryLayout<Kind>.stride,
      MemoryLayout<Tag>.stride, MemoryLayout<Theme>.stride, MemoryLayout<Field>.stride, MemoryLayout<Term>.stride,
      MemoryLayout<Relation>.stride, MemoryLayout<Fact>.stride, Field.Key.allCases.count,
    ]
    return sizes.reduce(0x7374_7261_7461_0003) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

/// A `SourceRange`, its name in the store.
struct ImageSource: BitwiseCopyable {
  var name: Text
  @Indices var bytes: Range<Int>
}
