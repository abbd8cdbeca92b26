import StrataExplorer
import StrataTerminal
import Synchronization

/// What other threads have to say to the loop.
final class Mailbox: Sendable {
  enum Message: Sendable {
    /// A reading ended.
    case read(CatalogReading)
    case outcome(Outcome)
    /// How far a scan is.
    case scanned(FolderScanning, FolderScan)
  }

  private let messages = Mutex<[Message]>([])

  /// Leaves a message and wakes the loop. Safe in any thread.
  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    Terminal.wake()
  }

  func takeAll() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
