import Platform
import Playbook
import Setup
import Support
import Testing

@testable import Reports

@Suite("Files for other tools")
struct ArtifactTests {
  /// A set-up that knows everything, with these facts in place of its own, and without one of them.
  static func values(
    provider: String = "okta", _ changes: [FactKey: [String]] = [:], without: FactKey? = nil
  ) throws -> ArtifactValues {
    var facts: [FactKey: [String]] = [
      .managementAccount: ["111122223333"], .region: ["eu-west-1"], .identityStoreID: ["d-93671f0a2c"],
      .portalURL: ["https://d-93671f0a2c.awsapps.com/start"], .pilotAccount: ["444455556666"],
      .scimEndpoint: ["https://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2/"],
      .permissionSets: ["AdministratorAccess", "Billing", "TerraformPlanAccess"],
      .requiredGroups: ["DevOps", "Billing Admin"],
    ]
    for (key, value) in changes { facts[key] = value }
    if let without { facts[without] = nil }
    return ArtifactValues(name: try SetupName("acme"), provider: provider, facts: facts)
  }

  /// Names that mean something to every format: as text they mean nothing.
  static let hostile: [String] = [
    "a: b", "- x", "# no", "\"quoted\"", "'single'", "line\nfeed", "x\r\n[profile evil]", "{a: b}", "*anchor", "!tag",
    "yes", "1e3", "2026-11-21", "null", "$(id)", "`id`", "${AWS::Region}", "\u{202E}evil\u{200B}", "\u{0}\u{85}",
    "it's", "=cmd()", "café 東京 \u{1F600}", "\\", " lead", "tab\there", "%",
  ]

  private static let names = [
    Artifact.awsConfig: "generate-aws-config.ini", .cloudFormation: "generate-cloudformation.yaml",
    .awsSSOStack: "generate-aws-sso-stack.yaml", .ssosync: "generate-ssosync.env",
  ]

  @Test("the documents", arguments: Artifact.allCases)
  func goldens(artifact: Artifact) throws {
    let provider = artifact == .ssosync ? "google-workspace" : "okta"
    Golden.expect(try Self.values(provider: provider).text(of: artifact), at: try #require(Self.names[artifact]))
  }

  @Test("the same values give the same bytes, and no line ends in a blank", arguments: Artifact.allCases)
  func form(artifact: Artifact) throws {
    let values = try Self.values(provider: "google-workspace")
    let text = try values.text(of: artifact)
    #expect(try values.text(of: artifact) == text)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
  }

  @Test("each value that is needed is asked for by name where it is missing", arguments: Artifact.allCases)
  func missing(artifact: Artifact) throws {
    for key in artifact.needs {
      let problem = #expect(throws: ArtifactProblem.self) {
        try Self.values(provider: "google-workspace", without: key).text(of: artifact)
      }
      #expect(problem == .missing([key]))
    }
  }

  @Test("the portal's own Region is where the sign-in happens")
  func portalRegion() throws {
    let portal = ["https://ssoins-0123456789abcdef.portal.eu-central-1.app.aws"]
    #expect(try Self.values([.portalURL: portal]).text(of: .awsConfig).contains("\nsso_region = eu-central-1\n"))
    #expect(try Self.values().text(of: .awsConfig).contains("\nsso_region = eu-west-1\n"))
  }

  @Test("nothing is assigned unless a parameter says so, and no id is invented")
  func template() throws {
    let text = try Self.values().text(of: .cloudFormation)
    #expect(text.ranges(of: "Type: AWS::SSO::PermissionSet\n").count == 3)
    #expect(text.ranges(of: "Type: AWS::SSO::Assignment\n").count == 6)
    #expect(text.ranges(of: "    Condition: ").count == 6)
    #expect(text.ranges(of: "    Default: \"no\"\n").count == 6)
    // The account is known; nothing else has a default.
    #expect(text.ranges(of: "    Default: ").count == 7)
    #expect(try Self.values([.requiredGroups: []]).text(of: .cloudFormation).contains("AWS::SSO::Assignment") == false)
    let many = (1...60).map { "Group \($0)" }
    #expect(throws: ArtifactProblem.self) { try Self.values([.requiredGroups: many]).text(of: .cloudFormation) }
  }

  @Test("names whose letters are the same get ids of their own")
  func logicalIDs() throws {
    let groups = ["Dev", "DevOps", "Dev-Ops", "東京", "大阪", "InstanceArn", "Dev"]
    let text = try Self.values([.requiredGroups: groups, .permissionSets: ["OpsAdmin", "Admin"]])
      .text(of: .cloudFormation)
    let ids = text.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && $0.contains(":") }
      .compactMap { $0.split(separator: ":").first }
    #expect(Set(ids).count == ids.count && ids.count >= 40)
    #expect(ids.allSatisfy { $0.dropFirst(2).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
  }

  @Test("the token and the credentials are named by the place where they are kept")
  func secrets() throws {
    let text = try Self.values(provider: "google-workspace").text(of: .ssosync)
    #expect(text.contains("SSOSYNC_SCIM_ACCESS_TOKEN=\"$(aws ssm get-parameter --with-decryption "))
    #expect(text.contains("a7b6-c5d4e3f2a1b0/scim/v2'\n"), "no slash at the end")
    #expect(text.contains("SSOSYNC_GROUP_MATCH='name='\\''DevOps'\\'',name='\\''Billing Admin'\\'''\n"))
    #expect(throws: ArtifactProblem.self) { try Self.values().text(of: .ssosync) }
    #expect(throws: ArtifactProblem.self) {
      try Self.values(provider: "google-workspace", [.requiredGroups: []]).text(of: .ssosync)
    }
    #expect(throws: ArtifactProblem.self) {
      try Self.values(provider: "google-workspace", [.requiredGroups: ["A,B"]]).text(of: .ssosync)
    }
  }

  @Test("what the configuration of the AWS CLI cannot hold is refused", arguments: hostile)
  func configuration(name: String) throws {
    let isFit =
      name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && name.allSatisfy { $0.isLetter || "=-01236".contains($0) }
    let known = try Self.values([.permissionSets: [name]])
    if isFit {
      #expect(try known.text(of: .awsConfig).contains("\n[profile \(name)-444455556666]\n"))
    } else {
      #expect(throws: ArtifactProblem.self) { try known.text(of: .awsConfig) }
    }
    if name.contains("\n") || name.hasPrefix("#") {
      #expect(throws: ArtifactProblem.self) { try Self.values([.portalURL: [name]]).text(of: .awsConfig) }
    }
  }
}
