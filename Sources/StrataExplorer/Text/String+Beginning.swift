extension String {
  /// The whole characters (scalars) of the first `bytes` bytes.
  func beginning(_ bytes: Int) -> Substring {
    let text = utf8
    guard var end = text.index(startIndex, offsetBy: Swift.max(0, bytes), limitedBy: endIndex), end < endIndex else {
      return self[...]
    }
    while end > startIndex, text[end] & 0xC0 == 0x80 { end = text.index(before: end) }
    return self[..<end]
  }
}
