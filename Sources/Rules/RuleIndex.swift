import Synchronization

/// What rules look at, of one document.
struct RuleKinds: OptionSet, Sendable {
  let rawValue: Int

  static let fault = RuleKinds(rawValue: 1)
  static let document = RuleKinds(rawValue: 2)
  static let stranger = RuleKinds(rawValue: 4)
  static let entity = RuleKinds(rawValue: 8)
  static let validity = RuleKinds(rawValue: 16)
  static let signature = RuleKinds(rawValue: 32)
  static let identityProvider = RuleKinds(rawValue: 64)
  static let serviceProvider = RuleKinds(rawValue: 128)
}

extension Rule {
  /// What the rule looks at; nothing where it is about several documents.
  fileprivate var kind: RuleKinds {
    switch check {
    case .fault: .fault
    case .document: .document
    case .stranger: .stranger
    case .entity: .entity
    case .validity: .validity
    case .signature: .signature
    case .identityProvider: .identityProvider
    case .serviceProvider: .serviceProvider
    case .claimedSide, .pair, .typed, .choice: []
    }
  }
}

/// The rules of a judge by what they look at. Very many documents look at the same, and then share one list.
final class RuleIndex: Sendable {
  private let rules: [Rule]
  /// The rules that look at an entity or at one of its roles.
  let entities: [Rule]
  /// The rules that look at a signature.
  let signatures: [Rule]
  private let lists = Mutex<[List]>([])

  private struct List {
    let kinds: RuleKinds
    let rules: [Rule]
  }

  init(_ rules: [Rule]) {
    self.rules = rules
    entities = rules.filter { !$0.kind.isDisjoint(with: [.entity, .validity, .identityProvider, .serviceProvider]) }
    signatures = rules.filter { $0.kind == .signature }
  }

  /// The rules that look at one of these, in the order of the catalogue.
  func rules(of kinds: RuleKinds) -> [Rule] {
    lists.withLock { lists in
      if let known = lists.first(where: { $0.kinds == kinds }) { return known.rules }
      let list = List(kinds: kinds, rules: rules.filter { !$0.kind.isDisjoint(with: kinds) })
      lists.append(list)
      return list.rules
    }
  }
}
