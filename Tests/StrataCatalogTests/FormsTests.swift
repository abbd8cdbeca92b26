import Testing

@testable import StrataCatalog

@Suite struct FormsTests {
  private func bytes<R>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }

  @Test(arguments: [
    ("harbor", true), ("a", true), ("k3s", true), ("3scale", true), ("a-b-c", true), ("", false), ("-", false),
    ("-a", false), ("a-", false), ("a--b", false), ("A", false), ("a b", false), ("a_b", false), ("容器", false),
  ])
  func `an id is lower-case words joined by hyphens`(_ id: String, _ isID: Bool) {
    #expect(bytes(id, Forms.isID) == isID)
  }

  @Test(arguments: [
    ("Certified Kubernetes - Hosted", "certified-kubernetes-hosted"),
    ("PaaS/Container Service", "paas-container-service"),
    ("Argo (member)", "argo-member"), ("C++", "c"), ("  k3s  ", "k3s"), ("Ænix", "ænix"), ("阿里云 ACK", "阿里云-ack"),
    ("???", ""), ("", ""), ("R&D", "r-d"), ("İstio", "i̇stio"),
  ])
  func `a slug is a name's words in lower case`(_ name: String, _ slug: String) {
    #expect(Forms.slug(name) == slug)
  }

  @Test(arguments: [
    ("2018-07-31", true), ("2020-02-29", true), ("2000-02-29", true), ("1900-02-29", false), ("2019-02-29", false),
    ("2018-13-01", false), ("2018-00-01", false), ("2018-04-31", false), ("2018-01-00", false), ("0000-01-01", false),
    ("2018-7-31", false), ("2018-07-31T", false), ("2018/07/31", false), ("", false), ("２018-07-31", false),
  ])
  func `a date is a day of the calendar`(_ date: String, _ isDate: Bool) {
    #expect(bytes(date, Forms.isDate) == isDate)
  }

  @Test(arguments: [
    ("2018", true), ("2018-07", true), ("2018-07-31", true), ("0000", false), ("2018-00", false), ("2018-13", false),
    ("2018-7", false), ("2018-02-30", false), ("201", false), ("20187", false), ("2018-", false), ("2018/07", false),
    ("", false), ("soon", false), ("2018-07-31 ", false),
  ])
  func `a period is a year, a month or a day`(_ period: String, _ isPeriod: Bool) {
    #expect(bytes(period, Forms.isPeriod) == isPeriod)
  }

  @Test(
    arguments: [
      ("https://goharbor.io", nil), ("HTTP://goharbor.io:80/a?b@c#d", nil), ("https://例子.example/", nil),
      ("goharbor.io", "not an http or https address"), ("ftp://goharbor.io", "not an http or https address"),
      ("https:/goharbor.io", "not an http or https address"), ("https://", "an address without a host"),
      ("https:///a", "an address without a host"), ("https://:80", "an address without a host"),
      ("https://a@b", "an address with a user name or password in it"),
      ("https://a b", "an address with a blank or a control character in it"),
      ("https://a\u{7}", "an address with a blank or a control character in it"),
    ] as [(String, String?)])
  func `an address is http or https, with a host and without a user`(_ address: String, _ fault: String?) {
    #expect(bytes(address) { Forms.fault(ofAddress: $0)?.words } == fault)
  }
}

@Suite struct NearestTests {
  @Test(
    arguments: [
      ("hompage", "homepage"), ("hoempage", "homepage"), ("licence", "license"), ("homepagee", "homepage"),
      ("HOMEPAGE", "homepage"), ("colour", nil), ("x", nil), ("", nil), ("nmae", "name"),
    ] as [(String, String?)])
  func `finds the key that was meant`(_ word: String, _ meant: String?) {
    #expect(Nearest.likely(word, among: ["name", "homepage", "license", "summary"]) == meant)
  }

  @Test func `counts the changes, and takes the first of equals`() {
    func match(_ word: String, _ words: [String]) -> (index: Int, changes: Int)? {
      var steps = 1000
      return NearestIndex(words).match(word, steps: &steps)
    }
    #expect(match("abc", ["abd", "abe"])?.index == 0)
    #expect(match("abc", ["xyz"])?.changes == 3)
    #expect(match("abc", ["acb"])?.changes == 1)
    #expect(match("abc", []) == nil)
    #expect(match("", ["abc"])?.changes == 3)
  }

  @Test func `words of any length are compared in bounded time`() {
    let long = String(repeating: "a", count: 1_000_000)
    var steps = 10_000
    #expect(NearestIndex([long + "b"]).match(long, steps: &steps)?.changes == 0)
  }
}

@Suite struct IDTableTests {
  /// Hashes that are bad each in its own way, and a good one.
  enum Hash: CaseIterable {
    case constant, highBits, lowBits, spread

    func callAsFunction(_ index: Int) -> Int {
      switch self {
      case .constant: 7
      case .highBits: index << 40
      case .lowBits: index & 3
      case .spread: index &* 0x1E37_79B9_7F4A_7C15
      }
    }
  }

  @Test(arguments: Hash.allCases)
  func `finds what was put in, and nothing else`(_ hash: Hash) {
    for count in [0, 1, 2, 3, 7, 8, 9, 100, 1000] {
      var table = IDTable(capacity: count % 2 == 0 ? count : 0)
      for index in 0..<count { table.insert(index, hash: hash(index), rehash: { hash($0) }) }
      for index in 0..<count + 10 {
        let found = table.find(hash: hash(index)) { $0 == index }
        #expect(found == (index < count ? index : nil))
      }
      table.renumber { count - 1 - $0 }
      for index in 0..<count {
        #expect(table.find(hash: hash(index)) { $0 == count - 1 - index } == count - 1 - index)
      }
    }
  }
}

@Suite struct MaturitiesTests {
  @Test func `there is room for 255 words`() {
    var maturities = Maturities()
    for number in 5...300 {
      let word = Array("word\(number)".utf8)
      let found = word.withUnsafeBufferPointer { maturities.number(of: $0) }
      #expect(found == (number <= 255 ? UInt8(number) : nil))
    }
    #expect(maturities.words.count == 256)
  }
}
