// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .strictMemorySafety(), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

/// What reads certificates is compiled here once more, from the same files, so that one certificate can be timed.
let package = Package(
  name: "bench",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(name: "CLibXML2", path: "Sources/product/CLibXML2", pkgConfig: "libxml-2.0"),
    .executableTarget(name: "launch"),
    .executableTarget(name: "floor", dependencies: ["CLibXML2"]),
    .target(name: "Markup", dependencies: ["CLibXML2"], path: "Sources/product/Markup", swiftSettings: settings),
    .target(name: "SAML", dependencies: ["Markup"], path: "Sources/product/SAML", swiftSettings: settings),
    .executableTarget(name: "bench", dependencies: ["SAML"], swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
