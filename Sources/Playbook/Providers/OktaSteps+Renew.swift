extension OktaSteps {
  /// The new certificate exists before anything depends on it.
  static let generateCertificate = Step(
    .generateOktaCertificate, "Make a new signing certificate in Okta",
    by: .idpAdmin, at: .oktaApplication("Sign On", "SAML Signing Certificates"),
    warnings: ["Do not activate it yet: AWS would refuse what it signs."],
    instructions: [
      "Choose **Generate new certificate**. It appears as **Inactive** beside the active one.",
      "In its row choose **Actions**, download the certificate, and give it to the AWS administrator as PEM.",
    ],
    proof: .word(see: "**SAML Signing Certificates** lists the new certificate as **Inactive**"),
    sources: [.oktaCertificates, .oktaRotation])

  /// The switch.
  static let activateCertificate = Step(
    .activateOktaCertificate, "Let Okta sign with the new certificate",
    by: .idpAdmin, at: .oktaApplication("Sign On", "SAML Signing Certificates"),
    needs: [.generateOktaCertificate, .importNewCertificate],
    instructions: [
      "In the row of the new certificate choose **Actions**, then **Activate**.",
      "Choose **View IdP metadata** in the same row and save the file anew.",
    ],
    asks: [Question(.idpMetadata, "Where is the metadata with the new certificate?", field: "View IdP metadata")],
    handsOn: [.idpCertificateExpires],
    proof: .newCertificate(.idpMetadata),
    undo: "Choose **Activate** in the row of the old certificate.",
    sources: [.oktaCertificates, .oktaRotation])

  /// The new token in the place of the old.
  static let enterNewToken = Step(
    .enterNewOktaToken, "Enter the new token in Okta",
    by: .idpAdmin, at: .oktaApplication("Provisioning", "Integration", "Edit"),
    when: .wants(.scim), needs: [.createSecondToken],
    why: ["From then on Okta writes with the new token, which expires on \(.scimTokenExpires)."],
    instructions: [
      "Enter the new token into **API Token**, and leave **Base URL** as it is.",
      "Choose **Test API Credentials**, wait for the message, then choose **Save**.",
      "Retry tasks that failed in the meantime, in **Dashboard**, **Tasks**.",
    ],
    pastes: [Paste(.scimToken, into: "API Token")],
    proof: .word(see: "**AWS IAM Identity Center was verified successfully!**"),
    undo: "Enter the old token again; it is valid until it is deleted.",
    sources: [
      .tokenRotation,
      .oktaSupport("access token renewal", "aws-iam-identity-center-access-token-renewal"),
    ])
}

extension SourceReference {
  static let oktaCertificates = SourceReference(
    "Okta: manage signing certificates",
    "https://help.okta.com/oie/en-us/Content/Topics/Apps/manage-signing-certificates.htm", checked: "2026-11")
  static let oktaRotation = oktaSupport(
    "rotating a signing certificate", "how-to-rotate-signing-certificate-for-custom-saml-applications")
}
