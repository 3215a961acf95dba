import Console
import Platform
import Playbook
import Probes
import Reports
import Setup

/// `signpost verify aws`: whether AWS is set up as the set-up says, asked of AWS through the command `aws`.
struct VerifyAWS {
  let options: VerifyOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    if options.printsPolicy {
      program.output.sink.write(AWSReadPolicy.document)
      return .done
    }
    let record = try LiveRecord(program, isNeeded: false)
    let command = try command(record)
    let program = program
    var probe = AWSProbe(command, expected: expectation(record)) { stage in
      program.told(stage)
    }
    guard let stages = probe.run() else { throw .interrupted("interrupted; nothing was recorded") }
    let taken = record.take(stages)
    let report = LiveReport(
      tool: Program.tool, now: program.now, check: options.check.rawValue, contacted: contacted(command, record),
      stages: stages, closed: taken.closed, contradicted: taken.contradicted)
    return program.show(report, as: options.format, recorded: taken)
  }

  /// The groups of the instance.
  func groups() throws(Failure) -> (list: GroupList, path: String) {
    let record = try LiveRecord(program, isNeeded: false)
    let command = try command(record)
    var probe = AWSProbe(command, expected: expectation(record)) { _ in }
    do throws(GroupsUnknown) {
      return (try probe.groupList(), "aws identitystore list-groups")
    } catch { throw Failure(error, of: "\(untrusted: error.stage.title): ") }
  }

  // MARK: Whom to ask

  private func command(_ record: LiveRecord) throws(Failure) -> AWSCommand {
    let tool = try program.tool(.aws)
    let command = AWSCommand(
      tool, environment: program.environment, profile: options.profile?.argument, region: record.value(.region),
      temporaryDirectory: program.temporaryDirectory)
    program.hint(
      """
      asks AWS with \(.path("\(untrusted: tool.path)"))\(place(record)): sts, organizations, sso-admin, identitystore and \
      cloudtrail; every call only reads
      """)
    for (name, value) in command.detours {
      program.hint("\(.caution("caution")): not AWS itself, by the environment: \(untrusted: name)=\(untrusted: value)")
    }
    return command
  }

  private func place(_ record: LiveRecord) -> StyledText {
    let profile: StyledText = options.profile.map { ", profile \(untrusted: $0.argument)" } ?? ""
    return profile + (record.value(.region).map { ", Region \(untrusted: $0)" } ?? "")
  }

  private func contacted(_ command: AWSCommand, _ record: LiveRecord) -> [String] {
    let detours = command.detours.map(\.value)
    return detours.isEmpty ? ["AWS" + (record.value(.region).map { " in \($0)" } ?? "")] : detours
  }

  private func expectation(_ record: LiveRecord) -> AWSExpectation {
    var expected = AWSExpectation()
    expected.managementAccount = record.value(.managementAccount)
    expected.region = record.value(.region)
    expected.identityStore = record.value(.identityStoreID)
    expected.groups = record.values(.requiredGroups) ?? []
    expected.user = record.value(.pilotUser)
    expected.permissionSets = record.values(.permissionSets) ?? []
    expected.account = record.value(.pilotAccount)
    return expected
  }
}
