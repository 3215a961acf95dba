extension PingSteps {
  /// The server learns of IAM Identity Center.
  static let prepareServer = Step(
    .preparePingFederate, "Install the connector on the PingFederate server",
    by: .idpAdmin, at: ConsolePath("PingFederate server"),
    when: inPingFederate,
    why: ["The connector brings the template for the connection and the target for provisioning."],
    warnings: ["The server has to be restarted, and nobody signs in through it meanwhile."],
    instructions: [
      "Install Ping's connector for IAM Identity Center on the server, as its own guide says.",
      """
      For SCIM see that `pf.provisioner.mode` in `pingfederate/bin/run.properties` is not `OFF`; without high \
      availability `STANDALONE` will do.
      """,
      "Restart the server and open **Applications**?, **SP Connections**?, **Create Connection**?.",
    ],
    proof: .word(see: "**AWS SSO Cloud Connector**? among the templates of a new connection"),
    undo: "Remove the connector's files, set the mode back, and restart the server.",
    pitfalls: [
      Pitfall(
        "The template has another name",
        cause: "Ping's guide says **AWS SSO Cloud Connector**?, AWS's **IAM Identity Center Cloud Connector**?.",
        remedy: "Take the one that is there; both mean this connector."),
      Pitfall(
        "Neither is offered", cause: "The connector is not installed, or the server was not restarted since.",
        remedy: "Install it, restart the server, and look again."),
    ],
    sources: [.pingFederateGuide, .pingFederateConnector])

  /// Application, addresses and NameID are one connection here.
  static let createConnection = Step(
    .createPingFederateConnection, "Create the connection to AWS in PingFederate",
    by: .idpAdmin,
    at: .pingFederate("Applications", "Integration", "SP Connections", "Create Connection", or: [.oldPingFederate]),
    when: inPingFederate, needs: [.preparePingFederate, .downloadAWSMetadata],
    why: ["The template and the AWS metadata fill in most of it, the ACS URLs and the entity ID among them."],
    warnings: [
      "Keep every ACS URL of the file, and that of `signin.aws.amazon.com` where the instance has it.",
      "Require no signed requests and encrypt no assertions: AWS signs none and reads none.",
    ],
    instructions: [
      """
      On **Connection Template**? take **Use a template for this connection**? and **AWS SSO Cloud Connector**?, and \
      give \(.awsMetadata) as **Metadata File**?.
      """,
      "On **Connection Type**? tick **Browser SSO Profiles**?; provisioning is added later. Name it on **General Info**?.",
      """
      On **Browser SSO**? fulfil `SAML_SUBJECT` with an attribute that is unique, never empty, and in the form of an \
      e-mail address, such as `UserPrincipalName`.
      """,
      "On **Credentials**? take the certificate that shall sign, then **Save**?.",
      "Open the connection again and copy its ACS URLs and its entity ID.",
    ],
    pastes: [
      Paste(.acsURL, into: .pingFederate("Assertion Consumer Service URL")),
      Paste(.issuerURL, into: .pingFederate("Partner's Entity ID (Connection ID)")),
    ],
    proof: .shown([.acsURL, .issuerURL]),
    undo: "Delete the connection.",
    pitfalls: [
      Pitfall(
        "An unexpected error has occurred",
        cause:
          "`SAML_SUBJECT` is not the user name in AWS, or goes out in another format than that of e-mail addresses.",
        remedy:
          "Compare the attribute with **Users** in AWS; the format is `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`."
      )
    ],
    sources: [.pingFederateGuide, .pingFederateConnector, .demands, .regions])

  /// The server gets the address and the key to the identity store.
  static let connectServerToSCIM = Step(
    .connectPingFederateToSCIM, "Enter the SCIM endpoint and the token in PingFederate",
    by: .idpAdmin, at: .pingFederateConnection("Outbound Provisioning", "Configure Provisioning"),
    when: .all([.wants(.scim), inPingFederate]), needs: [.enableSCIM, .createPingFederateConnection],
    why: ["PingFederate writes users and groups with this token until it expires, on \(.scimTokenExpires)."],
    instructions: [
      """
      On **Connection Type**? tick **Outbound Provisioning**?, take **IAM Identity Center Cloud Connector**? (or \
      **AWS SSO Cloud Connector**?) as the type, and **Save**?.
      """,
      "Go on with **Next**? to **Outbound Provisioning**? and choose **Configure Provisioning**?.",
      "Enter the SCIM endpoint without its last slash into **SCIM URL**?, and the token into **Access Token**?.",
      "Choose **Save**?.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: .pingFederate("SCIM URL"), .withoutTrailingSlash),
      Paste(.scimToken, into: .pingFederate("Access Token")),
    ],
    proof: .word(
      see: "**SCIM URL**? is filled after **Save**?, and **Channel Configuration (Configure Channels)**? follows"),
    undo: "Take the tick from **Outbound Provisioning**?, and delete the token in AWS.",
    pitfalls: [
      Pitfall(
        "The type is not offered", cause: "The connector is not installed, or the server was not restarted since.",
        remedy: "Install it and restart the server.")
    ],
    sources: [.pingFederateGuide, .pingFederateConnector])

  /// Who and what is written.
  static let createChannel = Step(
    .createPingFederateChannel, "Create the channel that provisions users and groups",
    by: .idpAdmin, at: .pingFederateConnection("Outbound Provisioning", "Configure Channels", "Create"),
    when: .all([.wants(.scim), inPingFederate]),
    needs: [.connectPingFederateToSCIM, .choosePingGroups, .checkPingProfiles],
    instructions: [
      "Enter a **Channel Name**?, choose the **Active Data Store**?, and look **Source Settings**? through.",
      """
      On **Source Location**? enter one group of all people in **Users**?, **Group DN**?, and one that holds all the \
      groups in **Groups**?, **Group DN**?. **Nested Search**? looks into inner groups.
      """,
      """
      On **Attribute Mapping**? choose **Refresh Fields**? and map `userName` to what is sent as `SAML_SUBJECT`. Map each field \
      marked `*` to an attribute that is never empty.
      """,
      "On **Activation & Summary**? set **Channel Status**? to **Active**?, then **Done**? and **Save**?.",
      "Look into `provisioner.log` in the directory `pingfederate/log` of the server.",
    ],
    proof: .word(see: "**Channel Status**? is **Active**?, and `provisioner.log` names the channel without an error"),
    undo: "Set **Channel Status**? to inactive and save; what was provisioned stays in AWS.",
    pitfalls: [
      Pitfall(
        "Nothing is provisioned, and provisioner.log is empty", cause: "`pf.provisioner.mode` is `OFF`.",
        remedy: "Set it in `run.properties` and restart the server."),
      Pitfall(
        "An attribute was emptied in the data store, and AWS still has it",
        cause: "PingFederate does not send removals.",
        remedy: "Give it another value, or clear it in AWS over the Identity Store API."),
    ],
    sources: [.pingFederateGuide, .pingFederateConnector, .provisioning])
}
