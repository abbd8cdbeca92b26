import ArgumentParser
import CLimits
import Foundation
import StrataCatalog
import StrataSearch

@main
struct SearchBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-benchmark",
    abstract: "Measures strata's search beside fzf's, on the same text, in one run.",
    discussion: """
      Indexing beside loading, matching beside 'fzf --bench' and beside a plain AVX2 scan, typing, memory. Times of one \
      thread are CPU time, the least of several runs taken in turn with fzf's. Typing goes in slices as large as the \
      screen's, which two threads share. What a key takes on the screen is measured by typing.py.
      """)

  @Argument(help: "A catalog.", completion: .file()) var catalog: String
  @Argument(help: "The program fzf.", completion: .file()) var fzf: String
  @Option(name: .customLong("word"), help: "A word to match; repeatable.")
  var words = ["a", "e", "er", "mesh", "cluster", "kube", "zzzzq", "容", "容器", "安全"]
  @Option(help: "Where to keep the text that fzf is given.", completion: .file()) var list: String?

  static let typed = ["cluste", "kubern", "secret", "argocd", "snapsh", "容器编排", "policy", "rongqi"]

  func run() throws {
    let file = catalog
    let fzf = Fzf(path: fzf)
    guard fzf.hasBench else { throw ValidationError("\(fzf.path) has no --bench; a newer fzf has.") }
    let typed = Self.typed
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as! Int
    let catalog = try Self.load(file)
    print("catalog: \(size / 1_000_000) MB, memory \(Self.ratio(Self.residentBytes(), size)) × file")

    var searcher = Searcher(catalog: catalog)
    let index = Self.cpu { while searcher.advance(steps: 1 << 20) {} }
    let list = self.list ?? NSTemporaryDirectory() + "strata-search-benchmark-\(getpid()).txt"
    print("memory with the index: \(Self.ratio(Self.residentBytes(), size)) × file")
    try Self.lines(catalog).write(toFile: list, atomically: false, encoding: .utf8)
    defer { if self.list == nil { try? FileManager.default.removeItem(atPath: list) } }
    let loading = fzf.loading(list)
    print("indexing: \(Self.ms(index)) CPU; fzf loads in \(Self.ms(loading)) CPU: \(Self.ratio(index, loading)) ×")

    for word in words {
      var ours = Double.infinity
      var theirs = Double.infinity
      for _ in 0..<2 {
        theirs = min(theirs, fzf.matching(word, list))
        for _ in 0..<3 {
          searcher.search(Query(""))
          searcher.search(Query(word))
          ours = min(ours, Self.cpu { while !searcher.isSettled { searcher.advance(steps: 1 << 20) } })
        }
      }
      let limit = try Self.scan(list, for: word)
      let page = Self.cpu { _ = searcher.hits(0..<40) }
      print(
        "matching \(word): \(Self.ms(ours)), first page \(Self.ms(page)), \(searcher.total) hits; fzf \(Self.ms(theirs)): "
          + "\(Self.ratio(ours, theirs)) ×; plain scan \(Self.ms(limit)): \(Self.ratio(ours, limit)) ×")
    }

    var keys: [Double] = []
    var work: [Double] = []
    for word in typed {
      searcher.search(Query(""))
      var text = ""
      for character in word {
        text.append(character)
        let start = Self.wall()
        work.append(
          Self.cpu {
            searcher.search(Query(text))
            while !searcher.isSettled { searcher.advance(steps: 1 << 22) }
            _ = searcher.hits(0..<40)
          })
        keys.append(Self.wall() - start)
      }
    }
    for (name, times) in [("by the clock", keys.sorted()), ("CPU", work.sorted())] {
      print(
        "typing, key to settled page, \(name): p50 \(Self.ms(times[times.count / 2])), p99 \(Self.ms(times[times.count * 99 / 100]))"
      )
    }
    print("memory at the end: \(Self.ratio(Self.residentBytes(), size)) × file")
  }

  private static func load(_ file: String) throws -> Catalog {
    let bytes = Array(try Data(contentsOf: URL(filePath: file)))
    guard let catalog = Catalog.read(sources: [(file, bytes)]).catalog else {
      throw ValidationError("\(file) cannot be read as a catalog: strata check says why.")
    }
    return catalog
  }

  /// The names and summaries, a tool a line.
  private static func lines(_ catalog: Catalog) -> String {
    var text = ""
    for tool in catalog.tools {
      let line = [tool.name, tool.summary.en, tool.summary.zh].map(catalog.string).joined(separator: " ")
      text += line.replacing("\n", with: " ") + "\n"
    }
    return text
  }

  /// The least of five scans, in milliseconds; of a single byte NaN.
  private static func scan(_ list: String, for word: String) throws -> Double {
    guard word.utf8.count > 1 else { return .nan }
    return try Data(contentsOf: URL(filePath: list)).withUnsafeBytes { bytes in
      let text = bytes.bindMemory(to: CChar.self)
      return (0..<5).map { _ in cpu { _ = plain_scan(text.baseAddress, text.count, word, word.utf8.count) } }.min()!
    }
  }

  // MARK: Measuring

  static func wall() -> Double { clock(CLOCK_MONOTONIC) }

  /// Milliseconds of CPU time that the body takes.
  private static func cpu(_ body: () -> Void) -> Double {
    let start = clock(CLOCK_PROCESS_CPUTIME_ID)
    body()
    return clock(CLOCK_PROCESS_CPUTIME_ID) - start
  }

  private static func clock(_ id: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(id, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private static func residentBytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    return 1024 * (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0)
  }

  private static func ms(_ value: Double) -> String { String(format: "%.1f ms", value) }
  private static func ratio(_ a: Double, _ b: Double) -> String { String(format: "%.2f", a / b) }
  private static func ratio(_ a: Int, _ b: Int) -> String { ratio(Double(a), Double(b)) }
}

