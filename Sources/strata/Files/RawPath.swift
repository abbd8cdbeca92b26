// Memory: calls; a name that the system ends with a zero.

import Glibc

/// Paths are bytes; as text, a byte that is no UTF-8 stands as a scalar of its own, U+10FF80 to U+10FFFF, so that every path
/// can be a `String` and comes back as it was. What shows them marks such scalars, as it does all of private use.
enum RawPath {
  private static let first: UInt32 = 0x10FF00
  private static let scalars: ClosedRange<UInt32> = first + 0x80...first + 0xFF

  /// The text of a path.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isStandIn) {
      return text
    }
    var text = String.UnicodeScalarView()
    var place = 0
    while place < bytes.count {
      let length = (1...4).first { length in
        guard place + length <= bytes.count,
          let whole = String(validating: bytes[place..<place + length], as: UTF8.self)
        else { return false }
        // One that is the stand-in of a byte would come back as that.
        return !whole.unicodeScalars.contains(where: isStandIn)
      }
      if let length {
        text.append(contentsOf: String(decoding: bytes[place..<place + length], as: UTF8.self).unicodeScalars)
      } else {
        text.append(Unicode.Scalar(first + UInt32(bytes[place]))!)
      }
      place += length ?? 1
    }
    return String(text)
  }

  /// The text of a C string.
  static func text(_ start: UnsafePointer<CChar>) -> String {
    text(UnsafeBufferPointer(start: start, count: strlen(start)).map { UInt8(bitPattern: $0) })
  }

  /// The bytes of a path, with the NUL that ends it for the system.
  static func bytes(of path: String) -> [CChar] {
    var bytes: [CChar] = []
    for scalar in path.unicodeScalars {
      if isStandIn(scalar) {
        bytes.append(CChar(bitPattern: UInt8(scalar.value - first)))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar)!.map { CChar(bitPattern: $0) })
      }
    }
    return bytes + [0]
  }

  private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool { scalars.contains(scalar.value) }

  /// The arguments of the process, each as a path would be.
  static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in CommandLine.unsafeArgv[index].map { text($0) } }
  }

  /// Where links lead; nil where they lead nowhere.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(bytes(of: path), nil) else { return nil }
    defer { free(resolved) }
    return text(resolved)
  }

  /// Whether there is a file or folder of that path.
  static func exists(_ path: String) -> Bool { access(bytes(of: path), F_OK) == 0 }

  /// Makes the folders that are missing above a path.
  ///
  /// - Parameter mode: what their owner and others may do with them.
  static func makeFolders(above path: String, mode: mode_t) {
    let bytes = bytes(of: path)
    for end in bytes.indices.dropFirst() where bytes[end] == CChar(bitPattern: UInt8(ascii: "/")) {
      mkdir(bytes[..<end] + [0], mode)
    }
  }

  /// Whether the last part of the path is a link.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(bytes(of: path), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
