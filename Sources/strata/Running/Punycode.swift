/// The names of hosts in ASCII (RFC 3492): what a letter of another script looks like does not deceive there.
enum Punycode {
  /// Bytes of a label and of a host (RFC 1035).
  private static let maximumLabel = 63
  private static let maximumHost = 253

  /// A host with its port as it is in ASCII; nil where it has something in it that no name has.
  static func host(_ text: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    guard text.utf8.count <= 4 * maximumHost else { return nil }
    var labels: [String] = []
    for label in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard let encoded = self.label(label) else { return nil }
      labels.append(encoded)
    }
    let host = labels.joined(separator: ".")
    return host.utf8.count <= maximumHost + 6 ? host : nil
  }

  private static func label(_ label: Substring) -> String? {
    if label.utf8.allSatisfy({ $0 < 0x80 }) { return String(label) }
    var scalars: [Unicode.Scalar] = []
    for scalar in label.unicodeScalars {
      let properties = scalar.properties
      if scalar.isASCII {
        guard properties.isAlphabetic || properties.numericType != nil || scalar == "-" else { return nil }
      } else {
        // What may be composed in two ways has no one form; what takes no room is no letter.
        guard properties.isAlphabetic || properties.numericType == .decimal,
          properties.canonicalCombiningClass == .notReordered, !properties.isDefaultIgnorableCodePoint,
          !properties.isFullCompositionExclusion
        else { return nil }
      }
      scalars += properties.lowercaseMapping.unicodeScalars
    }
    let encoded = "xn--" + encode(scalars.map { Int($0.value) })
    return encoded.utf8.count <= maximumLabel ? encoded : nil
  }

  private static func encode(_ scalars: [Int]) -> String {
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var next = 0x80
    var delta = 0
    var bias = 72
    var handled = basic
    while handled < scalars.count, let smallest = scalars.filter({ $0 >= next }).min() {
      delta += (smallest - next) * (handled + 1)
      next = smallest
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        var rest = delta
        var place = 36
        while true {
          let threshold = min(max(place - bias, 1), 26)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
          rest = (rest - threshold) / (36 - threshold)
          place += 36
        }
        output.append(digit(rest))
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > 35 * 26 / 2 {
      delta /= 35
      steps += 36
    }
    return steps + 36 * delta / (delta + 38)
  }
}
