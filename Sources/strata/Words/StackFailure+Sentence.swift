import Glibc
import StrataStack
import StrataText
import StrataYAML

extension StackFile.WriteProblem {
  /// Why the file was not written, and what to do.
  func sentence(path: String) -> VisibleText {
    switch self {
    case .changedMeanwhile: "\(path) was changed meanwhile and is left as it is; try again"
    case .system(let number): "\(path) cannot be written: \(String(cString: strerror(number))); it is left as it was"
    }
  }
}

extension StackEditor.Failure {
  /// Why a change was refused, and what to do.
  func sentence(path: String) -> VisibleText {
    switch self {
    case .newerVersion: "\(path) is of a newer version than this strata writes; it is left as it is"
    case .mistakes: "\(path) has mistakes and is left as it is; strata check --stack names them"
    case .editing(.alias): "\(path): an alias stands there; change what it refers to by hand"
    case .editing(.anchor): "\(path): an anchor stands there that is referred to elsewhere; change it by hand"
    case .editing(.severalDocuments): "\(path) holds several YAML documents; a stack is one"
    case .editing(.unreadable), .editing(.missing), .editing(.wrongKind), .editing(.notWritable):
      "\(path): strata cannot write this there without changing more; change it by hand"
    }
  }
}
