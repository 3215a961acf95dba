extension JumpCloudSteps {
  /// The right application of two with similar names.
  static let addApplication = Step(
    .addJumpCloudApplication, "Add the application AWS IAM Identity Center",
    by: .idpAdmin, at: .jumpCloud(Label("+ Add New Application", certainty: .believed)),
    needs: [.enableIdentityCenter],
    warnings: [
      "Take **AWS IAM Identity Center**, not **Amazon Web Services (IAM)**: that one signs in to IAM of a single account.",
      "**SSO IdP URL** cannot be changed later. A wrong one means deleting the application and making it again.",
    ],
    instructions: [
      "Choose **+ Add New Application**? (older consoles have a green **+**) and search for `AWS IAM Identity Center`.",
      "On **General Info** enter a **Display Label**; people see it in the portal.",
      "In **Advanced Settings** look at **SSO IdP URL**, and give it a last part that can stay, such as `aws`.",
    ],
    proof: .word(
      see: "the application with the tabs **General Info**, **SSO**, **Identity Management** and **User Groups**"),
    undo: "Delete the application, before users are provisioned.",
    pitfalls: [
      Pitfall(
        "Sign-in ends with an error about roles although the AWS side looks right",
        cause: "**Amazon Web Services (IAM)** was added.", remedy: "Delete it and add **AWS IAM Identity Center**.",
        certainty: .believed),
      Pitfall(
        "The menus look different from AWS's page",
        cause: "AWS's page on JumpCloud describes June 2021. Even its first lines say that SAML provisions the users.",
        remedy: "Take JumpCloud's article: users and groups are provisioned over SCIM."),
      Pitfall(
        "The application was deleted, and people are still in AWS",
        cause: "Users who were bound stay active in AWS, and JumpCloud says that an earlier password works again.",
        remedy: "Remove them in AWS."),
    ],
    sources: [.jumpCloudArticle, .jumpCloudFields, .jumpCloudGuide, .cloudPosseGuide])

  /// What JumpCloud must know of AWS.
  static let registerAWS = Step(
    .registerAWSInJumpCloud, "Enter the addresses of AWS in JumpCloud",
    by: .idpAdmin, at: .jumpCloudApplication("SSO"),
    needs: [.addJumpCloudApplication, .downloadAWSMetadata],
    why: ["JumpCloud makes its certificate only for an application that is complete, so that AWS's values come first."],
    instructions: [
      "On **SSO**, in **Service Provider Metadata**, choose **Upload Metadata** and take AWS's file; or enter the values.",
      "**IdP Entity ID** starts as `JumpCloud`. Two applications must not share it: enter a URI of your own where unsure.",
      "**SP Entity ID** is \(.issuerURL), and **Login URL** is \(.portalURL).",
      "Enter each ACS URL into **ACS URL**, that of the primary Region first.",
      "Copy the three fields as they are shown now.",
    ],
    pastes: [
      Paste(.issuerURL, into: "SP Entity ID"),
      Paste(.acsURL, into: "ACS URL"),
      Paste(.portalURL, into: "Login URL"),
    ],
    proof: .shown([.issuerURL, .acsURL, .portalURL]),
    undo: "Empty the fields, or delete the application.",
    pitfalls: [
      Pitfall(
        "The upload fills in some fields only", cause: "What it fills differs from application to application.",
        remedy: "Enter the rest by hand, and compare each field."),
      Pitfall(
        "Sign-in fails for one Region or network", cause: "One of the ACS URLs is missing.",
        remedy: "Enter all that AWS lists. AWS names JumpCloud among those that take several."),
      Pitfall(
        "Sign-in from the portal fails after ACS URLs were tidied up",
        cause: "An instance from before February 2026 lost its address, whose host ends in `signin.aws.amazon.com`.",
        remedy: "Put it back, whatever a newer guide says."),
      Pitfall(
        "The IdP issuer URL in AWS is only the word JumpCloud",
        cause: "It is what the catalogue puts into **IdP Entity ID**.",
        remedy: "It works while no second application has the same. AWS must show the same text as JumpCloud."),
    ],
    sources: [.jumpCloudArticle, .jumpCloudFields, .regions])

  /// The one text by which both sides know a person.
  static let setNameID = Step(
    .setJumpCloudNameID, "Choose what JumpCloud sends as the user name",
    by: .idpAdmin, at: .jumpCloudApplication("SSO"),
    needs: [.registerAWSInJumpCloud],
    why: ["JumpCloud sends the e-mail address as NameID; AWS compares it with the user name, exactly."],
    warnings: [
      """
      Guides of third parties leave **SAMLSubject NameID Format** as it is, and a custom application starts with an \
      unspecified one. AWS demands the e-mail format: set it.
      """
    ],
    instructions: [
      "Set **SAMLSubject NameID** to `email`.",
      "Set **SAMLSubject NameID Format** to `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`.",
      "Set **Signature Algorithm** to `RSA-SHA256` and tick **Sign Assertion**.",
      "Leave **Default RelayState** empty. **Declare Redirect Endpoint** adds a second binding to the metadata; both work.",
      """
      Only for attribute-based access control: in **User Attribute Mapping** choose **add attribute**, with \
      `https://aws.amazon.com/SAML/Attributes/AccessControl:NAME` as **Service Provider Attribute Name**.
      """,
    ],
    proof: .word(
      see: """
        **SAMLSubject NameID** `email`, **SAMLSubject NameID Format** \
        `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`, and a tick at **Sign Assertion** where it is shown
        """),
    undo: "Set the former values and save.",
    pitfalls: [
      Pitfall(
        "An unexpected error has occurred", cause: "The user name in AWS is not the e-mail address in JumpCloud.",
        remedy: "Make the two equal."),
      Pitfall(
        "A field is not shown", cause: "The catalogue's application may have it preset.",
        remedy: "Go on: the exported metadata shows the format, and the sign-in shows the rest.", certainty: .believed),
      Pitfall(
        "The metadata says SAML:1.0:nameid-format:unspecified",
        cause: "JumpCloud offers this format, which no standard has, in applications of one's own.",
        remedy: "Set the e-mail format and export the metadata again."),
    ],
    sources: [.jumpCloudArticle, .jumpCloudFields, .demands, .troubleshooting])

  /// The certificate exists from here on.
  static let activateApplication = Step(
    .activateJumpCloudApplication, "Activate the application",
    by: .idpAdmin, at: .jumpCloudApplication("SSO"),
    needs: [.registerAWSInJumpCloud, .setJumpCloudNameID],
    why: ["JumpCloud makes the certificate and its key when the application is activated."],
    warnings: ["Read **SSO IdP URL** once more: the dialog says that it cannot be edited afterwards."],
    instructions: [
      "Choose **activate**.",
      "In **Please confirm your new SSO connector instance** choose **continue**.",
    ],
    proof: .word(see: "**Single Sign-On activated** in green, and **IDP Certificate Valid**"),
    undo: "Delete the application.",
    sources: [.jumpCloudArticle, .jumpCloudCertificates, .jumpCloudFields])

  /// What AWS must know of JumpCloud.
  static let saveMetadata = Step(
    .saveJumpCloudMetadata, "Export JumpCloud's metadata",
    by: .idpAdmin, at: .jumpCloudApplication("SSO", "Export Metadata"),
    needs: [.activateJumpCloudApplication],
    why: ["The file tells AWS where people sign in and which certificate signs."],
    instructions: [
      "On **SSO** choose **Export Metadata**; or tick the application in the list and choose **export metadata**.",
      "The file is called `JumpCloud-NAME-metadata.xml`. AWS takes a file: **Copy Metadata URL** does not help here.",
    ],
    asks: [Question(.idpMetadata, "Where is JumpCloud's metadata file?", field: "Export Metadata")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    pitfalls: [
      Pitfall(
        "The file has no certificate", cause: "The application was not activated yet.",
        remedy: "Activate it, then export again.", certainty: .believed),
      Pitfall(
        "The sign-in URL has another last part than SSO IdP URL", cause: "The metadata is that of another application.",
        remedy: "Open **AWS IAM Identity Center** and export its metadata.", certainty: .believed),
      Pitfall(
        "The file wants signed requests", cause: "`WantAuthnRequestsSigned` is `true`, and AWS signs no requests.",
        remedy: "Switch the demand off in the application; if it is only declared, sign-in from the portal will tell.",
        certainty: .believed),
    ],
    sources: [.jumpCloudFields, .jumpCloudSAML])
}
