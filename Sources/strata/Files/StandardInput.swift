import Synchronization

/// Standard input, which gives its bytes only once: they are kept for the next reading, when a file beside it changes.
final class StandardInput: Sendable {
  typealias Read = @Sendable (_ progress: (Int) -> Void) throws(FileProblem) -> [UInt8]

  /// That of this process.
  static let process = StandardInput { (progress) throws(FileProblem) in
    try FileReader.readStandardInput(progress: progress)
  }

  private let readBytes: Read
  /// Nil before the first reading that succeeds.
  private let kept = Mutex<[UInt8]?>(nil)

  /// - Parameter read: gives all bytes.
  init(read: @escaping Read) {
    readBytes = read
  }

  /// - Parameter progress: called with the number of bytes of each read.
  func read(progress: (Int) -> Void) throws(FileProblem) -> [UInt8] {
    if let bytes = kept.withLock({ $0 }) { return bytes }
    let bytes = try readBytes(progress)
    kept.withLock { $0 = bytes }
    return bytes
  }
}
