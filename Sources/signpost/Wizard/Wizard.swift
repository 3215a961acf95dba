import Console
import Playbook
import SAML
import Setup

/// The walk through a playbook as a pure function: progress and an input in, effects out.
///
/// The rules of the interface: one question at a time; what was answered is on the disk before the next question is
/// drawn; a value that is refused is explained at once and asked again; every prompt can be left, and comes back; every
/// answer can be taken back; end of input is no answer; nothing that acts outwards happens by a bare Enter.
struct Wizard {
  /// The step that the operator went to; nil to follow the playbook.
  var focus: StepID?
  /// What the operator is about to do instead of answering.
  var errand: Errand?
  /// The wishes that are asked again, in this order.
  var wishesAgain: [Wish] = []
  /// Answers that were found meanwhile and are offered.
  var offers: [FactKey: String] = [:]
  /// The step of which values were copied, and how many: the next key copies the next one.
  var copied: (step: StepID, count: Int)?

  enum Errand: Equatable {
    case skip(StepID)
    case note(StepID)
    case wait(StepID)
    case jump(from: StepID?)
  }

  /// What the loop is to do, in this order.
  enum Effect: Equatable {
    case record(Event)
    /// Say something beside the question.
    case say([StyledText])
    /// Say something that stays: nobody is at the question that it is about.
    case tell([StyledText])
    /// Say why the answer was not taken.
    case refuse([StyledText])
    case explain(StepID)
    case pitfalls(StepID)
    /// Put a value into the clipboard, and show it.
    case copy(StepScreen.Value, place: Int, of: Int)
    /// Open the page of a step in the browser.
    case open(StepID)
    /// Ask the SCIM service what it says about the set-up.
    case askSCIM
    /// Read a metadata file, judge it, and record it where it is taken.
    case file(FactKey, path: String)
    /// Keep metadata that was pasted, and go on as with a file.
    case keep(FactKey, text: String)
    /// Judge both metadata files together, as they are on the disk now, or the one of this path beside the other.
    case judgePair(String)
    /// Go on with another flow of the same provider.
    case begin(Playbook.Flow)
    case leave

    /// The same of an answer that came with the command: what is said of it must not wait for a question that somebody is
    /// at, for that is about something else.
    var given: Effect { if case .say(let lines) = self { .tell(lines) } else { self } }
  }

  // MARK: What comes next

  /// The step at hand; nil where nothing is left that could be done.
  func current(_ progress: Progress) -> Progress.StepProgress? {
    focus.flatMap { progress[$0] } ?? progress.next
  }

  /// The next question; nil where nothing is left that could be asked.
  func next(_ progress: Progress) -> Ask? {
    switch errand {
    case .skip(let id): return .reason(id)
    case .note(let id): return .note(id)
    case .wait(let id): return .time(id)
    case .jump(let id): return .jump(from: id)
    case nil: break
    }
    if let wish = wishesAgain.first { return .wish(wish) }
    if let flow = otherFlow(progress) { return .flow(flow) }
    if focus == nil, let opening = opening(progress) { return opening }
    if focus == nil, let wish = progress.playbook.wishes.first(where: { !progress.answeredWishes.contains($0) }) {
      return .wish(wish)
    }
    guard let current = current(progress) else { return nil }
    let step = current.step
    switch current.state {
    case .ready, .stale: break
    case .notApplicable, .undecided, .waiting, .done, .skipped: return .review(step.id)
    }
    if let question = step.asks.first(where: { progress.wants($0, in: step) }) { return .answer(step.id, question) }
    switch step.proof {
    case .metadata, .newCertificate, .value:
      return .answer(step.id, step.asks.first ?? Question(.awsMetadata, "Where is the file?"))
    case .pair: return .pair(step.id)
    case .shown(let keys):
      let compared = progress.compared(in: step)
      return keys.first { !compared.contains($0) }.map { .shown(step.id, $0) }
    case .word: return .word(step.id)
    }
  }

  /// The evidence with which the step at hand closes by itself, its questions being answered.
  func closing(_ progress: Progress) -> (StepID, ClosingEvidence)? {
    guard errand == nil, let current = current(progress), !current.state.isSettled,
      !current.step.asks.contains(where: { progress.wants($0, in: current.step) })
    else { return nil }
    return progress.closable(current.id).map { (current.id, $0) }
  }
}
