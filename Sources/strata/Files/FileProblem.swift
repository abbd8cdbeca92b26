/// Why a file or a folder gives no catalog.
enum FileProblem: Error, Hashable, Sendable {
  case missing, forbidden
  /// There is no such file, and it reads like an address of the web: of a catalog, or of what is to be scanned.
  case address, addressToScan
  case pipe, socket, device
  /// A folder in which no name ends in `.yaml` or `.yml`.
  case emptyFolder
  /// Bytes; more than a catalog can address.
  case tooLarge(Int)
  /// More than is read from standard input.
  case inputTooLarge
  /// It was longer or shorter at the end of reading than at the beginning.
  case changedWhileRead
  /// Standard input was named, and is the terminal.
  case inputIsTerminal
  /// The `errno` of anything else.
  case system(Int32)
}

/// A problem, and the path as the user gave it (`-` for standard input).
struct FileFailure: Error, Hashable, Sendable {
  var path: String
  var problem: FileProblem
}
