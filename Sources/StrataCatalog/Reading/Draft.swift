// Memory: lent.

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
    /// Nil where the file says nothing.
    var aliases: [LocalizedText]?
    var kinds: [Entry] = []
    var facts: [Entry] = []

    init(input: Int, layer: Int, rank: Int) {
      record = Category(
        id: .empty, layer: LayerID(layer), name: .empty, what: .empty, problem: .empty, solution: .empty,
        tooling: .empty, tools: 0..<0, guests: 0..<0, terms: 0..<0, relations: 0..<0)
      self.rank = rank
      self.input = input
    }
  }

  /// A kind, a fact or a tag.
  struct Entry: Layable {
    var id = Text.empty
    var name = LocalizedText.empty
    /// Of a kind.
    var when = LocalizedText.empty
    /// Nil where the file says nothing.
    var aliases: [LocalizedText]?
    /// Ids of tags; of a kind.
    var jobs: [Text]?

    mutating func lay(_ later: Entry) {
      name = later.name.laid(over: name)
      when = later.when.laid(over: when)
      aliases = later.aliases ?? aliases
      jobs = later.jobs ?? jobs
    }
  }

  struct ThemeDraft: Layable {
    var id = Text.empty
    var name = LocalizedText.empty
    var what = LocalizedText.empty
    var location = LocalizedText.empty
    var choosing = LocalizedText.empty
    /// Ids; nil where the file says nothing.
    var tools: [Text]?

    mutating func lay(_ later: ThemeDraft) {
      name = later.name.laid(over: name)
      what = later.what.laid(over: what)
      location = later.location.laid(over: location)
      choosing = later.choosing.laid(over: choosing)
      tools = later.tools ?? tools
    }
  }

  /// A heading over layers, by their ids.
  struct NativeGroup {
    var name = LocalizedText.empty
    var layers: [Text] = []
  }

  struct NativeFeature {
    enum Subject {
      case maturity(UInt8)
      /// By its id.
      case category(Text)
    }

    var subject: Subject
    var label: Text
    var order: Int?
  }

  var landscape = Landscape()
  /// The ids of the layers in reading order.
  var reading: [Text] = []
  var tags: [Entry] = []
  var themes: [ThemeDraft] = []
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
  /// Those of strata's own format.
  var nativeGroups: [NativeGroup] = []
  var nativeFeatures: [NativeFeature] = []
  var maturities = Maturities()

  /// Where the tools of each input begin.
  var toolStarts: [Int] = []

  /// The input that gave a tool.
  func input(ofTool index: Int) -> Int {
    var low = 0
    var high = toolStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if toolStarts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }

  func fields(of tool: Tool) -> ArraySlice<Field> {
    fields[Int(tool.firstField)..<Int(tool.firstField) + Int(tool.fieldCount)]
  }

  mutating func setFields(_ new: some Collection<Field>, ofTool index: Int) {
    var tool = tools[index]
    setFields(new, of: &tool)
    tools[index] = tool
  }

  /// Gives a tool other fields, behind all that there are; those past what a tool can have are left out.
  mutating func setFields(_ new: some Collection<Field>, of tool: inout Tool) {
    guard let first = UInt32(exactly: fields.count) else { return }
    tool.firstField = first
    tool.fieldCount = UInt16(clamping: new.count)
    fields += new.prefix(Int(UInt16.max))
  }
}

extension Tool {
  /// A tool about to be read into a category of the draft, its fields behind the `fieldCount` that there are.
  init(category: Int, behind fieldCount: Int) {
    // The size of the files keeps both far below four thousand million.
    self.init(category: UInt32(clamping: category), firstField: UInt32(clamping: fieldCount))
  }

  init(category: UInt32, firstField: UInt32) {
    self.init(
      id: .empty, name: .empty, summary: .empty, homepage: .empty, repository: .empty, maturity: 0, fieldCount: 0,
      categoryIndex: category, firstField: firstField)
  }
}

/// The words of maturity, numbered as met; the first five are always the same.
struct Maturities {
  /// The number of `archived`.
  static let archived = 4
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
