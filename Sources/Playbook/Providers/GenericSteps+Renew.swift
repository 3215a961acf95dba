extension GenericSteps {
  /// The new certificate exists before anything depends on it.
  static let createCertificate = Step(
    .createProviderCertificate, "Make a new signing certificate at the identity provider",
    by: .idpAdmin, at: ConsolePath("Admin console of the identity provider"),
    warnings: [
      "Do not let it sign yet: AWS would refuse what it signs.",
      """
      Many providers sign for every application with one key, Keycloak, Auth0, AD FS and Shibboleth among them: their \
      other applications need the new certificate as well.
      """,
    ],
    instructions: [
      "Make a key with a certificate of RSA 2048 and SHA-256, not in use, and give the certificate to AWS's administrator.",
      """
      Keycloak: **Realm settings**, **Keys**; add a provider of keys such as `rsa-generated` with a lower priority than \
      that of the active one. The highest priority signs.
      """,
      """
      Auth0: the next key exists already. Its certificate is the `x5c` of the second key at \
      `/.well-known/jwks.json` of your tenant; write it between the lines of a PEM file.
      """,
      """
      AD FS: 20 days before the end it makes the next certificate and later takes it by itself. See it with \
      `Get-AdfsCertificate -CertificateType Token-Signing`, or make it with `Update-AdfsCertificate`.
      """,
      "Duo shows the end beside **Download certificate**; in the files that were seen it is in 2038.",
    ],
    proof: .word(see: "two certificates in the console, or in the output of `Get-AdfsCertificate` or `jwks.json`"),
    undo: "Delete the new certificate.",
    pitfalls: [
      Pitfall(
        "The provider has room for one certificate only",
        cause: "It signs with the new one from the moment in which it is made.",
        remedy: """
          Agree on an hour at which nobody works, make it, and import it in AWS at once. Until then nobody signs in; \
          sessions go on.
          """),
      Pitfall(
        "Sign-in broke at AD FS although nobody changed anything",
        cause: "It replaced its certificate by itself, which is its default, and AWS did not read the metadata again.",
        remedy: "Import the new certificate. Set `AutoCertificateRollover` to `$false`, or watch for the second one."),
      Pitfall(
        "Sign-in broke at Auth0 with a rotation of the signing key",
        cause: "SAML has no overlap there: the new key signs at once, though the former one is not revoked.",
        remedy: "Import the certificate of the next key in AWS before you rotate."),
    ],
    sources: [.certificateRotation, .keycloakKeys, .auth0Rotation, .auth0Keys, .adFSCertificates])

  /// The switch.
  static let activateCertificate = Step(
    .activateProviderCertificate, "Let the identity provider sign with the new certificate",
    by: .idpAdmin, at: ConsolePath("Admin console of the identity provider"),
    needs: [.createProviderCertificate, .importNewCertificate],
    instructions: [
      "Make the new certificate the one that signs, and keep the old one for the way back.",
      "Keycloak: give the new provider of keys the highest priority.",
      "Auth0: rotate the signing key in the settings of the tenant. AD FS: make the second certificate the primary one.",
      "Download the metadata anew.",
    ],
    asks: [Question(.idpMetadata, "Where is the metadata with the new certificate?")],
    handsOn: [.idpCertificateExpires],
    proof: .newCertificate(.idpMetadata),
    undo: "Let the old certificate sign again; Auth0 cannot go back, it can only rotate once more.",
    pitfalls: [
      Pitfall(
        "The new metadata lists both certificates", cause: "Some providers announce every key that they have.",
        remedy: "That is well while both are imported; download it again when the old one was removed.",
        certainty: .believed)
    ],
    sources: [.certificateRotation, .keycloakKeys, .auth0Rotation, .adFSCertificates])

  /// The new token in the place of the old.
  static let enterNewToken = Step(
    .enterNewProviderToken, "Enter the new token at the identity provider",
    by: .idpAdmin, at: .genericApplication,
    when: .wants(.scim), needs: [.createSecondToken],
    why: ["From then on the provider writes with the new token, which expires on \(.scimTokenExpires)."],
    instructions: [
      "Enter the new token in the place of the old, and leave the SCIM base URL as it is.",
      "Where a tool such as ssosync provisions, enter it in the tool's secret and run it once.",
      "Test the connection where the console can, then save.",
    ],
    pastes: [Paste(.scimToken, into: Label("SCIM bearer token", certainty: .believed))],
    proof: .word(see: "the provider's answer to `ServiceProviderConfig` or to its test, without `401`"),
    undo: "Enter the old token again; it is valid until it is deleted.",
    sources: [.tokenRotation, .tokenCreation, .ssosync])
}
