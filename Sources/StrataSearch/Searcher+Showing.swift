public import StrataCatalog

/// A part of a text that shows why a subject matched.
public struct Snippet: Hashable, Sendable {
  /// Where it was found.
  public var field: TextField
  /// One line; `…` where the text goes on.
  public var text: String
}

extension Searcher {
  /// What the hits match: the query, or what is answered instead.
  public var shownQuery: Query { shown.query }

  /// Whether hits match words, and not only filters: then there are reasons why each is one.
  public var seeksWords: Bool { shown.query.seeksWords }

  /// The parts of a shown text that match the query's words, in order, without overlaps.
  public func highlights(in text: String) -> [Range<String.Index>] { shown.query.highlights(in: text) }

  /// A text with a word that neither the subject's name nor its summary (in `language`) shows; nil where those show all.
  ///
  /// - Parameters:
  ///   - subject: what was found.
  ///   - language: of the summary that stands beside it.
  ///   - length: about how many columns it has at most, by the field that it is of.
  public func snippet(for subject: Subject, in language: Language, length: (TextField) -> Int) -> Snippet? {
    let needles = shown.query.sought
    var missing = needles
    for text in catalog.shownTexts(of: subject, in: language) {
      missing.removeAll { !Query.places(of: $0, in: FoldedText(text)).isEmpty }
    }
    guard !missing.isEmpty else { return nil }
    var best: (count: Int, field: TextField, text: String, place: Int)?
    func consider(_ field: TextField, _ text: LocalizedText) {
      for text in [text.choose(language)] + text.all { consider(field, catalog.string(text)) }
    }
    func consider(_ field: TextField, _ text: String) {
      let folded = FoldedText(text)
      let found = missing.compactMap { Query.places(of: $0, in: folded).first }
      if let first = found.map(\.lowerBound).min(), found.count > best?.count ?? 0 {
        best = (found.count, field, text, first)
      }
    }
    catalog.forEachText(of: subject) { field, text in
      if field != .id || best == nil { consider(field, catalog.string(text)) }
    }
    if case .tool(let id) = subject { consider(.category, catalog[catalog[id].category].name) }
    guard let best else { return nil }
    return Snippet(field: best.field, text: Excerpt.around(best.place, in: best.text, columns: length(best.field)))
  }
}

extension Query {
  /// All words that are looked for, alternatives too.
  var sought: [Needle] { needed.flatMap { $0.choices.compactMap { $0.isNegated ? nil : $0.needle } } }

  /// Whether there are any.
  var seeksWords: Bool { terms.contains { $0.choices.contains { !$0.isNegated && $0.needle != nil } } }

  /// See `Searcher.highlights(in:)`.
  public func highlights(in text: String) -> [Range<String.Index>] {
    let folded = FoldedText(text)
    let places = sought.flatMap { Query.places(of: $0, in: folded) }
    var merged: [Range<Int>] = []
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, place.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        merged.append(place)
      }
    }
    return merged.map { place in
      let utf8 = text.utf8
      return utf8.index(
        utf8.startIndex, offsetBy: place.lowerBound)..<utf8.index(
          utf8.startIndex, offsetBy: place.upperBound)
    }
  }

  /// Where the word stands in the text, in UTF-8 of the unfolded text.
  ///
  /// What is as short as a name is taken for one: there pinyin may be shortened.
  static func places(of needle: Needle, in text: FoldedText) -> [Range<Int>] {
    NeedleMatcher.places(of: needle, in: text.bytes, breadth: text.bytes.count <= 48 ? .name : .body).map(text.origin)
  }
}

extension Catalog {
  /// What a row of results shows: the name and the summary.
  fileprivate func shownTexts(of subject: Subject, in language: Language) -> [String] {
    switch subject {
    case .layer(let id): [string(self[id].name, in: language), string(self[id].summary, in: language)]
    case .category(let id): [string(self[id].name, in: language), string(self[id].what, in: language)]
    case .tool(let id): [string(self[id].name), string(self[id].summary, in: language)]
    }
  }
}

/// Cuts a line around a place out of a longer text.
enum Excerpt {
  /// At most `limit` columns, where characters from U+1100 on count two; `place` in UTF-8.
  static func around(_ place: Int, in text: String, columns limit: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    var offset = 0
    var center = 0
    while center < scalars.count, offset < place {
      offset += UTF8.width(scalars[center])
      center += 1
    }
    func width(_ index: Int) -> Int { scalars[index].value >= 0x1100 ? 2 : 1 }
    var start = center
    var end = center
    var used = 0
    // A third before the place, the rest after it, then before it again where the text ends early.
    while start > 0, used + width(start - 1) <= limit / 3 {
      start -= 1
      used += width(start)
    }
    while end < scalars.count, used + width(end) <= limit {
      used += width(end)
      end += 1
    }
    while start > 0, used + width(start - 1) <= limit {
      start -= 1
      used += width(start)
    }
    let cutsStart = start > 0
    let cutsEnd = end < scalars.count
    if cutsStart { start = min(end, start + 1) }
    if cutsEnd { end = max(start, end - 1) }
    var line = String.UnicodeScalarView()
    for scalar in scalars[start..<end] {
      if !"\n\r\t".unicodeScalars.contains(scalar) {
        line.append(scalar)
      } else if let last = line.last, last.value < 0x2E80, last != " " {
        // Behind a Chinese character a line goes on without a space.
        line.append(" ")
      }
    }
    return (cutsStart ? "…" : "") + String(line) + (cutsEnd ? "…" : "")
  }
}
