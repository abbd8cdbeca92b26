// Memory: lent.

import StrataCatalog

/// Which bytes stand side by side in a text: a word that has others is not in it.
struct BytePairs: Sendable {
  /// A bit for each pair.
  let bits: Table<UInt64>

  init(of text: UnsafeBufferPointer<UInt8>) {
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    bits.withUnsafeMutableBufferPointer { bits in
      var pair = 0
      for byte in text {
        pair = (pair << 8 | Int(byte)) & 0xFFFF
        bits[pair >> 6] |= 1 << UInt64(pair & 63)
      }
    }
    self.bits = Table(bits)
  }

  init(bits: Table<UInt64>) { self.bits = bits }

  /// Whether the text may have a word.
  func mayHave(_ word: [UInt8]) -> Bool {
    for (first, second) in zip(word, word.dropFirst()) {
      let pair = Int(first) << 8 | Int(second)
      if bits[pair >> 6] & (1 << UInt64(pair & 63)) == 0 { return false }
    }
    return true
  }
}
