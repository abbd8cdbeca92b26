import Glibc
import StrataThreads
import Synchronization
import Testing

/// A value that one thread leaves for another.
private final class Box<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isThere = Semaphore()

  func put(_ new: Value) {
    value.withLock { $0 = new }
    isThere.signal()
  }

  func take() -> Value? {
    isThere.wait()
    return value.withLock { $0 }
  }
}

@Suite struct ThreadTests {
  private static let faults = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS]

  /// The signals that the calling thread does not get.
  private static func blocked() -> [Int32] {
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &mask)
    return (1..<32).filter { sigismember(&mask, $0) == 1 }
  }

  @Test func aThreadGetsNoSignalsButItsFaults() {
    let before = Self.blocked()
    let box = Box<[Int32]>()
    #expect(startThread { box.put(Self.blocked()) })
    let wanted = (1..<32).filter { !Self.faults.contains($0) && $0 != SIGKILL && $0 != SIGSTOP }
    #expect(box.take() == wanted)
    #expect(Self.blocked() == before)
  }

  @Test func aThreadCanStandBehindTheOthers() {
    let own = sched_getscheduler(0)
    let box = Box<Int32>()
    startThread(inBackground: true) { box.put(sched_getscheduler(0)) }
    #expect(box.take() == 5)  // SCHED_IDLE
    #expect(sched_getscheduler(0) == own)
  }

  @Test func aSemaphoreCounts() {
    let semaphore = Semaphore()
    #expect(!semaphore.wait(milliseconds: 0))
    semaphore.signal()
    semaphore.signal()
    #expect(semaphore.wait(milliseconds: 0))
    semaphore.wait()
    #expect(!semaphore.wait(milliseconds: 5))
  }
}
