import StrataYAML
import Testing

@testable import StrataCatalog

/// What looks at eight bytes at a time, or takes a shorter way, against what does not.
@Suite struct FastPathTests {
  @Test func `names' keys are those of the slow way`() {
    for name in texts(of: ["a", "B", " ", "&", "\t", "\n", "é", "\u{7F}", "\u{1F}"], upTo: 4) {
      #expect(Join.key(name) == Join.slowKey(name), "\(name.debugDescription)")
    }
    #expect(Join.key("Observability  &\tAnalysis ") == "observability and analysis")
  }

  @Test func `hosts are those of the slow way`() {
    let pieces = ["a", "B", "1", ".", "-", "/", "?", "#", "@", ":", " ", "\t", "é", "\\", "["]
    for rest in texts(of: pieces, upTo: 3) {
      for start in ["", "https://", "http://", "HTTPS://", "https://a.b"] {
        let address = start + rest
        let (fast, slow) = (WebHost.host(of: address), WebHost.slowHost(of: address))
        #expect("\(fast)" == "\(slow)", "\(address)")
      }
    }
    #expect((try? WebHost.host(of: "https://WWW.Example.org/a").get()) == "www.example.org")
  }

  @Test func `there is a text for each language`() {
    var text = LocalizedText.empty
    for language in Language.allCases { text[language] = Text(offset: UInt32(language.index), length: 1) }
    #expect(Array(text.all).count == Language.allCases.count)
    #expect(MemoryLayout<InEachLanguage<Text>>.size == MemoryLayout<Text>.size * Language.allCases.count)
    #expect(Language.allCases.map(\.index) == Array(Language.allCases.indices))
  }

