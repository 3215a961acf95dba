import Parties
import SAML

/// A response for a rule's manual page and for its test: `«…»` encloses what is reported.
public struct ResponseExample: Sendable {
  /// The message with marks.
  public let text: String
  /// What is known of both sides.
  public let expectation: ResponseExpectation
  /// The part worth showing, with marks; the rest is a good response.
  public let excerpt: String
  /// What came of verifying its signatures.
  var verification = SignatureVerification.notAsked

  /// A response as it should be: it brings Ada from an Okta organisation to IAM Identity Center.
  static let good = ResponseExample(text: Scaffold.response, expectation: Scaffold.expectation, excerpt: "")

  /// The good response with one change, and another one where the first takes two.
  static func with(
    _ old: String, _ new: String, and second: (old: String, new: String)? = nil,
    expecting change: (inout ResponseExpectation) -> Void = { _ in }
  ) -> ResponseExample {
    var text = Scaffold.response.replacing(old, with: new, maxReplacements: 1)
    if let second { text = text.replacing(second.old, with: second.new, maxReplacements: 1) }
    var expectation = Scaffold.expectation
    change(&expectation)
    let excerpts = [new, second?.new ?? ""].filter { $0.contains("«") }
    return ResponseExample(
      text: text, expectation: expectation, excerpt: (excerpts.isEmpty ? [new] : excerpts).joined(separator: "\n"))
  }

  /// The good response, of which this came when its signature was verified.
  static func verified(_ verification: SignatureVerification) -> ResponseExample {
    var example = good
    example.verification = verification
    return example
  }

  /// A message of its own.
  static func message(_ text: String) -> ResponseExample {
    ResponseExample(text: text, expectation: Scaffold.expectation, excerpt: text)
  }
}

extension ResponseExample {
  /// The same with a mark around a part.
  func marked(from start: String, until end: String) -> ResponseExample {
    guard let first = text.firstRange(of: start), let last = text[first.upperBound...].firstRange(of: end) else {
      return self
    }
    let marked = "«" + text[first.lowerBound..<last.upperBound] + "»"
    return ResponseExample(
      text: text[..<first.lowerBound] + marked + text[last.upperBound...], expectation: expectation, excerpt: marked,
      verification: verification)
  }
}

extension Scaffold {
  static let idpEntityID = "http://www.okta.com/exk1fixture0example1"
  static let emailURI = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
  static let success = "urn:oasis:names:tc:SAML:2.0:status:Success"

  /// The subject of the good assertion, without its confirmation.
  static let nameID = #"<saml:NameID Format="\#(emailURI)">ada@example.com</saml:NameID>"#
  static let confirmationData = """
    <saml:SubjectConfirmationData InResponseTo="_request1" Recipient="\(acs)" NotOnOrAfter="2026-11-21T00:04:30Z"/>
    """
  static let dualStackACS = acs.replacing(".signin.", with: ".sso.signin.")
  static let audience = "<saml:AudienceRestriction><saml:Audience>\(issuer)</saml:Audience></saml:AudienceRestriction>"
  static let authnStatement = """
    <saml:AuthnStatement AuthnInstant="2026-11-20T23:59:30Z" SessionIndex="_session1"><saml:AuthnContext>\
    <saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport\
    </saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
    """
  static let assertionSignature = signature(references: reference("#_assertion1"))

  static let assertion = """
    <saml:Assertion ID="_assertion1" Version="2.0" IssueInstant="2026-11-20T23:59:30Z">
      <saml:Issuer>\(idpEntityID)</saml:Issuer>
      \(assertionSignature)
      <saml:Subject>
        \(nameID)
        <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
          \(confirmationData)
        </saml:SubjectConfirmation>
      </saml:Subject>
      <saml:Conditions NotBefore="2026-11-20T23:54:30Z" NotOnOrAfter="2026-11-21T00:04:30Z">
        \(audience)
      </saml:Conditions>
      \(authnStatement)
      <!-- attributes -->
    </saml:Assertion>
    """

  static let response = """
    <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" \
    ID="_response1" Version="2.0" IssueInstant="2026-11-20T23:59:30Z" Destination="\(acs)" InResponseTo="_request1">
      <saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">\(idpEntityID)</saml:Issuer>
      <samlp:Status><samlp:StatusCode Value="\(success)"/></samlp:Status>
      \(assertion)
    </samlp:Response>
    """

  static let expectation: ResponseExpectation = {
    var expectation = ResponseExpectation()
    expectation.issuer = idpEntityID
    expectation.provider = .okta
    let good = Certificate.read(text: Array(ExampleCertificates.good.utf8).span).certificate
    expectation.certificates = [good].compactMap(\.self)
    expectation.audience = issuer
    expectation.consumers = [acs]
    expectation.user = "ada@example.com"
    return expectation
  }()

  /// A confirmation with these data, to stand beside that of the good assertion.
  static func bearer(_ data: String) -> String {
    """
    <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\(data)</saml:SubjectConfirmation>
    """
  }

  /// A statement with the attributes, in place of the comment of the good assertion.
  static func attributes(_ attributes: String) -> String {
    "<saml:AttributeStatement>\(attributes)</saml:AttributeStatement>"
  }

  static func attribute(_ name: String, _ values: String..., more: String = "") -> String {
    let list = values.map { "<saml:AttributeValue>\($0)</saml:AttributeValue>" }.joined()
    return #"<saml:Attribute Name="\#(name)"\#(more)>\#(list)</saml:Attribute>"#
  }
}
