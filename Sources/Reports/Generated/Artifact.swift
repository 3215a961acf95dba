public import Playbook

/// A file for another tool, made of the values of a set-up.
public enum Artifact: String, Sendable, CaseIterable {
  /// The session and the profiles of the AWS CLI.
  case awsConfig = "aws-config"
  /// Permission sets and account assignments as a CloudFormation template.
  case cloudFormation = "cloudformation"
  /// The stack catalogue of Cloud Posse's component `aws-sso`.
  case awsSSOStack = "aws-sso-stack"
  /// The settings of ssosync.
  case ssosync

  /// What it is, in a line: lower case, no full stop.
  public var summary: String {
    switch self {
    case .awsConfig: "session and profiles for the AWS CLI, as lines of ~/.aws/config"
    case .cloudFormation: "permission sets and assignments as a CloudFormation template"
    case .awsSSOStack: "stack catalogue of Cloud Posse's component aws-sso"
    case .ssosync: "settings of ssosync, which copies Google's groups to AWS"
    }
  }

  /// The facts that it is made of. A list that is empty is known all the same.
  public var needs: [FactKey] {
    switch self {
    case .awsConfig: [.portalURL, .region, .pilotAccount, .permissionSets]
    case .cloudFormation: [.pilotAccount, .permissionSets, .requiredGroups]
    case .awsSSOStack: [.managementAccount, .region, .pilotAccount, .permissionSets, .requiredGroups]
    case .ssosync: [.scimEndpoint, .region, .identityStoreID, .requiredGroups]
    }
  }
}

/// Why an artifact cannot be made.
public enum ArtifactProblem: Error, Sendable, Equatable {
  /// The set-up does not know these values.
  case missing([FactKey])
  /// The value is known, and cannot stand in this file; the reason follows the name of the value.
  case unfit(FactKey, reason: String)
  /// The artifact is for another identity provider than that of the set-up; the reason is a sentence.
  case otherProvider(reason: String)
}
