import Playbook
import Setup
import Support
import Testing

@testable import Reports

@Suite struct MermaidTests {
  private static func diagram(_ setup: ChecklistSetup) throws -> [String] {
    let checklist = Checklist(setup.progress(), name: .named("acme"))
    return try #require(checklist.signInFlow).mermaid(in: checklist.playbook)
  }

  @Test(arguments: [
    ("Okta", "Okta"), ("https://a.example/x_y", "https://a.example/x_y"), ("a; B->>C: d", "a#59; B-#62;#62;C#58; d"),
    ("#35;", "#35;35#59;"), ("%%{init}%%", "#37;#37;#123;init#125;#37;#37;"), ("```", "#96;#96;#96;"),
    ("<br/>", "#60;br/#62;"), ("wrap:x", "wrap#58;x"), ("javascript:x", "javascript#58;x"),
    ("x\nend", "x#92;nend"), ("\u{202E}ü", "#92;u#123;202E#125;#252;"), ("$$x$$", "#36;#36;x#36;#36;"),
  ])
  func textIsInert(text: String, source: String) {
    #expect(Mermaid.text(text) == source)
  }

  @Test func addressesAreBrokenBeforeTheirSlashes() {
    #expect(
      Mermaid.lines("https://eu-west-1.signin.aws/platform/saml/acs/6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34")
        == "https://eu-west-1.signin.aws/platform/saml<br/>/acs/6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34")
    #expect(Mermaid.lines(String(repeating: "a", count: 70)) == String(repeating: "a", count: 60) + "<br/>aaaaaaaaaa")
    #expect(Mermaid.lines("") == "")
  }

  @Test func theEndpointsAreTheRealOnes() throws {
    let text = try Self.diagram(.halfDone()).joined(separator: "\n").replacing("<br/>", with: "")
    for value in [
      "Browser->>Portal: opens https://example.awsapps.com/start",
      "AWS-->>Browser: SAML request, its issuer https://eu-west-1.signin.aws.amazon.com/platform/saml/d-93671f0a2c",
      """
      Browser->>Provider: brings the request to \
      https://example.okta.com/app/amazon_aws_sso/exk1example0fixture01/sso/saml
      """,
      """
      Browser->>AWS: posts the response to https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/\
      4455422d6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34
      """,
      "Provider->>AWS: writes users and groups beforehand, over SCIM, to https://scim.eu-west-1.amazonaws.com/",
    ] {
      #expect(text.contains(value), "\(value)")
    }
  }

  /// Whatever others wrote, the diagram has the same statements, and their text means nothing to Mermaid.
  @Test(arguments: 0..<ChecklistSetup.hostile.count)
  func whatOthersWroteIsTextOfAMessage(turns: Int) throws {
    let calm = try Self.diagram(.written { "calm\($0)" })
    let hostile = try Self.diagram(.hostile(turned: turns))
    #expect(calm.joined().contains("calm4"))
    #expect(hostile.map(Self.statement) == calm.map(Self.statement))
    for line in hostile {
      var text = Self.text(line).replacing("<br/>", with: "")
      for number in 1...127 { text = text.replacing("#\(number);", with: "") }
      text = text.replacing("https://", with: "").replacing("http://", with: "")
      #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " .,-_/()".contains($0)) }, "\(line)")
    }
  }

  @Test(arguments: Playbook.all)
  func onlyWhatConnectsTheTwoSidesHasADiagram(playbook: Playbook) {
    let asksForBoth = [FactKey.idpMetadata, .awsMetadata].allSatisfy { playbook.step(giving: $0) != nil }
    let text = MarkdownChecklist(Checklist(playbook)).text
    #expect(text.contains("```mermaid\nsequenceDiagram\n") == asksForBoth)
    if playbook.flow == .setUp { #expect(asksForBoth) }
  }

  /// A line up to its colon.
  private static func statement(_ line: String) -> String {
    line.firstRange(of: ": ").map { String(line[..<$0.upperBound]) } ?? line
  }

  /// A line after its colon.
  private static func text(_ line: String) -> String {
    line.firstRange(of: ": ").map { String(line[$0.upperBound...]) } ?? ""
  }
}
