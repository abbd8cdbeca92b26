import Glibc
import StrataThreads
import Synchronization

/// One more thread, for work that can be shared. It sleeps while there is none, and stands back for everyone else: what
/// shows results goes first, here and in the terminal.
///
/// It is kept, because the kernel wakes a thread where it has been before; a new one would begin beside its maker, on the
/// same processor.
final class Helper: Sendable {
  /// Nil where there is one processor only, or no thread to be had.
  static let shared: Helper? = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 ? Helper() : nil

  private let works = Mutex<[@Sendable () -> Void]>([])
  private let waiting = Semaphore()

  private init?() {
    guard startThread(inBackground: true, { [self] in while true { work() } }) else { return nil }
  }

  /// Runs `body` in the thread, after what is waiting there already.
  func run(_ body: @escaping @Sendable () -> Void) {
    works.withLock { $0.append(body) }
    waiting.signal()
  }

  private func work() {
    waiting.wait()
    let body = works.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    body?()
  }
}
