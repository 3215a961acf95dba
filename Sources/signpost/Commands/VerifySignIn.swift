import Console
import Playbook
import Probes
import Reports
import SAML
import Setup

/// `signpost verify sign-in`: where a person signs in, and what they should see; or, with what the sign-in left behind,
/// whether it proves that it works. Nobody is asked anything.
struct VerifySignIn {
  let options: VerifyOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    if let file = options.list { return try judge(file) }
    let setup = try SetUps(program).lookAtWhole(or: "nobody is told to sign in by a part of a set-up")
    let guide = SignInGuide(setup.progress, name: setup.name, flags: program.flags(of: setup.name))
    guard guide.portal != nil else {
      throw .couldNot(
        "the set-up \(untrusted: setup.name.text) does not know the AWS access portal URL yet: "
          + "\(program.command("setup", for: setup.name))")
    }
    switch options.format {
    case .human: program.output.print(guide.text(for: program.output.appearance))
    case .json: program.output.sink.write(guide.json(now: program.now))
    }
    if options.opens { try open(guide.pages) }
    return .done
  }

  private func open(_ pages: [String]) throws(Failure) {
    let browser: Browser
    do throws(Browser.Absence) {
      browser = try Browser.find(environment: program.environment)
    } catch { throw .couldNot("no page was opened: \(error.words)") }
    for page in pages where (try? browser.open(page)) != true {
      throw .couldNot("the browser did not take a page; open it by hand: \(untrusted: page)")
    }
  }

  // MARK: What a sign-in left behind

  private func judge(_ file: InputFile) throws(Failure) -> ExitStatus {
    let record = try LiveRecord(program, isNeeded: true)
    var question = DiagnoseOptions()
    question.file = file
    question.verifiesSignature = true
    let (diagnosis, digest) = try Diagnose(options: question, program: program).diagnosis(beside: record.progress)
    let tool = try? Tool.find(.xmlsec1, environment: program.environment)
    let proof = SignInProof(diagnosis, digest: digest, isVerified: tool != nil)
    guard !proof.stages.isEmpty else {
      throw .couldNot(
        """
        \(.path("\(untrusted: file.argument)")) is a message, which proves nothing; \
        \(.command("signpost diagnose")) explains it
        """)
    }
    if diagnosis.hasFault, options.format == .human {
      let flags = record.name.map(program.flags) ?? .empty
      program.output.sink.write(
        HumanDiagnosis(diagnosis, appearance: program.output.appearance, flags: flags).text + "\n")
    }
    let taken = record.take(proof.stages.filter { !isOlder($0, proof.time, record) })
    let report = LiveReport(
      tool: Program.tool, now: program.now, check: options.check.rawValue, contacted: [],
      stages: told(proof.stages, record), closed: taken.closed, contradicted: taken.contradicted)
    let status = program.show(report, as: options.format, recorded: taken)
    tellWhatWaits(for: proof.stages, record, taken.closed)
    return status
  }

  /// The stages with the command that asks for this set-up again. A journal keeps no path of a store.
  private func told(_ stages: [LiveStage], _ record: LiveRecord) -> [LiveStage] {
    guard let name = record.name else { return stages }
    let command = program.command("verify sign-in", for: name) + " --from FILE"
    return stages.map { $0.asked(by: command.rendered(.plain)) }
  }

  /// Whether a failure is from before the proof that there is, against which it says nothing.
  private func isOlder(_ stage: LiveStage, _ time: Instant?, _ record: LiveRecord) -> Bool {
    guard stage.verdict == .fail, let claim = stage.claim, let proved = record.proved(claim) else { return false }
    return time.map { $0 < proved } ?? true
  }

  /// A step that would be proved stays open where others come first.
  private func tellWhatWaits(for stages: [LiveStage], _ record: LiveRecord, _ closed: [StepID]) {
    for step in record.progress?.steps ?? [] where !closed.contains(step.id) {
      guard case .waiting(let others) = step.state,
        stages.contains(where: { $0.verdict == .pass && $0.claim != nil && $0.claim == step.step.liveClaim })
      else { continue }
      let names = others.map(\.rawValue).joined(separator: ", ")
      program.hint("\(.notice("note")): \(ours: step.id.rawValue) is not closed by it yet; first: \(ours: names)")
    }
  }
}
