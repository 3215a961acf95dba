extension OktaSteps {
  /// A domain of one's own, before the metadata carries the other.
  static let setDomain = Step(
    .setOktaDomain, "Give Okta a domain of your own",
    by: .idpAdmin,
    at: .okta(
      "Admin", "Customizations", "Domain",
      or: [
        .init(
          "organisations with several brands",
          [Label("Customizations"), Label("Brands", certainty: .believed), Label("Domains")])
      ]),
    when: .wants(.signInDomain),
    why: ["The sign-in URL in Okta's metadata carries the domain, and AWS keeps the one that it was given."],
    warnings: ["Do this before the metadata is saved. A later change means entering the sign-in URL in AWS again."],
    instructions: [
      "Choose **Admin** at the top right of the dashboard, then **Customizations** and **Domain**.",
      "Take the Okta-managed variant; its certificate renews by itself.",
      "Add the two DNS entries that Okta shows, and wait until it has found them.",
    ],
    proof: .word(see: "**My Apps** opens with your own domain in the address bar"),
    undo: "Remove the domain again, before the metadata is saved.",
    wait: Wait("DNS entries take some time to be found.", atMost: 60),
    sources: [
      SourceReference(
        "Okta Developer: custom domain", "https://developer.okta.com/docs/guides/custom-url-domain/main/",
        checked: "2026-11"),
      .editingMetadata,
    ])

  /// The right application of two with similar names.
  static let addApplication = Step(
    .addOktaApplication, "Add the application AWS IAM Identity Center",
    by: .idpAdmin, at: .okta("Applications", "Applications", "Browse App Catalog"),
    needs: [.setOktaDomain],
    warnings: [
      """
      Take **AWS IAM Identity Center**, not **AWS Account Federation**: that one signs in to IAM of a single account.
      """
    ],
    instructions: [
      "Search for `AWS IAM Identity Center` and choose **Add Integration**.",
      "Keep **App label** and **Application Visibility** as they are, and choose **Done**.",
    ],
    proof: .word(see: "the application's page with **Sign On**, **Provisioning**, **Assignments** and **Push Groups**"),
    undo: "Deactivate and delete the application.",
    pitfalls: [
      Pitfall(
        "Sign-in ends with an error about roles although the AWS side looks right",
        cause: "**AWS Account Federation** was added; its sign-in URL has `/app/amazon_aws/` in it.",
        remedy: "Delete it and add **AWS IAM Identity Center**.", certainty: .believed)
    ],
    sources: [.oktaGuide, .demands])

  /// What AWS must know of Okta.
  static let saveMetadata = Step(
    .saveOktaMetadata, "Save Okta's metadata",
    by: .idpAdmin, at: .oktaApplication("Sign On", "SAML Signing Certificates", "Actions", "View IdP metadata"),
    needs: [.addOktaApplication, .setOktaDomain],
    why: ["The file tells AWS where people sign in and which certificate signs."],
    warnings: [
      "Browsers show the file as a tree. Text copied from the tree can have more in it than the file, and AWS refuses it."
    ],
    instructions: [
      "Scroll down to **SAML Signing Certificates**; in the row of the active certificate choose **Actions**.",
      "Choose **View IdP metadata**. The file opens in a new tab; save the page as `metadata.xml`.",
      """
      If you must copy, take the page's source, all of it from `<md:EntityDescriptor` to `</md:EntityDescriptor>`.
      """,
    ],
    asks: [Question(.idpMetadata, "Where is Okta's metadata file?", field: "View IdP metadata")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    pitfalls: [
      Pitfall(
        "AWS refuses the upload", cause: "The text was copied out of the browser's view of the XML.",
        remedy: "Save the page itself, or copy its source from root to root.", certainty: .believed),
      Pitfall(
        "The sign-in URL shows amazon_aws, or a name of your own, instead of amazon_aws_sso",
        cause: "The metadata belongs to another application.",
        remedy: "Open **AWS IAM Identity Center** and save its metadata.", certainty: .believed),
      Pitfall(
        "The sign-in URL does not show your own domain",
        cause: "The metadata was saved before the domain was set up, or while signed in at Okta's domain.",
        remedy: "Open the Admin Console at your own domain and save the metadata again.", certainty: .believed),
    ],
    sources: [.oktaGuide, .oktaSAML])

  /// What Okta must know of AWS.
  static let registerAWS = Step(
    .registerAWSInOkta, "Enter the ACS URL and the issuer URL in Okta",
    by: .idpAdmin, at: .oktaApplication("Sign On", "Edit", "Advanced Sign-on Settings"),
    needs: [.addOktaApplication, .downloadAWSMetadata],
    why: ["With these fields empty Okta posts to the sign-in of IAM, which knows nothing of this connection."],
    instructions: [
      "On **Sign On** choose **Edit** and open **Advanced Sign-on Settings**.",
      """
      Enter the ACS URL into **ACS URL** and \(.issuerURL) into **Issuer URL**. Older applications call them \
      **AWS SSO ACS URL** and **AWS SSO issuer URL**.
      """,
      "Leave **Default Relay State**? empty.",
      "Choose **Save**, then copy both fields as they are shown now.",
    ],
    pastes: [
      Paste(.acsURL, into: Label("ACS URL", formerly: ["AWS SSO ACS URL"]), .singleACSURL),
      Paste(.issuerURL, into: Label("Issuer URL", formerly: ["AWS SSO issuer URL"])),
    ],
    proof: .shown([.acsURL, .issuerURL]),
    undo: "Empty both fields and save.",
    pitfalls: [
      Pitfall(
        "Sign-in from the portal fails after ACS URLs were tidied up",
        cause: "An instance from before February 2026 lost its address, whose host ends in `signin.aws.amazon.com`.",
        remedy: "Put it back, whatever a newer guide says."),
      Pitfall(
        "Sign-in ends on the Okta dashboard, or the command line waits for ever",
        cause: "The ACS URL is empty in Okta, or AWS has not got Okta's metadata.",
        remedy: "Enter both values here, and look at **Manage authentication** in AWS.", certainty: .believed),
      Pitfall(
        "Okta has one field for the ACS URL, AWS lists several",
        cause: "The list has an address per Region and address family.",
        remedy: """
          Enter the one that is offered above: of the primary Region, and the one of `signin.aws.amazon.com` where \
          the instance has it. Where it has not, the dual-stack one of the primary Region does as well.
          """, certainty: .believed),
    ],
    sources: [
      .oktaGuide, .oktaSAML, .regions,
      SourceReference(
        "Okta: older SAML set-up page for AWS Single Sign-on",
        "https://saml-doc.okta.com/SAML_Docs/How-to-Configure-SAML-2.0-for-AWS-Single-Sign-on.html",
        checked: "2026-11"),
    ])

  /// The one text by which both sides know a person.
  static let setUsernameFormat = Step(
    .setOktaUsernameFormat, "Choose what Okta sends as the user name",
    by: .idpAdmin, at: .oktaApplication("Sign On", "Edit"),
    needs: [.registerAWSInOkta],
    why: ["Okta sends this value as NameID and provisions it as user name; AWS compares the two exactly."],
    instructions: [
      "Set **Application username format** to **Okta username**, or to **E-mail**? where that is unique for each person.",
      "Choose **Save**.",
    ],
    proof: .word(see: "**Application username format** shows **Okta username**, or **E-mail**?"),
    undo: "Set the former format and save.",
    pitfalls: [
      Pitfall(
        "An unexpected error has occurred", cause: "The NameID that Okta sends is not the user name in AWS.",
        remedy: "Compare the person's row in **Assignments** with **Users** in AWS."),
      Pitfall(
        "People stand twice in Users after the format was changed",
        cause: "Another format gives other user names, and AWS knows a person by the user name.",
        remedy: "Choose the format before anybody is provisioned; else delete the older users from Okta's side.",
        certainty: .believed),
    ],
    sources: [.oktaGuide, .provisioning, .troubleshooting])

  /// Okta may shorten the portal's session.
  static let setSessionLifetime = Step(
    .setOktaSessionLifetime, "Let Okta limit the portal session",
    by: .idpAdmin, at: .oktaApplication("Sign On", "Edit"),
    when: .wants(.sessionLifetime), needs: [.registerAWSInOkta],
    why: ["The portal session is then the shorter of Okta's value and the one that is set in AWS."],
    instructions: [
      "Set **Maximum App Session Lifetime**? and tick **Send value in response**?.",
      "Choose **Save**.",
    ],
    proof: .word(see: "**Send value in response**? is ticked, with the lifetime that you want beside it"),
    undo: "Take the tick away and save; the AWS setting rules alone again.",
    sources: [
      .userGuide("session duration", "user-session-duration-prereqs-considerations")
    ])
}
