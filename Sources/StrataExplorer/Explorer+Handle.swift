import StrataCatalog
public import StrataScreen
import StrataSearch

extension Explorer {
  /// Changes the state as an event says, and returns what has to happen outside.
  ///
  /// - Parameters:
  ///   - time: when it came, in milliseconds of a clock that only runs forward; nil: long after the one before.
  ///   - isFollowed: whether the next event is there already and is handled before anything is drawn.
  public mutating func handle(_ event: Event, at time: Int? = nil, isFollowed: Bool = false) -> [Effect] {
    let isTyped = (isFollowed || unsettledEvents > 0) && isForPrompt(event)
    // What keys do depends on what was found and laid out; letters do not.
    if !isTyped { catchUp() }
    var effects: [Effect] = []
    switch event {
    case .key(let key): effects = handle(key, time)
    case .paste(let text): paste(text)
    case .resize(let newSize): context.size = newSize
    case .mouse(let mouse): effects = point(mouse)
    case .wake: break
    case .redraw: effects = [.redraw]
    case .terminate(let status): effects = leave(status: status)
    }
    if isFollowed, isTyped { unsettledEvents += 1 } else { settle() }
    return effects
  }

  /// Slices of work that a key waits for behind letters that came with it.
  private static let mostSlicesBehind = 8

  /// Makes of text what would have been made of it while it was typed, as far as a frame may wait for that.
  private mutating func catchUp() {
    guard unsettledEvents > 0 else { return }
    let slices = min(unsettledEvents, Explorer.mostSlicesBehind)
    settle()
    for _ in 1..<slices where hasWork { _ = advance() }
    if slices > 1 { settle() }
  }

  /// Whether an event is text for a prompt.
  private func isForPrompt(_ event: Event) -> Bool {
    switch event {
    case .paste: return mode.isPrompt
    case .key(let key):
      let mode = mode
      return mode.isPrompt && context.keyMap.action(for: context.keyMap.meant(by: key, in: mode), in: mode) == nil
    case .resize, .mouse, .wake, .redraw, .terminate: return false
    }
  }

  private mutating func handle(_ key: Key, _ time: Int?) -> [Effect] {
    toast = nil
    pointer = Pointer()
    let mode = mode
    if case .menu(let menu) = top, barItem == nil,
      case .character(let character) = context.keyMap.meant(by: key, in: mode).code,
      key.modifiers.isEmpty, let item = menu.items.first(where: { $0.key == character })
    {
      return choose(item.choice)
    }
    let key = context.keyMap.meant(by: key, in: mode)
    guard let action = context.keyMap.action(for: key, in: mode) else {
      if mode.isPrompt { editPrompt { _ = $0.handle(key) } }
      return []
    }
    if context.isFirstRun, action.endsFirstRun { context.isFirstRun = false }
    // A held key ends at the first row; the bar is reached by one that is pressed there.
    let isHeld =
      action == .moveUp && lastUp.map { last in time.map { $0 - last < Explorer.holdTime } ?? false } ?? false
    if action == .moveUp { lastUp = time }
    return perform(action, isHeld: isHeld)
  }

  /// Milliseconds within which a second press of a key may be a held one's.
  private static let holdTime = 300

  private mutating func paste(_ text: String) {
    guard mode.isPrompt else { return }
    editPrompt { $0.insert(text) }
  }

  /// Edits the prompt that has the keys, and tells where it is full.
  private mutating func editPrompt(_ edit: (inout Prompt) -> Void) {
    var screen = top
    var isOverfull = false
    screen.change { state in
      guard var prompt = state.prompt else { return }
      edit(&prompt)
      isOverfull = prompt.isOverfull
      state.prompt = prompt
    }
    top = screen
    if isOverfull { toast = Toast(text: words.promptIsFull) }
  }

  // MARK: Moves

  mutating func move(_ move: Move, isHeld: Bool = false) -> [Effect] {
    if barItem != nil { return moveInBar(move) }
    var screen = top
    let reply = screen.change { $0.move(move, context, &work) }
    top = screen
    guard let reply, !(isHeld && reply == .bar) else { return [] }
    return carryOut(reply)
  }

  mutating func carryOut(_ reply: Reply) -> [Effect] {
    switch reply {
    case .bar: barItem = navigation.view.rawValue
    case .come(let place): context.place = place
    case .open(let page):
      navigation.above.removeAll { $0.screen.isOverlay }
      open(page)
    case .scan(let paths): return scan(paths)
    case .follow(let url): return [.open(url: url)]
    case .list(let query):
      navigation.above.removeAll { $0.screen.isOverlay }
      list(query)
    case .turn(let forward): turnPage(forward: forward)
    case .close: _ = closeTop()
    case .say(let text): toast = Toast(text: text)
    case .change(let query): change(query)
    case .choose(let choice): return choose(choice)
    case .warning(let index): openWarning(index)
    case .compare(let tools):
      _ = closeTop()
      compare(tools)
    case .perform(let action):
      _ = closeTop()
      return perform(action)
    }
    return []
  }

  /// Takes an item of a popup: it closes.
  mutating func choose(_ choice: MenuScreen.Choice) -> [Effect] {
    _ = closeTop()
    switch choice {
    case .perform(let action): return perform(action)
    case .open(let url): return [.open(url: url)]
    case .copy(let text, let name): return [.copy(text: text, name: name)]
    case .theme(let theme): return choose(theme)
    case .sort(let order):
      changeOrder { current, _ in current = order }
      return []
    case .mark(let tool):
      markInRoom(tool)
      return []
    case .page(let page):
      open(page)
      return []
    case .status(let status): return setStatus(status)
    case .note(let note, let tool): return setNote(note, of: tool)
    case .keepStack(let path, let wish): return keepStack(at: path, then: wish)
    case .answer(let kind, let id): return answer(kind, id)
    }
  }
}

extension Key {
  /// Full-width ASCII, as a Chinese input method types it, read as ASCII.
  var halfWidth: Key {
    guard case .character(let character) = code, character.unicodeScalars.count == 1,
      let scalar = character.unicodeScalars.first
    else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Key(.character(Character(Unicode.Scalar(scalar.value - 0xFEE0)!)), modifiers)
    case 0x3000: return Key(.character(" "), modifiers)
    case 0x3001: return Key(.character("/"), modifiers)  // 、 stands on the key of the slash
    case 0x3010: return Key(.character("["), modifiers)  // 【】
    case 0x3011: return Key(.character("]"), modifiers)
    default: return self
    }
  }
}

extension Action {
  /// Whether it is one of those that the first run's line names: the four directions, Enter and the help.
  fileprivate var endsFirstRun: Bool {
    [.moveUp, .moveDown, .goIn, .goOut, .open, .help].contains(self)
  }
}
