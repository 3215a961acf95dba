/// What is answered with yes or no once, at the start: mostly what the organisation wants beyond the shortest way to a
/// working sign-in.
public enum Wish: String, Sendable, Equatable, CaseIterable {
  /// Users and groups are provisioned over SCIM rather than by hand.
  case scim
  /// A tool copies users and groups, because the identity provider itself sends no groups.
  case groupSync = "group-sync"
  /// The access portal gets a name of the organisation's own.
  case portalAlias = "portal-alias"
  /// The identity provider is reached under a domain of the organisation's own.
  case signInDomain = "sign-in-domain"
  /// The identity provider decides how long a portal session lasts.
  case sessionLifetime = "session-lifetime"
  /// People will sign in with the AWS command line too.
  case commandLine = "command-line"
  /// The product of Ping Identity is PingFederate, which has other consoles than PingOne.
  case pingFederate = "pingfederate"

  /// The question by which the wish is asked for.
  public var prompt: Phrase {
    switch self {
    case .scim: "Shall SCIM provision users automatically, and groups where the identity provider can?"
    case .groupSync: "Shall ssosync copy users and groups? Otherwise groups are made in AWS by command."
    case .portalAlias: "Shall the access portal have a name of your own (`https://your-name.awsapps.com/start`)?"
    case .signInDomain: "Shall people sign in at a domain of your own rather than at the identity provider's?"
    case .sessionLifetime: "Shall the identity provider limit how long a portal session lasts?"
    case .commandLine: "Will people use the AWS command line?"
    case .pingFederate: "Do people sign in at PingFederate, on servers of your own, rather than at PingOne?"
    }
  }

  /// The answer where nobody gives one.
  public var assumed: Bool {
    switch self {
    case .scim, .commandLine: true
    case .groupSync, .portalAlias, .signInDomain, .sessionLifetime, .pingFederate: false
    }
  }
}

/// What is known of a set-up when it is asked whether a step applies.
public struct Circumstances: Sendable, Equatable {
  /// What the organisation wants.
  public let wishes: Set<Wish>
  /// The facts that have a value, as texts; an answered list without entries is an empty array.
  public let facts: [FactKey: [String]]

  /// Wishes and facts as they stand.
  public init(wishes: Set<Wish>, facts: [FactKey: [String]] = [:]) {
    self.wishes = wishes
    self.facts = facts
  }
}

/// When a step applies: data, so that a playbook can be exported whole and a condition can be shown to people.
public indirect enum Condition: Sendable, Equatable {
  /// In every set-up.
  case always
  /// The organisation wants it.
  case wants(Wish)
  /// The fact has this one value.
  case fact(FactKey, equals: String)
  /// The fact is known and not an empty list.
  case present(FactKey)
  /// The instance was enabled before February 2026: its metadata lists the alternative IPv4 ACS URL, which such an
  /// instance must keep.
  case beforeFebruary2026Instance
  /// The condition does not hold.
  case not(Condition)
  /// At least one holds.
  case any([Condition])
  /// Each of them holds.
  case all([Condition])

  /// Whether the condition holds.
  ///
  /// - Returns: nil as long as that depends on a fact which has no value yet.
  public func holds(in circumstances: Circumstances) -> Bool? {
    switch self {
    case .always: return true
    case .wants(let wish): return circumstances.wishes.contains(wish)
    case .fact(let key, let value): return circumstances.facts[key].map { $0 == [value] }
    case .present(let key): return circumstances.facts[key].map { !$0.isEmpty }
    case .beforeFebruary2026Instance: return Condition.present(.alternativeACSURL).holds(in: circumstances)
    case .not(let condition): return condition.holds(in: circumstances).map { !$0 }
    case .any(let conditions):
      let answers = conditions.map { $0.holds(in: circumstances) }
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    case .all(let conditions):
      let answers = conditions.map { $0.holds(in: circumstances) }
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    }
  }

  /// The facts on which the condition depends.
  public var references: [FactKey] {
    switch self {
    case .always, .wants: []
    case .fact(let key, _), .present(let key): [key]
    case .beforeFebruary2026Instance: [.alternativeACSURL]
    case .not(let condition): condition.references
    case .any(let conditions), .all(let conditions): conditions.flatMap(\.references)
    }
  }

  /// The wishes on which the condition depends.
  public var wishes: [Wish] {
    switch self {
    case .wants(let wish): [wish]
    case .not(let condition): condition.wishes
    case .any(let conditions), .all(let conditions): conditions.flatMap(\.wishes)
    case .always, .fact, .present, .beforeFebruary2026Instance: []
    }
  }
}
