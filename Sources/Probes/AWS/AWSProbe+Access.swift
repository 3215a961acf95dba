import Playbook
import Setup

/// Whether people have access, and whether somebody has used it.
extension AWSProbe {
  /// Permission sets are listed without their names, so that one after the other has to be looked at.
  mutating func askForPermissionSets() {
    ask(
      "permission-sets", "the permission sets", instance.map { .permissionSets(instance: $0.arn) },
      claim: expected.permissionSets.isEmpty ? nil : .permissionSets
    ) { (probe, json) throws(AWSFault) in
      let all = (try probe.part(json, "PermissionSets").array ?? []).compactMap(\.string)
      var missing = probe.expected.permissionSets
      var found: [String] = []
      for arn in all where !missing.isEmpty {
        let call = AWSCall.permissionSet(instance: probe.instance?.arn ?? "", set: arn)
        let set = try probe.part(try probe.command.ask(call).json, "PermissionSet")
        guard let name = set["Name"]?.string, let index = missing.firstIndex(of: name) else { continue }
        missing.remove(at: index)
        probe.sets.append((arn, name))
        found.append("\(name) (sessions of \(set["SessionDuration"]?.string ?? "PT1H"))")
      }
      guard missing.isEmpty else {
        return .fail(
          "not there: \(missing.joined(separator: ", "))", cause: "it was not created yet, or has another name",
          remedy: "create it, or correct permission-sets in the set-up")
      }
      return .pass(found.isEmpty ? "\(all.count)" : found.joined(separator: ", "))
    }
  }

  mutating func askForAssignments() {
    guard let account = expected.account, !expected.permissionSets.isEmpty else { return }
    // Without the groups nobody can tell whom an assignment is for.
    let call =
      groups == nil
      ? nil
      : sets.first.flatMap { set in
        instance.map { AWSCall.assignments(instance: $0.arn, account: account, set: set.arn) }
      }
    ask("assignments", "the assignments in \(account)", call, claim: .assignment) { (probe, first) throws(AWSFault) in
      let groups = probe.groups ?? []
      var others = 0
      for (index, set) in probe.sets.enumerated() {
        let next = AWSCall.assignments(instance: probe.instance?.arn ?? "", account: account, set: set.arn)
        let json = index == 0 ? first : try probe.command.ask(next).json
        for assignment in try probe.part(json, "AccountAssignments").array ?? [] {
          guard let id = assignment["PrincipalId"]?.string else { continue }
          if id == probe.userID { return .pass("\(set.name) for \(probe.expected.user ?? "the user")") }
          if let group = groups.first(where: { $0.id == id }), probe.expected.groups.contains(group.name) {
            return .pass("\(set.name) for the group \(group.name)")
          }
          others += 1
        }
      }
      if others > 0, probe.userID == nil, let user = probe.expected.user {
        return .unknown(
          "\(others), and none of them for a required group", cause: "whether one is for \(user) is not known",
          remedy: "see what the question for the users came to")
      }
      return .fail(
        others == 0 ? "there are none" : "\(others), and none of them for a required group or the pilot user",
        cause: others == 0
          ? "nothing was assigned yet"
          : "it is for others, or for a group that was deleted and made again, which has another id now",
        remedy: "assign the permission set to a required group in this account")
    }
  }

  /// A help and no more: whoever may not look into CloudTrail can have everything else proved.
  mutating func askForSignIns() {
    ask(
      "sign-ins", "recorded sign-ins", .signIns, claim: .signIn,
      onFault: { fault in
        fault.concernsAll ? nil : Finding(verdict: .skipped, found: "CloudTrail gave no answer: \(fault.message)")
      },
      judge: { (probe, json) throws(AWSFault) in
        let events = try probe.part(json, "Events").array ?? []
        guard let last = events.first else {
          return Finding(verdict: .skipped, found: "none of the last 90 days; sign in, and wait some minutes")
        }
        let records = events.compactMap { $0["CloudTrailEvent"]?.string.flatMap { try? JSON(reading: Array($0.utf8)) } }
        if records.isEmpty { throw AWSFault(.answer, "the events cannot be read") }
        let failed = records.first { $0["errorCode"]?.string != nil }
        let isGood = records.contains { $0["errorCode"]?.string == nil }
        guard isGood else {
          let code = failed?["errorCode"]?.string ?? "an event that cannot be read"
          return .fail(
            "each failed; the last: \(code) \(failed?["errorMessage"]?.string ?? "")",
            cause: "AWS did not take the response of the identity provider",
            remedy: "have the event explained: signpost diagnose")
        }
        let time = last["EventTime"]?.string.map { ", the last at \($0)" } ?? ""
        return .pass("\(records.count { $0["errorCode"]?.string == nil }) without an error\(time)")
      })
  }
}
