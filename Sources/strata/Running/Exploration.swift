import Glibc
import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataTerminal
import StrataText

/// One run of the explorer, from the command line to the exit status.
struct Exploration {
  private let invocation: Invocation
  private let environment: Environment

  init(_ invocation: Invocation, environment: Environment = Environment()) {
    self.invocation = invocation
    self.environment = environment
  }

  func run() -> Int32 {
    Strata.openStandardDescriptors()
    if let snapshot = invocation.snapshot { return printSnapshot(snapshot) }
    // Before anything is read: this is the likeliest mistake.
    guard isatty(STDOUT_FILENO) == 1 else { return fail(.outputIsNoTerminal) }
    guard !invocation.catalogs.isEmpty else {
      return explore({ LoadedCatalog(shipped: ShippedCatalog.open()) }, Reloading(), rereads: false)
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
    // Within this time the first frame is the whole one, and what is wrong is said without a screen that flashes up.
    switch reading.state(within: Exploration.patience) {
    case .read: return explore(reading.take, reloading, rereads: true)
    case .failed(let failure): return fail(failure)
    case .reading: return explore(reading, reloading)
    }
  }

  /// Milliseconds after which a reading shows its progress.
  private static let patience = 200

  // MARK: On the terminal

  private func explore(_ take: () -> LoadedCatalog, _ reloading: consuming Reloading, rereads: Bool) -> Int32 {
    do {
      var terminal = try Terminal()
      return explore(take, reloading, rereads: rereads, on: &terminal)
    } catch {
      return fail(error)
    }
  }

  /// Shows the progress first.
  private func explore(_ reading: CatalogReading, _ reloading: consuming Reloading) -> Int32 {
    let failure: LoadFailure
    do {
      var terminal = try Terminal()
      var screen = ReadingScreen(
        reading: reading, words: ScreenWords[language], names: invocation.catalogs,
        textWidth: textWidth(isUTF8: terminal.isUTF8))
      switch screen.run(on: &terminal) {
      case .left(let status): return status
      case .read: return explore(reading.take, reloading, rereads: true, on: &terminal)
      case .failed(let problem): failure = problem
      }
    } catch {
      return fail(error)
    }
    // The terminal is given back: there is room for the report.
    return fail(failure)
  }

  /// - Parameters:
  ///   - take: gives the catalog; nobody else holds it, so that the next reading frees it.
  ///   - rereads: whether there are files to be read again.
  private func explore(
    _ take: () -> LoadedCatalog, _ reloading: consuming Reloading, rereads: Bool, on terminal: inout Terminal
  ) -> Int32 {
    let state = keepsState ? StateFile(catalogs: invocation.catalogs, environment: environment) : nil
    let textWidth = textWidth(isUTF8: terminal.isUTF8)
    var stacks = StackKeeper(options: invocation.stacks, environment: environment)
    var session = Session(
      explorer: explorer(
        of: take(), textWidth: textWidth, saved: state?.load(), size: terminal.size, stacks: &stacks),
      textWidth: textWidth, words: ScreenWords[language], files: rereads ? reread : nil, state: state,
      opener: Opener(environment: environment), stacks: stacks, reloading: reloading)
    terminal.watched = session.watchDescriptor
    return session.run(on: &terminal)
  }

  /// What the files are by then: in a folder there may be others.
  private var reread: @Sendable () throws(FileFailure) -> CatalogFiles {
    let invocation = invocation
    return { () throws(FileFailure) in
      try CatalogFiles(operands: invocation.catalogs, guides: invocation.guides, settings: invocation.settings)
    }
  }

  private var keepsState: Bool { invocation.keepsState && !invocation.catalogs.contains("-") }

  // MARK: As text

  private func printSnapshot(_ snapshot: Invocation.Snapshot) -> Int32 {
    let loaded: LoadedCatalog
    do {
      loaded = try LoadedCatalog(
        operands: invocation.catalogs, guides: invocation.guides, settings: invocation.settings)
    } catch {
      return fail(error)
    }
    let textWidth = textWidth(isUTF8: true)
    // A picture is the same everywhere: only stacks that are named are in it, and it changes none.
    var stacks =
      invocation.stacks.isEmpty
      ? StackKeeper() : StackKeeper(options: invocation.stacks, environment: environment, isReadOnly: true)
    var session = Session(
      explorer: explorer(of: loaded, textWidth: textWidth, saved: nil, size: snapshot.size, stacks: &stacks),
      textWidth: textWidth, words: ScreenWords[language], files: nil, state: nil, opener: nil,
      stacks: stacks, reloading: Reloading())
    var script = Script(size: snapshot.size, keys: snapshot.keys)
    let status = session.run(on: &script)
    Output.write(VisibleText(lines: (script.frame?.text ?? "") + "\n"))
    return status
  }

  // MARK: What both need

  private func explorer(
    of loaded: LoadedCatalog, textWidth: TextWidth, saved: String?, size: Size, stacks: inout StackKeeper
  ) -> Explorer {
    var configuration = Explorer.Configuration()
    configuration.language = decidedLanguage ?? saved.flatMap(Language.init(saved:)) ?? .en
    configuration.textWidth = textWidth
    configuration.usesColor =
      switch invocation.color {
      case .always: true
      case .never: false
      case .auto: environment["NO_COLOR"] == nil
      }
    configuration.findings = loaded.findings
    configuration.saved = saved
    let read = stacks.read()
    configuration.stacks = read?.stacks ?? []
    configuration.stackPath = stacks.wantedPath
    configuration.stackPlaces = stacks.places
    var explorer = Explorer(catalog: loaded.catalog, configuration: configuration, size: size)
    if let problem = read?.problem { explorer.report(.failed(problem)) }
    return explorer
  }

  /// The language of the option, or of the environment.
  private var decidedLanguage: Language? { invocation.language ?? Language(environment: environment) }
  private var language: Language { decidedLanguage ?? .en }

  private func textWidth(isUTF8: Bool) -> TextWidth {
    TextWidth(ambiguousIsWide: invocation.ambiguousIsWide, drawsASCII: invocation.drawsASCII || !isUTF8)
  }

  private func fail(_ error: TerminalError) -> Int32 {
    Output.writeError("strata: \(error.sentence)\n")
    return ExitStatus.noTerminal
  }

  private func fail(_ failure: LoadFailure) -> Int32 {
    Output.writeError(failure.report)
    return ExitStatus.unreadableCatalog
  }
}

extension Language {
  /// The language that an earlier run saved.
  fileprivate init?(saved: String) {
    let line = saved.split(separator: "\n").first { $0.hasPrefix("language ") }
    guard let language = line.flatMap({ Language(rawValue: String($0.dropFirst("language ".count))) }) else {
      return nil
    }
    self = language
  }
}
