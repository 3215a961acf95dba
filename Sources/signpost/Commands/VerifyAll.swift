import Console
import Platform
import Playbook
import Probes
import Setup

/// Bare `signpost verify`: asks everything that a set-up has configured, and lists what was left out and why.
struct VerifyAll {
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let record = try LiveRecord(program, isNeeded: true)
    var program = program
    program.everywhere.name = record.name?.text
    var statuses: [ExitStatus] = []
    var leftOut: [StyledText] = []
    if let reason = obstacle(toSCIM: record) {
      leftOut.append("\(.command("signpost verify scim")): \(reason)")
    } else {
      heading("The SCIM service")
      statuses.append(try VerifySCIM(options: VerifyOptions(check: .scim), program: program).run())
    }
    if let reason = absence(of: .aws) {
      leftOut.append("\(.command("signpost verify aws")): \(reason)")
    } else {
      heading("AWS")
      statuses.append(try VerifyAWS(options: VerifyOptions(check: .aws), program: program).run())
    }
    leftOut.append(
      "\(.command("signpost verify users --from FILE")) and groups: they judge lists that are given to them")
    leftOut.append(
      "\(.command("signpost verify sign-in")): only a person can sign in; --from FILE takes what that left behind")
    heading("Left out")
    for line in leftOut { program.output.print(paragraph: line, indent: 2, hanging: 4) }
    // A failure is certain, what could not be found out is not; and nothing asked is nothing found out.
    for status in [ExitStatus.findings, .couldNot, .badUsage] where statuses.contains(status) { return status }
    return statuses.isEmpty ? .couldNot : .done
  }

  private func heading(_ title: StyledText) {
    program.output.print()
    program.output.print(.strong(title))
  }

  private func obstacle(toSCIM record: LiveRecord) -> StyledText? {
    if record.value(.scimEndpoint) == nil { return "the set-up does not know the SCIM endpoint yet" }
    if !program.isInteractive {
      return "the token cannot be asked for here; give it with --token-file or --token-command"
    }
    return absence(of: .curl)
  }

  private func absence(of name: Tool.Name) -> StyledText? {
    do throws(Tool.Absence) {
      _ = try Tool.find(name, environment: program.environment)
      return nil
    } catch { return "\(untrusted: error.description)" }
  }
}
