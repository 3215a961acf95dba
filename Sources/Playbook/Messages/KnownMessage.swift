public import Rules

/// A message that people see when something goes wrong, word for word, and what is known of it.
public struct KnownMessage: Sendable, Identifiable, Equatable {
  /// A lasting name in kebab-case.
  public let id: String
  /// Whose message it is.
  public let origin: Origin
  /// The words as they are shown, each in one of its forms; `…` stands for a few words that differ.
  public let texts: [String]
  /// Where it comes from.
  public let cause: Phrase
  /// What to do.
  public let remedy: Phrase
  /// Where a set-up has the step that puts it right.
  public let topic: SignInTopic
  /// Whether cause and remedy stand in a source of the maker's own.
  public let certainty: Certainty
  /// Where it was read.
  public let source: SourceReference

  /// Who shows a message.
  public enum Origin: String, Sendable, CaseIterable {
    case aws = "AWS"
    case awsCommandLine = "AWS CLI"
    case okta = "Okta"
    case entraID = "Microsoft Entra ID"
    case jumpCloud = "JumpCloud"
    case google = "Google"
    case keycloak = "Keycloak"
    case ping = "Ping Identity"
    case scim = "provisioning"
    case terraform = "Terraform"
    case ssosync = "ssosync"
    case browser = "a browser"

    /// The provider whose message it can only be, by the name of its playbook.
    public var provider: String? {
      switch self {
      case .okta: "okta"
      case .entraID: "entra-id"
      case .jumpCloud: "jumpcloud"
      case .google, .ssosync: "google-workspace"
      case .ping: "ping"
      case .keycloak, .aws, .awsCommandLine, .scim, .terraform, .browser: nil
      }
    }
  }

  init(
    _ id: String, _ origin: Origin, _ texts: String..., cause: Phrase, remedy: Phrase, topic: SignInTopic,
    certainty: Certainty = .confirmed, source: SourceReference
  ) {
    self.id = id
    self.origin = origin
    self.texts = texts
    self.cause = cause
    self.remedy = remedy
    self.topic = topic
    self.certainty = certainty
    self.source = source
  }

  /// Every message that is known.
  public static let all: [KnownMessage] = signIn + refusals + provisioning + tools

  /// The messages that a text holds, in the order in which they stand in it.
  public static func found(in text: String) -> [KnownMessage] {
    let spoken = SpokenText(text)
    let places = all.compactMap { message -> (place: Int, message: KnownMessage)? in
      message.texts.compactMap { spoken.place(of: $0) }.min().map { ($0, message) }
    }
    return places.sorted { ($0.place, $0.message.id) < ($1.place, $1.message.id) }.map(\.message)
  }
}

extension Playbook {
  /// The pitfall of the playbook that shows a message, and the step that it belongs to: its words are the provider's own.
  public func pitfall(showing message: KnownMessage) -> (step: Step, pitfall: Pitfall)? {
    for step in steps {
      for pitfall in step.pitfalls {
        let spoken = SpokenText(pitfall.symptom)
        if message.texts.contains(where: { spoken.place(of: $0) != nil }) { return (step, pitfall) }
      }
    }
    return nil
  }
}
