import Parties
import SAML
import Testing

@testable import Rules

/// An identity provider with a role of its own for SAML 1.1, before that for SAML 2.0 or behind it.
@Suite("A role for each protocol")
struct TwoProtocolTests {
  private static let older =
    #"<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol">"#
    + Scaffold.key(ExampleCertificates.expired)
    + Scaffold.signOn("https://idp.example/saml1", binding: "urn:mace:shibboleth:1.0:profiles:AuthnRequest")
    + "</md:IDPSSODescriptor>"

  static let documents = [(older, ""), ("", older)].map { before, after in
    Example.identityProvider(before: before, after: after).text
  }

  @Test("what is judged, paired and compared is the role for SAML 2.0", arguments: documents)
  func judged(text: String) throws {
    let verdict = ExampleTests.judge.judge(Array(text.utf8), path: "idp.xml")
    #expect(verdict.findings.map(\.rule.id) == ["IDP008"])
    #expect(verdict.provider == .okta)
    let pem = "-----BEGIN CERTIFICATE-----\n\(ExampleCertificates.good)\n-----END CERTIFICATE-----"
    let typed = TypedValues(trusted: TrustedCertificates(text: pem))
    #expect(ExampleTests.judge.compare(typed, identityProvider: verdict, serviceProvider: nil).isEmpty)
  }

  @Test("a response may be signed with its key alone", arguments: documents)
  func response(text: String) throws {
    let entity = try #require(ExampleTests.judge.judge(Array(text.utf8), path: "idp.xml").onlyEntity)
    let expectation = ResponseExpectation(identityProvider: entity, serviceProvider: nil)
    #expect(expectation.provider == .okta)
    let good = ResponseExample.good.text
    for (message, ids) in [
      (good, []), (good.replacing(ExampleCertificates.good, with: ExampleCertificates.expired), ["RESP014"]),
    ] {
      let verdict = ResponseJudge(expectation, now: ExampleTests.now).judge(Array(message.utf8))
      #expect(verdict.findings.map(\.rule.id) == ids)
    }
  }

  @Test("whose certificates are agreed on is asked of both roles", arguments: documents)
  func agreed(text: String) throws {
    let good = try #require(Certificate.read(text: Array(ExampleCertificates.good.utf8).span).certificate)
    var settings = ExampleTests.judge.settings
    settings.expected.certificates = [good.sha256.description]
    let findings = Judge(settings: settings).judge(Array(text.utf8), path: "idp.xml").findings
    #expect(findings.map(\.rule.id).sorted() == ["IDP008", "KEY023"])
  }
}
