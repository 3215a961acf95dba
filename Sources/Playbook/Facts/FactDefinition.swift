/// Where the value of a fact comes from.
public enum FactOrigin: Sendable, Equatable {
  /// A person gives it, in the step of the playbook that asks for it.
  case asked
  /// It follows from another fact, so nobody is ever asked for it.
  case derived(from: FactKey)
}

extension FactKey {
  /// The fact that somebody is asked for and that this one follows from; the fact itself where it is asked for.
  public var root: FactKey {
    switch definition.origin {
    case .asked: self
    case .derived(let from): from.root
    }
  }
}

/// What is known of a fact before it has a value: the source of prompts, of the answers-file reference and of checks.
public struct FactDefinition: Sendable, Equatable {
  /// What people call the value; begins with a capital only where it is a name.
  public let title: String
  /// The shape of the value.
  public let kind: FactKind
  /// Who or what gives the value.
  public let origin: FactOrigin
  /// An invented value of the right shape; entries of a list are separated by a comma and a blank.
  public let example: String
  /// What the value is and where it is seen, in one or two sentences.
  public let documentation: String
}

/// A value that passes from one console to another and that Signpost never asks for, keeps, prints or passes on.
///
/// It has a type of its own so that it cannot become a fact by mistake: a fact is written to the journal, a secret has
/// no place there.
public enum Secret: String, Sendable, Equatable, CaseIterable {
  /// The bearer token with which the identity provider writes users and groups to the identity store.
  case scimToken = "scim-token"

  /// What people call the secret.
  public var title: String {
    switch self {
    case .scimToken: "SCIM access token"
    }
  }

  /// How it goes from one person to the other.
  public var handling: Phrase {
    switch self {
    case .scimToken:
      """
      put it into the organisation's secret store at once and pass on a link to that entry, never the token itself; \
      it can read, change and delete every user and group that was provisioned
      """
    }
  }

  /// How it gets into the field that takes it.
  public var entering: Phrase {
    switch self {
    case .scimToken:
      """
      take it out of the organisation's secret store and paste it into this field alone; it can read, change and \
      delete every user and group that was provisioned
      """
    }
  }
}
