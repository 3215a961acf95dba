import Markup
import Playbook
import Rules
public import SAML
public import Setup

/// What a response, or an event of CloudTrail, proves of the sign-in of a set-up: stages as live systems have them. No
/// word of theirs names a person or quotes the message, so that a journal can keep them.
public struct SignInProof: Sendable {
  /// What follows; empty where a text was given that is neither.
  public let stages: [LiveStage]
  /// When the response was made, or the event happened; nil where it does not say so.
  public let time: Instant?

  /// How it can be asked again. The path of the file stays out of it: it may name a person.
  private static let command = "signpost verify sign-in --from FILE"
  private static let caseCause =
    "the identity provider spells it otherwise than the set-up was told, or than AWS has it"
  private static let caseRemedy = "compare the NameID, the user name in AWS and the pilot user of the set-up"
  /// After a day the consoles may say something else than they did then.
  private static let longest: Int64 = 86_400

  /// - Parameters:
  ///   - diagnosis: of the file, beside what the set-up knows.
  ///   - digest: SHA-256 over the bytes of the file.
  ///   - isVerified: whether there is what verifies signatures, so that one that stays open proves nothing.
  public init(_ diagnosis: Diagnosis, digest: Digest, isVerified: Bool) {
    let digest = digest.description
    switch diagnosis.subject {
    case .response(let verdict, _, _):
      time = verdict.response?.issueInstant.flatMap { Instant.read($0.value.collapsed).instant }
      var finding = Self.finding(about: verdict, diagnosis, time)
      if finding.verdict == .pass, isVerified, let reason = verdict.undecided {
        finding = .unknown(
          "its signature could not be verified: \(reason)",
          "give the response as it was posted, and the set-up the provider's metadata")
      }
      stages = [finding.stage("response", "the response", .response, digest)] + Self.signature(verdict, isVerified)
    case .events(let events):
      let event = Self.newest(of: events, about: diagnosis.expectation.user)
      time = event?.time
      guard let event else {
        stages = [
          Finding.unknown(
            "no event is about a sign-in of the pilot user",
            "give the event ExternalIdPDirectoryLogin or UserAuthentication"
          ).stage("event", "the event", nil, digest)
        ]
        return
      }
      let finding = Self.finding(about: event, diagnosis)
      stages = [
        finding.stage("event", "the newest event", .signIn, digest),
        Self.finding(aboutPersonOf: event, finding, diagnosis).stage("person", "the person", .pilotSignIn, digest),
      ]
    case .messages: (stages, time) = ([], nil)
    }
  }

  /// What one question came to.
  private struct Finding {
    let verdict: LiveStage.Verdict
    let found: String
    var cause: String?
    var remedy: String?

    static func pass(_ found: String) -> Finding { Finding(verdict: .pass, found: found) }

    static func fail(_ found: String, _ cause: String, _ remedy: String) -> Finding {
      Finding(verdict: .fail, found: found, cause: cause, remedy: remedy)
    }

    static func unknown(_ found: String, _ remedy: String) -> Finding {
      Finding(verdict: .unknown, found: found, remedy: remedy)
    }

    func stage(_ id: String, _ title: String, _ claim: LiveClaim?, _ digest: String) -> LiveStage {
      LiveStage(
        id, title, verdict, found, cause: cause, remedy: remedy, command: SignInProof.command, digest: digest,
        claim: claim)
    }
  }

  /// Why something of that time says nothing about today; nil where it does.
  private static func age(_ time: Instant?, _ now: Instant) -> Finding? {
    guard let time else { return .unknown("it does not say when it was made", "sign in again, and take that one") }
    guard now.seconds - time.seconds > longest else { return nil }
    return .unknown(
      "it is of \(time), \(time.distance(from: now)), and says nothing about today", "sign in again, and take that one")
  }

  // MARK: A response

