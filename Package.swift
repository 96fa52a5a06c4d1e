// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "planc",
  products: [.executable(name: "planc", targets: ["planc"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CCmarkGFM", path: "Sources/CCmarkGFM"),
    .target(name: "CFile"),
    .target(name: "CArena"),
    .target(name: "CHash"),
    .target(name: "PlanSource", swiftSettings: strict),
    .target(name: "PlanModel", dependencies: ["PlanSource"], swiftSettings: strict),
    .target(
      name: "PlanParser",
      dependencies: [
        "PlanSource", "PlanModel", "CArena", "CCmarkGFM", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict,
      // The static libraries by name, extensions first, so that the binary needs no cmark where it runs.
      linkerSettings: [
        .linkedLibrary(":libcmark-gfm-extensions.a"), .linkedLibrary(":libcmark-gfm.a"),
      ]),
    .target(name: "PlanMetrics", dependencies: ["PlanSource", "PlanModel"], swiftSettings: strict),
    .target(
      name: "PlanLint", dependencies: ["PlanSource", "PlanModel", "PlanMetrics"],
      swiftSettings: strict),
    .target(name: "PlanReport", dependencies: ["PlanSource"], swiftSettings: strict),
    .target(
      name: "Theme", path: "templates",
      resources: [
        .embedInCode("pages"), .embedInCode("style.css"), .embedInCode("site.js"),
        .embedInCode("favicon.svg"),
      ],
      swiftSettings: strict),
    .target(
      name: "PlanSite",
      dependencies: [
        "PlanSource", "PlanModel", "PlanMetrics", "PlanReport",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "planc",
      dependencies: [
        "CFile", "CHash", "PlanSource", "PlanModel", "PlanParser", "PlanMetrics", "PlanLint",
        "PlanReport", "PlanSite", "Theme",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .executableTarget(name: "measure", path: "Tests/Measure", swiftSettings: strict),
    .testTarget(name: "PlanSourceTests", dependencies: ["PlanSource"], swiftSettings: strict),
    .testTarget(
      name: "PlanModelTests", dependencies: ["PlanSource", "PlanModel"], swiftSettings: strict),
    .testTarget(
      name: "PlanParserTests",
      dependencies: ["PlanSource", "PlanModel", "PlanParser", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanMetricsTests",
      dependencies: ["PlanSource", "PlanModel", "PlanParser", "PlanMetrics"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanReportTests", dependencies: ["PlanSource", "PlanReport"], swiftSettings: strict),
    .testTarget(
      name: "plancTests", dependencies: ["planc", "measure", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanLintTests",
      dependencies: ["PlanSource", "PlanModel", "PlanParser", "PlanMetrics", "PlanLint"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanSiteTests",
      dependencies: [
        "PlanSource", "PlanModel", "PlanParser", "PlanMetrics", "PlanReport", "PlanSite", "Theme",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
