extension JumpCloudSteps {
  /// A certificate that AWS can trust before JumpCloud signs with it.
  static let makeCertificate = Step(
    .makeJumpCloudCertificate, "Make a certificate with its key",
    by: .idpAdmin, at: ConsolePath("terminal on a computer that you trust"),
    why: [
      """
      JumpCloud's own **Regenerate certificate** makes another key as well and signs with it from that moment, while \
      AWS has never seen the certificate.
      """
    ],
    warnings: [
      "Whoever has `private.pem` can sign in as anybody. It goes to JumpCloud only, never to the AWS administrator."
    ],
    instructions: [
      """
      Run `openssl req -x509 -newkey rsa:2048 -sha256 -days 1825 -nodes -subj /CN=JumpCloudSAMLUser -keyout \
      private.pem -out cert.pem`.
      """,
      "Run `openssl x509 -in cert.pem -noout -enddate`, and give `cert.pem` to the AWS administrator.",
    ],
    proof: .word(see: "`openssl x509` prints `notAfter=` with a day in five years"),
    undo: "Delete both files.",
    pitfalls: [
      Pitfall(
        "Regenerate certificate was chosen instead",
        cause: "JumpCloud replaces its one certificate, and nobody gets in.",
        remedy: """
          Choose **Export Metadata** or download the certificate at once, have it imported in **Manage SAML 2.0 \
          certificates** in AWS, then go on with the sign-in test. Plan such an outage, if you prefer this way.
          """)
    ],
    sources: [.jumpCloudKeys, .jumpCloudCertificates, .jumpCloudRotation])

  /// The switch.
  static let uploadCertificate = Step(
    .uploadJumpCloudCertificate, "Let JumpCloud sign with the new certificate",
    by: .idpAdmin,
    at: ConsolePath(
      "JumpCloud Admin Portal", url: "https://console.jumpcloud.com",
      path: ["Access", "SSO Applications", "AWS IAM Identity Center", "Actions"],
      alternatives: [.init("older menus", ["USER AUTHENTICATION", "SSO", "IDP Certificate Valid"])]),
    needs: [.makeJumpCloudCertificate, .importNewCertificate],
    warnings: ["Certificate and key go together: JumpCloud drops its key when another certificate comes."],
    instructions: [
      "Choose **Upload New certificate** and take `cert.pem`.",
      "Choose **Upload IdP Key** and take `private.pem` right after it, then **save**.",
      "Choose **Export Metadata** and save the file anew.",
      "Delete `private.pem` from the computer.",
    ],
    asks: [Question(.idpMetadata, "Where is the metadata with the new certificate?", field: "Export Metadata")],
    handsOn: [.idpCertificateExpires],
    proof: .newCertificate(.idpMetadata),
    undo: "Upload the old certificate with its key, if you have them.",
    pitfalls: [
      Pitfall(
        "Sign-in fails after the upload", cause: "The key was not uploaded, or belongs to another certificate.",
        remedy: "Upload the pair again, both files one after the other."),
      Pitfall(
        "The upload is refused", cause: "The files are not a pair in PEM form.",
        remedy: "Make them again with the command above.", certainty: .believed),
    ],
    sources: [.jumpCloudCertificates, .jumpCloudRotation])

  /// JumpCloud takes a new token only when it has let go of the old one.
  static let deactivateProvisioning = Step(
    .deactivateJumpCloudProvisioning, "Deactivate the integration in JumpCloud",
    by: .idpAdmin, at: .jumpCloudApplication("Identity Management"),
    when: .wants(.scim),
    warnings: [
      "Nothing is provisioned until the integration is active again, and that takes a new token in any case.",
      "The AWS administrator must be ready to make the token.",
    ],
    instructions: ["On **Identity Management** deactivate the integration. Sign-in goes on meanwhile."],
    proof: .word(see: "**Identity Management** offers **Activate** or **Configure** again"),
    undo: "Go on with the flow: without a new token it cannot be activated again.",
    pitfalls: [
      Pitfall(
        "The renewal fails", cause: "The token was changed while the integration was active.",
        remedy: "Deactivate it first, then enter a new token, then activate it.")
    ],
    sources: [.jumpCloudArticle, .jumpCloudRotation])

  /// The new token in the place of the old.
  static let enterNewToken = Step(
    .enterNewJumpCloudToken, "Enter the new token in JumpCloud and activate it again",
    by: .idpAdmin, at: .jumpCloudApplication("Identity Management", "Configure"),
    when: .wants(.scim), needs: [.deactivateJumpCloudProvisioning, .createSecondToken],
    why: ["From then on JumpCloud writes with the new token, which expires on \(.scimTokenExpires)."],
    instructions: [
      "Choose **Configure**, and see that **Base URL** is still the SCIM endpoint, without a slash at its end.",
      "See that **Enable management of User Groups and Group membership in this application** is ticked as before.",
      "Enter the new token into **Token Key** and choose **Activate**.",
    ],
    pastes: [Paste(.scimToken, into: "Token Key")],
    proof: .word(see: "**Identity Management** is active"),
    undo: "Deactivate it again; each activation takes another new token.",
    pitfalls: [
      Pitfall(
        "Activation fails, or nothing is provisioned after it",
        cause: "The token was used for an activation before, or was not entered in full.",
        remedy: "Deactivate the integration, make another token in AWS, enter that one and activate again.")
    ],
    sources: [.jumpCloudArticle, .jumpCloudRotation, .tokenRotation])
}
