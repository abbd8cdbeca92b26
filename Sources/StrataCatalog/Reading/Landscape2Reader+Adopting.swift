/// What strata's own catalog says of a landscape2 file's layers, categories and tools. All of it is marked as strata's.
extension Reader {
  mutating func adopt(_ text: LocalizedText, of shipped: Catalog) -> LocalizedText {
    var adopted = LocalizedText.empty
    adoptMissing(of: &adopted, from: text, of: shipped)
    return adopted
  }

  /// Adds strata's text beside what the file says, in the languages in which that says nothing.
  mutating func adoptMissing(of own: inout LocalizedText, from text: LocalizedText, of shipped: Catalog) {
    for language in Language.allCases where !own.has(language) && text.has(language) {
      own[language] = adopt(text[language], of: shipped)
      if own.has(language) { own.adopted |= language.bit }
    }
  }

  mutating func adopt(_ text: Text, of shipped: Catalog) -> Text {
    guard !text.isEmpty else { return .empty }
    return store.append(shipped.store[Int(text.offset)..<Int(text.offset) + Int(text.length)])
  }

  /// Remembers which tool of strata's own an item may be.
  mutating func note(_ tool: Tool, index: Int, _ state: inout Landscape2) {
    guard let found = state.join.match(tool, in: store) else { return }
    let best = state.known[found.index]
    if found.weight > best?.weight ?? 0 {
      state.known[found.index] = (found.weight, [index])
    } else if found.weight == best?.weight {
      state.known[found.index]?.tools.append(index)
    }
  }

  /// Gives the tools that are strata's what its catalog says of them and the file does not: a summary in a language, the
  /// other names they are looked for by. Of several items on one page the one that agrees most is meant: not the
  /// company that makes the product.
  mutating func adoptKnownTools(_ state: Landscape2) {
    guard let shipped else { return }
    for (known, found) in state.known.sorted(by: { $0.key < $1.key }) {
      let id = ToolID(known)
      var aliases: [Field] = []
      for alias in shipped.fields(of: id) where alias.key == .alias {
        var field = alias
        field.label = adopt(alias.label, of: shipped)
        field.value = adopt(alias.value, of: shipped)
        field.source = .strata
        aliases.append(field)
      }
      for index in found.tools {
        var summary = draft.tools[index].summary
        adoptMissing(of: &summary, from: shipped[id].summary, of: shipped)
        draft.tools[index].summary = summary.settled
        guard !aliases.isEmpty else { continue }
        draft.setFields(Array(draft.fields(of: draft.tools[index])) + aliases, ofTool: index)
      }
    }
  }

  /// Relations between categories that are both in the file.
  mutating func adoptRelations(_ state: Landscape2, from firstCategory: Int) {
    guard let shipped else { return }
    for (known, index) in state.joined.sorted(by: { $0.value < $1.value }) {
      var relations: [(category: Text, reason: LocalizedText)] = []
      for relation in shipped.relations(of: CategoryID(known)) {
        guard let other = state.joined[relation.category.index] else { continue }
        relations.append((draft.categories[other].record.id, adopt(relation.reason, of: shipped)))
      }
      draft.categories[index].relations = relations
    }
  }
}
