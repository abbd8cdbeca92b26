import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// What is kept from one run to the next.
@Suite struct SavedTests {
  private func restored(_ saved: String, _ catalog: Catalog = smallCatalog) -> Explorer {
    Explorer(catalog: catalog, configuration: .init(saved: saved), size: Size(columns: 80, rows: 24))
  }

  @Test(arguments: [
    "page category\nof  \n", "page  \n", "guide  \n", "page\n", "level 9\nlayer run\n", "view -1\n",
    "read 99999999999999999999\n",
    "of %\npage layer\n", "layer %4\n", "search %0A\n", " \n \n", "preview 1000\n",
  ])
  func nothingThatIsSavedKillsAStart(saved: String) {
    #expect(restored(saved).screen(80, 24).contains("Small Landscape"))
  }

  @Test func anIdCannotPlantALine() throws {
    let hostile = catalog(
      "landscape: {name: H, layers: [\"l\\nview 3\"]}\nlayers: [{id: \"l\\nview 3\", name: L, categories: [{id: \"c\\nsearch x\", name: C}]}]\n"
    )
    var reader = try explorer("l", in: hostile)
    guard case .save(let saved)? = reader.handle(.key(.character("Q"))).first else {
      Issue.record("nothing saved")
      return
    }
    #expect(!saved.string.split(separator: "\n").contains("view 3"))
    let second = restored(saved.string, hostile)
    #expect(second.mode == .browse)
    #expect(second.context.place == reader.context.place)
    #expect(second.context.searches == [])
  }

  @Test func valuesStandOnTheirLineWhateverTheyHold() {
    for value in ["a b", "100 %", "a\nb\r\u{2028}c", "\u{1B}[31m", "网络", " ", "%41"] {
      let encoded = SavedValue.encode(value).string
      #expect(encoded.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      #expect(SavedValue.decode(encoded.utf8) == value)
    }
  }

  @Test func theSearchesAndTheBookmarkAreKept() throws {
    var reader = try explorer("/mesh up<esc>l3n1", in: smallCatalog)
    guard case .save(let saved)? = reader.handle(.key(.character("Q"))).first else {
      Issue.record("nothing saved")
      return
    }
    let second = restored(saved.string)
    #expect(second.context.searches == ["mesh up"])
    #expect(second.navigation.guide.bookmark?.page == reader.navigation.guide.bookmark?.page)
    #expect(second.context.place == reader.context.place)
  }
}
