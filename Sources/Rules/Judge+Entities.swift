import Markup
import Parties
import SAML

/// An entity that is to be judged.
struct WaitingEntity: Sendable {
  let element: Element
  /// Where an entity with the same entityID begins.
  let twin: SourcePosition?
  let followsServiceProvider: Bool
  /// The place of its findings in the ledger.
  let place: Int
}

extension Judge {
  /// Judges an entity of a group, unless there is no room for more findings.
  func settle(_ item: WaitingEntity, of ledger: Ledger, path: String) {
    guard !ledger.isFull, let entity = EntityDescriptor(item.element) else { return ledger.settle(item.place, []) }
    let subject = EntitySubject(
      entity, settings: settings, twin: item.twin, followsServiceProvider: item.followsServiceProvider)
    let signatures = SignatureSubject.all(of: entity, isRoot: false)
    ledger.settle(
      item.place,
      findings(of: subject, path: path)
        + findings(of: signatures, entityID: subject.entityID?.written, provider: nil, path: path),
      partialSignatures: signatures.count { !$0.isSurplus })
  }

  /// Judges an entity and its roles.
  func findings(of subject: EntitySubject, path: String) -> [Finding] {
    let validity = ValiditySubject(subject.entity, settings: settings)
    let (identityProviders, serviceProviders) = (subject.identityProviders, subject.serviceProviders)
    return findings(
      entityID: subject.entityID?.written, provider: subject.provider, file: path, by: index.entities
    ) { rule, findings in
      switch rule.check {
      case .entity(let check): check(subject, &findings)
      case .validity(let check): check(validity, &findings)
      case .identityProvider(let check): for role in identityProviders { check(role, &findings) }
      case .serviceProvider(let check): for role in serviceProviders { check(role, &findings) }
      default: break
      }
    }
  }

  /// Judges signatures of one element.
  func findings(
    of signatures: [SignatureSubject], entityID: String?, provider: @autoclosure () -> Provider?, path: String
  ) -> [Finding] {
    guard !signatures.isEmpty else { return [] }
    return findings(entityID: entityID, provider: provider(), file: path, by: index.signatures) { rule, findings in
      if case .signature(let check) = rule.check { for subject in signatures { check(subject, &findings) } }
    }
  }
}
