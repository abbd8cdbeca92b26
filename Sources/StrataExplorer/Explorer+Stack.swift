import StrataCatalog
import StrataScreen
import StrataSearch
import StrataStack

/// A team's stack under the keys: its statuses, notes and warnings.
extension Explorer {
  /// What was about to be done when strata asked where to keep the stack.
  enum StackWish: Hashable, Sendable {
    case status, note
    /// What a scan found comes into the stack.
    case take(all: Bool)
  }

  // MARK: What the program tells

  /// The stacks were read, or read again.
  public mutating func replace(stacks: [OpenStack]) {
    context.openStacks = stacks
    layStacks()
    settle()
  }

  /// Lays the stacks over the catalog.
  mutating func layStacks() {
    joinStacks()
    // What narrows by them narrows anew.
    if context.query.narrows { change(context.query) }
  }

  /// Finds the stacks' tools in the catalog, for what shows them and for searches.
  mutating func joinStacks() {
    context.stacks = TeamStacks(context.openStacks, over: catalog)
    work.forgetStacks()
    work.searcher.stack = context.stacks.facts
  }

  // MARK: What keys are about

  /// The marked tools, or else the selected one, in the catalog's order.
  var stackTools: [ToolID] {
    let tools = context.marks.isEmpty ? selectedTool.map { [$0] } ?? [] : context.marks.tools
    return tools.sorted { $0.index < $1.index }
  }

  private func id(_ tool: ToolID) -> String { catalog.string(catalog[tool].id) }

  /// The file that keys write to; nil as long as nobody has said where.
  var stackPath: String? { context.stacks.first?.path ?? context.stackPath }

  /// Where the file is to be is asked once; then what was wished goes on.
  mutating func askForPlace(_ wish: StackWish) {
    let words = words.choosing
    let items = context.stackPlaces.enumerated().map { index, place in
      MenuScreen.Item(
        key: Character("\(index + 1)"), title: place.kind == .folder ? words.thisFolder : words.forMe,
        detail: place.path, choice: .keepStack(place.path, wish))
    }
    guard !items.isEmpty else {
      toast = say(words.nowhereToKeep, isProblem: true)
      return
    }
    push(.menu(MenuScreen(title: words.whereToKeep, items: items)))
  }

  mutating func keepStack(at path: String, then wish: StackWish) -> [Effect] {
    context.stackPath = path
    switch wish {
    case .status:
      askForStatus()
      return []
    case .note: return askForNote()
    case .take(let all): return takeProposals(all: all)
    }
  }

  // MARK: Status

