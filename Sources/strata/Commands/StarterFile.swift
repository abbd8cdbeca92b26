import ArgumentParser
import StrataText

/// A file that somebody begins with: never written over one that is there.
enum StarterFile {
  /// - Throws: `ExitCode` after a sentence.
  static func write(_ text: String, to path: String) throws {
    do {
      try StackFile(path: path).write(Array(text.utf8), over: nil)
    } catch .changedMeanwhile {
      Output.writeError("strata: \(path) is there already and is left as it is\n")
      throw ExitCode(ExitStatus.no)
    } catch {
      Output.writeError("strata: \(error.sentence(path: path))\n")
      throw ExitCode(ExitStatus.notWritten)
    }
  }
}
