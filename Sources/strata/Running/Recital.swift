import Glibc
import StrataExplorer
import StrataScreen
import StrataTerminal
import StrataText

/// The explorer line by line: what is there is printed, each line with its kind and number, and a line that is typed says what to do.
/// No screen, no boxes, no colors: for screen readers, braille lines and pipes.
struct Recital {
  private var explorer: Explorer
  private let state: StateFile?
  private let opener: Opener?
  private var stacks: StackKeeper
  private let textWidth: TextWidth
  /// Columns of a line that is printed.
  private let columns: Int
  /// Whether somebody types: a pipe needs no prompt.
  private let asks: Bool
  private let reread: (() -> LoadedCatalog?)?
  private let read: () -> String?
  private let write: (VisibleText) -> Void
  /// Whether all of it is wanted once more.
  private var readsAgain = false

  /// Lines of a list that are read at once.
  private static let pace = 20
  /// Lines that are read by themselves where all others are as they were.
  private static let few = 2

  /// - Parameters:
  ///   - read: the next line that is typed, without its end; nil at the end of the input.
  ///   - write: prints lines that end.
  init(
    explorer: Explorer, textWidth: TextWidth, columns: Int, asks: Bool, state: StateFile?, opener: Opener?,
    stacks: StackKeeper = StackKeeper(),
    reread: (() -> LoadedCatalog?)? = nil, read: @escaping () -> String?,
    write: @escaping (VisibleText) -> Void
  ) {
    self.explorer = explorer
    self.textWidth = textWidth
    self.columns = max(20, columns)
    self.asks = asks
    self.state = state
    self.opener = opener
    self.stacks = stacks
    self.reread = reread
    self.read = read
    self.write = write
  }

  /// Returns the exit status.
  mutating func run() -> Int32 {
    var first = 0
    _ = carryOut(explorer.begin())
    var transcript = look()
    say(hint)
    present(transcript, from: first)
    while true {
      if asks { write("> ") }
      guard let typed = read() else { return carryOut(explorer.handle(.terminate(status: 0))) ?? 0 }
      let line = typed.trimmingBlanks
      if line.isEmpty {
        // What is left of what is there; after its end the beginning again.
        first = first + Recital.pace < transcript.lines.count ? first + Recital.pace : 0
        present(transcript, from: first, continues: first > 0)
        continue
      }
      if let status = answer(line, in: transcript) { return status }
      let before = transcript
      transcript = look()
      let changed = transcript.changes(since: before)
      if let changed, changed.count <= Recital.few, !readsAgain {
        // The same is there, but for a little: that is said.
        if transcript.title != before.title { say(transcript.title) }
        say(transcript.remarks + changed)
        continue
      }
      readsAgain = false
      first = 0
      present(transcript, from: first)
    }
  }

  private var hint: String { explorer.readingHint }

  /// What is there, once all that is under way is done.
  private mutating func look() -> Transcript {
    while explorer.hasWork, explorer.showsWork, explorer.advance() {}
    return explorer.transcript()
  }

  // MARK: What is typed

  /// Returns the exit status once the explorer ends.
  private mutating func answer(_ line: String, in transcript: Transcript) -> Int32? {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    if let number = Recital.number(words[0]) {
      let keys = words.count > 1 ? Recital.keys(words[1]) : []
      guard let keys, let effects = explorer.take(number, in: transcript, keys: keys) else { return unknown() }
      return carryOut(effects)
    }
    if line == "-" { return carryOut(explorer.goBack()) }
    if explorer.asksForText {
      _ = explorer.handle(.paste(line))
      return carryOut(explorer.handle(.key(Key(.enter))))
    }
    if line.hasPrefix("/") {
      explorer.type(String(line.dropFirst()).trimmingBlanks)
      return nil
    }
    if line.hasPrefix(":"), line.count > 1 {
      return carryOut(explorer.perform(named: String(line.dropFirst()).trimmingBlanks))
    }
    guard let keys = Recital.keys(line) else { return unknown() }
    for key in keys {
      if let status = carryOut(explorer.handle(.key(key))) { return status }
    }
    return nil
  }

