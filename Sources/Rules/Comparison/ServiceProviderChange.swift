import Markup
import Parties
import SAML

/// What has changed in a service provider's document, AWS's as a rule.
struct ServiceProviderChange {
  typealias Document = (entity: EntityDescriptor, role: SPSSODescriptor)

  let changes: [MetadataChange]
  let regionsAdded: [Region]
  let regionsRemoved: [Region]
  let judgement: Judgement

  init(_ old: Document, _ new: Document) {
    let (before, after) = (old.role.consumers(by: nil), new.role.consumers(by: nil))
    let isAWS = old.entity.claimsAWS || new.entity.claimsAWS
    var collector = ChangeCollector()
    collector.compareEntityID(old.entity, new.entity)
    collector.compare(.acsURL, before, after, areReplaced: false)
    collector.compare(
      .defaultACS, "default AssertionConsumerService", old: old.role.defaultConsumer, new: new.role.defaultConsumer,
      caution: "An identity provider that begins sign-ins by itself sends people to the default.")
    collector.compareFlag(
      "AuthnRequestsSigned", old.role.authnRequestsSigned, new.role.authnRequestsSigned,
      caution: isAWS
        ? """
        IAM Identity Center does not sign its requests; an identity provider that takes the document at its word refuses \
        every sign-in that begins at AWS.
        """ : nil)
    collector.compareFlag(
      "WantAssertionsSigned", old.role.wantAssertionsSigned, new.role.wantAssertionsSigned,
      caution: "The identity provider has to sign the assertion, not the answer around it alone.")
    collector.compareRest(
      old, new, encryptingBy: [.encryption, .unspecified],
      caution: isAWS
        ? """
        Many identity providers encrypt assertions as soon as AWS's document holds such a key, and IAM Identity Center \
        supports no encrypted assertions.
        """ : nil)
    changes = collector.changes

    // By another binding an address takes no answers (SAML Profiles 4.1.2).
    let oldAddresses = old.role.consumers(by: .httpPOST).map(\.text)
    let newAddresses = new.role.consumers(by: .httpPOST).map(\.text)
    let (was, isNow) = (Set(oldAddresses), Set(newAddresses))
    let addresses = Addresses(
      oldEntityID: old.entity.entityID?.value.collapsed, newEntityID: new.entity.entityID?.value.collapsed,
      kept: oldAddresses.filter(isNow.contains).distinct, gone: oldAddresses.filter { !isNow.contains($0) }.distinct,
      come: newAddresses.filter { !was.contains($0) }.distinct,
      strangers: isAWS
        ? Self.strangers(
          entityIDs: [old, new].map { $0.entity.entityID?.value.collapsed },
          among: after.map(\.text).filter { text in !before.contains { $0.text == text } }.distinct)
        : [])
    let (regionsBefore, regionsAfter) = (Self.regions(of: was), Self.regions(of: isNow))
    regionsAdded = regionsAfter.subtracting(regionsBefore).sorted { $0.code < $1.code }
    regionsRemoved = regionsBefore.subtracting(regionsAfter).sorted { $0.code < $1.code }
    judgement =
      old.role.supportsSAML2 && !new.role.supportsSAML2
      ? .otherProtocol(at: "the AWS application", Addresses.refusal)
      : addresses.judgement(hasChanges: !changes.isEmpty)
  }

  /// Of what comes in a document of AWS's, what cannot be AWS's: an address on somebody else's domain or of another
  /// kind, and one that is not protected.
  private static func strangers(entityIDs: [String?], among addresses: [String]) -> [String] {
    let entityID = entityIDs[0] == entityIDs[1] ? nil : entityIDs[1]
    let issuers = [entityID].compactMap(\.self).filter {
      if case .foreign = AWSAddress.recognise($0) { true } else { false }
    }
    return issuers
      + addresses.filter { address in
        switch AWSAddress.recognise(address) {
        case .assertionConsumerService: false
        case .unusual: WebAddress(address).schemeName == "http"
        default: true
        }
      }
  }

