/// The anchors of one document, and a bound on what aliases make reachable.
///
/// An alias copies nothing, but whoever walks the tree through aliases meets the anchored node again each time. The sum
/// of what they would meet, in bytes of source, is bounded, so that no file can drive a walk.
struct Anchors {
  enum Target {
    case node(UInt32)
    case undefined
    /// The node the alias stands in.
    case open
    case tooLarge(limit: Int)
  }

  private struct Entry {
    var node: UInt32
    var weight: UInt32

    /// The weight while the node is open.
    static let open = UInt32.max

    init(node: UInt32, weight: Int?) {
      self.node = node
      self.weight = weight.map { UInt32(min($0, Anchors.limit + 1)) } ?? Self.open
    }
  }

  private let bytes: ByteView
  private var entries = NameTable<Entry>()
  /// The collections with an anchor that have not ended, and what was reachable when they began.
  private var open: [(node: UInt32, entry: Int, reachable: Int)] = []
  /// What the document's aliases make reachable.
  private var reachable = 0
  /// Ten times the source and 1 MiB, in bytes; of a large source less.
  private let limit: Int
  private static let limit = 1 << 31

  init(_ bytes: ByteView) {
    self.bytes = bytes
    limit = min(10 * bytes.count + 1 << 20, Self.limit)
  }

  mutating func removeAll() {
    if !entries.isEmpty { entries = NameTable() }
    open.removeAll(keepingCapacity: true)
  }

  mutating func define(_ name: Range<Int>, node: UInt32, weight: Int?) {
    let entry = entries.define(name, as: Entry(node: node, weight: weight))
    if weight == nil { open.append((node, entry, reachable)) }
  }

  /// The anchored collection has ended.
  mutating func close(_ node: UInt32, weight: Int) {
    guard let last = open.popLast() else { return }
    entries[last.entry] = Entry(node: node, weight: weight + reachable - last.reachable + 1)
  }

  mutating func resolve(_ name: Range<Int>) -> Target {
    guard let index = entries.find(name, in: bytes) else { return .undefined }
    let entry = entries[index]
    guard entry.weight != Entry.open else { return .open }
    let weight = Int(entry.weight)
    guard reachable + weight <= limit else { return .tooLarge(limit: limit) }
    reachable += weight
    return .node(entry.node)
  }
}
