// modules: StrataText StrataScreen
// sources: Sources/StrataTerminal/InputDecoder.swift Sources/StrataTerminal/InputDecoder+Sequences.swift
//
// The decoder of what the terminal sends.
//
// Whatever the bytes are, and however they are cut: nothing traps, every byte is read once, no key is a control character,
// and the events are the same in one piece as in several.

import StrataScreen

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let whole = events(of: [bytes[...]])
  for event in whole {
    guard case .key(let key) = event, case .character(let character) = key.code else { continue }
    precondition(character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }
  let middle = bytes.count / 2
  precondition(events(of: [bytes[..<middle], bytes[middle...]]) == whole)

  // With silence between the pieces.
  var decoder = InputDecoder()
  for (index, byte) in bytes.enumerated() {
    decoder.feed([byte], isLate: index.isMultiple(of: 7))
    while decoder.next() != nil {}
    if byte.isMultiple(of: 3) { while decoder.giveUp() != nil {} }
    precondition(decoder.bytes.count - decoder.position <= InputDecoder.maximumSequence)
  }
  return 0
}

private func events(of parts: [ArraySlice<UInt8>]) -> [Event] {
  var decoder = InputDecoder()
  var events: [Event] = []
  for part in parts {
    decoder.feed(part)
    while let event = decoder.next() { events.append(event) }
  }
  while let event = decoder.giveUp() {
    events.append(event)
    while let event = decoder.next() { events.append(event) }
  }
  return events
}
