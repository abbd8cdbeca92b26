// modules: StrataText
// sources: Sources/StrataTerminal/TerminfoEntry.swift Sources/StrataTerminal/Base64.swift
//
// Descriptions of terminals, as files and as the environment hold them.
//
// Whatever the bytes are: nothing traps, what is tuned has the size of what was read and is an entry itself, and what is
// written for the environment reads as the same.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = TerminfoEntry(variable: String(decoding: bytes, as: UTF8.self))
  guard let entry = TerminfoEntry(bytes: bytes) else { return 0 }
  let tuned = entry.tuned
  precondition(tuned.bytes.count == bytes.count)
  precondition(TerminfoEntry(bytes: tuned.bytes) == tuned)
  precondition(TerminfoEntry(variable: tuned.variable) == tuned)
  precondition(TerminfoEntry.Text.scrolling.allSatisfy { tuned[$0] == nil })
  _ = entry.name
  return 0
}
