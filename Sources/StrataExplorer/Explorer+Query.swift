import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  // MARK: Changing the query

  /// Takes another query; what lists show follows it.
  mutating func change(_ query: ListQuery) {
    context.query = query
    if query.narrows {
      // The index that the searcher has grown serves the query, too.
      var finder = work.searcher
      finder.offersSubstitutes = false
      finder.search(query.query)
      filtering = finder
      // A catalog of usual size is done at once; a large one goes on between the keys.
      advanceFilter()
    } else {
      filtering = nil
      lay(Outline(catalog: catalog, query: query))
    }
    if work.facets != nil { countFacets() }
  }

  mutating func advanceFilter() {
    guard var finder = filtering else { return }
    let isWorking = finder.advance(steps: Explorer.sliceSteps)
    filtering = isWorking ? finder : nil
    if !isWorking { lay(Outline(catalog: catalog, query: context.query, found: finder)) }
  }

  /// Takes a new outline; what was made of the old one goes.
  mutating func lay(_ outline: Outline) {
    context.outline = outline
    work.forgetLists()
  }

  /// Takes the query's last part away and says so: a filter or words; or else the order.
  mutating func liftLastChip() {
    var query = context.query
    if let chip = context.chips.last {
      query.query = chip.rest
      toast = Toast(text: words.lifted + words.colon + chip.title)
    } else if query.isOrdered {
      toast = Toast(text: words.lifted + words.colon + context.orderText(query.order, query.isReversed))
      query.order = .relevance
      query.isReversed = false
    } else {
      return
    }
    change(query)
  }

  /// Takes one of the query's parts away.
  mutating func lift(chip index: Int) {
    guard context.chips.indices.contains(index) else { return }
    var query = context.query
    query.query = context.chips[index].rest
    toast = Toast(text: words.lifted + words.colon + context.chips[index].title)
    change(query)
  }

  /// Takes the whole query away; where a filter stands in the way of hits that alone, wherever it was chosen.
  mutating func liftQuery() {
    if var state = results, let obstacle {
      if let typed = context.typed(of: obstacle.query) {
        state.type(typed)
        results = state
      } else {
        // It is a part of what was kept before.
        var query = context.query
        let kept = query.query.filters.first { $0.text == obstacle.text }
        query.query = kept.map(query.query.removing) ?? query.query.onlyFilters
        change(query)
      }
    } else if !context.query.isPlain {
      toast = Toast(text: words.queryLifted)
      var plain = ListQuery()
      plain.groupsByKind = context.query.groupsByKind
      change(plain)
    }
  }

  /// What stands in the way of hits, filters first.
  var obstacle: Explanation.Obstacle? {
    guard results != nil else { return nil }
    return work.searcher.explanation()?.obstacles.first
  }

  // MARK: Searching

  /// Counts the values of the filter at the cursor while one is typed: at once in a catalog of usual size, or else between
  /// the keys.
  mutating func countTypedValues() {
    guard let facet = topmostResults?.typedFacet else {
      work.values = nil
      return
    }
    if work.values?.facet == facet { return }
    work.values = FacetValues(of: facet, in: catalog, stack: work.searcher.stack)
    if context.isOfUsualSize { _ = work.values?.advance(steps: .max) }
  }

  /// Searches for what is typed, among what passes the query. Catalogs of usual size answer at once; a large one goes on
  /// between the keys. What is typed waits for no thread.
  mutating func searchForWhatIsTyped() {
    guard let state = topmostResults else { return }
    let wanted = [context.query.query.text, state.field.text].filter { !$0.isEmpty }.joined(separator: " ")
    guard wanted != work.searcher.query.text else { return }
    work.searcher.search(Query(wanted))
    work.isSearching = work.searcher.begin(steps: Explorer.sliceSteps)
  }

  /// The results on the screen, or right below the page or what else is.
  private var topmostResults: ResultsScreen? {
    for sheet in navigation.above.reversed() {
      if case .results(let state) = sheet.screen { return state }
    }
    return nil
  }

  mutating func remember(search text: String) {
    guard !text.isEmpty else { return }
    context.searches.removeAll { $0 == text }
    context.searches.insert(text, at: 0)
    if context.searches.count > Explorer.searchLimit { context.searches.removeLast() }
  }

  static let searchLimit = 50

  /// Keeps what is typed as a part of the query, and goes back to the lists.
  mutating func keepSearch() {
    guard let state = results, !state.field.isEmpty else { return }
    var query = context.query
    query.query = Query.joined([query.query, Query(state.field.text)])
    _ = closeTop()
    navigation.keepsSearch = false
    change(query)
    toast = Toast(text: words.kept + words.colon + state.field.text)
  }

  /// Similar spellings, on and off.
  mutating func widenSearch() {
    guard var state = results else { return }
    let typed = Query(state.field.text)
    guard let other = typed.narrowed ?? typed.widened else { return }
    state.type(other.text)
    results = state
  }

  // MARK: Filters

  /// Opens the panel. Filters that were typed into a search go over to it: there is one query.
  mutating func openFilters() {
    if var state = results {
      let typed = Query(state.field.text)
      if !typed.filters.isEmpty {
        state.type(typed.withoutFilters.text)
        results = state
        var query = context.query
        query.query = Query.joined([query.query, typed.onlyFilters])
        change(query)
      }
    }
    push(.filters(FiltersScreen(overSearch: topmostResults != nil)))
    countFacets()
  }

  /// Counts anew: of a catalog of usual size at once, of a large one between the keys. Over a search, among what it finds.
  mutating func countFacets() {
    let sought = topmostResults.map { Query($0.field.text).withoutFilters } ?? Query("")
    var finder = work.searcher
    finder.offersSubstitutes = false
    var counting = Facets(finder, query: Query.joined([context.query.query, sought]))
    _ = counting.advance(steps: Explorer.sliceSteps)
    while !counting.isSettled, context.isOfUsualSize { _ = counting.advance(steps: Explorer.sliceSteps) }
    work.facets = counting
  }

  // MARK: Order

  /// The order of what is shown: of results, or else of the tools everywhere.
  var shownOrder: (order: Sort, isReversed: Bool) {
    results.map { ($0.order, $0.isReversed) } ?? (context.query.order, context.query.isReversed)
  }

  mutating func changeOrder(_ body: (inout Sort, inout Bool) -> Void) {
    if var state = results {
      body(&state.order, &state.isReversed)
      state.restart()
      results = state
    } else {
      var query = context.query
      body(&query.order, &query.isReversed)
      change(query)
    }
  }

  mutating func openSortMenu() {
    let shown = shownOrder
    let checked = context.glyphs.checked
    let orders = Sort.available(in: catalog)
    var items = orders.enumerated().map { index, order in
      MenuScreen.Item(
        key: Character("\(index + 1)"), title: title(of: order), detail: order == shown.order ? checked : "",
        choice: .sort(order))
    }
    items.append(
      MenuScreen.Item(
        key: letter(of: .reverseSort), title: words.title(of: .reverseSort), detail: shown.isReversed ? checked : "",
        choice: .perform(.reverseSort)))
    push(
      .menu(
        MenuScreen(title: words.sortBy, items: items, selected: orders.firstIndex(of: shown.order) ?? 0)))
  }

  private func title(of order: Sort) -> String {
    order == .relevance && results != nil ? words.bestMatch : words.title(of: order)
  }
}
