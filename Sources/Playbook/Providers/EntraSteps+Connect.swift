extension EntraSteps {
  /// The right application of several that bear AWS's name.
  static let addApplication = Step(
    .addEntraApplication, "Add the application AWS IAM Identity Center",
    by: .idpAdmin,
    at: .entra(
      "Entra ID", "Enterprise apps", "New application",
      or: [
        .init("older menus", ["Identity", "Applications", "Enterprise applications", "New application"]),
        .init("from a search for Entra ID", ["Add", "Enterprise application"]),
        .init(
          "Azure AD admin center (aad.portal.azure.com)", ["Enterprise Applications", "New Application"]),
        .init("Azure portal of 2020", ["Azure Active Directory", "Enterprise applications", "New application"]),
      ]),
    warnings: [
      """
      Take **AWS IAM Identity Center (successor to AWS Single Sign-On)** of Amazon Web Services, Inc. Not \
      **AWS Single-Account Access** (roles of IAM), **AWS Console Access** (a password vault) or **AWS ClientVPN**.
      """
    ],
    instructions: [
      "On **Browse Microsoft Entra Gallery** search for `AWS IAM Identity Center`.",
      """
      Choose the tile **AWS IAM Identity Center (successor to AWS Single Sign-On)**, with the marks for federated SSO \
      and provisioning. In 2020 it was called **AWS Single Sign-on**.
      """,
      "Keep the name and choose **Create**; after a few seconds the application's page opens.",
    ],
    proof: .word(
      see: "the page of **AWS IAM Identity Center** with **Single sign-on**, **Users and groups** and **Provisioning**"),
    undo: "Delete the application in **Properties**?.",
    pitfalls: [
      Pitfall(
        "Sign-in ends with an error about roles although the AWS side looks right",
        cause: "**AWS Single-Account Access** was added: it signs in to IAM, with roles.",
        remedy: "Delete it and add **AWS IAM Identity Center (successor to AWS Single Sign-On)**.", certainty: .believed
      )
    ],
    sources: [.entraGuide, .entraSSO])

  /// What Entra must know of AWS. Entra holds every ACS URL, so each is compared.
  static let registerAWS = Step(
    .registerAWSInEntra, "Give Entra the AWS metadata",
    by: .idpAdmin, at: .entraApplication("Single sign-on", "SAML", "Upload metadata file"),
    needs: [.addEntraApplication, .downloadAWSMetadata],
    why: [
      """
      Entra posts only to addresses that are registered as reply URLs. AWS names one of them in each request: the \
      portal and the AWS command line not necessarily the same.
      """
    ],
    warnings: [
      """
      Register every ACS URL of the file: IPv4 and dual-stack, of each Region, and that of `signin.aws.amazon.com` \
      where the instance has it. The application's own template does not cover the newer hosts.
      """
    ],
    instructions: [
      "Choose **Single sign-on** (on the overview **Set up single sign on**), then **SAML**.",
      "Choose **Upload metadata file**, then the folder icon, select \(.awsMetadata), and choose **Add**.",
      "In **Basic SAML Configuration** see that both fields were filled; enter what is missing with **Add reply URL**.",
      "Mark an ACS URL of \(.region) as the default one: it is used when people start at **My Apps**.",
      "Leave **Relay State (Optional)**? and **Logout Url (Optional)**? empty.",
      "Choose **Save**, open **Basic SAML Configuration** again, and copy both fields as they are shown now.",
    ],
    pastes: [
      Paste(.issuerURL, into: "Identifier (Entity ID)"),
      Paste(.acsURL, into: "Reply URL (Assertion Consumer Service URL)"),
    ],
    proof: .shown([.issuerURL, .acsURL]),
    undo: "Delete the identifier and the reply URLs in **Basic SAML Configuration** and save.",
    pitfalls: [
      Pitfall(
        "AADSTS50011: The reply URL does not match the reply URLs configured for the application",
        cause: "The request names an ACS URL that is not registered; the message shows which.",
        remedy: "Add it in **Basic SAML Configuration** with **Add reply URL**, and save."),
      Pitfall(
        "The portal works, and the AWS command line ends with AADSTS50011",
        cause: "Only the dual-stack ACS URLs are registered; the command line uses the IPv4 one.",
        remedy: "Add the IPv4 ACS URLs beside them.", certainty: .believed),
      Pitfall(
        "Sign-in from the portal fails after reply URLs were tidied up",
        cause: "An instance from before February 2026 lost its address, whose host ends in `signin.aws.amazon.com`.",
        remedy: "Put it back, whatever a newer guide says."),
      Pitfall(
        "Sign-in stopped after the identity source was switched from Active Directory",
        cause: "The switch gave IAM Identity Center other addresses.",
        remedy: "Download the AWS metadata again and upload it here once more."),
    ],
    sources: [.entraGuide, .entraSSO, .regions, .entraReplyURL])

  /// The address of the portal is settled by now: it is in no file, and changes with the alias.
  static let setSignOnURL = Step(
    .setEntraSignOnURL, "Enter the portal URL as sign-on URL",
    by: .idpAdmin, at: .entraApplication("Single sign-on", "Basic SAML Configuration"),
    needs: [.registerAWSInEntra, .downloadAWSMetadata, .choosePortalAlias],
    why: ["People who start at **My Apps** are sent to this address, and from there to the portal."],
    warnings: [
      """
      Microsoft's guide shows the pattern `https://portal.sso.<REGION>.amazonaws.com/saml/assertion/<ID>` here, AWS's \
      asks for the portal URL. Follow AWS.
      """
    ],
    instructions: [
      "Enter \(.portalURL) into **Sign on URL (Optional)**, as AWS shows it, choose **Save** and close the window.",
      "Where Entra offers a test of single sign-on, choose **No, I'll test later**.",
      "Open **Basic SAML Configuration** again and copy the field.",
    ],
    pastes: [Paste(.portalURL, into: Label("Sign on URL (Optional)", formerly: ["Sign-on URL"]))],
    proof: .shown([.portalURL]),
    undo: "Empty the field and save; sign-in then begins at Entra.",
    pitfalls: [
      Pitfall(
        "The tile in My Apps does not lead to the AWS access portal",
        cause: "The sign-on URL is not the AWS access portal sign-in URL, often because the portal got a name later.",
        remedy: "Copy the URL from AWS again and enter it here.")
    ],
    sources: [.entraGuide, .entraSSO])

  /// The one text by which both sides know a person.
  static let setNameID = Step(
    .setEntraNameID, "See what Entra sends as the user name",
    by: .idpAdmin, at: .entraApplication("Single sign-on", "Attributes & Claims", "Edit"),
    needs: [.registerAWSInEntra],
    why: ["Entra sends this value as NameID; it must equal the user name in AWS, which provisioning writes."],
    instructions: [
      """
      Choose **Unique User Identifier (Name ID)**: the source attribute has to be `user.userprincipalname`, and \
      **Name identifier format** has to be **Email address**. Change what differs, and **Save**.
      """,
      """
      Keep the four additional claims `emailaddress`, `givenname`, `name` and `surname` as they are: neither guide \
      changes them, and people are matched by the NameID alone.
      """,
      "Add no claim with several values, such as groups: with attributes for access control AWS refuses them.",
      """
      Where guests sign in, add two claim conditions to the Name ID: members with `user.userprincipalname`, external \
      guests with `user.mail`.
      """,
    ],
    proof: .word(
      see: "in the row **Unique User Identifier (Name ID)** `user.userprincipalname [nameid-for`, cut off on the screen"
    ),
    undo: "Set the former source and format and save.",
    pitfalls: [
      Pitfall(
        "An unexpected error has occurred", cause: "The NameID that Entra sends is not the user name in AWS.",
        remedy: "Compare the person's user principal name with **Users** in AWS, letter by letter."),
      Pitfall(
        "A guest cannot sign in: the user name has #EXT# in it",
        cause: "A guest's user principal name is no e-mail address that AWS takes.",
        remedy: """
          Send `user.mail` for guests by a claim condition, and see that `userName` in the attribute mapping gives the \
          same address for them.
          """),
    ],
    sources: [.entraGuide, .demands, .troubleshooting])

  /// What AWS must know of Entra.
  static let saveMetadata = Step(
    .saveEntraMetadata, "Save the application's metadata",
    by: .idpAdmin,
    at: .entraApplication("Single sign-on", Label("SAML Certificates", formerly: ["SAML Signing Certificate"])),
    needs: [.addEntraApplication, .registerAWSInEntra, .setEntraSignOnURL, .setEntraNameID],
    why: [
      "The file tells AWS where people sign in and which certificate signs. Each application has a certificate of its own."
    ],
    warnings: ["Do not take the metadata of the tenant: it has the same addresses and other certificates."],
    instructions: [
      "In **SAML Certificates** choose **Download** beside **Federation Metadata XML**.",
      """
      Older guides use a button in the card **Set up AWS IAM Identity Center** instead. It gives the same file, and only \
      appears with Microsoft's browser extension for My Apps.
      """,
      "Keep the file as it was saved: it is signed, and opening it in an editor can change it.",
    ],
    asks: [Question(.idpMetadata, "Where is the application's metadata file?", field: "Federation Metadata XML")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    pitfalls: [
      Pitfall(
        "It's not you, it's us",
        cause: "The file was that of the tenant, whose certificates do not sign for this application.",
        remedy: "Download **Federation Metadata XML** on the application's page.", certainty: .believed),
      Pitfall(
        "The file has more than 75,000 characters, and AWS refuses it",
        cause: "The two `RoleDescriptor` elements for WS-Federation list every claim.",
        remedy: """
          In a copy delete both `RoleDescriptor` elements and the `Signature`, which no longer holds then; or enter the \
          values by hand.
          """, certainty: .believed),
      Pitfall(
        "The file begins with: This XML file does not appear to have any style information",
        cause: "The text was copied out of a browser's view of the XML.",
        remedy: "Use **Download** instead."),
    ],
    sources: [.entraGuide, .entraSSO, .entraCertificates, .limits])
}
