extension GoogleWorkspaceSteps {
  /// The first page of a wizard that stays open until AWS has taken the file.
  static let addApplication = Step(
    .addGoogleApplication, "Add the application Amazon Web Services",
    by: .idpAdmin, at: .googleAdmin("Apps", "Web and mobile apps", "Add app", "Search for apps"),
    needs: [.enableIdentityCenter],
    warnings: [
      "The wizard is not finished before AWS has taken Google's file. Keep its page open until then.",
      "Take the application of the catalogue, not **Add custom SAML app**.",
    ],
    instructions: [
      "Sign in with super administrator privileges and choose **Apps**, **Web and mobile apps**, **Add app**.",
      "Choose **Search for apps** and search for `Amazon Web Services`.",
      "Take **Amazon Web Services (SAML)** and choose **Select**.",
    ],
    proof: .word(see: "the page **Google Identity Provider details**"),
    undo: "Leave the wizard. Nothing exists before **Finish**; afterwards delete the application.",
    pitfalls: [
      Pitfall(
        "The application has no section Auto provisioning",
        cause: """
          It was made by **Add custom SAML app**, as an older guide has it. Such an application signs people in, but \
          provisions nobody.
          """,
        remedy: "Add **Amazon Web Services (SAML)** beside it, connect that one, then turn the other off.",
        certainty: .believed),
      Pitfall(
        "A help page of Google asks for a custom attribute and an IAM role",
        cause: "Its page on Amazon Web Services describes federation with IAM of single accounts.",
        remedy: "Leave out its AWS half; take this list, or AWS's page on Google Workspace."),
      Pitfall(
        "AWS's security blog has other steps",
        cause: "Its post on G Suite is from 2020, and no longer current by its own words.",
        remedy: "Take AWS's page on Google Workspace in the User Guide."),
    ],
    sources: [.googleGuide, .cloudPosseGuide, .googleNotes, .googleHelp("Amazon Web Services", "6194963")])

  /// What AWS must know of Google.
  static let saveMetadata = Step(
    .saveGoogleMetadata, "Save Google's metadata, and leave the page open",
    by: .idpAdmin, at: .googleAdmin("Add app", "Google Identity Provider details"),
    needs: [.addGoogleApplication],
    why: ["The file tells AWS where people sign in and which certificate signs."],
    warnings: ["Do not choose **Continue** yet. While the page is open, the file can be had again."],
    instructions: [
      "Choose **Download metadata**. The file is called `GoogleIDPMetadata.xml`.",
      "If AWS should refuse the file: the page also shows **SSO URL**, **Entity ID** and **Certificate**.",
      "Give the file to the AWS administrator and leave the page open.",
    ],
    asks: [Question(.idpMetadata, "Where is Google's metadata file?", field: "Download metadata")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    pitfalls: [
      Pitfall(
        "The file says that it is no longer valid",
        cause: "Its `validUntil` is the day on which its first certificate ends, five years after that was made.",
        remedy: "Download it again, after the certificate was rotated."),
      Pitfall(
        "The file has two certificates", cause: "The organisation has two, which is the most that Google allows.",
        remedy: "Keep both in the file; AWS then trusts both."),
      Pitfall(
        "Another application has the same entityID",
        cause: "Google's entityID names the organisation, not the application.",
        remedy: "That is expected. Choose the application by its page, not by the file.", certainty: .believed),
    ],
    sources: [.googleGuide, .googleProvisioning, .googleCertificates])

  /// What Google must know of AWS.
  static let registerAWS = Step(
    .registerAWSInGoogle, "Enter the ACS URL and the issuer URL at Google",
    by: .idpAdmin, at: .googleAdmin("Add app", "Service provider details"),
    needs: [.saveGoogleMetadata, .downloadAWSMetadata, .uploadIdPMetadata],
    why: ["Google sends the primary e-mail address as NameID; AWS compares it with the user name, exactly."],
    warnings: ["**Entity ID** on this page is that of AWS; the one on the page before was Google's own."],
    instructions: [
      "Back at Google, choose **Continue** on **Google Identity Provider details**.",
      "Enter the ACS URL into **ACS URL** and \(.issuerURL) into **Entity ID**.",
      "Leave **Start URL** empty. **Signed response** can stay without its tick.",
      "Set **Name ID format** to **EMAIL**; it can start as **UNSPECIFIED**.",
      "Set **Name ID** to **Basic Information > Primary email**.",
      "Copy both addresses as they are shown now, then choose **Continue**.",
    ],
    pastes: [
      Paste(.acsURL, into: "ACS URL", .singleACSURL),
      Paste(.issuerURL, into: "Entity ID"),
    ],
    proof: .shown([.acsURL, .issuerURL]),
    undo: "Leave the wizard before **Finish**; later correct the values in **Service provider details** and save.",
    pitfalls: [
      Pitfall(
        "An unexpected error has occurred",
        cause: "**Name ID format** stayed **UNSPECIFIED**, or **Name ID** is not the user name.",
        remedy: "Set **EMAIL** and **Basic Information > Primary email** in **Service provider details**."),
      Pitfall(
        "Google has one field for the ACS URL, AWS lists several",
        cause: "Google's application cannot hold more than one, as AWS's page says.",
        remedy: """
          Enter the one that is offered above: of the primary Region, and the one of `signin.aws.amazon.com` where the \
          instance has it. Sign-in in additional Regions is limited then.
          """),
      Pitfall(
        "Sign-in from the portal fails after the ACS URL was replaced by a newer one",
        cause: "An instance from before February 2026 needs its address, whose host ends in `signin.aws.amazon.com`.",
        remedy: "Put it back, whatever a newer guide says."),
    ],
    sources: [.googleGuide, .regions, .demands, .cloudPosseGuide])

  /// The last page of the wizard, on which the sources disagree.
  static let mapAttributes = Step(
    .mapGoogleAttributes, "Map the attributes and finish Google's wizard",
    by: .idpAdmin, at: .googleAdmin("Add app", "Attribute mapping"),
    needs: [.registerAWSInGoogle],
    why: ["The application exists only after **Finish**; without it nobody could sign in once AWS has switched."],
    warnings: [
      """
      The sources disagree. AWS's page maps `https://aws.amazon.com/SAML/Attributes/RoleSessionName` and \
      `https://aws.amazon.com/SAML/Attributes/Role`; Cloud Posse's guide maps the first only.
      """
    ],
    instructions: [
      """
      Choose **ADD MAPPING** and map **Basic Information > Primary email** to \
      `https://aws.amazon.com/SAML/Attributes/RoleSessionName`.
      """,
      """
      Where a row for `https://aws.amazon.com/SAML/Attributes/Role` is listed or required, map any attribute to it, \
      such as **Department**.
      """,
      "Keep both rows. Choose **Finish**, and tell the AWS administrator that the page in AWS can go on.",
    ],
    proof: .word(
      see: """
        the application's page with **User access**, and in its attribute mapping a row for \
        `https://aws.amazon.com/SAML/Attributes/RoleSessionName`
        """),
    undo: "Change the rows in the application's attribute mapping, or delete the application.",
    pitfalls: [
      Pitfall(
        "Finish is refused", cause: "The row for Role, or the one for RoleSessionName, has no attribute.",
        remedy: "Map **Department** to Role. IAM Identity Center gives access by permission sets, not by this value.",
        certainty: .believed)
    ],
    sources: [.googleGuide, .cloudPosseGuide, .googleNotes])
}
