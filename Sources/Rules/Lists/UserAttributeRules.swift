import Parties

/// What SCIM asks of a user's attributes.
extension ListRule {
  static let userNameMissing = ListRule(
    "SCIM006", "user-name-missing", .error,
    summary: "A user has no user name",
    why: "AWS creates no user without userName, and has nothing to compare the NameID with.",
    remedy: "Fill the attribute that is mapped to userName for this person in the identity provider.",
    references: [.scimCreateUser],
    failing: [.sample([.userName: [""], .email: ["ada@example.com"]])],
    passing: [.sample([.userName: ["ada@example.com"]])],
    check: eachUser { $0.lacks(.userName) ? ["has no userName"] : [] })

  static let userNameNoAddress = ListRule(
    "SCIM007", "user-name-not-an-address", .error,
    summary: "A user name has not the form of an e-mail address",
    why: """
      The NameID must have the form of an e-mail address and be the user name, character by character: this person is \
      provisioned and can never sign in.
      """,
    remedy: "Map an attribute that holds an address to userName, and send the same attribute as NameID.",
    references: [.awsExternalIdP, .awsTroubleshooting],
    failing: [
      .sample([.userName: ["ada"]]), .sample([.userName: ["EXAMPLE\\ada"]]), .sample([.userName: ["ada@example..com"]]),
    ],
    passing: [
      .sample([.userName: ["ada+aws@example.com"]]), .sample([.userName: ["o'neil@sub.example.com"]]),
      .sample([.userName: ["ada@corp"]]),
    ],
    check: eachUser { user in
      guard let name = user.userName, !name.isAddress else { return [] }
      return ["userName has not the form of an e-mail address"]
    })

  static let nameMissing = ListRule(
    "SCIM008", "name-missing", .error,
    summary: "A user lacks a first name, a last name or a display name",
    why: "AWS demands all three and does not create the user without them; nobody is told but the log of provisioning.",
    remedy: "Fill the attribute for this person in the identity provider; a point will do where there is no such name.",
    references: [.scimCreateUser, .awsTroubleshooting],
    failing: [
      .sample([.userName: ["ada@example.com"], .givenName: ["Ada"], .familyName: [], .displayName: ["Ada"]]),
      .sample([.userName: ["ada@example.com"], .givenName: [""], .familyName: [""], .displayName: [""]]),
    ],
    passing: [
      .sample([.userName: ["ada@example.com"], .givenName: ["Ada"], .familyName: ["."], .displayName: ["Ada"]]),
      .sample([.userName: ["ada@example.com"]]),
    ],
    check: eachUser { user in
      let missing = [ListedUser.Attribute.givenName, .familyName, .displayName].filter(user.lacks)
      return missing.isEmpty ? [] : ["lacks \(missing.map(\.rawValue).joined(separator: ", "))"]
    })

  static let severalValues = ListRule(
    "SCIM011", "several-values", .error,
    summary: "A user has several e-mail addresses, phone numbers or postal addresses",
    why: "AWS takes one value of each and refuses the whole user where there are more.",
    remedy: "Map one value of the attribute, such as the work address, and no list.",
    references: [.scimLimitations, .awsTroubleshooting],
    failing: [
      .sample([.userName: ["ada@example.com"], .email: ["ada@example.com", "a@example.org"]]),
      .sample([.userName: ["ada@example.com"], .phone: ["+1 1", "+1 2"]]),
    ],
    passing: [.sample([.userName: ["ada@example.com"], .email: ["ada@example.com"], .phone: ["+1 1"]])],
    check: eachUser { user in
      [ListedUser.Attribute.email, .phone, .address].compactMap { attribute in
        let count = user.attributes[attribute]?.count ?? 0
        return count > 1 ? "has \(count) values of \(attribute.rawValue); AWS takes one" : nil
      }
    })

