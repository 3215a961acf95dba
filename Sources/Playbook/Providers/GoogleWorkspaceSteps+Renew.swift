extension GoogleWorkspaceSteps {
  /// The new certificate exists before anything depends on it.
  static let addCertificate = Step(
    .addGoogleCertificate, "Make a second certificate at Google",
    by: .idpAdmin, at: .googleAdmin("Security", "Authentication", "SSO with SAML applications"),
    why: ["Both certificates are valid at once, and each application goes over when it is ready."],
    warnings: ["There is room for two. Where there are two already, the unused one has to go first."],
    instructions: [
      "Choose **Add another certificate**.",
      "Download the new one, and give it to the AWS administrator as PEM.",
    ],
    proof: .word(
      see: "**SSO with SAML applications** lists two certificates, the new one with **Expires** in five years"),
    undo: "Delete the new certificate, as long as no application uses it.",
    sources: [.googleCertificates])

  /// The switch, for this application alone.
  static let chooseCertificate = Step(
    .chooseGoogleCertificate, "Let the application sign with the new certificate",
    by: .idpAdmin, at: .googleApplication("Service provider details", "Certificate"),
    needs: [.addGoogleCertificate, .importNewCertificate],
    instructions: [
      "Open **Service provider details** and choose the new one in **Certificate**.",
      "Choose **Save**.",
    ],
    proof: .word(see: "**Certificate** in **Service provider details** names the new certificate"),
    undo: "Choose the old one in **Certificate**, then **Save**.",
    pitfalls: [
      Pitfall(
        "Sign-in fails for everybody although AWS has the new certificate",
        cause: "The change did not take effect at Google; third parties report it.",
        remedy: "Set **Service status** to **OFF for everyone**, save, and turn it on again.", certainty: .believed)
    ],
    sources: [
      .googleCertificates, .certificateRotation,
    ])

  /// Ends the overlap at Google, so that the file says when the next one is due.
  static let deleteCertificate = Step(
    .deleteGoogleCertificate, "Delete the old certificate at Google and save the metadata anew",
    by: .idpAdmin, at: .googleAdmin("Security", "Authentication", "SSO with SAML applications"),
    needs: [.chooseGoogleCertificate, .deleteOldCertificate],
    warnings: ["Other SAML applications may still use the old one: they stop at once when it is deleted."],
    instructions: [
      "When no application uses the old certificate any more, delete it.",
      "Open **Apps**, **Web and mobile apps**, **Amazon Web Services** and choose **Download metadata**.",
    ],
    asks: [Question(.idpMetadata, "Where is the metadata without the old certificate?", field: "Download metadata")],
    handsOn: [.idpCertificateExpires],
    proof: .newCertificate(.idpMetadata),
    pitfalls: [
      Pitfall(
        "The reminder falls on the end of the old certificate",
        cause: "The metadata lists both, and the earlier end counts.",
        remedy: "Delete the old one first and save the metadata again.")
    ],
    sources: [.googleCertificates])

  /// The new token in the place of the old.
  static let enterNewToken = Step(
    .enterNewGoogleToken, "Enter the new token at Google",
    by: .idpAdmin, at: .googleApplication("Auto provisioning"),
    when: .googleProvisions, needs: [.createSecondToken],
    why: ["From then on Google writes with the new token, which expires on \(.scimTokenExpires)."],
    warnings: ["Which button changes the token is not confirmed; the wording below may differ."],
    instructions: [
      "Open **Auto provisioning**, and its settings for authorisation.",
      "Enter the new token into **Access token** and leave **Endpoint URL** as it is.",
      "Save, and see that the switch is still at **Active**.",
    ],
    pastes: [Paste(.scimToken, into: "Access token")],
    proof: .word(see: "**Auto provisioning** shows **Active**"),
    undo: "Enter the old token again; it is valid until it is deleted.",
    pitfalls: [
      Pitfall(
        "There is no button that changes the token", cause: "No source shows one.",
        remedy: "Go through **Configure auto provisioning** again with the same answers.", certainty: .believed)
    ],
    sources: [.googleProvisioning, .tokenRotation])

  /// The same for the tool.
  static let renewSyncToken = Step(
    .renewSyncToken, "Give the new token to ssosync",
    by: .awsAdmin, at: ConsolePath("console of the parameter or secret that ssosync reads"),
    when: .syncProvisions, needs: [.createSecondToken],
    instructions: [
      "Replace the token in the secret, or in the parameter `/ssosync/scim_endpoint_access_token`.",
      "Deploy again where the token is copied at deployment, and start one run.",
    ],
    proof: .word(see: "a run without `401` in **CloudWatch**"),
    undo: "Put the old token back; it is valid until it is deleted.",
    sources: [.ssosync, .ssosyncComponent, .tokenRotation])
}
