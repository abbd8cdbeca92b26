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
    var resolver: PathResolver?
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
    _ path: Text, _ known: inout PathResolver?, _ state: inout Landscape2, in source: Source
  ) -> Way {
    steps += Int(path.length)
    guard path.length <= PathResolver.longest else { return .malformed }
    let words = store.string(path)
    if let found = PathResolver.declared(words, state.shelves) {
      return .there(category: found.category, meant: found.spelling == words ? nil : found.spelling)
    }
    guard let (layerName, categoryName) = PathResolver.parts(words) else {
      return .malformed
    }
    // Nearly all paths are declared: what others are compared with is made when the first is not.
    var resolver = known ?? PathResolver(state, draft, store)
    known = nil
    defer { known = resolver }
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
    let tools = state.met.sorted() + Array(draft.tools.indices[firstTool...])
    // The lengths that parents' names have, by their last six bits: what is called otherwise is none.
    var lengths: UInt64 = 0
    for index in tools {
      for field in draft.fields(of: draft.tools[index]) where field.key == .partOf {
        lengths |= 1 << UInt64(field.value.length & 63)
      }
    }
    // The tools by their names, of several of one name the first.
    var table = IDTable(capacity: draft.tools.count - firstTool)
    func tool(called name: Text, _ hash: Int) -> Int? {
      table.find(hash: hash) { store.areEqual(draft.tools[$0].name, name) }
    }
    for index in firstTool..<draft.tools.count {
      let name = draft.tools[index].name
      guard lengths >> UInt64(name.length & 63) & 1 == 1 else { continue }
      let hash = store.hash(name)
      if tool(called: name, hash) == nil { table.insert(index, hash: hash) { store.hash(draft.tools[$0].name) } }
    }
    var names: [String] = []
    var known: NearestIndex?
    for index in tools {
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
  /// What the file declares: places that paths make are none that another path may mean.
  private let declared: Shelves
  /// What was asked for first is made then: declared places, layers, the categories of a layer.
  private var places: Names?
  private var layers: Names?
  private var categories: [Int: Names] = [:]
  /// For each declared category's key where it stands first, and whether nowhere else.
  private var homes: [String: (layer: Int, category: Int, isOnly: Bool)]?

  /// Names, what they are of, and what finds them.
  private struct Names {
    let words: [String]
    let numbers: [Int]
    private let index: NearestIndex

    /// - Parameter numbers: those of equal distance are found in the order of these.
    init(_ numbers: [String: Int]) {
      let sorted = numbers.sorted { $0.value < $1.value }
      self.init(sorted.map { String($0.key.prefix(Nearest.longest)) }, sorted.map(\.value))
    }

    init(_ words: [String], _ numbers: [Int]) {
      self.words = words
      self.numbers = numbers
      index = NearestIndex(words)
    }

    /// The place of the name that is meant.
    func match(_ word: String, within limit: Int, _ steps: inout Int) -> Int? {
      index.match(word, within: limit, steps: &steps)?.index
    }
  }

  init(_ state: Reader.Landscape2, _ draft: Draft, _ store: TextStore) {
    declared = state.shelves
    var counts: [String: Int] = [:]
    for (_, row) in state.secondPaths where draft.fields[row].value.length <= Self.longest {
      counts[store.string(draft.fields[row].value), default: 0] += 1
    }
    for (path, count) in counts {
      guard let (layer, category) = Self.parts(path) else { continue }
      let key = Join.key(layer)
      layerCounts[key, default: 0] += count
      placeCounts["\(key) / \(Join.key(category))", default: 0] += count
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
    while let byte = part.utf8.first, !isVisible(byte), let first = part.first, first.isWhitespace {
      part.removeFirst()
    }
    while let byte = part.utf8.last, !isVisible(byte), let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }

  /// Whether a byte alone tells that a character is no blank.
  private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// The category that a path leads to: by its names, else by what those have in common with the declared ones.
  static func declared(_ path: String, _ shelves: Shelves) -> (category: Int, spelling: String)? {
    var border = path.startIndex
    var likely: (category: Int, spelling: String)?
    for _ in 0..<mostBorders {
      guard let slash = path[border...].firstIndex(of: "/") else { break }
      border = path.index(after: slash)
      let (layer, category) = (trimmed(path[..<slash]), trimmed(path[border...]))
      if let index = shelves.layers[layer], let found = shelves.categories[index]?[category] {
        return (found, "\(layer) / \(category)")
      }
      if likely == nil, let index = shelves.layersByKey[Join.key(layer)],
        let found = shelves.categoriesByKey[index]?[Join.key(category)]
      {
        likely = (found, spelling(layer: index, category: found, shelves))
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
      guard category.count >= Self.shortestSlip, let own = declared.categories[index] else { return nil }
      let homes = homes ?? Self.homes(declared)
      self.homes = homes
      if let home = homes[categoryKey], home.isOnly {
        return (home.category, Self.spelling(layer: home.layer, category: home.category, shelves))
      }
      let names = categories[index] ?? Names(own)
      categories[index] = names
      guard let best = names.match(category, within: 1, &steps) else { return nil }
      return (names.numbers[best], Self.spelling(layer: index, category: names.numbers[best], shelves))
    }
    guard layer.count >= Self.shortestSlip, paths(toLayer: layer) <= 1 else { return nil }
    let names = layers ?? Names(shelves.layers)
    layers = names
    guard let best = names.match(layer, within: 1, &steps),
      let found = shelves.categoriesByKey[names.numbers[best]]?[categoryKey]
    else { return nil }
    return (found, Self.spelling(layer: names.numbers[best], category: found, shelves))
  }

  private static func homes(_ shelves: Shelves) -> [String: (layer: Int, category: Int, isOnly: Bool)] {
    var homes: [String: (layer: Int, category: Int, isOnly: Bool)] = [:]
    for (layer, categories) in shelves.categoriesByKey {
      for (key, category) in categories {
        let isOnly = homes[key] == nil
        homes[key] = (layer, category, isOnly)
      }
    }
    return homes
  }

  /// How the file declares a place.
  private static func spelling(layer: Int, category: Int, _ shelves: Shelves) -> String {
    "\(shelves.layerNames[layer] ?? "") / \(shelves.categoryNames[category] ?? "")"
  }

  func paths(toLayer layer: String) -> Int { layerCounts[Join.key(layer)] ?? 0 }

  /// How the declared place is spelt that a path means.
  mutating func nearest(_ path: String, _ steps: inout Int) -> String? {
    let names = places ?? Self.places(declared)
    places = names
    return names.match(path, within: Nearest.tolerance(path), &steps).map { names.words[$0] }
  }

  private static func places(_ shelves: Shelves) -> Names {
    var spellings: [String] = []
    var numbers: [Int] = []
    for (layer, index) in shelves.layers.sorted(by: { $0.value < $1.value }) {
      for (name, category) in (shelves.categories[index] ?? [:]).sorted(by: { $0.value < $1.value }) {
        spellings.append("\(layer.prefix(Nearest.longest)) / \(name.prefix(Nearest.longest))")
        numbers.append(category)
      }
    }
    return Names(spellings, numbers)
  }
}
