/// Everything that one identity provider's connection takes, from the bare accounts to the dates in the calendar.
public struct Playbook: Sendable, Equatable {
  /// What a playbook brings about.
  public enum Flow: String, Sendable, Equatable, CaseIterable {
    /// A connection where there was none.
    case setUp = "set-up"
    /// A connection in the place of another identity source, with which people sign in until then.
    case migrate
    /// A connection that works already, written down so that its dates can be watched.
    case adopt
    /// Another signing certificate, without an outage.
    case rotateCertificate = "rotate-certificate"
    /// Another SCIM token, without an outage.
    case renewSCIMToken = "renew-scim-token"

    /// Whether it comes again and again beside a connection that it keeps working, rather than makes one.
    public var recurs: Bool {
      switch self {
      case .setUp, .migrate, .adopt: false
      case .rotateCertificate, .renewSCIMToken: true
      }
    }
  }

  /// The identity provider, by the name that the command line uses, such as `okta`.
  public let provider: String
  /// What the playbook brings about.
  public let flow: Flow
  /// The name of the overlay that was laid over it; nil where none was.
  public let overlay: String?
  /// The heading of the checklist.
  public let title: String
  /// What is connected, and how, in a few sentences.
  public let summary: [Phrase]
  /// What has to be in place before the first step.
  public let prerequisites: [Prerequisite]
  /// What is asked at the start.
  public let wishes: [Wish]
  /// Names that the question for the required groups starts with.
  public let requiredGroups: [String]
  /// The steps in order, grouped.
  public let stages: [Stage]

  /// A playbook, its stages listed one after the other.
  public init(
    provider: String, flow: Flow = .setUp, title: String, summary: [Phrase], prerequisites: [Prerequisite],
    wishes: [Wish] = [], requiredGroups: [String] = [], @PlaybookBuilder stages: () -> [Stage]
  ) {
    self.init(
      provider: provider, flow: flow, overlay: nil, title: title, summary: summary, prerequisites: prerequisites,
      wishes: wishes, requiredGroups: requiredGroups, stages: stages())
  }

  init(
    provider: String, flow: Flow, overlay: String?, title: String, summary: [Phrase], prerequisites: [Prerequisite],
    wishes: [Wish], requiredGroups: [String], stages: [Stage]
  ) {
    self.provider = provider
    self.flow = flow
    self.overlay = overlay
    self.title = title
    self.summary = summary
    self.prerequisites = prerequisites
    self.wishes = wishes
    self.requiredGroups = requiredGroups
    self.stages = stages
  }

  /// Every step, in order.
  public var steps: [Step] { stages.flatMap(\.steps) }

  /// The step of that id.
  public func step(_ id: StepID) -> Step? {
    steps.first { $0.id == id }
  }

  /// The step that asks for a fact; for a derived one the step that asks for what it derives from.
  public func step(giving fact: FactKey) -> Step? {
    switch fact.definition.origin {
    case .asked: steps.first { $0.asks.contains { $0.fact == fact } }
    case .derived(let from): step(giving: from)
    }
  }

  /// Every playbook there is.
  public static let all: [Playbook] =
    [
      okta, oktaCertificateRotation, oktaTokenRenewal,
      entra, entraCertificateRotation, entraTokenRenewal,
      jumpCloud, jumpCloudCertificateRotation, jumpCloudTokenRenewal,
      googleWorkspace, googleWorkspaceCertificateRotation, googleWorkspaceTokenRenewal,
      cyberArk, cyberArkCertificateRotation, cyberArkTokenRenewal,
      oneLogin, oneLoginCertificateRotation, oneLoginTokenRenewal,
      ping, pingCertificateRotation, pingTokenRenewal,
      generic, genericCertificateRotation, genericTokenRenewal,
    ] + derived

  /// The playbook of a provider; nil where there is none.
  public static func of(_ provider: String, flow: Flow = .setUp) -> Playbook? {
    all.first { $0.provider == provider && $0.flow == flow }
  }
}

/// Something that has to be in place on one side before the first step.
public struct Prerequisite: Sendable, Equatable {
  /// Whose side.
  public let actor: Actor
  /// What has to be in place.
  public let text: Phrase
  /// Whether a source says so.
  public let certainty: Certainty

  /// A prerequisite.
  public init(_ actor: Actor, _ text: Phrase, certainty: Certainty = .confirmed) {
    self.actor = actor
    self.text = text
    self.certainty = certainty
  }
}

/// A group of steps with one purpose.
public struct Stage: Sendable, Equatable {
  /// What the steps of a stage bring about, in the order of a playbook.
  public enum Purpose: String, Sendable, Equatable, CaseIterable {
    /// What must exist before the two sides meet.
    case prepare
    /// Each side learns the other's metadata.
    case connect
    /// Users and groups reach AWS.
    case provision
    /// They may do something there.
    case authorise
    /// It is seen to work.
    case test
    /// It keeps working.
    case maintain

    /// The heading.
    public var title: String {
      switch self {
      case .prepare: "Prepare"
      case .connect: "Connect"
      case .provision: "Provision users and groups"
      case .authorise: "Give access"
      case .test: "Try it"
      case .maintain: "Keep it working"
      }
    }
  }

  /// What the steps bring about.
  public let purpose: Purpose
  /// The steps, in order.
  public let steps: [Step]

  /// A stage, its steps listed one after the other.
  public init(_ purpose: Purpose, @StageBuilder steps: () -> [Step]) {
    self.purpose = purpose
    self.steps = steps()
  }
}
