/// The groups that a set-up needs, beside those that there are.
extension ListRule {
  /// A group that is needed does not exist.
  public static let requiredGroupMissing = ListRule(
    "SCIM023", "required-group-missing", .error,
    summary: "A group that is needed does not exist",
    why: "An assignment to a group that is not there gives nobody access, and tools that look the group up fail.",
    remedy: "Make the group in the identity provider and have it provisioned.",
    references: [.identityStoreNames],
    failing: [.groups("Developers", required: ["DevOps"]), .groups(required: ["DevOps"])],
    passing: [.groups("DevOps", required: ["DevOps"]), .groups("Devops", required: ["DevOps"])],
    check: { subject in
      subject.requiredGroups.compactMap { group in
        guard case .missing = group.state else { return nil }
        return Draft(place: nil, subject: group.name, message: "there is no group of this name")
      }
    })

  /// A group that is needed exists in another spelling.
  public static let requiredGroupMisspelt = ListRule(
    "SCIM024", "required-group-misspelt", .error,
    summary: "A group that is needed exists in another spelling",
    why: "Group names are compared character by character: lower and upper case, blanks and look-alikes all count.",
    remedy: "Rename the group in the identity provider; type the name anew rather than correct it.",
    references: [.identityStoreNames],
    failing: [
      .groups("Devops", required: ["DevOps"]), .groups("Dev\u{A0}Ops", required: ["Dev Ops"]),
      .groups("D\u{435}vOps", required: ["DevOps"]),
    ],
    passing: [.groups("DevOps", "Devops", required: ["DevOps"])],
    check: { subject in
      subject.requiredGroups.compactMap { group in
        guard case .misspelt(let found, let difference) = group.state else { return nil }
        return Draft(
          place: found.place, subject: group.name, message: "there is \"\(found.name)\" instead, which \(difference)")
      }
    })
}

/// A group that is needed, and whether it is there.
public struct RequiredGroup: Sendable, Equatable {
  /// The name that it must have.
  public let name: String
  /// Whether it is there.
  public let state: State

  /// Whether a required group is there.
  public enum State: Sendable, Equatable {
    /// In exactly this spelling.
    case present(ListedGroup)
    /// In another; what differs, in words.
    case misspelt(ListedGroup, String)
    /// Not at all.
    case missing
  }
}

extension ListSubject {
  /// Each required group, once, and whether it is there.
  public var requiredGroups: [RequiredGroup] {
    var byName: [[UInt8]: ListedGroup] = [:]
    var byLook: [String: ListedGroup] = [:]
    for group in groups {
      if byName[Array(group.name.utf8)] == nil { byName[Array(group.name.utf8)] = group }
      if byLook[Likeness.of(group.name, isLoose: true)] == nil {
        byLook[Likeness.of(group.name, isLoose: true)] = group
      }
    }
    var seen: Set<[UInt8]> = []
    return required.filter { seen.insert(Array($0.utf8)).inserted }.map { name in
      if let group = byName[Array(name.utf8)] { return RequiredGroup(name: name, state: .present(group)) }
      guard let near = byLook[Likeness.of(name, isLoose: true)],
        let difference = Likeness.difference(expected: name, found: near.name)
      else { return RequiredGroup(name: name, state: .missing) }
      return RequiredGroup(name: name, state: .misspelt(near, difference))
    }
  }
}
