import Glibc

/// What tells one state of a regular file from another without reading it.
struct FileStamp: Hashable, Sendable {
  private var device: UInt
  private var inode: UInt
  private var seconds: Int
  private var nanoseconds: Int
  /// Bytes.
  let size: Int

  /// Nil where there is no regular file.
  init?(path: String) {
    var status = stat()
    guard stat(RawPath.bytes(of: path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    size = Int(status.st_size)
  }
}
