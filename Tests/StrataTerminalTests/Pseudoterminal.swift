import CNcurses
import Foundation

/// A terminal without a window: what is written to `slave` is read at `master`, and the other way round.
final class Pseudoterminal {
  let master: Int32
  let slave: Int32

  init(columns: UInt16 = 40, rows: UInt16 = 10) {
    // What posix_openpt, unlockpt and ptsname do, which Swift does not import.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var locked: Int32 = 0
    var number: UInt32 = 0
    precondition(ioctl(master, UInt(0x4004_5431), &locked) == 0 && ioctl(master, UInt(0x8004_5430), &number) == 0)
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    precondition(slave >= 0)
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(slave)
    close(master)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    precondition(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(write(master, bytes, bytes.count) == bytes.count)
  }

  /// What was written to the terminal and not yet read.
  func output() -> String {
    var bytes: [UInt8] = []
    while true {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 20) == 1 else { return String(decoding: bytes, as: UTF8.self) }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  var modes: termios {
    var modes = termios()
    tcgetattr(slave, &modes)
    return modes
  }
}
