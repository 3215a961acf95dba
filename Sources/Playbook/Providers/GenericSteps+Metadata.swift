extension GenericSteps {
  /// Signed as AWS wants it, and nothing that it cannot do.
  static let setSigning = Step(
    .setProviderSigning, "Have assertions signed, not encrypted, and requests taken unsigned",
    by: .idpAdmin, at: .genericApplication,
    needs: [.createSAMLApplication],
    why: ["AWS wants assertions signed, cannot decrypt them, and does not sign the requests that it sends."],
    instructions: [
      "Have each assertion signed, with RSA and SHA-256; the response may be signed as well.",
      "Turn off the encryption of assertions, and the demand for signed requests.",
      "Send one assertion, and no attributes but those that access control by attributes needs: one value each.",
      "Delete preset attributes such as `https://aws.amazon.com/SAML/Attributes/Role`: they are for sign-in to IAM.",
      """
      Keycloak: **Sign documents**? and **Sign assertions**? on, `RSA_SHA256` as algorithm, \
      **Client signature required**? off.
      """,
    ],
    proof: .word(see: "`SHA-256` or `SHA256` as the signature's algorithm, and encryption turned off"),
    pitfalls: [
      Pitfall(
        "Keycloak's metadata says WantAuthnRequestsSigned=\"true\" although the client's switch is off",
        cause: "The metadata speaks for the whole realm; what counts is the switch of the client.",
        remedy: "Leave the file as it is, and try a sign-in that starts at AWS.", certainty: .believed),
      Pitfall(
        "Guides disagree on whether AWS refuses SHA-1",
        cause: "One set-up for Keycloak says so; AWS's pages are silent.",
        remedy: "Use SHA-256, which nobody refuses.", certainty: .believed),
      Pitfall(
        "An unexpected error has occurred, and CloudTrail names an attribute",
        cause: "An attribute is sent twice or with several values, or there are more than 50.",
        remedy: "Send each attribute once, with one value."),
    ],
    sources: [.demands, .troubleshooting, .keycloakSAML])

  /// The provider may shorten the portal's session.
  static let setSessionLifetime = Step(
    .setProviderSessionLifetime, "Let the identity provider limit the portal session",
    by: .idpAdmin, at: .genericApplication,
    when: .wants(.sessionLifetime), needs: [.createSAMLApplication],
    why: ["The portal session is then the shorter of the provider's value and the one that is set in AWS."],
    instructions: [
      "Have the provider send `SessionNotOnOrAfter` with each assertion, as far ahead as a session may last.",
      "Look into a response, for instance in the provider's log, for `SessionNotOnOrAfter`.",
    ],
    proof: .word(see: "`SessionNotOnOrAfter` in the `AuthnStatement` of a response"),
    undo: "Stop sending it; the AWS setting rules alone again.",
    sources: [
      .userGuide("session duration", "user-session-duration-prereqs-considerations")
    ])

  /// What AWS must know of the provider.
  static let saveMetadata = Step(
    .saveProviderMetadata, "Save the metadata of the identity provider",
    by: .idpAdmin, at: .genericApplication,
    needs: [.createSAMLApplication, .setProviderNameID, .setProviderSigning],
    why: [
      "The file tells AWS where people sign in and which certificate signs. It can change with the settings before."
    ],
    instructions: [
      "Download the metadata of this application, or of the whole provider where there is only that, as an XML file.",
      "Keycloak: `/realms/REALM/protocol/saml/descriptor` below its address, with the name of the realm.",
      "Auth0: **Usage** of the add-on, **Identity Provider Metadata**, **Download**.",
      "AD FS: `/FederationMetadata/2007-06/FederationMetadata.xml` below its address.",
      "Duo: **Downloads**, **SAML Metadata**, **Download XML**, or the address at **Metadata URL**.",
      "Shibboleth: `/idp/shibboleth` below its address, or the file that the installation made.",
    ],
    asks: [Question(.idpMetadata, "Where is the metadata file of the identity provider?")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    pitfalls: [
      Pitfall(
        "The file has more than 75,000 characters, as that of AD FS can have",
        cause: "It describes other roles and claims too, which AWS does not need.",
        remedy: """
          Remove each `RoleDescriptor`, the `SPSSODescriptor` and the signature, which then fits no longer; keep \
          `IDPSSODescriptor` as it is.
          """, certainty: .believed),
      Pitfall(
        "The file has several certificates",
        cause: """
          AD FS lists one for encryption besides; Shibboleth lists one for the back channel first. AWS must have the one \
          that signs.
          """,
        remedy: """
          Where sign-in fails for it, fill in AWS by hand with sign-in URL, issuer URL and the signing certificate; in \
          Shibboleth's file that is the second one.
          """, certainty: .believed),
      Pitfall(
        "The file is a page in HTML", cause: "The sign-in page was saved, because the session had ended.",
        remedy: "Sign in and download the file again."),
      Pitfall(
        "The file names other NameID formats and not emailAddress",
        cause: "The format was not set for the application.",
        remedy: "Set the NameID format first, then download the file again.", certainty: .believed),
    ],
    sources: [.demands, .limits, .auth0AWS, .shibbolethReference])
}
