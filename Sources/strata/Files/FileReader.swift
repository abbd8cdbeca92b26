// Memory: calls; with the size of the buffer.

import Glibc
import StrataYAML

/// Reads whole files into memory, and never waits for one: only regular files are opened for good.
enum FileReader {
  /// Bytes that the parser takes.
  static let limit = Document.sizeLimit
  /// Bytes a read: small enough for a smooth progress bar.
  private static let chunk = 1 << 20
  /// Bytes kept free behind a file's own: there a catalog puts what it adds (`TextStore.joined`), and the file is not copied.
  /// Memory that nobody writes to costs nothing.
  private static let largestRoom = 1 << 23

  /// The bytes of the regular file at `path`.
  ///
  /// - Parameter progress: called with the number of bytes of each read.
  static func read(_ path: String, progress: (Int) -> Void = { _ in }) throws(FileProblem) -> [UInt8] {
    // A FIFO without a writer would block an ordinary open; a terminal would become ours.
    let descriptor = open(RawPath.bytes(of: path), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(errno) }
    defer { close(descriptor) }
    let before = try status(of: descriptor)
    try check(before)
    guard before.st_size <= limit else { throw .tooLarge(before.st_size) }
    // One byte more than expected: that it stays empty shows that the file did not grow.
    let bytes = try bytes(
      from: descriptor, capacity: before.st_size + 1, room: min(before.st_size, largestRoom), progress: progress)
    let after = try status(of: descriptor)
    let endsAtNUL =
      !bytes.isEmpty && bytes.suffix(chunk).withUnsafeBytes { memchr($0.baseAddress!, 0, $0.count) != nil }
    guard endsAtNUL || bytes.count == before.st_size && after.st_size == before.st_size else { throw .changedWhileRead }
    return bytes
  }

  /// Bytes that standard input may have: nobody knows beforehand how many come.
  static let inputLimit = 1 << 28

  /// Everything that standard input has.
  static func readStandardInput(progress: (Int) -> Void = { _ in }) throws(FileProblem) -> [UInt8] {
    guard isatty(STDIN_FILENO) == 0 else { throw .inputIsTerminal }
    return try readAll(from: STDIN_FILENO, limit: inputLimit, progress: progress)
  }

  /// Everything that a descriptor gives, if that is at most `limit` bytes; of more no more than a chunk is read.
  static func readAll(
    from descriptor: Int32, limit: Int, progress: (Int) -> Void
  ) throws(FileProblem) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let more = try bytes(from: descriptor, capacity: chunk, progress: progress)
      all += more
      guard all.count <= limit else { throw .inputTooLarge }
      if more.count < chunk { return all }
    }
  }

  /// Whether the path is a folder. Throws for what is neither that nor a regular file.
  static func isFolder(_ path: String) throws(FileProblem) -> Bool {
    var status = stat()
    guard stat(RawPath.bytes(of: path), &status) == 0 else { throw problem(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { return true }
    try check(status)
    return false
  }

  /// The names of a folder's entries that are not hidden, in the order of their bytes.
  static func names(inFolder path: String) throws(FileProblem) -> [String] {
    guard let folder = opendir(RawPath.bytes(of: path)) else { throw problem(errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { RawPath.text(UnsafePointer($0)) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Reads into `buffer` from its beginning, until it is full or the end is reached; returns the number of bytes.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, progress: (Int) -> Void
  ) -> Result<Int, FileProblem> {
    var count = 0
    while count < buffer.count {
      let room = buffer[count..<min(buffer.count, count + chunk)]
      let result = Glibc.read(descriptor, buffer.baseAddress! + count, room.count)
      if result < 0 {
        if errno == EINTR { continue }
        return .failure(problem(errno))
      }
      if result == 0 { break }
      let holdsNUL = memchr(buffer.baseAddress! + count, 0, result) != nil
      count += result
      progress(result)
      // No catalog holds a NUL: whoever parses says where. The gigabytes of a sparse file behind it need no reading.
      if holdsNUL { break }
    }
    return .success(count)
  }

  /// What `fill` reads into a buffer of `capacity` bytes, in an array with room for more.
  private static func bytes(
    from descriptor: Int32, capacity: Int, room: Int = 0, progress: (Int) -> Void
  ) throws(FileProblem) -> [UInt8] {
    var failure: FileProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity + room) { buffer, count in
      switch fill(UnsafeMutableBufferPointer(rebasing: buffer[..<capacity]), from: descriptor, progress: progress) {
      case .success(let filled): count = filled
      case .failure(let problem): failure = problem
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func status(of descriptor: Int32) throws(FileProblem) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw problem(errno) }
    return status
  }

  private static func check(_ status: stat) throws(FileProblem) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .system(EISDIR)
    case S_IFIFO: throw .pipe
    case S_IFSOCK: throw .socket
    default: throw .device
    }
  }

  static func problem(_ error: Int32) -> FileProblem {
    switch error {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .forbidden
    case ENXIO: .socket  // what opening one gives
    default: .system(error)
    }
  }
}
