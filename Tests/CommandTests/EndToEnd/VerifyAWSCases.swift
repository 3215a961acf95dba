/// What an `aws` can answer instead of what it should.
extension VerifyAWSTests {
  /// What is made of an answer that is not as it should be: the call, the answer or the complaint, the status and words.
  static let others: [(call: String, answer: String, key: String, status: Int32, words: String)] = [
    (
      "organizations describe-organization",
      "{\"Organization\":{\"FeatureSet\":\"ALL\",\"MasterAccountId\":\"999999999999\"}}", "", 1,
      "its management account is 999999999999, not 111122223333"
    ),
    (
      "organizations describe-organization",
      "{\"Organization\":{\"FeatureSet\":\"CONSOLIDATED_BILLING\",\"MasterAccountId\":\"111122223333\"}}", "", 1,
      "not ALL"
    ),
    (
      "organizations list-aws-service-access-for-organization", "{\"EnabledServicePrincipals\":[]}", "", 1,
      "sso.amazonaws.com is not among"
    ),
    ("sso-admin list-instances", "{\"Instances\":[]}", "", 1, "there is none in eu-west-1"),
    (
      "sso-admin list-instances",
      "{\"Instances\":[{\"InstanceArn\":\"a\",\"IdentityStoreId\":\"d-0000000001\",\"Status\":\"ACTIVE\"}]}", "", 1,
      "its identity store is d-0000000001, not d-93671f0a2c"
    ),
    (
      "sso-admin list-instances",
      "{\"Instances\":[{\"InstanceArn\":\"a\",\"IdentityStoreId\":\"d-93671f0a2c\",\"Status\":\"CREATE_FAILED\"}]}", "",
      1, "is CREATE_FAILED"
    ),
    (
      "sso-admin list-regions", "{\"Regions\":[{\"RegionName\":\"us-east-1\",\"IsPrimaryRegion\":true}]}", "", 1,
      "it is us-east-1, not eu-west-1"
    ),
    (
      "identitystore list-groups",
      "{\"Groups\":[{\"GroupId\":\"g-1\",\"DisplayName\":\"Developers\"},{\"GroupId\":\"g-2\",\"DisplayName\":\"Dev\\u00a0Ops\"}]}",
      "", 1, "U+00A0"
    ),
    (
      "identitystore list-users", "{\"Users\":[{\"UserId\":\"u\",\"UserName\":\"Ada@Example.com\"}]}", "", 1,
      "there is Ada@Example.com instead of ada@example.com"
    ),
    (
      "identitystore list-users",
      "{\"Users\":[{\"UserId\":\"u\",\"UserName\":\"ada@example.com\",\"UserStatus\":\"DISABLED\"}]}", "", 1,
      "is disabled"
    ),
    (
      "identitystore list-users",
      "{\"Users\":[{\"UserId\":\"aaaaaaaa-2222-3333-4444-555555555555\",\"UserName\":\"ada@example.com\"}]}", "", 3,
      "with no sign of having come by SCIM"
    ),
    ("identitystore list-group-memberships", "{\"GroupMemberships\":[]}", "g-2", 1, "without members: DevOps"),
    ("sso-admin list-permission-sets", "{\"PermissionSets\":[]}", "", 1, "not there: AdministratorAccess"),
    (
      "sso-admin list-account-assignments", "{\"AccountAssignments\":[{\"PrincipalId\":\"g-9\"}]}", "444455556666", 1,
      "none of them for a required group"
    ),
    (
      "cloudtrail lookup-events",
      "{\"Events\":[{\"CloudTrailEvent\":\"{\\\"errorCode\\\":\\\"Failed\\\",\\\"errorMessage\\\":\\\"invalid name id \\\\u001b[2J policy\\\"}\"}]}",
      "", 1, "each failed; the last: Failed"
    ),
    ("cloudtrail lookup-events", "{\"Events\":[]}", "", 0, "none of the last 90 days"),
    ("sts get-caller-identity", "not JSON at all", "", 3, "what it printed is no JSON"),
    ("sts get-caller-identity", "{}", "", 3, "the answer has no Account"),
  ]

  static let complaints: [(call: String, words: String, status: Int32, cause: String)] = [
    (
      "sts get-caller-identity", "Unable to locate credentials. You can configure credentials by running", 3,
      "the command aws has no credentials"
    ),
    (
      "sts get-caller-identity", "The SSO session associated with this profile has expired or is otherwise invalid.", 3,
      "the command aws has no credentials"
    ),
    ("sts get-caller-identity", "The config profile (admin) could not be found", 3, "there is no such profile"),
    (
      "sts get-caller-identity", "Could not connect to the endpoint URL: https://sts.amazonaws.com/", 3,
      "AWS could not be reached"
    ),
    (
      "sts get-caller-identity",
      "An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: expired", 3,
      "the command aws has no credentials"
    ),
    (
      "organizations describe-organization",
      "An error occurred (AWSOrganizationsNotInUseException) when calling the DescribeOrganization operation: none", 1,
      "the account is in no organization"
    ),
    (
      "sso-admin list-regions", "An error occurred (AccessDeniedException) when calling the ListRegions operation: no",
      3, "may not ask this"
    ),
    (
      "sso-admin list-regions", "aws: error: argument operation: Invalid choice, valid choices are:", 3,
      "does not know this operation"
    ),
    (
      "identitystore list-groups",
      "An error occurred (ThrottlingException) when calling the ListGroups operation: slow", 3,
      "takes only so many calls"
    ),
    (
      "cloudtrail lookup-events",
      "An error occurred (AccessDeniedException) when calling the LookupEvents operation: no", 0,
      "CloudTrail gave no answer"
    ),
  ]
}
