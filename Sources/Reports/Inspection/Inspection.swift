public import Markup
public import Parties
public import Rules
public import SAML

/// What a metadata file says, without any judgement.
///
/// One entity is kept in full. Of a document with several, each entity leaves one line behind, so that the inspection of
/// an aggregate needs the memory of its lines and of its largest entity. Everything that was written in the file is
/// untrusted text in here.
public struct Inspection: Sendable {
  /// The path as it was given.
  public let path: String
  /// The instant from which days are counted.
  public let now: Instant
  /// How the document was read.
  public let outcome: DocumentReader.Outcome
  /// Entities in the document.
  public let entities: Int
  /// The entity, where there is exactly one.
  public let entity: EntityFacts?
  /// One line for each entity, in document order, where there are several.
  public let lines: [Line]
  /// The outermost group, where the document is one.
  public let group: Group?
  /// The name of a root element that is no metadata.
  public let strangerRoot: String?

  /// What is kept of an entity among several.
  public struct Line: Hashable, Sendable {
    /// The entityID as written, white space collapsed.
    public let entityID: String?
    /// The single sign-on roles that it has.
    public let roles: [RoleFacts.Kind]
    /// Whose identity provider it is, where the evidence is strong.
    public let provider: Provider?
  }

  /// What is kept of a group of entities.
  public struct Group: Hashable, Sendable {
    /// Its name.
    public let name: String?
    /// How long it may be used.
    public let validity: ValidityFacts
    /// Whether it carries a signature. It is not verified.
    public internal(set) var isSigned = false
  }

  /// What the document is, in the words of the validation's JSON format.
  public var role: Verdict.Role {
    if entities > 1 { return .aggregate }
    switch Set(entity?.roles.map(\.kind) ?? []) {
    case [.identityProvider]: return .identityProvider
    case [.serviceProvider]: return .serviceProvider
    case [.identityProvider, .serviceProvider]: return .both
    default: return .unknown
    }
  }
}

/// Inspects one document while its bytes arrive.
public struct DocumentInspector: ~Copyable {
  private let collector: Collector
  private var reader: MetadataReader

  /// Begins with nothing read.
  ///
  /// - Parameters:
  ///   - path: the path as it was given.
  ///   - now: the instant from which days are counted.
  public init(path: String, now: Instant) {
    let collector = Collector(path: path, now: now)
    self.collector = collector
    reader = MetadataReader { collector.take($0) }
  }

  /// Whether more bytes can change anything.
  public var wantsMore: Bool { reader.wantsMore }

  /// Takes the next bytes of the document.
  public mutating func feed(_ bytes: ArraySlice<UInt8>) { reader.feed(bytes) }

  /// Says that there are no more bytes, and what the document says.
  public mutating func finish() -> Inspection { collector.inspection(reader.finish()) }

  private final class Collector {
    private let path: String
    private let now: Instant
    private var entities = 0
    private var first: EntityDescriptor?
    private var lines: [Inspection.Line] = []
    private var group: Inspection.Group?
    private var strangerRoot: String?

    init(path: String, now: Instant) {
      self.path = path
      self.now = now
    }

    func take(_ part: MetadataReader.Part) {
      switch part {
      case .group(let group):
        if self.group == nil {
          self.group = Inspection.Group(
            name: group.name?.value.collapsed, validity: ValidityFacts(group.validity, now: now))
        }
      case .signature(_, _, let isOutermost): if isOutermost { group?.isSigned = true }
      case .entity(let element): if let entity = EntityDescriptor(element) { take(entity) }
      case .other(let element, let isRoot): if isRoot { strangerRoot = element.qualifiedName }
      }
    }

    private func take(_ entity: EntityDescriptor) {
      entities += 1
      if entities == 1 { return first = entity }
      if let first {
        lines.append(Inspection.Line(first))
        self.first = nil
      }
      lines.append(Inspection.Line(entity))
    }

    func inspection(_ outcome: DocumentReader.Outcome) -> Inspection {
      Inspection(
        path: path, now: now, outcome: outcome, entities: entities, entity: first.map { EntityFacts($0, now: now) },
        lines: lines, group: group, strangerRoot: strangerRoot)
    }
  }
}

extension Inspection.Line {
  fileprivate init(_ entity: EntityDescriptor) {
    let guess = ProviderGuess(of: entity)
    self.init(
      entityID: entity.entityID?.value.collapsed,
      roles: (entity.identityProviders.isEmpty ? [] : [.identityProvider])
        + (entity.serviceProviders.isEmpty ? [] : [.serviceProvider]),
      provider: guess.strength == .strong ? guess.provider : nil)
  }
}
