extension OneLoginSteps {
  /// The new certificate exists before anything depends on it.
  static let createCertificate = Step(
    .createOneLoginCertificate, "Make a new signing certificate in OneLogin",
    by: .idpAdmin, at: .oneLogin("Security", "Certificates"),
    why: ["OneLogin reminds its administrators a year, 90 and 45 days before a certificate expires, then daily."],
    warnings: ["Do not choose it for the application yet: AWS would refuse what it signs."],
    instructions: [
      "Choose **New** and give it a name.",
      "Set **Key Length** to `2048`, **Signature** to `SHA256`, and **Expiration** as you need it; choose **Save**.",
      "Download the certificate as PEM, the X.509 one, and give it to the AWS administrator.",
    ],
    proof: .word(see: "**Certificates** lists the new certificate beside the one in use"),
    undo: "Delete the new certificate.",
    pitfalls: [
      Pitfall(
        "AWS refuses the certificate",
        cause: "It has more than 2,500 characters, or the file is not the X.509 certificate as PEM.",
        remedy: "Take `2048` as **Key Length**, and download the X.509 certificate as PEM.", certainty: .believed)
    ],
    sources: [
      .oneLoginKnowledge("certificates", "KB0010585"),
      SourceReference(
        "OneLogin: creating and applying certificates",
        "https://support.onelogin.com/kb/4266990/creating-and-applying-certificates", checked: "2026-11"), .limits,
    ])

  /// The switch.
  static let changeCertificate = Step(
    .changeOneLoginCertificate, "Let OneLogin sign with the new certificate",
    by: .idpAdmin, at: .oneLoginApplication("SSO"),
    needs: [.createOneLoginCertificate, .importNewCertificate],
    instructions: [
      "On **SSO**, below **X.509 Certificate**?, choose **Change**.",
      "Select the new certificate, choose **Continue**, then **Save**.",
      "Choose **More Actions**, then **SAML Metadata**, and save the file anew.",
    ],
    asks: [Question(.idpMetadata, "Where is the metadata with the new certificate?", field: "SAML Metadata")],
    handsOn: [.idpCertificateExpires],
    proof: .newCertificate(.idpMetadata),
    undo: "Choose **Change** on **SSO** again and take the old certificate.",
    sources: [
      .oneLoginKnowledge("certificates", "KB0010585"),
      SourceReference(
        "OneLogin: creating and applying certificates",
        "https://support.onelogin.com/kb/4266990/creating-and-applying-certificates", checked: "2026-11"),
    ])

  /// The new token in the place of the old.
  static let enterNewToken = Step(
    .enterNewOneLoginToken, "Enter the new token in OneLogin",
    by: .idpAdmin, at: .oneLoginApplication("Configuration", "API Connection"),
    when: .wants(.scim), needs: [.createSecondToken],
    why: ["From then on OneLogin writes with the new token, which expires on \(.scimTokenExpires)."],
    instructions: [
      "Where the fields are locked, disable **API Connection** first.",
      "Enter the new token into **SCIM Bearer Token**, and leave **SCIM Base URL** as it is.",
      "Choose **Enable**, wait until it says **Enabled**?, and choose **Save**.",
      "Look at **Activity**, **Events** for changes that failed in the meantime, and provision those people again.",
    ],
    pastes: [Paste(.scimToken, into: "SCIM Bearer Token")],
    proof: .word(see: "**API Connection** with **Enabled**? beside it"),
    undo: "Enter the old token again; it is valid until it is deleted.",
    sources: [.tokenRotation, .oneLoginGuide])
}
