import Setup

/// The calls of the command `aws` that are made. All of them only read.
enum AWSCall: Sendable, Equatable {
  case callerIdentity
  case organization
  case delegatedAdministrators
  case trustedServices
  case instances
  case regions(instance: String)
  case groups(store: String)
  case members(store: String, group: String)
  case users(store: String)
  case permissionSets(instance: String)
  case permissionSet(instance: String, set: String)
  case assignments(instance: String, account: String, set: String)
  case signIns

  /// One call of each kind, with invented values.
  static let each: [AWSCall] = [
    .callerIdentity, .organization, .delegatedAdministrators, .trustedServices, .instances, .regions(instance: ""),
    .groups(store: ""), .members(store: "", group: ""), .users(store: ""), .permissionSets(instance: ""),
    .permissionSet(instance: "", set: ""), .assignments(instance: "", account: "", set: ""), .signIns,
  ]

  /// The service and the operation, as the command has them.
  var words: [String] { parts.words }
  /// What IAM calls the permission that it needs.
  var action: String { parts.action }
  /// What the operation is given; nil where it needs nothing.
  var input: JSON? { parts.input.isEmpty ? nil : .object(parts.input) }

  private var parts: (words: [String], action: String, input: [String: JSON]) {
    switch self {
    case .callerIdentity: (["sts", "get-caller-identity"], "sts:GetCallerIdentity", [:])
    case .organization:
      (["organizations", "describe-organization"], "organizations:DescribeOrganization", [:])
    case .delegatedAdministrators:
      (
        ["organizations", "list-delegated-administrators"], "organizations:ListDelegatedAdministrators",
        ["ServicePrincipal": "sso.amazonaws.com"]
      )
    case .trustedServices:
      (
        ["organizations", "list-aws-service-access-for-organization"],
        "organizations:ListAWSServiceAccessForOrganization", [:]
      )
    case .instances: (["sso-admin", "list-instances"], "sso:ListInstances", [:])
    case .regions(let instance):
      (["sso-admin", "list-regions"], "sso:ListRegions", ["InstanceArn": .string(instance)])
    case .groups(let store):
      (["identitystore", "list-groups"], "identitystore:ListGroups", ["IdentityStoreId": .string(store)])
    case .members(let store, let group):
      (
        ["identitystore", "list-group-memberships"], "identitystore:ListGroupMemberships",
        ["IdentityStoreId": .string(store), "GroupId": .string(group)]
      )
    case .users(let store):
      (["identitystore", "list-users"], "identitystore:ListUsers", ["IdentityStoreId": .string(store)])
    case .permissionSets(let instance):
      (["sso-admin", "list-permission-sets"], "sso:ListPermissionSets", ["InstanceArn": .string(instance)])
    case .permissionSet(let instance, let set):
      (
        ["sso-admin", "describe-permission-set"], "sso:DescribePermissionSet",
        ["InstanceArn": .string(instance), "PermissionSetArn": .string(set)]
      )
    case .assignments(let instance, let account, let set):
      (
        ["sso-admin", "list-account-assignments"], "sso:ListAccountAssignments",
        ["InstanceArn": .string(instance), "AccountId": .string(account), "PermissionSetArn": .string(set)]
      )
    case .signIns:
      (
        ["cloudtrail", "lookup-events"], "cloudtrail:LookupEvents",
        [
          "LookupAttributes": [
            ["AttributeKey": "EventName", "AttributeValue": "ExternalIdPDirectoryLogin"]
          ],
          // A number here has the command give one page, the newest events.
          "MaxResults": 50,
        ]
      )
    }
  }
}

/// The least that a principal must be allowed so that everything can be asked.
public enum AWSReadPolicy {
  /// The policy as IAM takes it: JSON, with a line feed at its end.
  public static var document: String {
    let document: JSON = [
      "Version": "2012-10-17",
      "Statement": [
        [
          "Sid": "SignpostVerify", "Effect": "Allow", "Resource": "*", "Action": JSON(AWSCall.each.map(\.action)),
        ]
      ],
    ]
    return document.indented
  }
}
