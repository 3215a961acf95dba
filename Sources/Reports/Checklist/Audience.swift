import Parties
public import Playbook

/// For whom a document is written.
public enum Audience: String, Sendable, Equatable, CaseIterable {
  /// For both administrators.
  case all
  /// For the administrator of the identity provider alone.
  case idpAdmin = "idp-admin"
  /// For the administrator of the AWS organization alone.
  case awsAdmin = "aws-admin"

  /// The one for whom the document is; nil where it is for both.
  public var actor: Actor? {
    switch self {
    case .all: nil
    case .idpAdmin: .idpAdmin
    case .awsAdmin: .awsAdmin
    }
  }

  /// Whether a step belongs into the document.
  public func includes(_ step: Step) -> Bool { actor.map { $0 == step.actor } ?? true }
}

extension Actor {
  /// The administrator in words, such as `Okta administrator`.
  public func title(in playbook: Playbook) -> String {
    switch self {
    case .awsAdmin: "AWS administrator"
    case .idpAdmin: "\(Provider.named(playbook.provider)?.displayName ?? "identity provider") administrator"
    }
  }

  /// The one on the other side.
  var other: Actor { self == .idpAdmin ? .awsAdmin : .idpAdmin }
}
