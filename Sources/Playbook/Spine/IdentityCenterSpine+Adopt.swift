extension StepID {
  static let recordInstance: StepID = "record-instance"
  static let recordAWSMetadata: StepID = "record-aws-metadata"
  static let compareValuesInAWS: StepID = "compare-values-in-aws"
  static let recordTrustedCertificates: StepID = "record-trusted-certificates"
  static let recordSCIMToken: StepID = "record-scim-token"
  static let recordUsers: StepID = "record-users"
  static let recordGroups: StepID = "record-groups"
  static let recordAccess: StepID = "record-access"
}

/// What is read of a connection that works. None of these steps changes anything.
extension IdentityCenterSpine {
  /// Whose instance it is.
  var recordInstance: Step {
    Step(
      .recordInstance, "See that AWS takes people from \(idp.name)",
      by: .awsAdmin, at: .identityCenter("Settings", "Identity source"),
      instructions: [
        "Sign in to the management account, select the Region of the instance, and open IAM Identity Center.",
        "Look at **Settings**, **Identity source**: it says **External identity provider**.",
      ],
      asks: [
        Question(
          .managementAccount, "Which account is the management account?",
          field: Label("Account ID", certainty: .believed))
      ],
      proof: .value(.managementAccount),
      sources: [.identitySource, .connecting])
  }

  /// AWS's file, from a place that changes nothing.
  var recordAWSMetadata: Step {
    Step(
      .recordAWSMetadata, "Download the AWS metadata and note the portal URL",
      by: .awsAdmin, at: .manageAuthentication, needs: [.recordInstance],
      warnings: ["Open **Manage authentication**, not **Change identity source**."],
      instructions: [
        "In **Manage authentication** choose **Download metadata file**.",
        "Copy the access portal URL from the summary of **Settings** or from **Dashboard**.",
      ],
      asks: [
        Question(.awsMetadata, "Where is the AWS metadata file?", field: "Download metadata file"),
        Question(.portalURL, "What is the AWS access portal URL?"),
      ],
      handsOn: [.issuerURL],
      proof: .metadata(.awsMetadata),
      sources: [.connecting, .regions])
  }

  /// What AWS holds of the provider.
  func compareValuesInAWS(after saver: StepID) -> Step {
    Step(
      .compareValuesInAWS, "Compare what AWS holds of \(idp.name)",
      by: .awsAdmin, at: .manageAuthentication, needs: [saver],
      why: ["AWS keeps what it was given once: the provider's addresses may have changed since."],
      instructions: [
        "In **Manage authentication** copy **IdP issuer URL** and **IdP sign-in URL**, and leave the page unchanged."
      ],
      proof: .shown([.idpEntityID, .idpSignInURL]),
      pitfalls: [
        Pitfall(
          "The sign-in URL differs and sign-in works all the same",
          cause: "The provider has another address by now and still answers at the old one.",
          remedy: "Plan to give AWS the new metadata with **Edit IdP metadata**, before the old address ends.",
          certainty: .believed)
      ],
      sources: [.editingMetadata, .connecting])
  }

  /// What the provider holds of AWS, in the fields into which a step of the set-up enters it.
  func compareValues(of step: Step, as id: StepID) -> Step {
    let fields = step.pastes.filter { $0.fact != nil }
    return Step(
      id, "Compare what \(step.place.console) holds of AWS",
      by: step.actor, at: ConsolePath(step.place.console, url: step.place.url, path: [idp.application]),
      when: step.when, needs: [.recordAWSMetadata],
      instructions: ["Open the settings of the application for sign-in by SAML, and leave them unchanged."]
        + fields.map { "Copy what \(label: $0.field) holds." },
      compares: fields,
      proof: step.proof, pitfalls: step.pitfalls, sources: step.sources)
  }

  /// AWS trusts every certificate that was imported, whether it signs or not.
  func recordTrustedCertificates(after saver: StepID) -> Step {
    Step(
      .recordTrustedCertificates, "See which certificates AWS trusts",
      by: .awsAdmin, at: .manageAuthentication, needs: [saver],
      why: ["All imported certificates are trusted, so that one that nobody uses any more is a way in."],
      instructions: [
        "Choose **Manage SAML 2.0 certificates** and look at **Expires on** of each.",
        "One has to end on \(.idpCertificateExpires). Write a note beside this step for each of the others.",
      ],
      proof: .word(see: "**Expires on** names \(.idpCertificateExpires)"),
      pitfalls: [
        Pitfall(
          "No certificate ends on that day",
          cause: "The metadata is newer than what AWS was given, or of another application.",
          remedy: "Save the metadata of the application that signs; then follow the flow that rotates the certificate.",
          certainty: .believed)
      ],
      sources: [.certificateExpiry, .certificateRotation])
  }

  /// The day counts, never the token.
  var recordSCIMToken: Step {
    Step(
      .recordSCIMToken, "Note the SCIM endpoint and the day of the token",
      by: .awsAdmin, at: .identityCenter("Settings", "Identity source", "Actions", "Manage provisioning"),
      when: .wants(.scim), needs: [.recordAWSMetadata],
      why: ["The token lives for one year and ends without a message."],
      warnings: [
        "Generate nothing here. Of two tokens take the day of the one that is in use: the other is to be deleted."
      ],
      instructions: [
        "Copy **SCIM endpoint**.",
        "In **Access tokens** look at the day on which the token in use was created.",
      ],
      asks: [
        Question(.scimEndpoint, "What is the SCIM endpoint?", field: "SCIM endpoint"),
        Question(.scimTokenCreated, "On which day was the token created? Do not enter the token itself."),
      ],
      proof: .value(.scimTokenCreated),
      sources: [.tokenRotation, .provisioning])
  }

  /// One person who is known on both sides.
  var recordUsers: Step {
    Step(
      .recordUsers, "Name one person who signs in",
      by: .awsAdmin, at: .identityCenter("Users"), needs: [.recordInstance],
      instructions: ["Choose a person who can sign in now, and copy the user name from the list."],
      asks: [Question(.pilotUser, "Who will sign in once? Enter the user name as **Users** lists it.")],
      proof: .word(see: "**Users** lists \(.pilotUser)"),
      sources: [.usersAndGroups])
  }

  /// The names that assignments and code rely on.
  var recordGroups: Step {
    Step(
      .recordGroups, "Name the groups that have access",
      by: .awsAdmin, at: .identityCenter("Groups"), needs: [.recordInstance],
      instructions: ["Copy the names of the groups to which permission sets are assigned, exactly as listed."],
      asks: [
        Question(
          .requiredGroups, "Which groups must exist in AWS? Leave it empty if access is given to users.",
          isOptional: true)
      ],
      proof: .word(see: "each name stands in **Groups**, with its members"),
      sources: [.usersAndGroups])
  }

  /// Where a sign-in is tried.
  var recordAccess: Step {
    Step(
      .recordAccess, "Name an account and what people may do there",
      by: .awsAdmin, at: .identityCenter("Multi-account permissions", "AWS accounts"),
      needs: [.recordAWSMetadata, .recordUsers],
      instructions: ["Choose an account to which \(.pilotUser) has access, and look at its permission sets."],
      asks: [
        Question(.pilotAccount, "Which account will be opened?"),
        Question(.permissionSets, "Which permission sets does the person have there? Names, exactly as listed."),
      ],
      proof: .word(see: "**AWS accounts** shows \(.permissionSets) beside the account"),
      sources: [idp.guide])
  }
}
