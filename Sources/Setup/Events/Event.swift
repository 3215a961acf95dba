public import Playbook
public import SAML

/// Something that happened in a set-up. A set-up is the sum of its events and nothing else.
///
/// There is no case that could hold a secret: values come out of ``FactKey/read(_:in:now:isOptional:)``, which refuses
/// what looks like one, and free words are ``Statement``s.
public enum Event: Sendable, Equatable {
  /// A flow was begun, gone back to, or begun anew.
  case started(Start)
  /// A wish was answered.
  case wished(Wish, Bool)
  /// A fact was given a value.
  case answered(Answer)
  /// A metadata file was taken, having been judged.
  case filed(FactKey, FileEvidence)
  /// What a console shows for a fact was compared with what it should show, and is the same.
  case compared(StepID, ClosingEvidence.Compared)
  /// A step was closed.
  case closed(StepID, ClosingEvidence)
  /// A live system said that what once proved the step is not so any more.
  case contradicted(StepID, LiveAnswer)
  /// A step was left out.
  case skipped(StepID, reason: Statement)
  /// A step that was closed or left out is to be done after all.
  case reopened(StepID, reason: Statement?)
  /// Something was written down beside a step.
  case noted(StepID, Statement)
  /// A secret was entered into the identity provider's console on that day (`YYYY-MM-DD`). What it is, nobody here
  /// knows.
  case secretEntered(Secret, on: String)
  /// A step was put aside until that time.
  case postponed(StepID, until: Instant)
  /// The earlier events of these numbers do not count any more. A start, a taking back and an event that cannot be read
  /// always count.
  case undone([Int])
  /// An event that this version cannot read; its payload stays in the journal as it is.
  case unknown(Unknown)

  /// Which playbook is followed.
  public struct Start: Sendable, Equatable {
    /// The identity provider, by the name that the command line uses.
    public let provider: String
    /// What the playbook brings about, by its raw value; newer versions may know more flows.
    public let flow: String
    /// The name of the overlay that was laid over the playbook; nil where none was. Newer versions may know more.
    public let overlay: String?
    /// The digest of the playbook as it was then, to notice later that it has changed.
    public let playbook: String

    /// The start of a playbook.
    public init(_ playbook: Playbook) {
      self.init(
        provider: playbook.provider, flow: playbook.flow.rawValue, overlay: playbook.overlay, playbook: playbook.digest)
    }

    init(provider: String, flow: String, overlay: String? = nil, playbook: String) {
      self.provider = provider
      self.flow = flow
      self.overlay = overlay
      self.playbook = playbook
    }
  }

  /// A fact and its value.
  public struct Answer: Sendable, Equatable {
    /// The fact.
    public let fact: FactKey
    /// The value: one text, or the entries of a list.
    public let values: [String]
    /// The step in which it was asked; nil where it came from elsewhere, such as an answers file.
    public let step: StepID?
    /// Where the operator has it from, in their words.
    public let evidence: Statement?

    /// What was read, as it is recorded.
    public init(_ reading: FactReading, step: StepID? = nil, evidence: Statement? = nil) {
      self.init(recorded: reading.fact, values: reading.values, step: step, evidence: evidence)
    }

    init(recorded fact: FactKey, values: [String], step: StepID?, evidence: Statement?) {
      self.fact = fact
      self.values = values
      self.step = step
      self.evidence = evidence
    }
  }

  /// What can be said of an event that cannot be read.
  public struct Unknown: Sendable, Equatable {
    /// Its kind, where it names one.
    public let kind: String?
    /// The step that it names, where it names one.
    public let step: StepID?
    /// Why it cannot be read, in words that follow "the event".
    public let reason: String
    /// The payload, as it was read.
    public let payload: [UInt8]
  }

  /// The step that the event is about; nil where it is about none.
  public var step: StepID? {
    switch self {
    case .answered(let answer): answer.step
    case .compared(let step, _), .closed(let step, _), .skipped(let step, _), .reopened(let step, _),
      .noted(let step, _), .postponed(let step, _), .contradicted(let step, _):
      step
    case .unknown(let unknown): unknown.step
    case .started, .wished, .filed, .secretEntered, .undone: nil
    }
  }
}

/// An event with its place in the journal.
public struct RecordedEvent: Sendable, Equatable {
  /// Its number, counted from 1. The order of events is that of their numbers; times are for people.
  public let number: Int
  /// When it was recorded, as the journal says it: `2026-11-21T00:00:00Z`.
  public let at: String
  /// Who did it, by the name that the command line was given or found.
  public let actor: String
  /// What happened.
  public let event: Event
  /// The payload as it stands in the journal, which keeps fields that this version does not know.
  public let payload: [UInt8]

  /// An event as it is about to be recorded.
  public init(number: Int, at: String, actor: String, event: Event) {
    self.number = number
    self.at = at
    self.actor = actor
    self.event = event
    payload = event.payload(by: actor)
  }

  /// An event as it was read from a journal. Reading never fails: what cannot be read is an unknown event.
  public init(number: Int, at: String, payload: [UInt8]) {
    self.number = number
    self.at = at
    self.payload = payload
    (event, actor) = Event.read(payload)
  }
}