  private func unknown() -> Int32? {
    say(explorer.unknownHint)
    return nil
  }

  private static func number(_ word: String) -> Int? {
    word.utf8.count <= 6 && word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(word) : nil
  }

  /// A key by its name, or several that stand for themselves: `y n` is two.
  private static func keys(_ text: String) -> [Key]? {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      guard let key = Key(name: String(word)) else { return nil }
      keys.append(key)
    }
    return keys
  }

  // MARK: What is said

  private func present(_ transcript: Transcript, from first: Int, continues: Bool = false) {
    if !continues { say(transcript.title) }
    say(transcript.remarks)
    let shown = transcript.lines.dropFirst(first).prefix(Recital.pace)
    say(Array(shown))
    let left = transcript.lines.count - first - shown.count
    if left > 0 { say("\(left) \(explorer.moreHint)") }
  }

  private func say(_ lines: [Transcript.Line]) {
    for line in lines { say("\(line.kind): \(line.text)") }
  }

  /// Prints a line, broken between words where it is longer than the screen, what goes on indented.
  private func say(_ text: String) {
    var rest = text.split(separator: " ", omittingEmptySubsequences: true)[...]
    var line = ""
    var isFirst = true
    var lines = ""
    while let word = rest.popFirst() {
      let longer = line.isEmpty ? (isFirst ? "" : "  ") + word : line + " " + word
      if textWidth.columns(longer) <= columns {
        line = longer
        continue
      }
      if !line.isEmpty {
        lines += line + "\n"
        isFirst = false
        line = ""
        rest = [word] + rest
        continue
      }
      // A word that is longer than a line, or Chinese, which has no blanks.
      let lead = isFirst ? "" : "  "
      let head = textWidth.prefix(String(word), columns: columns - lead.count)
      lines += lead + head + "\n"
      isFirst = false
      let tail = word.unicodeScalars.dropFirst(max(1, head.unicodeScalars.count))
      if !tail.isEmpty { rest = [Substring(String(tail))] + rest }
    }
    if !line.isEmpty { lines += line + "\n" }
    write(VisibleText(lines: lines))
  }

  // MARK: Effects

  /// Reads the stacks' files where they have changed.
  private mutating func readStacks() {
    guard let (read, problem) = stacks.read() else { return }
    explorer.replace(stacks: read)
    if let problem { explorer.report(.failed(problem)) }
  }

  private mutating func carryOut(_ effects: [Effect]) -> Int32? {
    for effect in effects {
      switch effect {
      case .quit(let status): return status
      case .redraw: readsAgain = true
      case .suspend, .reportMouse: break
      case .picked(let lines): write(lines)
      case .reload:
        if let loaded = reread?() {
          explorer.replace(catalog: loaded.catalog, findings: loaded.findings)
          explorer.report(.reloaded)
        } else if reread == nil {
          explorer.report(.reloaded)
        }
      case .open(let url):
        guard let opener, let address = WebAddress(url) else {
          explorer.report(.showAddress(url: url))
          break
        }
        explorer.report(opener.open(address) { _ in })
      // What would be on the clipboard is read out: there it can be taken from.
      case .copy(let text, _): write(text + "\n")
      case .save(let saved): state?.save(saved)
      case .changeStack(let change, let path):
        let outcome = stacks.carryOut(change, at: path, today: StackCommand.today)
        readStacks()
        explorer.report(outcome)
      case .undoStack:
        let outcome = stacks.undo()
        readStacks()
        explorer.report(outcome)
      case .scan(let paths):
        let paths = paths.map { FolderScanning.path($0, environment: Environment()) }
        explorer.report(FolderScanning.scan(paths, over: explorer.catalog) { _ in true })
      case .stopScan: break
      // No editor: who listens types notes here.
      case .writeNote: explorer.report(.failed(VisibleText(explorer.unknownHint)))
      }
    }
    return nil
  }
}

extension String {
  /// Without blanks and a carriage return at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
