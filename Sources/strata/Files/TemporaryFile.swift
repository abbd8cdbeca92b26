// Memory: calls; with the size of the buffer, and a name that ends with a zero.

import Glibc

/// A file of one's own in the folder for such (`$TMPDIR`, else /tmp), that nobody else may read. Gone with the value.
struct TemporaryFile: ~Copyable {
  let path: String
  /// At its beginning; not handed on to other programs.
  let descriptor: Int32

  /// Nil where it cannot be made or written whole.
  static func make(_ bytes: [UInt8], suffix: String = "", environment: Environment) -> TemporaryFile? {
    let folder = environment["TMPDIR"] ?? "/tmp"
    var template = RawPath.bytes(of: "\(folder)/strata-XXXXXX\(suffix)")
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { return nil }
    let path = template.withUnsafeBufferPointer { RawPath.text($0.baseAddress!) }
    let file = TemporaryFile(path: path, descriptor: descriptor)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return nil }
      rest = rest.dropFirst(max(0, count))
    }
    lseek(descriptor, 0, SEEK_SET)
    return file
  }

  deinit {
    close(descriptor)
    unlink(RawPath.bytes(of: path))
  }
}
