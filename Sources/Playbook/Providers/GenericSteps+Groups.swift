extension GenericSteps {
  /// Without SCIM all of them are made there.
  static let createGroupsInAWS = groups(
    .createGroupsInAWS, "Make the groups in AWS",
    when: .all([.not(.wants(.scim)), .present(.requiredGroups)]),
    needs: [.createUsersByHand, .createProviderGroups],
    why: ["Access is given to groups, and without SCIM AWS has none but those that are made there."],
    first: "In the console, below **Groups**, choose **Create group**?; or use the commands that follow.",
    proof: .shown([.requiredGroups]))

  /// With SCIM the console makes no groups, the Identity Store API does.
  static let addMissingGroups = groups(
    .addMissingGroups, "Make the groups in AWS that the identity provider cannot send",
    when: .all([.wants(.scim), .present(.requiredGroups)]),
    needs: [.pushProviderGroups, .checkUsers],
    why: ["With SCIM the console makes no groups. The Identity Store API still does, for providers that send none."],
    first: "Where the list of groups has each of \(.requiredGroups) already, there is nothing to do here.",
    proof: .word(see: "`aws identitystore list-groups` prints each of \(.requiredGroups)"))

  private static func groups(
    _ id: StepID, _ title: String, when condition: Condition, needs: [StepID], why: [Phrase], first: Phrase,
    proof: Proof
  ) -> Step {
    Step(
      id, title, by: .awsAdmin, at: ConsolePath("terminal with AWS CLI version 2"), when: condition,
      needs: needs + [.downloadAWSMetadata], why: why,
      warnings: ["Groups and memberships that are made here stay your work: the provider does not keep them up."],
      instructions: [
        first,
        "Give each command that follows `--identity-store-id` \(.identityStoreID) and `--region` \(.region).",
        "See which there are: `aws identitystore list-groups --query 'Groups[].DisplayName'`.",
        "Make one: `aws identitystore create-group --display-name NAME`, spelled as in \(.requiredGroups).",
        """
        Find a person: `aws identitystore get-user-id --alternate-identifier \
        '{"UniqueAttribute":{"AttributePath":"userName","AttributeValue":"USER"}}'`.
        """,
        """
        Add the person: `aws identitystore create-group-membership --group-id GROUP --member-id UserId=USERID`, and see \
        it with `aws identitystore list-group-memberships --group-id GROUP`.
        """,
      ],
      proof: proof,
      undo: "Run `aws identitystore delete-group --group-id GROUP`; its assignments go first.",
      pitfalls: [
        Pitfall(
          "The list is empty although the console shows groups",
          cause: "The command asked another Region or another identity store.",
          remedy: "Give `--region` \(.region) and `--identity-store-id` \(.identityStoreID).", certainty: .believed),
        Pitfall(
          "ConflictException", cause: "A group of that name, or the membership, exists.",
          remedy: "Use the one that exists; `list-groups` gives its id.", certainty: .believed),
        Pitfall(
          "A group that was made here is refused when the provider sends one of that name later",
          cause: "Names of groups are unique, and the record is not the provider's.",
          remedy: "Decide for one side: let the provider send all groups, or none."),
      ],
      sources: [
        .provisioning, .usersAndGroups,
        SourceReference(
          "AWS CLI Command Reference: identitystore", "https://docs.aws.amazon.com/cli/latest/reference/identitystore/",
          checked: "2026-11"),
      ])
  }
}
