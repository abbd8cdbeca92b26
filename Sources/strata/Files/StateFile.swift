// Memory: calls; with the size of the buffer.

import Glibc
import StrataText

/// The last place in a catalog, kept from one start to the next: one small file a catalog in `$XDG_STATE_HOME/strata`.
///
/// Never fatal: what cannot be read is as if it were not there, what cannot be written is left.
struct StateFile {
  /// Bytes that a place may have.
  private static let limit = 1 << 16

  private let folder: String
  private let name: String

  /// - Parameter catalogs: the paths of the catalogs; none for the shipped one.
  /// - Returns: nil where there is no home to keep it in.
  init?(catalogs: [String], environment: Environment) {
    guard let folder = StateFile.folder(environment) else { return nil }
    self.folder = folder
    let whole = catalogs.map { path in
      RawPath.resolved(path) ?? path
    }
    name = whole.isEmpty ? "shipped" : StateFile.hash(whole.joined(separator: "\n"))
  }

  func load() -> String? {
    // Not through a link, not from what is no file.
    let descriptor = open(RawPath.bytes(of: path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= StateFile.limit else {
      return nil
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: StateFile.limit) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Written beside and renamed: a reader sees the old place or the new one, whole.
  func save(_ place: VisibleText) {
    RawPath.makeFolders(above: path, mode: 0o700)
    let temporary = RawPath.bytes(of: "\(path).\(getpid())")
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    // Whole lines.
    var bytes = Array(place.string.utf8.prefix(StateFile.limit))
    if bytes.count == StateFile.limit { bytes.removeSubrange((bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...) }
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count
    guard close(descriptor) == 0, isWritten, rename(temporary, RawPath.bytes(of: path)) == 0 else {
      unlink(temporary)
      return
    }
  }

  private var path: String { "\(folder)/\(name)" }

  /// Where the places are kept; nil where there is no home.
  static func folder(_ environment: Environment) -> String? { home(environment).map { $0 + "/strata" } }

  /// As the XDG base directory specification has it: a relative path is no path.
  private static func home(_ environment: Environment) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.local/state" }
    return nil
  }

  /// FNV-1a, 64 bits: names, not secrets.
  private static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(value, radix: 16)
  }
}
