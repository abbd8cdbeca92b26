import StrataText
import StrataYAML

/// The further places that items of landscape2 files name, and the names of other items.
extension Reader {
  /// What became of a path.
  private enum Way {
    /// To a category of the draft. `meant` is how the path is spelt where the file declares it otherwise.
    case there(category: Int, meant: String?)
    case nowhere(nearest: String?)
    /// It has not two parts.
    case malformed
  }

  /// Places the tools where their second paths say, and makes the places that are not declared, as landscape2 does. What
  /// is nearly a declared one is taken as that, and told.
  mutating func resolveSecondPaths(_ state: inout Landscape2, in source: Source) {
    guard !state.secondPaths.isEmpty else { return }
    var resolver = PathResolver(state, draft, store)
    var ways: [[UInt8]: Way] = [:]
    var index = 0
    while index < state.secondPaths.count {
      // The rows of one tool.
      let tool = state.secondPaths[index].tool
      var seen = shelfIDs(of: tool, before: state.secondPaths[index].row)
      var dropped: Set<Int> = []
      while index < state.secondPaths.count, state.secondPaths[index].tool == tool {
        let row = state.secondPaths[index].row
        index += 1
        steps += 1
        let path = draft.fields[row].value
        let key = store.bytes(path)
        let way = ways[key] ?? self.way(path, &resolver, &state, in: source)
        ways[key] = way
        switch way {
        case .there(let category, let meant):
          let id = draft.categories[category].record.id
          let isNew = seen.insert(store.bytes(id)).inserted
          if !isNew { dropped.insert(row) }
          if !isNew, scrutiny != .opening {
            let isOwn = Int(draft.tools[tool].categoryIndex) == category
            report(.repeatedPath(value: store.excerpt(path), isOwn: isOwn), at: path)
          } else if let meant {
            reportPath(path, nearest: meant)
          } else if scrutiny != .opening, PathResolver.parts(store.string(path)) == nil {
            // A name has a slash of its own: strata finds it, landscape2 does not.
            report(.badPath(value: store.excerpt(path)), at: path)
          }
          draft.fields[row].value = id
        case .nowhere(let nearest):
          reportPath(path, nearest: nearest)
          draft.danglingPaths.append(tool)
          dropped.insert(row)
        case .malformed:
          report(.badPath(value: store.excerpt(path)), at: path)
          draft.danglingPaths.append(tool)
          dropped.insert(row)
        }
      }
      drop(dropped, of: tool)
    }
  }

  /// The categories in which a tool stands already: its own, and those of the rows before the given one.
  private func shelfIDs(of tool: Int, before row: Int) -> Set<[UInt8]> {
    let record = draft.tools[tool]
    var ids = Set([store.bytes(draft.categories[Int(record.categoryIndex)].record.id)])
    for field in draft.fields[Int(record.firstField)..<row] where field.key == .also {
      ids.insert(store.bytes(field.value))
    }
    return ids
  }

  private mutating func reportPath(_ path: Text, nearest: String?) {
    report(.danglingName(.category, name: store.excerpt(path), role: .secondPath, nearest: nearest), at: path)
  }

  /// Drops rows of a tool.
  private mutating func drop(_ rows: Set<Int>, of tool: Int) {
    guard !rows.isEmpty else { return }
    let first = Int(draft.tools[tool].firstField)
    var kept = first
    for row in first..<first + Int(draft.tools[tool].fieldCount) where !rows.contains(row) {
      draft.fields[kept] = draft.fields[row]
      kept += 1
    }
    draft.tools[tool].fieldCount = UInt16(clamping: kept - first)
  }

  private mutating func way(
    _ path: Text, _ resolver: inout PathResolver, _ state: inout Landscape2, in source: Source
  ) -> Way {
    steps += Int(path.length)
    guard path.length <= PathResolver.longest else { return .malformed }
    let words = store.string(path)
    if let found = resolver.declared(words, state.shelves) {
      return .there(category: found.category, meant: found.spelling == words ? nil : found.spelling)
    }
    guard let (layerName, categoryName) = PathResolver.parts(words) else {
      return .malformed
    }
    if let slip = resolver.slip(layerName, categoryName, state.shelves, &nearestSteps) {
      return .there(category: slip.category, meant: slip.spelling)
    }
    let layer: Int
    if let known = state.shelves.layers[layerName] ?? state.shelves.layersByKey[Join.key(layerName)] {
      layer = known
    } else if state.groupLayers.contains(Join.key(layerName)) || resolver.paths(toLayer: layerName) > 1 {
      layer = addLayer2(text(layerName, of: path, words), &state, in: source)
    } else {
      return .nowhere(nearest: isFull ? nil : resolver.nearest(words, &nearestSteps))
    }
    let category = addCategory2(text(categoryName, of: path, words), layer: layer, &state, in: source)
    report(.undeclaredPlace(path: TextStore.excerpt(words.utf8)), at: path)
    return .there(category: category, meant: nil)
  }

