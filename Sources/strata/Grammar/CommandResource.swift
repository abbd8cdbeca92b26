// Memory: calls; the resource in the program, of the size that the linker knows.

import CStrataResources

extension CommandModel {
  /// Resources/commands.json, as strata carries it along.
  static var shipped: [UInt8] {
    let file = strata_commands()
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
