import Markup
import Parties
import SAML

/// Judges one document while its bytes arrive; memory follows the largest entity.
public struct DocumentJudge: ~Copyable {
  private let state: State
  private var reader: MetadataReader

  init(judge: Judge, path: String, workers: (any Workers)?) {
    let state = State(judge: judge, path: path, workers: workers)
    self.state = state
    reader = MetadataReader { state.take($0) }
  }

  /// Whether more bytes can change the verdict.
  public var wantsMore: Bool { reader.wantsMore }

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
    private let workers: (any Workers)?
    private let ledger: Ledger
    /// Entities that have not been handed over to be judged, and their bytes.
    private var waiting: [WaitingEntity] = []
    private var waitingBytes = 0
    /// Entities are handed over by so many bytes: waking somebody takes longer than judging a small one.
    private static let handedOverBytes = 1 << 15
    private var entities = 0
    /// Entities that were handed over, judged or not.
    private var handedOver = 0
    /// The first entity, while it is not known whether the document has others.
    private var held: Element?
    private var hasIdentityProvider = false
    private var hasServiceProvider = false
    private var first: EntitySubject?
    /// Whose the root is that lost its namespace.
    private var strayGuess: ProviderGuess?
    private var group: EntitiesDescriptor?
    private var hasStranger = false
    private var signatures = SignatureCollector()
    /// Where each entityID was first seen, by its hash: an aggregate may hold very many.
    private var seen: [Int: SourcePosition] = [:]

    init(judge: Judge, path: String, workers: (any Workers)?) {
      self.judge = judge
      self.path = path
      self.workers = workers
      ledger = Ledger(judge: judge, path: path)
    }

