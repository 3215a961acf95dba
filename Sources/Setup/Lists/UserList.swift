public import Rules

/// Users as an export shows them: CSV of an identity provider's console, or JSON of SCIM or of an API.
public struct UserList: Sendable {
  /// The users in the order of the file.
  public let users: [ListedUser]
  /// The column or member that was taken for the user name, as it is written in the file.
  public let userNameColumn: String
  /// The column or member that was taken for the NameID.
  public let nameIDColumn: String
  /// What AWS demands of a user and the list does not show: nothing can be said about it.
  public var notShown: [ListedUser.Attribute] {
    [.givenName, .familyName, .displayName, .email].filter { attribute in
      !users.contains { $0.attributes[attribute] != nil }
    }
  }
  /// How many of the users may not sign in.
  public var inactive: Int { users.count { !$0.isActive } }

  /// Reads a list.
  ///
  /// - Parameter nameID: the column whose value is sent as NameID; nil for the one that the maker sends by default.
  public init(_ bytes: [UInt8], nameID: String? = nil) throws(ListError) {
    let entries = try ListEntries(bytes, members: ["Resources", "Users", "value"])
    let columns = entries.columns
    let keys = Set(columns.map { ListColumn($0).key })
    func written(_ key: String) -> String? { columns.first { ListColumn($0).key == key } }
    let form = UserListForm(keys)
    guard let name = (form?.names ?? []).lazy.compactMap(written).first ?? nameID else { throw .noName(columns) }
    if let nameID, !keys.contains(ListColumn(nameID).key) { throw .noColumn(nameID, among: columns) }
    // Only SCIM says what the user name will be; elsewhere it is what signs in.
    userNameColumn = form == .scim ? name : nameID ?? name
    nameIDColumn = nameID ?? name
    let reading = UserReading(
      userName: ListColumn(userNameColumn), nameID: ListColumn(nameIDColumn), isSCIM: form == .scim && entries.isJSON)
    users = entries.all.map(reading.user)
    if users.isEmpty { throw .empty }
  }
}

/// Makes a user of an entry.
private struct UserReading {
  let userName: ListColumn
  let nameID: ListColumn
  /// Whether an attribute that is not there is one that the user has not.
  let isSCIM: Bool

  func user(_ entry: ListEntry) -> ListedUser {
    let name = entry.first([userName.key])
    var attributes: [ListedUser.Attribute: [String]] = [.userName: name.map { $0.isEmpty ? [] : [$0] } ?? []]
    for (attribute, columns) in [
      (ListedUser.Attribute.givenName, UserListForm.givenNames), (.familyName, UserListForm.familyNames),
      (.displayName, UserListForm.displayNames),
    ] {
      if let value = entry.first(columns) {
        attributes[attribute] = value.isEmpty ? [] : [value]
      } else if isSCIM {
        attributes[attribute] = []
      }
    }
    if let list = entry.lists["emails"] {
      attributes[.email] = list
    } else if let value = entry.first(UserListForm.emails) {
      attributes[.email] = value.isEmpty ? [] : [value]
    } else if isSCIM {
      attributes[.email] = []
    }
    if let list = entry.lists["phonenumbers"] { attributes[.phone] = list }
    if let list = entry.lists["addresses"] { attributes[.address] = list }
    let others = UserListForm.others.compactMap { entry.values[$0] }.filter { !$0.isEmpty && $0.contains("@") }
    return ListedUser(
      at: entry.place, attributes, nameID: nameID == userName ? name : entry.first([nameID.key]) ?? "",
      otherNames: others,
      emptyAttributes: isSCIM ? entry.empty.filter { !Self.judged.contains(ListColumn($0).key) } : [],
      isActive: isActive(entry))
  }

  /// Those whose absence has rules of its own.
  private static let judged: Set<String> =
    Set(["username"] + UserListForm.givenNames + UserListForm.familyNames + UserListForm.displayNames)

  private func isActive(_ entry: ListEntry) -> Bool {
    if let enabled = entry.first(["active", "accountenabled", "activated"])?.lowercased() {
      return !["false", "no", "0"].contains(enabled)
    }
    if let suspended = entry.first(["suspended", "blockcredential", "accountlocked"])?.lowercased() {
      return !["true", "yes", "1"].contains(suspended)
    }
    let out: Set = ["suspended", "deprovisioned", "disabled", "inactive", "staged", "archived", "deleted"]
    return !out.contains(entry.first(["status", "userstatus", "state"])?.lowercased() ?? "")
  }
}