  private static func regions(of addresses: Set<String>) -> Set<Region> {
    Set(addresses.compactMap { AWSAddress.recognise($0).region })
  }
}

/// The addresses that an identity provider holds of AWS.
private struct Addresses {
  let oldEntityID: String?
  let newEntityID: String?
  let kept: [String]
  let gone: [String]
  let come: [String]
  /// What comes and cannot be AWS's.
  let strangers: [String]

  private var audienceMoves: Bool { oldEntityID != newEntityID }

  /// ACS URLs on the older host, which instances from before February 2026 ask for
  /// (https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-workforce-access.html).
  private var legacyGone: [String] {
    gone.filter { address in
      if case .assertionConsumerService(let url) = AWSAddress.recognise(address) {
        url.family == .legacy
      } else {
        false
      }
    }
  }

  func judgement(hasChanges: Bool) -> Judgement {
    if !hasChanges { return Judgement(verdict: .noChange, reason: "The two documents mean the same.") }
    if !strangers.isEmpty { return refused }
    if kept.isEmpty, come.isEmpty, !gone.isEmpty { return withoutConsumer }
    if audienceMoves || (kept.isEmpty && !gone.isEmpty) { return moved }
    if !legacyGone.isEmpty { return withoutLegacyHost }
    if come.isEmpty, gone.isEmpty {
      return Judgement(
        verdict: .harmless,
        reason:
          "Nothing that an identity provider compares has changed: not the entityID, not an ACS URL for HTTP-POST.")
    }
    return Judgement(
      verdict: .seamless, reason: "No sign-in fails if \(orders).",
      breakages: come.map { missing($0, outage: nil) }, steps: additions + removals + [Self.test])
  }

  private var orders: String {
    let parts = [
      come.isEmpty ? nil : "the identity provider has the new ACS URLs before AWS uses them",
      gone.isEmpty ? nil : "it drops the old ones only after AWS has stopped using them",
    ]
    return parts.compactMap(\.self).joined(separator: ", and ")
  }

  static let refusal = """
    Do not use the new document, and enter nothing of it. Have the AWS administrator download it again: Settings > \
    Identity source > Actions > Manage authentication > Service provider metadata > Download metadata file.
    """

  /// Whatever receives an assertion can sign in with it.
  private var refused: Judgement {
    Judgement(
      verdict: .breaksSignIn,
      reason: """
        The new document has an address that is none of IAM Identity Center's. An answer of the identity provider that \
        is posted there goes astray, or lets whoever receives it sign in.
        """,
      steps: [ChangeStep(.idpAdmin, at: ["the AWS application"], Self.refusal, values: strangers)])
  }

  private var withoutConsumer: Judgement {
    Judgement(
      verdict: .breaksSignIn,
      reason: "The new document has no ACS URL that takes answers by HTTP-POST, as those of IAM Identity Center do.",
      breakages: gone.map {
        missing(
          $0,
          outage: "From the moment that the identity provider is given the document, until it has the old one again.")
      },
      steps: [ChangeStep(.idpAdmin, at: ["the AWS application"], Self.refusal)])
  }

  private var moved: Judgement {
    let outage = """
      From the moment that AWS changes until the identity provider has the new values: minutes, if both administrators \
      act together. Only new sign-ins fail; open sessions go on until they end.
      """
    var breakages = (come.isEmpty ? [] : come.prefix(1)).map { missing($0, outage: outage) }
    if audienceMoves {
      breakages.insert(
        Breakage(
          kind: .audienceChanged, moment: .change, value: newEntityID,
          symptom: """
            The identity provider does not know the application that asks for a sign-in, or answers to an audience that \
            AWS refuses.
            """, outage: outage), at: 0)
    }
    let issuer = FieldNames.generic(.issuer)
    return Judgement(
      verdict: .breaksSignIn,
      reason: audienceMoves
        ? """
        The documents are of two instances of AWS, or the identity source was switched: the entityID differs. What the \
        identity provider was given is worth nothing any more.
        """
        : "No ACS URL of the old document is left, so that every answer of the identity provider goes astray.",
      breakages: breakages,
      steps: [
        ChangeStep(
          .idpAdmin, at: ["the AWS application"],
          """
          Upload the new document, or enter its values as \(issuer) and \(FieldNames.generic(.acsURL)), at a time \
          agreed on with the AWS administrator.
          """,
          values: (audienceMoves ? [newEntityID].compactMap(\.self) : []) + come),
        Self.test,
      ])
  }

