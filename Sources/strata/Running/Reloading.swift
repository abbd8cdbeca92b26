import Glibc
import StrataText

/// When the catalogs have to be read again: a little after a change, one reading at a time.
struct Reloading: ~Copyable {
  /// When the next reading is due, in milliseconds of `now`; nil: not at all.
  private(set) var due: Int?
  private var isReading = false
  /// A change that came while reading.
  private var isOverdue = false
  private var watch: FileWatch?
  private var stamps: [FileStamp?] = []
  /// Why the last reading failed, while that is not yet said.
  private(set) var failure: VisibleText?
  /// When the first of the readings failed that have failed since the last good one.
  private var failingSince: Int?
  /// Whether a change came since the last reading that failed.
  private var hasChangedSince = false

  /// Milliseconds from a change to the reading: an editor writes and renames in several steps.
  private static let delay = 60
  /// Milliseconds that a file may stay half written.
  private static let writerDelay = 150
  /// Milliseconds of nothing but failures after which they are said, though somebody still writes.
  static let patience = 3000

  init() {}

  var watchDescriptor: Int32 {
    switch watch {
    case .some(let watch): watch.descriptor
    case nil: -1
    }
  }

  /// Watches the files that are read now, and knows them as read.
  mutating func watch(_ files: CatalogFiles) {
    if watch == nil {
      watch = FileWatch()
      remember(files)
    }
    watch?.watch(files)
  }

  /// Watches one more file, beside the catalogs.
  mutating func watch(path: String) {
    if watch == nil { watch = FileWatch() }
    watch?.watch(path: path)
  }

  mutating func takeChange(at time: Int) {
    guard watch?.takeChange() == true else { return }
    noteChange(at: time)
  }

  mutating func noteChange(at time: Int) {
    hasChangedSince = true
    if isReading { isOverdue = true } else if due == nil { due = time + Reloading.delay }
  }

  /// Whether a reading may begin now; if not, it will as soon as the one under way ends.
  mutating func begin() -> Bool {
    due = nil
    if isReading {
      isOverdue = true
      return false
    }
    isReading = true
    return true
  }

  mutating func end(at time: Int = now()) {
    isReading = false
    if isOverdue { due = time + Reloading.delay }
    isOverdue = false
  }

  mutating func succeed() {
    failure = nil
    failingSince = nil
  }

  /// Takes note of a reading that failed; says whether that lasts and is to be told. A file may be half written, or
  /// between two names: it lasts once the files stay as they are for long enough for a writer to have come to an end.
  mutating func fail(_ message: VisibleText, at time: Int = now()) -> Bool {
    let since = failingSince ?? time
    failingSince = since
    if time - since >= Reloading.patience || failure == message && !hasChangedSince && due == nil {
      failure = nil
      return true
    }
    failure = message
    if due == nil {
      hasChangedSince = false
      due = time + Reloading.writerDelay
    }
    return false
  }

  /// Whether the files are others than those remembered, or have other contents.
  func hasChanged(_ files: CatalogFiles) -> Bool { Reloading.stamps(of: files) != stamps }

  mutating func remember(_ files: CatalogFiles) { stamps = Reloading.stamps(of: files) }

  private static func stamps(of files: CatalogFiles) -> [FileStamp?] { files.paths.map { FileStamp(path: $0) } }
}

/// Milliseconds of a clock that only runs forward.
func now() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
