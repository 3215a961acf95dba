public import Rules

/// Groups as an export shows them: CSV of a console, JSON of SCIM or of an API, or one name a line under a heading.
public struct GroupList: Sendable {
  /// The groups in the order of the file.
  public let groups: [ListedGroup]
  /// The column or member that was taken for the name, as it is written in the file.
  public let nameColumn: String

  /// The columns that hold a group's name, first choice first.
  private static let names = ["displayname", "groupname", "name", "group", "groupdisplayname"]
  /// Those of them that can be no name of a user: a list of members has both.
  private static let ofGroupsAlone = ["groupname", "group", "groupdisplayname"]

  /// Groups that a live system named, in its order.
  ///
  /// - Parameter member: the member of its answers that holds the names.
  public init(names: [String], from member: String) {
    groups = names.enumerated().map { ListedGroup(at: .entry($0.offset + 1), $0.element) }
    nameColumn = member
  }

  /// Reads a list.
  public init(_ bytes: [UInt8]) throws(ListError) {
    let entries = try ListEntries(bytes, members: ["Resources", "Groups", "value"])
    let columns = entries.columns
    let ofUsers = columns.first { UserListForm.ofUsersAlone.contains(ListColumn($0).key) }
    let names = ofUsers == nil ? Self.names : Self.ofGroupsAlone
    let found = names.lazy.compactMap { name in columns.first { ListColumn($0).key == name } }.first
    guard let found else { throw ofUsers.map(ListError.users) ?? .noName(columns) }
    nameColumn = found
    groups = entries.all.compactMap { entry in
      entry.values[ListColumn(found).key].flatMap { $0.isEmpty ? nil : ListedGroup(at: entry.place, $0) }
    }
  }
}
