// Memory: calls; with the size of the buffer.

import Glibc
import StrataScan

/// Goes through folders and hands their files to a scan, without following a link or waiting for anything.
struct FolderWalk {
  /// Bytes of an ordinary file; lock files and SBOMs may have any number.
  static let largestFile = 4 << 20
  /// Folders that hold somebody else's code.
  private static let skippedFolders: Set<String> = [".git", "node_modules", "vendor", ".hg", ".svn", ".terraform"]
  private static let chunk = 1 << 18

  private(set) var files = 0
  /// Whether it was told to stop.
  private(set) var isStopped = false
  private var counts: [Skip: Int] = [:]
  /// What was not read, and how often.
  var skipped: [(skip: Skip, count: Int)] {
    Skip.allCases.compactMap { skip in counts[skip].map { (skip, $0) } }
  }

  /// Milliseconds after which one wants to know how far it is, and those from one word to the next.
  private static let patience = 200
  private static let pace = 100
  private var nextWord = now() + patience
  private let goesOn: (_ files: Int) -> Bool

  private var buffer = [UInt8](repeating: 0, count: chunk)

  /// - Parameter goesOn: called now and then, where it takes longer, with the number of files read; false stops the walk.
  init(goesOn: @escaping (_ files: Int) -> Bool) {
    self.goesOn = goesOn
  }

  /// Says how far it is when it is time to.
  private mutating func breathe() {
    guard now() >= nextWord else { return }
    nextWord = now() + Self.pace
    if !goesOn(files) { isStopped = true }
  }

  /// Scans what stands at `path`: a file, a pipe, or a folder with all below it; `-` is standard input.
  ///
  /// - Throws: what makes the path itself unreadable; what lies below is counted instead.
  mutating func scan(_ path: String, into scan: inout Scan) throws(FileProblem) {
    if path == "-" {
      if isatty(STDIN_FILENO) == 1 { throw .inputIsTerminal }
      return scanStream(STDIN_FILENO, shown: "<stdin>", into: &scan)
    }
    var status = stat()
    guard stat(RawPath.bytes(of: path), &status) == 0 else { throw FileReader.problem(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: try scanFolder(path, into: &scan)
    case S_IFREG: try scanFile(path, into: &scan)
    case S_IFIFO:
      // A pipe that nobody writes to is at its end at once; what another program writes comes through one, too.
      let descriptor = open(RawPath.bytes(of: path), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileReader.problem(errno) }
      defer { close(descriptor) }
      scanStream(descriptor, shown: path, into: &scan)
    // A device may never end.
    default: count(.special)
    }
  }

  private mutating func scanFolder(_ path: String, into scan: inout Scan) throws(FileProblem) {
    // Folders that are still to be gone through: no recursion, so that no depth of folders is too much.
    var open = [""]
    let root = path.hasSuffix("/") ? path : path + "/"
    let shownRoot = path == "." || path == "./" ? "" : root
    var isRoot = true
    while !isStopped, let folder = open.popLast() {
      guard let names = names(in: root + folder) else {
        if isRoot { throw FileReader.problem(errno) }
        count(.unreadable)
        continue
      }
      isRoot = false
      var below: [String] = []
      for entry in names where !isStopped {
        let relative = folder + entry.name
        switch entry.type {
        case .folder:
          if Self.skippedFolders.contains(entry.name) { count(.folder) } else { below.append(relative + "/") }
        case .link: count(.link)
        case .special: count(.special)
        case .file: take(root + relative, relative: relative, shown: shownRoot + relative, into: &scan)
        }
      }
      open += below.reversed()
    }
  }

  /// Scans a file that was named. Where its name says nothing its first bytes tell what it is: `kubectl get crd > crds.txt`.
  private mutating func scanFile(_ path: String, into scan: inout Scan) throws(FileProblem) {
    let descriptor = open(RawPath.bytes(of: path), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReader.problem(errno) }
    defer { close(descriptor) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard Scan.reads(path: name), var file = scan.open(path: name, shown: path) else {
      return scanStream(descriptor, shown: path, into: &scan)
    }
    files += 1
    read(descriptor, into: &file, hasLimit: false)
    scan.close(&file)
  }

  /// Scans what has no name that tells what it is, to its end.
  private mutating func scanStream(_ descriptor: Int32, shown: String, into scan: inout Scan) {
    files += 1
    var filled = fill(descriptor)
    if buffer[..<min(filled, 8_000)].contains(0) { return count(.binary) }
    var file = scan.openInput(beginning: buffer.span.extracting(0..<filled), shown: shown)
    while filled > 0 {
      file.feed(buffer.span.extracting(0..<filled))
      filled = fill(descriptor)
    }
    scan.close(&file)
  }

  /// Waits until there is something to read, or the end, and listens meanwhile.
  private mutating func awaitInput(_ descriptor: Int32) {
    var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    repeat { breathe() } while !isStopped && poll(&input, 1, Int32(Self.pace)) == 0
  }

  // MARK: Files

  private mutating func take(_ path: String, relative: String, shown: String, into scan: inout Scan) {
    guard var file = scan.open(path: relative, shown: shown) else { return }
    defer {
      files += 1
      breathe()
      scan.close(&file)
    }
    guard Scan.reads(path: relative) else { return }
    let descriptor = open(RawPath.bytes(of: path), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return count(errno == ELOOP ? .link : .unreadable) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return count(.special) }
    let hasLimit = !FileType.hasNoLimit(name: relative)
    guard !hasLimit || status.st_size <= Self.largestFile else { return count(.large) }
    read(descriptor, into: &file, hasLimit: hasLimit)
  }

  private mutating func read(_ descriptor: Int32, into file: inout FileScan, hasLimit: Bool) {
    var total = 0
    while true {
      let filled = fill(descriptor)
      guard filled > 0 else { return }
      if total == 0, buffer[..<min(filled, 8_000)].contains(0) { return count(.binary) }
      total += filled
      file.feed(buffer.span.extracting(0..<filled))
      breathe()
      if isStopped { return }
      // A file that grows while it is read is read no further than it may be.
      if hasLimit, total > Self.largestFile { return }
    }
  }

  /// Fills the buffer as far as one read does; 0 at the end, and once it was told to stop.
  private mutating func fill(_ descriptor: Int32) -> Int {
    // Of all descriptors this one alone may make a read wait.
    if descriptor == STDIN_FILENO { awaitInput(descriptor) }
    while !isStopped {
      let result = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if result >= 0 { return result }
      if errno == EAGAIN { awaitInput(descriptor) } else if errno != EINTR { return 0 }
    }
    return 0
  }

  private mutating func count(_ skip: Skip) { counts[skip, default: 0] += 1 }

  // MARK: Folders

  private enum EntryType {
    case file, folder, link, special
  }

  private func names(in folder: String) -> [(name: String, type: EntryType)]? {
    let descriptor = open(
      RawPath.bytes(of: folder.isEmpty ? "." : folder), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return nil
    }
    defer { closedir(stream) }
    var names: [(name: String, type: EntryType)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { RawPath.text(UnsafePointer($0)) }
      }
      if name == "." || name == ".." { continue }
      names.append((name, type(entry.pointee.d_type, name, in: descriptor)))
    }
    return names.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func type(_ type: UInt8, _ name: String, in folder: Int32) -> EntryType {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      var status = stat()
      guard fstatat(folder, RawPath.bytes(of: name), &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .special }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .link
      default: return .special
      }
    default: return .special
    }
  }
}
