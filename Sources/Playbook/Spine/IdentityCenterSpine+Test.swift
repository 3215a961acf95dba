extension IdentityCenterSpine {
  /// Sign-in that starts at AWS.
  var testPortalSignIn: Step {
    Step(
      .testPortalSignIn, "Sign in from the AWS access portal",
      by: .awsAdmin, at: ConsolePath("AWS access portal"),
      needs: [idp.registersAWS, .changeIdentitySource, .compareNameID, .assignAccountAccess],
      instructions: [
        "Open a private window, so that no other session answers, and go to \(.portalURL).",
        "Sign in at \(text: idp.name) as \(.pilotUser).",
        "In the portal, open the account \(.pilotAccount).",
      ],
      proof: .word(see: "the portal lists \(.pilotAccount) with one of \(.permissionSets)"),
      pitfalls: [
        Pitfall(
          "An unexpected error has occurred",
          cause: """
            The NameID does not equal the user name, or does not have the e-mail format, or the user is not in AWS, or \
            the ACS URL is wrong.
            """,
          remedy: """
            Compare the NameID with the user name in **Users**; then see the event `ExternalIdPDirectoryLogin` in \
            CloudTrail of \(.region).
            """),
        Pitfall(
          "It's not you, it's us",
          cause: "The certificate in AWS is not the signing one, a clock is wrong, or the NameID format is.",
          remedy: "Import the active certificate in **Manage authentication**; check the clocks and the format."),
        Pitfall(
          "Something doesn't compute",
          cause: "The identity source is still the Identity Center directory, or portal URL or Region are wrong.",
          remedy: "Look at **Settings**, **Identity source**, and at the portal URL.", certainty: .believed),
        Pitfall(
          "Looks like this code isn't right",
          cause: "The person who signed in at \(text: idp.name) does not exist in AWS.",
          remedy: "Assign the person to the application and wait until **Users** shows them.", certainty: .believed),
        Pitfall(
          "Invalid MFA credentials", cause: "The user was not provisioned completely yet.",
          remedy: "Wait until **Users** shows the user and try again."),
        Pitfall(
          "Session token not found or invalid", cause: "The session has ended.", remedy: "Sign in again."),
      ],
      sources: [.troubleshooting, idp.guide])
  }

  /// Sign-in that starts at the provider.
  var testApplicationTile: Step {
    Step(
      .testApplicationTile, "Sign in from \(idp.name)",
      by: .idpAdmin, at: ConsolePath("\(idp.name), as the pilot user", path: [idp.userPortal, idp.application]),
      needs: [idp.registersAWS, .changeIdentitySource, .assignAccountAccess],
      instructions: [
        "Sign in as \(.pilotUser) at \(text: idp.name), in a private window.",
        "Choose \(label: idp.application).",
      ],
      proof: .word(see: "the AWS access portal opens and lists \(.pilotAccount)"),
      pitfalls: [
        Pitfall(
          "The AWS sign-in page complains of a role",
          cause:
            "The response went to IAM federation, because the ACS URL is empty or the wrong application was added.",
          remedy: "Use the application for IAM Identity Center and enter its ACS URL.", certainty: .believed)
      ] + idp.tilePitfalls,
      sources: [idp.guide, .demands])
  }

  /// The command line ends where the portal does.
  var testCommandLine: Step {
    Step(
      .testCommandLine, "Sign in with the AWS command line",
      by: .awsAdmin, at: ConsolePath("terminal with AWS CLI version 2"),
      when: .wants(.commandLine), needs: [.testPortalSignIn],
      why: [
        "SDKs and the AWS Console Mobile Application sign in as the command line does: through the portal.",
        """
        Without a browser of its own the command line works as televisions do. It registers with \
        `sso-oidc:RegisterClient`, which asks for no credentials and gives a client id and secret. With these and the \
        start URL `sso-oidc:StartDeviceAuthorization` gives a device code, a user code and an address such as \
        `https://device.sso.REGION.amazonaws.com/?user_code=ABCD-DCBA`.
        """,
        """
        There a person confirms the code, which may be filled in already, signs in at \(text: idp.name) by SAML, allows \
        the device, and closes the window. Meanwhile the command line asks `sso-oidc:CreateToken` about once a second, \
        until it answers with an access token.
        """,
        """
        With that token it calls `sso:ListAccounts`, `sso:ListAccountRoles` and `sso:GetRoleCredentials`, which gives \
        keys of STS for a short time. Some texts name `sts:AssumeRole` instead; the token is good for the last of the three.
        """,
      ],
      instructions: [
        "Run `aws configure sso`; give \(.portalURL) as start URL and \(.region) as SSO Region.",
        "Choose \(.pilotAccount) and the permission set, and name the profile `pilot`.",
        "Run `aws sso login --profile pilot` and sign in as \(.pilotUser).",
        "Run `aws sts get-caller-identity --profile pilot` and copy what stands after `Arn`.",
      ],
      asks: [Question(.sessionARN, "Which ARN does the command print?", field: "Arn")],
      proof: .value(.sessionARN),
      pitfalls: [
        Pitfall(
          "No browser can be opened on this host", cause: "The host has no desktop.",
          remedy: "Run `aws sso login --use-device-code` and open the address that it prints elsewhere.",
          certainty: .believed),
        Pitfall(
          "Login fails although the portal works",
          cause: "The SSO Region is that of the working Region instead of that of IAM Identity Center.",
          remedy: "Set `sso_region` to \(.region)."),
        Pitfall(
          "aws: error: Invalid choice: sso", cause: "AWS CLI version 1 has no `configure sso`.",
          remedy: "Install AWS CLI version 2.", certainty: .believed),
      ],
      sources: [
        SourceReference(
          "AWS SDKs reference: IAM Identity Center credentials",
          "https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html", checked: "2026-11")
      ])
  }

  /// What AWS itself recorded.
  var lookIntoCloudTrail: Step {
    Step(
      .lookIntoCloudTrail, "See the sign-in recorded by CloudTrail",
      by: .awsAdmin,
      at: ConsolePath(
        "CloudTrail console", url: "https://console.aws.amazon.com/cloudtrail",
        path: ["Event history"]),
      needs: [.testPortalSignIn],
      why: [
        "The events are where a later failure will be explained, so know where they are.",
        "They are also the record of who had access when, for audits and for alarms.",
      ],
      instructions: [
        "Select the Region \(.region).",
        """
        Look for the event name `ExternalIdPDirectoryLogin` of the sign-in, and with SCIM for `CreateUser`; neither \
        must have an error code.
        """,
      ],
      proof: .word(see: "**Event history** lists `ExternalIdPDirectoryLogin` without an error code"),
      sources: [.troubleshooting, .demands])
  }
}