  private var withoutLegacyHost: Judgement {
    Judgement(
      verdict: .breaksSignIn,
      reason: """
        The ACS URL on the host signin.aws.amazon.com has gone. An instance that was enabled before February 2026 asks \
        for its answers there: an identity provider that drops it refuses every sign-in that begins at AWS.
        """,
      breakages: legacyGone.map {
        missing(
          $0,
          outage: "From the moment that the identity provider drops the URL until it has it again; none if it keeps it."
        )
      } + come.map { missing($0, outage: nil) },
      steps: [
        ChangeStep(
          .idpAdmin, at: ["the AWS application", FieldNames.generic(.acsURL)],
          "Do not replace the document by the new one: keep this URL, or put it back.", values: legacyGone),
        ChangeStep(
          .awsAdmin, at: ChangeStep.manageAuthentication,
          "Open View ACS URLs and compare. Only where AWS does not list the URL either may it go."),
      ] + additions + [Self.test])
  }

  private func missing(_ address: String, outage: String?) -> Breakage {
    Breakage(
      kind: .acsURLMissing, moment: .use, value: address,
      symptom: """
        A sign-in that begins at AWS ends at the identity provider, with an error about an unknown ACS or reply URL.
        """, outage: outage)
  }

  private var additions: [ChangeStep] {
    guard !come.isEmpty else { return [] }
    return [
      ChangeStep(
        .idpAdmin, at: ["the AWS application", FieldNames.generic(.acsURL)],
        """
        Add these beside the old ones, before anybody signs in by them. Google Workspace, OneLogin and CyberArk Identity \
        hold one ACS URL only: leave it as it is.
        """, values: come)
    ]
  }

  private var removals: [ChangeStep] {
    guard !gone.isEmpty else { return [] }
    return [
      ChangeStep(
        .idpAdmin, at: ["the AWS application", FieldNames.generic(.acsURL)],
        "Remove these once nobody signs in by them any more; as long as they stay they do no harm.", values: gone)
    ]
  }

  private static let test = ChangeStep.test(orElse: "Sign in by the portal of each Region that was added or removed.")
}

extension FieldNames {
  /// What the standard calls a field, for a console that can be anybody's.
  fileprivate static func generic(_ concept: FieldConcept) -> String {
    Provider.generic.fieldNames[concept]?.text ?? concept.rawValue
  }
}

extension SPSSODescriptor {
  /// The endpoints by this binding, or by any.
  fileprivate func consumers(by binding: Binding?) -> [ChangeCollector.Item] {
    assertionConsumerServices.filter { binding == nil || $0.binding == binding }
      .compactMap { ChangeCollector.Item($0, "AssertionConsumerService") }
  }

  /// The endpoint that is taken where none is asked for (SAML Metadata 2.4.4.1): the first that says so, else the first
  /// that does not deny it.
  fileprivate var defaultConsumer: ChangeCollector.Item? {
    let services = assertionConsumerServices
    let chosen =
      services.first { $0.isDefaultAttribute?.boolean == true }
      ?? services.first { $0.isDefaultAttribute?.boolean != false }
      ?? services.first
    return chosen.flatMap { ChangeCollector.Item($0, "AssertionConsumerService") }
  }
}
