import ArgumentParser
import CLimits
import CYAML
import Foundation
import StrataYAML
import Yams

@main struct ParserBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser-benchmark",
    abstract: "Measures strata's YAML reader against others.",
    discussion: """
      Without --repeat and --hostile strata, rapidyaml, Yams, libyaml and a bare line scan read each file in turn; CPU \
      time of one thread, and the ratios. Of a file of 10 MB or more, the first one, also the peak of strata's memory.
      """)

  @Argument(help: "YAML files.", completion: .file()) var files: [String] = []
  @Option(help: "How often each reader reads a file; by default as often as a second or two allows.") var rounds: Int?
  @Option(name: .customLong("repeat"), help: "Strata alone, on each file and on its content so many times over.")
  var times: Int?
  @Option(help: "Where rapidyaml's Python package is installed: pip install --target DIR rapidyaml.")
  var rapidyamlPath: String?
  @Flag(help: "Strata alone, on inputs that grow.") var hostile = false
  @Option(help: "Of those, the ones whose name has this.") var only: String?

  func validate() throws {
    guard hostile || !files.isEmpty else { throw ValidationError("Name a YAML file, or ask for --hostile.") }
    for count in [rounds, times].compactMap(\.self) where count < 1 {
      throw ValidationError("--rounds and --repeat are 1 or more.")
    }
  }

  func run() throws {
    if hostile { Self.measureHostile(only) }
    for path in files {
      if let times {
        try Self.compareRepeated(path, times: times, rounds: rounds ?? 11)
      } else {
        try Self.compare(path, rounds: rounds, python: rapidyamlPath)
      }
    }
  }

  /// One of those that read the source, and what of its time strata may take by what is wanted of it.
  private struct Contender {
    var name: String
    var limit: Double?
    /// Of all rounds it takes part in one in so many.
    var every = 1
    var seconds: () -> Double?
  }

  private static func compare(_ path: String, rounds: Int?, python: String?) throws {
    let bytes = try contents(of: path)
    let megabytes = Double(bytes.count) / 1e6
    if megabytes >= 10 {
      precondition(Document.parse(bytes, name: path).diagnostics.isEmpty)
      print(String(format: "peak memory with the file: %.2f x file, limit 3", Double(peakBytes()) / Double(bytes.count)))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var contenders = [
      Contender(name: "strata") { cpuSeconds { precondition(Document.parse(bytes, name: path).diagnostics.isEmpty) } },
      Contender(name: "line scan", limit: 5) { cpuSeconds { lineScan(bytes) } },
      Contender(name: "libyaml events") { cpuSeconds { libyamlEvents(bytes) } },
      Contender(name: "Yams compose", limit: 1.0 / 25, every: 8) {
        try? cpuSeconds { _ = try Yams.compose(yaml: text) }
      },
    ]
    let rapidyaml = try? RapidYAML(path, python: python)
    if let rapidyaml { contenders.append(Contender(name: "rapidyaml", limit: 0.5) { rapidyaml.seconds() }) }

    let rounds = rounds ?? max(3, Int(200 / megabytes))
    var times = contenders.map { _ in [Double]() }
    for round in 0..<rounds {
      for (index, contender) in contenders.enumerated() where round.isMultiple(of: contender.every) {
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
            strata / seconds)
          + (contender.limit.map { String(format: ", limit %.2f", $0) } ?? ""))
    }
    if rapidyaml == nil { print("  rapidyaml is not there: pip install --target DIR rapidyaml, --rapidyaml-path DIR") }
  }

  /// A file that is a comment and one top-level key with a sequence, and the same with the sequence again and again: both
  /// are read in turn. A long document is not to be read more slowly than a short one.
  private static func compareRepeated(_ path: String, times: Int, rounds: Int) throws {
    let once = try contents(of: path)
    let lines = once.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let key = lines.firstIndex(where: { $0.last == UInt8(ascii: ":") && $0.first != UInt8(ascii: " ") }) else {
      return print("\(path): no line that is a key alone")
    }
    let head = Array(lines[...key].joined(separator: "\n".utf8)) + "\n".utf8
    let repeated = head + (0..<times).flatMap { _ in once[head.count...] }
    var seconds: [[Double]] = [[], []]
    for _ in 0..<rounds {
      // As much work on either side in every round.
      let all = cpuSeconds { for _ in 0..<times { precondition(Document.parse(once, name: path).diagnostics.isEmpty) } }
      seconds[0].append(all / Double(times))
      seconds[1].append(cpuSeconds { precondition(Document.parse(repeated, name: path).diagnostics.isEmpty) })
    }
    let speeds = zip([once, repeated], seconds).map { Double($0.count) / 1e6 / median($1) }
    print("\(path): once \(Double(once.count) / 1e6) MB, \(times) times \(Double(repeated.count) / 1e6) MB, medians")
    print(
      String(
        format: "  once %.0f MB/s, repeated %.0f MB/s: %.2f of it, limit 0.85", speeds[0], speeds[1],
        speeds[1] / speeds[0]))
  }

  /// A file's bytes, in memory once.
  private static func contents(of path: String) throws -> [UInt8] {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    let count = Int(try file.seekToEnd())
    return Array(unsafeUninitializedCapacity: count) { buffer, used in
      used = max(0, pread(file.fileDescriptor, buffer.baseAddress, count, 0))
    }
  }

  private static func lineScan(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { _ = CLimits.line_scan($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
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
func cpuSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  try body()
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
