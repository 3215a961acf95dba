extension Overlay {
  /// Cloud Posse's reference architecture: IAM Identity Center in the account `core-root`, and the component `aws-sso`,
  /// which makes permission sets and assigns them to groups of fixed names.
  public static let cloudPosse = Overlay(
    name: "cloudposse",
    title: "the Cloud Posse reference architecture",
    summary: [
      """
      In this architecture IAM Identity Center lives in the account `core-root`. The component `aws-sso` makes the \
      permission sets and assigns them to groups; it fails where a group is missing, so that groups come first.
      """
    ],
    prerequisites: [
      Prerequisite(
        .awsAdmin,
        "the account `core-root`, and a Geodesic shell with Atmos that can deploy to its stack `core-gbl-root`"
      )
    ],
    requiredGroups: ["Managers", "DevOps", "Developers", "BillingAdmin"],
    insertions: [
      Insertion(.before(.enableIdentityCenter), CloudPosseSteps.useCoreRootAccount),
      Insertion(.before(.deploySync), CloudPosseSteps.storeSyncParameters),
      Insertion(.before(.createPermissionSet), CloudPosseSteps.mapGroupsInCatalog),
      Insertion(.before(.createPermissionSet), CloudPosseSteps.deployComponent),
      Insertion(.startOf(.maintain), CloudPosseSteps.centralizeRootAccess),
    ],
    additions: beforeTheComponent + groups + afterTheComponent)

  /// Who hands what to whom until the component can be deployed.
  private static let beforeTheComponent = [
    Addition(
      to: .step(.enableIdentityCenter), needs: [.useCoreRootAccount],
      warnings: [
        "Enable it by hand, in `core-root`: neither Terraform nor the AWS command line does it in this architecture."
      ],
      sources: [.cloudPosseGuide, .identityCenterComponent]),
    Addition(
      to: .asking(.idpMetadata),
      instructions: ["Where Cloud Posse's team does the AWS side, give the file to them."],
      sources: [.cloudPosseGuide]),
    Addition(
      to: .step(.downloadAWSMetadata),
      instructions: [
        "Where Cloud Posse's team does the AWS side, the file comes from them, and goes to whoever sets up the provider."
      ],
      sources: [.cloudPosseGuide]),
    Addition(
      to: .step(.enableSCIM),
      instructions: ["Where Cloud Posse's team does the AWS side, both values come from them through 1Password."],
      sources: [.cloudPosseGuide]),
  ]

  /// The groups by name, however they come to AWS.
  private static let groups = [
    Addition(
      to: .asking(.requiredGroups),
      warnings: [
        """
        The component `aws-sso` fails while one of its groups does not exist in IAM Identity Center, spelled exactly as \
        in `stacks/catalog/aws-sso.yaml`: upper and lower case count.
        """
      ],
      instructions: [
        """
        `Managers` have full access to all accounts, `DevOps` to most accounts but not to root, `Developers` limited \
        access for development, and `BillingAdmin` access to billing and cost management.
        """
      ],
      pitfalls: [.groupListsDiffer],
      sources: [.cloudPosseGuide, .identityCenterComponent]),
    Addition(
      to: .step(.deploySync), needs: [.storeSyncParameters],
      warnings: [
        "Deploy `aws-ssosync` before `aws-sso`, which looks up the groups that the former copies.",
        "Set `google_admin_email` to a person who administers Google, not to the service account.",
      ],
      instructions: [
        "In the stack of `aws-ssosync` filter groups by `google_group_match`; its example runs at `rate(15 minutes)`."
      ],
      sources: [.ssosyncComponent]),
    Addition(
      to: .step(.createGroupsByCommand),
      instructions: [
        """
        Or have `aws-sso` make the groups: Terraform makes those below `groups` and looks up those below `idp_groups`. \
        Members are added by command all the same.
        """
      ],
      sources: [.identityCenterComponent]),
    Addition(
      to: .step(.checkGroups),
      warnings: ["Deploy `aws-sso` only when each of \(.requiredGroups) is in the list."],
      sources: [.cloudPosseGuide]),
  ]

  /// What is done by hand otherwise.
  private static let afterTheComponent = [
    Addition(
      to: .step(.createPermissionSet), needs: [.deployAWSSSO],
      warnings: [
        """
        `aws-sso` has made the permission sets. Look at the list and write down their names; more of them belong into \
        the component, not here.
        """
      ],
      sources: [.cloudPosseGuide]),
    Addition(
      to: .step(.assignAccountAccess), needs: [.deployAWSSSO],
      warnings: [
        """
        `aws-sso` has made the assignments too. Open the account and see them; what is missing is added in \
        `stacks/catalog/aws-sso.yaml`.
        """
      ],
      sources: [.cloudPosseGuide]),
    Addition(
      to: .step(.testPortalSignIn),
      instructions: [
        "Repeat it with a member of each of \(.requiredGroups): the portal lists the accounts of that group, and no others."
      ],
      sources: [.cloudPosseGuide]),
  ]
}
