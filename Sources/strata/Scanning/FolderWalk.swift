// Memory: calls; with the size of the buffer.

import Glibc
import StrataScan

/// Goes through folders and hands their files to a scan, without following a link or waiting for anything.
struct FolderWalk {
  /// Why something was not read.
  enum Skip: String, CaseIterable {
    case folder = "folders of others' code"
    case link = "links"
    case special = "pipes and devices"
    case binary = "binary files"
    case large = "files over 4 MB"
    case unreadable = "unreadable"
  }

  /// Bytes of an ordinary file; lock files and SBOMs may have any number.
  static let largestFile = 4 << 20
  /// Folders that hold somebody else's code.
  private static let skippedFolders: Set<String> = [".git", "node_modules", "vendor", ".hg", ".svn", ".terraform"]
  private static let chunk = 1 << 18

  private(set) var files = 0
  private(set) var skipped: [Skip: Int] = [:]
  /// Called after each file with their number.
  var progress: (Int) -> Void = { _ in }

  private var buffer = [UInt8](repeating: 0, count: chunk)

  init(progress: @escaping (Int) -> Void) {
    self.progress = progress
  }

  /// Scans what stands at `path`: a file, or a folder with all below it.
  ///
  /// - Throws: what makes the path itself unreadable; what lies below is counted instead.
  mutating func scan(_ path: String, into scan: inout Scan) throws(FileProblem) {
    if try !FileReader.isFolder(path) {
      return try scanFile(path, into: &scan)
    }
    // Folders that are still to be gone through: no recursion, so that no depth of folders is too much.
    var open = [""]
    let root = path.hasSuffix("/") ? path : path + "/"
    let shownRoot = path == "." || path == "./" ? "" : root
    var isRoot = true
    while let folder = open.popLast() {
      guard let names = names(in: root + folder) else {
        if isRoot { throw .system(errno) }
        count(.unreadable)
        continue
      }
      isRoot = false
      var below: [String] = []
      for entry in names {
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
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    files += 1
    var status = stat()
    // A device may never end.
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return count(.special) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if Scan.reads(path: name), var file = scan.open(path: name, shown: path) {
      read(descriptor, into: &file, hasLimit: false)
      return scan.close(&file)
    }
    let filled = fill(descriptor)
    if buffer[..<min(filled, 8_000)].contains(0) { return count(.binary) }
    var file = scan.openInput(beginning: buffer.span.extracting(0..<filled), shown: path)
    file.feed(buffer.span.extracting(0..<filled))
    read(descriptor, into: &file, hasLimit: false)
    scan.close(&file)
  }

  /// Scans standard input to its end.
  mutating func scanInput(into scan: inout Scan) {
    var filled = fill(STDIN_FILENO)
    var file = scan.openInput(beginning: buffer.span.extracting(0..<filled))
    while filled > 0 {
      file.feed(buffer.span.extracting(0..<filled))
      filled = fill(STDIN_FILENO)
    }
    scan.close(&file)
    files += 1
  }

  // MARK: Files

  private mutating func take(_ path: String, relative: String, shown: String, into scan: inout Scan) {
    guard var file = scan.open(path: relative, shown: shown) else { return }
    defer {
      files += 1
      progress(files)
      scan.close(&file)
    }
    guard Scan.reads(path: relative) else { return }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC)
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
      // A file that grows while it is read is read no further than it may be.
      if hasLimit, total > Self.largestFile { return }
    }
  }

  /// Fills the buffer as far as one read does; 0 at the end.
  private mutating func fill(_ descriptor: Int32) -> Int {
    while true {
      let result = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if result >= 0 { return result }
      if errno != EINTR { return 0 }
    }
  }

  private mutating func count(_ skip: Skip) { skipped[skip, default: 0] += 1 }

  // MARK: Folders

  private enum EntryType {
    case file, folder, link, special
  }

  private func names(in folder: String) -> [(name: String, type: EntryType)]? {
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return nil
    }
    defer { closedir(stream) }
    var names: [(name: String, type: EntryType)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
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
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .special }
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
