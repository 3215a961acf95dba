extension OneLoginSteps {
  /// The right application of several with similar names.
  static let addApplication = Step(
    .addOneLoginApplication, "Add the application AWS Single Sign-on",
    by: .idpAdmin, at: .oneLogin("Applications", "Applications", "Add App"),
    why: ["OneLogin's catalogue has kept the former name of IAM Identity Center; AWS's page uses both names."],
    warnings: [
      """
      Take **AWS Single Sign-on**. Entries named **Amazon Web Services**?, for one account or several roles, sign in to \
      IAM of single accounts and cannot provision to IAM Identity Center.
      """
    ],
    instructions: [
      "Search for `AWS Single Sign-on` and choose it. A newer catalogue may call it **AWS IAM Identity Center**?.",
      "Keep the display name or give one of your own, and choose **Save**.",
    ],
    proof: .word(
      see: "the application's page with **Configuration**, **Parameters**, **SSO**, **Access** and **Provisioning**"),
    undo: "Delete the application.",
    pitfalls: [
      Pitfall(
        "The page Configuration has no field for the ACS URL of AWS SSO",
        cause: "Another entry of the catalogue was added.",
        remedy: "Delete it and add **AWS Single Sign-on**."),
      Pitfall(
        "The catalogue does not offer AWS Single Sign-on",
        cause: "The entry was renamed, or your account does not have it.",
        remedy: """
          Take **SAML Custom Connector (Advanced)**: **Audience (EntityID)** takes the issuer URL, **Recipient**, \
          **ACS (Consumer) URL Validator** and **ACS (Consumer) URL** take the ACS URL, **RelayState** stays empty. It \
          provisions nobody.
          """, certainty: .believed),
    ],
    sources: [.oneLoginArticle, .oneLoginBlog, .demands])

  /// The one text by which both sides know a person.
  static let setNameID = Step(
    .setOneLoginNameID, "Choose what OneLogin sends as the user name",
    by: .idpAdmin, at: .oneLoginApplication("Parameters"),
    needs: [.addOneLoginApplication],
    why: ["OneLogin sends this value as NameID; AWS compares it exactly with the user name that SCIM wrote."],
    warnings: [
      "AWS takes the NameID format `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress` and no other."
    ],
    instructions: [
      "Set **NameID value** to **Email**.",
      "See that the parameter that SCIM sends as user name, **scimusername**? for instance, takes **Email** as well.",
      """
      Keep the parameters that were there. Of your own, delete those with **Include in SAML assertion** ticked, unless \
      they are meant for access control by attributes.
      """,
      "Choose **Save**.",
    ],
    proof: .word(see: "**Parameters** shows **Email** beside **NameID value**"),
    undo: "Choose the former field again, before anybody is provisioned.",
    pitfalls: [
      Pitfall(
        "Users are provisioned, and sign-in still fails",
        cause: "NameID and SCIM user name take different fields, such as e-mail address and user name.",
        remedy: "Give both the same field, and compare **Users** in AWS with the person's e-mail address."),
      Pitfall(
        "Sign-in fails since an attribute was added",
        cause: "AWS takes each attribute once, with one value, and at most 50 of them.",
        remedy: """
          Name an attribute for access control `https://aws.amazon.com/SAML/Attributes/AccessControl:` and its key, \
          give it one value, or delete it.
          """),
    ],
    sources: [.oneLoginGuide, .oneLoginArticle, .demands, .provisioning, .troubleshooting])

  /// What AWS must know of OneLogin.
  static let saveMetadata = Step(
    .saveOneLoginMetadata, "Save OneLogin's metadata",
    by: .idpAdmin, at: .oneLoginApplication("More Actions", "SAML Metadata"),
    needs: [.addOneLoginApplication, .setOneLoginNameID],
    why: ["The file tells AWS where people sign in and which certificate signs."],
    instructions: [
      "At the top right choose **More Actions**, then **SAML Metadata**. The browser saves an XML file.",
      "Keep the file as it is; its name begins with `onelogin_metadata`, as far as is known.",
    ],
    asks: [Question(.idpMetadata, "Where is OneLogin's metadata file?", field: "SAML Metadata")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    pitfalls: [
      Pitfall(
        "The file names the NameID format transient and not emailAddress",
        cause: "The application's NameID format is not the one for e-mail addresses.",
        remedy: "Set **SAML nameID format**? to **Email**?, save, and download the file again.", certainty: .believed),
      Pitfall(
        "The certificate in the file is signed with SHA-1",
        cause: "Old certificates of OneLogin accounts are, and an application takes the account's default one.",
        remedy: """
          Make a new certificate with `SHA256` in **Security**, **Certificates**, choose it for this application on \
          **SSO**, and download the file again.
          """),
    ],
    sources: [.oneLoginArticle, .oneLoginKnowledge("certificates", "KB0010585"), .demands])

  /// What OneLogin must know of AWS.
  static let registerAWS = Step(
    .registerAWSInOneLogin, "Enter the ACS URL and the issuer URL in OneLogin",
    by: .idpAdmin, at: .oneLoginApplication("Configuration", "Application details"),
    needs: [.addOneLoginApplication, .downloadAWSMetadata],
    why: ["Without these two values OneLogin does not know to whom it answers."],
    warnings: [
      "The application holds one ACS URL. Sign-in through further Regions of IAM Identity Center suffers from that."
    ],
    instructions: [
      "On **Configuration** enter \(.issuerURL) into **AWS SSO Issuer URL** and the ACS URL into **AWS SSO ACS URL**.",
      "Choose **Save**, then copy both fields as they are shown now.",
    ],
    pastes: [
      Paste(.acsURL, into: "AWS SSO ACS URL", .singleACSURL),
      Paste(.issuerURL, into: "AWS SSO Issuer URL"),
    ],
    proof: .shown([.acsURL, .issuerURL]),
    undo: "Empty both fields and save.",
    pitfalls: [
      Pitfall(
        "Sign-in from the portal fails after ACS URLs were tidied up",
        cause: "An instance from before February 2026 lost its address, whose host ends in `signin.aws.amazon.com`.",
        remedy: "Put it back, whatever a newer guide says."),
      Pitfall(
        "OneLogin has one field for the ACS URL, AWS lists several",
        cause: "The list has an address per Region and address family.",
        remedy: """
          Enter the one that is offered above: of the primary Region, and the one of `signin.aws.amazon.com` where \
          the instance has it. Where it has not, the dual-stack one of the primary Region does as well.
          """),
      Pitfall(
        "OneLogin's article sends you to other places in AWS",
        cause: "It describes the console of 2021: **View details** beside **Authentication** in **Settings**.",
        remedy: "Take both values from here; they were read from the AWS metadata."),
    ],
    sources: [.oneLoginArticle, .oneLoginGuide, .regions])
}