  /// All texts of up to `length` pieces.
  private func texts(of pieces: [String], upTo length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { start in pieces.map { start + $0 } }
      all += last
    }
    return all
  }

  @Test func `a slug of ASCII is that of characters`() {
    for text in texts(of: ["A", "z", "0", "-", " ", "é"], upTo: 5) {
      #expect(Forms.slug(text) == Forms.slugOfCharacters(text))
    }
    for byte in UInt8(0)..<0x80 {
      let text = "a" + String(decoding: [byte], as: UTF8.self) + "B"
      #expect(Forms.slug(text) == Forms.slugOfCharacters(text))
    }
  }

  @Test func `every blank and control character of an address is found, wherever it is`() {
    for length in 0...20 {
      for place in 0...length {
        for byte in UInt8.min...UInt8.max {
          var address = Array("https://h".utf8) + Array(repeating: UInt8(ascii: "a"), count: length)
          address.insert(byte, at: 9 + place)
          let fault = address.withUnsafeBufferPointer { Forms.fault(ofAddress: $0) }
          let isBlank = if case .blank? = fault { true } else { false }
          #expect(isBlank == (byte <= 0x20 || byte == 0x7F))
        }
      }
    }
  }

  @Test func `a scheme is known whatever the case of its letters, and no other byte passes for one of it`() {
    for (address, length) in [("https://host", 8), ("http://hosts", 7), ("http://h", 7)] {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var bytes = Array(address.utf8)
          let wanted = bytes[place]
          bytes[place] = byte
          let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(wanted)
          let isSame = byte == wanted || (isLetter && byte == wanted & ~0x20)
          let fault = bytes.withUnsafeBufferPointer { Forms.fault(ofAddress: $0) }
          if (fault == nil) != isSame { Issue.record("\(address): byte \(byte) at \(place)") }
        }
      }
    }
    for short in ["", "h", "http:/", "http://", "https:/", "https://"] {
      let fault = Array(short.utf8).withUnsafeBufferPointer { Forms.fault(ofAddress: $0) }
      #expect(fault != nil, "\(short)")
    }
  }

  @Test func `an organization's page at Crunchbase has a name, and nothing behind it but a slash`() {
    let hosts = [
      "https://www.crunchbase.com", "HTTPS://www.Crunchbase.COM", "https://crunchbase.com", "https://www.crunchbase.co",
    ]
    for path in texts(of: ["/", "organization", "Organization", "a"], upTo: 5) {
      for host in hosts {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isName = parts.count >= 3 && parts[0].isEmpty && parts[1] == "organization" && !parts[2].isEmpty
        let isOne = isName && (parts.count == 3 || parts.count == 4 && parts[3].isEmpty)
        let isThere = host.lowercased() == hosts[0]
        #expect(Reader.isOrganization(host + path) == (isThere && isOne), "\(host + path)")
      }
    }
  }

  @Test func `line feeds are counted before any place`() {
    func check(_ bytes: [UInt8], at offsets: some Sequence<Int>) {
      bytes.withUnsafeBufferPointer { buffer in
        let feeds = LineFeeds(in: buffer)
        for offset in offsets {
          #expect(feeds.count(before: offset, in: buffer) == bytes[..<offset].count { $0 == 0x0A })
        }
      }
    }
    for bits in 0..<1 << 10 {
      for length in [10, 16, 17, 33] {
        // The neighbors of a line feed, and bytes with bit 7.
        let others: [UInt8] = [0x0B, 0x09, 0x8A, 0x00, 0xFF]
        check((0..<length).map { bits >> ($0 % 10) & 1 == 1 ? 0x0A : others[$0 % 5] }, at: [0, length / 2, length])
      }
    }
    // Blocks, whole and begun, and one of nothing but line feeds.
    for length in [0, 2047, 2048, 2049, 6000] {
      let offsets = [0, 1, 2047, 2048, 2049, 4095, 4096, 4097, length].filter { $0 <= length }
      check(Array(repeating: 0x0A, count: length), at: offsets)
      check((0..<length).map { $0.isMultiple(of: 7) ? 0x0A : 0x61 }, at: offsets)
    }
  }

  @Test(
    arguments: [
      ("https://goharbor.io", "goharbor.io"),
      ("http://www.GitHub.com/Argoproj/Argo-CD.git/", "github.com/argoproj/argo-cd"),
      ("HTTPS://WWW.Example.org:443/A/b/#x", "example.org/A/b"), ("https://example.org.:80//", "example.org"),
      ("https://example.org?a=B", "example.org?a=B"), ("https://www.", "www"),
      ("https://gitlab.com/.git", "gitlab.com/"),
      ("https://a.b/x.git", "a.b/x.git"), ("ftp://a.b", nil), ("https://", nil),
      ("https://www.gitee.com:80/X", "gitee.com/x"),
    ] as [(String, String?)])
  func `the key of an address is what two addresses of one thing have in common`(_ address: String, _ key: String?) {
    let found = Array(address.utf8).withUnsafeBufferPointer(AddressKey.key)
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == key)
  }

  @Test func `of a repository's address only ASCII letters lose their case, wherever they stand`() {
    let signs: [UInt8] = [0x7F] + "#".utf8
    for byte in UInt8(0x21)...0xFF where !signs.contains(byte) {
      for length in 1..<20 {
        let path = Array(repeating: byte, count: length) + [UInt8(ascii: "z")]
        let lower = path.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 0x20 : $0 }
        let found = (Array("https://GitHub.com/".utf8) + path).withUnsafeBufferPointer(AddressKey.key)
        #expect(found == Array("github.com/".utf8) + lower, "\(byte), \(length)")
      }
    }
  }

  @Test func `a landscape2 file joins the image as it joins what was read`() throws {
    let known = """
      layers:
        - id: runtime
          name: {en: Runtime, zh: 运行时层}
          categories:
            - id: storage
              name: {en: Storage, zh: 存储}
              tools:
                - {id: rook, name: Rook, homepage: https://rook.io, summary: {en: Own., zh: 自己。}, aliases: [castle]}
                - {id: twin, name: Twin, homepage: https://rook.io, repository: https://github.com/twin/twin}
                - {id: moved, name: Moved, homepage: https://new.example, former: [https://old.example]}
      """
    let file = """
      landscape:
        - category:
          name: Runtime
          subcategories:
            - subcategory:
              name: Storage
              items:
                - {item: null, name: Rook, homepage_url: 'https://www.rook.io/', repo_url: https://github.com/rook/rook}
                - {item: null, name: Twins, repo_url: https://github.com/Twin/Twin.git}
                - {item: null, name: Moved, homepage_url: https://old.example}
                - {item: null, name: Stranger, homepage_url: https://stranger.example}
      """
    let shipped = try #require(read(("known.yaml", known)).catalog)
    let image = Catalog(static: ImageTests.placed(shipped.image()))
    func joined(with shipped: Catalog) throws -> [String] {
      let source = Catalog.Source(name: "landscape.yml", bytes: Array(file.utf8))
      let catalog = try #require(Catalog.read([Catalog.Input(files: [source])], shipped: shipped).catalog)
      return catalog.tools.indices.map { ListReport.json(of: ToolID($0), in: catalog) }
    }
    let plain = try joined(with: shipped)
    #expect(plain[0].contains(#""zh": "自己。""#))
    #expect(plain[0].contains("castle"))
    #expect(try joined(with: image) == plain)
  }

  @Test func `a file with room behind its bytes is not copied, however much is added to it`() throws {
    let data = Array(
      """
      landscape:
        - name: Runtime
          subcategories:
            - name: Storage
              items: [{name: Rook One, homepage_url: "https://rook.io"}]
      """.utf8)
    let guide = Array("categories: [{category: Runtime, content: Where data live.}]".utf8)
    func isCopied(room: Int, isHeld: Bool) throws -> Bool {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(data.count + room)
      bytes += data
      let held = isHeld ? bytes : []
      let address = bytes.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
      let input = Catalog.Input(
        files: [Catalog.Source(name: "landscape.yml", bytes: consume bytes)],
        guide: Catalog.Source(name: "guide.yml", bytes: guide))
      let catalog = try #require(Catalog.read([consume input]).catalog)
      #expect(
        catalog.string(catalog.layers[0].guide[.en]) == "Where data live." && held.count == (isHeld ? data.count : 0))
      return catalog.store.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } != address
    }
    #expect(try !isCopied(room: 4096, isHeld: false))
    #expect(try isCopied(room: 4096, isHeld: true))
  }
}
