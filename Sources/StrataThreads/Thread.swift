import Glibc

/// Runs `body` in a thread of its own, which leaves the signals to the others: only its own faults reach it.
///
/// - Parameter priority: how far its work stands behind that of other threads: 0, as theirs, to 19, the least.
/// - Returns: whether there is such a thread; otherwise `body` will not run.
@discardableResult
public func startThread(priority: Int32 = 0, _ body: @escaping @Sendable () -> Void) -> Bool {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  // Whatever the limit on the main thread's stack is.
  pthread_attr_setstacksize(&attributes, 8 << 20)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  // A thread begins with its maker's mask: at no moment can a signal reach it.
  var signals = sigset_t()
  sigfillset(&signals)
  for fault in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS] { sigdelset(&signals, fault) }
  var before = sigset_t()
  pthread_sigmask(SIG_SETMASK, &signals, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  let work = Unmanaged.passRetained(Work(priority: priority, body: body))
  var thread = pthread_t()
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      let work = Unmanaged<Work>.fromOpaque(argument!).takeRetainedValue()
      // Of this thread alone, in Linux.
      if work.priority != 0 { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, work.priority) }
      work.body()
      return nil
    }, work.toOpaque())
  if status != 0 { work.release() }
  return status == 0
}

private final class Work: Sendable {
  let priority: Int32
  let body: @Sendable () -> Void

  init(priority: Int32, body: @escaping @Sendable () -> Void) {
    self.priority = priority
    self.body = body
  }
}
