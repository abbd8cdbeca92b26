import Testing

@testable import StrataSearch

@Suite("A word is found in bytes")
struct ByteFinderTests {
  /// Memory of just the size that a finder may read.
  private func withMemory(_ text: [UInt8], after: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + ByteFinder.padding)
    defer { memory.deallocate() }
    for place in 0..<text.count { memory[place] = text[place] }
    for place in 0..<ByteFinder.padding { memory[text.count + place] = after[place % after.count] }
    body(UnsafeBufferPointer(start: memory, count: text.count + ByteFinder.padding))
  }

  private func plainPlace(of word: [UInt8], in text: [UInt8], from start: Int) -> Int {
    guard word.count <= text.count else { return -1 }
    return (start..<max(start, text.count - word.count + 1)).first { text[$0..<$0 + word.count].elementsEqual(word) }
      ?? -1
  }

  @Test("where it stands first, and nowhere behind the end", arguments: 0..<8)
  func places(seed: Int) {
    var dice = Dice(UInt64(seed))
    for _ in 0..<400 {
      let letters = Array("abcdefgh".utf8.prefix(Int.random(in: 1...8, using: &dice)))
      func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in letters.randomElement(using: &dice)! } }
      let text = random(Int.random(in: 0...200, using: &dice))
      var word = random([1, 2, 3, 7, 8, 9, 15, 47, 48, 49, 60].randomElement(using: &dice)!)
      if Bool.random(using: &dice), word.count <= text.count {
        let start = Int.random(in: 0...text.count - word.count, using: &dice)
        word = Array(text[start..<start + word.count])
      }
      var frequency = [UInt32](repeating: 0, count: 256)
      if Bool.random(using: &dice) { for byte in text { frequency[Int(byte)] += 1 } } else { frequency = [] }
      let finder = ByteFinder(word, frequency: frequency)
      // What comes after the end completes the word, where it can.
      withMemory(text, after: Array(word.suffix(max(1, word.count - 1)))) { memory in
        for start in Set([0, 1, text.count / 2, text.count]) where start <= text.count {
          let place = plainPlace(of: word, in: text, from: start)
          #expect(finder.find(memory, from: start, to: text.count) == place, "\(word) in \(text) from \(start)")
          guard start < text.count else { continue }
          let stands = finder.tailStands(memory, at: start)
          #expect(finder.find(memory, near: start, tailStands: stands, to: text.count) == place)
        }
      }
    }
  }
}
