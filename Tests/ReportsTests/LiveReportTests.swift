import Console
import Playbook
import SAML
import Setup
import Support
import Testing

@testable import Reports

@Suite("What live systems said, as a document")
struct LiveReportTests {
  static let report = LiveReport(
    tool: ValidationReport.Tool(version: "0.1.0"), now: Instant(seconds: 1_795_219_200), check: "scim",
    contacted: ["https://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2"],
    stages: [
      LiveStage(
        "service", "the SCIM service", .pass, "it is the service of Identity Center, and takes the token",
        command:
          "GET https://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2/ServiceProviderConfig",
        digest: String(repeating: "a", count: 64), claim: .provisioning),
      LiveStage(
        "group", "the group Dev\u{1B}[2JOps", .fail, "there is \"Dev\u{A0}Ops\" instead, ::error:: which differs",
        cause: "group names are compared character by character", remedy: "rename the group", command: "GET x\u{7}",
        digest: String(repeating: "b", count: 64), claim: .groups),
      LiveStage("user", "the user ada@example.com", .unknown, "HTTP 503", cause: "AWS is in trouble", remedy: "wait"),
      LiveStage("users", "the list of users", .skipped, "not asked"),
    ], closed: ["enable-scim"], contradicted: ["check-groups"])

  @Test("for people, in colour and without")
  func human() {
    Golden.expect(HumanLiveReport(Self.report, appearance: .plain).text, at: "live.txt")
    let text = HumanLiveReport(Self.report, appearance: .plain).text
    #expect(
      !text.contains("\u{1B}") && !text.contains("\u{7}") && !text.contains("\u{A0}") && !text.contains("::error::"))
  }

  @Test("for programs, with every name explained")
  func json() throws {
    Golden.expect(Self.report.json, at: "live.json")
    try expectDocumented(JSON(reading: Array(Self.report.json.utf8)), in: "VerifyJSON.md")
  }
}
