import Parties

/// The characters of names, and names that are the same or look so.
extension ListRule {
  static let forbiddenCharacter = ListRule(
    "SCIM009", "forbidden-character", .error,
    summary: "A name holds a character that AWS refuses",
    why: "The characters < > ; : % and controls are refused in names, white space in user names as well.",
    remedy: "Take the character out of the name in the identity provider.",
    references: [.scimLimitations, .identityStoreUsers],
    failing: [
      .sample([.userName: ["ada@example.com"], .displayName: ["Ada <ada@example.com>"]]),
      .sample([.userName: ["ada @example.com"]]), .groups("Dev;Ops"),
    ],
    passing: [.sample([.userName: ["ada@example.com"], .displayName: ["O'Neil, Ada"]]), .groups("Dev & Ops")],
    check: eachText { name, text in
      let refused = text.unicodeScalars.first { scalar in
        "<>;:%".unicodeScalars.contains(scalar) || scalar.isRefusedControl
          || name == ListedUser.Attribute.userName.rawValue && scalar.properties.isWhitespace
      }
      return refused.map { "\(name) holds \($0.codePointAndName), which AWS refuses" }
    })

  static let hiddenCharacter = ListRule(
    "SCIM010", "hidden-character", .warning,
    summary: "A name holds a character that cannot be seen, or begins or ends with a blank",
    why:
      "Two names that look alike are different ones to AWS; a NameID or a group that is typed elsewhere does not match.",
    remedy: "Type the name anew in the identity provider.",
    references: [.identityStoreNames],
    failing: [.groups("Dev\u{A0}Ops"), .groups("DevOps "), .sample([.userName: ["ada\u{200B}@example.com"]])],
    passing: [.groups("Dev Ops"), .sample([.userName: ["ada@example.com"], .displayName: ["Ada Lovelace"]])],
    check: eachText { name, text in
      if let hidden = SuspiciousCharacter.all(in: text).first(where: { !$0.scalar.isRefusedControl }) {
        return "\(name) holds \(hidden)"
      }
      if text.unicodeScalars.contains(where: { $0 == "\t" || $0 == "\n" || $0 == "\r" }) {
        return "\(name) holds a tab or a line break"
      }
      return text.first == " " || text.last == " " ? "\(name) begins or ends with a blank" : nil
    })

  static let textTooLong = ListRule(
    "SCIM017", "text-too-long", .error,
    summary: "A name is longer than AWS allows",
    why: "User names have at most 128 characters, group names and the parts of a person's name at most 1024.",
    remedy: "Shorten it in the identity provider.",
    references: [.identityStoreUsers, .identityStoreNames],
    failing: [
      .names(String(repeating: "a", count: 117) + "@example.com"), .groups(String(repeating: "g", count: 1025)),
    ],
    passing: [
      .names(String(repeating: "a", count: 116) + "@example.com"), .groups(String(repeating: "g", count: 1024)),
    ],
    check: eachText { name, text in
      let most = name == ListedUser.Attribute.userName.rawValue ? AWSLimits.userNameCharacters : 1024
      let count = text.unicodeScalars.count
      return count > most ? "\(name) has \(count) characters; AWS allows \(most)" : nil
    })

  static let userNameRepeated = ListRule(
    "SCIM014", "user-name-repeated", .error,
    summary: "Two users have the same user name",
    why: "User names are unique in IAM Identity Center: the second user is refused as a duplicate.",
    remedy: "Give each person a user name of their own, or remove the second record.",
    references: [.awsTroubleshooting],
    failing: [.names("ada@example.com", "ada@example.com")],
    passing: [.names("ada@example.com", "grace@example.com")],
    check: { subject in
      repetitions(subject.users.map { ($0.userName, $0.place, $0.title) }) {
        "has the same user name as \($0.words)"
      }
    })