  /// A part of a path as a text of the store.
  private mutating func text(_ part: String, of path: Text, _ words: String) -> Text {
    guard let range = words.firstPlace(of: part) else { return store.append(part.utf8) }
    let start = words.utf8.distance(from: words.startIndex, to: range.lowerBound)
    return Text(offset: path.offset + UInt32(clamping: start), length: UInt32(clamping: part.utf8.count))
  }

  /// Turns the names of parent projects into the ids of the tools called so; those of none are reported and stay.
  mutating func resolveParents(_ state: Landscape2, from firstTool: Int) {
    guard state.hasParents else { return }
    // The tools by their names, of several of one name the first.
    var table = IDTable(capacity: draft.tools.count - firstTool)
    func tool(called name: Text, _ hash: Int) -> Int? {
      table.find(hash: hash) { store.areEqual(draft.tools[$0].name, name) }
    }
    for index in firstTool..<draft.tools.count {
      let name = draft.tools[index].name
      let hash = store.hash(name)
      if tool(called: name, hash) == nil { table.insert(index, hash: hash) { store.hash(draft.tools[$0].name) } }
    }
    var names: [String] = []
    var known: NearestIndex?
    for index in state.met.sorted() + Array(draft.tools.indices[firstTool...]) {
      let first = Int(draft.tools[index].firstField)
      for row in first..<first + Int(draft.tools[index].fieldCount) where draft.fields[row].key == .partOf {
        let parent = draft.fields[row].value
        if let tool = tool(called: parent, store.hash(parent)) {
          draft.fields[row].value = draft.tools[tool].id
          // The name stands with the tool.
          draft.fields[row].label = .empty
          continue
        }
        // An earlier catalog's own.
        if index < firstTool, places.place(of: parent) == nil { continue }
        let name = store.excerpt(parent)
        var nearest: String?
        if !isFull {
          if known == nil { names = draft.tools[firstTool...].map { store.excerpt($0.name) } }
          let words = known ?? NearestIndex(names)
          known = words
          nearest = words.match(name, within: Nearest.tolerance(name), steps: &nearestSteps).map { names[$0.index] }
        }
        report(.danglingName(.tool, name: name, role: .parentProject, nearest: nearest), at: parent)
      }
    }
  }
}

/// Where the paths of a landscape2 file lead: `Layer / Category`.
struct PathResolver {
  /// Bytes; what is longer is no path.
  static let longest = 1000
  /// A name may have a slash of its own: so many are tried as the border.
  private static let mostBorders = 8
  /// A name shorter than this is too short to tell a slip from another name.
  private static let shortestSlip = 6

  /// How many paths name each layer, and each place, by the names' keys.
  private var layerCounts: [String: Int] = [:]
  private var placeCounts: [String: Int] = [:]
  /// Declared places, to find the one that was meant.
  private var spellings: [String] = []
  private var index: NearestIndex?
  private let store: TextStore
  private let categoryNames: [Int: (names: [String], categories: [Int])]
  private var indexes: [Int: NearestIndex] = [:]
  private var layerIndex: (names: [String], index: NearestIndex)?
  /// For each declared category's key where it stands first, and whether nowhere else.
  private var homes: [String: (layer: Int, category: Int, isOnly: Bool)] = [:]

