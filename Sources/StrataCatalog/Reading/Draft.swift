/// A catalog in the making: what the readers append to, before ids are joined and everything is put in order.
///
/// Readers append only, file after file. `Draft+Finish.swift` then joins what has the same id, sorts and counts.
struct Draft {
  /// A layer as one file gives it.
  struct LayerDraft {
    var record: Layer
    /// Nil where the file says nothing.
    var kind: Layer.Kind?
    /// The place among the layers; equal ranks stay as read.
    var rank: Int
    /// The catalog on the command line that it belongs to.
    var input: Int
    var keywords: [Text] = []

    init(input: Int, rank: Int) {
      record = Layer(
        id: .empty, kind: .floor, name: .empty, summary: .empty, recap: .empty, categories: 0..<0)
      self.rank = rank
      self.input = input
    }
  }

  /// A category as one file gives it. `record.layer` is an index into `Draft.layers`.
  struct CategoryDraft {
    var record: Category
    var rank: Int
    var input: Int
    /// Nil where the file says nothing.
    var terms: [Term]?
    var relations: [(category: Text, reason: LocalizedText)]?
    var keywords: [Text] = []

    init(input: Int, layer: Int, rank: Int) {
      record = Category(
        id: .empty, layer: LayerID(layer), name: .empty, what: .empty, problem: .empty, solution: .empty,
        tooling: .empty, tools: 0..<0, guests: 0..<0, terms: 0..<0, relations: 0..<0)
      self.rank = rank
      self.input = input
    }
  }

  var landscape = Landscape()
  /// Where `landscape` was given, by the input that gave it last.
  var landscapeOrigin: (input: Int, text: Text)?
  /// The order of layers that a landscape asks for, by input.
  var layerOrders: [(input: Int, ids: [Text])] = []
  var layers: [LayerDraft] = []
  var categories: [CategoryDraft] = []
  /// `categoryIndex` is an index into `Draft.categories`.
  var tools: [Tool] = []
  var fields: [Field] = []
  /// Tools that say that they are no end users.
  var notEndUsers: Set<Int> = []
  /// For each second path that leads nowhere its tool.
  var danglingPaths: [Int] = []
  var groups: [(name: LocalizedText, layers: [Int])] = []
  var features: [Feature] = []
  var maturities = Maturities()

  /// Where the tools of each input begin.
  var toolStarts: [Int] = []

  /// The input that gave a tool.
  func input(ofTool index: Int) -> Int {
    var input = toolStarts.count - 1
    while input > 0, toolStarts[input] > index { input -= 1 }
    return input
  }
}

extension Tool {
  /// A tool about to be read into a category of the draft.
  init(category: UInt32, firstField: UInt32) {
    self.init(
      id: .empty, name: .empty, summary: .empty, homepage: .empty, repository: .empty, maturity: 0, fieldCount: 0,
      categoryIndex: category, firstField: firstField)
  }
}

/// The words of maturity, numbered as met; the first five are always the same.
struct Maturities {
  private(set) var words = ["", "graduated", "incubating", "sandbox", "archived"]
  private var bytes: [[UInt8]]

  init() {
    bytes = words.map { Array($0.utf8) }
  }

  /// The number of a word, ASCII case and outer blanks as written; nil where there is no number left for a new one.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> UInt8? {
    for index in bytes.indices where bytes[index].count == word.count && bytes[index].elementsEqual(word) {
      return UInt8(index)
    }
    guard bytes.count <= 255 else { return nil }
    bytes.append(Array(word))
    words.append(String(decoding: word, as: UTF8.self))
    return UInt8(bytes.count - 1)
  }
}
