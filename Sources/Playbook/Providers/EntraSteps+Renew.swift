extension EntraSteps {
  /// The new certificate exists before anything depends on it.
  static let createCertificate = Step(
    .createEntraCertificate, "Make a new signing certificate in Entra",
    by: .idpAdmin, at: .entraApplication("Single sign-on", "SAML Certificates", "Edit"),
    warnings: [
      """
      If the old certificate has expired already, Entra signs with the new one at once, before AWS knows it: have the \
      AWS administrator at hand to import it.
      """,
      "Do not make it active yet: AWS would refuse what it signs.",
    ],
    instructions: [
      "Choose **New Certificate** and a day of expiry, at most three years from now, then **Save**.",
      "In its row choose **...** and download it as PEM; give the file to the AWS administrator.",
      """
      See whom **Notification Email Addresses**? names, at most five: they get a mail 60, 30 and 7 days before a \
      certificate ends.
      """,
    ],
    proof: .word(see: "**SAML Certificates** lists the new certificate as **Inactive**"),
    undo: "Delete the inactive certificate in its **...** menu.",
    sources: [.entraCertificates])

  /// The switch.
  static let activateCertificate = Step(
    .activateEntraCertificate, "Let Entra sign with the new certificate",
    by: .idpAdmin, at: .entraApplication("Single sign-on", "SAML Certificates", "Edit"),
    needs: [.createEntraCertificate, .importNewCertificate],
    instructions: ["In the row of the new certificate choose **...**, then **Make certificate active**, and confirm."],
    proof: .word(see: "the new certificate is **Active**, and the old one **Inactive**"),
    undo: "Choose **Make certificate active** in the row of the old certificate.",
    pitfalls: [
      Pitfall(
        "Everybody is refused with: It's not you, it's us",
        cause: "AWS has not imported the certificate that signs now.",
        remedy: "Make the old certificate active again, or import the new one in AWS.")
    ],
    sources: [.entraCertificates, .certificateRotation])

  /// The metadata lists inactive certificates too: only without the old one does it tell when the next renewal is due.
  static let removeOldCertificate = Step(
    .removeOldEntraCertificate, "Delete the old certificate in Entra and save the metadata",
    by: .idpAdmin, at: .entraApplication("Single sign-on", "SAML Certificates", "Edit"),
    needs: [.activateEntraCertificate, .deleteOldCertificate],
    why: ["The metadata lists inactive certificates beside the active one, and nobody can tell them apart in it."],
    instructions: [
      "In the row of the inactive certificate choose **...**, then **Delete Certificate**?, and confirm.",
      "Go back to **SAML Certificates** and choose **Download** beside **Federation Metadata XML**.",
    ],
    asks: [
      Question(
        .idpMetadata, "Where is the metadata with the new certificate alone?", field: "Federation Metadata XML")
    ],
    handsOn: [.idpCertificateExpires],
    proof: .newCertificate(.idpMetadata),
    sources: [.entraCertificates])

  /// The new token in the place of the old.
  static let enterNewToken = Step(
    .enterNewEntraToken, "Enter the new token in Entra",
    by: .idpAdmin, at: .entraApplication("Provisioning", "Manage", "Provisioning"),
    when: .wants(.scim), needs: [.createSecondToken],
    why: ["From then on Entra writes with the new token, which expires on \(.scimTokenExpires)."],
    instructions: [
      "In **Admin Credentials** enter the new token into **Secret Token**, and leave **Tenant URL** as it is.",
      "Choose **Test Connection**, wait for the message, then choose **Save**.",
      "Where provisioning is in quarantine, choose **Restart provisioning**.",
    ],
    pastes: [Paste(.scimToken, into: "Secret Token")],
    proof: .word(
      see: "after **Test Connection** a message says that the credentials are authorized to enable provisioning"),
    undo: "Enter the old token again; it is valid until it is deleted.",
    pitfalls: [
      Pitfall(
        "Provisioning stays in quarantine after the new token", cause: "Entra waits for its next, rare, attempt.",
        remedy: "Choose **Restart provisioning**; all users are then looked at again, which takes a while.")
    ],
    sources: [.tokenRotation, .entraProvisioning, .entraQuarantine])
}
