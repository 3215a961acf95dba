public import Playbook
import SAML
public import Setup

/// What there is to do, and, in a set-up, how far it has come: the value that every form of the checklist is made of.
public struct Checklist: Sendable {
  /// The steps.
  public let playbook: Playbook
  /// For whom the document is.
  public let audience: Audience
  /// The name of the set-up and where it stands; nil for a blank checklist.
  let standing: (name: SetupName, progress: Progress)?

  /// A blank checklist.
  public init(_ playbook: Playbook, for audience: Audience = .all) {
    self.playbook = playbook
    self.audience = audience
    standing = nil
  }

  /// The checklist of a set-up.
  public init(_ progress: Progress, name: SetupName, for audience: Audience = .all) {
    playbook = progress.playbook
    self.audience = audience
    standing = (name, progress)
  }

  // MARK: Steps

  /// A step of the document.
  struct Entry: Sendable {
    /// Its place in the playbook, from 1: the same in every document, for whomever it is.
    let number: Int
    let step: Step
    /// Where it stands; nil in a blank checklist.
    let progress: Progress.StepProgress?

    /// Whether the set-up does not need it.
    var isNotApplicable: Bool { progress?.state == .notApplicable }
  }

  /// Every step of the playbook, for whomever it is.
  var everyEntry: [Entry] {
    playbook.steps.enumerated().map { index, step in
      let progress = standing?.progress[step.id]
      return Entry(number: index + 1, step: progress?.step ?? step, progress: progress)
    }
  }

  /// The stages that have steps for the audience, with these steps.
  var stages: [(stage: Stage, entries: [Entry])] {
    let entries = everyEntry
    var start = 0
    return playbook.stages.compactMap { stage in
      let own = entries[start..<start + stage.steps.count].filter { audience.includes($0.step) }
      start += stage.steps.count
      return own.isEmpty ? nil : (stage, own)
    }
  }

  /// The steps of the document.
  var entries: [Entry] { stages.flatMap(\.entries) }

  /// The steps that may have to be done, for whomever they are.
  var applicable: [Entry] { everyEntry.filter { !$0.isNotApplicable } }

  /// The place of a step in the playbook; nil where it has no such step.
  func entry(_ id: StepID) -> Entry? { everyEntry.first { $0.step.id == id } }

  /// The first step of the audience that can be done now and is not postponed.
  var next: Entry? {
    guard let progress = standing?.progress else { return nil }
    return entries.first { entry in
      entry.progress.map { $0.state.isOpenNow && $0.postponement(at: progress.now) == nil } ?? false
    }
  }

  /// Where nothing is next because it was postponed: the step whose time comes first, of the audience rather than of the
  /// other side.
  var nextPostponed: (entry: Entry, postponement: Postponement)? {
    guard next == nil, let progress = standing?.progress else { return nil }
    let open = progress.postponed.filter(\.state.isOpenNow)
    let own = open.first { audience.includes($0.step) }
    guard let chosen = own ?? (progress.next == nil ? open.first : nil), let entry = entry(chosen.id),
      let postponement = chosen.postponed
    else { return nil }
    return (entry, postponement)
  }

  /// The steps that have to be settled before this one; in a set-up those alone that are not.
  func needs(of entry: Entry) -> [Entry] {
    let needs: [StepID] =
      switch entry.progress?.state {
      case .waiting(let steps)?: steps
      case nil: entry.step.needs
      default: []
      }
    return needs.compactMap(self.entry).sorted { $0.number < $1.number }
  }

  // MARK: Values

  /// The value of a fact; nil as long as it has none, or none in this flow that asks for it anew. In a blank checklist
  /// what the playbook proposes stands for it; in a set-up only what was answered is a value.
  func values(of key: FactKey) -> [String]? {
    guard let standing else { return playbook.startValues(of: key) }
    return standing.progress.named[key]
  }

  /// A phrase with the values of the set-up in it.
  func wording(_ phrase: Phrase) -> Wording {
    phrase.segments.map { segment -> Wording in
      switch segment {
      case .text(let text): "\(ours: text)"
      case .label(let text, let certainty): Wording([.label(text, certainty)])
      case .code(let text): Wording([.code(text)])
      case .value(let key): values(of: key).map(Wording.values) ?? "\(missing: key.definition.title)"
      }
    }.list("")
  }
}

extension StepState {
  /// Whether the step can be done, or done again, now.
  var isOpenNow: Bool {
    switch self {
    case .ready, .stale: true
    case .notApplicable, .undecided, .waiting, .done, .skipped: false
    }
  }
}

extension Sequence where Element == Checklist.Entry {
  /// `step 3`, `steps 3 and 5`.
  var numbers: String {
    let numbers = map { String($0.number) }
    return (numbers.count == 1 ? "step " : "steps ") + numbers.enumeration
  }
}
