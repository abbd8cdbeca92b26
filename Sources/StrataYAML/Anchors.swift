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
    /// Nil while the node is open.
    var weight: Int?
  }

  private var entries: [[UInt8]: Entry] = [:]
  /// The collections with an anchor that have not ended, and what was reachable when they began.
  private var open: [(node: UInt32, name: [UInt8], reachable: Int)] = []
  /// What the document's aliases make reachable.
  private var reachable = 0
  private var limit = 0

  init(limit: Int = 0) {
    self.limit = limit
  }

  mutating func removeAll() {
    if !entries.isEmpty { entries = [:] }
    open.removeAll(keepingCapacity: true)
  }

  mutating func define(_ name: UnsafeBufferPointer<UInt8>, node: UInt32, weight: Int?) {
    let name = Array(name)
    entries[name] = Entry(node: node, weight: weight)
    if weight == nil { open.append((node, name, reachable)) }
  }

  /// The anchored collection has ended.
  mutating func close(_ node: UInt32, weight: Int) {
    guard let last = open.popLast() else { return }
    // The name may have been given to another node inside.
    if entries[last.name]?.node == node {
      entries[last.name]?.weight = weight + reachable - last.reachable + 1
    }
  }

  mutating func resolve(_ name: UnsafeBufferPointer<UInt8>) -> Target {
    guard let entry = entries[Array(name)] else { return .undefined }
    guard let weight = entry.weight else { return .open }
    reachable += weight
    if reachable > limit {
      reachable -= weight
      return .tooLarge(limit: limit)
    }
    return .node(entry.node)
  }
}
