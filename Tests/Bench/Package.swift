// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "bench",
  platforms: [.macOS(.v15)],
  targets: [.executableTarget(name: "bench", swiftSettings: [.swiftLanguageMode(.v6)])]
)
