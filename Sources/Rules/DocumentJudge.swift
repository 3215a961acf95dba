import Markup
import Parties
import SAML

/// Judges one document while its bytes arrive; memory follows the largest entity.
public struct DocumentJudge: ~Copyable {
  private let state: State
  private var reader: MetadataReader

  init(judge: Judge, path: String) {
    let state = State(judge: judge, path: path)
    self.state = state
    reader = MetadataReader { state.take($0) }
  }

  /// Whether more bytes can change the verdict.
  public var wantsMore: Bool { reader.wantsMore && !state.isFull }

  /// Takes the next bytes of the document.
  public mutating func feed(_ bytes: ArraySlice<UInt8>) { reader.feed(bytes) }

  /// Says that there are no more bytes, and the verdict.
  public mutating func finish() -> Verdict { finish { _ in .notAsked } }

  /// Says that there are no more bytes, and the verdict.
  ///
  /// - Parameter verify: asked once, where the document is well-formed and carries a signature over the whole of it that
  ///   can be verified; what it answers is all that is known of the signature.
  public mutating func finish<Failure: Error>(
    verifying verify: (DocumentSignature) throws(Failure) -> SignatureVerification
  ) throws(Failure) -> Verdict {
    let outcome = reader.finish()
    return try state.verdict(outcome, verifying: verify)
  }

  /// What has been seen so far.
  private final class State {
    let judge: Judge
    let path: String
    private var findings: [Finding] = []
    private var entities = 0
    /// Entities that were handed over, judged or not.
    private var handedOver = 0
    /// The first entity, while it is not known whether the document has others.
    private var held: EntityDescriptor?
    private var hasIdentityProvider = false
    private var hasServiceProvider = false
    private var firstEntity: EntityDescriptor?
    private var firstGuess = ProviderGuess.none
    private var group: EntitiesDescriptor?
    private var hasStranger = false
    private var signatures = SignatureCollector()
    /// Where each entityID was first seen, by its hash: an aggregate may hold very many.
    private var seen: [Int: SourcePosition] = [:]

    init(judge: Judge, path: String) {
      self.judge = judge
      self.path = path
    }

    func take(_ part: MetadataReader.Part) {
      switch part {
      case .group(let group):
        if self.group == nil { self.group = group } else { signatures.look(at: group.element) }
        let validity = ValiditySubject(group, settings: judge.settings)
        add(entityID: nil, provider: nil) { rule, findings in
          if case .validity(let check) = rule.check { check(validity, &findings) }
        }
      case .signature(let signature, let group, let isOutermost):
        judge(signatures.take(signature, over: group, isOutermost: isOutermost, entities: handedOver), of: nil)
      case .entity(let entity):
        // The ID that is watched for may be that of an entity that nobody asked for.
        signatures.look(at: entity.element)
        if isWanted(entity) { take(entity) }
      case .other(let element, let isRoot):
        hasStranger = true
        if isRoot { take(stray: element) }
        signatures.look(at: element)
        let subject = StrangerSubject(element: element, isRoot: isRoot)
        add(entityID: nil, provider: nil) { rule, findings in
          if case .stranger(let check) = rule.check { check(subject, &findings) }
        }
      }
    }

    /// An entity whose namespace was lost is none, but it is still known whose it was.
    private func take(stray root: Element) {
      guard root.localName == "EntityDescriptor" else { return }
      entities = 1
      hasIdentityProvider = root.descendants.contains { $0.localName == "IDPSSODescriptor" }
      hasServiceProvider = root.descendants.contains { $0.localName == "SPSSODescriptor" }
      firstGuess = ProviderGuess(ofStray: root)
    }

    /// Whether an entity is to be judged. A document of one entity is judged whatever its name, so that the other side's
    /// file can stand beside an aggregate.
    private func isWanted(_ entity: EntityDescriptor) -> Bool {
      handedOver += 1
      guard let wanted = judge.settings.entityID else { return true }
      let isFirst = handedOver == 1
      let isNamed = entity.entityID?.value.collapsed == wanted
      held = isFirst && !isNamed ? entity : nil
      return isNamed
    }

