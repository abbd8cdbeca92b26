// swift-tools-version: 6.3

import PackageDescription

/// Programs that use strata's libraries; CI builds them.
let package = Package(
  name: "Examples",
  dependencies: [.package(name: "strata", path: "..")],
  targets: [
    .executableTarget(
      name: "ReadLandscape",
      dependencies: [
        .product(name: "StrataCatalog", package: "strata"), .product(name: "StrataSearch", package: "strata"),
        .product(name: "StrataYAML", package: "strata"),
      ])
  ],
  swiftLanguageModes: [.v6])
