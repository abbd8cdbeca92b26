// Memory: calls; with the size of the buffer.

import CStrataSignals
import Glibc
public import StrataScreen

extension Terminal {
  /// Milliseconds that an Esc waits for the rest of a sequence: what ESCDELAY says, or more where the line may be slow.
  static let escapeDelay: Int = {
    if let text = getenv("ESCDELAY"), let delay = Int(String(cString: text)), (1...2000).contains(delay) {
      return delay
    }
    let names = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]
    let isRemote = names.contains { (name: String) in getenv(name) != nil }
    return isRemote ? 200 : 50
  }()
  /// Milliseconds after an Esc in which what looks like the rest of a sequence is that.
  static let tailDelay = 1000
  /// Milliseconds that the rest of a sequence may take once it has begun.
  static let sequenceDelay = 100
  /// Milliseconds of silence that end a paste whose end mark never came.
  static let pasteDelay = 1000

  /// The next event: a signal's first, then keys. Waits in one `poll` over keyboard, signals and `watched`; `.wake` stays
  /// due until whoever watches has read there.
  public mutating func nextEvent(within milliseconds: Int?) -> Event? {
    let deadline = milliseconds.map { Terminal.now() + $0 }
    var isSignaled = false
    while true {
      if isSignaled || strata_signals_came() != 0 {
        news |= strata_signals_take()
        isSignaled = false
      }
      if let event = nextNews() ?? decoder.next() { return event }
      let patience: Int? =
        switch decoder.expectation {
        case .nothing, .character: nil
        case .escape: Terminal.escapeDelay
        case .sequence: Terminal.sequenceDelay
        case .paste: Terminal.pasteDelay
        }
      let remaining = deadline.map { max(0, $0 - Terminal.now()) }
      let wait = [patience, remaining].compactMap { $0 }.min()
      switch poll(for: wait) {
      case .keys(let count):
        let time = Terminal.now()
        decoder.feed(received[..<count], isLate: time - lastKeys > Terminal.tailDelay)
        lastKeys = time
      case .hungUp: return .terminate(status: 128 + SIGHUP)
      case .signal: isSignaled = true
      case .watched: return .wake
      case .silence:
        if let patience, patience == wait {
          if let event = decoder.giveUp() { return event }
        } else if remaining == wait {
          return nil
        }
      }
    }
  }

  private enum Readiness {
    /// So many bytes of `received`.
    case keys(Int)
    case hungUp, signal, watched, silence
  }

  private mutating func poll(for milliseconds: Int?) -> Readiness {
    var descriptors = [
      pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    for descriptor in watched { descriptors.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    let count = Glibc.poll(&descriptors, nfds_t(descriptors.count), milliseconds.map { Int32(clamping: $0) } ?? -1)
    if count < 0 { return errno == EINTR ? .signal : .hungUp }
    if descriptors[1].revents != 0 { return .signal }
    if descriptors[0].revents != 0 {
      let count = received.withUnsafeMutableBytes { read(keyboard, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { return .signal }
      // A terminal that is gone is readable for ever, and has nothing.
      return count > 0 ? .keys(count) : .hungUp
    }
    if descriptors[2...].contains(where: { $0.revents != 0 }) { return .watched }
    return .silence
  }

  /// What the signals mean, one at a time; an end first.
  private mutating func nextNews() -> Event? {
    guard news != 0 else { return nil }
    func takes(_ number: Int32) -> Bool {
      let bit = UInt64(1) << UInt64(number)
      defer { news &= ~bit }
      return news & bit != 0
    }
    let others = [SIGWINCH, SIGCONT, SIGTSTP, 0].reduce(0) { $0 | UInt64(1) << UInt64($1) }
    if news & ~others != 0 {
      let number = (news & ~others).trailingZeroBitCount
      return .terminate(status: 128 + Int32(number))
    }
    if takes(SIGTSTP) {
      suspend()
      news &= ~(UInt64(1) << UInt64(SIGCONT))
      return .redraw
    }
    if takes(SIGCONT) {
      returnToScreen()
      return .redraw
    }
    if takes(SIGWINCH), measure() { return .resize(size) }
    if takes(0) { return .wake }
    return nil
  }

  /// Milliseconds of a clock that only runs forward.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
