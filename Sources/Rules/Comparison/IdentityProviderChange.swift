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
    let move = Move(
      oldEntityID: old.entity.entityID?.value.collapsed, newEntityID: new.entity.entityID?.value.collapsed,
      old: old.role.signInServices, new: new.role.signInServices,
      sharesKey: certificates.contains { $0.isTrusted && $0.presence != .old })
    judgement =
      old.role.supportsSAML2 && !new.role.supportsSAML2
      ? .otherProtocol(
        at: provider?.displayName ?? "Identity provider",
        "Do not use the new document. Download the SAML 2.0 metadata of the application.")
      : move.judgement(of: rotation, hasChanges: !changes.isEmpty)
  }
}

/// Where a browser is sent to sign in, and by which binding.
private struct SignInService: Hashable {
  let binding: Binding
  let address: String
}

/// What AWS holds of an identity provider besides its keys, and how it moves.
private struct Move {
  let oldEntityID: String?
  let newEntityID: String?
  /// Sign-in URLs that are no longer listed.
  let goneAddresses: [String]
  /// Bindings for which an address is no longer listed that stays for another one.
  let goneBindings: [SignInService]
  /// Sign-in URLs of the new document.
  let addresses: [String]
  /// Those of them that the old document did not list.
  let newAddresses: [String]
  /// Whether the new document shares neither key nor address with the old one.
  let isStranger: Bool

  private var issuerMoves: Bool { oldEntityID != newEntityID }
  private var addressMoves: Bool { !goneAddresses.isEmpty }

  init(
    oldEntityID: String?, newEntityID: String?, old: [SignInService], new: [SignInService], sharesKey: Bool
  ) {
    self.oldEntityID = oldEntityID
    self.newEntityID = newEntityID
    addresses = new.map(\.address).distinct
    let (was, isNow, services) = (Set(old.map(\.address)), Set(addresses), Set(new))
    goneAddresses = old.map(\.address).filter { !isNow.contains($0) }.distinct
    goneBindings = old.filter { isNow.contains($0.address) && !services.contains($0) }.distinct
    newAddresses = addresses.filter { !was.contains($0) }
    isStranger = was.isDisjoint(with: isNow) && !sharesKey
  }

  func judgement(of rotation: KeyRotation, hasChanges: Bool) -> Judgement {
    if !hasChanges {
      return Judgement(verdict: .noChange, reason: "The two documents mean the same.\(rotation.remark)")
    }
    if let flaw { return refusal(because: flaw, at: rotation.provider) }
    if !issuerMoves, !addressMoves {
      var judgement = rotation.judgement
      if goneBindings.isEmpty { return judgement }
      // Sign-ins that fail whichever binding AWS uses come first.
      if judgement.verdict == .breaksSignIn {
        judgement.reason += " \(reason)"
        judgement.breakages += breakages
        judgement.steps += trial
        return judgement
      }
    }
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
    if addressMoves {
      return """
        A sign-in URL has gone. If it is the one that AWS holds, AWS sends people to an address that is no longer served.
        """
    }
    return """
      A sign-in URL is no longer listed for \(lostBindings). AWS does not say by which binding it sends people here: if by \
      that one, sign-ins fail.
      """
  }

  /// The names of the bindings for which an address is no longer listed.
  private var lostBindings: String { goneBindings.map(\.binding.name).distinct.joined(separator: " or ") }

  // MARK: A document that is not to be used

  /// What makes the new document one of which nothing can be entered in AWS; nil where nothing does.
  private var flaw: String? {
    if issuerMoves, newEntityID?.isEmpty ?? true { return "The new document has no entityID." }
    if addresses.isEmpty, addressMoves {
      return "The new document has no sign-in URL for HTTP-POST or HTTP-Redirect, which a browser needs."
    }
    return newAddresses.lazy.compactMap(Self.flaw(of:)).first.map { "A sign-in URL of the new document \($0)." }
  }

  /// What is wrong with an address, in words of our own that follow it; nil where AWS can send people there.
  private static func flaw(of address: String) -> String? {
    let url = WebAddress(address)
    if url.schemeName == "http" { return "uses http, not https" }
    guard let breakage = url.breakage else { return nil }
    if case .otherScheme = breakage.kind { return "has another scheme than https" }
    return breakage.description
  }

