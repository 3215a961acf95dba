import Playbook

/// A CloudFormation template with the permission sets of a set-up and their assignments in one account.
///
/// What the set-up does not know is a parameter without a default: the instance, the ids of the groups, and the policies
/// of permission sets that are not named for a policy of AWS's. Nobody is given anything unless a parameter says so.
struct CloudFormationTemplate {
  private let account: String
  private let sets: [PermissionSet]
  private let groups: [Group]
  private let pairs: [Pair]

  /// A permission set, with the ids that stand for it in the template.
  private struct PermissionSet {
    let name: String
    let resource: String
    /// The parameter for its policy; nil where the name says which it is.
    let policy: String?
  }

  /// A group, with the parameter that takes its id.
  private struct Group {
    let name: String
    let parameter: String
  }

  /// A group with one of the permission sets.
  private struct Pair {
    let group: Group
    let set: PermissionSet
    let parameter: String
    let condition: String
    let resource: String
  }

  init(_ values: ArtifactValues) throws(ArtifactProblem) {
    account = try values.value(.pilotAccount)
    // What CloudFormation would resolve, such as {{resolve:…}}, is no name.
    guard values.list(.permissionSets).allSatisfy({ INIText.name($0) != nil }) else {
      throw .unfit(.permissionSets, reason: "has a name that no permission set can have")
    }
    var ids = LogicalIDs(taken: ["InstanceArn", "AccountId"])
    let sets = values.list(.permissionSets).map { name in
      PermissionSet(
        name: name, resource: ids.take(name, "PermissionSet"),
        policy: PredefinedPolicy.path(of: name) == nil ? ids.take(name, "PolicyArn") : nil)
    }
    let groups = values.list(.requiredGroups).map { Group(name: $0, parameter: ids.take($0, "GroupId")) }
    // Two of every template's parameters are the instance and the account.
    guard 2 + groups.count * (1 + sets.count) + sets.count <= Self.mostParameters else {
      throw .unfit(
        .requiredGroups,
        reason: "has \(groups.count) entries, which with \(sets.count) permission sets make more than the "
          + "\(Self.mostParameters) parameters that a template can have")
    }
    var pairs: [Pair] = []
    for group in groups {
      for set in sets {
        let both = group.name + set.name
        pairs.append(
          Pair(
            group: group, set: set, parameter: ids.take("Give" + both, ""), condition: ids.take(both, "IsGiven"),
            resource: ids.take(both, "Assignment")))
      }
    }
    (self.sets, self.groups, self.pairs) = (sets, groups, pairs)
  }

  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  private static let mostParameters = 200

  var text: String {
    let head = [
      "# Permission sets and account assignments of IAM Identity Center.",
      "# Deploy it in the management account, in the Region of IAM Identity Center. A permission set that is there",
      "# already has to be imported into the stack: CloudFormation does not take it over by its name.",
      "AWSTemplateFormatVersion: \"2010-09-09\"",
      "Description: Permission sets and account assignments of IAM Identity Center",
    ]
    let conditions = pairs.isEmpty ? [] : ["Conditions:"] + pairs.map(condition)
    let resources = ["Resources:"] + sets.flatMap(permissionSet) + pairs.flatMap(assignment)
    return (head + parameters + conditions + resources).joined(separator: "\n") + "\n"
  }

  // MARK: Parameters

  private var parameters: [String] {
    var lines = [
      "Parameters:",
      "  InstanceArn:",
      "    Type: String",
      "    Description: The ARN under Settings of IAM Identity Center, also printed by aws sso-admin list-instances",
      "    AllowedPattern: \(YAMLText.quoted("^arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}$"))",
    ]
    if !pairs.isEmpty {
      lines += [
        "  AccountId:",
        "    Type: String",
        "    Description: The account in which the permission sets are assigned",
        "    AllowedPattern: \(YAMLText.quoted("^\\d{12}$"))",
        "    Default: \(YAMLText.quoted(account))",
      ]
    }
    for set in sets {
      guard let policy = set.policy else { continue }
      lines += [
        "  \(policy):",
        "    Type: String",
        "    Description: \(Self.described("The ARN of the managed policy for the permission set \(set.name)"))",
        "    AllowedPattern: \(YAMLText.quoted("^arn:aws(-[a-z]{1,5}){0,3}:iam::aws:policy/.+$"))",
      ]
    }
    for group in groups where !pairs.isEmpty {
      lines += [
        "  \(group.parameter):",
        "    Type: String",
        "    Description: \(Self.described("The id in the identity store of the group \(group.name)"))",
        "    AllowedPattern: \(YAMLText.quoted(Self.principalPattern))",
      ]
    }
    for pair in pairs {
      lines += [
        "  \(pair.parameter):",
        "    Type: String",
        "    Description: \(Self.described("Whether the group \(pair.group.name) gets \(pair.set.name) in the account"))",
        "    AllowedValues: [\"no\", \"yes\"]",
        "    Default: \"no\"",
      ]
    }
    return lines
  }

  /// A description. `${` is divided: whoever checks a template takes it for a reference that was left out of a Sub.
  private static func described(_ text: String) -> String { YAMLText.quoted(text.replacing("${", with: "$ {")) }

  private static let principalPattern =
    "^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$"

  private func condition(_ pair: Pair) -> String {
    "  \(pair.condition): !Equals [!Ref \(pair.parameter), \"yes\"]"
  }

  // MARK: Resources

  private func permissionSet(_ set: PermissionSet) -> [String] {
    let path = PredefinedPolicy.path(of: set.name) ?? ""
    let policy =
      set.policy.map { "!Ref \($0)" } ?? "!Sub \(YAMLText.quoted("arn:${AWS::Partition}:iam::aws:policy/\(path)"))"
    return [
      "  \(set.resource):",
      "    Type: AWS::SSO::PermissionSet",
      "    Properties:",
      "      InstanceArn: !Ref InstanceArn",
      "      Name: \(YAMLText.scalar(set.name))",
      "      SessionDuration: PT1H",
      "      ManagedPolicies:",
      "        - \(policy)",
    ]
  }

  private func assignment(_ pair: Pair) -> [String] {
    [
      "  \(pair.resource):",
      "    Type: AWS::SSO::Assignment",
      "    Condition: \(pair.condition)",
      "    Properties:",
      "      InstanceArn: !Ref InstanceArn",
      "      PermissionSetArn: !GetAtt \(pair.set.resource).PermissionSetArn",
      "      PrincipalType: GROUP",
      "      PrincipalId: !Ref \(pair.group.parameter)",
      "      TargetType: AWS_ACCOUNT",
      "      TargetId: !Ref AccountId",
    ]
  }
}

/// Hands out names for the parts of a template, each once: letters and digits, as CloudFormation demands.
private struct LogicalIDs {
  var taken: Set<String>

  /// The letters and digits of a name before an ending; numbered where another name has left the same.
  mutating func take(_ name: String, _ ending: String) -> String {
    let kept = name.utf8.filter { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }.prefix(80)
    let stem = String(decoding: kept, as: UTF8.self)
    var id = stem + ending
    var number = 2
    while id.isEmpty || !taken.insert(id).inserted {
      id = "\(stem)\(ending)\(number)"
      number += 1
    }
    return id
  }
}
