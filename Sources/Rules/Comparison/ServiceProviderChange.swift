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
    let (before, after) = (old.role.consumers, new.role.consumers)
    var collector = ChangeCollector()
    collector.compareEntityID(old.entity, new.entity)
    collector.compare(.acsURL, before, after, areReplaced: false)
    collector.compare(
      .defaultACS, "default AssertionConsumerService", old: old.role.defaultConsumer, new: new.role.defaultConsumer,
      caution: "An identity provider that begins sign-ins by itself sends people to the default.")
    collector.compareFlag("AuthnRequestsSigned", old.role.authnRequestsSigned, new.role.authnRequestsSigned)
    collector.compareFlag(
      "WantAssertionsSigned", old.role.wantAssertionsSigned, new.role.wantAssertionsSigned,
      caution: "The identity provider has to sign the assertion, not the answer around it alone.")
    collector.compareRest(old, new)
    changes = collector.changes

    let (was, isNow) = (Set(before.map(\.text)), Set(after.map(\.text)))
    let addresses = Addresses(
      oldEntityID: old.entity.entityID?.value.collapsed, newEntityID: new.entity.entityID?.value.collapsed,
      kept: before.map(\.text).filter(isNow.contains).distinct,
      gone: before.map(\.text).filter { !isNow.contains($0) }.distinct,
      come: after.map(\.text).filter { !was.contains($0) }.distinct)
    let (regionsBefore, regionsAfter) = (Self.regions(of: was), Self.regions(of: isNow))
    regionsAdded = regionsAfter.subtracting(regionsBefore).sorted { $0.code < $1.code }
    regionsRemoved = regionsBefore.subtracting(regionsAfter).sorted { $0.code < $1.code }
    judgement = addresses.judgement(hasChanges: !changes.isEmpty)
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
    if audienceMoves || (kept.isEmpty && !gone.isEmpty) { return moved }
    if !legacyGone.isEmpty { return withoutLegacyHost }
    if come.isEmpty, gone.isEmpty {
      return Judgement(
        verdict: .harmless,
        reason: "Nothing that an identity provider compares has changed: not the entityID, not the ACS URLs.")
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
  fileprivate var consumers: [ChangeCollector.Item] {
    assertionConsumerServices.compactMap { ChangeCollector.Item($0, "AssertionConsumerService") }
  }

  /// The endpoint that is taken where none is asked for (SAML Metadata 2.4.4.1): the first that says so, else the first
  /// that does not deny it.
  fileprivate var defaultConsumer: ChangeCollector.Item? {
    let services = assertionConsumerServices
    let chosen =
      services.first { $0.isDefault?.boolean == true } ?? services.first { $0.isDefault?.boolean != false }
      ?? services.first
    return chosen.flatMap { ChangeCollector.Item($0, "AssertionConsumerService") }
  }
}
