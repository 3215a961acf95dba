/// Where an entry stands in a list.
public enum ListPlace: Sendable, Hashable {
  /// On this line of a file, from 1.
  case line(Int)
  /// The entry of this number, from 1, where a file has no useful lines.
  case entry(Int)
}

/// A user as a list shows it: an export of an identity provider, or of IAM Identity Center.
public struct ListedUser: Sendable, Equatable {
  /// What SCIM sends of a user, by its name there (RFC 7643, section 4.1).
  public enum Attribute: String, Sendable, CaseIterable {
    case userName
    case givenName = "name.givenName"
    case familyName = "name.familyName"
    case displayName
    case email = "emails"
    case phone = "phoneNumbers"
    case address = "addresses"
  }

  /// Where the user stands in the list.
  public let place: ListPlace
  /// The values of each attribute; none for one that the user lacks. An attribute that the list does not show at all is
  /// missing here: nothing is said about it.
  public var attributes: [Attribute: [String]]
  /// What the identity provider sends as NameID; nil where the list does not show it, empty where the user has none.
  public var nameID: String?
  /// Other names and addresses of the same person.
  public var otherNames: [String]
  /// Attributes that are sent with an empty text, other than those above; by their names in the list.
  public var emptyAttributes: [String]
  /// Whether the account may sign in at all.
  public var isActive: Bool

  /// A user of a list.
  public init(
    at place: ListPlace, _ attributes: [Attribute: [String]], nameID: String? = nil, otherNames: [String] = [],
    emptyAttributes: [String] = [], isActive: Bool = true
  ) {
    self.place = place
    self.attributes = attributes
    self.nameID = nameID
    self.otherNames = otherNames
    self.emptyAttributes = emptyAttributes
    self.isActive = isActive
  }

  /// The user name; nil where there is none, or an empty one.
  public var userName: String? { attributes[.userName]?.first.flatMap { $0.isEmpty ? nil : $0 } }

  /// What a report calls the user: the user name, or whatever else there is.
  public var title: String {
    let names = [userName, nameID] + [.email, .displayName].map { attributes[$0]?.first } + otherNames
    return names.compactMap(\.self).first { !$0.isEmpty } ?? ""
  }

  /// Whether the list shows the attribute, and the user has no value or an empty one.
  func lacks(_ attribute: Attribute) -> Bool {
    guard let values = attributes[attribute] else { return false }
    return values.allSatisfy(\.isEmpty)
  }
}

/// A group as a list shows it.
public struct ListedGroup: Sendable, Equatable {
  /// Where the group stands in the list.
  public let place: ListPlace
  /// The display name.
  public let name: String

  /// A group of a list.
  public init(at place: ListPlace, _ name: String) {
    self.place = place
    self.name = name
  }
}
