extension IdentityCenterSpine {
  /// An organization must exist before an organization instance can.
  var enableOrganizations: Step {
    Step(
      .enableOrganizations, "Make sure that AWS Organizations is in use",
      by: .awsAdmin,
      at: ConsolePath("AWS Organizations console", url: "https://console.aws.amazon.com/organizations"),
      why: [
        "People get access per account of the organization, so the accounts have to be in one organization first.",
        """
        Keep the management account for the organization and for sign-in; workloads belong in member accounts, because \
        no policy of the organization restrains the management account.
        """,
      ],
      instructions: [
        "Sign in to the account that is, or will be, the management account.",
        "Open AWS Organizations. If there is no organization yet, choose **Create an organization**?.",
        """
        Where IAM Identity Center is opened in an account without an organization, it offers \
        **Create AWS organization** itself.
        """,
      ],
      asks: [
        Question(
          .managementAccount, "Which account is the management account?",
          field: Label("Account ID", certainty: .believed))
      ],
      proof: .value(.managementAccount),
      pitfalls: [
        Pitfall(
          "AWS accounts are missing from the list when access is assigned",
          cause: "They are not members of this organization.",
          remedy: "Invite them to the organization, or create them there, and assign again.", certainty: .believed)
      ],
      sources: [.enabling])
  }

  /// Everything will hang on one identity provider.
  var keepEmergencyAccess: Step {
    Step(
      .keepEmergencyAccess, "Keep a way in that does not need \(idp.name)",
      by: .awsAdmin,
      at: ConsolePath("IAM console", url: "https://console.aws.amazon.com/iam"),
      needs: [.enableOrganizations],
      why: ["When the identity provider is down or wrongly set up, nobody gets into AWS through it."],
      warnings: ["Do this set-up while signed in by that other way, so that a mistake cannot lock you out."],
      instructions: [
        """
        Have an IAM user or role in the management account, or a direct federation, that does not depend on \
        \(text: idp.name); protect it with a second factor and store its credentials away from daily use.
        """,
        "Sign in with it once now.",
      ],
      proof: .word(
        see: "the account menu at the top right shows \(.managementAccount) and the emergency user or role"),
      sources: [
        .userGuide("emergency access", "emergency-access")
      ])
  }

  /// One organization instance, in a Region that stays.
  var enableIdentityCenter: Step {
    Step(
      .enableIdentityCenter, "Enable IAM Identity Center",
      by: .awsAdmin, at: .identityCenter("Enable"),
      needs: [.enableOrganizations, .keepEmergencyAccess],
      why: [
        """
        IAM Identity Center, formerly AWS SSO, is what AWS recommends for access by people, in organizations of any \
        size: they sign in once and reach several accounts and applications, without credentials for each.
        """,
        """
        Its instance is the one place in which the users, groups, permissions and accounts of the organization meet. AWS \
        applications such as SageMaker Studio, Change Manager and IoT SiteWise see the same users and groups; Windows on \
        EC2 and SAML applications such as Salesforce or Microsoft 365 can be opened through it too.
        """,
        """
        Since August 2026 multi-account permissions can be left out. Without them nobody can be given access to an AWS \
        account.
        """,
      ],
      warnings: [
        """
        The Region is final: another one means deleting the instance, with every user, group and assignment in it. \
        Choose the organization's primary Region.
        """,
        "It must be an organization instance. An account instance cannot give access to AWS accounts.",
      ],
      instructions: [
        "Sign in to the account \(.managementAccount) as an administrator; the root user is not needed for it.",
        "Select the primary Region at the top right, then open IAM Identity Center.",
        """
        Choose **Enable**. A page **Enable IAM Identity Center with AWS Organizations** follows in an account that \
        stands alone; choose **Enable** there too.
        """,
        "Consoles since August 2026 offer **Single-Region**, **Multi-Region** and **Custom instance**; pick one.",
        "While enabling, leave **Enable multi-account permissions** on.",
        "Consoles of 2023 and 2024 say **Enable with AWS Organizations**, those of 2020 **Enable AWS SSO**.",
        "Look at **Settings**, and at the menu on the left for **Multi-account permissions** with **AWS accounts** below.",
      ],
      proof: .word(
        see:
          "an **Instance ARN**? in **Settings**, and in the menu on the left **Multi-account permissions** and **AWS accounts**"
      ),
      undo: """
        Delete the instance in **Settings** of the console; users, groups, permission sets and assignments go with it.
        """,
      pitfalls: [
        Pitfall(
          "Enable is offered although IAM Identity Center is in use",
          cause: "The console shows another Region than the one of the instance, or another account.",
          remedy: "Select the Region of the instance at the top right, in the management account.",
          certainty: .believed),
        Pitfall(
          "The menu AWS accounts is missing", cause: "Multi-account permissions were left out while enabling.",
          remedy: "Turn on **Enable multi-account permissions** for the instance."),
      ],
      sources: [.enabling, .userGuide("document history", "doc-history")])
  }

  /// Set once, before anything copies the address.
  var choosePortalAlias: Step {
    Step(
      .choosePortalAlias, "Give the access portal a name of your own",
      by: .awsAdmin,
      at: .identityCenter(
        "Dashboard", "Settings summary", "Customize",
        or: [
          .init("older consoles", ["Settings", "Actions", "Customize AWS access portal URL"])
        ]),
      when: .wants(.portalAlias), needs: [.enableIdentityCenter],
      why: [
        """
        People remember `https://your-name.awsapps.com/start` better than the generated address, which looks like \
        `d-xxxxxxxxxx.awsapps.com/start`. Most organisations choose a name.
        """
      ],
      warnings: [
        "The name can be set once. It can neither be changed nor taken back.",
        "Set it before any metadata is exchanged: the addresses that are copied later depend on it.",
      ],
      instructions: [
        "Choose **Customize** beside the portal URL and enter the name, such as `yourorg` or `aws-master`.",
        "Read it again, letter by letter, and save.",
      ],
      proof: .word(see: "the portal URL shows the name that you chose, and **Customize** is gone"),
      sources: [
        .userGuide("customizing the access portal URL", "howtochangeURL"),
        SourceReference(
          "AWS reference architecture for Shibboleth, section on IAM Identity Center",
          "https://github.com/aws-samples/aws-refarch-shibboleth", checked: "2026-11"),
      ])
  }
}
