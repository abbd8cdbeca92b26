import Glibc
import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataSearch
import StrataSettings
import StrataTerminal
import StrataText

/// What a run of the explorer finds beside its catalog: what an earlier one left, the team's stacks, the configuration.
private struct Surroundings: ~Copyable {
  let state: StateFile?
  let saved: String?
  var stacks: StackKeeper
  var live: LiveConfiguration

  init(of exploration: Exploration) {
    let (invocation, environment) = (exploration.invocation, exploration.environment)
    state = exploration.keepsState ? StateFile(catalogs: invocation.catalogs, environment: environment) : nil
    saved = state?.load()
    stacks = StackKeeper(options: invocation.stacks, environment: environment)
    live = exploration.live(saved: saved, isUTF8: Terminal.takesUTF8)
  }
}

/// One run of the explorer, from the command line to the exit status.
struct Exploration {
  let invocation: Invocation
  let environment: Environment
  /// The configuration that counts; nil where there is none.
  private let reading: ConfigurationFile.Reading?

  init(_ invocation: Invocation, environment: Environment = Environment()) {
    var invocation = invocation
    let file = ConfigurationFile.find(invocation.configuration, environment: environment)
    reading = file?.read(themes: ThemeFiles(beside: file, environment: environment))
    if invocation.catalogs.isEmpty { invocation.catalogs = reading?.settings?.catalogs ?? [] }
    if invocation.stacks.isEmpty, environment["STRATA_STACK"] == nil, let stack = reading?.settings?.stack {
      invocation.stacks = [stack]
    }
    self.invocation = invocation
    self.environment = environment
  }

  func run() -> Int32 {
    Strata.openStandardDescriptors()
    if let snapshot = invocation.snapshot { return printSnapshot(snapshot) }
    if isAccessible { return recite() }
    // Before anything is read: this is the likeliest mistake.
    guard let output = screen else { return fail(.outputIsNoTerminal) }
    guard !invocation.catalogs.isEmpty else {
      let surroundings = Surroundings(of: self)
      return explore(
        { LoadedCatalog(shipped: ShippedCatalog.open()) }, Reloading(), surroundings, rereads: false, on: output)
    }
    let files: CatalogFiles
    do {
      files = try CatalogFiles(operands: invocation.catalogs, guides: invocation.guides, settings: invocation.settings)
    } catch {
      return fail(.file(error))
    }
    // Before the reading: a change meanwhile is one, too.
    var reloading = Reloading()
    reloading.watch(files)
    let reading = CatalogReading(files) { _ in Terminal.wake() }
    // Meanwhile.
    let surroundings = Surroundings(of: self)
    // Within this time the first frame is the whole one, and what is wrong is said without a screen that flashes up.
    switch reading.state(within: Exploration.patience) {
    case .read: return explore(reading.take, reloading, surroundings, rereads: true, on: output)
    case .failed(let failure): return fail(failure)
    case .reading: return explore(reading, reloading, surroundings, on: output)
    }
  }

  /// Milliseconds after which a reading shows its progress.
  private static let patience = 200

  // MARK: On the terminal

  /// The descriptor of the terminal that shows the screen: standard output, or, where that takes what is chosen, the
  /// process's own terminal. Nil without one.
  private var screen: Int32? {
    if isatty(STDOUT_FILENO) == 1 { return STDOUT_FILENO }
    guard invocation.picks else { return nil }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    return terminal >= 0 ? terminal : nil
  }

  private func explore(
    _ take: () -> LoadedCatalog, _ reloading: consuming Reloading, _ surroundings: consuming Surroundings,
    rereads: Bool,
    on output: Int32
  ) -> Int32 {
    let end: (status: Int32, picked: VisibleText)
    do {
      var terminal = try Terminal(output: output)
      end = explore(take, reloading, surroundings, rereads: rereads, on: &terminal)
    } catch {
      return fail(error)
    }
    // The terminal is given back: what was chosen is for standard output.
    Output.write(end.picked)
    return end.status
  }

  /// Shows the progress first.
  private func explore(
    _ reading: CatalogReading, _ reloading: consuming Reloading, _ surroundings: consuming Surroundings,
    on output: Int32
  ) -> Int32 {
    let failure: LoadFailure?
    var end: (status: Int32, picked: VisibleText) = (0, "")
    do {
      var terminal = try Terminal(output: output)
      let configuration = surroundings.live.configuration
      var screen = ReadingScreen(
        reading: reading, words: ScreenWords[configuration.language], names: invocation.catalogs,
        textWidth: configuration.textWidth)
      switch screen.run(on: &terminal) {
      case .left(let status): (end, failure) = ((status, ""), nil)
      case .read: (end, failure) = (explore(reading.take, reloading, surroundings, rereads: true, on: &terminal), nil)
      case .failed(let problem): failure = problem
      }
    } catch {
      return fail(error)
    }
    // The terminal is given back: there is room for the report, and for what was chosen.
    if let failure { return fail(failure) }
    Output.write(end.picked)
    return end.status
  }

