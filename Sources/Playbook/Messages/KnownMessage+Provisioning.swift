import Rules

/// What provisioning and its tools complain of.
extension KnownMessage {
  static let provisioning: [KnownMessage] = [
    KnownMessage(
      "base-url-pattern", .okta, "Base URL: Does not match required pattern",
      cause: "The SCIM endpoint ends in a slash, or something else was pasted.",
      remedy: "Remove the slash at the end of **Base URL**.",
      topic: .provisioning, source: .provisioning),
    KnownMessage(
      "token-refused-by-okta", .okta, "Error while verifying if user … exists: Unauthorized",
      cause: "The token is wrong, deleted or expired.",
      remedy: """
        Make another token in AWS, enter it, choose **Test API Credentials**, and retry the failed tasks in \
        **Dashboard**, **Tasks**.
        """,
      topic: .provisioning, source: .oktaGuide),
    KnownMessage(
      "matching-user-not-found", .okta, "Automatic provisioning … failed: Matching user not found",
      cause: "One of **Create Users**, **Update User Attributes** and **Deactivate Users** is not ticked.",
      remedy: "Tick all three, save, and retry the task.",
      topic: .provisioning, source: .oktaGuide),
    KnownMessage(
      "no-user-returned", .okta, "No user returned for user",
      cause: "The user was deleted in AWS first.",
      remedy: "Delete the user in Okta's application too, and assign it anew.",
      topic: .assignment, source: .oktaGuide),
    KnownMessage(
      "linked-group-missing", .okta, "Linked group is missing in AWS IAM Identity Center. Change the linked group",
      cause: "The group was deleted in AWS first.", remedy: "Delete the push in Okta, and push the group anew.",
      topic: .groups, source: .oktaGuide),
    KnownMessage(
      "request-unparsable", .scim, "Request is unparsable, syntactically incorrect, or violates schema",
      cause: """
        A name is empty, an attribute has several values, or a value holds a refused character (`< > ; : %`, a tabulator \
        or a line break).
        """,
      remedy:
        "Map one value of each attribute; fill in and clean the names. `signpost verify users` finds them in an export.",
      topic: .provisioning, source: .provisioning),
    KnownMessage(
      "given-name-refused", .scim, "Value at 'name.givenName' failed to satisfy constraint",
      "Value at 'name.familyName' failed to satisfy constraint", "Value at 'displayName' failed to satisfy constraint",
      cause: "A name is empty, or holds a character that AWS refuses.",
      remedy: "Fill in the name in the identity provider, and provision the person again.",
      topic: .users, source: .troubleshooting),
    KnownMessage(
      "several-values", .scim, "List attribute … exceeds allowed limit of 1",
      "Currently list attributes only allow single item",
      cause: "Several e-mail addresses, telephone numbers or postal addresses are sent.",
      remedy: "Map one value, such as the work address, and delete the other mappings.",
      topic: .provisioning, source: .troubleshooting),
    KnownMessage(
      "duplicate-resource", .scim, "Refused to create a new, duplicate resource",
      cause: "User name, primary address, external id or group name exist already, often made by hand.",
      remedy: "Make the user names equal, so that the record is taken over, or delete the older record.",
      topic: .users, source: .troubleshooting),
    KnownMessage(
      "name-required", .scim, "The attribute name is required",
      cause: "First and last name are not sent.", remedy: "Map both names, and fill them in.",
      topic: .users, certainty: .believed, source: .provisioning),
    KnownMessage(
      "scim-unauthorized", .scim, "UnauthorizedException",
      cause: "The token is expired or deleted, or the id in the endpoint's address is wrong.",
      remedy: "Make another token in AWS, and copy both values again.",
      topic: .provisioning, source: .scimUsers),
  ]

  /// What tools around the connection complain of.
  static let tools: [KnownMessage] = [
    KnownMessage(
      "group-not-found", .terraform, "no Identity Store Group found matching criteria",
      cause: "The group does not exist in IAM Identity Center, or its name differs in case or a blank.",
      remedy: "Have the group provisioned, see it in **Groups**, and write its name as it stands there.",
      topic: .groups, certainty: .believed, source: .identityCenterComponent),
    KnownMessage(
      "google-domain-not-found", .ssosync, "Error 404: Domain not found., notFound",
      cause: "The administrator's address is none of Google's, or is the service account's; or the query is refused.",
      remedy: "Give the address of a real administrator of Google; try the query with `Name:` instead of `name:`.",
      topic: .groups, source: .ssosync),
    KnownMessage(
      "command-line-version-1", .awsCommandLine, "aws: error: Invalid choice: sso", "Invalid choice: 'sso'",
      cause: "AWS CLI version 1 has no `configure sso`.", remedy: "Install AWS CLI version 2.",
      topic: .access, certainty: .believed,
      source: SourceReference(
        "AWS SDKs reference: IAM Identity Center credentials",
        "https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html", checked: "2026-11")),
    KnownMessage(
      "saved-from-browser", .browser, "This XML file does not appear to have any style information",
      cause: "The file was copied from a page in which a browser shows XML, not saved.",
      remedy: "Save the metadata with the download button, or with `curl`.",
      topic: .trust, source: .connecting),
  ]
}
