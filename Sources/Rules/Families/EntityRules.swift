import Markup
import Parties
import SAML

extension Rule {
  static let notMetadata = Rule(
    "MD001", "not-saml-metadata", .error,
    summary: "The root element is not SAML 2.0 metadata",
    why: "AWS and identity providers exchange an EntityDescriptor; neither can use a document without one.",
    remedy: "Download the metadata file of the identity provider or of AWS, and use that.",
    remedies: .downloadAgain,
    references: [.metadata("2.3")],
    failing: [
      .document(
        #"<«samlp:Response» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0"/>"#),
      .document(#"<«EntityDescriptor» entityID="https://idp.example"/>"#), .document("<«feed»/>"),
      .document(#"<«Descriptor» xmlns="urn:oasis:names:tc:SAML:2.0:metadata"/>"#),
    ],
    passing: [.identityProvider(), .serviceProvider()],
    check: .stranger { stranger, findings in
      guard stranger.isRoot else { return }
      let (message, remedy) = explain(stranger.element)
      findings.report(message, at: stranger.element.name, remedy: remedy)
    })

  private static func explain(_ root: Element) -> (String, String?) {
    let name = root.qualifiedName.quoted
    switch Word.allCases.first(where: { root.isNamed($0) }) {
    case .response, .assertion, .encryptedAssertion:
      return ("\(name) is a message from a sign-in, not metadata", nil)
    case .authnRequest, .logoutRequest, .logoutResponse: return ("\(name) is a SAML message, not metadata", nil)
    case .idpSSODescriptor, .spSSODescriptor:
      return (
        "\(name) is the root element; the EntityDescriptor around it is missing",
        "Copy the document from <EntityDescriptor to </EntityDescriptor>."
      )
    case .some: return ("\(name) is only a part of a metadata document", nil)
    case nil: break
    }
    let local = root.localName
    if local == "EntityDescriptor" || local == "EntitiesDescriptor" {
      let found = root.foreignNamespace.map { "in the namespace \($0.quoted)" } ?? "in no namespace"
      return (
        "\(name) is \(found), not in that of SAML 2.0 metadata",
        "Download the file again: its namespace must be \(Namespace.metadata)."
      )
    }
    return ("the root element is \(name); expected EntityDescriptor", nil)
  }

  static let noEntity = Rule(
    "MD002", "entity-missing", .error,
    summary: "An EntitiesDescriptor without any entity",
    why: "The file describes nobody that AWS or the identity provider could trust.",
    remedy: "Download the metadata of the one application instead.",
    references: [.metadata("2.3.1")],
    failing: [.document("«<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\"/>»")],
    passing: [.identityProvider()],
    check: .document { document, findings in
      if let group = document.group, document.entities == 0 {
        findings.report("the EntitiesDescriptor contains no entity", at: group.element.tag)
      }
    })

  static let missingEntityID = Rule(
    "MD003", "entity-id-missing", .error,
    summary: "The entity has no entityID, or an empty one",
    why: "The entityID is the issuer of every message; AWS requires it in the metadata.",
    remedy: "Set the entity ID (issuer) in its owner's console, then download the file again.",
    remedies: .entityID,
    references: [.metadata("2.3.2"), .awsExternalIdP],
    failing: [.identityProvider(entity: #"«entityID»="""#)], passing: [.identityProvider()],
    check: .entity { subject, findings in
      let entityID = subject.entityID
      guard entityID?.text.isEmpty ?? true else { return }
      findings.report(
        entityID == nil ? "the entity has no entityID attribute" : "the entityID is empty",
        at: entityID?.spot ?? subject.entity.element.tag)
    })

  static let paddedEntityID = Rule(
    "MD004", "entity-id-padded", .warning,
    summary: "The entityID has white space around it or inside it",
    why: """
      The XML schema collapses white space, but most software compares issuers character by character. Usually the \
      space was typed by accident.
      """,
    remedy: "Remove the white space from the entity ID in its owner's console, then download the file again.",
    remedies: .entityID,
    references: [.metadata("2.3.2")],
    failing: [
      .identityProvider(entity: #"entityID="« http://www.okta.com/exk1fixture0example1»""#),
      .identityProvider(entity: #"entityID="«https://idp.example/a b»""#),
    ],
    passing: [.identityProvider()],
    check: .entity { subject, findings in
      guard let entityID = subject.entityID, !entityID.text.isEmpty, entityID.written.holdsWhitespace else { return }
      let isInside = entityID.text.contains(" ")
      findings.report("the entityID has white space \(isInside ? "inside" : "around it")", at: entityID.spot)
    })

  static let brokenEntityID = Rule(
    "MD005", "entity-id-broken-url", .warning,
    summary: "The entityID begins like a URL but is not a valid one, or an & in it was escaped twice",
    why: """
      AWS has been seen to refuse a file with such an entityID ("url validation failed"). The usual mistake is a single \
      slash after https:. An entityID need not be a URL, but half a URL is a mistake. One with &amp; in it is another one \
      than the messages name, which are escaped once.
      """,
    remedy: "Correct the entity ID in its owner's console (https:// has two slashes), then download the file again.",
    remedies: .entityID,
    references: [.metadata("2.3.2"), .core("8.3.6")],
    failing: [
      .identityProvider(entity: #"entityID="«https:/idp.example/metadata»""#),
      .identityProvider(entity: #"entityID="«https://»""#),
      .identityProvider(entity: #"entityID="«https://idp.example/metadata?id=1&amp;amp;app=2»""#),
    ],
    passing: [
      .identityProvider(entity: #"entityID="https://idp.example/metadata?id=1&amp;app=2""#),
      .identityProvider(entity: #"entityID="https://idp.example/metadata""#),
      .identityProvider(entity: #"entityID="urn:example:idp""#),
    ],
    check: .entity { subject, findings in
      guard let entityID = subject.entityID, let problem = entityID.url.problems.first(where: \.kind.isHalfAnAddress),
        entityID.url.schemeName == "https" || entityID.url.schemeName == "http", entityID.placeholder == nil
      else { return }
      findings.report("the entityID \(problem)", at: entityID.spot)
    })

  static let bareEntityID = Rule(
    "MD006", "entity-id-bare-name", .note,
    summary: "The entityID is a bare name, not a URI",
    why: """
      The standard requires a URI, but software compares entityIDs as text, so a bare name works. JumpCloud's default \
      is JumpCloud; two applications with the same name cannot be told apart.
      """,
    remedy:
      "Nothing, if both sides use the same name and no other application does; otherwise choose a URL as entity ID.",
    remedies: [
      .jumpCloud: """
      Nothing, if no other application of yours has the same IdP Entity ID. Otherwise type a URL there, on the \
      application's SSO tab, before AWS gets the file.
      """
    ],
    references: [.core("8.3.6"), .metadata("2.3.2")],
    failing: [.identityProvider(entity: #"entityID="«JumpCloud»""#)],
    passing: [.identityProvider(), .identityProvider(entity: #"entityID="urn:example:idp""#)],
    check: .entity { subject, findings in
      guard let entityID = subject.entityID, !entityID.text.isEmpty,
        !entityID.written.utf8.contains(UInt8(ascii: ":")), entityID.placeholder == nil
      else { return }
      findings.report("the entityID \(entityID.written.quoted) is a name, not a URI", at: entityID.spot)
    })

  static let longEntityID = Rule(
    "MD007", "entity-id-too-long", .warning,
    summary: "The entityID is longer than 1024 characters",
    why: "The standard allows no more, so software may cut the entityID or refuse it.",
    remedy: "Choose a shorter entity ID.",
    remedies: .entityID,
    references: [.core("8.3.6")],
    failing: [.identityProvider(entity: "entityID=\"«https://idp.example/\(String(repeating: "x", count: 1_005))»\"")],
    passing: [.identityProvider(entity: "entityID=\"https://idp.example/\(String(repeating: "x", count: 1_004))\"")],
    check: .entity { subject, findings in
      guard let entityID = subject.entityID, entityID.written.utf8.count > 1_024 else { return }
      let count = entityID.written.unicodeScalars.count
      guard count > 1_024 else { return }
      findings.report("the entityID has \(count) characters; the limit is 1024", at: entityID.spot)
    })

  static let noSingleSignOnRole = Rule(
    "MD008", "sign-on-role-missing", .error,
    summary: "The entity is neither a SAML 2.0 identity provider nor a service provider",
    why: "AWS needs an IDPSSODescriptor; the identity provider needs an SPSSODescriptor in AWS's file.",
    remedy: "Download the SAML metadata of the application, not that of WS-Federation or of an attribute authority.",
    remedies: .downloadAgain,
    references: [.metadata("2.4")],
    failing: [
      .document(
        #"«<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example">»"#
          + "<md:Organization/></md:EntityDescriptor>")
    ],
    passing: [.identityProvider(), .serviceProvider()],
    check: .entity { subject, findings in
      let entity = subject.entity
      guard entity.identityProviders.isEmpty, entity.serviceProviders.isEmpty else { return }
      let others = entity.otherRoles.map(\.localName)
      let found = others.isEmpty ? "" : ", only \(others.prefix(3).joined(separator: ", "))"
      findings.report("the entity has no IDPSSODescriptor and no SPSSODescriptor\(found)", at: entity.element.tag)
    })

  static let duplicateEntityID = Rule(
    "MD011", "entity-id-repeated", .warning,
    summary: "Two entities in one document have the same entityID",
    why: "Software that looks an entity up by its entityID finds one or the other.",
    remedy: "Keep the entity that is in use, and delete the other.",
    references: [.metadata("2.3.1")],
    failing: [
      .document(
        """
        <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">
        \(Example.identityProvider().text)
        \(Example.identityProvider(entity: #"entityID="«http://www.okta.com/exk1fixture0example1»""#).text)
        </md:EntitiesDescriptor>
        """)
    ],
    passing: [.identityProvider()],
    check: .entity { subject, findings in
      guard let twin = subject.twin, let entityID = subject.entityID else { return }
      findings.report(
        "the entityID \(entityID.written.quoted) is already used by an earlier entity", at: entityID.spot,
        related: [(.position(twin), "the first entity with this entityID")])
    })

  static let invisibleInEntityID = Rule(
    "MD012", "entity-id-invisible-character", .warning,
    summary: "The entityID contains a character that cannot be seen",
    why: """
      Issuers are compared character by character. A zero-width or direction-changing character makes two entityIDs differ \
      that look the same, by accident or on purpose.
      """,
    remedy: "Type the entity ID again in its owner's console, then download the file again.",
    remedies: .entityID,
    references: [
      .core("8.3.6"), Reference("Unicode Technical Standard 39", "https://www.unicode.org/reports/tr39/"),
    ],
    failing: [.identityProvider(entity: "entityID=\"«https://idp.example/\u{202E}sso»\"")],
    passing: [.identityProvider(entity: "entityID=\"https://idp.example/größe\"")],
    check: .entity { subject, findings in
      guard let entityID = subject.entityID,
        let character = SuspiciousCharacter.all(in: entityID.written).first
      else { return }
      findings.report("the entityID contains \(character), which cannot be seen", at: entityID.spot)
    })
}

extension String {
  /// Whether white space of any kind is in it.
  fileprivate var holdsWhitespace: Bool {
    // Most texts have no byte that could be part of any.
    utf8.contains { $0 <= 0x20 || $0 >= 0x80 } && contains(where: \.isWhitespace)
  }
}

extension WebAddress.Kind {
  /// Whether the text stops being a URL behind its scheme, or is another one than was meant.
  fileprivate var isHalfAnAddress: Bool {
    switch self {
    case .slashesAfterScheme, .noHost, .escapedTwice: true
    default: false
    }
  }

  /// Whether an address with this problem leads nowhere; the other problems are oddities.
  var breaksAddress: Bool {
    switch self {
    case .empty, .noScheme, .slashesAfterScheme, .noHost, .malformedHost, .badPort: true
    default: false
    }
  }
}
