extension CyberArkSteps {
  /// The new certificate exists before anything depends on it.
  static let addCertificate = Step(
    .addCyberArkCertificate, "Add a new signing certificate in CyberArk",
    by: .idpAdmin,
    at: .cyberArk(
      Label("Settings", certainty: .believed), Label("Authentication", certainty: .believed),
      Label("Signing Certificates", certainty: .believed)),
    warnings: [
      "Do not choose it for the application yet: AWS would refuse what it signs.",
      "Do not make it the tenant's default now: every application without a choice of its own would sign with it.",
    ],
    instructions: [
      "Choose **Add**?, give it a name, choose **Browse**?, select the archive with its private key, and save.",
      "Give the certificate, without the private key, to the AWS administrator as PEM.",
    ],
    proof: .word(see: "**Signing Certificates**? lists the new certificate beside the one in use"),
    undo: "Delete the new certificate; one that an application uses cannot be deleted.",
    pitfalls: [
      Pitfall(
        "The page for signing certificates is not found",
        cause: "The path is known from the help of Delinea, which shares its origin with CyberArk Identity.",
        remedy: """
          Upload the certificate while choosing it for the application, but only after the AWS administrator has \
          imported it.
          """, certainty: .believed)
    ],
    sources: [.centrifyCertificates, .certificateRotation])

  /// The switch.
  static let selectCertificate = Step(
    .selectCyberArkCertificate, "Let CyberArk sign with the new certificate",
    by: .idpAdmin, at: .cyberArkApplication("Trust", "Identity Provider Configuration", "Signing Certificate"),
    needs: [.addCyberArkCertificate, .importNewCertificate],
    instructions: [
      "On **Trust**, in **Identity Provider Configuration**, open **Signing Certificate**.",
      "Choose the new certificate instead of **Default Tenant Application Certificate**? or the old one.",
      "Choose **Save**, then **Metadata** and **Download Metadata File**.",
    ],
    asks: [Question(.idpMetadata, "Where is the metadata with the new certificate?", field: "Download Metadata File")],
    handsOn: [.idpCertificateExpires],
    proof: .newCertificate(.idpMetadata),
    undo: "Choose the old certificate again and save.",
    sources: [.centrifyCertificate, .cyberArkTemplate, .certificateRotation])

  /// The new token in the place of the old.
  static let enterNewToken = Step(
    .enterNewCyberArkToken, "Enter the new token in CyberArk",
    by: .idpAdmin, at: .cyberArkApplication("Provisioning"),
    when: .wants(.scim), needs: [.createSecondToken],
    why: ["From then on CyberArk writes with the new token, which expires on \(.scimTokenExpires)."],
    instructions: [
      "Enter the new token into **Bearer Token**, and leave **SCIM Service URL** as it is.",
      "Choose **Verify**, wait for an answer without an error, then choose **Save**.",
    ],
    pastes: [Paste(.scimToken, into: "Bearer Token")],
    proof: .word(see: "the answer to **Verify**, without an error"),
    undo: "Enter the old token again; it is valid until it is deleted.",
    sources: [.tokenRotation, .cyberArkGuide])
}
