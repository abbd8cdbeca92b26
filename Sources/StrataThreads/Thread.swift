import Glibc

/// Runs `body` in a thread of its own, which leaves the signals to the others: only its own faults reach it.
///
/// - Parameter inBackground: whether it gets only the processor time that nobody else on the machine wants (SCHED_IDLE).
/// - Returns: whether there is such a thread; otherwise `body` will not run.
@discardableResult
public func startThread(inBackground: Bool = false, _ body: @escaping @Sendable () -> Void) -> Bool {
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
  let work = Unmanaged.passRetained(Work(inBackground: inBackground, body: body))
  var thread = pthread_t()
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      let work = Unmanaged<Work>.fromOpaque(argument!).takeRetainedValue()
      var none = sched_param()
      if work.inBackground { pthread_setschedparam(pthread_self(), idlePolicy, &none) }
      work.body()
      return nil
    }, work.toOpaque())
  if status != 0 { work.release() }
  return status == 0
}

/// `SCHED_IDLE` of Linux, which Swift's Glibc leaves out.
private let idlePolicy: Int32 = 5

private final class Work: Sendable {
  let inBackground: Bool
  let body: @Sendable () -> Void

  init(inBackground: Bool, body: @escaping @Sendable () -> Void) {
    self.inBackground = inBackground
    self.body = body
  }
}