/// The peer.
struct Fzf {
  let path: String

  /// Whether it can time itself, which older ones cannot.
  var hasBench: Bool { run(["-e", "--bench", "1ms", "-f", "a"], "/dev/null").contains("iterations") }

  /// Milliseconds of CPU time to read a list: of a run that then matches as briefly as may be, less the matching. (With
  /// `--filter` alone fzf matches while it reads, and keeps nothing.)
  func loading(_ list: String) -> Double {
    (0..<3).map { _ in
      let (time, report) = measured(["-e", "--bench", "1ms", "--threads", "1", "-f", "qqzzqq"], list)
      return time - Self.number(before: " iterations", report) * Self.number(before: "ms  min:", report)
    }.min()!
  }

  /// Milliseconds of CPU time of one more matching on one thread.
  func matching(_ word: String, _ list: String) -> Double {
    func bench(_ seconds: Int) -> (time: Double, count: Double) {
      let (time, report) = measured(["-e", "--bench", "\(seconds)s", "--threads", "1", "-f", word], list)
      return (time, Self.number(before: " iterations", report))
    }
    let (short, long) = (bench(1), bench(3))
    return (long.time - short.time) / (long.count - short.count)
  }

  /// The number that stands before a word of a report; NaN where there is none.
  private static func number(before word: String, _ report: String) -> Double {
    guard let end = report.firstRange(of: word) else { return .nan }
    let digits = report[..<end.lowerBound].reversed().prefix { $0.isNumber || $0 == "." }
    return Double(String(digits.reversed())) ?? .nan
  }

  /// Runs it; also tells the milliseconds of CPU time that it took.
  private func measured(_ arguments: [String], _ list: String) -> (time: Double, output: String) {
    var before = rusage()
    getrusage(Self.children, &before)
    let output = run(arguments, list)
    var after = rusage()
    getrusage(Self.children, &after)
    return (Self.milliseconds(after) - Self.milliseconds(before), output)
  }

  private func run(_ arguments: [String], _ list: String) -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle(forReadingAtPath: list)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    do {
      try process.run()
    } catch {
      print("\(path): \(error)")
      exit(2)
    }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// `RUSAGE_CHILDREN`
  private static let children: __rusage_who_t = -1

  private static func milliseconds(_ usage: rusage) -> Double {
    func value(_ time: timeval) -> Double { Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3 }
    return value(usage.ru_utime) + value(usage.ru_stime)
  }
}
