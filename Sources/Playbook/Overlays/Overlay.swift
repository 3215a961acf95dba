/// What a reference architecture adds to any provider's set-up: data that is laid over a playbook.
///
/// Playbooks differ in their steps. What an overlay says of a step that a playbook does not have is left out there.
public struct Overlay: Sendable, Equatable {
  /// The name that the command line and the journal use.
  public let name: String
  /// The architecture, as it follows "for".
  public let title: String
  /// What it adds to the playbook's summary.
  public let summary: [Phrase]
  /// What it wants in place before the first step.
  public let prerequisites: [Prerequisite]
  /// The groups without which the architecture does not work: what the question for required groups starts with.
  public let requiredGroups: [String]
  /// Its own steps, each with its place.
  public let insertions: [Insertion]
  /// What it adds to steps of the playbook.
  public let additions: [Addition]

  /// Where an overlay puts a step.
  public enum Place: Sendable, Equatable {
    /// Right before a step of the playbook, or one that was put there before.
    case before(StepID)
    /// Right after such a step.
    case after(StepID)
    /// As the first step of a stage.
    case startOf(Stage.Purpose)
    /// As the last step of a stage.
    case endOf(Stage.Purpose)
  }

  /// A step of the overlay and its place.
  public struct Insertion: Sendable, Equatable {
    /// Where it goes.
    public let place: Place
    /// The step. Needs that the playbook does not have are left out.
    public let step: Step

    /// A step for a place.
    public init(_ place: Place, _ step: Step) {
      self.place = place
      self.step = step
    }
  }

  /// What is added to one step of the playbook.
  public struct Addition: Sendable, Equatable {
    /// Which step that is: providers ask for the same fact in steps of different names.
    public enum Target: Sendable, Equatable {
      /// The step of that id.
      case step(StepID)
      /// The step that asks for the fact.
      case asking(FactKey)
    }

    /// Which step.
    public let target: Target
    /// Steps that come first besides.
    public let needs: [StepID]
    /// What else speaks for the step.
    public let why: [Phrase]
    /// What else must be known before; shown before the step's own warnings.
    public let warnings: [Phrase]
    /// What else is to be done; shown after the step's own instructions.
    public let instructions: [Phrase]
    /// What else goes wrong.
    public let pitfalls: [Pitfall]
    /// Where that was read.
    public let sources: [SourceReference]

    /// An addition; what does not apply is left out.
    public init(
      to target: Target, needs: [StepID] = [], why: [Phrase] = [], warnings: [Phrase] = [],
      instructions: [Phrase] = [], pitfalls: [Pitfall] = [], sources: [SourceReference]
    ) {
      self.target = target
      self.needs = needs
      self.why = why
      self.warnings = warnings
      self.instructions = instructions
      self.pitfalls = pitfalls
      self.sources = sources
    }
  }

  /// An overlay.
  public init(
    name: String, title: String, summary: [Phrase] = [], prerequisites: [Prerequisite] = [],
    requiredGroups: [String] = [], insertions: [Insertion] = [], additions: [Addition] = []
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.prerequisites = prerequisites
    self.requiredGroups = requiredGroups
    self.insertions = insertions
    self.additions = additions
  }

  /// Every overlay there is.
  public static let all: [Overlay] = [.cloudPosse]

  /// The overlay of that name; nil where there is none.
  public static func named(_ name: String) -> Overlay? { all.first { $0.name == name } }
}
