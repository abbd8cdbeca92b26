// swift-tools-version: 6.3

import PackageDescription

// What strata is measured against. Not part of it:
//   swift run -c release --package-path Benchmarks parser-benchmark
//   swift run -c release --package-path Benchmarks search-benchmark
//   Benchmarks/growth.py
//   Benchmarks/typing.py
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "strata", path: ".."),
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // libyaml (Debian: libyaml-dev), and the limits: scans for line feeds and for a word that do nothing else.
    .systemLibrary(name: "CYAML", path: "Sources/CYAML", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CLimits", cSettings: [.unsafeFlags(["-O3"])]),
    .executableTarget(
      name: "parser-benchmark",
      dependencies: [
        "CYAML", "CLimits", .product(name: "StrataYAML", package: "strata"), "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/ParserBenchmark"),
    .executableTarget(
      name: "search-benchmark",
      dependencies: [
        "CLimits", .product(name: "StrataCatalog", package: "strata"),
        .product(name: "StrataSearch", package: "strata"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/SearchBenchmark"),
  ],
  swiftLanguageModes: [.v6]
)
