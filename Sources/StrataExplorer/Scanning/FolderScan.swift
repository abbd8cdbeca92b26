public import StrataScan
public import StrataText

/// A scan of folders, as far as it has come.
public struct FolderScan: Sendable {
  public enum State: Hashable, Sendable {
    case running, done
    /// Somebody stopped it: what was found by then is there.
    case stopped
    /// Why a path that was named is not read.
    case failed(VisibleText)
  }

  /// Folders, files, `-` for standard input.
  public var paths: [String]
  public var state: State
  /// How many files were read.
  public var files: Int
  /// What was not read, and how often.
  public var skipped: [(skip: Skip, count: Int)]
  /// Nothing while it runs.
  public var result: ScanResult

  public init(
    paths: [String], state: State = .running, files: Int = 0, skipped: [(skip: Skip, count: Int)] = [],
    result: ScanResult = ScanResult()
  ) {
    self.paths = paths
    self.state = state
    self.files = files
    self.skipped = skipped
    self.result = result
  }

  var isRunning: Bool { state == .running }
}
