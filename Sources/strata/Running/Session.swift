import Glibc
import StrataExplorer
import StrataScreen
import StrataStack
import StrataTerminal
import StrataText

/// The run loop: handles all events that are there, draws one frame, and carries out what the explorer asks for.
struct Session: ~Copyable {
  private var explorer: Explorer
  private var textWidth: TextWidth
  private var words: ScreenWords
  /// Gives the files of the catalogs as they are by now; nil where there is nothing to read again.
  private let files: (@Sendable () throws(FileFailure) -> CatalogFiles)?
  private let state: StateFile?
  private var opener: Opener?
  private var stacks: StackKeeper
  private let mailbox = Mailbox()
  private var reloading: Reloading
  /// What was chosen, in lines; for standard output, once the terminal is given back.
  private(set) var picked: VisibleText = ""
  private var live: LiveConfiguration
  /// The scan of folders that was begun last.
  private var scanning: FolderScanning?
  private let scansBeside: Bool

  /// - Parameter scansBeside: whether folders are scanned in a thread of their own, and not before the next key.
  init(
    explorer: Explorer, textWidth: TextWidth, words: ScreenWords,
    files: (@Sendable () throws(FileFailure) -> CatalogFiles)?, state: StateFile?, opener: Opener?,
    stacks: StackKeeper = StackKeeper(), reloading: consuming Reloading,
    live: consuming LiveConfiguration = LiveConfiguration(),
    scansBeside: Bool = true
  ) {
    self.explorer = explorer
    self.textWidth = textWidth
    self.words = words
    self.files = files
    self.state = state
    self.opener = opener
    self.stacks = stacks
    self.reloading = reloading
    for file in stacks.files { self.reloading.watch(path: file.path) }
    self.live = live
    self.scansBeside = scansBeside
  }

  /// Milliseconds after which a frame is drawn though events still come.
  private static let eventTime = 50
  /// Milliseconds after a key when the first results show, if the search takes longer; and those between later frames.
  private static let firstTime = 6
  private static let frameTime = 16
  /// Milliseconds without work after a frame. The system hands a frame on, and the terminal reads it, when they get a
  /// processor: with a search on every one of them that can take longer than drawing the frame did.
  private static let pauseTime = 1
  /// Milliseconds without an event after which work begins that nobody waits for: until then keys may follow each other.
  private static let idleTime = 250
  /// Such work stands still for so many times as long as it took: it has a third of a processor, and the system, a battery and
  /// other programs the rest.
  private static let idleShare = 2

  /// Returns the exit status.
  mutating func run(on host: inout some Host & ~Copyable) -> Int32 {
    for effect in explorer.begin() { _ = carryOut(effect, on: &host) }
    draw(on: &host)
    host.reportMouse(explorer.usesMouse)
    // Once the first frame is there: nobody waits for it.
    watch(on: &host)
    var isWorking = explorer.hasWork
    var nextFrame = 0
    var pause = Session.pauseTime
    var isIdle = false
    while true {
      let isWaitedFor = isIdle || explorer.showsWork
      let wait =
        isWorking ? (isWaitedFor ? pause : Session.idleTime) : due.map { max(0, $0 - now()) }
      pause = 0
      if var event = host.nextEvent(within: wait) {
        isIdle = false
        let start = now()
        while true {
          let next = now() - start < Session.eventTime ? host.nextEvent(within: 0) : nil
          if let status = handle(event, isFollowed: next != nil, on: &host) { return status }
          guard let next else { break }
          event = next
        }
        // What was typed shows before any work is done for it.
        draw(on: &host)
        isWorking = explorer.hasWork
        nextFrame = now() + Session.firstTime
        pause = Session.pauseTime
      } else if isWorking {
        isIdle = true
        let isShown = explorer.showsWork
        let start = now()
        isWorking = explorer.advance()
        if !isShown { pause = max(Session.pauseTime, Session.idleShare * (now() - start)) }
        if isShown, !isWorking || now() >= nextFrame {
          explorer.settle()
          draw(on: &host)
          nextFrame = now() + Session.frameTime
          pause = Session.pauseTime
        }
      }
      if let due = reloading.due, due <= now() {
        readStacks()
        reload(isAsked: false)
        draw(on: &host)
      }
      if let due = live.due, due <= now() {
        reconfigure(on: &host)
        draw(on: &host)
      }
    }
  }

  /// When something has to be read again, in milliseconds of `now`; nil: nothing.
  private var due: Int? {
    guard let reading = live.due else { return reloading.due }
    return min(reading, reloading.due ?? reading)
  }

  private mutating func draw(on host: inout some Host & ~Copyable) {
    var frame = Frame(size: host.size, textWidth: textWidth)
    explorer.draw(into: &frame)
    host.present(frame)
  }

  /// Returns the exit status once the explorer asks for the end.
  private mutating func handle(
    _ event: Event, isFollowed: Bool, on host: inout some Host & ~Copyable
  ) -> Int32? {
    if event == .wake { takeNews() }
    for effect in explorer.handle(event, at: now(), isFollowed: isFollowed) {
      if let status = carryOut(effect, on: &host) { return status }
    }
    // While the program was stopped the window may have changed.
    if event == .redraw { _ = explorer.handle(.resize(host.size)) }
    return nil
  }

