import Markup
import SAML

/// What else is said of the person.
extension ResponseRule {
  private static let comment = "<!-- attributes -->"
  private static let costCenter = "\(accessControl)CostCenter"
  private static let accessControl = "https://aws.amazon.com/SAML/Attributes/AccessControl:"
  private static let abac = Reference.aws("Attributes for access control", "configure-abac")

  static let accountFederationAttributes = ResponseRule(
    "RESP035", "attributes-of-account-federation", .warning, topic: .application,
    summary: "The assertion carries the role attribute of IAM federation",
    cause: """
      The application is the one for AWS accounts (AWS Account Federation, Amazon Web Services) rather than the one for \
      IAM Identity Center, or a guide of the former was followed.
      """,
    remedy: """
      Use the application for IAM Identity Center. There, permission sets decide on roles, and no Role attribute is needed.
      """,
    references: [
      .awsExternalIdP,
      Reference(
        "IAM user guide: Configure SAML assertions",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html"),
    ],
    failing: [
      .with(
        comment,
        Scaffold.attributes(
          Scaffold.attribute(
            "«https://aws.amazon.com/SAML/Attributes/Role»",
            "arn:aws:iam::111122223333:role/Admin,arn:aws:iam::111122223333:saml-provider/Okta")))
    ],
    passing: [
      .good,
      .with(
        comment,
        Scaffold.attributes(Scaffold.attribute("https://aws.amazon.com/SAML/Attributes/RoleSessionName", "ada"))),
    ],
    check: .assertion { assertion, _, findings in
      for name in assertion.attributes.compactMap({ $0.attribute("Name") })
      where name.value.collapsed == "https://aws.amazon.com/SAML/Attributes/Role" {
        findings.report("the attribute \(name.value.collapsed.quoted) is sent", at: name.spot)
        return
      }
    })

  static let accessControlAttributeUnusable = ResponseRule(
    "RESP036", "access-control-attribute-unusable", .error, topic: .application,
    summary: "An attribute for access control has several values, or a structure",
    cause: "The attribute is mapped from a list, such as the person's groups.",
    remedy: "Map one value as text, or leave the attribute out.",
    references: [abac, .awsTroubleshooting],
    failing: [
      .with(comment, Scaffold.attributes(Scaffold.attribute("«\(costCenter)»", "red", "blue"))),
      .with(comment, Scaffold.attributes(Scaffold.attribute("«\(costCenter)»", #"<a xmlns="urn:example">red</a>"#))),
    ],
    passing: [
      .with(comment, Scaffold.attributes(Scaffold.attribute(costCenter, "red"))),
      .with(comment, Scaffold.attributes(Scaffold.attribute("groups", "red", "blue"))),
    ],
    check: .assertion { assertion, _, findings in
      for (attribute, name) in assertion.accessControlAttributes {
        let values = attribute.children(.attributeValue)
        if values.count > 1 {
          findings.report("\(name.value.quoted) has \(values.count) values, and AWS takes one", at: name.spot)
        } else if values.contains(where: { $0.children.contains { _ in true } }) {
          findings.report("the value of \(name.value.quoted) is XML, and AWS takes text", at: name.spot)
        }
      }
    })

  static let accessControlAttributeRepeated = ResponseRule(
    "RESP037", "access-control-attribute-repeated", .error, topic: .application,
    summary: "An attribute for access control is sent twice",
    cause: "Two mappings of the application give the same name.",
    remedy: "Delete one of the mappings.",
    references: [abac, .awsTroubleshooting],
    failing: [
      .with(
        comment,
        Scaffold.attributes(Scaffold.attribute(costCenter, "red") + Scaffold.attribute("«\(costCenter)»", "blue")))
    ],
    passing: [
      .with(
        comment,
        Scaffold.attributes(Scaffold.attribute(costCenter, "red") + Scaffold.attribute("\(accessControl)Team", "blue")))
    ],
    check: .assertion { assertion, _, findings in
      var seen: Set<String> = []
      for (_, name) in assertion.accessControlAttributes where !seen.insert(name.value).inserted {
        findings.report("\(name.value.quoted) is there a second time", at: name.spot)
      }
    })

  static let tooManyAttributes = ResponseRule(
    "RESP038", "too-many-attributes", .error, topic: .application,
    summary: "The assertion has more than 50 attributes",
    cause: "The application sends everything that the directory knows of a person.",
    remedy: "Send the attributes that AWS needs: none, or those for access control.",
    references: [.awsTroubleshooting],
    failing: [
      .with(
        comment,
        Scaffold.attributes(
          (0..<50).map { Scaffold.attribute("a\($0)", "b") }.joined()
            + "«<saml:Attribute Name=\"last\">»</saml:Attribute>"))
    ],
    passing: [.with(comment, Scaffold.attributes((0..<50).map { Scaffold.attribute("a\($0)", "b") }.joined()))],
    check: .assertion { assertion, _, findings in
      let attributes = assertion.attributes
      guard attributes.count > 50 else { return }
      findings.report("there are \(attributes.count) attributes, and AWS takes 50", at: attributes[50].tag)
    })

  static let attributeNameFormat = ResponseRule(
    "RESP039", "attribute-name-format-other", .error, topic: .application,
    summary: "An attribute for access control has a name format that SAML does not know",
    cause: "The format was typed by hand, or left at a default of the application's own.",
    remedy: "Choose urn:oasis:names:tc:SAML:2.0:attrname-format:uri as name format.",
    references: [.core("8.2"), .awsTroubleshooting],
    failing: [
      .with(comment, Scaffold.attributes(Scaffold.attribute(costCenter, "red", more: #" NameFormat="«generic»""#)))
    ],
    passing: [
      .with(
        comment,
        Scaffold.attributes(
          Scaffold.attribute(
            costCenter, "red", more: #" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic""#)))
    ],
    check: .assertion { assertion, _, findings in
      let prefix = "urn:oasis:names:tc:SAML:2.0:attrname-format:"
      let known = ["unspecified", "uri", "basic"].map { prefix + $0 }
      for (attribute, _) in assertion.accessControlAttributes {
        guard let format = attribute.attribute("NameFormat"), !known.contains(format.value.collapsed) else { continue }
        findings.report("NameFormat is \(format.value.quoted)", at: format.spot)
      }
    })
}

extension Assertion {
  /// The attributes by whose values AWS can decide on access, with their names.
  fileprivate var accessControlAttributes: [(Element, Attribute)] {
    attributes.compactMap { attribute in
      guard let name = attribute.attribute("Name"),
        name.value.hasPrefix("https://aws.amazon.com/SAML/Attributes/AccessControl:")
      else { return nil }
      return (attribute, name)
    }
  }
}