    private func take(_ entity: EntityDescriptor) {
      entities += 1
      hasIdentityProvider = hasIdentityProvider || !entity.identityProviders.isEmpty
      hasServiceProvider = hasServiceProvider || !entity.serviceProviders.isEmpty
      let guess = ProviderGuess(of: entity)
      if entities == 1 { (firstEntity, firstGuess) = (entity, guess) }
      let entityID = entity.entityID?.value
      let twin = entityID.flatMap { entityID in
        let place = entity.element.tree.positions(ofAscending: [entity.element.range.lowerBound])[0]
        return seen.updateValue(place, forKey: entityID.hashValue)
      }
      let settings = judge.settings
      let subject = EntitySubject(entity: entity, guess: guess, settings: settings, twin: twin)
      let validity = ValiditySubject(entity, settings: settings)
      let identityProviders = entity.identityProviders.map {
        RoleSubject($0, of: entity, guess: guess, settings: settings)
      }
      let serviceProviders = entity.serviceProviders.map {
        RoleSubject($0, of: entity, guess: guess, settings: settings)
      }
      add(entityID: entityID, provider: guess.provider) { rule, findings in
        switch rule.check {
        case .entity(let check): check(subject, &findings)
        case .validity(let check): check(validity, &findings)
        case .identityProvider(let check): for role in identityProviders { check(role, &findings) }
        case .serviceProvider(let check): for role in serviceProviders { check(role, &findings) }
        default: break
        }
      }
      judge(signatures.take(of: entity, isRoot: group == nil), of: entity)
    }

    /// Judges signatures that will not be verified.
    private func judge(_ subjects: [SignatureSubject], of entity: EntityDescriptor?) {
      guard !subjects.isEmpty else { return }
      let provider = entity == nil || entities > 1 ? nil : firstGuess.provider
      add(entityID: entity?.entityID?.value, provider: provider) { rule, findings in
        if case .signature(let check) = rule.check { for subject in subjects { check(subject, &findings) } }
      }
    }

    func verdict<Failure: Error>(
      _ outcome: DocumentReader.Outcome, verifying verify: (DocumentSignature) throws(Failure) -> SignatureVerification
    ) throws(Failure) -> Verdict {
      if let held { take(held) }
      var signature = signatures.signatureOfDocument
      if var subject = signatures.whole {
        if outcome.fault == nil, let found = signature, found.obstacle == nil {
          subject.verification = try verify(found)
          signature?.verification = subject.verification
        }
        judge([subject], of: subject.entity)
      }
      if let fault = outcome.fault {
        signature = nil
        add(entityID: nil, provider: nil) { rule, findings in
          if case .fault(let check) = rule.check { check(fault, &findings) }
        }
      } else {
        let subject = DocumentSubject(
          outcome: outcome, entities: handedOver, group: group, firstEntity: firstEntity)
        add(entityID: nil, provider: entities == 1 ? firstGuess.provider : nil) { rule, findings in
          if case .document(let check) = rule.check { check(subject, &findings) }
        }
      }
      return Verdict(
        path: path, role: role, guess: entities == 1 ? firstGuess : .none, entities: entities,
        passedOver: max(0, handedOver - entities),
        onlyEntity: entities == 1 && outcome.fault == nil ? firstEntity : nil, signature: signature,
        partialSignatures: signatures.partial, outcome: outcome, findings: findings, rules: rules(for: outcome))
    }

    /// The rules that have had something of the document to look at.
    private func rules(for outcome: DocumentReader.Outcome) -> [Rule] {
      let isRead = outcome.fault == nil
      // An entity whose namespace was lost is counted and not judged.
      let isJudged = firstEntity != nil
      return judge.rules.filter { rule in
        switch rule.check {
        case .fault: true
        case .document: isRead
        case .stranger: isRead || hasStranger
        case .entity: isJudged
        case .validity: isJudged || group != nil
        case .signature: signatures.whole != nil || signatures.partial > 0
        case .identityProvider: isJudged && hasIdentityProvider
        case .serviceProvider: isJudged && hasServiceProvider
        case .assertion, .pair, .typed, .choice: false
        }
      }
    }

    private var role: Verdict.Role {
      switch (entities, hasIdentityProvider, hasServiceProvider) {
      case (0, _, _): .unknown
      case (2..., _, _): .aggregate
      case (_, true, true): .both
      case (_, true, false): .identityProvider
      case (_, false, true): .serviceProvider
      default: .unknown
      }
    }

    /// Nothing more is judged.
    var isFull: Bool { findings.count >= Judge.mostFindings }

    private func add(entityID: String?, provider: Provider?, _ run: (Rule, inout Findings) -> Void) {
      guard !isFull else { return }
      let room = Judge.mostFindings - findings.count
      findings += judge.findings(entityID: entityID, provider: provider, file: path, room: room, run)
      if isFull { findings += judge.tooMany(in: path) }
    }
  }
}