  private static func finding(about verdict: ResponseVerdict, _ diagnosis: Diagnosis, _ time: Instant?) -> Finding {
    let errors = verdict.findings.filter { $0.rule.severity == .error }
    // What is not as it was signed is not what AWS was given, whatever it says.
    if verdict.verifications.contains(where: { [.broken(.document), .broken(.unspecified)].contains($0.verification) })
    {
      let rule = errors.first { $0.rule.id == "RESP017" }?.rule
      return Finding(
        verdict: .unknown, found: "it is not as it was signed (RESP017)", cause: rule?.cause, remedy: rule?.remedy)
    }
    if let old = age(time, diagnosis.now), verdict.response != nil { return old }
    if let first = errors.first {
      var named: [String] = []
      for rule in errors.map({ "\($0.rule.id) \($0.rule.name)" }) where !named.contains(rule) { named.append(rule) }
      return .fail(named.joined(separator: ", "), first.rule.cause, first.rule.remedy)
    }
    let expectation = diagnosis.expectation
    guard expectation.issuer != nil, expectation.audience != nil else {
      return .unknown("the set-up does not know both sides' metadata yet", "give it both files, and try it again")
    }
    guard let user = expectation.user else {
      return .unknown("the set-up does not know the pilot user yet", "answer who that is, and try it again")
    }
    let name = verdict.response?.assertions.first?.nameID?.text ?? ""
    guard name == user else {
      return name.lowercased() == user.lowercased()
        ? .fail("the NameID differs from the pilot user's name in upper and lower case", caseCause, caseRemedy)
        : .unknown("it is about somebody else than the pilot user", "sign in as the pilot user, and take that one")
    }
    let made = time.map { ", made \($0)" } ?? ""
    let signature = verdict.isVerified ? "verified" : "not verified"
    return .pass("no error, and the NameID is the pilot user's name\(made), signature \(signature)")
  }

  private static func signature(_ verdict: ResponseVerdict, _ isVerified: Bool) -> [LiveStage] {
    if let reason = verdict.undecided, !isVerified {
      return [
        LiveStage("signature", "the signature", .skipped, "compared by its certificate, not verified: \(reason)")
      ]
    }
    guard case .verified? = verdict.verifications.first?.verification else { return [] }
    return [LiveStage("signature", "the signature", .pass, "verified with a certificate of the metadata")]
  }

  // MARK: An event

  /// The newest event that tells how a sign-in went, of the pilot user or of nobody in particular.
  private static func newest(of events: SignInEvents, about user: String?) -> SignInEvent? {
    let telling = events.events.filter { event in
      SignInEvent.names.contains(event.name) && event.outcome != .unknown
        && (event.userName == nil || user == nil || event.userName?.lowercased() == user?.lowercased())
    }
    return telling.max { ($0.time?.seconds ?? .min) < ($1.time?.seconds ?? .min) }
  }

  private static func finding(about event: SignInEvent, _ diagnosis: Diagnosis) -> Finding {
    if let old = age(event.time, diagnosis.now) { return old }
    let found = "\(event.name) of \(event.time?.description ?? "")"
    guard event.outcome == .failure else { return .pass("\(found), without an error") }
    let message = KnownMessage.found(in: event).first
    return .fail(
      "\(found): failure", message?.cause.plain() ?? "AWS did not take what the identity provider sent",
      message?.remedy.plain() ?? "have the response of the sign-in explained: signpost diagnose")
  }

  /// Whether it was the pilot user, and by the identity provider.
  private static func finding(
    aboutPersonOf event: SignInEvent, _ finding: Finding, _ diagnosis: Diagnosis
  ) -> Finding {
    guard finding.verdict != .unknown else { return finding }
    guard let user = diagnosis.expectation.user else {
      return .unknown("the set-up does not know the pilot user yet", "answer who that is, and try it again")
    }
    guard let name = event.userName else {
      return Finding(verdict: .skipped, found: "the event does not say who signed in")
    }
    guard finding.verdict == .pass else { return finding }
    guard name == user else {
      return .fail(
        "the user name differs from the pilot user's in upper and lower case", caseCause, caseRemedy)
    }
    guard event.credentialType == "EXTERNAL_IDP" else {
      return Finding(verdict: .skipped, found: "the event does not say that the identity provider was asked")
    }
    return .pass("the pilot user signed in through the identity provider, \(event.time?.description ?? "")")
  }
}
