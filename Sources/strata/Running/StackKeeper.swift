import Glibc
import StrataExplorer
import StrataStack
import StrataText

/// The stacks of a run: reads their files, carries changes out, takes them back.
///
/// A change begins with the file as it is on the disk at that moment, so what somebody else wrote meanwhile is kept; and it is
/// written only where the file still is what was read.
struct StackKeeper {
  /// The first is the one that keys write to.
  private(set) var files: [StackFile]
  /// Where a stack may be begun, as long as there is none.
  let places: [StackPlace]
  private let isReadOnly: Bool
  /// What each file was when it was last read, and the last good stack in it.
  private var known: [String: Known] = [:]
  /// What was written, the last change last.
  private var history: [Step] = []

  private struct Known {
    var bytes: [UInt8]
    var open: OpenStack?
  }

  private struct Step {
    var path: String
    /// Nil: the file was made by it.
    var before: [UInt8]?
    var after: [UInt8]
  }

  /// No stacks, and none to begin.
  init() { (files, places, isReadOnly) = ([], [], true) }

  /// - Parameters:
  ///   - options: the files that were named; none: the one that is found.
  ///   - isReadOnly: nothing is changed.
  init(options: [String], environment: Environment, isReadOnly: Bool = false) {
    self.isReadOnly = isReadOnly
    files = options.map { StackFile(path: $0) }
    if options.isEmpty, let found = StackFile.find(option: nil, environment: environment) { files = [found] }
    places =
      [StackPlace(.folder, path: "strata-stack.yaml")]
      + (StackFile.personal(environment).map { [StackPlace(.personal, path: $0)] } ?? [])
  }

  /// The file that the first change makes; nil: it is asked for.
  var wantedPath: String? { files.first?.path }

  // MARK: Reading

  /// Reads what has changed.
  ///
  /// - Returns: nil where nothing has; or else the stacks, and what is wrong with a file.
  mutating func read() -> (stacks: [OpenStack], problem: VisibleText?)? {
    var hasChanged = false
    var problem: VisibleText?
    for file in files {
      let bytes: [UInt8]
      do {
        bytes = try file.read()
      } catch {
        if known.removeValue(forKey: file.path) != nil { hasChanged = true }
        if error != .missing { problem = FileFailure(path: file.path, problem: error).sentence }
        continue
      }
      if known[file.path]?.bytes == bytes { continue }
      hasChanged = true
      let (stack, diagnostics) = Stack.read(bytes, name: file.path)
      let report = DiagnosticReport(diagnostics) { _ in bytes[...] }
      let findings = report.entries.map { String($0.prefix { !$0.isNewline }) }
      if let stack {
        known[file.path] = Known(bytes: bytes, open: OpenStack(path: file.path, stack: stack, findings: findings))
      } else {
        // The last good one stays; the file is not written as long as it does not parse.
        var open = known[file.path]?.open
        open?.findings = findings
        known[file.path] = Known(bytes: bytes, open: open)
        problem = VisibleText(report.headline)
      }
    }
    guard hasChanged || problem != nil else { return nil }
    return (files.compactMap { known[$0.path]?.open }, problem)
  }

  // MARK: Changing

  /// How often a change is begun anew because somebody else wrote meanwhile.
  private static let attempts = 3

  mutating func carryOut(_ change: StackChange, at path: String, today: String) -> Outcome {
    guard !isReadOnly else { return .failed("\(path) is not changed here") }
    let file = StackFile(path: path)
    for _ in 0..<StackKeeper.attempts {
      do {
        let before = try StackKeeper.bytes(of: file)
        var editor = try StackEditor(before ?? Array(StackCommand.Begin.text.utf8), name: path)
        try editor.apply(change, today: today)
        if editor.source == before { return .stackUnchanged }
        try file.write(editor.source, over: before)
        history.append(Step(path: path, before: before, after: editor.source))
        if !files.contains(file) { files.insert(file, at: 0) }
        return .stackChanged(change, path: path, isNew: before == nil)
      } catch StackFile.WriteProblem.changedMeanwhile {
        continue
      } catch let error as StackFile.WriteProblem {
        return .failed(error.sentence(path: path))
      } catch let error as StackEditor.Failure {
        return .failed(error.sentence(path: path))
      } catch let error as FileProblem {
        return .failed(FileFailure(path: path, problem: error).sentence)
      } catch {
        return .failed("\(path): \(String(describing: error))")
      }
    }
    return .failed(StackFile.WriteProblem.changedMeanwhile.sentence(path: path))
  }

  /// Takes the last change back, where the file still is what it made.
  mutating func undo() -> Outcome {
    guard let step = history.popLast() else { return .stackUnchanged }
    let file = StackFile(path: step.path)
    do {
      if let before = step.before {
        try file.write(before, over: step.after)
      } else {
        guard try StackKeeper.bytes(of: file) == step.after else { throw StackFile.WriteProblem.changedMeanwhile }
        if unlink(RawPath.bytes(of: step.path)) != 0 { throw StackFile.WriteProblem.system(errno) }
      }
      return .stackUndone
    } catch let error as StackFile.WriteProblem {
      history.append(step)
      return .failed(error.sentence(path: step.path))
    } catch {
      history.append(step)
      return .failed(StackFile.WriteProblem.changedMeanwhile.sentence(path: step.path))
    }
  }

  /// Nil where there is no file.
  private static func bytes(of file: StackFile) throws(FileProblem) -> [UInt8]? {
    do {
      return try file.read()
    } catch .missing {
      return nil
    }
  }
}
