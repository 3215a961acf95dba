import Markup
public import SAML

/// Judges the response of a sign-in.
public struct ResponseJudge: Sendable {
  private let expectation: ResponseExpectation
  private let now: Instant

  /// By what a response is judged: what it is compared with, and the clock.
  public init(_ expectation: ResponseExpectation, now: Instant) {
    self.expectation = expectation
    self.now = now
  }

  /// Judges an unwrapped message.
  ///
  /// - Parameter verify: asked once for each signature whose verification says something about the part that it stands in;
  ///   what it answers is all that is known of it.
  public func judge(
    _ xml: [UInt8], verifying verify: (ResponseSignature) -> SignatureVerification = { _ in .notAsked }
  ) -> ResponseVerdict {
    var root: Element?
    var reader = DocumentReader(vocabulary: .saml, limits: .message) { part in
      if case .element(let element) = part { root = element }
    }
    reader.feed(xml[...])
    let outcome = reader.finish()
    if let fault = outcome.fault {
      let rule = ResponseRule.responseUnreadable
      let finding = ResponseFinding(
        rule: rule, message: message(of: fault, in: xml), range: fault.range, start: fault.start, end: fault.end)
      return ResponseVerdict(response: nil, findings: [finding], isMessage: true, expectation: expectation)
    }
    guard let root else {
      return ResponseVerdict(response: nil, findings: [], isMessage: false, expectation: expectation)
    }
    return judge(root, verify)
  }

  /// A wrapping that does not come off, as a finding in the place of a verdict.
  public func damaged(_ layer: WrappedMessage.Layer, reason: String) -> ResponseVerdict {
    let finding = ResponseFinding(
      rule: .responseUnreadable, message: "the \(layer.words) around the message does not come off: \(reason)",
      range: SourceRange(0, 0), start: .start, end: .start)
    return ResponseVerdict(response: nil, findings: [finding], isMessage: true, expectation: expectation)
  }

  private func judge(_ root: Element, _ verify: (ResponseSignature) -> SignatureVerification) -> ResponseVerdict {
    let response = SAMLResponse(root)
    var findings = ResponseFindings()
    let subject = response.map { response in
      let verifications = response.signedParts.filter(\.isVerifiable).map { part in
        (part, verify(ResponseSignature(part, trusted: expectation.certificates ?? [])))
      }
      return ResponseSubject(
        response: response, expectation: expectation, now: now, verifications: verifications)
    }
    for rule in ResponseRule.catalogue {
      findings.rule = rule
      switch rule.check {
      case .unreadable: break
      case .stranger(let check): if response == nil { check(root, &findings) }
      case .response(let check): if let subject { check(subject, &findings) }
      case .assertion(let check):
        if let subject { for assertion in subject.response.assertions { check(assertion, subject, &findings) } }
      }
    }
    return ResponseVerdict(
      response: response, findings: located(findings.drafts, in: root.tree), isMessage: root.isMessage,
      expectation: expectation, verifications: subject?.verifications.map { ($0.part.part, $0.verification) } ?? [])
  }

  private func located(_ drafts: [ResponseFindings.Draft], in tree: Tree) -> [ResponseFinding] {
    let offsets = Set(drafts.flatMap { [$0.spot.range.lowerBound, $0.spot.range.upperBound] }).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(offsets, tree.positions(ofAscending: offsets)))
    return drafts.map { draft in
      let range = draft.spot.range
      return ResponseFinding(
        rule: draft.rule, message: draft.message, range: range, start: positions[range.lowerBound] ?? .start,
        end: positions[range.upperBound] ?? .start)
    }.sorted {
      if $0.rule.severity != $1.rule.severity { return $0.rule.severity > $1.rule.severity }
      return ($0.rule.id, $0.range.lowerBound) < ($1.rule.id, $1.range.lowerBound)
    }
  }

  /// What the rules about bytes say of the fault, for they know the words.
  private func message(of fault: Fault, in xml: [UInt8]) -> GuardedText {
    let judge = Judge(settings: Settings(now: now))
    guard
      let finding = judge.judge(xml, path: "").findings.first(where: {
        $0.rule.family == "XML" && $0.severity == .error
      })
    else { return "the message is larger or deeper than any response" }
    return "\(scanned: finding.message) (\(finding.rule.id))"
  }
}

/// What is known of a message once it has been judged.
public struct ResponseVerdict: Sendable {
  /// The response; nil where the message is another one, or unreadable.
  public let response: SAMLResponse?
  /// What was found, the gravest first.
  public let findings: [ResponseFinding]
  /// Whether the XML is a message of SAML, or was meant as one; false for any other document.
  public let isMessage: Bool
  /// What it was compared with.
  public let expectation: ResponseExpectation
  /// What came of verifying the signatures that can be verified.
  public var verifications: [(part: ResponseSignature.Part, verification: SignatureVerification)] = []

  /// Whether nothing keeps AWS from taking the response, as far as was compared.
  public var isGood: Bool { response != nil && !findings.contains { $0.rule.severity == .error } }
}

extension Limits {
  /// Narrower than for metadata: AWS takes 50,000 characters.
  fileprivate static var message: Limits {
    var limits = Limits.standard
    limits.elementBytes = 4 << 20
    limits.elements = 20_000
    return limits
  }
}

extension Element {
  /// Whether the element is a message or an assertion of SAML, in whichever version.
  fileprivate var isMessage: Bool {
    isNamed(.response) || isNamed(.authnRequest) || isNamed(.logoutRequest) || isNamed(.logoutResponse)
      || isNamed(.assertion) || isNamed(.encryptedAssertion) || isNamed(.entityDescriptor)
      || isNamed(.entitiesDescriptor) || foreignNamespace?.hasPrefix("urn:oasis:names:tc:SAML:") == true
      || foreignNamespace == "http://schemas.xmlsoap.org/soap/envelope/"
  }
}

extension WrappedMessage.Layer {
  /// The layer in a phrase that follows "the".
  public var words: String {
    switch self {
    case .page: "web page"
    case .form: "form"
    case .percentEncoding: "percent-encoding"
    case .base64: "base64"
    case .deflate: "compression"
    }
  }
}
