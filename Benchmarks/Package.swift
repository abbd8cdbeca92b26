// swift-tools-version: 6.3

import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "strata", path: "..")],
  targets: [
    .executableTarget(
      name: "SearchBenchmark",
      dependencies: [
        .product(name: "StrataCatalog", package: "strata"), .product(name: "StrataSearch", package: "strata"),
      ],
      path: "SearchBenchmark")
  ],
  swiftLanguageModes: [.v6]
)
