import Markup
import Parties
import SAML

/// Whom the response is about.
extension ResponseRule {
  static let subjectMissing = ResponseRule(
    "RESP018", "name-id-absent", .error, topic: .nameID,
    summary: "The assertion names nobody: the NameID is missing or empty",
    cause: "The attribute that is sent as NameID is empty for this person, or none is chosen.",
    remedy: "Choose an attribute that everybody has, the one that provisioning sends as userName.",
    references: [.awsExternalIdP],
    failing: [
      .with(Scaffold.nameID, "").marked(from: "<saml:Assertion", until: "\">"),
      .with(Scaffold.nameID, #"«<saml:NameID Format="\#(Scaffold.emailURI)">» </saml:NameID>"#),
    ],
    passing: [.good],
    check: .assertion { assertion, _, findings in
      guard assertion.encryptedID == nil, assertion.nameID?.text.collapsed.isEmpty ?? true else { return }
      let found: GuardedText = assertion.nameID == nil ? "the assertion has no NameID" : "NameID is empty"
      findings.report(found, at: (assertion.nameID ?? assertion.element).tag)
    })

  static let otherNameIDFormat = ResponseRule(
    "RESP019", "name-id-format-other", .error, topic: .nameID,
    summary: "The NameID is sent in another format than emailAddress",
    cause: "The application was left at its own default, such as unspecified or persistent.",
    remedy: "Set the NameID format to \(Scaffold.emailURI).",
    references: [.awsExternalIdP, .awsTroubleshooting],
    failing: [
      .with(
        #"NameID Format="\#(Scaffold.emailURI)""#,
        #"NameID Format="«urn:oasis:names:tc:SAML:2.0:nameid-format:persistent»""#),
      .with(
        #"NameID Format="\#(Scaffold.emailURI)""#,
        #"NameID Format="«urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress»""#),
      .with(#"<saml:NameID Format="\#(Scaffold.emailURI)">"#, "«<saml:NameID>»"),
    ],
    passing: [.good],
    check: .assertion { assertion, _, findings in
      guard let nameID = assertion.nameID else { return }
      guard let format = nameID.attribute("Format") else {
        findings.report("NameID has no Format, which means unspecified", at: nameID.tag)
        return
      }
      let found = format.value.collapsed
      guard found != NameIDFormat.Name.emailAddress.rawValue else { return }
      let nearly = found.lowercased().hasSuffix(":emailaddress") ? "; the right one has SAML:1.1 and a capital A" : ""
      findings.report("Format is \(found.quoted)\(nearly)", at: format.spot)
    })

  static let nameIDNoAddress = ResponseRule(
    "RESP020", "name-id-not-an-address", .error, topic: .nameID,
    summary: "The NameID has not the form of an e-mail address, or of one that can be a user name in AWS",
    cause: """
      A login name, an employee number or a domain name (DOMAIN\\user) is sent; or an address with a blank in it, or of \
      more than \(AWSLimits.userNameCharacters) characters, which no user name in IAM Identity Center has.
      """,
    remedy: "Send the attribute that holds the address, the one that provisioning sends as userName.",
    references: [.awsExternalIdP, .identityStoreUsers],
    failing: [
      .with("ada@example.com", "«ada»") { $0.user = nil }, .with("ada@example.com", "«CORP\\ada»") { $0.user = nil },
      .with("ada@example.com", "«\"ada lovelace\"@example.com»") { $0.user = nil },
      .with("ada@example.com", "«\(String(repeating: "a", count: 117))@example.com»") { $0.user = nil },
    ],
    passing: [
      .good, .with("ada@example.com", "ada.lovelace+aws@corp.example.com") { $0.user = nil },
      .with("ada@example.com", "ada@corp") { $0.user = nil },
      .with("ada@example.com", "\"ada.\"@[192.0.2.7]") { $0.user = nil },
      .with("ada@example.com", "\(String(repeating: "a", count: 116))@example.com") { $0.user = nil },
    ],
    check: .assertion { assertion, _, findings in
      guard let nameID = assertion.nameID, !nameID.text.collapsed.isEmpty else { return }
      let text = nameID.text.collapsed
      let length = text.unicodeScalars.count
      if !text.isAddress {
        findings.report("NameID \(personal: nameID.text.quoted) is no e-mail address", at: nameID.content)
      } else if text.contains(" ") {
        findings.report(
          "NameID \(personal: text.quoted) holds a blank, and no user name in AWS can", at: nameID.content)
      } else if length > AWSLimits.userNameCharacters {
        findings.report(
          "NameID has \(length) characters, and a user name in AWS \(AWSLimits.userNameCharacters) at most",
          at: nameID.content)
      }
    })

  static let nameIDUntidy = ResponseRule(
    "RESP021", "name-id-untidy", .warning, topic: .nameID,
    summary: "The NameID has white space around it, a comment in it, or characters that cannot be seen",
    cause: """
      The value was typed or pasted into the directory with more than its characters, a tool formatted the message after it \
      was captured, or it was tampered with.
      """,
    remedy: "Clean the attribute in the identity provider: AWS compares character by character.",
    references: [.awsExternalIdP, .core("2.2.2")],
    failing: [
      .with("ada@example.com", "« ada@example.com »"),
      .with("ada@example.com", "«ada@example.com<!-- -->.evil.example»"),
      .with("ada@example.com", "«ada@exam\u{200B}ple.com»"),
    ],
    passing: [.good],
    check: .assertion { assertion, _, findings in
      guard let nameID = assertion.nameID, !nameID.text.collapsed.isEmpty else { return }
      if nameID.isTextInterrupted {
        findings.report("a comment or an instruction divides the NameID: some readers stop there", at: nameID.inside)
      } else if nameID.text != nameID.text.collapsed {
        findings.report("there is white space around the NameID, or in it", at: nameID.inside)
      } else if let character = SuspiciousCharacter.all(in: nameID.text).first {
        findings.report("NameID contains \(character.scalar.codePointAndName)", at: nameID.inside)
      }
    })

  static let nameIDOfGuest = ResponseRule(
    "RESP022", "name-id-of-guest", .warning, topic: .nameID,
    summary: "The NameID is the user principal name of a guest",
    cause: "Entra ID names guests with #EXT# and the tenant's own domain, which is no address of theirs.",
    remedy: "Add a condition to the claim: for external guests the source is user.mail.",
    references: [.aws("Configure SAML and SCIM with Microsoft Entra ID", "idp-microsoft-entra")],
    failing: [.with("ada@example.com", "«ada_example.com#EXT#@corp.example.com»") { $0.user = nil }],
    passing: [.good],
    check: .assertion { assertion, _, findings in
      guard let nameID = assertion.nameID, nameID.text.uppercased().contains("#EXT#") else { return }
      findings.report("NameID \(personal: nameID.text.collapsed.quoted) holds #EXT#", at: nameID.content)
    })

  static let nameIDOfSomebodyElse = ResponseRule(
    "RESP023", "name-id-not-the-user", .warning, topic: .nameID,
    summary: "The NameID is not the user name with which the set-up is tried",
    cause: """
      Another attribute is sent as NameID than the one from which the user name in AWS comes, or somebody else signed in.
      """,
    remedy:
      "Compare with the user name in Users of IAM Identity Center: the two must be the same, character by character.",
    references: [.awsExternalIdP, .awsTroubleshooting],
    failing: [.with("ada@example.com", "«Ada@example.com»"), .with("ada@example.com", "«ada@corp.example.com»")],
    passing: [.good, .with("ada@example.com", "ada@corp.example.com") { $0.user = nil }],
    check: .assertion { assertion, subject, findings in
      guard let user = subject.expectation.user, let nameID = assertion.nameID else { return }
      let found = nameID.text.collapsed
      // What is wrong by itself is said already.
      guard found.canBeUserName, found != user, SuspiciousCharacter.all(in: found).isEmpty, !nameID.isTextInterrupted
      else { return }
      let difference =
        found.lowercased() == user.lowercased() ? "they differ in upper and lower case" : "they are different addresses"
      findings.report(
        "NameID \(personal: found.quoted) is not the user name \(personal: user.quoted): \(difference)",
        at: nameID.content)
    })
}

extension String {
  /// Whether a user in IAM Identity Center may have this name and send it as NameID.
  fileprivate var canBeUserName: Bool {
    isAddress && !contains(" ") && unicodeScalars.count <= AWSLimits.userNameCharacters
  }
}

extension Element {
  /// All that stands between the tags, white space too, to point at.
  var inside: Spot { Spot(tree, SourceRange(startTagRange.upperBound, range.upperBound - endTagLength)) }

  /// Bytes of the end tag, which begins with the name of the start tag and may go on with white space.
  private var endTagLength: Int {
    let source = tree.source(of: range)
    guard range.upperBound > startTagRange.upperBound, let open = source.lastIndex(of: UInt8(ascii: "<")) else {
      return 0
    }
    return source.endIndex - open
  }
}
