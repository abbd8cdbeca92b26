/// Characters that make one name look like another.
enum Characters {
  /// Whether a character takes no room, or changes the order of others, where a name is shown.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800: return true  // fillers, the blank Braille pattern
    case 0xFE00...0xFE0F: return false  // they choose how the character before them is drawn
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    case .spaceSeparator: return scalar != " " && scalar.value != 0x3000
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The first word that has Latin letters and such of a script that looks like it, or none but letters that look like
  /// Latin ones; with the first of those.
  static func mixedWord(in text: String) -> (word: String, scalar: Unicode.Scalar)? {
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else {
        if let found = stranger(in: word) { return (String(word), found) }
        word = String.UnicodeScalarView()
      }
    }
    return stranger(in: word).map { (String(word), $0) }
  }

  private static func stranger(in word: String.UnicodeScalarView) -> Unicode.Scalar? {
    if word.contains(where: isLatin) { return word.first(where: looksLatin) }
    // A single letter is hardly meant to deceive.
    return word.count > 1 && word.allSatisfy(isTwin) ? word.first : nil
  }

  /// The known word that another only looks like, and the first character that makes them differ.
  static func meant(by word: String, among known: some Collection<String>) -> (word: String, scalar: Unicode.Scalar)? {
    var plain = String.UnicodeScalarView()
    var stranger: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        plain.append(scalar)
        continue
      }
      let letter = latin(for: scalar)
      if letter != nil || isInvisible(scalar) { stranger = stranger ?? scalar }
      if letter == nil, isInvisible(scalar) { continue }
      plain.append(letter ?? scalar)
    }
    guard let stranger else { return nil }
    let text = String(plain)
    return known.first { $0 == text }.map { ($0, stranger) }
  }

  /// The Latin letter that another character cannot be told from.
  private static func latin(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x3000: " "
    default: lookAlikes[scalar]
    }
  }

  private static let lookAlikes = Dictionary(
    uniqueKeysWithValues: zip(
      "АВЕЅІЈКМНОРСТУХаеорсухѕіјһԁԛԝԚԜктмΑΒΕΖΗΙΚΜΝΟΡΤΥΧον".unicodeScalars,
      "ABESIJKMHOPCTYXaeopcyxsijhdqwQWktmABEZHIKMNOPTYXov".unicodeScalars))

  /// The letters that one cannot tell from Latin ones, those of full width and of mathematics aside.
  private static let twins = Set("АВЕЅІЈКМНОРСТУХаеорсухѕіјһԁԛԝԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧον".unicodeScalars)

  private static func isTwin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x1D400...0x1D7FF: true
    default: twins.contains(scalar)
    }
  }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
    default: false
    }
  }

  /// Scripts with letters that are drawn like Latin ones: Greek, Cyrillic, Armenian, Cherokee, Lisu, the mathematical
  /// and the full-width alphabets.
  private static func looksLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x370...0x52F, 0x531...0x58F, 0x13A0...0x13FF, 0x1C80...0x1C8F, 0x1F00...0x1FFF, 0x2DE0...0x2DFF,
      0xA4D0...0xA4FF, 0xA640...0xA69F, 0xAB70...0xABBF, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x1D400...0x1D7FF:
      true
    default: false
    }
  }
}