  static let emailRepeated = ListRule(
    "SCIM015", "email-repeated", .error,
    summary: "Two users have the same e-mail address",
    why: "Primary addresses are unique in IAM Identity Center: the second user is refused as a duplicate.",
    remedy: "Give each person an address of their own, or remove the second record.",
    references: [.awsTroubleshooting],
    failing: [
      ListSubject(users: [
        ListedUser(at: .line(2), [.userName: ["ada@example.com"], .email: ["team@example.com"]]),
        ListedUser(at: .line(3), [.userName: ["grace@example.com"], .email: ["team@example.com"]]),
      ])
    ],
    passing: [.sample([.userName: ["ada@example.com"], .email: ["ada@example.com"]])],
    check: { subject in
      // Who has the user name of another has that other's address as well: one cause, one finding.
      let repeated = Set(userNameRepeated.check(subject).compactMap(\.place))
      return repetitions(
        subject.users.filter { !repeated.contains($0.place) }.map { ($0.attributes[.email]?.first, $0.place, $0.title) }
      ) { "has the same e-mail address as \($0.words)" }
    })

  static let userNamesAlike = ListRule(
    "SCIM016", "user-names-alike", .warning,
    summary: "Two user names differ only in case or in characters that look alike",
    why:
      "It is one person twice, or two people of whom one signs in as the other; AWS does not say how it compares case.",
    remedy: "Find out which of the two is right, and remove or rename the other.",
    references: [.awsExternalIdP],
    failing: [.names("ada@example.com", "Ada@example.com")],
    passing: [.names("ada@example.com", "ada.l@example.com")],
    check: { subject in alike(subject.users.map { ($0.userName, $0.place, $0.title) }) })

  static let groupNameRepeated = ListRule(
    "SCIM025", "group-name-repeated", .error,
    summary: "Two groups have the same name",
    why: "Group names are unique in IAM Identity Center: the second group is refused as a duplicate.",
    remedy: "Rename one of the groups, or assign one of them only.",
    references: [.awsTroubleshooting],
    failing: [.groups("DevOps", "DevOps")], passing: [.groups("DevOps", "Developers")],
    check: { subject in
      repetitions(subject.groups.map { ($0.name, $0.place, $0.name) }) { "has the same name as \($0.words)" }
    })

  static let groupNamesAlike = ListRule(
    "SCIM026", "group-names-alike", .warning,
    summary: "Two group names differ only in case, blanks or characters that look alike",
    why: "Both reach AWS as two groups, and an assignment to the wrong one gives nobody access.",
    remedy: "Keep the one whose name the assignments use.",
    references: [.identityStoreNames],
    failing: [.groups("DevOps", "Devops")], passing: [.groups("DevOps", "DevOps2")],
    check: { subject in alike(subject.groups.map { ($0.name, $0.place, $0.name) }) })

  // MARK: Comparing entries

  private typealias Entry = (text: String?, place: ListPlace, title: String)

  private static func repetitions(_ entries: [Entry], _ message: (ListPlace) -> String) -> [Draft] {
    var first: [[UInt8]: ListPlace] = [:]
    return entries.compactMap { text, place, title in
      guard let text, !text.isEmpty else { return nil }
      let bytes = Array(text.utf8)
      guard let earlier = first[bytes] else {
        first[bytes] = place
        return nil
      }
      return Draft(place: place, subject: title, message: message(earlier))
    }
  }

  /// Entries that look like an earlier one without being the same.
  private static func alike(_ entries: [Entry]) -> [Draft] {
    var first: [String: (text: String, place: ListPlace)] = [:]
    return entries.compactMap { text, place, title in
      guard let text, !text.isEmpty else { return nil }
      let look = Likeness.of(text)
      guard let earlier = first[look] else {
        first[look] = (text, place)
        return nil
      }
      guard let difference = Likeness.difference(expected: earlier.text, found: text) else { return nil }
      return Draft(place: place, subject: title, message: "looks like \(earlier.place.words): it \(difference)")
    }
  }
}

extension ListPlace {
  /// `line 3`, `entry 3`.
  public var words: String {
    switch self {
    case .line(let number): "line \(number)"
    case .entry(let number): "entry \(number)"
    }
  }
}

extension Unicode.Scalar {
  /// A control other than the tab and the line breaks, which AWS lets stand in names.
  fileprivate var isRefusedControl: Bool {
    properties.generalCategory == .control && self != "\t" && self != "\n" && self != "\r"
  }
}
