/// ssosync: a tool of AWS's that reads Google's directory and writes users and groups to the identity store.
extension GoogleWorkspaceSteps {
  /// The identity under which the directory is read.
  static let createServiceAccount = Step(
    .createGoogleServiceAccount, "Make a service account that can read the directory",
    by: .idpAdmin,
    at: ConsolePath(
      "Google Cloud console", url: "https://console.cloud.google.com",
      path: ["IAM & Admin", "Service Accounts", "Create Service Account"]),
    when: .syncProvisions, needs: [.chooseGoogleGroups],
    warnings: ["The JSON key opens the directory. Put it into the secret store, and delete the downloaded file."],
    instructions: [
      "Make a project for it, and open **APIs & Services**, **Enabled APIs & Services**.",
      "Choose **+ ENABLE APIS AND SERVICES** and enable the `Admin SDK API`.",
      "In **IAM & Admin**, **Service Accounts** choose **Create Service Account**, and note its unique id.",
      "In **Keys** choose **ADD KEY**, **Create new key** and **JSON**.",
    ],
    proof: .word(
      see: "**Keys** of the service account lists one key, and **Enabled APIs & Services** the `Admin SDK API`"),
    undo: "Delete the key, then the service account.",
    sources: [.ssosync, .ssosyncComponent])

  /// What that identity may read, and nothing more.
  static let delegateDirectory = Step(
    .delegateGoogleDirectory, "Let the service account read users and groups",
    by: .idpAdmin,
    at: .googleAdmin(
      "Security", "Access and data control", "API controls", "Manage Domain Wide Delegation", "Add new"),
    when: .syncProvisions, needs: [.createGoogleServiceAccount],
    warnings: ["The three scopes read only. Give no other."],
    instructions: [
      "Choose **Add new** and enter the unique id of the service account as **Client ID**.",
      "Enter the scope `https://www.googleapis.com/auth/admin.directory.group.readonly`.",
      "Enter the scope `https://www.googleapis.com/auth/admin.directory.group.member.readonly`.",
      "Enter the scope `https://www.googleapis.com/auth/admin.directory.user.readonly`, and save.",
    ],
    proof: .word(see: "**Manage Domain Wide Delegation** lists the **Client ID** with three scopes"),
    undo: "Delete the row.",
    pitfalls: [
      Pitfall(
        "Status 403 from Google in the log of ssosync", cause: "One of the three scopes is missing.",
        remedy: "Edit the row and add it.", certainty: .believed)
    ],
    sources: [.ssosync, .ssosyncComponent])

  /// The tool itself, tried dry before it may delete anything.
  static let deploySync = Step(
    .deploySync, "Run ssosync, dry at first",
    by: .awsAdmin, at: ConsolePath("terminal, signed in to the management or delegated administrator account"),
    when: .syncProvisions, needs: [.enableSCIM, .delegateGoogleDirectory, .checkGoogleProfiles, .turnOnGoogleService],
    why: ["ssosync copies users and groups from Google to AWS; Google's own provisioning is left off meanwhile."],
    warnings: [
      """
      ssosync deletes users and groups in AWS that it does not find at Google: also those of Control Tower, those made \
      by hand and those of Terraform. Look at a dry run first.
      """,
      "Whether it can run beside Google's own provisioning is not known. Use one of them.",
      "A token on a command line is seen by others. Give it in the environment, from the secret store.",
    ],
    instructions: [
      "Set `SSOSYNC_SCIM_ENDPOINT` to \(.scimEndpoint) and `SSOSYNC_SCIM_ACCESS_TOKEN` from the secret store.",
      "Set `SSOSYNC_GOOGLE_ADMIN` to a real administrator of Google, not the service account.",
      "Run `ssosync --dry-run --google-credentials credentials.json --group-match 'name:AWS*'`, with your own filter.",
      """
      When the run does what you want, deploy it: from the Serverless Application Repository, or as Cloud Posse's \
      component `aws-ssosync`, there as a member of `managers` or as SuperAdmin.
      """,
      """
      Before, that component needs parameters of type SecureString in \(.region): `/ssosync/scim_endpoint_url` and \
      `/ssosync/scim_endpoint_access_token`,
      """,
      """
      and also `/ssosync/identity_store_id`, which is \(.identityStoreID), and `/ssosync/google_credentials`, the whole \
      JSON of the key.
      """,
    ],
    proof: .word(see: "a run without an error in **CloudWatch**, or of `ssosync` in the terminal"),
    undo: "Remove the schedule. Users and groups that were copied stay.",
    pitfalls: [
      Pitfall(
        "Groups of Control Tower, of Terraform or made by hand are gone",
        cause: "They are unknown at Google. `--group-match` and `--ignore-groups` look at Google's groups only.",
        remedy: "Do not mix ssosync with other makers of groups; make the groups at Google, then assign anew."),
      Pitfall(
        "Every assignment is gone after an update", cause: "Groups were deleted and made again, with other ids.",
        remedy: "Run an update dry first; then remove and repeat the assignments."),
      Pitfall(
        "A group has another name than expected",
        cause: "The method `groups` takes the name that Google shows, `users_groups` takes the e-mail address.",
        remedy: "Choose the method, and name the group at Google as AWS needs it, to the letter."),
      Pitfall(
        "Members of inner groups are in the outer group",
        cause: "ssosync flattens nested groups; people from outside are left out.",
        remedy: "That is expected. A group of the same name that AWS has already is taken over."),
      Pitfall(
        "googleapi: Error 404: Domain not found., notFound",
        cause: "The administrator is not one of Google's, or the filter is refused.",
        remedy: "Give a real administrator; try `name:AWS*`, `Name:AWS*` or `email:aws-*`: the sources differ."),
      Pitfall(
        "It finds no identity store", cause: "It runs in an account that does not administer IAM Identity Center.",
        remedy: "Run it in the management or the delegated administrator account."),
      Pitfall(
        "Status 401 in the log", cause: "The token has expired.", remedy: "Renew it, also in the parameter or secret."),
    ],
    wait: Wait("Cloud Posse's component runs it every 15 minutes unless it is told otherwise.", atMost: 15),
    sources: [.ssosync, .ssosyncComponent])
}
