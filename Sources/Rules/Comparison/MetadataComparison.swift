import Markup
public import Parties
public import SAML

/// What two metadata documents say differently, and what becomes of the sign-in with IAM Identity Center when the new one
/// takes the place of the old: a semantic comparison, for which white space, order, prefixes and extensions are nothing.
///
/// AWS reads an identity provider's file once, when it is uploaded, and trusts every certificate that was imported
/// (https://docs.aws.amazon.com/singlesignon/latest/userguide/rotatesamlcert.html). The old document is taken for what
/// the other side was given.
public struct MetadataComparison: Sendable {
  /// The role that was compared; nil where the two documents have none in common.
  public let side: Side?
  /// Whose identity provider it is, where the evidence is strong: the new document's, else the old one's.
  public let provider: Provider?
  /// The entityID of the old document.
  public let oldEntityID: String?
  /// The entityID of the new document.
  public let newEntityID: String?
  /// What has changed, in the order of the subjects, then of the documents.
  public let changes: [MetadataChange]
  /// An identity provider's signing certificates: the old document's, then what the new one adds.
  public let certificates: [SigningCertificate]
  /// Whether both documents of an identity provider list a signing key whose certificate, as the old one has it, has not
  /// ended; nil for the files of a service provider.
  public let sharesUnexpiredKey: Bool?
  /// The Regions of AWS whose ACS URLs only the new document lists, sorted.
  public let regionsAdded: [Region]
  /// The Regions of AWS whose ACS URLs only the old document lists, sorted.
  public let regionsRemoved: [Region]
  /// What breaks sign-ins, and when; all of it avoidable where the verdict is `seamless`.
  public let breakages: [Breakage]
  /// What to do, in this order.
  public let steps: [ChangeStep]
  /// What it comes to.
  public let verdict: Verdict
  /// The verdict's reason: one or two sentences of our own.
  public let reason: String

  /// What a change does to the sign-in. The raw values are the words of the JSON format.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The documents mean the same.
    case noChange = "no-change"
    /// Something has changed, but nothing that either side compares.
    case harmless
    /// No sign-in fails if the steps are done in their order.
    case seamless
    /// Sign-ins fail, for a while or until something is done.
    case breaksSignIn = "breaks-sign-in"
    /// The documents are not of one role.
    case notComparable = "not-comparable"

    /// Whether the change costs no sign-in.
    public var isFine: Bool { self == .noChange || self == .harmless || self == .seamless }
  }

  /// Compares two documents of one entity each.
  ///
  /// - Parameters:
  ///   - old: what the other side was given.
  ///   - new: what is in force now, or what is to come.
  ///   - now: the instant that counts as now.
  ///   - isPlanned: whether the new document describes a change that has not been made yet. Else a new document that no
  ///     longer lists the old signing key means that the identity provider signs with the new one already.
  public init(old: EntityDescriptor, new: EntityDescriptor, now: Instant, isPlanned: Bool = false) {
    oldEntityID = old.entityID?.value.collapsed
    newEntityID = new.entityID?.value.collapsed
    let guesses = [ProviderGuess(of: new), ProviderGuess(of: old)].filter { $0.strength == .strong }
    provider = guesses.compactMap(\.provider).first
    let judgement: Judgement
    if let before = old.identityProvider, let after = new.identityProvider {
      side = .identityProvider
      let change = IdentityProviderChange(
        (old, before), (new, after), provider: provider, now: now, isPlanned: isPlanned)
      changes = change.changes
      certificates = change.certificates
      sharesUnexpiredKey = change.sharesUnexpiredKey
      (regionsAdded, regionsRemoved) = ([], [])
      judgement = change.judgement
    } else if let before = old.serviceProvider, let after = new.serviceProvider {
      side = .serviceProvider
      let change = ServiceProviderChange((old, before), (new, after))
      changes = change.changes
      (regionsAdded, regionsRemoved) = (change.regionsAdded, change.regionsRemoved)
      (certificates, sharesUnexpiredKey) = ([], nil)
      judgement = change.judgement
    } else {
      (side, changes, certificates, sharesUnexpiredKey) = (nil, [], [], nil)
      (regionsAdded, regionsRemoved) = ([], [])
      judgement = Judgement(
        verdict: .notComparable,
        reason: """
          The old document is \(old.roleInWords), the new one is \(new.roleInWords). Two documents of one side are \
          compared; to judge both sides together, use validate.
          """)
    }
    breakages = judgement.breakages
    steps = judgement.steps
    verdict = judgement.verdict
    reason = judgement.reason
  }
}

/// What changes come to.
struct Judgement {
  var verdict: MetadataComparison.Verdict
  var reason: String
  var breakages: [Breakage] = []
  var steps: [ChangeStep] = []

  /// What losing SAML 2.0 comes to, whatever else has changed.
  static func otherProtocol(at place: String, _ remedy: String) -> Judgement {
    Judgement(
      verdict: .breaksSignIn,
      reason:
        "The new document no longer says that its side speaks SAML 2.0, and IAM Identity Center speaks nothing else.",
      breakages: [
        Breakage(
          kind: .otherProtocol, moment: .change, value: nil,
          symptom: "The other side refuses the document when it is uploaded, or each message after that.",
          outage: "Until a document for SAML 2.0 is uploaded.")
      ],
      steps: [ChangeStep(.idpAdmin, at: [place], remedy)])
  }
}

extension EntityDescriptor {
  /// The service provider's role for SAML 2.0.
  fileprivate var serviceProvider: SPSSODescriptor? {
    serviceProviders.first { $0.supportsSAML2 } ?? serviceProviders.first
  }

  fileprivate var roleInWords: String {
    switch (identityProviders.isEmpty, serviceProviders.isEmpty) {
    case (false, true): "an identity provider's"
    case (true, false): "a service provider's"
    case (false, false): "that of both roles"
    case (true, true): "of no single sign-on role"
    }
  }
}
