import ArgumentParser
import Glibc
import StrataText

/// A file that somebody begins with: never written over one that is there.
enum StarterFile {
  /// Several at once: none is written where one of them is there.
  ///
  /// - Throws: `ExitCode` after a sentence.
  static func write(_ files: [(path: String, text: String)]) throws {
    for file in files where RawPath.exists(file.path) { throw thereAlready(file.path) }
    for file in files { try write(file.text, to: file.path) }
  }

  private static func thereAlready(_ path: String) -> ExitCode {
    Output.writeError("strata: \(path) is there already and is left as it is\n")
    return ExitCode(ExitStatus.no)
  }

  /// - Throws: `ExitCode` after a sentence.
  static func write(_ text: String, to path: String) throws {
    do {
      try StackFile(path: path).write(Array(text.utf8), over: nil)
    } catch .changedMeanwhile {
      throw thereAlready(path)
    } catch {
      Output.writeError("strata: \(error.sentence(path: path))\n")
      throw ExitCode(ExitStatus.notWritten)
    }
  }
}
