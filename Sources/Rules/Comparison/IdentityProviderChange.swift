import Markup
import Parties
import SAML

/// What has changed in an identity provider's document.
struct IdentityProviderChange {
  typealias Document = (entity: EntityDescriptor, role: IDPSSODescriptor)

  let changes: [MetadataChange]
  let certificates: [SigningCertificate]
  let sharesUnexpiredKey: Bool?
  let judgement: Judgement

  init(_ old: Document, _ new: Document, provider: Provider?, now: Instant, isPlanned: Bool) {
    let (before, after) = (old.role.browserServices, new.role.browserServices)
    var collector = ChangeCollector()
    collector.compareEntityID(old.entity, new.entity)
    let remaining = Set(after.map(\.text))
    // A binding that goes while its address stays is no change of the address that AWS holds.
    let caution = "AWS does not say by which binding it sends people here; test a sign-in."
    collector.compare(
      .signInURL,
      before.map { item in
        var item = item
        if remaining.contains(item.text) { item.caution = caution }
        return item
      }, after)
    certificates = SigningCertificate.pair(old.role, new.role)
    collector.compare(
      .signingCertificate, old.role.signingItems, new.role.signingItems, areReplaced: false)
    collector.compareFlag(
      "WantAuthnRequestsSigned", old.role.wantAuthnRequestsSigned, new.role.wantAuthnRequestsSigned,
      caution: "IAM Identity Center does not sign its requests; an identity provider that insists refuses them.")
    collector.compareRest(old, new)
    changes = collector.changes

    let rotation = KeyRotation(
      certificates, signer: new.entity.signer, provider: provider, now: now, isPlanned: isPlanned)
    sharesUnexpiredKey = rotation.sharesUnexpiredKey
    let gone = before.map(\.text).filter { !remaining.contains($0) }
    let move = Move(
      oldEntityID: old.entity.entityID?.value.collapsed, newEntityID: new.entity.entityID?.value.collapsed,
      goneAddresses: gone.distinct, addresses: after.map(\.text).distinct,
      isStranger: gone.count == before.count && !certificates.contains { $0.isTrusted && $0.presence != .old })
    judgement =
      old.role.supportsSAML2 && !new.role.supportsSAML2
      ? .otherProtocol(
        at: provider?.displayName ?? "Identity provider",
        "Do not use the new document. Download the SAML 2.0 metadata of the application.")
      : move.judgement(of: rotation, hasChanges: !changes.isEmpty)
  }
}

/// What AWS holds of an identity provider besides its keys, and how it moves.
private struct Move {
  let oldEntityID: String?
  let newEntityID: String?
  /// Sign-in URLs that are no longer listed.
  let goneAddresses: [String]
  /// Sign-in URLs of the new document.
  let addresses: [String]
  /// Whether the new document shares neither key nor address with the old one.
  let isStranger: Bool

  private var issuerMoves: Bool { oldEntityID != newEntityID }
  private var addressMoves: Bool { !goneAddresses.isEmpty }

  func judgement(of rotation: KeyRotation, hasChanges: Bool) -> Judgement {
    if !hasChanges {
      return Judgement(verdict: .noChange, reason: "The two documents mean the same.\(rotation.remark)")
    }
    guard issuerMoves || addressMoves else { return rotation.judgement }
    return Judgement(
      verdict: .breaksSignIn, reason: reason + rotation.addendum, breakages: breakages + rotation.breakages,
      steps: steps(around: rotation))
  }

  private var reason: String {
    if issuerMoves, isStranger {
      return """
        These are two identity providers, or two applications of one: entityID, sign-in URLs and signing keys all \
        differ. AWS holds one issuer and one sign-in URL, so that the switch cannot be made without an outage.
        """
    }
    if issuerMoves {
      return """
        The entityID has changed. AWS holds one issuer, so that sign-ins fail between the change at the identity \
        provider and the change in AWS.
        """
    }
    return """
      A sign-in URL has gone. If it is the one that AWS holds, AWS sends people to an address that is no longer served.
      """
  }

  private var breakages: [Breakage] {
    var breakages: [Breakage] = []
    if issuerMoves {
      breakages.append(
        Breakage(
          kind: .issuerChanged, moment: .change, value: newEntityID,
          symptom: """
            After the sign-in at the identity provider AWS refuses the answer, which comes from an issuer that it does \
            not know ("It's not you, it's us").
            """,
          outage: """
            Until Edit IdP metadata is saved in AWS: minutes, if both administrators act together. Only new sign-ins \
            fail; open sessions go on until they end.
            """))
    }
    for address in goneAddresses {
      breakages.append(
        Breakage(
          kind: .signInURLGone, moment: .change, value: address,
          symptom:
            "The access portal sends people to this address, where the identity provider shows an error or nothing.",
          outage: """
            From the moment that the address is no longer served until Edit IdP metadata is saved in AWS; none, where \
            the identity provider serves both addresses meanwhile.
            """))
    }
    return breakages
  }

  private func steps(around rotation: KeyRotation) -> [ChangeStep] {
    var steps = [
      ChangeStep(
        .awsAdmin, at: ["AWS account"],
        "Choose a quiet hour, and make sure of a way in that does not need the identity provider.")
    ]
    let untrusted = rotation.untrusted
    if let lapse = rotation.lapse { steps.append(rotation.remedy(for: lapse)) }
    if !untrusted.isEmpty { steps.append(.importCertificates(untrusted, isUrgent: false)) }
    let fields = FieldNames.aws
    let labels = [
      issuerMoves ? fields[.identityProviderEntityID]?.text : nil, addressMoves ? fields[.signOnURL]?.text : nil,
    ].compactMap(\.self).joined(separator: " and ")
    steps += [
      ChangeStep(
        .idpAdmin, at: [rotation.provider?.displayName ?? "Identity provider"],
        issuerMoves
          ? "Make the change, at a time agreed on with the AWS administrator; nothing, if it is made already."
          : "Make the change, and keep the old address served until the next step is done, if that can be."),
      ChangeStep(
        .awsAdmin, at: ChangeStep.manageAuthentication + ["Identity provider metadata"],
        "Choose Edit IdP metadata, enter \(labels) as the new document has them, and choose Save changes.",
        values: (issuerMoves ? [newEntityID].compactMap(\.self) : []) + (addressMoves ? addresses : [])),
      .test(orElse: "If it fails, enter the old values again and undo the change at the identity provider."),
    ]
    let obsolete = rotation.lapse == nil ? rotation.obsolete : []
    if !obsolete.isEmpty { steps.append(.deleteCertificates(obsolete)) }
    return steps
  }
}

extension IDPSSODescriptor {
  /// Where a browser is sent to sign in: HTTP-POST and HTTP-Redirect.
  fileprivate var browserServices: [ChangeCollector.Item] {
    singleSignOnServices.filter { $0.binding == .httpPOST || $0.binding == .httpRedirect }
      .compactMap { ChangeCollector.Item($0, "SingleSignOnService") }
  }

  fileprivate var signingItems: [ChangeCollector.Item] {
    signingCertificates.compactMap { ChangeCollector.Item($0, "signing certificate") }
  }
}

extension EntityDescriptor {
  /// The certificate in the document's own signature: Microsoft Entra ID and AD FS sign with the key that is active.
  fileprivate var signer: Certificate? {
    signature?.certificates.lazy.compactMap(\.certificate).first
  }
}

extension [String] {
  /// Each text once, in the order of the first.
  var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
