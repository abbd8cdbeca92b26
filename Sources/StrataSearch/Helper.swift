import Glibc
import Synchronization

/// One more thread, for work that can be shared. It sleeps while there is none, and has a low priority: what shows results
/// goes first.
///
/// It is kept, because the kernel wakes a thread where it has been before; a new one would begin beside its maker, on the
/// same processor.
final class Helper: Sendable {
  /// Nil where there is one processor only, or no thread to be had.
  static let shared: Helper? = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 ? Helper() : nil

  private let works = Mutex<[@Sendable () -> Void]>([])
  private let waiting = Semaphore()

  private init?() {
    let helper = Unmanaged.passRetained(self)
    // Signals are for the other threads.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        Unmanaged<Helper>.fromOpaque(argument!).takeUnretainedValue().work()
      }, helper.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    guard status == 0 else {
      helper.release()
      return nil
    }
    pthread_detach(thread)
  }

  /// Runs `body` in the thread, after what is waiting there already.
  func run(_ body: @escaping @Sendable () -> Void) {
    works.withLock { $0.append(body) }
    waiting.signal()
  }

  private func work() -> Never {
    while true {
      waiting.wait()
      let body = works.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      body?()
    }
  }
}

/// Counts what one thread has for another, which sleeps while there is nothing. Unchecked: a `sem_t` is for several threads.
private final class Semaphore: @unchecked Sendable {
  private let count = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(count, 0, 0) }

  deinit {
    sem_destroy(count)
    count.deallocate()
  }

  func signal() { sem_post(count) }

  func wait() {
    while sem_wait(count) != 0 {}
  }
}
