public import Console
public import Playbook
public import Setup

/// What every form of the checklist says of a step in the same words.
extension Checklist {
  /// Where a step stands, in a few words; in a blank checklist after which steps it comes.
  func outlook(of entry: Entry) -> Wording {
    let numbers = needs(of: entry).numbers
    switch entry.progress?.state {
    case .done(let closing)?: return "done \(Progress.day(closing.at))"
    case .skipped(let skip)?: return "left out \(Progress.day(skip.at))"
    case .stale?: return "stale: do it again"
    case .ready?: return "ready"
    case .waiting?: return "waits for \(ours: numbers)"
    case .undecided?: return "open whether it is needed"
    case .notApplicable?: return "not needed"
    case nil: return needs(of: entry).isEmpty ? "–" : "\(ours: numbers)"
    }
  }

  /// The steps by number; those of the other side by name, since their text may not be in this document.
  func naming(_ needs: [Entry], for actor: Actor) -> String {
    let own = needs.filter { $0.step.actor == actor }
    let others = needs.filter { $0.step.actor != actor }
    let named = others.map { "step \($0.number) of the \($0.step.actor.title(in: playbook)) (\($0.step.title))" }
    return ((own.isEmpty ? [] : [own.numbers]) + named).enumeration
  }

  /// What is open before it is known whether a step is needed: `the pilot account and the Region`.
  func naming(_ facts: [FactKey]) -> String { facts.map { "the \($0.definition.title)" }.enumeration }

  /// What is entered into a field: one text, or the entries of a list; nil as long as it is not known.
  func pasted(_ key: FactKey, in step: Step) -> [String]? {
    values(of: key) == nil ? nil : standing?.progress.expectation(for: key, in: step)
  }

  /// The step that gives a value.
  func source(of key: FactKey) -> Entry? { playbook.step(giving: key).flatMap { entry($0.id) } }

  /// What proves the step, as a clause without a full stop.
  func proof(of step: Step) -> Wording {
    switch step.proof {
    case .metadata(let key): "no rule finds an error in the \(ours: key.definition.title)"
    case .newCertificate(let key):
      """
      no rule finds an error in the \(ours: key.definition.title), and it has a signing certificate that was not there \
      before
      """
    case .value(let key): "the \(ours: key.definition.title) has the right form and agrees with what is known"
    case .pair: "both metadata files, judged together, show no error"
    case .shown(let keys):
      "the console now shows \(keys.map { expectation($0, in: step) }.list(" and "))"
    case .word(let see): "you see: \(wording(see))"
    }
  }

  private func expectation(_ key: FactKey, in step: Step) -> Wording {
    let title: Wording = "the \(ours: key.definition.title)"
    return pasted(key, in: step).map { "\(title) \(.values($0))" } ?? title
  }

  /// What to do with a secret, where it is entered or anywhere else, and that it was entered, where it was.
  func handling(of secret: Secret, isEntered: Bool = false) -> Wording {
    let handling = wording(isEntered ? secret.entering : secret.handling)
    guard let entry = standing?.progress.secrets[secret] else { return handling }
    return "\(handling); entered on \(Progress.wording(at: entry.on, by: entry.actor))"
  }
}

extension Checklist {
  /// What proves a step of a set-up, as a clause without a full stop.
  public static func proof(of step: Step, in progress: Progress, named name: SetupName) -> StyledText {
    Checklist(progress, name: name).proof(of: step).styled
  }
}

extension Paste.Form {
  /// What is done to a value before it is entered; nil where nothing is.
  var words: String? {
    switch self {
    case .asIs: nil
    case .withoutTrailingSlash: "without a slash at its end"
    case .singleACSURL:
      """
      only one: that of signin.aws.amazon.com where the instance has it, else the IPv4 one of the primary Region
      """
    }
  }
}
