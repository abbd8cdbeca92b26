import StrataCatalog
import StrataDiff

/// What is new in a catalog since one was last here.
extension Explorer {
  /// Says what changed since the catalog that one saw last.
  mutating func tellNews() {
    guard let seen = context.seen, let news = CatalogNews(since: seen, in: catalog, language) else { return }
    context.news = news
    let said = context.summary(of: news)
    let what = said.isEmpty ? words.news.changedSince : words.news.sinceYouWereHere + words.colon + said
    let key = context.keyName(of: .showNews)
    toast = say(what + (key.isEmpty ? "" : " (\(key) \(words.news.showsIt))"))
  }
}

extension Context {
  /// What one has seen of the catalog by now. Its dates are looked for only where it is another than the one before, and not
  /// in a catalog of unusual size: nobody waits for the end.
  var seenByNow: CatalogSeen {
    let fingerprint = CatalogSeen.fingerprint(of: catalog)
    if let seen, seen.fingerprint == fingerprint { return seen }
    return CatalogSeen(
      fingerprint: fingerprint, until: isOfUsualSize ? StrataDiff.Comparison.lastDate(of: catalog) : "")
  }
}
