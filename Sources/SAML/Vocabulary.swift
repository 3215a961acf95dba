public import Markup

/// Namespace names of the standards that metadata and messages are made of.
public enum Namespace {
  /// SAML 2.0 metadata.
  public static let metadata = "urn:oasis:names:tc:SAML:2.0:metadata"
  /// SAML 2.0 assertions.
  public static let assertion = "urn:oasis:names:tc:SAML:2.0:assertion"
  /// SAML 2.0 protocol messages; also the name of the protocol in `protocolSupportEnumeration`.
  public static let protocolMessages = "urn:oasis:names:tc:SAML:2.0:protocol"
  /// XML Signature.
  public static let signature = "http://www.w3.org/2000/09/xmldsig#"
  /// XML Encryption.
  public static let encryption = "http://www.w3.org/2001/04/xmlenc#"
  /// The metadata profile for algorithm support.
  public static let algorithmSupport = "urn:oasis:names:tc:SAML:metadata:algsupport"
}

/// The element names that are known: those that the views look for, and others that a document's root is told by.
public enum Word: UInt16, CaseIterable, Sendable {
  case entitiesDescriptor, entityDescriptor, idpSSODescriptor, spSSODescriptor, roleDescriptor
  case authnAuthorityDescriptor, attributeAuthorityDescriptor, pdpDescriptor, affiliationDescriptor
  case extensions, keyDescriptor, encryptionMethod, nameIDFormat
  case singleSignOnService, singleLogoutService, assertionConsumerService
  case artifactResolutionService, manageNameIDService, nameIDMappingService
  case attributeConsumingService, requestedAttribute
  case organization, contactPerson, additionalMetadataLocation
  case response, authnRequest, logoutRequest, logoutResponse, status, statusCode, statusMessage
  case attribute, assertion, encryptedAssertion
  case issuer, subject, nameID, encryptedID, subjectConfirmation, subjectConfirmationData
  case conditions, audienceRestriction, audience, authnStatement, attributeStatement, attributeValue
  case signature, keyInfo, keyName, keyValue, x509Data, x509Certificate, signedInfo
  case canonicalizationMethod, signatureMethod, digestMethod, reference, transform, signatureValue, digestValue
  case supportedSigningMethod, supportedDigestMethod

  private static let metadata = [
    "EntitiesDescriptor", "EntityDescriptor", "IDPSSODescriptor", "SPSSODescriptor", "RoleDescriptor",
    "AuthnAuthorityDescriptor", "AttributeAuthorityDescriptor", "PDPDescriptor", "AffiliationDescriptor",
    "Extensions", "KeyDescriptor", "EncryptionMethod", "NameIDFormat",
    "SingleSignOnService", "SingleLogoutService", "AssertionConsumerService",
    "ArtifactResolutionService", "ManageNameIDService", "NameIDMappingService",
    "AttributeConsumingService", "RequestedAttribute",
    "Organization", "ContactPerson", "AdditionalMetadataLocation",
  ]
  private static let messages = [
    "Response", "AuthnRequest", "LogoutRequest", "LogoutResponse", "Status", "StatusCode", "StatusMessage",
  ]
  private static let assertions = [
    "Attribute", "Assertion", "EncryptedAssertion",
    "Issuer", "Subject", "NameID", "EncryptedID", "SubjectConfirmation", "SubjectConfirmationData",
    "Conditions", "AudienceRestriction", "Audience", "AuthnStatement", "AttributeStatement", "AttributeValue",
  ]
  private static let signatures = [
    "Signature", "KeyInfo", "KeyName", "KeyValue", "X509Data", "X509Certificate", "SignedInfo",
    "CanonicalizationMethod", "SignatureMethod", "DigestMethod", "Reference", "Transform", "SignatureValue",
    "DigestValue",
  ]

  private static let algorithms = ["SigningMethod", "DigestMethod"]

  /// The local names of every word by namespace, in the order of the cases.
  static let names = [
    (Namespace.metadata, metadata), (Namespace.protocolMessages, messages), (Namespace.assertion, assertions),
    (Namespace.signature, signatures), (Namespace.algorithmSupport, algorithms),
  ]

  /// The term of this name in `Vocabulary.saml`.
  public var term: Term { Term(rawValue) }
}

extension Vocabulary {
  /// Every `Word`, in order.
  public static let saml = Vocabulary(Word.names)
}

extension Element {
  /// Whether the element has this name.
  public func isNamed(_ word: Word) -> Bool { isNamed(word.term) }
  /// The first element directly inside that has this name.
  public func first(_ word: Word) -> Element? { first(word.term) }
  /// The elements directly inside that have this name.
  public func children(_ word: Word) -> [Element] { children(word.term) }
  /// Every element below that has this name.
  public func descendants(_ word: Word) -> [Element] { descendants(word.term) }
}
