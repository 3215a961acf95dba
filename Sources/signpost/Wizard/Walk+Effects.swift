import Console
import Platform
import Playbook
import Probes
import Reports
import SAML
import Setup

/// What the wizard decided, carried out.
extension Walk {
  func record(_ event: Event) throws(Failure) { try program.record(event, in: &setup) }

  func perform(_ effect: Wizard.Effect) throws(Failure) {
    switch effect {
    case .record(let event): try recordAndTell(event)
    case .say(let lines), .refuse(let lines): say(lines)
    case .tell(let lines): board.record(Self.beside(lines))
    case .explain(let id): say(stepScreen(id)?.explanation ?? [])
    case .pitfalls(let id):
      let pitfalls = stepScreen(id)?.pitfalls ?? []
      say(pitfalls.isEmpty ? ["No pitfalls are known for this step."] : pitfalls)
    case .copy(let value, let place, let count): copy(value, place: place, of: count)
    case .open(let id): open(id)
    case .askSCIM: try askSCIM()
    case .file(let key, let path): try file(key, path)
    case .keep(let key, let text): try keep(key, Array(text.utf8), from: "pasted text")
    case .judgePair(let path): try judgePair(path)
    case .begin(let flow): try begin(flow)
    case .leave: break
    }
  }

  /// Says something beside the question.
  func say(_ lines: [StyledText]) { board.remark(Self.beside(lines)) }

  private static func beside(_ lines: [StyledText]) -> [Paragraph] {
    lines.map { Paragraph($0, indent: 2, hanging: 4) }
  }

  // MARK: Recording

  /// What the last answer did, in the words of the history.
  private var lastDeed: String {
    setup.progress.lastAnswer.first.map(HistoryReport(setup.progress, name: setup.name).deed) ?? ""
  }

  func recordAndTell(_ event: Event) throws(Failure) {
    // Once it is taken back it is the last answer no longer.
    let last = if case .undone = event { lastDeed } else { "" }
    try record(event)
    switch event {
    case .closed(let id, let evidence):
      wizard.focus = nil
      try recordSecrets(of: id)
      tell(id, "\(mark: .done)", "\(untrusted: evidence.summary, limit: 400)")
    case .compared(_, let compared):
      if !board.drawsFields { say(["\(mark: .done) \(ours: compared.fact.definition.title) matches"]) }
    case .skipped(let id, let reason): tell(id, "\(mark: .skipped)", "skipped: \(untrusted: reason.text, limit: 400)")
    case .postponed(let id, let until):
      tell(id, "\(mark: .waiting)", "comes back \(ours: until.distance(from: setup.progress.now))")
    case .wished(let wish, let isWanted):
      let sign: StyledText = isWanted ? "\(mark: .done)" : "\(mark: .skipped)"
      board.record([Paragraph("\(sign) \(ours: wish.prompt.plain()) \(.quiet(isWanted ? "yes" : "no"))", hanging: 4)])
    case .contradicted(let id, let answer): tell(id, "\(mark: .stale)", "\(untrusted: answer.seen.text, limit: 400)")
    case .undone:
      board.record([Paragraph("\(.notice("took back")): \(untrusted: last, limit: 200)", hanging: 4)])
    case .noted: say(["\(.success("noted"))"])
    default: break
    }
  }

  /// One line that stays: what a step came to.
  private func tell(_ id: StepID, _ sign: StyledText, _ words: StyledText) {
    guard let screen = stepScreen(id) else { return }
    board.show(nil)
    board.record([
      Paragraph("\(sign) \(screen.number) \(ours: screen.step.title)  \(.quiet(words))", hanging: 4)
    ])
  }

  /// That a secret was entered today; never the secret. When it was made is a fact of its own.
  private func recordSecrets(of id: StepID) throws(Failure) {
    for paste in setup.progress[id]?.step.pastes ?? [] {
      guard case .secret(let secret) = paste.value else { continue }
      try record(.secretEntered(secret, on: program.clock().date))
    }
  }

  /// Goes on with another flow, which begins with the same answer.
  private func begin(_ flow: Playbook.Flow) throws(Failure) {
    let progress = setup.progress
    let current = progress.playbook
    guard let playbook = Playbook.of(current.provider, flow: flow)?.under(overlayNamed: current.overlay) else { return }
    do throws(SetupError) {
      try setup.begin(playbook, by: program.user, at: program.clock())
    } catch { throw Failure(error) }
    if let step = playbook.step(giving: .identitySource), let source = progress.identitySource,
      let reading = try? FactKey.identitySource.read(source.rawValue, in: progress.circumstances, now: progress.now)
    {
      try record(.answered(Event.Answer(reading, step: step.id)))
    }
    wizard = Wizard()
    board.show(nil)
    greet()
  }

  // MARK: Helping

  /// The value is shown as well: a terminal may be set not to let programs near the clipboard, and does not say so.
  private func copy(_ value: StepScreen.Value, place: Int, of count: Int) {
    let isKept = (try? TmuxBuffer(environment: program.environment)?.keep(value.text)) ?? false
    let isSent = isKept || board.screen.copy(value.text)
    let what: StyledText = isSent ? .success("sent to the clipboard") : "no clipboard can be reached from here"
    let which: StyledText = count == 1 ? .empty : " (\(place) of \(count))"
    let text: StyledText = "\(untrusted: value.text)"
    let shown = value.text.contains(" ") ? StyledText.command(text) : .code(text)
    say(["\(what)\(which): \(.label("\(ours: value.field.text)"))  \(shown)"])
  }

  private func open(_ id: StepID) {
    guard let page = stepScreen(id)?.page else {
      return say(["This step has no page with an address that is the same for everybody."])
    }
    do {
      let browser = try Browser.find(environment: program.environment)
      let isOpen = try browser.open(page.uri)
      say([isOpen ? "opened \(.link(page))" : "\(untrusted: browser.executable) did not open \(.link(page))"])
    } catch let absence as Browser.Absence {
      say(["\(absence.words): \(.link(page))"])
    } catch {
      say(["the browser could not be started: \(.link(page))"])
    }
  }
}

extension Browser.Absence {
  /// Why no page can be opened from here.
  var words: StyledText {
    switch self {
    case .remote: "this is a session on another machine, so open it in the browser before you"
    case .noDisplay: "there is no display here, so open it where there is one"
    case .noProgram: "no program that opens pages was found (set BROWSER)"
    case .exposed(let path):
      "\(.path("\(untrusted: path)")) is not run, for everybody may write to it or to its directory (set BROWSER)"
    }
  }
}
