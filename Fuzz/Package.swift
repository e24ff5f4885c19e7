// swift-tools-version: 6.2
import PackageDescription

// A package of its own: its executable has no `main` and links only with --sanitize=fuzzer.
// See docs/security.md for how to run it; `make fuzz` does.
let package = Package(
  name: "clauselint-fuzz",
  dependencies: [.package(name: "clauselint", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzz", dependencies: [.product(name: "ClauselintParts", package: "clauselint")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
