// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "bench",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .executableTarget(name: "launch"),
    .executableTarget(name: "floor", dependencies: ["CLibXML2"]),
    .executableTarget(name: "bench", swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
