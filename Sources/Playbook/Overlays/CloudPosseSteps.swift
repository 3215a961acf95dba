/// The steps that are Cloud Posse's alone.
enum CloudPosseSteps {
  /// The account in which everything happens.
  static let useCoreRootAccount = Step(
    .useCoreRootAccount, "Work in the account core-root",
    by: .awsAdmin, at: ConsolePath("AWS console", url: "https://console.aws.amazon.com"),
    needs: [.enableOrganizations],
    why: [
      """
      `core-root` is the management account of this architecture. IAM Identity Center is enabled there, and the \
      component `aws-sso` is deployed there.
      """
    ],
    warnings: [
      """
      Do not delegate IAM Identity Center to the account `identity`: a delegated administrator cannot change \
      assignments in the management account, so that nothing is gained.
      """
    ],
    instructions: [
      "Sign in to the AWS console in the account `core-root`: its id has to be \(.managementAccount).",
      "Select the organisation's primary Region at the top right.",
      "Open IAM Identity Center, and leave enabling it to the next step.",
    ],
    proof: .word(see: "`core-root` and \(.managementAccount) in the account menu, and the primary Region beside it"),
    pitfalls: [
      Pitfall(
        "A guide opens IAM Identity Center in the Identity account",
        cause: "Its newer edition says which account it means: `core-root`.",
        remedy: "Use `core-root`. Only a delegation that was made earlier is a reason to stay elsewhere."),
      Pitfall(
        "IAM Identity Center is delegated to the account identity already",
        cause: "That was the advice once.",
        remedy: "Keep the delegation, and keep the stack `gbl-identity` for `aws-sso`."),
      Pitfall(
        "A delegated administrator account shows nothing yet", cause: "A delegation takes up to 30 minutes.",
        remedy: "Wait, then reload the console."),
    ],
    sources: [.cloudPosseGuide, .identityCenterComponent, .delegation])

  /// What the Lambda of aws-ssosync reads.
  static let storeSyncParameters = Step(
    .storeSyncParameters, "Store what the component aws-ssosync reads",
    by: .awsAdmin,
    at: ConsolePath(
      "Systems Manager console", url: "https://console.aws.amazon.com/systems-manager",
      path: ["Parameter Store", Label("Create parameter", certainty: .believed)]),
    when: .syncProvisions, needs: [.enableSCIM, .delegateGoogleDirectory],
    why: ["Google provisions no groups. `aws-ssosync` copies them, and reads its credentials from four parameters."],
    warnings: ["Paste the token and the key from the secret store. On a command line others would see them."],
    instructions: [
      "In the account and the Region of `aws-sso`, \(.region), make four parameters of type `SecureString`.",
      "`/ssosync/scim_endpoint_url` is the SCIM endpoint, `/ssosync/scim_endpoint_access_token` its token.",
      """
      `/ssosync/identity_store_id` is \(.identityStoreID); IAM Identity Center shows it in **Settings**, \
      **Identity source**.
      """,
      "`/ssosync/google_credentials` is the whole JSON of the service account's key.",
      "Run `aws ssm get-parameters --query 'Parameters[].Name' --names` with the four names behind it.",
    ],
    pastes: [
      Paste(.scimEndpoint, into: "/ssosync/scim_endpoint_url"),
      Paste(.scimToken, into: "/ssosync/scim_endpoint_access_token"),
      Paste(.identityStoreID, into: "/ssosync/identity_store_id"),
    ],
    proof: .word(see: "all four names, each beginning with `/ssosync/`"),
    undo: "Delete the four parameters.",
    sources: [.ssosyncComponent])

  /// Which group gets what where.
  static let mapGroupsInCatalog = Step(
    .mapGroupsInCatalog, "Say in the catalogue which group gets what",
    by: .awsAdmin, at: ConsolePath("repository of the infrastructure", path: ["stacks/catalog/aws-sso.yaml"]),
    needs: [.enableIdentityCenter] + groupsExist,
    why: [
      """
      People get permissions by their groups alone: whoever is added to a group at the identity provider has its \
      permission sets at the next sign-in, without work in AWS.
      """
    ],
    instructions: [
      """
      Below `account_assignments` give each account its `groups`, and each group its `permission_sets`; single `users` \
      are possible too.
      """,
      "Name each of \(.requiredGroups), to the letter.",
      "Take out groups that nobody makes, such as `Everyone` of older catalogues, or have them made too.",
      "Set `account_map_enabled: false` and give a static `account_map`, as the component's page recommends.",
    ],
    proof: .word(
      see: "`account_assignments` in `stacks/catalog/aws-sso.yaml`, with \(.requiredGroups) and no other group"),
    undo: "Restore the former version of the file.",
    pitfalls: [
      Pitfall(
        "A group is not found although it exists",
        cause:
          "The name differs in case or in a blank: an example of the component writes `Dev Ops`, the guide `DevOps`.",
        remedy: "Write the name as IAM Identity Center lists it.")
    ],
    sources: [.cloudPosseGuide, .identityCenterComponent])

