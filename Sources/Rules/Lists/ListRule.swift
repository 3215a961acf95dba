/// One thing that can be wrong with a list of users or groups, as a value that reads like its own manual page.
///
/// It is the sister of ``Rule`` for what is no XML: its place is a line or an entry, its examples are entries.
public struct ListRule: Sendable, Identifiable {
  /// Family and number, such as `SCIM008`; the numbers are shared with ``Rule``.
  public let id: String
  /// The problem's name in kebab case.
  public let name: String
  /// What a finding means.
  public let severity: Severity
  /// The first version that has the rule.
  public let since: String
  /// The problem in one sentence.
  public let summary: String
  /// Why it matters.
  public let why: String
  /// What to do.
  public let remedy: String
  /// Where the rule's claim comes from.
  public let references: [Reference]
  /// Lists that break the rule; each gives one finding.
  public let failing: [ListSubject]
  /// Lists that come close and keep the rule.
  public let passing: [ListSubject]
  let check: @Sendable (ListSubject) -> [Draft]

  /// What a check finds, until it is given its rule.
  struct Draft {
    /// The place in the list of Identity Center instead of the identity provider's.
    var isInIdentityCenter = false
    /// Where; nil for what is nowhere.
    let place: ListPlace?
    /// The user or group.
    let subject: String
    let message: String
  }

  init(
    _ id: String, _ name: String, _ severity: Severity, since: String = "0.1.0", summary: String, why: String,
    remedy: String, references: [Reference], failing: [ListSubject], passing: [ListSubject],
    check: @escaping @Sendable (ListSubject) -> [Draft]
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.since = since
    self.summary = summary
    self.why = why
    self.remedy = remedy
    self.references = references
    self.failing = failing
    self.passing = passing
    self.check = check
  }

  /// A check that looks at one user after the other.
  static func eachUser(
    _ messages: @escaping @Sendable (ListedUser) -> [String]
  ) -> @Sendable (ListSubject) -> [Draft] {
    { subject in
      subject.users.flatMap { user in
        messages(user).map { Draft(place: user.place, subject: user.title, message: $0) }
      }
    }
  }

  /// A check that looks at one text after the other: what a person reads of users, and the names of groups.
  static func eachText(
    _ message: @escaping @Sendable (_ name: String, _ text: String) -> String?
  ) -> @Sendable (ListSubject) -> [Draft] {
    { subject in
      let ofUsers = subject.users.flatMap { user in
        ListedUser.Attribute.readable.flatMap { attribute in
          (user.attributes[attribute] ?? []).compactMap { message(attribute.rawValue, $0) }
        }.map { Draft(place: user.place, subject: user.title, message: $0) }
      }
      let ofGroups = subject.groups.compactMap { group in
        message("the group's name", group.name).map { Draft(place: group.place, subject: group.name, message: $0) }
      }
      return ofUsers + ofGroups
    }
  }
}

extension ListedUser.Attribute {
  /// Those whose text people read and AWS judges.
  fileprivate static let readable: [ListedUser.Attribute] = [.userName, .givenName, .familyName, .displayName]
}

/// What is judged together.
public struct ListSubject: Sendable {
  /// The identity provider's users; those that may not sign in are left out.
  public let users: [ListedUser]
  /// The users of IAM Identity Center, where they are known.
  public let identityCenter: [ListedUser]?
  /// The groups.
  public let groups: [ListedGroup]
  /// The names that groups must have.
  public let required: [String]

  /// A list of users, and where it is known, what Identity Center has.
  public init(users: [ListedUser], identityCenter: [ListedUser]? = nil) {
    self.users = users.filter(\.isActive)
    self.identityCenter = identityCenter
    groups = []
    required = []
  }

  /// A list of groups, and the names that are required.
  public init(groups: [ListedGroup], required: [String]) {
    users = []
    identityCenter = nil
    self.groups = groups
    self.required = required
  }
}

/// One judgement of an entry of a list. The subject and the message quote the list: untrusted text.
public struct ListFinding: Sendable {
  /// The rule that speaks.
  public let rule: ListRule
  /// Whether the place is in the list of Identity Center.
  public let isInIdentityCenter: Bool
  /// Where; nil for what is nowhere, such as a missing group.
  public let place: ListPlace?
  /// The user or group concerned.
  public let subject: String
  /// What was found, to follow the subject.
  public let message: String
}

extension ListRule {
  /// Every rule about lists, by number.
  public static let catalogue: [ListRule] = [
    .userNameMissing, .userNameNoAddress, .nameMissing, .forbiddenCharacter, .hiddenCharacter, .severalValues,
    .emptyText, .emailMissing, .userNameRepeated, .emailRepeated, .userNamesAlike, .textTooLong,
    .userNotInIdentityCenter, .nameIDInOtherCase, .nameIDIsOtherAddress, .nameIDMissing, .userOnlyInIdentityCenter,
    .requiredGroupMissing, .requiredGroupMisspelt, .groupNameRepeated, .groupNamesAlike,
  ]

  /// The rule of an id (any case) or a name.
  public static func named(_ text: String) -> ListRule? {
    catalogue.first { $0.id == text.uppercased() || $0.name == text.lowercased() }
  }

  /// What all rules find, by rule and then in the order of the list.
  public static func judge(_ subject: ListSubject) -> [ListFinding] { catalogue.flatMap { $0.findings(in: subject) } }

  func findings(in subject: ListSubject) -> [ListFinding] {
    check(subject).map {
      ListFinding(
        rule: self, isInIdentityCenter: $0.isInIdentityCenter, place: $0.place, subject: $0.subject,
        message: $0.message)
    }
  }
}
