import Glibc
import StrataCatalog
import StrataExplorer
import StrataScan
import StrataText
import StrataThreads
import Synchronization

/// Folders being scanned, beside the loop in a thread of their own or at once.
final class FolderScanning: Sendable {
  private let isStopped = Atomic<Bool>(false)

  /// Begins in a thread; without one the loop has to wait.
  ///
  /// - Parameter news: called in the other thread, now and then with how far it is, and with the end.
  init(_ paths: [String], over catalog: Catalog, news: @escaping @Sendable (FolderScanning, FolderScan) -> Void) {
    let work: @Sendable () -> Void = { [self] in
      let scan = Self.scan(paths, over: catalog) { files in
        news(self, FolderScan(paths: paths, files: files))
        return !self.isStopped.load(ordering: .relaxed)
      }
      news(self, scan)
    }
    if !startThread(work) { work() }
  }

  /// It ends soon, with what was found by then.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// A path as one types it: `~` is one's home.
  static func path(_ typed: String, environment: Environment) -> String {
    guard typed == "~" || typed.hasPrefix("~/"), let home = environment["HOME"] else { return typed }
    return home + typed.dropFirst()
  }

  /// Scans folders, files and, for `-`, standard input.
  ///
  /// - Parameter goesOn: called now and then, where it takes longer, with the number of files read; false stops it.
  static func scan(_ paths: [String], over catalog: Catalog, goesOn: @escaping (_ files: Int) -> Bool) -> FolderScan {
    var table = SignalTable.shipped
    table.add(catalog)
    var scan = Scan(table: table)
    var walk = FolderWalk(goesOn: goesOn)
    var end = FolderScan.State.done
    for path in paths {
      do {
        try walk.scan(path, into: &scan)
      } catch {
        let problem = error == .missing && Sentence.isAddress(path) ? FileProblem.addressToScan : error
        end = .failed(FileFailure(path: path, problem: problem).sentence)
        break
      }
      if walk.isStopped {
        end = .stopped
        break
      }
    }
    return FolderScan(paths: paths, state: end, files: walk.files, skipped: walk.skipped, result: scan.result)
  }
}
