import Glibc

/// When the catalogs have to be read again: a little after a change, one reading at a time.
struct Reloading: ~Copyable {
  /// When the next reading is due, in milliseconds of `now`; nil: not at all.
  private(set) var due: Int?
  private var isReading = false
  /// A change that came while reading.
  private var isOverdue = false
  private var watch: FileWatch?
  private var stamps: [FileStamp?] = []

  /// Milliseconds from a change to the reading: an editor writes and renames in several steps.
  private static let delay = 60
  /// Milliseconds that a file may stay half written.
  private static let writerDelay = 150

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

  mutating func takeChange(at time: Int) {
    guard watch?.takeChange() == true else { return }
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

  /// Makes another reading due, late enough for a writer to have come to an end.
  mutating func lookAgain() { due = now() + Reloading.writerDelay }

  mutating func end() {
    isReading = false
    if isOverdue { due = now() + Reloading.delay }
    isOverdue = false
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
