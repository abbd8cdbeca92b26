/// Figures of a repository, as the tools of landscape2's older format wrote them down.
extension Landscape2Writer {
  func generated(_ fields: [Field], _ writer: inout BlockWriter) {
    func first(_ key: Field.Key) -> String { fields.first { $0.key == key }.map { catalog.string($0.value) } ?? "" }
    let languages = fields.filter { $0.key == .language }
    let shares = shares(of: languages)
    let figures: [(key: String, value: String)] = [
      ("stars", first(.stars)), ("contributors_count", first(.contributors)),
      ("latest_commit_date", first(.latestCommit)), ("release_date", first(.latestRelease)),
    ]
    if !shares.isEmpty || figures.contains(where: { !$0.value.isEmpty }) {
      writer.mapping("github_data") { writer in
        for (key, value) in figures {
          if let number = Int(value) { writer.pair(key, number) } else { writer.pair(key, value) }
        }
        writer.items("languages", Array(zip(languages, shares))) { writer, language in
          writer.pair("name", catalog.string(language.0.value))
          writer.pair("value", language.1)
        }
      }
    }
    if !first(.started).isEmpty {
      writer.mapping("github_start_commit_data") { $0.pair("start_date", first(.started)) }
    }
  }

  /// Sizes of which the shares are those that the labels say; empty where a label is no share.
  ///
  /// A label is a rounded share: sizes that are as the labels say may round to others. What is missing to the whole, or more than
  /// it, is spread over all of them, each of which can take half a percent.
  func shares(of languages: [Field]) -> [Int] {
    var percents: [Double] = []
    for language in languages {
      let label = catalog.string(language.label)
      if label == "< 1 %" {
        percents.append(0)
      } else if label.hasSuffix(" %"), let percent = Int(label.dropLast(2)), (1...100).contains(percent) {
        percents.append(Double(percent))
      } else {
        return []
      }
    }
    let rest = 100 - percents.reduce(0, +)
    let takers = rest < 0 ? percents.count { $0 > 0 } : percents.count
    guard takers > 0 else { return [] }
    let part = rest / Double(takers)
    return percents.map { Int((($0 == 0 && rest < 0 ? 0 : $0 + part) * 10_000).rounded()) }
  }
}
