import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// What is typed faster than frames are drawn: of letters that more letters follow nothing is made.
@Suite struct BurstTests {
  /// Presses keys that are all there at once: each but the last is followed.
  private func press(_ keys: String, at once: Bool, _ explorer: inout Explorer) throws {
    let keys = try Key.sequence(keys)
    for (index, key) in keys.enumerated() {
      _ = explorer.handle(.key(key), isFollowed: once && index < keys.count - 1)
    }
    while explorer.hasWork, explorer.advance() {}
    explorer.settle()
  }

  @Test func lettersThatOthersFollowAreNotSearchedFor() throws {
    var explorer = try explorer("/")
    for letter in "mes" {
      _ = explorer.handle(.key(Key(.character(letter))), isFollowed: true)
      #expect(explorer.unsettledEvents > 0)
    }
    #expect(explorer.results?.field.text == "mes")
    #expect(explorer.work.searcher.query.text.isEmpty)
    _ = explorer.handle(.key(Key(.character("h"))))
    #expect(explorer.unsettledEvents == 0)
    #expect(explorer.work.searcher.query.text == "mesh")
  }

  /// What a key does depends on what was found: it is found before.
  @Test func aKeyBehindLettersMeetsWhatTheyFound() throws {
    for keys in [
      "/kubernetes <Enter>", "/mesh<Down><Down><Enter>", ":stat<Enter>", "?esc<Down><Enter>", "/mes<Esc>j",
      "/kyve<Tab>x",
    ] {
      var (single, burst) = (try explorer(), try explorer())
      try press(keys, at: false, &single)
      try press(keys, at: true, &burst)
      #expect(burst.unsettledEvents == 0)
      #expect(single.screen(80, 24) == burst.screen(80, 24), "\(keys)")
    }
  }

  /// Whatever comes, in bursts of whatever length: the prompt, the mode and the place are those of the keys. The index stands, and
  /// Tab, which takes what was found by then, is none of them: what is found is no matter of time.
  @Test func burstsOfAnyLengthLeadWhereTheirKeysLead() throws {
    var state: UInt64 = 5
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let keys = [
      "k", "u", "b", "e", " ", "m", "容", "<Backspace>", "/", ":", "?", "<Enter>", "<Esc>", "<Down>", "<Up>", "<Right>",
      "<Left>", "f",
      "<Ctrl-U>", "2", "1",
    ]
    for round in 0..<40 {
      var single = try explorer("", 100, 30)
      try press("/x<Esc><Esc>", at: false, &single)
      while single.advance() {}
      var burst = single
      for _ in 0..<6 {
        let burstKeys = (0...random(12)).map { _ in keys[random(keys.count)] }.joined()
        try press(burstKeys, at: false, &single)
        try press(burstKeys, at: true, &burst)
        #expect(single.mode == burst.mode, "round \(round): \(burstKeys)")
        #expect(single.context.place == burst.context.place, "round \(round): \(burstKeys)")
        #expect(single.results?.field.text == burst.results?.field.text, "round \(round): \(burstKeys)")
        #expect(burst.frame(100, 30) == burst.madeAnew.frame(100, 30), "round \(round): \(burstKeys)")
      }
    }
  }
}
