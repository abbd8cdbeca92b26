import Glibc
import StrataText

extension FileFailure {
  /// One sentence without a full stop: what is wrong with the path, and a way out where there is one.
  var sentence: VisibleText {
    switch problem {
    case .missing: "\(path): there is no such file or folder"
    case .address: "strata reads nothing from the network; curl -sL \(path) | strata -"
    case .addressToScan: "strata reads nothing from the network; git clone \(path), and scan the folder"
    case .forbidden: "\(path): no permission to read it"
    case .pipe: "\(path) is a pipe; to read a catalog from one, use '-' for standard input: strata - < \(path)"
    case .socket: "\(path) is a socket; a catalog is a YAML file, a folder of them, or '-' for standard input"
    case .device: "\(path) is a device; a catalog is a YAML file, a folder of them, or '-' for standard input"
    case .emptyFolder: "\(path): there is no catalog in this folder, no file that ends in .yaml or .yml"
    case .tooLarge(let bytes): "\(path) has \(bytes) bytes; strata reads catalogs of up to \(FileReader.limit)"
    case .inputTooLarge:
      "standard input has more than the \(FileReader.inputLimit) bytes that strata reads from it; open the file by its name"
    case .changedWhileRead: "\(path) changed while it was read; try again"
    case .inputIsTerminal: "'-' reads standard input, which is the terminal; use a pipe or '<'"
    case .system(let error): "\(path): \(String(cString: strerror(error)))"
    }
  }
}
