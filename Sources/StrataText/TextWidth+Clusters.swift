/// The filter between text and the terminal. Everything that a frame draws comes through here.
extension TextWidth {
  /// Calls `body` with each cluster of the text that is safe to draw, and its width in columns: a visible character and
  /// its combining marks. Stops when `body` returns false, or after so many `scalars`. Linear in the text's length.
  ///
  /// - Control characters (C0, DEL, C1) become control pictures or U+FFFD; so do bidi controls and invisible format
  ///   characters, each one column wide.
  /// - Variation selectors are dropped; of emoji joined by ZWJ the first is drawn; skin tones are dropped after an emoji;
  ///   regional indicators become letters; Hangul jamo become the syllable that they spell, and marks where they spell
  ///   none: libc and terminals count all of these differently.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  public func forEachCluster<Text: StringProtocol>(
    of text: Text, scalars limit: Int = .max, _ body: ([Unicode.Scalar], Int) -> Bool
  ) {
    _ = forEachCluster(in: Substring(text).unicodeScalars, limit, body)
  }

  /// Whether the text was gone through to its end.
  func forEachCluster(
    in text: Substring.UnicodeScalarView, _ limit: Int, _ body: ([Unicode.Scalar], Int) -> Bool
  ) -> Bool {
    var count = 0
    var cluster: [Unicode.Scalar] = []
    var width = 0
    var joined = false  // after a ZWJ inside an emoji sequence: what follows is part of it
    func flush() -> Bool {
      guard !cluster.isEmpty else { return true }
      defer { cluster.removeAll(keepingCapacity: true) }
      return body(cluster, width)
    }
    for scalar in text {
      guard count < limit else {
        _ = flush()
        return false
      }
      count += 1
      if scalar.value < 0x7F && scalar.value >= 0x20 {
        joined = false
        // Nearly always one character follows another: no memory moves then.
        if cluster.count == 1 {
          guard body(cluster, width) else { return false }
          cluster[0] = scalar
        } else {
          guard flush() else { return false }
          cluster.append(scalar)
        }
        width = 1
        continue
      }
      let previous = cluster.first
      switch TextWidth.kind(of: scalar) {
      case .combining:
        // Without a base there is nothing to stand on.
        if previous == nil {
          cluster.append(drawn("\u{FFFD}"))
          width = 1
        } else if cluster.count <= TextWidth.maximumMarks {
          cluster.append(scalar)
        }
      case .jamo:
        if cluster.count == 1, let syllable = TextWidth.syllable(of: cluster[0], and: scalar) {
          cluster[0] = syllable
        } else {
          guard flush() else { return false }
          cluster.append(drawn("\u{FFFD}"))
          width = 1
        }
      case .selector:
        continue
      case .joiner:
        if let previous, TextWidth.joins(previous) {
          joined = true
          continue
        }
        guard flush() else { return false }
        cluster.append(drawn("\u{FFFD}"))
        width = 1
      case .skinTone where previous.map(TextWidth.joins) ?? false:
        continue
      case .skinTone, .visible:
        // What is no picture is not swallowed.
        if joined, TextWidth.joins(scalar) {
          joined = false
          continue
        }
        guard flush() else { return false }
        let shown = drawn(scalar)
        cluster.append(shown)
        width = TextWidth.columns(shown)
        continue
      case .mark(let replacement):
        guard flush() else { return false }
        cluster.append(drawn(replacement))
        width = 1
      }
      joined = false
    }
    return flush()
  }

  /// How many combining marks a cluster keeps; further ones are dropped.
  public static let maximumMarks = 3

  /// Whether the filter lets a character pass, alone or in a cluster: it is none that a terminal would act on, and shows.
  public static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch kind(of: scalar) {
    case .visible, .combining, .selector, .skinTone, .jamo: return true
    case .joiner, .mark: return false
    }
  }

  private enum Kind {
    case visible, combining, selector, joiner, skinTone
    /// A vowel or a final consonant of Hangul, which stands in the syllable before it.
    case jamo
    case mark(Unicode.Scalar)
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    switch value {
    case 0..<0x20: return .mark(Unicode.Scalar(0x2400 + value)!)
    case 0x7F: return .mark("\u{2421}")
    case 0x80..<0xA0, 0xAD: return .mark("\u{FFFD}")
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .selector
    case 0x200D: return .joiner
    case 0x20E3: return .selector  // the keycap around a digit
    case 0x1161...0x11FF, 0xD7B0...0xD7FB: return .jamo
    case 0x1F1E6...0x1F1FF: return .mark(Unicode.Scalar(0x41 + value - 0x1F1E6)!)
    case 0x1F3FB...0x1F3FF: return .skinTone
    case 0x115F, 0x1160, 0x2028, 0x2029, 0x3164, 0xFFA0, 0x2800, 0x034F, 0x17B4, 0x17B5, 0x180B...0x180F:
      return .mark("\u{FFFD}")
    default: break
    }
    if value < 0x300 || isUsual(value) { return .visible }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator:
      return .mark("\u{FFFD}")
    case .nonspacingMark, .enclosingMark: return .combining
    default: return columns(scalar) == 0 ? .combining : .visible
    }
  }

  /// The syllable of Hangul that a letter or syllable and a jamo after it make (Unicode, 3.12).
  private static func syllable(of first: Unicode.Scalar, and second: Unicode.Scalar) -> Unicode.Scalar? {
    switch (first.value, second.value) {
    case (0x1100...0x1112, 0x1161...0x1175):
      Unicode.Scalar(0xAC00 + ((first.value - 0x1100) * 21 + second.value - 0x1161) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first.value - 0xAC00).isMultiple(of: 28):
      Unicode.Scalar(first.value + second.value - 0x11A7)
    default: nil
    }
  }

  /// Whether a ZWJ or a skin tone after this character makes an emoji of it.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x2000 && scalar.properties.isEmoji
  }

  /// Whether it is one of the lines, corners and junctions that borders are drawn of, and that terminals have had since the VT100.
  public static func isBorder(_ scalar: Unicode.Scalar) -> Bool { borders.contains(scalar) }

  private static let borders: Set<Unicode.Scalar> = ["─", "│", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼"]

  /// The character itself, or its stand-in where only ASCII is drawn: of signs and punctuation, letters stay. Where the terminal draws
  /// ambiguous characters wide, of all of them.
  private func drawn(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // A space that does not break lines looks like one that does.
    if scalar == "\u{A0}" { return " " }
    guard drawsASCII, scalar.value >= 0x80 else { return scalar }
    // Borders are one column wide in a terminal's own set of them, whatever it does with other characters.
    if keepsBorders, TextWidth.isBorder(scalar) { return scalar }
    switch scalar {
    case "“", "”": return "\""
    case "‘", "’": return "'"
    case "—", "–", "―", "‐", "‑", "−", "─", "━": return "-"
    case "│", "┃": return "|"
    case "·", "…": return "."
    case "•": return "*"
    case "≥", "›", "»": return ">"
    case "≤", "‹", "«": return "<"
    case "→": return ">"
    case "←": return "<"
    case "↑": return "^"
    case "↓": return "v"
    case "×": return "x"
    default: return ambiguousIsWide && TextWidth.isAmbiguous(scalar) ? "?" : scalar
    }
  }
}