  /// - Parameters:
  ///   - take: gives the catalog; nobody else holds it, so that the next reading frees it.
  ///   - rereads: whether there are files to be read again.
  private func explore(
    _ take: () -> LoadedCatalog, _ reloading: consuming Reloading, _ surroundings: consuming Surroundings,
    rereads: Bool,
    on terminal: inout Terminal
  ) -> (status: Int32, picked: VisibleText) {
    let (state, saved) = (surroundings.state, surroundings.saved)
    var stacks = surroundings.stacks
    let live = surroundings.live
    var configuration = live.configuration
    let opener = live.opener
    configuration.isFirstRun = state != nil && saved == nil
    terminal.drawsBordersOfOld = configuration.textWidth.keepsBorders
    let words = ScreenWords[configuration.language]
    var explorer = explorer(of: take(), configuration, saved: saved, size: terminal.size, stacks: &stacks)
    if let (unknown, taken) = terminal.substitute {
      explorer.report(.failed(words.takenFor(unknown, taken)))
    }
    var session = Session(
      explorer: explorer, textWidth: configuration.textWidth, words: words, files: rereads ? reread : nil, state: state,
      opener: opener, stacks: stacks, reloading: reloading, live: live)
    let status = session.run(on: &terminal)
    return (status, session.picked)
  }

  /// What the files are by then: in a folder there may be others.
  private var reread: @Sendable () throws(FileFailure) -> CatalogFiles {
    let invocation = invocation
    return { () throws(FileFailure) in
      try CatalogFiles(operands: invocation.catalogs, guides: invocation.guides, settings: invocation.settings)
    }
  }

  var keepsState: Bool { invocation.keepsState && !invocation.catalogs.contains("-") }

  // MARK: As text

  private func printSnapshot(_ snapshot: Invocation.Snapshot) -> Int32 {
    let loaded: LoadedCatalog
    do {
      loaded = try LoadedCatalog(
        operands: invocation.catalogs, guides: invocation.guides, settings: invocation.settings)
    } catch {
      return fail(error)
    }
    // A picture is the same everywhere: only stacks that are named are in it, and it changes none.
    var stacks =
      invocation.stacks.isEmpty
      ? StackKeeper() : StackKeeper(options: invocation.stacks, environment: environment, isReadOnly: true)
    let configuration = live(saved: nil, isUTF8: true).configuration
    var session = Session(
      explorer: explorer(of: loaded, configuration, saved: nil, size: snapshot.size, stacks: &stacks),
      textWidth: configuration.textWidth, words: ScreenWords[configuration.language], files: nil, state: nil,
      opener: nil, stacks: stacks, reloading: Reloading(), scansBeside: false)
    var script = Script(size: snapshot.size, keys: snapshot.keys)
    let status = session.run(on: &script)
    if snapshot.isPicture {
      // A terminal's own colors, on a dark ground.
      Output.write(
        script.frame?.svg(foreground: Color(index: 252), background: Color(red: 30, green: 30, blue: 34)) ?? "")
    } else {
      Output.write(VisibleText(lines: (script.frame?.text ?? "") + "\n"))
    }
    return status
  }

  // MARK: What both need

  func live(saved: String?, isUTF8: Bool) -> LiveConfiguration {
    LiveConfiguration(invocation, environment: environment, reading: reading, saved: saved, isUTF8: isUTF8)
  }

  func explorer(
    of loaded: LoadedCatalog, _ configuration: Explorer.Configuration, saved: String?, size: Size,
    stacks: inout StackKeeper
  ) -> Explorer {
    var configuration = configuration
    if invocation.color == .auto, configuration.usesColor {
      configuration.usesColor = invocation.color.isColored(environment: environment, isTerminal: true)
    }
    configuration.findings = loaded.findings
    configuration.saved = saved
    let read = stacks.read()
    configuration.stacks = read?.stacks ?? []
    configuration.stackPath = stacks.wantedPath
    configuration.stackPlaces = stacks.places
    var unknown: VisibleText?
    if let name = invocation.place {
      let lookup = NameLookup(loaded.catalog)
      configuration.start.place = lookup.find(name).lazy.compactMap(\.subject).first
      if configuration.start.place == nil {
        let near = UsageMistake.hint(lookup.near(name))
        unknown = "--at: nothing in the catalog is called '\(name)'\(near)"
      }
    }
    configuration.start.query = invocation.query
    configuration.start.view = invocation.view
    configuration.start.picks = invocation.picks
    configuration.start.scanned = invocation.scanned
    var explorer = Explorer(catalog: loaded.catalog, configuration: configuration, size: size)
    if let problem = read?.problem { explorer.report(.failed(problem)) }
    if let unknown { explorer.report(.failed(unknown)) }
    return explorer
  }

  private func fail(_ error: TerminalError) -> Int32 {
    Output.writeError("strata: \(error.sentence)\n")
    return ExitStatus.noTerminal
  }

  func fail(_ failure: LoadFailure) -> Int32 {
    Output.writeError(failure.report)
    return ExitStatus.unreadableFile
  }
}
