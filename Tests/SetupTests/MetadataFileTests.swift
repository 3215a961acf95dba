import Parties
import Playbook
import Rules
import SAML
import Testing

@testable import Setup

@Suite("Metadata files")
struct MetadataFileTests {
  private let judge = Judge(settings: Settings(now: noon))

  private func filing(
    _ text: String, as role: MetadataRole, of provider: String = "okta", beside other: String? = nil
  ) -> MetadataFile.Filing {
    let counterpart = other.map { MetadataFile(Array($0.utf8), path: "other.xml", judge: judge) }
    return MetadataFile(Array(text.utf8), path: "dir/file.xml", judge: judge)
      .filing(as: role, of: provider, beside: counterpart)
  }

  private func taken(_ filing: MetadataFile.Filing) throws -> MetadataFile.Taken {
    switch filing {
    case .taken(let taken): return taken
    case .refused(let refusal): throw refusal.rejection
    }
  }

  private func refusal(_ filing: MetadataFile.Filing) -> MetadataFile.Refusal? {
    if case .refused(let refusal) = filing { refusal } else { nil }
  }

  @Test("the AWS file and what follows from it")
  func aws() throws {
    let text = Metadata.aws(consumers: [frankfurtConsumer, consumer, legacyConsumer, consumer])
    let evidence = try taken(filing(text, as: .serviceProvider)).evidence
    #expect(evidence.path == "dir/file.xml")
    #expect(evidence.byteCount == text.utf8.count)
    #expect(evidence.digest == Digest.sha256(Array(text.utf8).span).description)
    #expect(evidence.entityID == issuer)
    #expect(evidence.provider == nil)
    #expect(
      evidence.facts == [
        .acsURL: [frankfurtConsumer, consumer, legacyConsumer], .alternativeACSURL: [legacyConsumer],
        .issuerURL: [issuer], .region: ["eu-west-1"], .partition: ["aws"], .identityStoreID: ["d-936702d1f3"],
      ])
    #expect(try taken(filing(Metadata.aws(), as: .serviceProvider)).evidence.facts[.alternativeACSURL] == [])
  }

  @Test("a role for SAML 1.1 before that for SAML 2.0 is passed over")
  func olderRole() throws {
    let older = #"""
      <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol"><md:SingleSignOnService \#
      Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/older"/>\#
      </md:IDPSSODescriptor>
      """#
    let text = Metadata.idp()
    let both = text.replacing("<md:IDPSSODescriptor", with: older + "<md:IDPSSODescriptor", maxReplacements: 1)
    #expect(both != text)
    let (facts, alone) = try (
      taken(filing(both, as: .identityProvider)).evidence.facts,
      taken(filing(text, as: .identityProvider)).evidence.facts
    )
    #expect(facts == alone)
  }

  @Test("the identity provider's file and what follows from it; HTTP-POST before HTTP-Redirect")
  func idp() throws {
    let evidence = try taken(filing(Metadata.idp(validUntil: "2027-01-01T00:00:00Z"), as: .identityProvider)).evidence
    let certificate = try #require(Certificate.read(text: Metadata.certificate).certificate)
    #expect(evidence.provider == .okta)
    #expect(evidence.validUntil == "2027-01-01T00:00:00Z")
    #expect(evidence.facts[.idpEntityID] == ["http://www.okta.com/exk1fixture0example1"])
    #expect(
      evidence.facts[.idpSignInURL] == ["https://example.okta.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml"])
    #expect(evidence.facts[.oktaDomain] == ["example.okta.com"])
    #expect(evidence.facts[.idpCertificates] == [certificate.sha256.hexadecimal(separator: ":")])
    #expect(evidence.facts[.idpCertificateExpires] == [try #require(certificate.notAfter).date])
    #expect(evidence.complaints.allSatisfy { $0.severity != .error })
    #expect(evidence.passed > 20)
    #expect(evidence.passed + evidence.complaints.count < Catalogue.rules.count)
  }

  @Test("the Okta domain is Okta's alone, and another product's file is remarked upon")
  func provider() throws {
    let taken = try taken(filing(Metadata.idp(), as: .identityProvider, of: "entra-id"))
    #expect(taken.evidence.facts[.oktaDomain] == nil)
    #expect(
      taken.remarks.map(\.text) == ["the file looks like one of Okta, and this set-up is for Microsoft Entra ID"])
    #expect(try self.taken(filing(Metadata.idp(), as: .identityProvider, of: "generic")).remarks.isEmpty)
    #expect(try self.taken(filing(Metadata.idp(), as: .identityProvider)).remarks.isEmpty)
  }

  @Test("another provider's file stays remarkable once its step is closed; a generic set-up takes any")
  func strange() throws {
    func remarks(_ provider: String, _ text: String) throws -> [String] {
      var script = Script()
      script.playbook = try #require(Playbook.of(provider))
      script.add(.started(Event.Start(script.playbook)))
      try script.file(text, as: .identityProvider)
      return script.progress.steps.flatMap { script.progress.remarks(on: $0.step) }.map(\.text)
    }
    #expect(
      try remarks("google-workspace", Metadata.idp())
        == ["the file looks like one of Okta, and this set-up is for Google Workspace"])
    #expect(try remarks("okta", Metadata.idp()).isEmpty)
    #expect(try remarks("generic", Metadata.idp()).isEmpty)
    // An address of one's own leaves the guess to the entityID, which can be edited.
    #expect(try remarks("google-workspace", Metadata.idp(url: "https://login.example.com/saml")).isEmpty)
  }

  @Test("swapped files are named as such")
  func swapped() throws {
    let first = try #require(refusal(filing(Metadata.idp(), as: .serviceProvider)))
    #expect(first.rejection.fact == .awsMetadata)
    #expect(first.rejection.problem == "is the identity provider's metadata, with an IDPSSODescriptor")
    #expect(first.rejection.cause == "the two files were swapped, or the wrong one was chosen")
    #expect(first.rejection.action.contains("give it where identity provider metadata file is asked for"))
    #expect(first.findings.isEmpty)
    let second = try #require(refusal(filing(Metadata.aws(), as: .identityProvider)))
    #expect(second.rejection.problem.hasPrefix("is the service provider metadata of IAM Identity Center"))
  }

  @Test("a file with errors is refused, with the findings and the first of them in words")
  func errors() throws {
    let refusal = try #require(
      self.refusal(
        filing(
          Metadata.idp(url: "http://example.okta.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml"),
          as: .identityProvider)))
    #expect(!refusal.findings.isEmpty)
    #expect(refusal.findings.allSatisfy { $0.severity == .error })
    #expect(refusal.rejection.problem.hasPrefix("breaks rule \(refusal.findings[0].rule.id): "))
    #expect(
      refusal.rejection.action == refusal.findings[0].remedy + " Then save the metadata again, and give that file")
    #expect(refusal.rejection.expected == "identity provider metadata file in which no rule finds an error")
  }

  @Test(
    "what is no metadata, what holds several parties, and what is another service provider's",
    arguments: [
      ("", MetadataRole.identityProvider, "breaks rule XML"),
      ("<html><body/></html>", .identityProvider, "breaks rule "),
      (
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">\(Metadata.idp())\(Metadata.idp(entity: "urn:other"))</md:EntitiesDescriptor>",
        .identityProvider, "holds 2 entities"
      ),
      (
        Metadata.aws(issuer: "https://sp.example.com", consumers: ["https://sp.example.com/acs"]), .serviceProvider,
        "is the file of a service provider other than IAM Identity Center"
      ),
    ])
  func others(text: String, role: MetadataRole, problem: String) throws {
    #expect(try #require(refusal(filing(text, as: role))).rejection.problem.hasPrefix(problem))
  }

  @Test("beside the other file the pair is judged, and what it shows is remembered with the other's digest")
  func pairs() throws {
    let good = try taken(filing(Metadata.idp(), as: .identityProvider, beside: Metadata.aws()))
    #expect(good.evidence.pairing?.counterpart == Digest.sha256(Array(Metadata.aws().utf8).span).description)
    #expect(good.evidence.pairing?.isClean == true)
    let bad = try taken(filing(Metadata.aws(), as: .serviceProvider, beside: Metadata.idp(entity: issuer)))
    #expect(bad.evidence.pairing?.isClean == false)
    #expect(bad.pairFindings.contains { $0.severity == .error })
    #expect(try taken(filing(Metadata.idp(), as: .identityProvider)).evidence.pairing == nil)
  }

  @Test("what is recorded of a file comes back whole")
  func recorded() throws {
    for (text, role, other) in [
      (Metadata.idp(), MetadataRole.identityProvider, Metadata.aws()),
      (Metadata.aws(consumers: [legacyConsumer]), .serviceProvider, Metadata.idp()),
    ] {
      let event = Event.filed(role.fact, try taken(filing(text, as: role, beside: other)).evidence)
      #expect(RecordedEvent(number: 1, at: "x", payload: event.payload(by: "a")).event == event)
    }
  }
}
