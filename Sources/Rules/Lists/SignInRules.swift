import Parties

/// Who could not sign in: what the identity provider would send as NameID, beside the user names of Identity Center.
extension ListRule {
  static let userNotInIdentityCenter = ListRule(
    "SCIM018", "user-not-in-identity-center", .error,
    summary: "IAM Identity Center has no user of this name",
    why: "AWS looks for a user whose name is the NameID; without one the sign-in ends at an error page.",
    remedy: "Assign the person to the application, wait for provisioning, and read its log where nothing comes.",
    references: [.awsTroubleshooting],
    failing: [.signIn("ada@example.com", to: "grace@example.com")],
    passing: [.signIn("grace@example.com", to: "grace@example.com")],
    check: eachSignIn { $0 == .unknown ? "no user of Identity Center has this name" : nil })

  static let nameIDInOtherCase = ListRule(
    "SCIM019", "name-id-in-other-case", .warning,
    summary: "The NameID and the user name in IAM Identity Center differ in case or in what cannot be seen",
    why: "AWS asks for exactly the same text; whether it forgives another case is not documented.",
    remedy: "Send as NameID the attribute that is mapped to userName, without converting its case.",
    references: [.awsExternalIdP],
    failing: [.signIn("Ada@example.com", to: "ada@example.com")],
    passing: [.signIn("ada@example.com", to: "ada@example.com")],
    check: eachSignIn { match in
      guard case .alike(let name, let difference) = match else { return nil }
      return "Identity Center has \"\(name)\"; the NameID \(difference)"
    })

  static let nameIDIsOtherAddress = ListRule(
    "SCIM020", "name-id-is-another-address", .error,
    summary: "The NameID is another address of the person than the user name in IAM Identity Center",
    why: """
      A person often has two addresses: a sign-in name (UPN, login) and a mailbox. AWS compares the NameID with the user \
      name and not with the e-mail address.
      """,
    remedy: "Send the same attribute as NameID that provisioning maps to userName.",
    references: [.awsExternalIdP, .awsTroubleshooting],
    failing: [
      .signIn("ada@corp.example.com", others: ["ada@example.com"], to: "ada@example.com"),
      .signIn("ada@example.com", to: "ada@corp.example.com", email: "ada@example.com"),
    ],
    passing: [.signIn("ada@example.com", others: ["ada@corp.example.com"], to: "ada@example.com")],
    check: eachSignIn { match in
      guard case .other(let name) = match else { return nil }
      return "the same person is \"\(name)\" in Identity Center: the NameID is another address"
    })

  static let nameIDMissing = ListRule(
    "SCIM021", "name-id-missing", .error,
    summary: "A user has no value in the attribute that is sent as NameID",
    why: "The identity provider then sends no NameID, or an empty one, and AWS refuses the response.",
    remedy: "Fill the attribute, or send another one that everybody has.",
    references: [.awsExternalIdP],
    failing: [.signIn("", to: "ada@example.com", userName: "ada@example.com")],
    passing: [.signIn("ada@example.com", to: "ada@example.com", userName: "ada@example.com")],
    check: eachUser { user in
      // Without a user name there is a finding already.
      user.nameID == "" && user.userName != nil ? ["has no value for the NameID"] : []
    })

  static let userOnlyInIdentityCenter = ListRule(
    "SCIM022", "user-only-in-identity-center", .note,
    summary: "A user of IAM Identity Center is not in the identity provider's list",
    why: "It may be somebody who has left, or a user made by hand: nobody can sign in with that name.",
    remedy: "Assign the person to the application, or disable the user in IAM Identity Center.",
    references: [.awsTroubleshooting],
    failing: [.signIn("ada@example.com", to: "ada@example.com", "left@example.com")],
    passing: [.signIn("Ada@example.com", to: "ada@example.com")],
    check: { subject in
      guard let center = subject.identityCenter else { return [] }
      var known: Set<String> = []
      for user in subject.users {
        known.insert(Likeness.of(user.nameID ?? user.userName ?? ""))
        for name in user.otherNames + (user.attributes[.email] ?? []) { known.insert(Likeness.of(name)) }
      }
      return center.compactMap { user in
        guard let name = user.userName, !known.contains(Likeness.of(name)),
          !(user.attributes[.email] ?? []).contains(where: { known.contains(Likeness.of($0)) })
        else { return nil }
        return Draft(
          isInIdentityCenter: true, place: user.place, subject: name, message: "is not in the identity provider's list")
      }
    })

  private static func eachSignIn(
    _ message: @escaping @Sendable (SignInMatch) -> String?
  ) -> @Sendable (ListSubject) -> [Draft] {
    { subject in
      guard let center = subject.identityCenter.map(IdentityCenterNames.init) else { return [] }
      return subject.users.compactMap { user in
        guard let match = center.match(user), let text = message(match) else { return nil }
        return Draft(place: user.place, subject: user.nameID ?? user.title, message: text)
      }
    }
  }
}

/// What becomes of a sign-in.
public enum SignInMatch: Sendable, Equatable {
  /// There is a user of exactly this name.
  case same
  /// There is one that only looks the same; its name, and the difference in words.
  case alike(String, String)
  /// The person is there under another name.
  case other(String)
  /// Nobody is there.
  case unknown
}

/// The users of IAM Identity Center by what people are known by.
public struct IdentityCenterNames: Sendable {
  private var exact: Set<[UInt8]> = []
  private var looks: [String: String] = [:]
  private var byEmail: [String: String] = [:]

  /// The names of a list of users.
  public init(_ users: [ListedUser]) {
    for user in users {
      guard let name = user.userName else { continue }
      exact.insert(Array(name.utf8))
      if looks[Likeness.of(name)] == nil { looks[Likeness.of(name)] = name }
      for email in user.attributes[.email] ?? [] where byEmail[email.lowercased()] == nil {
        byEmail[email.lowercased()] = name
      }
    }
  }

  /// What becomes of a user's sign-in; nil where no NameID is known.
  public func match(_ user: ListedUser) -> SignInMatch? {
    guard let nameID = user.nameID ?? user.userName, !nameID.isEmpty else { return nil }
    if exact.contains(Array(nameID.utf8)) { return .same }
    if let name = looks[Likeness.of(nameID)],
      let difference = Likeness.difference(expected: name, found: nameID)
    {
      return .alike(name, difference)
    }
    let others = user.otherNames + (user.attributes[.email] ?? []) + [user.userName].compactMap(\.self)
    for other in others where !other.isEmpty {
      if let name = looks[Likeness.of(other)] { return .other(name) }
    }
    return byEmail[nameID.lowercased()].map(SignInMatch.other) ?? .unknown
  }
}

extension ListSubject {
  /// One user, and the users of Identity Center by name, for an example.
  fileprivate static func signIn(
    _ nameID: String, others: [String] = [], to names: String..., email: String? = nil, userName: String? = nil
  ) -> ListSubject {
    ListSubject(
      users: [
        ListedUser(at: .line(2), [.userName: [userName ?? nameID]], nameID: nameID, otherNames: others)
      ],
      identityCenter: names.enumerated().map { index, name in
        ListedUser(at: .line(index + 2), [.userName: [name], .email: email.map { [$0] } ?? []])
      })
  }
}
