public import Markup
public import Parties
public import SAML

/// What a response is compared with: what is known of both sides. What is not known is not compared.
public struct ResponseExpectation: Sendable {
  /// The identity provider's entityID.
  public var issuer: String?
  /// Whose identity provider it is.
  public var provider: Provider?
  /// The certificates with whose keys it may sign; nil where they are not known.
  public var certificates: [Certificate]?
  /// The entityID of AWS's side.
  public var audience: String?
  /// The ACS URLs of AWS's side; nil where they are not known.
  public var consumers: [String]?
  /// The user name of the person who tries the sign-in.
  public var user: String?

  /// Nothing is known.
  public init() {}

  /// What the two metadata files say.
  public init(identityProvider: EntityDescriptor?, serviceProvider: EntityDescriptor?) {
    if let entity = identityProvider, let role = entity.identityProvider {
      issuer = entity.entityID?.value.collapsed
      let guess = ProviderGuess(of: entity)
      provider = guess.strength == .strong ? guess.provider : nil
      certificates = role.signingCertificates.compactMap(\.certificate)
    }
    if let entity = serviceProvider, let role = entity.serviceProviders.first {
      audience = entity.entityID?.value.collapsed
      consumers = role.assertionConsumerServices.filter { $0.binding == .httpPOST }
        .compactMap { $0.location?.value.collapsed }
    }
  }
}

/// A response, and what it is compared with.
struct ResponseSubject {
  let response: SAMLResponse
  let expectation: ResponseExpectation
  let now: Instant
  /// What came of verifying the signatures that can be verified.
  let verifications: [(part: SignedPart, verification: SignatureVerification)]

  /// What is wrong with an address where AWS expects one of its ACS URLs, in words that follow it; nil where nothing
  /// certainly is.
  func misfit(ofConsumer text: String) -> String? { fit(ofConsumer: text).misfit }

  /// What is wrong with an audience, in words that follow it; nil where nothing certainly is.
  func misfit(ofAudience text: String) -> String? { fit(ofAudience: text).misfit }

  /// How an address stands where AWS expects one of its ACS URLs.
  func fit(ofConsumer text: String) -> AddressFit {
    let address = AWSAddress.recognise(text)
    if let consumers = expectation.consumers, !consumers.isEmpty {
      guard !consumers.contains(text) else { return .exact }
      let nearest = nearest(to: text, among: consumers)
      let own = consumers.compactMap { AWSAddress.recognise($0).consumer }
      if let url = address.consumer, url.mayHaveJoined(own),
        TextDifference(expected: nearest, found: text)?.kind != .letterCase
      {
        let place = "\(url.region) (\(url.family.displayName))"
        return .doubtful("is the ACS URL of this instance in \(place), and AWS's file does not list it")
      }
      return .wrong(misfit(of: text, expected: nearest))
    }
    if case .assertionConsumerService = address { return fit(of: address) }
    return fit(ofUnknown: address, text) ?? .wrong("is \(address), and no ACS URL of IAM Identity Center")
  }

  /// How an audience stands.
  func fit(ofAudience text: String) -> AddressFit {
    if let audience = expectation.audience {
      return text == audience ? .exact : .wrong(misfit(of: text, expected: audience))
    }
    let address = AWSAddress.recognise(text)
    if case .issuer = address { return fit(of: address) }
    return fit(ofUnknown: address, text) ?? .wrong("is \(address), and no issuer URL of IAM Identity Center")
  }

  /// How an address of the right kind stands where there is nothing to compare it with.
  private func fit(of address: AWSAddress) -> AddressFit {
    address.idOddity.map { .doubtful($0) } ?? .exact
  }

  /// Whether AWS may have given out an address that has none of the known forms; nil where it certainly has not.
  private func fit(ofUnknown address: AWSAddress, _ text: String) -> AddressFit? {
    guard case .unusual(let kind, let reason) = address, WebAddress(text).schemeName != "http" else { return nil }
    switch kind {
    case .assertionConsumerService, .issuer, .other: return .doubtful("is \(address): it \(reason)")
    case .accessPortal, .scim, .console: return nil
    }
  }

  /// The difference, or what the value is where it is another address of AWS altogether.
  private func misfit(of text: String, expected: String) -> String {
    let (found, wanted) = (AWSAddress.recognise(text), AWSAddress.recognise(expected))
    let isOfAnotherKind =
      switch (found, wanted) {
      case (.foreign(imitates: nil), _), (.unusual, _): false
      case (.assertionConsumerService, .assertionConsumerService), (.issuer, .issuer): false
      default: true
      }
    let kind = isOfAnotherKind ? "is \(found), and " : ""
    let difference = TextDifference(expected: expected, found: text).map { "\($0)" } ?? "differs"
    return "\(kind)is not the expected \(expected.quoted): \(difference)"
  }

  /// The one that has most in common with the text from its start.
  private func nearest(to text: String, among candidates: [String]) -> String {
    func common(_ other: String) -> Int { zip(text.utf8, other.utf8).prefix { $0 == $1 }.count }
    return candidates.max { common($0) < common($1) } ?? ""
  }
}

/// How an address in a response stands to what AWS expects in its place.
enum AddressFit: Equatable {
  case exact
  /// It may be right, and nothing that is known shows it: why, in words that follow the address.
  case doubtful(String)
  /// It is another one: how, in words that follow the address.
  case wrong(String)

  /// What is certainly wrong.
  var misfit: String? { if case .wrong(let misfit) = self { misfit } else { nil } }
}

/// Collects what the rules report about one response.
struct ResponseFindings {
  struct Draft {
    let rule: ResponseRule
    let message: GuardedText
    let spot: Spot
  }

  private(set) var drafts: [Draft] = []
  var rule: ResponseRule?
  /// A response of fifty thousand attributes needs no fifty thousand findings.
  private static let most = 200

  mutating func report(_ message: GuardedText, at spot: Spot) {
    guard let rule, drafts.count < Self.most else { return }
    // What the response and its assertion have in common is one thing.
    if drafts.contains(where: { $0.rule.id == rule.id && $0.message == message }) { return }
    drafts.append(Draft(rule: rule, message: message, spot: spot))
  }
}

/// One judgement of a response. The message quotes it: untrusted text.
public struct ResponseFinding: Sendable {
  /// The rule that speaks.
  public let rule: ResponseRule
  /// What was found, in one sentence without a full stop.
  public let message: GuardedText
  /// The bytes of the message, once it was unwrapped.
  public let range: SourceRange
  /// Where the range begins in the unwrapped message.
  public let start: SourcePosition
  /// Where it ends, exclusive.
  public let end: SourcePosition
}
