import Support

/// A command `aws` that answers what a test has written down, and writes down what it was given.
struct FakeAWS {
  let directory: String

  /// The account, the organization and the instance of the fixtures.
  static let management = "111122223333"
  static let instance = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
  static let set = "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef"
  static let user = "aaaaaaaa-2222-3333-4444-555555555555"

  /// Puts the command into a directory.
  init(in directory: TemporaryDirectory) throws {
    self.directory = directory.path("fake")
    try TestFile.makeDirectory(self.directory + "/answers")
    let script = """
      #!/bin/sh
      cd '\(self.directory)'
      input=; next=
      for word in "$@"; do
        [ "$next" ] && input=${word#file://}
        next=; [ "$word" = --cli-input-json ] && next=1
      done
      { printf '<%s>' "$@"; echo; [ "$input" ] && cat "$input" && echo; } >> calls
      tr '\\0' '\\n' < /proc/$$/environ >> environment
      read -r line && echo "it could read" >> calls
      for answer in answers/"$1-$2"*; do
        key=${answer#answers/"$1-$2"}; key=${key#@}
        [ -z "$key" ] || grep -qF "$key" "$input" || continue
        . "./$answer"
      done
      echo "An error occurred (AccessDeniedException) when calling it: not told what to say" >&2
      exit 254
      """
    try TestFile.write(script, to: self.directory + "/aws", mode: 0o700)
  }

  /// Has a call answered with this JSON.
  ///
  /// - Parameter key: what must stand in the call's input.
  func answer(_ call: String, _ json: String, key: String = "") throws {
    try act(call, "cat <<'END'\n\(json)\nEND\nexit 0", key: key)
  }

  /// Has a call complain as the command does.
  func complain(_ call: String, _ words: String, status: Int = 254) throws {
    try act(call, "printf '\\n%s\\n' \"\(words)\" >&2; exit \(status)")
  }

  /// Has a call do anything.
  func act(_ call: String, _ script: String, key: String = "") throws {
    let name = call.split(separator: " ").joined(separator: "-") + (key.isEmpty ? "" : "@\(key)")
    try TestFile.write(script, to: directory + "/answers/" + name, mode: 0o600)
  }

  /// Everything as the set-up of the fixtures wants it.
  func answerAll() throws {
    try answer(
      "sts get-caller-identity",
      "{\"UserId\":\"x\",\"Account\":\"\(Self.management)\",\"Arn\":\"arn:aws:iam::\(Self.management):user/ada\"}")
    try answer(
      "organizations describe-organization",
      "{\"Organization\":{\"Id\":\"o-abcdefghij\",\"FeatureSet\":\"ALL\",\"MasterAccountId\":\"\(Self.management)\"}}")
    try answer(
      "organizations list-aws-service-access-for-organization",
      "{\"EnabledServicePrincipals\":[{\"ServicePrincipal\":\"sso.amazonaws.com\"}]}")
    try answerInstance()
    try answer(
      "sso-admin list-regions",
      "{\"Regions\":[{\"RegionName\":\"eu-west-1\",\"Status\":\"ACTIVE\",\"IsPrimaryRegion\":true}]}")
    try answer(
      "identitystore list-groups",
      "{\"Groups\":[{\"GroupId\":\"g-1\",\"DisplayName\":\"Developers\"},{\"GroupId\":\"g-2\",\"DisplayName\":\"DevOps\"}]}"
    )
    try answerUser("\"ExternalIds\":[{\"Issuer\":\"x\",\"Id\":\"00u1\"}],\"UserStatus\":\"ENABLED\"")
    for group in ["g-1", "g-2"] {
      try answer(
        "identitystore list-group-memberships",
        "{\"GroupMemberships\":[{\"MembershipId\":\"m\",\"MemberId\":{\"UserId\":\"\(Self.user)\"}}]}", key: group)
    }
    try answer("sso-admin list-permission-sets", "{\"PermissionSets\":[\"\(Self.set)\"]}")
    try answer(
      "sso-admin describe-permission-set",
      "{\"PermissionSet\":{\"Name\":\"AdministratorAccess\",\"SessionDuration\":\"PT8H\"}}")
    try answer(
      "sso-admin list-account-assignments",
      "{\"AccountAssignments\":[{\"AccountId\":\"444455556666\",\"PrincipalType\":\"GROUP\",\"PrincipalId\":\"g-2\"}]}",
      key: "444455556666")
    try answer(
      "cloudtrail lookup-events",
      """
      {"Events":[{"EventName":"ExternalIdPDirectoryLogin","EventTime":"2026-11-20T10:00:00+00:00",\
      "CloudTrailEvent":"{\\"eventName\\":\\"ExternalIdPDirectoryLogin\\"}"}]}
      """)
  }

  /// Has the instance answered with other values.
  func answerInstance(
    status: String = "ACTIVE", store: String = "d-93671f0a2c", owner: String = FakeAWS.management
  ) throws {
    try answer(
      "sso-admin list-instances",
      """
      {"Instances":[{"InstanceArn":"\(Self.instance)","IdentityStoreId":"\(store)","OwnerAccountId":"\(owner)",\
      "Status":"\(status)"}]}
      """)
  }

  /// Has the pilot user answered with these further members.
  func answerUser(_ members: String, name: String = "ada@example.com") throws {
    try answer(
      "identitystore list-users",
      "{\"Users\":[{\"UserId\":\"\(Self.user)\",\"UserName\":\"\(name)\"\(members.isEmpty ? "" : ",")\(members)}]}")
  }

  /// What it was given, call after call.
  var calls: String { get throws { try TestFile.text(directory + "/calls") } }
}
