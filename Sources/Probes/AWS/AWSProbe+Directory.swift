import Playbook
import Setup

/// Whether the users and groups have come.
extension AWSProbe {
  mutating func askForGroups() {
    ask(
      "groups", "the groups", instance.map { .groups(store: $0.store) }, claim: expected.groups.isEmpty ? nil : .groups
    ) { (probe, json) throws(AWSFault) in
      let groups = (try probe.part(json, "Groups").array ?? []).compactMap { group -> (id: String, name: String)? in
        guard let id = group["GroupId"]?.string, let name = group["DisplayName"]?.string else { return nil }
        return (id, name)
      }
      probe.groups = groups
      let list = GroupList(names: groups.map(\.name), from: "DisplayName")
      let wrong = probe.expected.groups.map { ($0, list.state(ofRequired: $0)) }.filter { !$0.1.isPresent }
      if let (name, first) = wrong.first {
        let others = wrong.dropFirst().map(\.0)
        return .fail(
          "\(name): \(first.words)" + (others.isEmpty ? "" : "; not there either: \(others.joined(separator: ", "))"),
          cause: first.cause ?? "", remedy: first.remedy ?? "")
      }
      let needed = probe.expected.groups
      return .pass(
        needed.isEmpty ? "\(groups.count)" : "in exactly this spelling: \(needed.joined(separator: ", "))")
    }
  }

  mutating func askForUsers() {
    ask(
      "users", "the users", instance.map { .users(store: $0.store) }, claim: expected.user == nil ? nil : .pilotUser
    ) { (probe, json) throws(AWSFault) in
      let users = try probe.part(json, "Users").array ?? []
      guard let name = probe.expected.user else {
        return users.isEmpty
          ? .fail("there are none", cause: "nothing was provisioned yet", remedy: "assign people to the application")
          : .pass("\(users.count)")
      }
      guard let user = users.first(where: { $0["UserName"]?.string.map { $0.utf8.elementsEqual(name.utf8) } == true })
      else {
        let near = users.compactMap { $0["UserName"]?.string }.first { $0.lowercased() == name.lowercased() }
        return .fail(
          near.map { "there is \($0) instead of \(name)" } ?? "\(name) is not among the \(users.count)",
          cause: "the person is not assigned to the application, was not synchronised yet, or has another user name",
          remedy: "assign the person at the identity provider, wait for a synchronisation, and compare the user names")
      }
      probe.userID = user["UserId"]?.string
      return Self.judge(user, name)
    }
  }

  /// By an external id one sees that a user came by SCIM.
  private static func judge(_ user: JSON, _ name: String) -> Finding {
    if user["UserStatus"]?.string == "DISABLED" {
      return .fail(
        "\(name) is disabled", cause: "the identity provider disabled the user, or the person is not assigned any more",
        remedy: "assign the person to the application again, and wait for a synchronisation")
    }
    guard user["ExternalIds"]?.array?.isEmpty == false else {
      return .unknown(
        "\(name) is there, with no sign of having come by SCIM",
        cause: "the user was made by hand, or the identity provider has not taken it over yet",
        remedy: "look in Users whether Created by says SCIM; where it does not, synchronise the person anew")
    }
    return .pass("\(name) is there, and came by SCIM")
  }

  /// Groups without members give nobody access. One call for each required group; the first is shown to be repeated.
  mutating func askForMembers() {
    guard !expected.groups.isEmpty else { return }
    let required = (groups ?? []).filter { group in expected.groups.contains { $0.utf8.elementsEqual(group.name.utf8) }
    }
    let call = required.first.flatMap { group in instance.map { AWSCall.members(store: $0.store, group: group.id) } }
    let isWhole = required.count == expected.groups.count
    ask("members", "the members of the groups", call, claim: isWhole ? .memberships : nil) {
      (probe, first) throws(AWSFault) in
      var empty: [String] = []
      var homes: [String] = []
      for (index, group) in required.enumerated() {
        let json =
          index == 0
          ? first : try probe.command.ask(.members(store: probe.instance?.store ?? "", group: group.id)).json
        let members = (try probe.part(json, "GroupMemberships").array ?? []).compactMap {
          $0["MemberId"]?["UserId"]?.string
        }
        if members.isEmpty { empty.append(group.name) }
        if let user = probe.userID, members.contains(user) { homes.append(group.name) }
      }
      guard empty.isEmpty else {
        return .fail(
          "without members: \(empty.joined(separator: ", "))",
          cause: "nobody was put into the group at the identity provider, or its members are in a group inside it",
          remedy: "put people into the group itself, and wait for a synchronisation")
      }
      if probe.userID != nil, homes.isEmpty {
        return .fail(
          "\(probe.expected.user ?? "the user") is in none of them",
          cause: "the person is not a member at the identity provider",
          remedy: "put the person into one of the groups, or try the set-up with somebody who is in one")
      }
      let home = homes.isEmpty ? "" : "; \(probe.expected.user ?? "the user") is in \(homes.joined(separator: ", "))"
      return .pass("each has some\(home)")
    }
  }
}
