import Console
import Playbook
import SAML
import Setup

/// The set-up that a live verification is about: its facts to compare with, and its journal for what was proved.
struct LiveRecord {
  let program: Program
  /// The set-up; nil where none was named and there is none, or more than one.
  let name: SetupName?
  let progress: Progress?

  /// - Parameter isNeeded: whether nothing can be asked without a set-up.
  init(_ program: Program, isNeeded: Bool) throws(Failure) {
    self.program = program
    let sets = try SetUps(program)
    guard isNeeded || program.everywhere.name != nil || sets.existing.count == 1 else {
      if sets.isUndecided { sets.noteUndecided() }
      (name, progress) = (nil, nil)
      return
    }
    let setup = try sets.lookAtWhole(or: "nothing is compared with a part of a set-up")
    name = setup.name
    progress = setup.progress
  }

  /// The values of a fact; nil where there is no set-up, or it does not know it.
  func values(_ key: FactKey) -> [String]? { progress?.facts[key]?.values }

  /// The value of a fact.
  func value(_ key: FactKey) -> String? { values(key)?.first }

  /// When the newest proof of a claim was recorded, of those that hold; nil where there is none.
  func proved(_ claim: LiveClaim) -> Instant? {
    progress?.steps.compactMap { step in
      guard step.step.liveClaim == claim, case .done(let closing) = step.state else { return nil }
      return Instant(closing.at)
    }.max()
  }

  /// What live answers did to the set-up.
  struct Taken {
    /// The steps that were closed.
    var closed: [StepID] = []
    /// The steps that are contradicted.
    var contradicted: [StepID] = []
    /// Why nothing was recorded, or nothing more; nil where all of it was.
    var failure: Failure?
  }

  /// Records what follows from the answers, and facts that came with the command. What was asked is not lost where that
  /// fails: the answers are there to be shown.
  ///
  /// - Parameter facts: values to be recorded before.
  func take(_ stages: [LiveStage], facts: [FactKey: String] = [:]) -> Taken {
    var taken = Taken()
    guard name != nil else { return taken }
    do throws(Failure) {
      try record(stages, facts, &taken)
    } catch { taken.failure = error }
    return taken
  }

  private func record(_ stages: [LiveStage], _ facts: [FactKey: String], _ taken: inout Taken) throws(Failure) {
    var setup = try SetUps(program).open()
    for (key, text) in facts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let reading: FactReading
      do throws(Rejection) {
        reading = try key.read(text, in: setup.progress.circumstances, now: program.now)
      } catch { throw .usage("\(ours: key.rawValue): \(untrusted: error.description)") }
      if setup.progress.facts[key]?.values != reading.values {
        try program.record(.answered(Event.Answer(reading)), in: &setup)
      }
    }
    while let event = setup.progress.events(following: stages).first {
      try program.record(event, in: &setup)
      switch event {
      case .closed(let step, _): taken.closed.append(step)
      case .contradicted(let step, _): taken.contradicted.append(step)
      default: break
      }
    }
  }
}
