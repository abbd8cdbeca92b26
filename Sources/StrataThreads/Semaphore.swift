// Memory: own; one `sem_t`.

import Glibc

/// Counts what one thread has for another, which sleeps while there is nothing.
///
/// Unchecked: a `sem_t` is made for several threads.
public final class Semaphore: @unchecked Sendable {
  private let count = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  public init() { sem_init(count, 0, 0) }

  deinit {
    sem_destroy(count)
    count.deallocate()
  }

  public func signal() { sem_post(count) }

  /// Takes one, waiting for it.
  public func wait() {
    while sem_wait(count) != 0 {}
  }

  /// Takes one, waiting for at most so long. Returns whether there was one.
  public func wait(milliseconds: Int) -> Bool {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    time.tv_nsec += milliseconds * 1_000_000
    time.tv_sec += time.tv_nsec / 1_000_000_000
    time.tv_nsec %= 1_000_000_000
    while sem_timedwait(count, &time) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }
}
