// Memory: calls; the resource in the program, of the size that the linker knows.

import CStrataResources
import StrataScan

extension SignalTable {
  /// The table that strata carries along.
  static var shipped: SignalTable {
    let file = strata_signals()
    return SignalTable(String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self))
  }
}
