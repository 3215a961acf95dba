extension GenericSteps {
  /// What follows depends on it, and so do the answers to what is wanted.
  static let seeWhatProviderCanDo = Step(
    .seeWhatProviderCanDo, "Find out what your identity provider can do",
    by: .idpAdmin, at: ConsolePath("documentation of the identity provider"),
    why: [
      "AWS takes any provider of SAML 2.0, on a few conditions that are cheaper to check now than after the switch."
    ],
    warnings: [
      """
      Where the catalogue has an entry, take the one for IAM Identity Center. Entries called AWS or AWS federation sign \
      in to IAM of single accounts, at other addresses.
      """
    ],
    instructions: [
      """
      AWS's page on supported providers names those with a guide of their own. Microsoft Entra ID, Okta, JumpCloud, Google \
      Workspace, CyberArk, OneLogin and Ping Identity have a checklist here.
      """,
      "See that it speaks `SAML 2.0`, sends the NameID format `emailAddress`, and takes requests that are not signed.",
      "See whether an application holds several ACS URLs. One is enough for the primary Region.",
      "See whether it provisions over `SCIM 2.0` to any address with a bearer token, and whether it sends groups.",
      """
      As far as is known, Keycloak, Auth0, AD FS, Duo and Shibboleth do not provision to AWS over SCIM by themselves. \
      Without SCIM answer that it is not wanted: users and groups are then made in AWS.
      """,
    ],
    proof: .word(see: "`SAML 2.0` in the provider's documentation, and what it says of `SCIM 2.0`"),
    pitfalls: [
      Pitfall(
        "The provider has no SCIM, and there are too many people to make them by hand",
        cause: "Somebody has to tell AWS who exists; sign-in does not.",
        remedy: """
          Use a tool that copies users and groups, as ssosync does for Google Workspace. It writes to the SCIM endpoint: \
          answer that SCIM is wanted, and give endpoint and token to the tool. Try it without effect first: it may \
          delete what its source does not have.
          """)
    ],
    sources: [.demands, .provisioning, .supportedProviders, .ssosync])

  /// A place for AWS at the provider.
  static let createApplication = Step(
    .createSAMLApplication, "Create an application for AWS at the identity provider",
    by: .idpAdmin,
    at: ConsolePath(
      "Admin console of the identity provider",
      alternatives: [
        .init("Keycloak", ["Clients", Label("Create client", formerly: ["Create"], certainty: .believed)]),
        .init("Auth0", ["Dashboard", "Applications", "Applications", "Addons", "SAML2 Web App"]),
        .init("AD FS", ["AD FS Management", "Relying Party Trusts", "Add Relying Party Trust"]),
        .init("Duo", ["Applications", "Protect an Application"]),
      ]),
    needs: [.seeWhatProviderCanDo, .downloadAWSMetadata],
    instructions: [
      "Create an application for SAML 2.0 and name it `AWS IAM Identity Center`.",
      "Where the file of a service provider can be imported, import \(.awsMetadata); it saves typing the next step.",
      "Keycloak: a client of type `SAML`, whose **Client ID** is \(.issuerURL).",
      "AD FS: a trust for claims aware parties, with **Import data about the relying party from a file**?.",
      "Duo: the entry for AWS IAM Identity Center, or **Generic Service Provider**, then **Protect**.",
      """
      Shibboleth: put the file into the folder of local metadata. `LocalDynamicMetadataProvider` wants the SHA-1 of the \
      issuer URL, in hexadecimal digits, as its name.
      """,
    ],
    proof: .word(see: "**AWS IAM Identity Center** in the provider's list of applications"),
    undo: "Delete the application.",
    sources: [.connecting, .keycloakSAML, .auth0AWS, .adFSTrust, .duoAWS, .shibbolethReference])

  /// What the provider must know of AWS.
  static let registerAWS = Step(
    .registerAWSAtProvider, "Enter the ACS URL and the issuer URL at the identity provider",
    by: .idpAdmin, at: .genericApplication,
    needs: [.createSAMLApplication, .downloadAWSMetadata],
    why: ["The provider answers to the ACS URL, and names the issuer URL as the audience of what it says."],
    instructions: [
      "Enter \(.issuerURL) as entity ID of the service provider; consoles say audience or SP entity ID as well.",
      "Enter the ACS URL as Assertion Consumer Service URL, and as recipient and destination where these are asked for.",
      "Where several ACS URLs fit, add the others beside it: \(.acsURL).",
      "Leave start URL and relay state empty.",
      "Keycloak: ACS URL into **Valid redirect URIs** and **Master SAML Processing URL**?, issuer URL as **Client ID**.",
      """
      Auth0: `audience` is the issuer URL and `destination` the ACS URL in the JSON of **Settings**; \
      **Application Callback URL** is the ACS URL too.
      """,
      """
      Duo: **Entity ID**, **Assertion Consumer Service (ACS) URL**, **+ Add an ACS URL** for more; leave \
      **Service Provider Login URL** and **Default Relay State** empty.
      """,
      "AD FS and Shibboleth take both from the file of AWS.",
      "Save, then copy both addresses as the console shows them now.",
    ],
    pastes: [
      Paste(.acsURL, into: Label("Assertion Consumer Service (ACS) URL", certainty: .believed), .singleACSURL),
      Paste(.issuerURL, into: Label("Audience / SP Entity ID", certainty: .believed)),
    ],
    proof: .shown([.acsURL, .issuerURL]),
    undo: "Remove both addresses.",
    pitfalls: [
      Pitfall(
        "Auth0's page on AWS names https://signin.aws.amazon.com/saml as Application Callback URL",
        cause: "That is the address of IAM; as `destination` the same page takes the ACS URL of IAM Identity Center.",
        remedy: "Enter the ACS URL from here, in both places.", certainty: .believed),
      Pitfall(
        "There is one field for the ACS URL, AWS lists several",
        cause: "The list has an address per Region and address family.",
        remedy: """
          Enter the one that is offered above: of the primary Region, and the one of `signin.aws.amazon.com` where \
          the instance has it. Sign-in through further Regions suffers from the lack of the others.
          """),
      Pitfall(
        "The provider takes only addresses that match a pattern, or compares without regard to the path",
        cause: "Some products read the field as a pattern.",
        remedy: "Give the whole address; where a pattern is wanted, make it match this one address alone.",
        certainty: .believed),
    ],
    sources: [.connecting, .regions, .auth0AWS, .duoAWS, .keycloakSAML])

  /// The one text by which both sides know a person.
  static let setNameID = Step(
    .setProviderNameID, "Choose what the identity provider sends as the user name",
    by: .idpAdmin, at: .genericApplication,
    needs: [.createSAMLApplication],
    why: ["AWS compares the NameID exactly with the user name that it knows. It does not look at the e-mail field."],
    instructions: [
      """
      Set the NameID format to `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`; consoles often just say \
      `EMAIL`.
      """,
      "As its value take the attribute that is the user name in AWS: in the form of an e-mail address, and unique.",
      "Keycloak: **Name ID format**? `email`, and **Force name ID format**? on.",
      "Auth0: `nameIdentifierFormat` with the format above, and `nameIdentifierProbes` with the claim of the e-mail address.",
      """
      AD FS: one rule that sends the LDAP attribute of the e-mail address as a claim, and one that transforms the claim \
      into **Name ID**? with the format **Email**?.
      """,
      "Duo: **NameID format**? for e-mail addresses, and **NameID attribute**? `<Email Address>`.",
      "Shibboleth: a NameID generator for this format with the mail attribute as its source, released to AWS.",
    ],
    proof: .word(see: "`emailAddress` or `EMAIL` as the NameID format, beside the attribute that you chose"),
    undo: "Choose the former attribute again, before anybody is provisioned.",
    pitfalls: [
      Pitfall(
        "SCIM works, and sign-in fails",
        cause: "The NameID is the user's login name and the user name in AWS is the e-mail address, or the reverse.",
        remedy: "Send the same attribute as NameID and as `userName` of SCIM.")
    ],
    sources: [.demands, .provisioning, .troubleshooting, .keycloakSAML, .auth0AWS, .authentikNameID])
}

extension ConsolePath {
  /// The application, wherever the provider keeps it.
  static let genericApplication = ConsolePath(
    "Admin console of the identity provider", path: ["AWS IAM Identity Center"])
}
