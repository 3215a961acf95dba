import Playbook
public import Setup

/// The questions to AWS that prove, one stage after the other, that a set-up is in place.
///
/// A stage is asked where the stages that it needs gave an answer, however that judged; else it is left out and says so.
public struct AWSProbe {
  let command: AWSCommand
  let expected: AWSExpectation
  private let progress: (LiveStage) -> Void
  private(set) var stages: [LiveStage] = []
  private var isInterrupted = false
  /// Why nothing more is asked; nil while it is.
  private var obstacle: String?

  // What earlier answers gave later questions.
  var account: String?
  var instance: (arn: String, store: String)?
  var groups: [(id: String, name: String)]?
  var userID: String?
  var sets: [(arn: String, name: String)] = []

  /// - Parameter progress: is told each stage as it is there.
  public init(_ command: AWSCommand, expected: AWSExpectation, progress: @escaping (LiveStage) -> Void) {
    self.command = command
    self.expected = expected
    self.progress = progress
  }

  /// Asks everything.
  ///
  /// - Returns: nil where somebody asked us to stop.
  public mutating func run() -> [LiveStage]? {
    askForAccount()
    askForOrganization()
    askForTrustedAccess()
    askForInstance()
    askForRegion()
    askForGroups()
    askForUsers()
    askForMembers()
    askForPermissionSets()
    askForAssignments()
    askForSignIns()
    return isInterrupted ? nil : stages
  }

  /// The groups that there are.
  public mutating func groupList() throws(GroupsUnknown) -> GroupList {
    askForInstance()
    askForGroups()
    if let groups { return GroupList(names: groups.map(\.name), from: "DisplayName") }
    let stage = stages.first { $0.verdict != .pass } ?? LiveStage("groups", "groups", .unknown, "no answer")
    throw GroupsUnknown(stage: stage, isInterrupted: isInterrupted)
  }

  // MARK: Asking

  /// What a stage comes to, before it is known where it belongs.
  struct Finding {
    var verdict: LiveStage.Verdict
    var found: String
    var cause: String?
    var remedy: String?

    static func pass(_ found: String) -> Finding { Finding(verdict: .pass, found: found) }
    static func fail(_ found: String, cause: String, remedy: String) -> Finding {
      Finding(verdict: .fail, found: found, cause: cause, remedy: remedy)
    }
    static func unknown(_ found: String, cause: String, remedy: String) -> Finding {
      Finding(verdict: .unknown, found: found, cause: cause, remedy: remedy)
    }
  }

  /// Asks one question and judges the answer.
  ///
  /// - Parameters:
  ///   - call: the call; nil where an earlier answer that it needs is not there.
  ///   - claim: what the verdict says for the steps of a set-up.
  ///   - onFault: judges the lack of an answer where that tells something; nil for what nothing can be told of.
  mutating func ask(
    _ id: String, _ title: String, _ call: AWSCall?, claim: LiveClaim? = nil,
    onFault: (AWSFault) -> Finding? = { _ in nil }, judge: (inout AWSProbe, JSON) throws(AWSFault) -> Finding
  ) {
    guard obstacle == nil, let call else {
      return add(
        LiveStage(id, title, .skipped, obstacle ?? "not asked, for an earlier answer that it needs is missing"))
    }
    let line = command.line(call)
    do throws(AWSFault) {
      let reply = try command.ask(call)
      let finding = try judge(&self, reply.json)
      add(
        LiveStage(
          id, title, finding.verdict, finding.found, cause: finding.cause, remedy: finding.remedy, command: line,
          digest: reply.digest, claim: claim))
    } catch {
      if error.kind == .interrupted { isInterrupted = true }
      if error.concernsAll { obstacle = "not asked, for the command aws cannot ask: \(error.cause)" }
      let finding = onFault(error) ?? .unknown(error.message, cause: error.cause, remedy: error.remedy)
      add(
        LiveStage(
          id, title, finding.verdict, finding.found, cause: finding.cause, remedy: finding.remedy, command: line))
    }
  }

  /// A part of an answer that every answer of its kind has.
  func part(_ json: JSON, _ name: String) throws(AWSFault) -> JSON {
    guard let part = json[name], part != .null else { throw AWSFault(.answer, "the answer has no \(name)") }
    return part
  }

  private mutating func add(_ stage: LiveStage) {
    stages.append(stage)
    progress(stage)
  }
}
