import Foundation
import StrataCatalog
import StrataSearch

/// Search beside fzf, on the same text, in one run: indexing beside loading, matching beside `fzf --bench`, typing, memory.
///
///     swift run -c release --package-path Benchmarks search-benchmark big.yaml path/to/fzf [WORD…]
///
/// Times of one thread are CPU time, the least of several runs taken in turn with fzf's. Typing goes in slices as large as
/// the screen's, which two threads share.
@main
enum SearchBenchmark {
  static let words = ["a", "e", "er", "mesh", "cluster", "kube", "zzzzq", "容", "容器", "安全"]
  static let typed = ["cluste", "kubern", "secret", "argocd", "snapsh", "容器编排", "policy", "rongqi"]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2 else {
      print("usage: search-benchmark CATALOG FZF [WORD…]")
      exit(2)
    }
    let file = arguments[arguments.startIndex]
    let fzf = Fzf(path: arguments[arguments.startIndex + 1])
    let words = arguments.count > 2 ? Array(arguments.dropFirst(2)) : words
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as! Int
    let catalog = try load(file)
    print("catalog: \(size / 1_000_000) MB, memory \(ratio(residentBytes(), size)) × file")

    var searcher = Searcher(catalog: catalog)
    let index = cpu { while searcher.advance(steps: 1 << 20) {} }
    let list = try writeList(catalog)
    defer { try? FileManager.default.removeItem(atPath: list) }
    let loading = fzf.loading(list)
    print("indexing: \(ms(index)) CPU; fzf loads in \(ms(loading)) CPU: \(ratio(index, loading)) ×")
    print("memory with the index: \(ratio(residentBytes(), size)) × file")

    for word in words {
      var ours = Double.infinity
      var theirs = Double.infinity
      for _ in 0..<2 {
        theirs = min(theirs, fzf.matching(word, list))
        for _ in 0..<3 {
          searcher.search(Query(""))
          searcher.search(Query(word))
          ours = min(ours, cpu { while !searcher.isSettled { searcher.advance(steps: 1 << 20) } })
        }
      }
      let page = cpu { _ = searcher.hits(0..<40) }
      print(
        "matching \(word): \(ms(ours)), first page \(ms(page)), \(searcher.total) hits; fzf \(ms(theirs)): "
          + "\(ratio(ours, theirs)) ×")
    }

    var keys: [Double] = []
    var work: [Double] = []
    for word in typed {
      searcher.search(Query(""))
      var text = ""
      for character in word {
        text.append(character)
        let start = wall()
        work.append(
          cpu {
            searcher.search(Query(text))
            while !searcher.isSettled { searcher.advance(steps: 1 << 22) }
            _ = searcher.hits(0..<40)
          })
        keys.append(wall() - start)
      }
    }
    for (name, times) in [("by the clock", keys.sorted()), ("CPU", work.sorted())] {
      print(
        "typing, key to settled page, \(name): p50 \(ms(times[times.count / 2])), p99 \(ms(times[times.count * 99 / 100]))"
      )
    }
    print("memory at the end: \(ratio(residentBytes(), size)) × file")
  }

  private static func load(_ file: String) throws -> Catalog {
    let bytes = Array(try Data(contentsOf: URL(filePath: file)))
    guard let catalog = Catalog.read(sources: [(file, bytes)]).catalog else {
      print("\(file) cannot be read as a catalog")
      exit(2)
    }
    return catalog
  }

  /// The names and summaries, a tool a line, in a temporary file.
  private static func writeList(_ catalog: Catalog) throws -> String {
    let path = NSTemporaryDirectory() + "strata-search-benchmark-\(getpid()).txt"
    var text = ""
    for tool in catalog.tools {
      let line = [tool.name, tool.summary.en, tool.summary.zh].map(catalog.string).joined(separator: " ")
      text += line.replacing("\n", with: " ") + "\n"
    }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
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

  /// Milliseconds of CPU time to read a list and find nothing in it, less the matching.
  func loading(_ list: String) -> Double {
    let all = (0..<3).map { _ in measured(["-e", "--no-sort", "-f", "qqzzqq"], list).time }.min()!
    return all - matching("qqzzqq", list)
  }

  /// Milliseconds of CPU time of one more matching on one thread.
  func matching(_ word: String, _ list: String) -> Double {
    func bench(_ seconds: Int) -> (time: Double, count: Double) {
      let (time, report) = measured(["-e", "--bench", "\(seconds)s", "--threads", "1", "-f", word], list)
      guard let end = report.firstRange(of: " iterations") else { return (time, .nan) }
      return (time, Double(report[..<end.lowerBound].filter(\.isNumber)) ?? .nan)
    }
    let (short, long) = (bench(1), bench(3))
    return (long.time - short.time) / (long.count - short.count)
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
