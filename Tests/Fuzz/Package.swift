// swift-tools-version: 6.2

import PackageDescription

/// The modules of the product, each of which may know those before it. They are compiled here once more, from the same
/// files, because a fuzzer needs its own instructions in them.
let modules = [
  "Platform", "Markup", "SAML", "Parties", "Rules", "Playbook", "Setup", "Probes", "Console", "Reports", "signpost",
]
let documented = ["Setup", "Reports"]
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .strictMemorySafety(), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(name: "CLibXML2", path: "Sources/product/CLibXML2", pkgConfig: "libxml-2.0"),
    // libFuzzer brings the entry point.
    .executableTarget(name: "fuzz", dependencies: ["Runs"], swiftSettings: settings),
    // The runs belong to the tests of the product too, and so does the screen that they draw on.
    .target(
      name: "Runs", dependencies: modules.map { .byName(name: $0) } + ["Support"], path: "Sources/Runs",
      swiftSettings: settings),
    .target(name: "Support", dependencies: ["Console"], swiftSettings: settings),
  ]
    + modules.enumerated().map { index, name in
      .target(
        name: name, dependencies: (["CLibXML2"] + modules[..<index]).map { .byName(name: $0) },
        path: "Sources/product/\(name)",
        exclude: name == "signpost" ? ["Main.swift"] : documented.contains(name) ? ["Documentation.docc"] : [],
        swiftSettings: settings)
    }
)
