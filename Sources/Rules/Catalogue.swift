/// Every rule there is.
public enum Catalogue {
  /// The rules, sorted by family and number.
  public static let rules: [Rule] = [
    // The bytes.
    .emptyDocument, .foreignFile, .textBeforeDeclaration, .malformedXML, .documentType, .limitExceeded,
    .unreadableEncoding, .illegalCharacter, .unsupportedVersion, .undeclaredPrefix, .byteOrderMark, .otherEncoding,
    .commentInValue,
    // The document and the entity.
    .notMetadata, .noEntity, .missingEntityID, .paddedEntityID, .brokenEntityID, .bareEntityID, .longEntityID,
    .noSingleSignOnRole, .validUntilPassed, .unreadableValidUntil, .duplicateEntityID, .invisibleInEntityID,
    .validUntilSoon, .unreadableCacheDuration, .absurdCacheDuration, .placeholderLeftIn, .unreadableBoolean,
    .misspeltBinding, .textBetweenElements, .elementsOutOfOrder,
    // The two roles.
    .noSignOnService, .noBrowserBinding, .insecureSignOnURL, .brokenSignOnURL, .oddSignOnURL, .signedRequestsWanted,
    .otherProtocol, .severalRoles, .accountFederationApplication, .severalSignOnServices,
    .unexpectedEntityID,
    .noConsumer, .noPOSTConsumer, .insecureConsumer, .brokenConsumer, .unclearIndex, .signedAssertionsNotWanted,
    .requestsSaidToBeSigned, .encryptionKeyOfAWS, .otherServiceProtocol,
    // Keys and certificates.
    .noSigningKey, .keyWithoutCertificate, .unreadableCertificate, .untidyCertificate, .everyCertificateExpired,
    .someCertificateExpired, .notYetValid, .brokenKey, .certificateExpiresSoon, .weakKey, .encryptionKey, .unknownUse,
    .privateKey, .noCertificateValidYet, .longCertificate, .otherThanRSA, .keyNotForSigning, .publishedKey,
    .severalSigningKeys, .repeatedCertificate, .severalInOneKey, .tenantWideCertificate,
    .unexpectedCertificate,
    // Signatures of the metadata, and algorithms.
    .signatureNotVerified, .signatureBroken, .signatureScope, .signatureWeak, .signedByAnotherKey, .weakAlgorithms,
    .repeatedID,
    // Name identifiers.
    .emailFormatMissing, .misspeltEmailFormat, .emptyFormat, .emailFormatNotAskedFor,
    // AWS's side.
    .tooManyCharacters, .iamFederation, .unusualConsumer, .wrongConsumer, .wrongIssuer, .unusualIssuer,
    .partitionsDiffer, .regionWithoutConsumer, .unknownRegion, .wrongDirection, .foreignServiceProvider, .placeholder,
    .foreignAddress, .nearlyTooManyCharacters, .unexpectedIssuer, .unexpectedConsumer,
    .severalInstances,
    // Both together.
    .sameEntity, .otherSidesFile,
    .typedConsumerDiffers, .typedConsumerBeyondFile, .typedConsumerIsAnotherAddress, .olderConsumerMissing,
    .typedRegionsIncomplete, .typedIssuerDiffers, .typedIssuerIsAnotherAddress, .typedFormatIsAnother,
    .typedFormatMisspelt, .typedSignOnDiffers, .typedSignOnIsAnotherAddress, .regionsBeyondProvider,
    .severalServiceProviders, .noTrustedKey, .untrustedKey, .severalEntities,
    // Provisioning.
    .endpointIsAnotherAddress, .brokenEndpoint, .endpointWithSlash, .endpointOfAnotherRegion, .untidyEndpoint,
    .endpointWithUnusualID,
  ]

  /// Every word that names rules: ids, names and families.
  public static var names: [String] {
    rules.flatMap { [$0.id, $0.name] } + Set(rules.map(\.family)).sorted()
  }

  /// The rule of an id (any case) or a name.
  public static func rule(named text: String) -> Rule? {
    rules.first { $0.id == text.uppercased() || $0.name == text.lowercased() }
  }
}
