import Parties
import Playbook
import Rules
import SAML
import Support
import Testing

@testable import Setup

/// The clock of the tests.
let noon = Instant(year: 2026, month: 11, day: 21, hour: 12) ?? Instant(seconds: 0)

let issuer = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-936702d1f3"
let consumer = "https://eu-west-1.signin.aws/platform/saml/acs/1a2b3c4d-2222-4333-8444-555555555555"
let legacyConsumer = "https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/1a2b3c4d-2222-4333-8444-555555555555"
let dualConsumer = "https://eu-west-1.sso.signin.aws/platform/saml/acs/1a2b3c4d-2222-4333-8444-555555555555"
let frankfurtConsumer = "https://eu-central-1.signin.aws/platform/saml/acs/9f8e7d6c-2222-4333-8444-555555555555"
let endpoint = "https://scim.eu-west-1.amazonaws.com/1a2b3c4d5e6-2222-4333-8444-555555555555/scim/v2"

/// Something that nobody should ever find anywhere: of the shape of a bearer token.
let canary = "canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj"

func step(
  _ id: StepID, needs: [StepID] = [], when: Condition = .always, asks: [Question] = [], pastes: [Paste] = [],
  instructions: [Phrase] = ["Do it."], why: [Phrase] = [], proof: Proof
) -> Step {
  Step(
    id, "Do \(id)", by: .awsAdmin, at: ConsolePath("console"), when: when, needs: needs, why: why,
    instructions: instructions, asks: asks, pastes: pastes, proof: proof, sources: [])
}

/// A playbook with one step of every kind.
let sample = Playbook(provider: "okta", title: "Sample", summary: [], prerequisites: []) {
  Stage(.connect) {
    step("account", asks: [Question(.managementAccount, "Which?")], proof: .value(.managementAccount))
    step("look", needs: ["account"], proof: .word(see: "the menu with \(.managementAccount)"))
    step(
      "aws-file", asks: [Question(.awsMetadata, "Where?"), Question(.portalURL, "Which?")],
      proof: .metadata(.awsMetadata))
    step("idp-file", asks: [Question(.idpMetadata, "Where?")], proof: .metadata(.idpMetadata))
    step("upload", needs: ["aws-file", "idp-file"], proof: .pair)
    step(
      "register", needs: ["aws-file"],
      pastes: [Paste(.acsURL, into: "ACS URL", .singleACSURL), Paste(.issuerURL, into: "Issuer URL")],
      proof: .shown([.acsURL, .issuerURL]))
    step("alternative", needs: ["register"], when: .beforeFebruary2026Instance, proof: .shown([.alternativeACSURL]))
    step(
      "scim", needs: ["account"], when: .wants(.scim),
      asks: [Question(.scimEndpoint, "Which?"), Question(.scimTokenCreated, "When?")], proof: .value(.scimEndpoint))
    step(
      "connect", needs: ["scim"], when: .wants(.scim),
      pastes: [Paste(.scimEndpoint, into: "Base URL", .withoutTrailingSlash)], why: ["For \(.region)."],
      proof: .word(see: "**verified**"))
    step("groups", asks: [Question(.requiredGroups, "Which?", isOptional: true)], proof: .word(see: "the groups"))
    step(
      "check", needs: ["groups"], when: .all([.wants(.scim), .present(.requiredGroups)]),
      proof: .shown([.requiredGroups]))
    step("calendar", needs: ["scim"], when: .wants(.scim), proof: .word(see: "an entry for \(.scimTokenExpires)"))
    step("last", needs: ["alternative", "check"], proof: .word(see: "that it works"))
  }
}

/// Events that are recorded one after the other, through their payloads as a journal would give them back.
struct Script {
  private(set) var events: [RecordedEvent] = []
  var playbook = sample

  mutating func add(_ event: Event, by actor: String = "ada") {
    let number = events.count + 1
    events.append(
      RecordedEvent(number: number, at: "2026-11-21T12:00:0\(number % 10)Z", payload: event.payload(by: actor)))
  }

  var progress: Progress { Progress(events, playbook: playbook, now: noon) }

  func state(_ id: StepID) -> StepState? { progress[id]?.state }

