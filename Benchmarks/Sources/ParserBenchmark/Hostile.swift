import Foundation
import StrataYAML

extension ParserBenchmark {
  /// Inputs that are slow somewhere, `Growth.all`, in sizes that double. The sizes take turns, and the least time of a
  /// size counts: the rest is the machine's.
  static func measureHostile(_ filter: String?) {
    let megabytes = [1, 2, 4, 8]
    let growths = Growth.all.filter { filter.map($0.name.contains) ?? true }
    for growth in growths {  // before anything larger is in memory
      _ = Document.parse(Array(growth.source(1_000_000).utf8), name: "input")
    }
    print("peak memory with each input of 1 MB: \(peakBytes() / 1_000_000) MB")
    print(column("ms at \(megabytes.map(String.init).joined(separator: ", ")) MB", 44) + "growth on doubling")
    var slowest = 0.0
    var worst: [(ratio: Double, name: String)] = []
    for growth in growths {
      let sources = megabytes.map { Array(growth.source($0 * 1_000_000).utf8) }
      var times = megabytes.map { _ in Double.infinity }
      for _ in 0..<7 {
        for (index, source) in sources.enumerated() {
          times[index] = min(times[index], cpuSeconds { _ = Document.parse(source, name: "input") })
        }
      }
      let ratios = zip(times, times.dropFirst()).map { $1 / $0 }
      slowest = max(slowest, times[0])
      worst.append((ratios.max() ?? 0, growth.name))
      print(
        column(growth.name, 44) + times.map { String(format: "%7.1f", $0 * 1e3) }.joined() + "  "
          + ratios.map { String(format: "%6.2f", $0) }.joined())
    }
    print(String(format: "slowest at 1 MB: %.1f ms (limit 1000)", slowest * 1e3))
    for (ratio, name) in worst.sorted(by: { $0.ratio > $1.ratio }).prefix(5) {
      print(String(format: "growth %.2f (limit 2.5): ", ratio) + name)
    }
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text.padding(toLength: max(width, text.count + 1), withPad: " ", startingAt: 0)
  }

  /// The most memory that this process has had.
  static func peakBytes() -> Int {
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF
    return usage.ru_maxrss * 1024
  }
}
