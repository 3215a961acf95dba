/// A name of a column or member as it is looked up: letters and digits in lower case, without what stands in brackets
/// (`First Name [Required]`, `emails[type eq "work"].value`).
struct ListColumn: Hashable, Sendable {
  let key: String

  init(_ name: String) {
    var depth = 0
    var key = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "[", "(": depth += 1
      case "]", ")": depth = max(0, depth - 1)
      default:
        if depth == 0, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          key.unicodeScalars.append(scalar)
        }
      }
    }
    self.key = key.lowercased()
  }
}

/// How users are named in an export: by the columns that are there.
enum UserListForm: String, Sendable, CaseIterable {
  case okta
  case entra = "entra-id"
  case google = "google-workspace"
  /// JumpCloud, OneLogin and others in which the user name is no address and the e-mail address is what signs in.
  case email = "e-mail"
  /// SCIM, and IAM Identity Center itself.
  case scim

  /// The form that the columns show; nil where they name nobody.
  init?(_ columns: Set<String>) {
    if columns.contains("login") {
      self = .okta
    } else if columns.contains("userprincipalname") {
      self = .entra
    } else if columns.contains("emailaddress") || columns.contains("primaryemail") {
      self = .google
    } else if columns.contains("email"), columns.contains("firstname") || !columns.contains("username") {
      self = .email
    } else if columns.contains("username") {
      self = .scim
    } else {
      return nil
    }
  }

  /// The columns that hold what is sent as user name and NameID, first choice first.
  var names: [String] {
    switch self {
    case .okta: ["login"]
    case .entra: ["userprincipalname"]
    case .google: ["emailaddress", "primaryemail"]
    case .email: ["email"]
    case .scim: ["username"]
    }
  }

  /// Columns by what they hold, the same for all forms: no maker gives one of these names another meaning.
  static let givenNames = ["givenname", "firstname", "namegivenname", "first"]
  static let familyNames = ["familyname", "lastname", "surname", "namefamilyname", "last"]
  static let displayNames = ["displayname"]
  static let emails = ["email", "mail", "emailaddress", "emails", "emailsvalue", "primaryemail", "workemail"]
  /// Columns that no list of groups has. An address is none of them: groups have one too.
  static let ofUsersAlone: Set<String> =
    Set(["login", "username", "userprincipalname", "primaryemail"] + givenNames + familyNames)
  static let others = [
    "username", "login", "userprincipalname", "email", "mail", "emailaddress", "primaryemail", "alternateemailaddress",
    "secondemail", "samaccountname", "onpremisessamaccountname",
  ]
}