  init(_ state: Reader.Landscape2, _ draft: Draft, _ store: TextStore) {
    self.store = store
    for (_, row) in state.secondPaths where draft.fields[row].value.length <= Self.longest {
      guard let (layer, category) = Self.parts(store.string(draft.fields[row].value)) else { continue }
      let key = Join.key(layer)
      layerCounts[key, default: 0] += 1
      placeCounts["\(key) / \(Join.key(category))", default: 0] += 1
    }
    categoryNames = state.shelves.categories.mapValues { categories in
      let sorted = categories.sorted { $0.value < $1.value }
      return (sorted.map { String($0.key.prefix(Nearest.longest)) }, sorted.map(\.value))
    }
    for (layer, categories) in state.shelves.categoriesByKey {
      for (key, category) in categories {
        let isOnly = homes[key] == nil
        homes[key] = (layer, category, isOnly)
      }
    }
    for (layer, index) in state.shelves.layers.sorted(by: { $0.value < $1.value }) {
      for name in categoryNames[index]?.names ?? [] { spellings.append("\(layer.prefix(Nearest.longest)) / \(name)") }
    }
  }

  /// The two parts, without blanks around them; nil for any other number of parts.
  static func parts(_ path: String) -> (layer: String, category: String)? {
    let bytes = path.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let rest = bytes.index(after: slash)
    guard !bytes[rest...].contains(UInt8(ascii: "/")) else { return nil }
    let (layer, category) = (trimmed(path[..<slash]), trimmed(path[rest...]))
    return layer.isEmpty || category.isEmpty ? nil : (layer, category)
  }

  private static func trimmed(_ part: Substring) -> String {
    var part = part
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }

  /// The category that a path leads to: by its names, else by what those have in common with the declared ones.
  func declared(_ path: String, _ shelves: Shelves) -> (category: Int, spelling: String)? {
    var border = path.startIndex
    var likely: (category: Int, spelling: String)?
    for _ in 0..<Self.mostBorders {
      guard let slash = path[border...].firstIndex(of: "/") else { break }
      border = path.index(after: slash)
      let (layer, category) = (Self.trimmed(path[..<slash]), Self.trimmed(path[border...]))
      if let index = shelves.layers[layer], let found = shelves.categories[index]?[category] {
        return (found, "\(layer) / \(category)")
      }
      if likely == nil, let index = shelves.layersByKey[Join.key(layer)],
        let found = shelves.categoriesByKey[index]?[Join.key(category)]
      {
        likely = (found, Self.spelling(layer: index, category: found, shelves))
      }
    }
    return likely
  }

  /// The declared category that a path means which no other path spells like it: one letter is wrong, or the layer is,
  /// and another has the only category of the name.
  mutating func slip(
    _ layer: String, _ category: String, _ shelves: Shelves, _ steps: inout Int
  ) -> (category: Int, spelling: String)? {
    let (layerKey, categoryKey) = (Join.key(layer), Join.key(category))
    guard placeCounts["\(layerKey) / \(categoryKey)"] ?? 0 <= 1 else { return nil }
    if let index = shelves.layersByKey[layerKey] {
      guard category.count >= Self.shortestSlip, let known = categoryNames[index] else { return nil }
      if let home = homes[categoryKey], home.isOnly {
        return (home.category, Self.spelling(layer: home.layer, category: home.category, shelves))
      }
      let names = indexes[index] ?? NearestIndex(known.names)
      indexes[index] = names
      guard let best = names.match(category, within: 1, steps: &steps) else { return nil }
      let found = known.categories[best.index]
      return (found, Self.spelling(layer: index, category: found, shelves))
    }
    guard layer.count >= Self.shortestSlip, paths(toLayer: layer) <= 1 else { return nil }
    let layers = layerIndex ?? Self.layerIndex(shelves)
    layerIndex = layers
    guard let best = layers.index.match(layer, within: 1, steps: &steps),
      let index = shelves.layers[layers.names[best.index]],
      let found = shelves.categoriesByKey[index]?[categoryKey]
    else { return nil }
    return (found, Self.spelling(layer: index, category: found, shelves))
  }

  /// How the file declares a place.
  private static func spelling(layer: Int, category: Int, _ shelves: Shelves) -> String {
    "\(shelves.layerNames[layer] ?? "") / \(shelves.categoryNames[category] ?? "")"
  }

  private static func layerIndex(_ shelves: Shelves) -> (names: [String], index: NearestIndex) {
    let names = shelves.layers.sorted { $0.value < $1.value }.map(\.key)
    return (names, NearestIndex(names))
  }

  func paths(toLayer layer: String) -> Int { layerCounts[Join.key(layer)] ?? 0 }

  mutating func nearest(_ path: String, _ steps: inout Int) -> String? {
    let known = index ?? NearestIndex(spellings)
    index = known
    return known.match(path, within: Nearest.tolerance(path), steps: &steps).map { spellings[$0.index] }
  }
}