  private func refusal(because flaw: String, at provider: Provider?) -> Judgement {
    Judgement(
      verdict: .breaksSignIn, reason: flaw,
      breakages: goneAddresses.map {
        gone($0, outage: "From the moment that the address is no longer served until the change is undone.")
      },
      steps: [
        ChangeStep(
          .idpAdmin, at: [provider?.displayName ?? "Identity provider"],
          """
          Do not use the new document, and enter nothing of it in AWS. Correct the identity provider's settings and download \
          the metadata again; signpost validate shows what is wrong with this one.
          """,
          values: newAddresses.filter { Self.flaw(of: $0) != nil })
      ])
  }

  // MARK: What breaks

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
    breakages += goneAddresses.map {
      gone(
        $0,
        outage: """
          From the moment that the address is no longer served until Edit IdP metadata is saved in AWS; none, where \
          the identity provider serves both addresses meanwhile.
          """)
    }
    breakages += goneBindings.map { service in
      Breakage(
        kind: .signInURLGone, moment: .change, value: service.address,
        symptom: """
          Where the access portal sends people to this address by \(service.binding.name), the identity provider shows an \
          error or nothing.
          """,
        outage: """
          None, if AWS uses another binding. Else from the moment that the address is no longer served by this one until \
          another is saved in AWS, or the change is undone.
          """)
    }
    return breakages
  }

  private func gone(_ address: String, outage: String) -> Breakage {
    Breakage(
      kind: .signInURLGone, moment: .change, value: address,
      symptom:
        "The access portal sends people to this address, where the identity provider shows an error or nothing.",
      outage: outage)
  }

  // MARK: What to do

  private func steps(around rotation: KeyRotation) -> [ChangeStep] {
    var steps = [
      ChangeStep(
        .awsAdmin, at: ["AWS account"],
        "Choose a quiet hour, and make sure of a way in that does not need the identity provider.")
    ]
    let untrusted = rotation.untrusted
    if let lapse = rotation.lapse { steps.append(rotation.remedy(for: lapse)) }
    if !untrusted.isEmpty { steps.append(.importCertificates(untrusted, isUrgent: false)) }
    steps.append(
      ChangeStep(
        .idpAdmin, at: [rotation.provider?.displayName ?? "Identity provider"],
        issuerMoves || !addressMoves
          ? "Make the change, at a time agreed on with the AWS administrator; nothing, if it is made already."
          : "Make the change, and keep the old address served until the next step is done, if that can be."))
    steps += issuerMoves || addressMoves ? entry : trial
    let obsolete = rotation.lapse == nil ? rotation.obsolete : []
    if !obsolete.isEmpty { steps.append(.deleteCertificates(obsolete)) }
    return steps
  }

  /// Gives AWS what it needs, and tests it.
  private var entry: [ChangeStep] {
    let fields = FieldNames.aws
    let labels = [
      issuerMoves ? fields[.identityProviderEntityID]?.text : nil, addressMoves ? fields[.signOnURL]?.text : nil,
    ].compactMap(\.self).joined(separator: " and ")
    return [
      edit(
        "enter \(labels) as the new document has them, and choose Save changes.",
        values: (issuerMoves ? [newEntityID].compactMap(\.self) : []) + (addressMoves ? addresses : [])),
      .test(orElse: "If it fails, enter the old values again and undo the change at the identity provider."),
    ]
  }

  /// Finds out by which binding AWS sends people, where one has gone from an address that stays.
  private var trial: [ChangeStep] {
    guard !newAddresses.isEmpty, let field = FieldNames.aws[.signOnURL]?.text else {
      return [.test(orElse: "If it fails, AWS uses \(lostBindings): undo the change at the identity provider.")]
    }
    return [
      .test(orElse: "If it fails, AWS uses \(lostBindings): do the next step. If it works, leave that step out."),
      edit(
        "enter the new address for \(lostBindings) as \(field), choose Save changes, and sign in again.",
        values: newAddresses),
    ]
  }

  private func edit(_ text: String, values: [String]) -> ChangeStep {
    ChangeStep(
      .awsAdmin, at: ChangeStep.manageAuthentication + ["Identity provider metadata"],
      "Choose Edit IdP metadata, \(text)", values: values)
  }
}

extension IDPSSODescriptor {
  /// Where a browser is sent to sign in: HTTP-POST and HTTP-Redirect.
  fileprivate var browserServices: [ChangeCollector.Item] {
    singleSignOnServices.filter { $0.binding == .httpPOST || $0.binding == .httpRedirect }
      .compactMap { ChangeCollector.Item($0, "SingleSignOnService") }
  }

  fileprivate var signInServices: [SignInService] {
    singleSignOnServices.compactMap { service in
      guard let binding = service.binding, binding == .httpPOST || binding == .httpRedirect,
        let location = service.location
      else { return nil }
      return SignInService(binding: binding, address: location.value.collapsed)
    }
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
