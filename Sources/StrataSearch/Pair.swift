import Glibc

/// Two pieces of work at once.
enum Pair {
  /// Whether there is a second processor for it.
  static let isFaster = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1

  /// Runs `one` here and `two` in a thread that lives as long; returns when both are done.
  static func run(_ one: @Sendable () -> Void, _ two: @Sendable () -> Void) {
    withoutActuallyEscaping(two) { two in
      let box = Unmanaged.passRetained(Box(two))
      // Signals are for the other threads.
      var all = sigset_t()
      var before = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_SETMASK, &all, &before)
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { argument in
          Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().body()
          return nil
        }, box.toOpaque())
      pthread_sigmask(SIG_SETMASK, &before, nil)
      one()
      if status == 0 {
        pthread_join(thread, nil)
      } else {
        box.takeRetainedValue().body()
      }
    }
  }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
