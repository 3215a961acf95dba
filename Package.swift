// swift-tools-version: 6.2

import PackageDescription

/// Every target of ours is compiled under the same strict rules.
///
/// The last of them are for speed, and for a release only. It asks for the types that it makes of generic ones directly:
/// by their names, as is usual, the runtime takes longer to find them than judging a file takes. And each of its
/// functions can be put where the linker is told to.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors", "-Xfrontend", "-function-sections"],
    .when(configuration: .release)),
]

/// A library module and what it knows; the arrows of the house are these lines and nothing else.
func module(_ name: String, knows: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: knows, exclude: documented.contains(name) ? ["Documentation.docc"] : [],
    swiftSettings: strict)
}

/// The modules with documents of their own.
let documented: Set = ["Setup", "Reports"]

/// The tests of one module; what they share lives in `Tests/Support`.
func tests(
  of name: Target.Dependency, named: String, knows: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(name: named, dependencies: [name, "Support"] + knows, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "signpost",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "signpost", targets: ["signpost"])],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    module("Platform"),
    module("Markup", knows: ["CLibXML2"]),
    module("SAML", knows: ["Markup"]),
    module("Parties"),
    module("Rules", knows: ["SAML", "Markup", "Parties"]),
    module("Playbook", knows: ["Rules", "Parties"]),
    module("Setup", knows: ["Playbook", "Rules", "SAML", "Markup", "Parties", "Platform"]),
    module("Probes", knows: ["Setup", "Playbook", "Rules", "SAML", "Parties", "Platform"]),
    module("Console", knows: ["Platform"]),
    module("Reports", knows: ["Rules", "Setup", "Playbook", "SAML", "Markup", "Parties", "Console"]),
    .executableTarget(
      name: "signpost",
      dependencies: [
        "Platform", "Markup", "SAML", "Parties", "Rules", "Playbook", "Setup", "Probes", "Console", "Reports",
      ],
      swiftSettings: strict),

    .target(name: "Support", dependencies: ["Console"], path: "Tests/Support", swiftSettings: strict),
    tests(of: "Platform", named: "PlatformTests"),
    tests(of: "Markup", named: "MarkupTests"),
    tests(of: "SAML", named: "SAMLTests", knows: ["Markup"]),
    tests(of: "Parties", named: "PartiesTests", knows: ["Platform"]),
    tests(of: "Rules", named: "RulesTests", knows: ["SAML", "Markup", "Parties"]),
    tests(
      of: "Playbook", named: "PlaybookTests", knows: ["Rules", "Parties"],
      exclude: ["Goldens", "Seeds.tsv", "Statements"]),
    tests(of: "Setup", named: "SetupTests", knows: ["Playbook", "Rules", "SAML", "Parties", "Platform"]),
    tests(of: "Probes", named: "ProbesTests", knows: ["Setup", "Playbook", "Parties", "Platform"]),
    .executableTarget(
      name: "stage", dependencies: ["Console", "Platform"], path: "Tests/Stage", swiftSettings: strict),
    tests(of: "Console", named: "ConsoleTests", knows: ["Platform", "stage"], exclude: ["Goldens"]),
    tests(
      of: "Reports", named: "ReportsTests",
      knows: ["Rules", "Setup", "Playbook", "SAML", "Markup", "Parties", "Console", "Platform"], exclude: ["Goldens"]),
    tests(
      of: "signpost", named: "CommandTests",
      knows: ["Platform", "Console", "Rules", "SAML", "Playbook", "Setup", "Reports"], exclude: ["Goldens"]),
    tests(
      of: "signpost", named: "FuzzTests",
      knows: [
        "Platform", "Markup", "SAML", "Parties", "Rules", "Playbook", "Setup", "Console", "Reports",
      ]),
    tests(
      of: "signpost", named: "DifferentialTests", knows: ["SAML", "Platform"],
      exclude: ["Causes.tsv", "Disagreements.tsv", "Rules.tsv"]),
  ]
)
