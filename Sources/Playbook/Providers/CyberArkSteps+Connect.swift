extension CyberArkSteps {
  /// The right application of several with similar names.
  static let addApplication = Step(
    .addCyberArkApplication, "Add the application for IAM Identity Center",
    by: .idpAdmin,
    at: .cyberArk(.cyberArkApps, "Web Apps", "Add Web Apps"),
    warnings: [
      """
      Do not take **Amazon Web Services (SAML + Provisioning)**, nor one with **AWS IAM**? in its name: they sign in \
      to IAM of single accounts.
      """
    ],
    instructions: [
      "On **Search** look for `AWS`.",
      """
      Beside **AWS IAM Identity Center**?, which CyberArk's own help still calls **AWS Single Sign-On**, choose **Add**, \
      then **Yes**, then **Close**.
      """,
      "The application opens on **Settings**. Change name and logo there if you like, and save.",
    ],
    proof: .word(see: "the application's menu with **Settings**, **Trust**, **SAML Response** and **Provisioning**"),
    undo: "Delete the application in **Web Apps**.",
    pitfalls: [
      Pitfall(
        "Sign-in ends with an error about roles although the AWS side looks right",
        cause: "The application for IAM was added: it wants roles of the same name in AWS accounts.",
        remedy: "Delete it and add the one for IAM Identity Center."),
      Pitfall(
        "The catalogue has no application for IAM Identity Center",
        cause: "Its name today is not confirmed.",
        remedy: """
          Open the tab **Custom**, choose **Add** beside **SAML**, and go on. Whether such an application provisions over \
          SCIM is not known; without it answer that SCIM is not wanted.
          """, certainty: .believed),
    ],
    sources: [.cyberArkSAML, .cyberArkTemplate, .cyberArkGuide, .demands])

  /// What AWS must know of CyberArk.
  static let saveMetadata = Step(
    .saveCyberArkMetadata, "Save CyberArk's metadata",
    by: .idpAdmin, at: .cyberArkApplication("Trust", "Identity Provider Configuration", "Metadata"),
    needs: [.addCyberArkApplication],
    why: ["The file tells AWS where people sign in and which certificate signs."],
    warnings: [
      "**IdP Entity ID / Issuer** can be edited. Leave it: AWS compares the issuer of each sign-in with the file."
    ],
    instructions: [
      "On **Trust**, in **Identity Provider Configuration**, select **Metadata**.",
      "Choose **Download Metadata File**. (**Copy URL** and **Copy XML** give the same; save what you copy unchanged.)",
      "Compare **Single Sign On URL** on the page with the file: it has `applogin/appKey` in it.",
    ],
    asks: [Question(.idpMetadata, "Where is CyberArk's metadata file?", field: "Download Metadata File")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    pitfalls: [
      Pitfall(
        "The issuer in AWS differs from the one in CyberArk",
        cause: "The issuer was edited after the file was saved.",
        remedy: "Save the file again and give it to AWS in **Manage authentication**."),
      Pitfall(
        "The file looks different from what is said here",
        cause: "No real file of CyberArk could be read for this list.",
        remedy: "What counts is that the file validates without errors and fits the one of AWS.", certainty: .believed),
    ],
    sources: [.cyberArkTemplate, .cyberArkGuide, .demands])

  /// What CyberArk must know of AWS.
  static let registerAWS = Step(
    .registerAWSInCyberArk, "Enter the ACS URL and the issuer URL in CyberArk",
    by: .idpAdmin, at: .cyberArkApplication("Trust", "Service Provider Configuration"),
    needs: [.addCyberArkApplication, .downloadAWSMetadata],
    why: ["Without these values CyberArk does not know to whom it answers."],
    warnings: [
      "The application holds one ACS URL. Sign-in through further Regions of IAM Identity Center suffers from that."
    ],
    instructions: [
      """
      Select **Manual Configuration**. Uploading the file of AWS under **Metadata** is possible too; since it lists \
      several ACS URLs, compare what was taken.
      """,
      "Enter \(.issuerURL) into **SP Entity ID / Issuer / Audience**.",
      "Enter the ACS URL into **Assertion Consumer Service (ACS) URL**, and let **Recipient** be the same.",
      "Set **Sign Response or Assertion** to **Assertion**, and **NameID Format** to **emailAddress**.",
      "Leave **Relay State**? empty, and do not have assertions encrypted.",
      "Choose **Save**, then copy both URLs as they are shown now.",
    ],
    pastes: [
      Paste(.acsURL, into: "Assertion Consumer Service (ACS) URL", .singleACSURL),
      Paste(.issuerURL, into: "SP Entity ID / Issuer / Audience"),
    ],
    proof: .shown([.acsURL, .issuerURL]),
    undo: "Empty the fields and save.",
    pitfalls: [
      Pitfall(
        "Sign-in from the portal fails after ACS URLs were tidied up",
        cause: "An instance from before February 2026 lost its address, whose host ends in `signin.aws.amazon.com`.",
        remedy: "Put it back, whatever a newer guide says."),
      Pitfall(
        "CyberArk has one field for the ACS URL, AWS lists several",
        cause: "The list has an address per Region and address family.",
        remedy: """
          Enter the one that is offered above: of the primary Region, and the one of `signin.aws.amazon.com` where \
          the instance has it. Where it has not, the dual-stack one of the primary Region does as well.
          """),
      Pitfall(
        "An unexpected error has occurred, although both URLs are right",
        cause: "**NameID Format** is `unspecified`, or the response is signed and the assertion in it is not.",
        remedy: "Set **NameID Format** to **emailAddress** and sign the **Assertion**.", certainty: .believed),
    ],
    sources: [
      .cyberArkTemplate, .cyberArkGuide, .regions, .demands,
      SourceReference(
        "Amazon Managed Grafana User Guide: CyberArk, on the same page of its console",
        "https://docs.aws.amazon.com/grafana/latest/userguide/AMG-SAML-providers-CyberArk.html", checked: "2026-11"),
    ])

  /// The one text by which both sides know a person.
  static let setAccountMapping = Step(
    .setCyberArkAccountMapping, "Choose what CyberArk sends as the user name",
    by: .idpAdmin, at: .cyberArkApplication("Account Mapping"),
    needs: [.registerAWSInCyberArk],
    why: ["CyberArk sends this value as NameID; AWS compares it exactly with the user name that SCIM wrote."],
    instructions: [
      "Choose **Directory Service Field** and enter `mail`, or `userprincipalname` where that is an e-mail address.",
      "Choose **Save**.",
    ],
    proof: .word(see: "**Directory Service Field** with `mail` or `userprincipalname` in it"),
    undo: "Choose the former mapping again, before anybody is provisioned.",
    pitfalls: [
      Pitfall(
        "Users are provisioned, and sign-in still fails",
        cause: """
          The provisioning script sends another field as user name than the one that is chosen here. The script must \
          not be changed: AWS's page says that provisioning may fail then.
          """,
        remedy: """
          Look at **Users** in AWS for the user name that arrived, and choose the field here that gives the same text.
          """),
      Pitfall(
        "The NameID is another one than the field that is chosen here gives",
        cause: "The script on **SAML Response** sets the NameID, and need not take it from **Account Mapping**.",
        remedy: "Restore the script that the application came with.", certainty: .believed),
    ],
    sources: [.cyberArkAccounts, .cyberArkGuide, .troubleshooting])

  /// More than AWS asks for is more that can be refused.
  static let leaveSAMLResponse = Step(
    .leaveCyberArkSAMLResponse, "Leave the SAML response without further attributes",
    by: .idpAdmin, at: .cyberArkApplication("SAML Response"),
    needs: [.setCyberArkAccountMapping],
    why: [
      "Sign-in needs the NameID alone. Attributes are for access control by attributes, which is set up separately."
    ],
    instructions: [
      "Below **Attributes** delete rows that nobody needs, and keep those that the application came with.",
      "Leave the script below the table as it is, and choose **Save**.",
    ],
    proof: .word(see: "**Attributes** without rows of your own"),
    undo: "Add the rows again and save.",
    pitfalls: [
      Pitfall(
        "Attributes for access control arrive with name and value exchanged",
        cause: """
          AWS's page puts CyberArk's attribute into **Attribute Name** and AWS's name into **Attribute Value**. The table \
          may mean it the other way round.
          """,
        remedy: """
          The assertion must name `https://aws.amazon.com/SAML/Attributes/AccessControl:` with the key, and hold one \
          value. Exchange the two columns if it does not.
          """, certainty: .believed)
    ],
    sources: [.cyberArkGuide, .cyberArkPages, .troubleshooting])
}
