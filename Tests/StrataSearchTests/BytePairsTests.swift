import StrataCatalog
import Testing

@testable import StrataSearch

@Suite("Bytes that stand side by side")
struct BytePairsTests {
  @Test("a text may have all words that are in it, and none of which two bytes are apart in it")
  func words() {
    let text = Array("kube-virt runs 虚拟机".utf8)
    let pairs = text.withUnsafeBufferPointer { BytePairs(of: $0) }
    for start in text.indices {
      for end in start..<text.count { #expect(pairs.mayHave(Array(text[start...end]))) }
    }
    for word in ["virtk", "vk", "zz", "机虚", "sk"] { #expect(!pairs.mayHave(Array(word.utf8)), "\(word)") }
    // One byte has no neighbor; pairs far apart make words that are not there.
    #expect(pairs.mayHave(Array("z".utf8)))
    #expect(pairs.mayHave(Array("rte".utf8)) == false)
  }
}
