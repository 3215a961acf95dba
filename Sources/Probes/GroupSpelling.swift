import Rules
import Setup

/// How a group that is needed stands among those that there are, in words.
struct GroupSpelling {
  /// Whether it is there, in exactly its spelling.
  let isPresent: Bool
  /// What was found.
  let words: String
  /// Why that is so.
  let cause: String?
  /// What to do.
  let remedy: String?
}

extension GroupList {
  /// Looks for a group, and where it is not there for one that was meant to be it.
  func state(ofRequired name: String) -> GroupSpelling {
    switch ListSubject(groups: groups, required: [name]).requiredGroups.first?.state {
    case .present:
      return GroupSpelling(isPresent: true, words: "there, in exactly this spelling", cause: nil, remedy: nil)
    case .misspelt(let near, let difference):
      return GroupSpelling(
        isPresent: false, words: "there is \"\(near.name)\" instead, which \(difference)",
        cause: ListRule.requiredGroupMisspelt.why, remedy: ListRule.requiredGroupMisspelt.remedy)
    case .missing, nil:
      return GroupSpelling(
        isPresent: false, words: "there is no group of this name among \(groups.count)",
        cause: "the group was not pushed by the identity provider yet, or has quite another name",
        remedy: ListRule.requiredGroupMissing.remedy)
    }
  }
}
