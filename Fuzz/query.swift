// modules: StrataText StrataYAML StrataCatalog StrataThreads StrataSearch
//
// Queries: the parser, every matcher, completion, suggestions, what is answered instead.
//
// Whatever is typed: nothing traps, each term lies in the text, the fast search finds what the plain matcher finds, what is
// offered can be typed, and what is marked lies in the text that is shown.

import StrataCatalog

@testable import StrataSearch

private let yaml = """
  landscape:
    name: Sample
    tags: [{id: ebpf, name: {en: eBPF, zh: 内核}, aliases: [kernel]}]
    themes: [{id: cost, name: {en: FinOps, zh: 成本}, what: a, where: b, choosing: c, tools: [kata]}]
  layers:
    - id: only
      name: {en: The Layer, zh: 层}
      categories:
        - id: logging
          name: {en: Logging, zh: 日志}
          what: What programs say.
          aliases: [log aggregation, {zh: 日志收集}]
          kinds: [{id: collector, name: {en: Collectors, zh: 采集器}, aliases: [log shipper]}]
          tools:
            - {id: fluent-bit, name: Fluent Bit, kind: collector, summary: {en: Forwards lines., zh: 转发日志}, license: MIT}
            - {id: loki, name: Grafana Loki, keywords: [LogQL], maturity: graduated, accepted: 2020-01-02}
            - {id: fluentd, name: Fluentd, kind: collector, lifecycle: {status: retired}}
        - id: mesh
          name: {en: Service Mesh, zh: 服务网格}
          tools:
            - {id: istio, name: Istio, maturity: graduated, tags: [ebpf], homepage: "https://istio.io"}
            - {id: opa, name: Open Policy Agent (OPA), summary: many policies and secrets}
            - {id: kubevirt, name: KubeVirt, aliases: [kv], summary: {zh: 安全 的 沙箱 与 容器}}
            - {id: kata, name: "Ｋata Cöntainers", summary: ab ab aab aaab}
  """

private let stack: StackFacts = {
  var facts = StackFacts(rings: ["adopted", "hold"])
  facts.add(status: "adopted", owner: "team edge", to: ToolID(1))
  facts.add(status: "hold", to: ToolID(3))
  return facts
}()

nonisolated(unsafe) private var searchers: [Searcher] = {
  let catalog = Catalog.read(sources: [("sample", Array(yaml.utf8))]).catalog!
  var whole = Searcher(catalog: catalog)
  whole.offersSubstitutes = true
  whole.stack = stack
  // Many chunks, of which another one does what it can at once.
  var parts = Searcher(index: SearchIndex(catalog, chunkSize: 200), sharing: Sharing(least: 0) { $0() })
  parts.stack = stack
  return [whole, parts]
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let query = Query(text)
  let catalog = searchers[0].catalog
  for term in query.terms { precondition(!query.string(term.place).isEmpty) }
  for edited in [query.withoutFilters, query.onlyFilters, query.widened, query.narrowed] { _ = edited?.terms }
  for completion in [count / 2, count].flatMap({ query.completions(at: $0, in: catalog, stack: stack) }) {
    precondition(completion.cursor <= completion.query.utf8.count)
  }
  let matcher = PlainMatcher(query: query, catalog: catalog, stack: stack)
  let index = SearchIndex(catalog)
  let plain = (0..<index.total).compactMap { number -> (Rank, Subject)? in
    let subject = index.subject(number)
    return matcher.tier(of: subject).map {
      (Rank($0, subject, number: number, catalog, index.weights.value, comparesWeight: query.hasWords), subject)
    }
  }.sorted { $0.0 < $1.0 }.map(\.1)
  for number in searchers.indices {
    searchers[number].search(query)
    while searchers[number].advance(steps: 1 << 16) {}
    let hits = searchers[number].hits(0..<searchers[number].total)
    precondition(searchers[number].substitute != nil || hits == plain, text)
    for hit in hits {
      _ = searchers[number].snippet(for: hit, in: .zh, length: { _ in 30 })
      _ = searchers[number].reasons(for: hit)
    }
    for range in searchers[number].highlights(in: yaml) { precondition(range.upperBound <= yaml.endIndex) }
    for suggestion in searchers[number].explanation()?.suggestions ?? [] { precondition(!suggestion.query.isEmpty) }
  }
  return 0
}
