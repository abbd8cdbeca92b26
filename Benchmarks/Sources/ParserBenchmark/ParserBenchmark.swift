import CLineScan
import CYAML
import Foundation
import StrataYAML

/// Measures strata's YAML reader, rapidyaml, libyaml and a bare line scan in turn, in CPU time of one thread, and prints
/// the ratios.
///
///     parser-benchmark [--rounds N] [--rapidyaml-path DIR] FILE...   the contenders on each file
///     parser-benchmark --hostile                                     strata alone on inputs that grow
@main struct ParserBenchmark {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["--hostile"] { return hostile() }
    var rounds = 0
    var python: String?
    while let first = arguments.first, first.hasPrefix("--"), arguments.count > 1 {
      switch first {
      case "--rounds": rounds = Int(arguments[1]) ?? 0
      case "--rapidyaml-path": python = arguments[1]
      default: break
      }
      arguments.removeFirst(2)
    }
    guard !arguments.isEmpty else {
      print("usage: parser-benchmark [--rounds N] [--rapidyaml-path DIR] FILE... | --hostile")
      exit(64)
    }
    for path in arguments { try compare(path, rounds: rounds, python: python) }
  }

  private static func compare(_ path: String, rounds: Int, python: String?) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let megabytes = Double(bytes.count) / 1e6
    let rapidyaml = try? RapidYAML(path, python: python)
    var contenders: [(name: String, seconds: () -> Double?)] = [
      ("strata", { cpuSeconds { precondition(Document.parse(bytes, name: path).diagnostics.isEmpty) } }),
      ("line scan", { cpuSeconds { lineScan(bytes) } }),
      ("libyaml events", { cpuSeconds { libyamlEvents(bytes) } }),
    ]
    if let rapidyaml { contenders.append(("rapidyaml", { rapidyaml.seconds() })) }

    let rounds = rounds > 0 ? rounds : max(3, Int(200 / megabytes))
    var times = contenders.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, contender) in contenders.enumerated() {
        if let seconds = contender.seconds() { times[index].append(seconds) }
      }
    }
    print("\(path): \(String(format: "%.2f", megabytes)) MB, \(rounds) rounds, medians of CPU time")
    let strata = median(times[0])
    for (contender, times) in zip(contenders, times) where !times.isEmpty {
      let seconds = median(times)
      print(
        "  " + contender.name.padding(toLength: 16, withPad: " ", startingAt: 0)
          + String(
            format: "%9.2f ms %7.0f MB/s   strata takes %.3f of it", seconds * 1e3, megabytes / seconds,
            strata / seconds))
    }
    if rapidyaml == nil { print("  rapidyaml is not there: pip install --target DIR rapidyaml, --rapidyaml-path DIR") }
  }

  private static func lineScan(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { _ = CLineScan.line_scan($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
  }

  private static func libyamlEvents(_ bytes: [UInt8]) {
    var parser = yaml_parser_t()
    yaml_parser_initialize(&parser)
    yaml_parser_set_input_string(&parser, bytes, bytes.count)
    var event = yaml_event_t()
    var isDone = false
    while !isDone {
      precondition(yaml_parser_parse(&parser, &event) == 1)
      isDone = event.type == YAML_STREAM_END_EVENT
      yaml_event_delete(&event)
    }
    yaml_parser_delete(&parser)
  }
}

/// The CPU time of this process that `body` takes.
func cpuSeconds(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  body()
  return now() - start
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
}

/// `rapidyaml.py` in a process of its own; it parses when asked.
final class RapidYAML {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ path: String, python: String?) throws {
    var script = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { script.deleteLastPathComponent() }
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.appendingPathComponent("rapidyaml.py").path, path]
    var environment = ProcessInfo.processInfo.environment
    if let python { environment["PYTHONPATH"] = python }
    process.environment = environment
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard seconds() != nil else { throw CocoaError(.executableLoad) }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The CPU seconds of one parse; nil where the script is gone.
  func seconds() -> Double? {
    guard (try? input.fileHandleForWriting.write(contentsOf: Data("go\n".utf8))) != nil else { return nil }
    var line = Data()
    while let byte = try? output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) {
      line += byte
    }
    return Double(String(decoding: line, as: UTF8.self))
  }
}
