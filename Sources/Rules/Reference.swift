/// Where a claim comes from.
public struct Reference: Hashable, Sendable {
  /// Title or section, as it is cited.
  public let title: String
  /// Address of the page.
  public let url: String

  init(_ title: String, _ url: String) {
    self.title = title
    self.url = url
  }

  static func metadata(_ section: String) -> Reference {
    Reference(
      "SAML 2.0 Metadata, section \(section)",
      "https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf")
  }

  static let signature = Reference("XML Signature", "https://www.w3.org/TR/xmldsig-core1/")

  static func core(_ section: String) -> Reference {
    Reference(
      "SAML 2.0 Core, section \(section)", "https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf")
  }

  static func profiles(_ section: String) -> Reference {
    Reference(
      "SAML 2.0 Profiles, section \(section)",
      "https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf")
  }

  static func xml(_ section: String) -> Reference {
    Reference("XML 1.0, section \(section)", "https://www.w3.org/TR/xml/")
  }

  static func aws(_ title: String, _ page: String) -> Reference {
    Reference(
      "IAM Identity Center user guide: \(title)",
      "https://docs.aws.amazon.com/singlesignon/latest/userguide/\(page).html")
  }

  static let awsExternalIdP = aws("Using SAML and SCIM with external identity providers", "other-idps")
  static let awsMultiRegion = aws("ACS URLs of primary and additional Regions", "multi-region-workforce-access")
  static let awsCertificates = aws("Rotate SAML 2.0 certificates", "rotatesamlcert")
  static let awsExpiry = aws("Certificate expiration indicators", "samlcertexpirationindicators")
  static let awsTroubleshooting = aws("Troubleshooting", "troubleshooting")
}
