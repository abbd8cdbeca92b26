// modules: StrataText StrataYAML StrataCatalog StrataStack StrataScan
//
// What a scan makes of files: the first line is the path, the rest the file.
//
// Whatever the bytes are, and however they are cut: nothing traps, the same is found, proofs stand where the file has
// lines, and no report has anything in it that steers a terminal.

import Glibc
import StrataCatalog
import StrataScan
import StrataText

private let catalog: Catalog = {
  let text = """
    layers:
      - id: runtime
        name: {en: Runtime, zh: 运行时}
        summary: {en: Runs., zh: 运行。}
        categories:
          - {id: cr, name: {en: Boxes, zh: 箱}, what: {en: W., zh: 何。}, tools: [{id: redis, name: Redis, status: retired}]}
    """
  return Catalog.read(sources: [("own.yaml", Array(text.utf8))]).catalog!
}()

/// What strata ships; read from the folder that the fuzzer is started in.
private let table: SignalTable = {
  guard let file = fopen("Resources/signals/signals.txt", "r") else { fatalError("start this in the project's folder") }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
  let table = SignalTable(String(decoding: bytes, as: UTF8.self))
  precondition(table.signals.count > 100 && table.badLines.isEmpty)
  return table
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let path = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  let text = Array(bytes.drop { $0 != 0x0A }.dropFirst())
  let whole = scanned(path, text, piece: .max)
  let piece = 1 + Int(bytes.last ?? 0) % 70
  precondition(scanned(path, text, piece: piece).text(in: .en) == whole.text(in: .en))
  for report in [whole.text(in: .zh), whole.markdown(in: .en), whole.yaml, whole.json] {
    precondition(report.string.unicodeScalars.allSatisfy { $0 == "\n" || TextWidth.isPlain($0) })
  }

  // The lines of a table that somebody else wrote.
  let other = SignalTable(String(decoding: text, as: UTF8.self))
  for kind in TokenKind.allCases { _ = other.signal(kind, path) }

  var input = Scan(table: table)
  var file = input.openInput(beginning: text.span)
  feed(&file, text, piece: .max)
  input.close(&file)
  _ = input.result
  return 0
}

private func scanned(_ path: String, _ text: [UInt8], piece: Int) -> ScanReport {
  var scan = Scan(table: table)
  // Twice: what the first file says is there when the second is read.
  for path in [path, "other/values.yaml"] {
    guard var file = scan.open(path: path) else { continue }
    feed(&file, text, piece: piece)
    scan.close(&file)
  }
  let result = scan.result
  let lines = text.count { $0 == 0x0A } + 1
  for use in result.sure + result.perhaps + result.aside {
    for proof in use.proofs { precondition((0...lines).contains(proof.line) && proof.column >= 0) }
  }
  return ScanReport(result, catalog: catalog, files: 2, skipped: [], showsAll: true)
}

private func feed(_ file: inout FileScan, _ bytes: [UInt8], piece: Int) {
  var start = 0
  while start < bytes.count {
    let end = start + min(piece, bytes.count - start)
    file.feed(bytes.span.extracting(start..<end))
    start = end
  }
}
