import Testing

@testable import StrataSearch

@Suite("Pinyin")
struct PinyinTests {
  private func place(_ word: String, _ text: String, _ breadth: PinyinMatcher.Breadth = .name) -> String? {
    let bytes = Folding.bytes(text)
    return bytes.withUnsafeBufferPointer { bytes in
      PinyinMatcher(Folding.bytes(word))?.place(in: bytes, breadth: breadth)
        .map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test(
    "readings of characters",
    arguments: [
      ("重", ["chong", "zhong"]), ("行", ["hang", "xing"]), ("长", ["chang", "zhang"]), ("率", ["lv", "lu", "shuai"]),
      ("网", ["wang"]), ("调", ["diao", "tiao"]), ("乐", ["le", "yue"]), ("A", []), ("あ", []),
    ])
  func readings(character: String, expected: [String]) {
    let set = Pinyin.standard.set(of: character.unicodeScalars.first!.value)
    let readings = Pinyin.standard.readings(ofSet: set).map { String(decoding: $0, as: UTF8.self) }
    #expect(Set(readings).isSuperset(of: expected))
    #expect(expected.isEmpty == readings.isEmpty)
  }

  @Test(
    "in a name: in full, by initials, mixed, in the middle",
    arguments: [
      ("rongqi", "容器运行时", "容器"), ("rqyxs", "容器运行时", "容器运行时"), ("rongqyxshi", "容器运行时", "容器运行时"),
      ("yunx", "容器运行时", "运行"), ("wangge", "服务网格", "网格"), ("fwwg", "服务网格", "服务网格"), ("服wu网g", "服务网格", "服务网格"),
      ("apiwg", "API 网关", "api 网关"), ("api网guan", "API 网关", "api 网关"), ("chongqing", "重庆", "重庆"),
      ("zhongq", "重庆", "重庆"),
      ("yinhang", "银行", "银行"), ("yunxing", "运行", "运行"), ("xian", "西安", "西安"), ("xian", "先", "先"), ("zh", "中", "中"),
      ("k8srongqi", "K8s 容器", "k8s 容器"), ("sheb", "设备", "设备"), ("shbei", "设备", "设备"), ("nvlv", "女率", "女率"),
      ("nulu", "女率", "女率"),
    ])
  func names(word: String, text: String, expected: String) {
    #expect(place(word, text) == expected)
  }

  @Test(
    "what is not there is not found",
    arguments: [("rongqj", "容器"), ("qirong", "容器"), ("rq1", "容器"), ("rqy", "容器"), ("", "容器"), ("wang", "API")])
  func misses(word: String, text: String) {
    #expect(place(word, text) == nil)
  }

  @Test(
    "in a longer text: two characters in full, or four initials",
    arguments: [
      ("shujuku", "一种数据库，给应用用", "数据库" as String?), ("sjk", "一种数据库，给应用用", nil), ("shuj", "一种数据库", nil),
      ("yzsj", "一种数据库", "一种数据"),
      ("shu", "一种数据库", nil), ("数ju", "一种数据库", "数据"), ("mesh", "什么是服务", nil), ("go", "公司的工具", nil),
    ])
  func bodies(word: String, text: String, expected: String?) {
    #expect(place(word, text, .body) == expected)
    if expected != nil { #expect(PinyinMatcher(Folding.bytes(word))?.canReadBody == true) }
  }

  /// Every way to type a name, made by hand from the table, is found; random letters are found only where one of them fits.
  @Test("against all ways to write a name")
  func exhaustive() {
    var dice = Dice(11)
    for text in ["重庆银行", "网格", "长城", "率行"] {
      var ways: Set<String> = [""]
      for scalar in text.unicodeScalars {
        let readings = Pinyin.standard.readings(ofSet: Pinyin.standard.set(of: scalar.value))
          .map { String(decoding: $0, as: UTF8.self) }
        var parts: Set<String> = [String(scalar)]
        for reading in readings {
          parts.formUnion([reading, String(reading.prefix(1))])
          if reading.dropFirst().first == "h" { parts.insert(String(reading.prefix(2))) }
        }
        ways = Set(ways.flatMap { way in parts.map { way + $0 } })
      }
      for way in ways.shuffled(using: &dice).prefix(300) where way != text {
        // The shortest match that begins there: sh is 率行 (s, h), and 率 alone.
        #expect(place(way, text).map { text.hasPrefix($0) } == true, "\(way)")
      }
      for _ in 0..<300 {
        let word = String((0..<4).map { _ in "cqyhzgwlsx".randomElement(using: &dice)! })
        if place(word, text) == text { #expect(ways.contains(word), "\(word)") }
      }
    }
  }

  @Test("a long word in a long text takes linear time")
  func hostile() {
    let word = String(repeating: "a", count: 60)
    let text = String(repeating: "啊", count: 2000)
    #expect(place(word, text)?.unicodeScalars.count == 60)
    #expect(place(word + "b", text) == nil)
    #expect(place(String(repeating: "a", count: 59) + "b", text) == nil)
  }

  @Test("four letters or more find the characters that begin with them, wherever they stand in a text")
  func initialsInTexts() throws {
    var dice = Dice(7)
    let characters = "容器运行时服务网格重庆银行长安日志数据库x 、"
    let pinyin = Pinyin.standard
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...24, using: &dice)).map { _ in characters.randomElement(using: &dice)! }
      let word = (0..<4).map { _ in "rqysfwgcahzjk".utf8.randomElement(using: &dice)! }
      let matcher = try #require(PinyinMatcher(word))
      let letters = text.map { character in
        pinyin.initials(ofSet: pinyin.set(of: character.unicodeScalars.first!.value))
      }
      let start = (0..<max(0, text.count - 3)).first { start in
        (0..<4).allSatisfy { letters[start + $0] & (1 << UInt32(word[$0] - 0x61)) != 0 }
      }
      let expected = start.map { start in
        let before = String(text[..<start]).utf8.count
        return before..<before + 12
      }
      guard !matcher.canBeReadings, let scanner = PinyinScanner(matcher) else { continue }
      let found = Array(String(text).utf8).withUnsafeBufferPointer { scanner.place(in: $0, from: 0) }
      #expect(found == expected, "\(String(text)) \(String(decoding: word, as: UTF8.self))")
    }
  }

  @Test("in longer texts the scanner finds what the matcher finds, and only where it looks")
  func scannerAndMatcher() {
    var dice = Dice(23)
    let pinyin = Pinyin.standard
    let characters = Array("容器运行时服务网格重庆银行长安日志数据库x 、é")
    var hits = 0
    for _ in 0..<1200 {
      let text = (0..<Int.random(in: 0...20, using: &dice)).map { _ in characters.randomElement(using: &dice)! }
      // Readings, initials and characters of a part of the text, or of none.
      let start = Int.random(in: 0...text.count, using: &dice)
      let word = text[start...].prefix(Int.random(in: 1...5, using: &dice)).map { character -> String in
        let readings = pinyin.readings(ofSet: pinyin.set(of: character.unicodeScalars.first!.value))
        guard let reading = readings.randomElement(using: &dice) else { return String(character) }
        switch Int.random(in: 0..<9, using: &dice) {
        case 0: return String(character)
        case 1: return String(decoding: reading.prefix(1), as: UTF8.self)
        case 2: return "rong"
        default: return String(decoding: reading, as: UTF8.self)
        }
      }
      guard let matcher = PinyinMatcher(Array(word.joined().utf8)) else { continue }
      let scanner = PinyinScanner(matcher)
      let initials = text.reduce(0) {
        $0 | pinyin.initials(ofSet: pinyin.set(of: $1.unicodeScalars.first!.value))
      }
      Array(String(text).utf8).withUnsafeBufferPointer { bytes in
        let expected = matcher.place(in: bytes, breadth: .body)
        #expect(scanner?.place(in: bytes, from: 0) == expected, "\(word.joined()) in \(String(text))")
        guard expected != nil else { return }
        hits += 1
        #expect(scanner?.canBeIn(textWith: initials) == true, "\(word.joined()) in \(String(text))")
      }
    }
    #expect(hits > 150)
  }
}
