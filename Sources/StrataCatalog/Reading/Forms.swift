// Memory: lent; words of eight bytes as long as so many are left.

/// What the values of a catalog look like: ids, dates, addresses.
enum Forms {
  /// Whether the bytes are lower-case words (letters and digits) joined by single hyphens.
  static func isID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var wasHyphen = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): wasHyphen = false
      case UInt8(ascii: "-"):
        if wasHyphen { return false }
        wasHyphen = true
      default: return false
      }
    }
    return !wasHyphen
  }

  /// The id made of a name: lower-case words joined by hyphens. Letters of other scripts stay.
  ///
  /// `Certified Kubernetes - Hosted` → `certified-kubernetes-hosted`. Empty where nothing of the name remains.
  static func slug(_ name: String) -> String {
    var name = name
    if let slug = name.withUTF8(slugOfASCII) { return slug }
    return slugOfCharacters(name)
  }

  /// The id of a name that is ASCII, as nearly all are; nil for any other.
  private static func slugOfASCII(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    guard name.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: name.count) { slug in slugOfASCII(name, to: slug) ?? 0 }
  }

  /// Writes the id of a name that is ASCII to memory of the name's length; gives its own, nil for any other name.
  static func slugOfASCII(_ name: UnsafeBufferPointer<UInt8>, to slug: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    var count = 0
    var isBetweenWords = false
    for byte in name {
      if byte >= 0x80 { return nil }
      let isUpper = byte &- 0x41 < 26
      let isWord = isUpper || byte &- 0x61 < 26 || byte &- 0x30 < 10
      if isWord {
        if isBetweenWords, count > 0 {
          slug[count] = UInt8(ascii: "-")
          count += 1
        }
        slug[count] = isUpper ? byte | 0x20 : byte
        count += 1
      }
      isBetweenWords = !isWord
    }
    return count
  }

  static func slugOfCharacters(_ name: String) -> String {
    var slug = ""
    var isBetweenWords = false
    for scalar in name.unicodeScalars {
      let isWord = isWordPart(scalar)
      if isWord {
        if isBetweenWords, !slug.isEmpty { slug.append("-") }
        switch scalar.value {
        case 0x41...0x5A: slug.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
        case 0..<0x80: slug.unicodeScalars.append(scalar)
        default: slug.append(scalar.properties.lowercaseMapping)
        }
      }
      isBetweenWords = !isWord
    }
    return slug
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Whether the text is a day of the calendar as ISO 8601 writes it: `2018-07-31`.
  static func isDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      year > 0, (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  /// Whether the text is a year, a month or a day of the calendar as ISO 8601 writes them: `2018`, `2018-07`.
  static func isPeriod(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let year = number(bytes.prefix(4)), bytes.count >= 4, year > 0 else { return false }
    if bytes.count == 4 { return true }
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let month = number(bytes[5..<7]) else {
      return isDate(bytes)
    }
    return (1...12).contains(month)
  }

  /// What keeps a text from being an address that strata opens.
  enum AddressFault: Error {
    /// Another scheme, or none; `host` tells whether the text would do with `https://` before it.
    case notHTTP(looksLikeHost: Bool)
    case noHost
    /// A name or a password before the host.
    case userInfo
    /// A blank or a control character.
    case blank
    /// A host with a character that none has, or numbers that are no address.
    case badHost
    case badPort
  }

  static func fault(ofAddress bytes: UnsafeBufferPointer<UInt8>) -> AddressFault? {
    switch authority(ofAddress: bytes) {
    case .success: nil
    case .failure(let fault): fault
    }
  }

  /// Where the authority of an address stands (`example.org:80` in `https://example.org:80/a`), or what is wrong with it.
  static func authority(ofAddress bytes: UnsafeBufferPointer<UInt8>) -> Result<Range<Int>, AddressFault> {
    if hasBlank(bytes) { return .failure(.blank) }
    guard let host = schemeLength(bytes) else {
      let hasScheme = bytes.contains(UInt8(ascii: ":"))
      return .failure(.notHTTP(looksLikeHost: !hasScheme && bytes.contains(UInt8(ascii: "."))))
    }
    var end = host
    var hasUser = false
    while end < bytes.count {
      let byte = bytes[end]
      // Letters stand above all that is looked for.
      if byte <= UInt8(ascii: "@") {
        if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
        hasUser = hasUser || byte == UInt8(ascii: "@")
      }
      end += 1
    }
    if hasUser { return .failure(.userInfo) }
    if host == end || bytes[host] == UInt8(ascii: ":") { return .failure(.noHost) }
    return .success(host..<end)
  }

  /// The length of `https://` or `http://` at an address's beginning, ASCII case ignored; nil where it begins otherwise.
  private static func schemeLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    // A shorter text has a scheme and no host, or none.
    guard bytes.count >= 8 else { return hasPrefix(bytes, "http://") ? 7 : nil }
    let word = UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(as: UInt64.self))
    let lower: UInt64 = 0x20_2020_2020  // of five letters, or of four and a colon
    if word | lower == 0x2F2F_3A73_7074_7468 { return 8 }
    if (word | lower >> 8) << 8 == 0x2F2F_3A70_7474_6800 { return 7 }
    return nil
  }

  /// Whether a byte is a blank or a control character; eight of them at a time.
  private static func hasBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let memory = UnsafeRawBufferPointer(bytes)
    guard memory.count >= 8 else { return memory.contains { $0 <= 0x20 || $0 == 0x7F } }
    var found: UInt64 = 0
    var position = 0
    while true {
      let word = memory.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
      // Bit 7 of a byte below 0x21, and of one that is 0x7F; or of one above such a byte.
      found |= (word &- 0x2121_2121_2121_2121) & ~word | (delete &- 0x0101_0101_0101_0101) & ~delete
      if position + 8 == memory.count { break }
      // The last eight may be looked at twice.
      position = min(position + 8, memory.count - 8)
    }
    return found & 0x8080_8080_8080_8080 != 0
  }

  /// Whether the bytes begin with the word, ASCII case ignored.
  private static func hasPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      let byte = bytes[index]
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      if (isUpper ? byte | 0x20 : byte) != word.utf8Start[index] { return false }
    }
    return true
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

extension Catalog {
  /// Whether the text is a year, a month or a day as catalogs have them (ISO 8601).
  public static func isPeriod(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(Forms.isPeriod)
  }
}
