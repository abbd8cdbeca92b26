import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText

/// What the next start goes on with, as text: one `key value` a line, by ids, so that it survives a changed catalog.
///
/// A value stands on its line whatever it holds: percent signs, line ends and controls are written as `%` and two digits a byte.
extension Explorer {
  /// Bytes of a value that are worth keeping.
  private static let valueLimit = 400

  var saved: VisibleText {
    var text: VisibleText = ""
    func add(_ key: String, _ value: String) {
      guard !value.isEmpty, value.utf8.count <= Explorer.valueLimit else { return }
      text += "\(key) \(SavedValue.encode(value))\n"
    }
    func id(_ text: Text?) -> String { text.map(catalog.string) ?? "" }
    let place = navigation.above.first?.placeBelow ?? context.place
    add("view", "\(navigation.view.rawValue)")
    add("language", language.rawValue)
    add("theme", context.chosenTheme ?? "")
    if context.mouseIsChosen { add("mouse", context.usesMouse ? "on" : "off") }
    if context.isFirstRun { add("first", "1") }
    add("preview", "\(context.previewShare)")
    add("level", "\(place.level.rawValue)")
    add("layer", id(place.layer.map { catalog[$0].id }))
    add("category", id(place.category.map { catalog[$0].id }))
    add("tool", id(place.tool.map { catalog[$0].id }))
    let mark = navigation.view == .guide ? navigation.guide.here : navigation.guide.bookmark
    if let mark {
      let subject: Text? =
        switch mark.page {
        case .introduction, .choosing: nil
        case .theme(let theme): catalog.themes[theme].id
        case .layer(let layer), .recap(let layer): catalog[layer].id
        case .category(let category): catalog[category].id
        case .tool(let tool): catalog[tool].id
        }
      add("page", mark.page.savedKind)
      add("of", id(subject))
      add("read", "\(mark.offset)")
    }
    let seen = context.seenByNow
    add("seen", seen.fingerprint)
    add("until", seen.until)
    for search in context.searches.prefix(20).reversed() { add("search", search) }
    return text
  }

  /// What was saved under a name; nil where nothing was.
  public static func saved(_ key: String, in saved: String) -> String? {
    for line in saved.utf8.prefix(1 << 16).split(separator: UInt8(ascii: "\n")) where line.starts(with: key.utf8) {
      let rest = line.dropFirst(key.utf8.count)
      if rest.first == UInt8(ascii: " ") { return SavedValue.decode(rest.dropFirst()) }
    }
    return nil
  }

  /// Returns to what was saved as far as it still exists; what it does not know it passes over.
  mutating func restore(_ saved: String) {
    var values: [String: String] = [:]
    for line in saved.utf8.prefix(1 << 16).split(separator: UInt8(ascii: "\n")) {
      guard let blank = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let key = String(decoding: line[..<blank], as: UTF8.self)
      guard let value = SavedValue.decode(line[line.index(after: blank)...]), !value.isEmpty else { continue }
      if key == "search" { remember(search: value) } else { values[key] = value }
    }
    context.chosenTheme = values["theme"]
    context.mouseIsChosen = values["mouse"] != nil
    if values["first"] != nil { context.isFirstRun = true }
    if let fingerprint = values["seen"] {
      context.seen = CatalogSeen(fingerprint: fingerprint, until: values["until"] ?? "")
      tellNews()
    }
    func number(_ key: String) -> Int? { values[key].flatMap { Int($0) } }
    if let view = number("view").flatMap(View.init(rawValue:)) { navigation.view = view }
    if let share = number("preview"), Configuration.previewShares.contains(share) { context.previewShare = share }
    var place = Place()
    place.level = number("level").flatMap(Place.Level.init(rawValue:)) ?? .layer
    place.layer = values["layer"].flatMap(catalog.layerID)
    place.category = values["category"].flatMap(catalog.categoryID)
    place.tool = values["tool"].flatMap(catalog.toolID)
    // A tool may have gone to another shelf.
    if let tool = place.tool, place.category.map({ !catalog.shelves(of: tool).contains($0) }) ?? true {
      place = Place(.tool(tool), in: catalog)
    } else if let category = place.category {
      place.layer = catalog[category].layer
    }
    context.place = place
    let page: Page? =
      switch values["page"] {
      case "introduction": .introduction
      case "choosing": .choosing
      case "layer": values["of"].flatMap(catalog.layerID).map(Page.layer)
      case "theme": values["of"].flatMap(catalog.theme).map(Page.theme)
      case "recap": values["of"].flatMap(catalog.layerID).map(Page.recap)
      case "category": values["of"].flatMap(catalog.categoryID).map(Page.category)
      default: nil
      }
    guard let page, context.book.contains(page) else { return }
    let offset = max(0, number("read") ?? 0)
    navigation.guide.bookmark = GuideScreen.Bookmark(page: page, offset: offset)
    if navigation.view == .guide { navigation.guide.open(page, at: offset) }
  }
}

extension Page {
  fileprivate var savedKind: String {
    switch self {
    case .introduction: "introduction"
    case .choosing: "choosing"
    case .layer: "layer"
    case .recap: "recap"
    case .category: "category"
    case .theme: "theme"
    case .tool: "tool"
    }
  }
}

/// A value on a line of its own, whatever bytes it has.
enum SavedValue {
  static func encode(_ value: String) -> VisibleText {
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      if byte <= 0x20 || byte == 0x25 || byte >= 0x7F, byte != 0x20 {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return VisibleText(String(decoding: bytes, as: UTF8.self))
  }

  /// Nil where it was not encoded.
  static func decode(_ text: some Collection<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    default: nil
    }
  }
}
