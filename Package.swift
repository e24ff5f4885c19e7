// swift-tools-version: 6.2
import PackageDescription

// Targets are listed bottom-up: a target imports only what stands above it here.
// docs/architecture.md has the import table; ArchitectureTests compares it with this file.
let package = Package(
  name: "clauselint",
  products: [
    .executable(name: "clauselint", targets: ["clauselint"]),
    .library(name: "CEL", targets: ["CEL"]),
    // For the package under Fuzz/ alone.
    .library(
      name: "ClauselintParts",
      targets: [
        "CEL", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseDocuments",
        "ClauseEngine", "ClausePatterns", "ClauseRecords", "ClauseRegisters", "ClauseReports",
        "ClauseRules",
        "ClauseSource",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CLibCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CArguments"),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2"), .linkedLibrary("stdc++")]),
    .target(name: "ClauseBytes"),
    .target(name: "ClauseSource", dependencies: ["ClauseBytes"]),
    .target(name: "ClauseCalendar"),
    .target(name: "CEL", dependencies: ["ClauseBytes", "ClauseCalendar"]),
    .target(
      name: "ClauseDocuments",
      dependencies: [
        "CLibCMarkGFM", "CLibXML2", "CLibYAML", "CLibZip", "ClauseBytes", "ClauseCalendar",
        "ClauseSource",
      ]),
    .target(name: "ClausePatterns", dependencies: ["CRE2", "CEL"]),
    .target(
      name: "ClauseRecords",
      dependencies: ["CEL", "ClauseBytes", "ClauseCalendar", "ClauseDocuments", "ClauseSource"]),
    .target(
      name: "ClauseRegisters",
      dependencies: ["CEL", "ClauseBytes", "ClauseDocuments", "ClauseRecords", "ClauseSource"]),
    .target(
      name: "ClauseAssessment", dependencies: ["ClauseBytes", "ClauseCalendar", "ClauseSource"]),
    .target(
      name: "ClauseRules",
      dependencies: [
        "CEL", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseDocuments",
        "ClauseRecords", "ClauseSource",
      ]),
    .target(
      name: "ClauseEngine",
      dependencies: [
        "CEL", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseDocuments",
        "ClausePatterns", "ClauseRecords", "ClauseRegisters", "ClauseRules", "ClauseSource",
      ]),
    .target(
      name: "ClauseReports",
      dependencies: [
        "CLibXLSXWriter", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseSource",
      ]),
    .target(
      name: "ClauseCLI",
      dependencies: [
        "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseEngine", "ClauseReports",
        "ClauseSource",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "clauselint", dependencies: ["CArguments", "ClauseCLI"]),
    .executableTarget(
      name: "clauselint-dev",
      dependencies: [
        "CEL", "CLibYAML", "ClauseAssessment", "ClauseCalendar", "ClauseDocuments", "ClauseEngine",
        "ClausePatterns", "ClauseRecords", "ClauseRules", "ClauseSource",
      ]),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "ClauseBytesTests", dependencies: ["ClauseBytes"]),
    .testTarget(name: "ClauseSourceTests", dependencies: ["ClauseSource"]),
    .testTarget(name: "ClauseCalendarTests", dependencies: ["ClauseCalendar"]),
    .testTarget(
      name: "CELTests", dependencies: ["CEL", "ClauseCalendar", "ClausePatterns"],
      exclude: ["Goldens"]),
    // Tables as files, for the tests of what reads them.
    .target(
      name: "TestTables", dependencies: ["ClauseDocuments", "ClauseSource"],
      path: "Tests/TestTables"),
    .testTarget(
      name: "ClauseDocumentsTests",
      dependencies: ["ClauseDocuments", "ClauseSource", "TestTables"],
      exclude: ["Workbooks"]),
    .testTarget(
      name: "ClauseRecordsTests",
      dependencies: [
        "CEL", "ClauseCalendar", "ClauseDocuments", "ClauseRecords", "ClauseSource", "TestTables",
      ]),
    .testTarget(
      name: "ClauseRegistersTests",
      dependencies: [
        "CEL", "ClauseCalendar", "ClauseDocuments", "ClauseRecords", "ClauseRegisters",
        "ClauseSource", "TestTables",
      ]),
    .testTarget(
      name: "ClauseRulesTests",
      dependencies: [
        "CEL", "ClauseCalendar", "ClauseDocuments", "ClausePatterns", "ClauseRecords",
        "ClauseRules", "ClauseSource",
      ]),
    .testTarget(
      name: "ClauseReportsTests",
      dependencies: ["ClauseAssessment", "ClauseCalendar", "ClauseReports", "ClauseSource"],
      exclude: ["Browser", "Goldens"]),
    .testTarget(
      name: "ClauseEngineTests",
      dependencies: [
        "CEL", "ClauseAssessment", "ClauseCalendar", "ClauseDocuments", "ClauseEngine",
        "ClausePatterns", "ClauseRecords", "ClauseReports", "ClauseRules", "ClauseSource",
        "TestTables",
      ],
      exclude: ["Organisations", "Packs", "Traps"]),
    .testTarget(name: "ClauseCLITests", dependencies: ["ClauseCLI", "clauselint"]),
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "CEL", "ClauseAssessment", "ClauseBytes", "ClauseCalendar", "ClauseDocuments",
        "ClauseEngine",
        "ClausePatterns", "ClauseRecords", "ClauseRegisters", "ClauseReports", "ClauseRules",
        "ClauseSource",
        "clauselint",
      ], exclude: ["Python"]),
    .testTarget(
      name: "DocsTests",
      dependencies: [
        "CEL", "ClauseCalendar", "ClauseEngine", "ClausePatterns", "ClauseRecords", "ClauseRules",
        "ClauseSource", "clauselint", "clauselint-dev",
      ],
      exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// One compiler policy for every Swift target.
let policy: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
for target in package.targets
where target.type != .system && target.name != "CRE2" && target.name != "CArguments" {
  target.swiftSettings = (target.swiftSettings ?? []) + policy
}

// Tests are built beside an optimised program, and gain nothing from being optimised themselves.
for target in package.targets where target.type == .test {
  target.swiftSettings? += [.unsafeFlags(["-Onone"], .when(configuration: .release))]
}