    func take(_ part: MetadataReader.Part) {
      switch part {
      case .group(let group):
        if self.group == nil { self.group = group } else { signatures.look(at: group.element) }
        let validity = ValiditySubject(group, settings: judge.settings)
        add { rule, findings in
          if case .validity(let check) = rule.check { check(validity, &findings) }
        }
      case .signature(let signature, let group, let isOutermost):
        let others = signatures.take(signature, over: group, isOutermost: isOutermost, entities: handedOver)
        ledger.add(judge.findings(of: others, entityID: nil, provider: nil, path: path))
      case .entity(let entity):
        // The ID that is watched for may be that of an entity that nobody asked for.
        signatures.look(at: entity)
        if isWanted(entity) { take(entity) }
      case .other(let element, let isRoot):
        hasStranger = true
        if isRoot { take(stray: element) }
        signatures.look(at: element)
        let subject = StrangerSubject(element: element, isRoot: isRoot)
        add { rule, findings in
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
      strayGuess = ProviderGuess(ofStray: root)
    }

    /// Whether an entity is to be judged. A document of one entity is judged whatever its name, so that the other side's
    /// file can stand beside an aggregate.
    private func isWanted(_ entity: Element) -> Bool {
      handedOver += 1
      guard let wanted = judge.settings.entityID else { return true }
      let isFirst = handedOver == 1
      let isNamed = entity.attribute("entityID")?.collapsed == wanted
      held = isFirst && !isNamed ? entity : nil
      return isNamed
    }

    private func take(_ element: Element) {
      entities += 1
      hasIdentityProvider = hasIdentityProvider || element.first(.idpSSODescriptor) != nil
      let followsServiceProvider = hasServiceProvider
      hasServiceProvider = hasServiceProvider || element.first(.spSSODescriptor) != nil
      // Where the root is an entity there is no other.
      let named = group == nil ? nil : element.attribute("entityID")
      let twin = named.flatMap { entityID in
        let place = element.tree.positions(ofAscending: [element.range.lowerBound])[0]
        return seen.updateValue(place, forKey: entityID.value.hashValue)
      }
      guard entities > 1 else { return takeFirst(EntityDescriptor(element)) }
      guard !ledger.isFull else { return }
      waiting.append(
        WaitingEntity(
          element: element, twin: twin, followsServiceProvider: followsServiceProvider, place: ledger.reserve()))
      waitingBytes += element.range.count
      if waitingBytes >= Self.handedOverBytes { handOver() }
    }

    /// Has the entities that wait judged, here or by others.
    private func handOver() {
      guard !waiting.isEmpty else { return }
      let work: @Sendable () -> Void = { [judge, ledger, path, waiting] in
        for item in waiting { judge.settle(item, of: ledger, path: path) }
      }
      (waiting, waitingBytes) = ([], 0)
      if let workers { workers.add(work) } else { work() }
    }

    /// The first entity stays, for it may be the only one.
    private func takeFirst(_ entity: EntityDescriptor?) {
      guard let entity else { return }
      let isRoot = group == nil
      let subject = EntitySubject(entity, settings: judge.settings)
      first = subject
      ledger.add(judge.findings(of: subject, path: path))
      let others = signatures.take(of: entity, isRoot: isRoot)
      ledger.add(
        judge.findings(
          of: others, entityID: subject.entityID?.written, provider: subject.provider, path: path))
    }

    func verdict<Failure: Error>(
      _ outcome: DocumentReader.Outcome, verifying verify: (DocumentSignature) throws(Failure) -> SignatureVerification
    ) throws(Failure) -> Verdict {
      if let held { take(held) }
      handOver()
      workers?.work { [ledger] in ledger.isSettled }
      var signature = signatures.signatureOfDocument
      if var subject = signatures.whole {
        if outcome.fault == nil, let found = signature, found.obstacle == nil {
          subject.verification = try verify(found)
          signature?.verification = subject.verification
        }
        ledger.add(
          judge.findings(
            of: [subject], entityID: subject.entity?.entityID?.value,
            provider: subject.entity == nil ? nil : provider, path: path))
      }
      if let fault = outcome.fault {
        signature = nil
        add { rule, findings in
          if case .fault(let check) = rule.check { check(fault, &findings) }
        }
      } else {
        let subject = DocumentSubject(
          outcome: outcome, entities: handedOver, group: group, firstEntity: first?.entity)
        add(provider: provider) { rule, findings in
          if case .document(let check) = rule.check { check(subject, &findings) }
        }
      }
      return Verdict(
        path: path, role: role, provider: sureProvider, guess: guess, entities: entities,
        holdsIdentityProvider: hasIdentityProvider, holdsServiceProvider: hasServiceProvider,
        passedOver: max(0, handedOver - entities),
        onlyEntity: entities == 1 && outcome.fault == nil ? first?.entity : nil, signature: signature,
        partialSignatures: partialSignatures, outcome: outcome, findings: ledger.findings, rules: rules(for: outcome))
    }

    /// Whose identity provider the document describes; nobody's where it describes several.
    private var provider: Provider? { entities == 1 ? first?.provider ?? strayGuess?.provider : nil }

    /// The same, where it is certain.
    private var sureProvider: Provider? {
      guard let provider, (first?.decision?.strength ?? strayGuess?.strength) == .strong else { return nil }
      return provider
    }

    /// The evidence for it, which is only weighed where somebody asks.
    private var guess: @Sendable () -> ProviderGuess {
      guard entities == 1 else { return { .none } }
      return { [entity = first?.entity, strayGuess] in entity.map { ProviderGuess(of: $0) } ?? strayGuess ?? .none }
    }

    private var partialSignatures: Int { signatures.partial + ledger.partialSignatures }

    /// The rules that have had something of the document to look at.
    private func rules(for outcome: DocumentReader.Outcome) -> [Rule] {
      let isRead = outcome.fault == nil
      // An entity whose namespace was lost is counted and not judged.
      let isJudged = first != nil
      var kinds: RuleKinds = .fault
      if isRead { kinds.insert(.document) }
      if isRead || hasStranger { kinds.insert(.stranger) }
      if isJudged { kinds.insert(.entity) }
      if isJudged || group != nil { kinds.insert(.validity) }
      if signatures.whole != nil || partialSignatures > 0 { kinds.insert(.signature) }
      if isJudged && hasIdentityProvider { kinds.insert(.identityProvider) }
      if isJudged && hasServiceProvider { kinds.insert(.serviceProvider) }
      return judge.index.rules(of: kinds)
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

    private func add(provider: @autoclosure () -> Provider? = nil, _ run: (Rule, inout Findings) -> Void) {
      guard !ledger.isFull else { return }
      ledger.add(judge.findings(entityID: nil, provider: provider(), file: path, run))
    }
  }
}