  mutating func answer(_ key: FactKey, _ text: String) throws {
    let reading = try key.read(text, in: progress.circumstances, now: noon, isOptional: true)
    add(.answered(Event.Answer(reading)))
  }

  mutating func file(_ bytes: String, as role: MetadataRole, beside other: String? = nil) throws {
    let judge = Judge(settings: Settings(now: noon))
    let counterpart = other.map { MetadataFile(Array($0.utf8), path: "other.xml", judge: judge) }
    let file = MetadataFile(Array(bytes.utf8), path: "\(role.rawValue).xml", judge: judge)
    switch file.filing(as: role, of: playbook.provider, beside: counterpart) {
    case .taken(let taken): add(.filed(role.fact, taken.evidence))
    case .refused(let refusal): throw refusal
    }
  }

  /// Closes a step by the one rule; the step's own expectations stand in for what a console shows.
  mutating func close(_ id: StepID) throws {
    let progress = progress
    guard let step = progress[id]?.step else { throw Obstruction(obstacles: [.unknownStep(id)]) }
    let testimony: Testimony =
      switch step.proof {
      case .shown(let keys):
        .shown(
          Dictionary(
            uniqueKeysWithValues: keys.map {
              ($0, (progress.expectation(for: $0, in: step) ?? []).joined(separator: "\n"))
            }))
      case .word: .word(try Statement("seen"))
      default: .none
      }
    add(.closed(id, try progress.closing(id, with: testimony)))
  }
}

extension Script {
  /// Everything that the sample asks for, and every step closed.
  static func complete() throws -> Script {
    var script = Script()
    script.add(.started(Event.Start(sample)))
    try script.answer(.managementAccount, "111122223333")
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.file(Metadata.idp(), as: .identityProvider, beside: Metadata.aws())
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.answer(.scimEndpoint, endpoint)
    try script.answer(.scimTokenCreated, "2026-11-20")
    try script.answer(.requiredGroups, "Administrators, Auditors")
    for step in sample.steps where script.state(step.id) != .notApplicable { try script.close(step.id) }
    return script
  }
}

/// Metadata of the two sides, as it should be.
enum Metadata {
  /// A certificate of the rules' examples.
  static let certificate: String = {
    let texts = Catalogue.rules.flatMap(\.passing).map { $0.text.filter { $0 != "«" && $0 != "»" } }
    let parts = texts.compactMap { text in
      text.split(separator: "X509Certificate>", omittingEmptySubsequences: false).dropFirst().first
    }
    return parts.first.map { String($0.prefix { $0 != "<" }) } ?? ""
  }()

  /// The same file of an identity provider after its certificate was exchanged for another one.
  static func renewed(_ text: String) throws -> String {
    let certificate = /X509Certificate>(\s*[A-Za-z0-9+\/=][A-Za-z0-9+\/=\s]*)</
    let other = try TestFile.text(Sitting.fixtures + "rotation/new.xml").firstMatch(of: certificate)
    guard let other else { throw SupportFailure("no certificate in the fixture") }
    return text.replacing(certificate) { _ in "X509Certificate>\(other.1)<" }
  }

  static func aws(issuer entity: String = issuer, consumers: [String] = [consumer], comment: String = "") -> String {
    let services = consumers.enumerated().map { index, url in
      #"<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="\#(url)" index="\#(index)"/>"#
    }
    return """
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\(entity)">\(comment)
        <md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" \
      protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
          <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
          \(services.joined(separator: "\n"))
        </md:SPSSODescriptor>
      </md:EntityDescriptor>
      """
  }

  static func idp(
    entity: String = "http://www.okta.com/exk1fixture0example1", validUntil: String? = nil,
    format: String = "emailAddress",
    url: String = "https://example.okta.com/app/amazon_aws_sso/exk1fixture0example1/sso/saml", comment: String = ""
  ) -> String {
    """
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\(entity)"\
    \(validUntil.map { " validUntil=\"\($0)\"" } ?? "")>\(comment)
      <md:IDPSSODescriptor WantAuthnRequestsSigned="false" \
    protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>\
    <ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:\(format)</md:NameIDFormat>
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="\(url)?redirect"/>
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="\(url)"/>
      </md:IDPSSODescriptor>
    </md:EntityDescriptor>
    """
  }
}
