import Parties
import SAML

/// A NameID format as a console shows it: the URI, or the console's own words for it (`EMAIL`, `Email address`).
public enum TypedFormat: Sendable, Equatable {
  /// The one that AWS wants.
  case email
  /// Another one, by its name.
  case other(String)
  /// Meant to be the e-mail format and no longer it: how it differs, to follow "the format".
  case misspelt(String)

  /// Reads a format as it was typed or copied.
  public init(_ text: String) {
    let email = NameIDFormat.Name.emailAddress.rawValue
    guard text.lowercased().hasPrefix("urn:") else {
      self.init(words: text)
      return
    }
    if let name = NameIDFormat.Name(rawValue: text) {
      self = name == .emailAddress ? .email : .other(String(name.shortName))
    } else if let difference = TextDifference(expected: email, found: text), difference.kind != .other {
      self = .misspelt(difference.description)
    } else if text.split(separator: ":").last?.lowercased().contains("mail") == true {
      self = .misspelt("is not the standard's \(email.quoted)")
    } else {
      self = .other(text.quoted)
    }
  }

  /// Consoles write the formats' names in any case, with blanks or without.
  private init(words text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let name = NameIDFormat.Name.allCases.first { $0.shortName.lowercased() == words.joined() }
    switch (name, words.first) {
    case (.emailAddress, _), (_, "email"), (_, "emailaddress"): self = .email
    case (let name?, _): self = .other(String(name.shortName))
    default:
      if words.starts(with: ["e", "mail"]) {
        self = .email
      } else if text.lowercased().contains("mail") {
        self = .misspelt("is not emailAddress")
      } else {
        self = .other(text.quoted)
      }
    }
  }
}
