// swift-tools-version: 6.3;(experimentalCGen)

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// Where no memory is reached but through bounds, but for the lines that say so.
let safe = strict + [.strictMemorySafety()]

/// Vectors of bytes are very slow without optimization, and the tests fill many indexes: they would not end in useful time.
/// Assertions and bounds stay checked.
let vectors: [SwiftSetting] = [
  .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))
]

let package = Package(
  name: "strata",
  products: [
    .executable(name: "strata", targets: ["strata"]),
    // For other packages: Examples uses them, Benchmarks measures them.
    .library(name: "StrataYAML", targets: ["StrataYAML"]),
    .library(name: "StrataCatalog", targets: ["StrataCatalog"]),
    .library(name: "StrataSearch", targets: ["StrataSearch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // C: the modules that must be C.
    .systemLibrary(name: "CNcurses", path: "Sources/CNcurses"),
    .target(name: "CStrataSignals"),
    .target(name: "CStrataSystem"),
    .target(name: "CStrataParser"),
    .target(name: "CStrataResources", plugins: ["CatalogImage"]),

    // Builds the image of the shipped catalog that CStrataResources embeds.
    .plugin(name: "CatalogImage", capability: .buildTool(), dependencies: ["strata-image"]),
    .executableTarget(
      name: "strata-image", dependencies: ["StrataCatalog", "StrataSearch", "StrataYAML"], swiftSettings: strict),

    // Pure Swift: no terminal, no files.
    .target(name: "StrataText", swiftSettings: safe),
    .target(name: "StrataYAML", dependencies: ["StrataText"], swiftSettings: strict),
    .target(name: "StrataCatalog", dependencies: ["StrataYAML", "StrataText"], swiftSettings: strict),
    .target(name: "StrataThreads", swiftSettings: strict),
    .target(
      name: "StrataSearch", dependencies: ["StrataCatalog", "StrataText", "StrataThreads"],
      swiftSettings: strict + vectors),
    .target(name: "StrataScan", dependencies: ["StrataCatalog", "StrataStack", "StrataText"], swiftSettings: safe),
    .target(
      name: "StrataStack", dependencies: ["StrataYAML", "StrataCatalog", "StrataText"], swiftSettings: safe),
    .target(name: "StrataDiff", dependencies: ["StrataCatalog", "StrataText"], swiftSettings: safe),
    .target(name: "StrataScreen", dependencies: ["StrataText"], swiftSettings: safe),
    .target(
      name: "StrataExplorer",
      dependencies: [
        "StrataCatalog", "StrataDiff", "StrataScan", "StrataSearch", "StrataScreen", "StrataStack", "StrataText",
      ],
      swiftSettings: safe),

    .target(
      name: "StrataSettings",
      dependencies: ["StrataYAML", "StrataCatalog", "StrataExplorer", "StrataScreen", "StrataText"], swiftSettings: safe
    ),

    // The outside world.
    .target(
      name: "StrataTerminal",
      dependencies: ["CNcurses", "CStrataSignals", "CStrataSystem", "StrataScreen", "StrataText"],
      swiftSettings: strict),
    .executableTarget(
      name: "strata",
      dependencies: [
        "CStrataParser", "CStrataResources", "CStrataSignals", "CStrataSystem", "StrataYAML", "StrataCatalog",
        "StrataDiff", "StrataScan", "StrataSearch",
        "StrataScreen", "StrataExplorer", "StrataSettings", "StrataStack", "StrataTerminal",
        "StrataText", "StrataThreads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "StrataTextTests", dependencies: ["StrataText"], swiftSettings: strict),
    .testTarget(
      name: "StrataYAMLTests", dependencies: ["StrataYAML", "StrataScreen"], exclude: ["conformance.tsv"],
      swiftSettings: strict),
    .testTarget(
      name: "StrataStackTests", dependencies: ["StrataStack", "StrataCatalog", "StrataYAML"], swiftSettings: strict),
    .testTarget(
      name: "StrataScanTests", dependencies: ["StrataScan", "StrataCatalog", "StrataText"], swiftSettings: strict),
    .testTarget(
      name: "StrataDiffTests", dependencies: ["StrataDiff", "StrataCatalog", "StrataText"], swiftSettings: strict),
    .testTarget(name: "StrataThreadsTests", dependencies: ["StrataThreads"], swiftSettings: strict),
    .testTarget(
      name: "StrataCatalogTests",
      dependencies: ["CStrataResources", "StrataCatalog", "StrataText", "StrataYAML", "StrataScreen"],
      swiftSettings: strict),
    .testTarget(
      name: "StrataSearchTests",
      dependencies: ["CStrataResources", "StrataSearch", "StrataCatalog", "StrataText", "StrataYAML"],
      swiftSettings: strict),
    .testTarget(name: "StrataScreenTests", dependencies: ["StrataScreen", "CNcurses"], swiftSettings: strict),
    .testTarget(
      name: "StrataExplorerTests",
      dependencies: [
        "StrataExplorer", "StrataCatalog", "StrataDiff", "StrataScan", "StrataSearch", "StrataScreen", "StrataStack",
        "StrataText", "StrataYAML",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StrataSettingsTests",
      dependencies: [
        "StrataSettings", "StrataExplorer", "StrataCatalog", "StrataScreen", "StrataText", "StrataYAML",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StrataTerminalTests", dependencies: ["StrataTerminal", "StrataScreen", "StrataText", "CNcurses"],
      swiftSettings: strict),
    .testTarget(
      name: "StrataTests",
      dependencies: [
        "strata", "StrataCatalog", "StrataScan", "StrataScreen", "StrataSearch", "StrataExplorer", "StrataTerminal",
        "StrataText", "StrataThreads", "StrataYAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ShippedCatalogTests", dependencies: ["StrataCatalog", "StrataYAML", "StrataScreen"],
      exclude: ["differences.yaml"], swiftSettings: strict),
    .testTarget(name: "EndToEndTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
