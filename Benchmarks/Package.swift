// swift-tools-version: 6.3

import PackageDescription

// What strata is measured against. Not part of it:
//   swift run -c release --package-path Benchmarks parser-benchmark
//   swift run -c release --package-path Benchmarks search-benchmark
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "strata", path: ".."),
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
  ],
  targets: [
    // libyaml (Debian: libyaml-dev) and the floor: a scan for line feeds that keeps a record a line.
    .systemLibrary(name: "CYAML", path: "Sources/CYAML", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CLineScan", cSettings: [.unsafeFlags(["-O3"])]),
    .executableTarget(
      name: "parser-benchmark",
      dependencies: ["CYAML", "CLineScan", .product(name: "StrataYAML", package: "strata"), "Yams"],
      path: "Sources/ParserBenchmark"),
    .executableTarget(
      name: "search-benchmark",
      dependencies: [
        .product(name: "StrataCatalog", package: "strata"), .product(name: "StrataSearch", package: "strata"),
      ],
      path: "Sources/SearchBenchmark"),
  ],
  swiftLanguageModes: [.v6]
)