  static let emptyText = ListRule(
    "SCIM012", "empty-text", .error,
    summary: "An attribute is sent with an empty text",
    why: "AWS demands at least one character of every text that it is sent, and refuses the whole user.",
    remedy: "Leave the attribute out of the mapping, or send it only where it has a value.",
    references: [.awsTroubleshooting],
    failing: [.sample([.userName: ["ada@example.com"]], emptyAttributes: ["nickName"])],
    passing: [.sample([.userName: ["ada@example.com"]])],
    check: eachUser { user in
      user.emptyAttributes.isEmpty ? [] : ["sends an empty text as \(user.emptyAttributes.joined(separator: ", "))"]
    })

  static let emailMissing = ListRule(
    "SCIM013", "email-missing", .warning,
    summary: "A user has no e-mail address",
    why: "AWS wants every user to have an address, and applications that ask for it fail without one.",
    remedy: "Fill the address in the identity provider, or map the user name to it where it is one.",
    references: [.awsTroubleshooting],
    failing: [.sample([.userName: ["ada@example.com"], .email: []])],
    passing: [.sample([.userName: ["ada@example.com"]])],
    check: eachUser { $0.attributes[.email]?.isEmpty == true ? ["has no e-mail address"] : [] })
}

extension Reference {
  static let scimCreateUser = Reference(
    "IAM Identity Center SCIM guide: CreateUser",
    "https://docs.aws.amazon.com/singlesignon/latest/developerguide/createuser.html")
  static let scimLimitations = Reference(
    "IAM Identity Center SCIM guide: Limitations",
    "https://docs.aws.amazon.com/singlesignon/latest/developerguide/limitations.html")
  static let identityStoreNames = Reference(
    "Identity Store API: CreateGroup",
    "https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html")
  static let identityStoreUsers = Reference(
    "Identity Store API: CreateUser",
    "https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html")
}

extension ListSubject {
  /// A list of one user, for an example.
  static func sample(
    _ attributes: [ListedUser.Attribute: [String]], emptyAttributes: [String] = []
  ) -> ListSubject {
    ListSubject(users: [ListedUser(at: .line(2), attributes, emptyAttributes: emptyAttributes)])
  }

  /// A list of users by their names, for an example.
  static func names(_ names: String...) -> ListSubject {
    ListSubject(users: names.enumerated().map { ListedUser(at: .line($0 + 2), [.userName: [$1]]) })
  }

  /// A list of groups, for an example.
  static func groups(_ names: String..., required: [String] = []) -> ListSubject {
    ListSubject(groups: names.enumerated().map { ListedGroup(at: .line($0 + 2), $1) }, required: required)
  }
}

extension String {
  /// Whether the text is an address as AWS wants it: an addr-spec of RFC 2822 (section 3.4.1), without comments and
  /// folding; letters beyond ASCII count as letters.
  var isAddress: Bool {
    let scalars = unicodeScalars
    guard let at = scalars.lastIndex(of: "@") else { return false }
    let (local, domain) = (scalars[..<at], scalars[scalars.index(after: at)...])
    return (local.isDotAtom || local.isQuotedString) && (domain.isDotAtom || domain.isDomainLiteral)
  }
}

extension Substring.UnicodeScalarView {
  /// Atoms with one dot between them.
  fileprivate var isDotAtom: Bool {
    split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy { scalar in
          !scalar.isASCII || scalar.properties.isAlphabetic || "0"..."9" ~= scalar
            || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
        }
    }
  }

  /// Anything between quotation marks; one of those inside, and a backslash, follows a backslash.
  fileprivate var isQuotedString: Bool {
    guard count > 1, first == "\"", last == "\"" else { return false }
    var isEscaped = false
    for scalar in dropFirst().dropLast() {
      if scalar.value < 0x20 && scalar != "\t" || !isEscaped && scalar == "\"" { return false }
      isEscaped = !isEscaped && scalar == "\\"
    }
    return !isEscaped
  }

  /// An address of the network in brackets.
  fileprivate var isDomainLiteral: Bool {
    count > 2 && first == "[" && last == "]"
      && dropFirst().dropLast().allSatisfy { $0.value > 0x20 && !"[]\\".unicodeScalars.contains($0) }
  }
}
