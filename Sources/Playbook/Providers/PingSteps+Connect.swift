extension PingSteps {
  /// The right application of several that bear AWS's name.
  static let addApplication = Step(
    .addPingApplication, "Add the application IAM Identity Center in PingOne",
    by: .idpAdmin,
    at: .pingOne(
      "Applications", "Application Catalog",
      or: [
        .init(
          "an application of your own, where the catalogue has none",
          ["Connections", "Applications", "+", "SAML Application", "Configure"])
      ]),
    when: inPingOne,
    warnings: [
      "Take the one for IAM Identity Center. Applications called AWS alone sign in to IAM, at other addresses."
    ],
    instructions: [
      "Search the catalogue for `IAM Identity Center` and open **IAM Identity Center**.",
      "Keep the name; where **Map Attributes** and **Select Groups** follow, go on with **Next**: later steps set them.",
    ],
    proof: .word(see: "**Applications** lists **IAM Identity Center**"),
    undo: "Delete the application.",
    pitfalls: [
      Pitfall(
        "Sign-in ends with an error about roles although the AWS side looks right",
        cause: "An application for federation with IAM was added.",
        remedy: "Delete it and add **IAM Identity Center**.", certainty: .believed),
      Pitfall(
        "The application has no User Provisioning", cause: "It is not from the catalogue.",
        remedy: "Add **IAM Identity Center** of the catalogue.", certainty: .believed),
    ],
    sources: [.pingOneGuide, .pingOneCatalog, .demands])

  /// What PingOne must know of AWS. It holds every ACS URL, so each is compared.
  static let registerAWS = Step(
    .registerAWSInPing, "Give PingOne the AWS metadata",
    by: .idpAdmin, at: .pingOneApplication("Configuration"),
    when: inPingOne, needs: [.addPingApplication, .downloadAWSMetadata],
    why: [
      "AWS names an ACS URL in its request, and PingOne refuses one that is not among **ACS URLs**. The first is the default."
    ],
    warnings: [
      "Register every ACS URL of the file, and that of `signin.aws.amazon.com` where the instance has it."
    ],
    instructions: [
      """
      Choose **Import Metadata** and give \(.awsMetadata). **Import From URL** and **Manually Enter** lead to the same \
      fields; **+ Add** makes room for another address.
      """,
      "Where the fields are missing in an application of the catalogue, choose **Enable Advanced Configuration**.",
      "Put an ACS URL of \(.region) first.",
      """
      Leave **Enforce Signed Authn Request** and **Encryption** off: AWS signs no requests and reads no encrypted \
      assertions. Fill **Assertion validity duration (in seconds)**.
      """,
      "Choose **Save**, then copy both fields as they are shown now.",
    ],
    pastes: [Paste(.acsURL, into: "ACS URLs"), Paste(.issuerURL, into: "Entity ID")],
    proof: .shown([.acsURL, .issuerURL]),
    undo: "Empty the fields, or delete the application.",
    pitfalls: [
      Pitfall(
        "Sign-in from the portal fails after ACS URLs were tidied up",
        cause: "An instance from before February 2026 lost its address, whose host ends in `signin.aws.amazon.com`.",
        remedy: "Put it back, whatever a newer guide says."),
      Pitfall(
        "PingOne refuses every sign-in that begins at the portal",
        cause: "**Enforce Signed Authn Request** is ticked.", remedy: "Take the tick away.", certainty: .believed),
    ],
    sources: [.pingOneGuide, .pingOneApplication, .demands, .regions])

  /// The one text by which both sides know a person.
  static let mapSubject = Step(
    .mapPingSubject, "Choose what PingOne sends as the user name",
    by: .idpAdmin, at: .pingOneApplication("Attribute Mappings"),
    when: inPingOne, needs: [.addPingApplication],
    why: ["PingOne sends this value as NameID; it must equal the user name in AWS, which provisioning writes."],
    instructions: [
      """
      Map **SAML_SUBJECT** to an attribute that is unique, never empty, and in the form of an e-mail address. AWS's \
      guide takes **Email (Work)** for a trial.
      """,
      """
      In **Advanced** set **Name ID Format to send to SP** to \
      `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`.
      """,
      "Delete no mapping that PingOne marks as required. Other attributes may stay: people are matched by the NameID.",
      "Choose **Save**.",
    ],
    proof: .word(
      see: """
        **SAML_SUBJECT** with the attribute that you chose, and in **Advanced** \
        `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`
        """),
    undo: "Set the former attribute and format and save.",
    pitfalls: [
      Pitfall(
        "SAML_215 or Invalid input, for people with a + in the address",
        cause: "The NameID goes out without the e-mail format.",
        remedy: "Set **Name ID Format to send to SP** as above."),
      Pitfall(
        "An unexpected error has occurred", cause: "The NameID that PingOne sends is not the user name in AWS.",
        remedy: "Compare the attribute of the person with **Users** in AWS, letter by letter."),
    ],
    sources: [.pingOneGuide, .demands, .troubleshooting])

  /// What AWS must know of Ping.
  static let saveMetadata = Step(
    .savePingMetadata, "Save Ping's metadata",
    by: .idpAdmin,
    at: .pingOneApplication(
      "Configuration", "Download Metadata",
      or: [
        .init("PingFederate", ["System", "Protocol Metadata", "Metadata Export"].map(Label.pingFederate))
      ]),
    needs: [.registerAWSInPing, .mapPingSubject, .createPingFederateConnection],
    why: ["The file tells AWS where people sign in and which certificate signs."],
    warnings: [
      "PingOne's certificates were seen to end after one year: look at the day that is read from the file."
    ],
    instructions: [
      "PingOne: choose **Download Metadata** and keep the file as it was saved.",
      """
      PingFederate: on **Metadata Role**? take the identity provider, on **Metadata Mode**? \
      **Use a connection for metadata generation**?, on **Connection Metadata**? the one for AWS, then **Export**?.
      """,
    ],
    asks: [Question(.idpMetadata, "Where is Ping's metadata file?", field: "Download Metadata")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    pitfalls: [
      Pitfall(
        "The file of PingFederate is full of its own settings",
        cause: "The connection was exported, and not its metadata.",
        remedy: "Use **Metadata Export**?.", certainty: .believed),
      Pitfall(
        "The sign-in URL names another host than people use",
        cause: "PingFederate writes its base URL, unless a virtual host name was chosen at the export.",
        remedy: "Export again with the virtual host name that people use."),
    ],
    sources: [.pingOneGuide, .pingFederateMetadata])
}
