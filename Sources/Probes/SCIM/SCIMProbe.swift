import Playbook
public import Setup

/// The questions to a SCIM service that prove that provisioning works, the ones that others rest on first.
public struct SCIMProbe: Sendable {
  /// One question.
  fileprivate enum Question: Sendable {
    case configuration
    case anyUser
    case group(String)
    case user(String)
  }

  private let service: SCIMService
  private let questions: [Question]

  /// - Parameters:
  ///   - groups: the groups that must be there, by their exact names.
  ///   - user: the user that must be there, by the exact user name.
  public init(_ address: SCIMAddress, curl: Curl, token: BearerToken, groups: [String], user: String?) {
    service = SCIMService(address: address, curl: curl, token: token)
    questions = [.configuration, .anyUser] + groups.map(Question.group) + (user.map { [.user($0)] } ?? [])
  }

  /// Asks one question after the other. Where one was not answered as it should be for a reason that holds for all, the
  /// others are not asked.
  ///
  /// - Parameter progress: is told each stage as it is there.
  /// - Returns: nil where somebody asked us to stop.
  public func run(progress: (LiveStage) -> Void) -> [LiveStage]? {
    var stages: [LiveStage] = []
    var isStopped = false
    for question in questions {
      let stage: LiveStage
      if isStopped {
        stage = LiveStage(question.id, question.title, .skipped, "not asked, for the one before was not answered")
      } else {
        do throws(SCIMFault) {
          stage = try ask(question)
        } catch {
          if error.isInterrupted { return nil }
          stage = self.stage(question, error)
          isStopped = true
        }
      }
      stages.append(stage)
      progress(stage)
    }
    return stages
  }

  /// The groups that there are.
  public func groupList() throws(GroupsUnknown) -> GroupList {
    do throws(SCIMFault) {
      let names = try groupNames()
      return GroupList(names: names, from: "displayName")
    } catch { throw GroupsUnknown(stage: stage(.group(""), error), isInterrupted: error.isInterrupted) }
  }

  // MARK: Questions

  private func ask(_ question: Question) throws(SCIMFault) -> LiveStage {
    switch question {
    case .configuration: try askForConfiguration(question)
    case .anyUser: try askForAnyUser(question)
    case .group(let name): try ask(forGroup: name, question)
    case .user(let name): try ask(forUser: name, question)
    }
  }

  private func askForConfiguration(_ question: Question) throws(SCIMFault) -> LiveStage {
    let reply = try service.ask(.configuration)
    let schemes = reply.json["authenticationSchemes"]?.array ?? []
    let isConfiguration =
      reply.json["patch"]?["supported"]?.bool == true
      && reply.json["filter"]?["supported"]?.bool == true
    guard isConfiguration, schemes.contains(where: { $0["type"]?.string == "oauthbearertoken" }) else {
      throw SCIMFault(
        kind: .shape, found: "the answer is no service provider configuration with a bearer token",
        digest: reply.digest)
    }
    return passed(question, "it is the service of Identity Center, and takes the token", reply)
  }

  private func askForAnyUser(_ question: Question) throws(SCIMFault) -> LiveStage {
    let (entries, reply) = try service.list(.anyUser)
    let count = reply.json["totalResults"]?.int ?? entries.count
    return passed(question, count == 0 ? "readable; there is no user yet" : "readable", reply)
  }

  private func ask(forGroup name: String, _ question: Question) throws(SCIMFault) -> LiveStage {
    let (entries, reply) = try service.list(.group(name))
    let found = entries.compactMap { $0["displayName"]?.string }
    if found.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
      return passed(question, "there, in exactly this spelling", reply)
    }
    let list = GroupList(names: found.isEmpty ? try groupNames() : found, from: "displayName")
    let near = list.state(ofRequired: name)
    return LiveStage(
      question.id, question.title, .fail, near.words, cause: near.cause, remedy: near.remedy,
      command: service.command(.group(name)), digest: reply.digest, claim: question.claim)
  }

  private func ask(forUser name: String, _ question: Question) throws(SCIMFault) -> LiveStage {
    let (entries, reply) = try service.list(.user(name))
    let command = service.command(.user(name))
    guard let user = entries.first(where: { $0["userName"]?.string.map { $0.utf8.elementsEqual(name.utf8) } == true })
    else {
      let others = entries.compactMap { $0["userName"]?.string }
      return LiveStage(
        question.id, question.title, .fail,
        others.first.map { "there is \"\($0)\" instead" } ?? "there is no user of this name",
        cause: "the person is not assigned to the application, was not synchronised yet, or has another user name",
        remedy: "assign the person at the identity provider, wait for a synchronisation, and compare the user names",
        command: command, digest: reply.digest, claim: question.claim)
    }
    guard user["active"]?.bool != false else {
      return LiveStage(
        question.id, question.title, .fail, "there, and disabled",
        cause: "the identity provider disabled the user, or the person is not assigned any more",
        remedy: "assign the person to the application again, and wait for a synchronisation", command: command,
        digest: reply.digest, claim: question.claim)
    }
    return passed(question, "there, in exactly this spelling, and active", reply)
  }

  // MARK: Parts

  /// Pages of groups that are read: ten thousand groups, more than AWS lets there be.
  private static let mostPages = 100

  private func groupNames() throws(SCIMFault) -> [String] {
    var names: [String] = []
    var cursor: String?
    for _ in 0..<Self.mostPages {
      let (entries, reply) = try service.list(.groups(cursor: cursor))
      names += entries.compactMap { $0["displayName"]?.string }
      guard let next = reply.json["nextCursor"]?.string, !next.isEmpty, next != cursor, !entries.isEmpty else { break }
      cursor = next
    }
    return names
  }

  private func passed(_ question: Question, _ found: String, _ reply: SCIMService.Reply) -> LiveStage {
    LiveStage(
      question.id, question.title, .pass, found + (reply.isSecond ? ", at the second try" : ""),
      command: service.command(question.request), digest: reply.digest, claim: question.claim)
  }

  private func stage(_ question: Question, _ fault: SCIMFault) -> LiveStage {
    LiveStage(
      question.id, question.title, fault.isCertain ? .fail : .unknown,
      fault.found.isEmpty ? "no answer" : fault.found, cause: fault.cause, remedy: fault.remedy,
      command: service.command(question.request), digest: fault.digest,
      // A token that is refused says nothing about the groups.
      claim: question.claim == .provisioning ? .provisioning : nil)
  }
}

extension SCIMProbe.Question {
  fileprivate var id: String {
    switch self {
    case .configuration: "service"
    case .anyUser: "users"
    case .group: "group"
    case .user: "user"
    }
  }

  fileprivate var title: String {
    switch self {
    case .configuration: "the SCIM service"
    case .anyUser: "the list of users"
    case .group(let name): "the group \(name)"
    case .user(let name): "the user \(name)"
    }
  }

  fileprivate var claim: LiveClaim? {
    switch self {
    case .configuration: .provisioning
    case .anyUser: nil
    case .group: .groups
    case .user: .pilotUser
    }
  }

  fileprivate var request: SCIMRequest {
    switch self {
    case .configuration: .configuration
    case .anyUser: .anyUser
    case .group(let name): name.isEmpty ? .groups(cursor: nil) : .group(name)
    case .user(let name): .user(name)
    }
  }
}