  mutating func askForStatus() {
    let tools = stackTools
    guard let first = tools.first else { return }
    guard stackPath != nil else { return askForPlace(.status) }
    var taken: Set<Character> = []
    func key(_ status: String) -> Character? {
      let key = (Array(status) + Array("123456789")).first { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber) && !taken.contains(letter)
          && context.keyMap.action(for: .character(letter), in: .menu) == nil
      }
      if let key { taken.insert(key) }
      return key
    }
    let current = Set(tools.map { context.stacks.status(of: $0) })
    let rings = context.stacks.rings
    var items = (rings + [Stack.unsorted]).map { status in
      MenuScreen.Item(
        key: key(status), title: context.sign(ofStatus: status).text + " " + words.title(ofStatus: status),
        detail: current == [status] ? words.choosing.now : "", choice: .status(status))
    }
    items.append(
      MenuScreen.Item(
        key: key("none"), title: "  " + words.choosing.noStatus, detail: current == [""] ? words.choosing.now : "",
        choice: .status("")))
    let name =
      tools.count == 1
      ? context.name(of: .tool(first)) : words.count(tools.count, words.tool, words.toolsCounted)
    let selected = current.count == 1 ? rings.firstIndex(of: current.first!) ?? 0 : 0
    push(.menu(MenuScreen(title: words.choosing.status + words.colon + name, items: items, selected: selected)))
  }

  mutating func setStatus(_ status: String) -> [Effect] {
    guard let path = stackPath else { return [] }
    // What is only proposed comes with its proofs.
    if !status.isEmpty, context.marks.isEmpty, !proposals(all: false).isEmpty {
      return takeProposals(all: false, status: status)
    }
    return [.changeStack(.status(status, tools: stackTools.map(id)), path: path)]
  }

  // MARK: Notes

  /// A note of one line has a prompt; one of several the person's editor.
  mutating func askForNote() -> [Effect] {
    guard let tool = selectedTool ?? context.marks.tools.first else { return [] }
    guard let path = stackPath else {
      askForPlace(.note)
      return []
    }
    let note = context.stacks.entry(of: tool)?.note ?? ""
    if note.contains(where: \.isNewline) { return [.writeNote(note, tool: id(tool), path: path)] }
    push(.note(NoteScreen(tool, note: note)))
    return []
  }

  func setNote(_ note: String, of tool: ToolID) -> [Effect] {
    stackPath.map { [.changeStack(.note(note, tool: id(tool)), path: $0)] } ?? []
  }

  /// What is typed goes on in the person's editor.
  mutating func noteInEditor() -> [Effect] {
    guard case .note(let state) = top, let path = stackPath else { return [] }
    _ = closeTop()
    return [.writeNote(state.field.text, tool: id(state.tool), path: path)]
  }

  // MARK: Warnings

  /// What one can do about a warning: the successor and the alternatives, each a key away, and to answer it.
  mutating func openWarning(_ index: Int) {
    guard context.stacks.warnings.indices.contains(index) else { return }
    let item = context.stacks.warnings[index]
    let warning = item.warning
    let entry = context.stacks.all[item.stack].stack.entries[warning.entry]
    var items: [MenuScreen.Item] = []
    func add(_ title: String, _ detail: String, _ choice: MenuScreen.Choice) {
      items.append(MenuScreen.Item(key: nil, title: title, detail: detail, choice: choice))
    }
    if let tool = warning.tool {
      let successors = catalog.values(.replacedBy, of: tool).compactMap { catalog.toolID(for: catalog.string($0)) }
      for successor in successors {
        add(
          context.mark(of: successor).text + context.name(of: .tool(successor)), words.replacedBy,
          .page(.tool(successor)))
      }
      let others = catalog.alternatives(of: tool).filter { !successors.contains($0) && catalog[$0].status == .active }
      for other in others.prefix(8) {
        add(context.mark(of: other).text + context.name(of: .tool(other)), words.alternatives, .page(.tool(other)))
      }
      add(words.choosing.itsPage, context.name(of: .tool(tool)), .page(.tool(tool)))
      add(
        words.choosing.allOfCategory, context.name(of: .category(catalog[tool].category)),
        .page(.category(catalog[tool].category)))
    }
    if item.stack == 0 {
      add(words.choosing.answerIt, "ignore: [\(warning.kind.rawValue)]", .answer(warning.kind, id: entry.id))
    }
    for (index, key) in zip(items.indices, "123456789") { items[index].key = key }
    push(.menu(MenuScreen(title: context.sentence(of: item), items: items)))
  }

  func answer(_ kind: StackWarning.Kind, _ id: String) -> [Effect] {
    stackPath.map { [.changeStack(.ignore(kind, tool: id), path: $0)] } ?? []
  }

  // MARK: How it went

  mutating func sayChanged(_ change: StackChange, path: String, isNew: Bool) {
    context.stackChanges += 1
    let undo = " (\(context.keyName(of: .undoStack)) \(words.choosing.takesItBack))"
    let what: String
    switch change {
    case .found(let found, let status):
      let name =
        found.count == 1
        ? self.name(ofID: found[0].tool) : words.count(found.count, words.tool, words.toolsCounted)
      what = name + words.colon + words.title(ofStatus: status)
    case .status(let status, let ids):
      let name = ids.count == 1 ? self.name(ofID: ids[0]) : words.count(ids.count, words.tool, words.toolsCounted)
      what = name + words.colon + (status.isEmpty ? words.choosing.noStatus : words.title(ofStatus: status))
    case .note(_, let id): what = words.choosing.noteOf + name(ofID: id)
    case .ignore(let kind, let id): what = name(ofID: id) + words.colon + "ignore: [\(kind.rawValue)]"
    }
    toast = say(what + undo + (isNew ? "  \(words.choosing.keptIn) \(path)" : ""))
  }

  mutating func sayUndone() {
    context.stackChanges = max(0, context.stackChanges - 1)
    toast = say(words.choosing.takenBack)
  }

  private func name(ofID id: String) -> String {
    catalog.toolID(for: id).map { context.name(of: .tool($0)) } ?? id
  }
}

extension Context {
  /// `ingress-nginx: retired since 2026-03`
  func sentence(of item: TeamStacks.Warning) -> String {
    let warning = item.warning
    let entry = stacks.all[item.stack].stack.entries[warning.entry]
    let name = warning.tool.map { self.name(of: .tool($0)) } ?? (entry.name.isEmpty ? entry.id : entry.name)
    let team = stacks.all.count > 1 ? " (\(stacks.name(item.stack)))" : ""
    return sentence(of: warning, name: name + team)
  }

  /// What to take instead of what is over.
  func instead(of warning: StackWarning) -> String {
    guard warning.kind == .retired || warning.kind == .deprecated, !warning.details.isEmpty else { return "" }
    return words.choosing.instead + warning.details.joined(separator: listSeparator)
  }

  func sentence(of warning: StackWarning, name: String) -> String {
    let since = warning.date.isEmpty ? "" : " \(words.since) \(warning.date)"
    let said: String
    switch warning.kind {
    case .retired: said = words.title(of: Life.Status.retired) + since
    case .deprecated: said = words.title(of: Life.Status.deprecated) + since
    case .replaced: said = words.replacedBy.lowercased() + " " + warning.details.joined(separator: listSeparator)
    case .relicensed:
      said =
        words.choosing.relicensed + words.colon
        + "\(warning.details.joined(separator: " \(glyphs.isASCII ? "->" : "→") "))"
        + (warning.date.isEmpty ? "" : " (\(warning.date))")
    case .missing: said = words.choosing.notInCatalog
    }
    return name + words.colon + said
  }
}
