extension StepID {
  static let importNewCertificate: StepID = "import-new-certificate"
  static let testNewCertificate: StepID = "test-new-certificate"
  static let deleteOldCertificate: StepID = "delete-old-certificate"
  static let remindOfNextCertificate: StepID = "remind-of-next-certificate"
  static let createSecondToken: StepID = "create-second-token"
  static let seeChangeArrive: StepID = "see-change-arrive"
  static let deleteOldToken: StepID = "delete-old-token"
  static let remindOfNextRenewal: StepID = "remind-of-next-renewal"
}

extension IdentityCenterSpine {
  /// AWS trusts both certificates from here on, so that the order of the switch does not matter to anybody. Several
  /// steps make the certificate where the provider has several products, of which one applies.
  func importNewCertificate(after creations: [StepID]) -> Step {
    Step(
      .importNewCertificate, "Import the new certificate beside the old one",
      by: .awsAdmin, at: .manageAuthentication, needs: creations,
      why: ["All imported certificates are trusted at once, which is what makes the switch free of an outage."],
      instructions: [
        "Choose **Manage SAML 2.0 certificates**, then **Import certificate**.",
        "Choose **Choose file**, select the new certificate as PEM, and choose **Import certificate**.",
      ],
      proof: .word(see: "**Expires on** lists two certificates, the new one in green"),
      undo: "Select the new certificate and choose **Delete**.",
      sources: [.certificateRotation, .certificateExpiry])
  }

  /// Nothing is deleted before this works.
  func testNewCertificate(after activation: StepID) -> Step {
    Step(
      .testNewCertificate, "Sign in once with the new certificate",
      by: .awsAdmin, at: ConsolePath("AWS access portal"), needs: [activation],
      instructions: ["Open the portal in a private window and sign in at \(text: idp.name)."],
      proof: .word(see: "the **AWS access portal** lists your accounts"),
      pitfalls: [
        Pitfall(
          "It's not you, it's us", cause: "The certificate that signs now was not imported.",
          remedy: "Import the active certificate, or activate the old one again.")
      ],
      sources: [.certificateRotation, .troubleshooting])
  }

  /// Ends the overlap.
  var deleteOldCertificate: Step {
    Step(
      .deleteOldCertificate, "Delete the old certificate",
      by: .awsAdmin, at: .manageAuthentication, needs: [.testNewCertificate],
      warnings: ["At least one valid certificate must stay."],
      instructions: [
        "Choose **Manage SAML 2.0 certificates** and select the old certificate.",
        "Choose **Delete**, type `DELETE` and confirm.",
      ],
      proof: .word(see: "**Expires on** lists the new certificate only, in green"),
      sources: [.certificateRotation])
  }

  /// A second token, because the first must work until the other does; behind the steps by which a provider lets go of
  /// the first one, where it must before it takes another.
  func createSecondToken(after others: [StepID]) -> Step {
    Step(
      .createSecondToken, "Make a second SCIM token",
      by: .awsAdmin, at: .identityCenter("Settings", "Identity source", "Actions", "Manage provisioning"),
      when: .wants(.scim), needs: others,
      warnings: [
        "Have the secret store open. The token is shown once.",
        "An instance can have two tokens. If it has, delete the one that is not in use first.",
      ],
      instructions: [
        "In **Access tokens** note the id and the creation date of the token in use.",
        "Choose **Generate token**, copy it straight into the secret store, and choose **Close**.",
      ],
      asks: [Question(.scimTokenCreated, "On which day was the new token created? Do not enter the token itself.")],
      handsOn: [.scimTokenExpires],
      proof: .value(.scimTokenCreated),
      undo: "Delete the new token.",
      sources: [.tokenCreation, .tokenRotation])
  }

  /// The proof by a person, where the provider's console has no test of its own.
  func seeChangeArrive(after entries: [StepID]) -> Step {
    Step(
      .seeChangeArrive, "See a change arrive with the new token",
      by: .awsAdmin, at: .identityCenter("Users"),
      when: .wants(.scim), needs: entries,
      why: ["While the old token still exists, a mistake costs nothing."],
      instructions: [
        "Have the display name in one profile changed at \(text: idp.name), and wait until it is provisioned.",
        "Open the person in **Users**.",
        "Have the display name changed back afterwards.",
      ],
      asks: [Question(.pilotUser, "Whose profile was changed? Enter the user name.")],
      proof: .word(see: "**Users**, opened at \(.pilotUser), shows the changed display name"),
      pitfalls: [
        Pitfall(
          "The change does not arrive", cause: "The new token was not entered, or not in full.",
          remedy: "Enter it again before anything is deleted; the old token is still valid.", certainty: .believed)
      ],
      sources: [.tokenRotation, .provisioning])
  }

  /// Ends the overlap.
  func deleteOldToken(after entry: StepID) -> Step {
    Step(
      .deleteOldToken, "Delete the old SCIM token",
      by: .awsAdmin, at: .identityCenter("Settings", "Identity source", "Actions", "Manage provisioning"),
      when: .wants(.scim), needs: [entry],
      warnings: ["The creation date tells the two apart; the new one is of \(.scimTokenCreated)."],
      instructions: ["In **Access tokens** select the token whose id was noted, and delete it."],
      proof: .word(see: "**Access tokens** lists one token, created on \(.scimTokenCreated)"),
      sources: [.tokenRotation])
  }
}
