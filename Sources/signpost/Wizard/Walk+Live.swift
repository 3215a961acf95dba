import Console
import Platform
import Playbook
import Probes
import Setup

/// What the SCIM service says, asked while the set-up is open: because the operator wants it, with a token that nobody
/// sees and nothing keeps.
extension Walk {
  /// Asks whether the token works, and whether the groups and the pilot user are there; what that proves is recorded.
  func askSCIM() throws(Failure) {
    let facts = setup.progress.facts
    guard let text = facts[.scimEndpoint]?.values.first, let address = try? SCIMAddress(text) else {
      return say(["The SCIM endpoint is not known yet; it is asked for in a step to come."])
    }
    let tool: Tool
    do throws(Tool.Absence) {
      tool = try Tool.find(.curl, environment: program.environment)
    } catch { return say(["\(untrusted: error.description)"]) }
    guard let token = try token(for: address) else { return }

    board.show(nil)
    note(
      "asks \(.code("\(untrusted: address.text)")) with \(.path("\(untrusted: tool.path)")); every request only reads")
    let probe = SCIMProbe(
      address, curl: Curl(tool, environment: program.environment), token: token,
      groups: facts[.requiredGroups]?.values ?? [], user: facts[.pilotUser]?.values.first)
    guard let stages = probe.run(progress: tell) else {
      throw .interrupted("interrupted; all answers are saved", continueWith: command)
    }
    while let event = setup.progress.events(following: stages).first { try recordAndTell(event) }
    if let failed = stages.first(where: { $0.verdict != .pass && $0.cause != nil }) {
      say([
        "\(.notice("likely cause")): \(untrusted: failed.cause ?? "")",
        "\(.notice("what to do")): \(untrusted: failed.remedy ?? "")",
      ])
    }
  }

  /// The token, typed without being shown; nil where the operator would rather not, or it is none.
  private func token(for address: SCIMAddress) throws(Failure) -> BearerToken? {
    Environment.forbidCoreFiles()
    let question: StyledText = "SCIM access token (it is not shown, and goes to \(untrusted: address.host) alone)"
    switch board.ask(.secret(question, commands: [.back])) {
    case .answer(let text):
      do throws(BearerToken.Fault) {
        return try BearerToken(reading: Array(text.utf8))
      } catch { say(["not asked: the token \(ours: error.description)"]) }
      return nil
    case .command, .endOfInput: return nil
    case .interrupted: throw .interrupted("interrupted; all answers are saved", continueWith: command)
    }
  }

  /// One line that stays: what came of a question.
  private func tell(_ stage: LiveStage) {
    let sign: StyledText =
      switch stage.verdict {
      case .pass: "\(mark: .done)"
      case .fail: "\(.danger("failed"))"
      case .unknown: "\(.notice("unknown"))"
      case .skipped: "\(mark: .skipped)"
      }
    note("  \(sign) \(untrusted: stage.title, limit: 80): \(.quiet("\(untrusted: stage.found, limit: 200)"))")
  }

  private func note(_ line: StyledText) { board.record([Paragraph(line, hanging: 4)]) }
}
