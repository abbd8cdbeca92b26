// Memory: lent.

/// The readings of Chinese characters.
struct Pinyin: Sendable {
  static let standard = Pinyin()

  /// For each character of the table the number of its set of readings; 0: none.
  private let numbers: [UInt16]
  /// For each set the letters its readings begin with, bit 0 for `a`.
  private let initialsOfSets: [UInt32]
  /// The same for each character of the table; 0: it has no reading.
  let initials: [UInt32]
  /// For each set the range of `lengths`.
  private let firstReading: [UInt16]
  /// For each reading its first letter in `letters` and its length.
  private let readings: [(start: UInt16, length: UInt8)]
  private let letters: [UInt8]
  /// All letters with which a reading begins.
  let anyInitials: UInt32
  private let all: Set<[UInt8]>

  private init() {
    var values = [UInt16](repeating: 0, count: 128)
    PinyinTable.digits.withUTF8Buffer { for (index, digit) in $0.enumerated() { values[Int(digit)] = UInt16(index) } }
    let base = UInt16(PinyinTable.digits.utf8CodeUnitCount)
    numbers = PinyinTable.codes.withUTF8Buffer { codes in
      (0..<codes.count / 2).map { values[Int(codes[2 * $0])] * base + values[Int(codes[2 * $0 + 1])] }
    }
    var initials: [UInt32] = [0, 0]
    var firstReading: [UInt16] = [0, 0]
    var readings: [(start: UInt16, length: UInt8)] = []
    var letters: [UInt8] = []
    PinyinTable.sets.withUTF8Buffer { text in
      var start = 0
      for index in 0...text.count {
        let end = index == text.count ? UInt8(ascii: " ") : text[index]
        guard end == UInt8(ascii: " ") || end == UInt8(ascii: ",") else {
          if index == start { initials[initials.count - 1] |= 1 << UInt32(end - UInt8(ascii: "a")) }
          letters.append(end)
          continue
        }
        readings.append((UInt16(letters.count - (index - start)), UInt8(index - start)))
        start = index + 1
        if end == UInt8(ascii: " ") {
          firstReading.append(UInt16(readings.count))
          if index < text.count { initials.append(0) }
        }
      }
    }
    initialsOfSets = initials
    self.initials = numbers.map { initials[Int($0)] }
    self.firstReading = firstReading
    self.readings = readings
    self.letters = letters
    anyInitials = initials.reduce(0, |)
    all = Set(readings.map { Array(letters[Int($0.start)..<Int($0.start) + Int($0.length)]) })
  }

  /// The number of the set of readings of a scalar; 0: it has none.
  @inline(__always)
  func set(of scalar: UInt32) -> Int {
    let index = scalar &- PinyinTable.first
    return index <= PinyinTable.last - PinyinTable.first ? Int(numbers[Int(index)]) : 0
  }

  /// The letters with which the readings of a set begin, bit 0 for `a`.
  @inline(__always)
  func initials(ofSet set: Int) -> UInt32 { initialsOfSets[set] }

  /// Whether a reading of a set begins with a letter.
  @inline(__always)
  func hasInitial(_ letter: UInt8, inSet set: Int) -> Bool {
    let place = letter &- UInt8(ascii: "a")
    return place < 26 && initialsOfSets[set] & (1 << UInt32(place)) != 0
  }

  /// What `body` says of the readings of each character of the table, the first one first.
  func map(_ body: (Int) -> UInt16) -> [UInt16] {
    let ofSets = initialsOfSets.indices.map(body)
    return numbers.map { ofSets[Int($0)] }
  }

  /// Whether some character is read so.
  func isReading(_ letters: ArraySlice<UInt8>) -> Bool { all.contains(Array(letters)) }

  /// The readings of a set, as letters.
  func readings(ofSet set: Int) -> [[UInt8]] {
    guard set > 0 else { return [] }
    return (Int(firstReading[set])..<Int(firstReading[set + 1])).map {
      Array(letters[Int(readings[$0].start)..<Int(readings[$0].start) + Int(readings[$0].length)])
    }
  }

  /// Which places of a word can be reached by reading one character from the places of `from` (bit j: j letters are read).
  /// `short` also reads a character by its initial (`zh` counts as one), or the last one by any beginning of its reading.
  func advance(_ from: UInt64, in word: UnsafeBufferPointer<UInt8>, set: Int, short: Bool) -> UInt64 {
    var reached: UInt64 = 0
    var places = from
    while places != 0 {
      let place = places.trailingZeroBitCount
      places &= places - 1
      guard place < word.count else { continue }
      let letter = word[place] &- UInt8(ascii: "a")
      guard letter < 26, initialsOfSets[set] & (1 << UInt32(letter)) != 0 else { continue }
      for reading in Int(firstReading[set])..<Int(firstReading[set + 1]) {
        let (start, length) = (Int(readings[reading].start), Int(readings[reading].length))
        var common = 0
        while common < length, place + common < word.count, word[place + common] == letters[start + common] {
          common += 1
        }
        if common == 0 { continue }
        if common == length { reached |= 1 << UInt64(place + length) }
        if short {
          reached |= 1 << UInt64(place + 1)
          if common >= 2, letters[start + 1] == UInt8(ascii: "h") { reached |= 1 << UInt64(place + 2) }
          if place + common == word.count { reached |= 1 << UInt64(word.count) }
        }
      }
    }
    return reached
  }
}
