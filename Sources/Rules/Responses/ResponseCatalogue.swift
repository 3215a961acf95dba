extension ResponseRule {
  /// Every rule about responses, by number.
  public static let catalogue: [ResponseRule] = [
    // The message as a whole.
    .notAResponse, .responseUnreadable, .signInRefused, .otherVersion, .responseIssuerDiffers, .assertionIssuerMissing,
    .destinationDiffers, .destinationMissing, .assertionMissing, .severalAssertions, .assertionEncrypted,
    // Signatures.
    .responseUnsigned, .assertionUnsigned, .signedByUntrustedKey, .signatureCoversOther, .weakSignature,
    .brokenSignature,
    // Whom it is about.
    .subjectMissing, .otherNameIDFormat, .nameIDNoAddress, .nameIDUntidy, .nameIDOfGuest, .nameIDOfSomebodyElse,
    // For whom it is.
    .audienceDiffers, .audienceMissing, .recipientDiffers, .confirmationIncomplete, .requestDiffers, .startedAtProvider,
    // When.
    .notYetUsable, .validityPassed, .validityEmpty, .timeUnreadable, .authnStatementMissing,
    // What else it says.
    .accountFederationAttributes, .accessControlAttributeUnusable, .accessControlAttributeRepeated,
    .tooManyAttributes, .attributeNameFormat, .responseTooLong,
    // What may be right, and should be looked at.
    .signedByEndedCertificate, .addressUnconfirmed,
    // What contradicts itself, and what is written untidily.
    .recipientNotDestination, .valuePadded,
  ]
}