  private mutating func carryOut(_ effect: Effect, on host: inout some Host & ~Copyable) -> Int32? {
    switch effect {
    case .quit(let status): return status
    case .suspend:
      host.suspend()
      _ = explorer.handle(.resize(host.size))
    case .redraw: host.forgetScreen()
    case .reload:
      readStacks()
      if files == nil { explorer.report(.reloaded) } else { reload(isAsked: true) }
    case .open(let url): open(url)
    case .copy(let text, let name):
      do {
        explorer.report(.copied(name: name, way: try host.copy(text)))
      } catch {
        switch error {
        case .tooLong: explorer.report(.failed("\(words.tooLongToCopy) \(name)"))
        case .none: explorer.report(.failed("\(words.noClipboard) \(text)"))
        }
      }
    case .picked(let lines): picked += lines
    case .reportMouse(let wanted): host.reportMouse(wanted)
    case .save(let saved): state?.save(saved)
    case .changeStack(let change, let path):
      self.change(change, at: path)
      watch(on: &host)
    case .undoStack:
      let outcome = stacks.undo()
      readStacks()
      explorer.report(outcome)
    case .scan(let paths): scan(paths)
    case .stopScan: scanning?.stop()
    case .writeNote(let text, let tool, let path):
      var note: String?
      host.lend { note = Editor(environment: Environment()).edit(text) }
      _ = explorer.handle(.resize(host.size))
      if let note {
        change(.note(note, tool: tool), at: path)
      } else {
        explorer.report(.failed("\(words.editorFailed)"))
      }
    }
    return nil
  }

  private mutating func open(_ url: String) {
    guard let opener, let address = WebAddress(url) else {
      explorer.report(opener == nil ? .showAddress(url: url) : .failed("\(words.notAnAddress) \(url)"))
      return
    }
    let mailbox = mailbox
    explorer.report(opener.open(address) { mailbox.post(.outcome($0)) })
  }

  // MARK: Folders

  private mutating func scan(_ paths: [String]) {
    scanning?.stop()
    let paths = paths.map { FolderScanning.path($0, environment: Environment()) }
    guard scansBeside else {
      explorer.report(FolderScanning.scan(paths, over: explorer.catalog) { _ in true })
      return
    }
    let mailbox = mailbox
    scanning = FolderScanning(paths, over: explorer.catalog) { mailbox.post(.scanned($0, $1)) }
  }

  // MARK: Stacks

  private mutating func change(_ change: StackChange, at path: String) {
    let outcome = stacks.carryOut(change, at: path, today: StackCommand.today)
    if case .stackChanged(_, _, isNew: true) = outcome { reloading.watch(path: path) }
    readStacks()
    explorer.report(outcome)
  }

  /// Reads the stacks' files where they have changed.
  private mutating func readStacks() {
    guard let (read, problem) = stacks.read() else { return }
    explorer.replace(stacks: read)
    if let problem { explorer.report(.failed(problem)) }
  }

  // MARK: Reading again

  private mutating func watch(on host: inout some Host & ~Copyable) {
    host.watched = [reloading.watchDescriptor, live.beginWatching() ?? -1].filter { $0 >= 0 }
  }

  /// Takes over the configuration as it is by now; a broken one leaves the one before in force.
  private mutating func reconfigure(on host: inout some Host & ~Copyable) {
    switch live.readAgain() {
    case .configured(let old, let new):
      textWidth = new.textWidth
      words = ScreenWords[new.language]
      opener = live.opener
      for effect in explorer.configure(from: old, to: new) { _ = carryOut(effect, on: &host) }
    case .broken(let complaints): explorer.complain(complaints)
    }
  }

  private mutating func takeNews() {
    reloading.takeChange(at: now())
    live.takeChange(at: now())
    for message in mailbox.takeAll() {
      switch message {
      case .outcome(let outcome): explorer.report(outcome)
      case .read(let reading): finish(reading)
      case .scanned(let scanning, let scan): if scanning === self.scanning { explorer.report(scan) }
      }
    }
  }

  private mutating func reload(isAsked: Bool) {
    guard let files else {
      // There is nothing else to read.
      if reloading.begin() { reloading.end() }
      return
    }
    guard reloading.begin() else { return }
    do {
      let files = try files()
      reloading.watch(files)
      guard isAsked || reloading.hasChanged(files) else {
        reloading.end()
        if let failure = reloading.failure { fail(failure) }
        return
      }
      reloading.remember(files)
      let mailbox = mailbox
      _ = CatalogReading(files) { mailbox.post(.read($0)) }
    } catch {
      reloading.end()
      fail(error.sentence)
    }
  }

  private mutating func finish(_ reading: CatalogReading) {
    reloading.end()
    switch reading.state(within: 0) {
    case .reading: break
    case .read:
      let loaded = reading.take()
      explorer.replace(catalog: loaded.catalog, findings: loaded.findings)
      explorer.report(.reloaded)
      reloading.succeed()
    case .failed(let failure): fail(failure.headline)
    }
  }

  /// Says why the catalog could not be read again, once that lasts.
  private mutating func fail(_ message: VisibleText) {
    if reloading.fail(message) { explorer.report(.reloadFailed(message)) }
  }
}
