/// Every rule there is.
public enum Catalogue {
  /// The rules, sorted by family and number.
  public static let rules: [Rule] = [
    // The bytes.
    .emptyDocument, .foreignFile, .textBeforeDeclaration, .malformedXML, .documentType, .limitExceeded,
    .unreadableEncoding, .illegalCharacter, .unsupportedVersion, .undeclaredPrefix, .byteOrderMark, .otherEncoding,
    // The document and the entity.
    .notMetadata, .noEntity, .missingEntityID, .paddedEntityID, .brokenEntityID, .bareEntityID, .longEntityID,
    .noSingleSignOnRole, .validUntilPassed, .unreadableValidUntil, .duplicateEntityID, .invisibleInEntityID,
    // The two roles.
    .noSignOnService, .noBrowserBinding, .insecureSignOnURL, .brokenSignOnURL, .oddSignOnURL, .signedRequestsWanted,
    .otherProtocol, .severalRoles, .accountFederationApplication,
    .noConsumer, .noPOSTConsumer, .insecureConsumer, .brokenConsumer,
    // Keys and certificates.
    .noSigningKey, .keyWithoutCertificate, .unreadableCertificate, .untidyCertificate, .everyCertificateExpired,
    .someCertificateExpired, .notYetValid, .brokenKey, .certificateExpiresSoon, .weakKey, .encryptionKey, .unknownUse,
    .privateKey, .noCertificateValidYet,
    // Signatures of the metadata, and algorithms.
    .signatureNotVerified, .signatureBroken, .signatureScope, .signatureWeak, .signedByAnotherKey, .weakAlgorithms,
    .repeatedID,
    // Name identifiers.
    .emailFormatMissing, .misspeltEmailFormat,
    // AWS's side.
    .tooManyCharacters, .iamFederation, .unusualConsumer, .wrongConsumer, .wrongIssuer, .unusualIssuer,
    .partitionsDiffer, .regionWithoutConsumer, .unknownRegion, .wrongDirection, .foreignServiceProvider, .placeholder,
    .foreignAddress,
    // Both together.
    .sameEntity, .noCommonFormat, .otherSidesFile,
    .typedConsumerDiffers, .typedConsumerBeyondFile, .typedConsumerIsAnotherAddress, .olderConsumerMissing,
    .typedRegionsIncomplete, .typedIssuerDiffers, .typedIssuerIsAnotherAddress, .typedFormatIsAnother,
    .typedFormatMisspelt, .typedSignOnDiffers, .typedSignOnIsAnotherAddress, .regionsBeyondProvider,
    .severalServiceProviders,
  ]

  /// The rule of an id (any case) or a name.
  public static func rule(named text: String) -> Rule? {
    rules.first { $0.id == text.uppercased() || $0.name == text.lowercased() }
  }
}