  /// The component, which is where groups that are missing are found out.
  static let deployComponent = Step(
    .deployAWSSSO, "Deploy the component aws-sso",
    by: .awsAdmin, at: ConsolePath("Geodesic shell"),
    needs: [.mapGroupsInCatalog] + groupsExist,
    why: [
      """
      It makes all permission sets and assigns them: `TerraformApplyAccess` lets Terraform write, \
      `TerraformPlanAccess` lets it plan and read, `TerraformStateAccess` opens its state only.
      """,
      """
      `AdministratorAccess` is full access, `PowerUserAccess` the same without managing IAM, `ReadOnlyAccess` reads, \
      and `RootAccess` is for privileged root operations.
      """,
    ],
    warnings: [
      "It fails while one of \(.requiredGroups) is missing in IAM Identity Center: see the groups there first."
    ],
    instructions: [
      "Run `atmos workflow vendor -f quickstart/foundation/identity`.",
      """
      Run `atmos workflow deploy/sso -f quickstart/foundation/identity`, which is \
      `atmos terraform deploy aws-sso -s core-gbl-root`.
      """,
      "Look at **Permission sets** in IAM Identity Center, and at the assignments of one account.",
    ],
    proof: .word(
      see: """
        **Permission sets** lists `TerraformApplyAccess`, `TerraformPlanAccess`, `TerraformStateAccess`, \
        `AdministratorAccess`, `PowerUserAccess`, `ReadOnlyAccess` and `RootAccess`
        """),
    undo: "Restore the former version of the catalogue and deploy again.",
    pitfalls: [
      Pitfall(
        "no identity store group found matching criteria",
        cause:
          "A group of the catalogue does not exist in IAM Identity Center, or its name differs in case or a blank.",
        remedy: "Have the group provisioned, see it in **Groups**, and deploy again.", certainty: .believed),
      Pitfall(
        "A group is looked up by alternate_identifier and not found",
        cause: "The path of the attribute is spelled `displayName` in one place and `DisplayName` in another.",
        remedy: "Try the other spelling. The report on it was still open when this was written.",
        certainty: .believed),
      Pitfall(
        "The component is not found under the name aws-sso",
        cause: "Its repository is called `aws-identity-center`; in stacks it is `aws-sso` still.",
        remedy: "Keep the name of your stack."),
      Pitfall(
        "A session ends after one hour",
        cause: "`session_duration` is empty; a role that is assumed from another has one hour at most in any case.",
        remedy: "Set `session_duration` for the permission set."),
    ],
    sources: [.cloudPosseGuide, .cloudPosseWorkflow, .identityCenterComponent])

  /// What follows a working sign-in.
  static let centralizeRootAccess = Step(
    .centralizeRootAccess, "Centralize root access",
    by: .awsAdmin,
    at: ConsolePath("IAM console", url: "https://console.aws.amazon.com/iam", path: ["Root access management"]),
    needs: [.deployAWSSSO, .testPortalSignIn],
    why: [
      "Root operations on member accounts are then done from one place and recorded, and no member account keeps root credentials."
    ],
    warnings: [
      """
      A root session lasts 15 minutes at most, only the profile `managers` can begin one, and CloudTrail has each \
      `sts:AssumeRoot`.
      """
    ],
    instructions: [
      "Sign in to `core-root` as the root user and open IAM, **Root access management**.",
      "Enable **Root credentials management** and **Privileged root actions**.",
      "Deploy `aws-sso` once more; it holds the permission set `RootAccess`.",
      """
      What can be done then: `IAMAuditRootUserCredentials`, `IAMCreateRootUserPassword`, `IAMDeleteRootUserCredentials`, \
      `S3UnlockBucketPolicy` and `SQSUnlockQueuePolicy`.
      """,
      "Go on with the roles: `atmos workflow deploy/iam-role -f quickstart/foundation/identity`.",
    ],
    proof: .word(
      see:
        "**Root credentials management** and **Privileged root actions**, both enabled, in **Root access management**"),
    sources: [.cloudPosseRootAccess, .cloudPosseWorkflow, .cloudPosseGuide])

  /// The ways in which groups come to exist in AWS; each playbook has some of them.
  private static let groupsExist: [StepID] = [
    .checkGroups, .createUsersByHand, .createGroupsInAWS, .createGroupsByCommand,
  ]
}

extension StepID {
  static let useCoreRootAccount: StepID = "use-core-root-account"
  static let storeSyncParameters: StepID = "store-sync-parameters"
  static let mapGroupsInCatalog: StepID = "map-groups-in-catalog"
  static let deployAWSSSO: StepID = "deploy-aws-sso"
  static let centralizeRootAccess: StepID = "centralize-root-access"
}

extension SourceReference {
  static let cloudPosseRootAccess = SourceReference(
    "Cloud Posse: centralized root access",
    "https://github.com/cloudposse/docs/blob/main/docs/layers/identity/centralized-root-access.mdx", checked: "2026-03")
  static let cloudPosseWorkflow = SourceReference(
    "Cloud Posse: workflow of the identity layer",
    """
    https://github.com/cloudposse/docs/blob/main/examples/snippets/stacks/workflows/quickstart/foundation/\
    identity.yaml
    """, checked: "2026-03")
}
