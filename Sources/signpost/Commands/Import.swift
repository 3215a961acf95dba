import Console
import Playbook
import Reports
import Setup

/// `signpost import`: takes back what somebody changed in an exported checklist.
struct Import {
  let options: ImportOptions
  let program: Program

  /// Bytes of a checklist; the largest that is written has less than a tenth of them.
  private static let limit = 4 << 20

  func run() throws(Failure) -> ExitStatus {
    let document = try read()
    let sets = try SetUps(program)
    let flow = try flow(of: document, sets.look(preferring: document.name))
    var setup =
      options.isRehearsal
      ? try sets.look(preferring: document.name, flow: flow) : try sets.open(preferring: document.name, flow: flow)
    let count = try check(document, setup)
    let (edits, steps) = document.edits(
      since: document.mark == nil ? nil : setup.progress.asOf(count), of: setup.progress.playbook)
    let author = options.author?.argument ?? program.user
    let merge = Merge(edits, madeAfter: count, into: setup.progress, by: author, at: program.clock())
    var tally = MergeTally(steps: steps.count)
    for outcome in merge.outcomes {
      if case .taken(let events) = outcome.verdict, !options.isRehearsal {
        for event in events { try program.record(event, in: &setup, by: author) }
      }
      tally.count(outcome)
      show(outcome, setup)
    }
    show(edits.strays, &tally, setup.progress.playbook)
    hint(atPassedOver: edits.passedOver)
    program.output.print(tally.summary(isRehearsal: options.isRehearsal))
    return tally.isClean ? .done : .findings
  }

  // MARK: The document

  private var name: StyledText {
    options.file == .standardInput ? "standard input" : .path("\(untrusted: options.file.argument)")
  }

  private func read() throws(Failure) -> EditedChecklist {
    let bytes = try program.read(options.file, limit: Self.limit)
    do throws(EditedChecklist.Problem) {
      return try EditedChecklist(bytes)
    } catch { throw .couldNot("\(name) \(ours: error.description)") }
  }

  /// The flow of the document, where the set-up has it; nil for the one that the set-up is in.
  private func flow(of document: EditedChecklist, _ setup: borrowing Setup) -> Playbook.Flow? {
    Playbook.Flow(rawValue: document.flow).flatMap { setup.progress.flows.contains($0) ? $0 : nil }
  }

  /// Sees that the document is of this set-up; gives how many events it had when the document was made.
  private func check(_ document: EditedChecklist, _ setup: borrowing Setup) throws(Failure) -> Int {
    if setup.isDamaged || setup.isNewer {
      throw .couldNot(
        "nothing can be taken back into a part of a set-up: \(untrusted: setup.notices.joined(separator: "; "))")
    }
    let playbook = setup.progress.playbook
    guard document.provider == playbook.provider, document.flow == playbook.flow.rawValue else {
      throw .couldNot(
        """
        \(name) is the checklist of \(quoted: document.provider), flow \(quoted: document.flow), and the set-up \
        \(ours: setup.name.text) follows \(ours: playbook.provider), flow \(ours: playbook.flow.rawValue); name the \
        set-up with --name, or export again
        """)
    }
    // A blank checklist was made from no set-up: whatever has happened since the beginning happened since.
    guard let mark = document.mark else { return setup.progress.beginning }
    guard setup.progress.hasPassed(mark) else {
      throw .couldNot(
        """
        \(name) was exported from another set-up, \(quoted: document.name ?? ""), than \(ours: setup.name.text): the \
        journals have no common past; name the set-up with --name, or export this one and edit that
        """)
    }
    return mark.events
  }

  // MARK: What is said

  private func show(_ outcome: Merge.Outcome, _ setup: borrowing Setup) {
    let playbook = setup.progress.playbook
    let subject: StyledText
    var step: StepID?
    switch outcome.subject {
    case .step(let id):
      subject = "\(ours: id.rawValue)"
      step = id
    case .wish(let wish): subject = "\(ours: wish.rawValue)"
    }
    switch outcome.verdict {
    case .already: return
    case .taken(let events):
      let sign: StyledText = options.isRehearsal ? .notice("would be taken") : .success("taken")
      for event in events { say("\(sign): \(untrusted: event.words, limit: 300)") }
    case .conflict(let conflicts):
      for conflict in conflicts {
        say("\(.danger("conflict")): \(subject): \(untrusted: conflict.description, limit: 500)")
      }
      say("nothing of it was taken; export again and edit that, or see \(.command("signpost step"))", indent: 2)
    case .refused(let refusals):
      for refusal in refusals {
        say("\(.caution("not taken")): \(subject): \(untrusted: refusal.description, limit: 500)")
      }
      guard let step = step.flatMap({ playbook.step($0) }) else { return }
      let flags = refusals.compactMap { $0.flag(in: step) }
      guard !flags.isEmpty else { return }
      let command = program.command("step \(refusals.verb) \(step.id.rawValue)", for: setup.name)
      say("once that is at hand: \(command + .command(" \(ours: flags.joined(separator: " "))"))", indent: 2)
    }
  }

  private func show(_ strays: [Stray], _ tally: inout MergeTally, _ playbook: Playbook) {
    let most = 20
    for stray in strays.prefix(most) {
      say("\(.caution("not taken")): line \(stray.line): \(untrusted: stray.words(in: playbook), limit: 300)")
    }
    if strays.count > most { say("… and \(strays.count - most) more lines of that kind") }
    tally.strays = strays.count
  }

  /// Words that somebody added where nobody reads them are not lost in silence.
  private func hint(atPassedOver lines: [Int]) {
    guard !lines.isEmpty else { return }
    let most = 5
    let numbers = lines.prefix(most).map(String.init).joined(separator: ", ") + (lines.count > most ? ", …" : "")
    let places = lines.count == 1 ? "line \(numbers) was" : "\(lines.count) lines (\(numbers)) were"
    program.hint(
      """
      \(.notice("note")): \(ours: places) changed where nothing is read, and passed over; begin what should be kept with \
      Note:
      """)
  }

  private func say(_ text: StyledText, indent: Int = 0) {
    program.output.print(paragraph: text, indent: indent, hanging: indent + 2)
  }
}
