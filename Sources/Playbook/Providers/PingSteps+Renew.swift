extension PingSteps {
  /// The new certificate exists before anything depends on it.
  static let createKeyPair = Step(
    .createPingKeyPair, "Make a new signing key pair in PingOne",
    by: .idpAdmin, at: .pingOne("Settings", "Certificates and Key Pairs", "Key Pairs", "+", "Create New Key Pair"),
    when: inPingOne,
    warnings: [
      """
      The key pair belongs to the environment. Making it the default one changes nothing for the application, which \
      keeps the key pair that it has.
      """
    ],
    instructions: [
      "Set **Usage Type** to **Signing - Verification**, and the validity as long as you can; 730 days were the most.",
      "Save, open the new key pair, download its certificate as PEM, and give it to the AWS administrator.",
    ],
    proof: .word(see: "**Key Pairs** lists the new key pair with **Signing - Verification**"),
    undo: "Delete the key pair.",
    sources: [.pingOneKeyPair])

  /// The same on a server.
  static let createServerKeyPair = Step(
    .createPingFederateKeyPair, "Make a new signing key pair in PingFederate",
    by: .idpAdmin,
    at: .pingFederate("Security", "Certificate & Key Management", "Signing & Decryption Keys & Certificates"),
    when: inPingFederate,
    instructions: [
      "Choose **Create New**?, fill in the form, and **Save**?.",
      "In the row of the new certificate choose **Export**? in the **Action**? menu, then **Certificate Only**?.",
      "Give the file to the AWS administrator as PEM.",
    ],
    proof: .word(see: "**Signing & Decryption Keys & Certificates**? lists the new certificate"),
    undo: "Delete the key pair.",
    sources: [.pingFederateCertificates])

  /// The switch.
  static let assignKeyPair = Step(
    .assignPingKeyPair, "Let PingOne sign with the new key pair",
    by: .idpAdmin,
    at: .pingOne(
      "Settings", "Certificates and Key Pairs", "Key Pairs",
      or: [.init("in the application", ["Configuration", "Signing key"])]),
    when: inPingOne, needs: [.createPingKeyPair, .importNewCertificate],
    instructions: [
      "Open the old key pair, and on **Applications** find the one for AWS and choose **Reassign**.",
      "In **Reassign Key Pair** choose the new key pair, then **Continue**.",
    ],
    proof: .word(see: "**Applications** of the new key pair lists **IAM Identity Center**"),
    undo: "Reassign the application to the old key pair.",
    sources: [.pingOneKeyAssignment, .pingOneApplication])

  /// The switch on a server.
  static let assignServerKeyPair = Step(
    .assignPingFederateKeyPair, "Let PingFederate sign with the new key pair",
    by: .idpAdmin, at: .pingFederateConnection("Credentials", "Digital Signature Settings"),
    when: inPingFederate, needs: [.createPingFederateKeyPair, .importNewCertificate],
    instructions: ["Choose the new certificate in **Signing Certificate**?, then **Done**? and **Save**?."],
    proof: .word(see: "**Signing Certificate**? shows the new certificate"),
    undo: "Choose the old certificate again and save.",
    sources: [.pingFederateSignatures])

  /// What the switch made of the metadata.
  static let saveNewMetadata = Step(
    .saveNewPingMetadata, "Save Ping's metadata anew",
    by: .idpAdmin,
    at: .pingOneApplication(
      "Configuration", "Download Metadata",
      or: [.init("PingFederate", ["System", "Protocol Metadata", "Metadata Export"].map(Label.pingFederate))]),
    needs: [.assignPingKeyPair, .assignPingFederateKeyPair],
    why: ["The file shows which certificate signs now, and until when."],
    instructions: [
      "PingOne: choose **Download Metadata**.",
      "PingFederate: export the metadata of the connection for AWS.",
    ],
    asks: [Question(.idpMetadata, "Where is the metadata with the new certificate?", field: "Download Metadata")],
    handsOn: [.idpCertificateExpires],
    proof: .newCertificate(.idpMetadata),
    sources: [.pingOneGuide, .pingFederateMetadata])

  /// The new token in the place of the old.
  static let enterNewToken = Step(
    .enterNewPingToken, "Enter the new token in PingOne",
    by: .idpAdmin,
    at: .pingOne(
      "Applications", "My Applications", "IAM Identity Center", "Edit",
      or: [.init("newer consoles without it", ["Integrations", "Provisioning"])]),
    when: .all([.wants(.scim), inPingOne]), needs: [.createSecondToken],
    why: ["From then on PingOne writes with the new token, which expires on \(.scimTokenExpires)."],
    instructions: [
      "Go on with **Continue to Next Step** to the page of **ACCESS_TOKEN**; leave **SCIM URL** as it is.",
      "Enter the new token into **ACCESS_TOKEN**, go on to the last page, and choose **Finish**.",
    ],
    pastes: [Paste(.scimToken, into: "ACCESS_TOKEN")],
    proof: .word(see: "the list of applications, after **Finish** was taken without a message"),
    undo: "Enter the old token again; it is valid until it is deleted.",
    sources: [.tokenRotation, .pingOneGuide])

  /// The same on a server.
  static let enterNewTokenOnServer = Step(
    .enterNewPingFederateToken, "Enter the new token in PingFederate",
    by: .idpAdmin, at: .pingFederateConnection("Outbound Provisioning", "Configure Provisioning"),
    when: .all([.wants(.scim), inPingFederate]), needs: [.createSecondToken],
    why: ["From then on PingFederate writes with the new token, which expires on \(.scimTokenExpires)."],
    instructions: [
      "Enter the new token into **Access Token**?, leave **SCIM URL**? as it is, and choose **Save**?."
    ],
    pastes: [Paste(.scimToken, into: .pingFederate("Access Token"))],
    proof: .word(see: "`provisioner.log` goes on without refusals by 401"),
    undo: "Enter the old token again; it is valid until it is deleted.",
    sources: [.tokenRotation, .pingFederateGuide])
}
