import Markup
import Parties
public import Playbook
public import Rules
public import SAML
public import Setup

/// What came of looking at a message that belongs to a sign-in.
public struct Diagnosis: Sendable {
  /// The program.
  public let tool: ValidationReport.Tool
  /// What counted as now.
  public let now: Instant
  /// The path of the message.
  public let path: String
  /// What it is, and what is known of it.
  public let subject: Subject
  /// What it was compared with.
  public let expectation: ResponseExpectation
  /// Whose steps are named.
  public let playbook: Playbook
  /// Whether the provider is known, so that the steps are its own.
  public let isProviderKnown: Bool
  /// Whether what identifies a person is shown.
  public let showsValues: Bool

  /// What was given.
  public enum Subject: Sendable {
    /// The response of a sign-in, or what was left of it, and the wrappings that it came in.
    case response(ResponseVerdict, layers: [WrappedMessage.Layer], digest: Digest)
    /// Events of CloudTrail.
    case events(SignInEvents)
    /// Messages that are known, out of a text.
    case messages([KnownMessage])
  }

  /// Recognises what was given, and looks at it; nil where it is nothing that is known.
  ///
  /// - Parameters:
  ///   - bytes: what was given, as it is.
  ///   - playbook: the playbook of the set-up; nil where there is none.
  ///   - verify: verifies a signature of a response, given with its unwrapped bytes.
  public init?(
    of bytes: [UInt8], path: String, tool: ValidationReport.Tool, now: Instant, expectation: ResponseExpectation,
    playbook: Playbook?, showsValues: Bool,
    verifying verify: (ResponseSignature, [UInt8]) -> SignatureVerification = { _, _ in .notAsked }
  ) {
    guard let subject = Self.recognise(bytes, ResponseJudge(expectation, now: now), verify) else { return nil }
    self.tool = tool
    self.now = now
    self.path = path
    self.subject = subject
    self.expectation = expectation
    self.showsValues = showsValues
    let known = playbook ?? Self.provider(of: subject, expectation).flatMap { Playbook.of($0) }
    isProviderKnown = known != nil
    self.playbook = known ?? .generic
  }

  private static func recognise(
    _ bytes: [UInt8], _ judge: ResponseJudge, _ verify: (ResponseSignature, [UInt8]) -> SignatureVerification
  ) -> Subject? {
    let text = String(decoding: bytes, as: UTF8.self)
    if let first = text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }), first == "{" || first == "[",
      let json = try? JSON(reading: bytes), let events = SignInEvents(json)
    {
      return .events(events)
    }
    do throws(WrappedMessage.Failure) {
      let message = try WrappedMessage.unwrap(bytes)
      let verdict = judge.judge(message.xml) { verify($0, message.xml) }
      if !message.layers.isEmpty || (verdict.isMessage && Self.namesSAML(text)) {
        return .response(verdict, layers: message.layers, digest: .sha256(message.xml.span))
      }
    } catch {
      if case .damaged(let layer, let reason) = error {
        return .response(judge.damaged(layer, reason: reason), layers: [], digest: .sha256(bytes.span))
      }
    }
    let messages = KnownMessage.found(in: text)
    return messages.isEmpty ? nil : .messages(messages)
  }

  /// Whether markup that nobody wrapped is about SAML: a page that a browser saved is not.
  private static func namesSAML(_ text: String) -> Bool {
    text.utf8.contains(0) || text.contains("urn:oasis:names:tc:SAML:")
      || text.contains("http://schemas.xmlsoap.org/soap/envelope/")
  }

  /// The provider's name, as far as both sides or the message itself tell.
  private static func provider(of subject: Subject, _ expectation: ResponseExpectation) -> String? {
    if let provider = expectation.provider { return provider.rawValue }
    switch subject {
    case .response(let verdict, _, _): return verdict.guessedProvider?.rawValue
    case .messages(let messages): return messages.lazy.compactMap(\.origin.provider).first
    case .events: return nil
    }
  }

  // MARK: What came of it

  /// Whether something was found because of which a sign-in, or a call, fails.
  public var hasFault: Bool {
    switch subject {
    case .response(let verdict, _, _): !verdict.isGood
    case .events(let events): events.events.contains { $0.outcome == .failure }
    case .messages: true
    }
  }

  /// Why a response is not proved to be as the identity provider signed it, although that was asked for; nil where it is,
  /// where what was found is reason enough, and for what is no response. A proof that could not be had is no pass, whatever
  /// else was found.
  public var unproved: String? {
    guard case .response(let verdict, _, _) = subject else { return nil }
    if let reason = verdict.undecided { return reason }
    return hasFault || verdict.isVerified ? nil : "it has none that can be verified"
  }

  /// The messages that are known, wherever in the subject they stand.
  public var messages: [KnownMessage] {
    switch subject {
    case .messages(let messages): return messages
    case .response(let verdict, _, _):
      return verdict.response?.status?.message.map { KnownMessage.found(in: $0.text) } ?? []
    case .events(let events):
      var messages: [KnownMessage] = []
      for message in events.events.flatMap({ KnownMessage.found(in: $0) }) where !messages.contains(message) {
        messages.append(message)
      }
      return messages
    }
  }

  /// What the provider's own playbook says of a message, where the provider is known and it says anything else.
  func pitfall(showing message: KnownMessage) -> (step: Step, pitfall: Pitfall)? {
    guard isProviderKnown, let own = playbook.pitfall(showing: message), own.pitfall.remedy != message.remedy else {
      return nil
    }
    return own
  }
}

extension ResponseVerdict {
  /// Whether a signature was verified.
  var isVerified: Bool { verifications.contains { if case .verified = $0.verification { true } else { false } } }

  /// Why a signature could not be verified although that was asked for; nil where none was left open.
  var undecided: String? {
    verifications.lazy.compactMap { if case .undecided(let reason) = $0.verification { reason } else { nil } }.first
  }
}

extension KnownMessage {
  /// The messages that an event holds.
  static func found(in event: SignInEvent) -> [KnownMessage] {
    found(in: [event.errorCode, event.errorMessage].compactMap(\.self).joined(separator: "\n"))
  }
}

extension ResponseVerdict {
  /// Whose identity provider sent it, by its issuer.
  fileprivate var guessedProvider: Provider? {
    guard let response, let issuer = response.issuer ?? response.assertions.first?.issuer else { return nil }
    return ProviderGuess(ProviderEvidence(entityID: issuer.text.collapsed)).provider
  }
}
