// Memory: calls; with the size of the buffer.

import Glibc
import StrataStack

/// Where a team's stack is kept, and how it is written: whole or not at all, and never over somebody else's change.
struct StackFile: Hashable, Sendable {
  /// Bytes that a stack may have.
  static let limit = 16 << 20

  /// Why it was not written.
  enum WriteProblem: Error, Hashable {
    /// It is not what it was when it was read.
    case changedMeanwhile
    case system(Int32)
  }

  let path: String

  // MARK: Finding it

  /// The file that is meant: the option's, the variable's, the nearest in the folders above, the person's own.
  ///
  /// - Returns: nil where there is none yet.
  static func find(option: String?, environment: Environment, folder: String = workingFolder) -> StackFile? {
    if let option { return StackFile(path: option) }
    if let variable = environment["STRATA_STACK"] { return StackFile(path: variable) }
    let home = environment["HOME"]
    var here = folder
    while true {
      // Never a plain stack.yaml: other programs own that name.
      for name in ["/.strata/stack.yaml", "/strata-stack.yaml"] where isFile(here + name) {
        return StackFile(path: here + name)
      }
      if here.isEmpty || here == home || RawPath.exists(here + "/.git") { break }
      here = String(here[..<(here.lastIndex(of: "/") ?? here.startIndex)])
    }
    let own = personal(environment)
    return own.flatMap { isFile($0) ? StackFile(path: $0) : nil }
  }

  /// Where a person's own stack is kept, whether it is there or not; nil without a home.
  static func personal(_ environment: Environment) -> String? {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/strata/stack.yaml" }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.local/share/strata/stack.yaml" }
    return nil
  }

  static var workingFolder: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    let path = RawPath.text(folder)
    return path == "/" ? "" : path
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(RawPath.bytes(of: path), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  // MARK: Reading and writing

  func read() throws(FileProblem) -> [UInt8] {
    let bytes = try FileReader.read(path)
    guard bytes.count <= Self.limit else { throw .tooLarge(bytes.count) }
    return bytes
  }

  /// Replaces the file: written beside it, to the disk, and renamed, so that it is the old one or the new one, whole.
  ///
  /// - Parameter old: what it held when the change began; nil for a file that must not be there yet.
  func write(_ bytes: [UInt8], over old: [UInt8]?) throws(WriteProblem) {
    // A link leads to the file that is meant: that is replaced, not the link.
    let whole = RawPath.resolved(path) ?? path
    let target = RawPath.bytes(of: whole)
    if let old {
      guard (try? read()) == old else { throw .changedMeanwhile }
    } else if access(target, F_OK) == 0 {
      throw .changedMeanwhile
    }
    var status = stat()
    let mode: mode_t = old != nil && stat(target, &status) == 0 ? status.st_mode & 0o777 : 0o644
    // Read-only is somebody's will.
    if old != nil, access(target, W_OK) != 0 { throw .system(errno) }
    if old == nil { RawPath.makeFolders(above: whole, mode: 0o755) }
    let temporary = RawPath.bytes(of: "\(whole).\(getpid()).new")
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .system(errno) }
    fchmod(descriptor, mode)
    var problem = Self.writeAll(bytes, to: descriptor)
    if problem == nil, fsync(descriptor) != 0 { problem = errno }
    if close(descriptor) != 0, problem == nil { problem = errno }
    // Once more, as late as may be: an editor may have saved meanwhile.
    if problem == nil, let old, (try? read()) != old {
      unlink(temporary)
      throw .changedMeanwhile
    }
    if problem == nil, rename(temporary, target) != 0 { problem = errno }
    if let problem {
      unlink(temporary)
      throw .system(problem)
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return errno }
      written += max(0, count)
    }
    return nil
  }
}
