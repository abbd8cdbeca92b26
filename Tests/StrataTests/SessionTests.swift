import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataText
import Testing

@testable import strata

@Suite struct SessionTests {
  /// Presses two keys at once and the others while nothing is to be done, and notes what the loop does.
  private struct Witness: Host {
    enum Step: Hashable {
      case frame
      /// For an event, so many milliseconds; −1: until there is one.
      case wait(Int)
    }

    let size = Size(columns: 80, rows: 24)
    private let count: Int
    private var keys: [Key]
    private(set) var steps: [Step] = []

    init(keys: [Key]) {
      self.keys = keys
      count = keys.count
    }

    mutating func present(_ frame: borrowing Frame) { steps.append(.frame) }

    mutating func nextEvent(within milliseconds: Int?) -> Event? {
      steps.append(.wait(milliseconds ?? -1))
      if milliseconds != nil, keys.count <= count - 2 { return nil }
      return keys.isEmpty ? .terminate(status: 0) : .key(keys.removeFirst())
    }

    mutating func suspend() {}
    mutating func forgetScreen() {}
    mutating func copy(_ text: VisibleText) -> String? { nil }
  }

  @Test func aFrameIsHandedOnBeforeWorkGoesOn() throws {
    var configuration = Explorer.Configuration()
    configuration.usesColor = false
    let textWidth = TextWidth(ambiguousIsWide: false, drawsASCII: false)
    let explorer = Explorer(
      catalog: ShippedCatalog.open(), configuration: configuration, size: Size(columns: 80, rows: 24))
    var session = Session(
      explorer: explorer, textWidth: textWidth, words: ScreenWords[.en], files: nil, state: nil, opener: nil)
    var witness = Witness(keys: try Key.sequence("/mesh"))
    #expect(session.run(on: &witness) == 0)
    let pairs = zip(witness.steps, witness.steps.dropFirst())
    let afterFrames = pairs.filter { $0.0 == .frame }.map(\.1)
    // The index grows while one types: there is work after some frames, and it waits; nothing else does.
    #expect(afterFrames.contains(.wait(1)))
    #expect(Set(afterFrames).isSubset(of: [.wait(1), .wait(-1)]))
    #expect(pairs.allSatisfy { $0.1 != .wait(1) || $0.0 == .frame })
    #expect(witness.steps.contains(.wait(0)))
  }
}
