import Playbook

/// The stack catalogue of the Cloud Posse component `aws-sso`, with the groups in their exact spelling.
///
/// Which group gets which permission set is for the organisation to say: the lists are there, and empty.
struct AWSSSOStack {
  private let values: ArtifactValues

  init(_ values: ArtifactValues) { self.values = values }

  var text: String {
    get throws(ArtifactProblem) {
      let management = try values.value(.managementAccount)
      let pilot = try values.value(.pilotAccount)
      let groups = values.list(.requiredGroups)
      // YAML allows 1024 characters before the colon of a key.
      guard groups.allSatisfy({ YAMLText.scalar($0).unicodeScalars.count < 1000 }) else {
        throw .unfit(.requiredGroups, reason: "has a name that is too long for a key of a stack catalogue")
      }
      var accounts = [("core-root", management)]
      if pilot != management { accounts.append((Self.pilotName, pilot)) }
      var lines = [
        "# stacks/catalog/aws-sso.yaml",
        "# To be deployed in the management account. Every group below must be in IAM Identity Center before, in this",
        "# spelling: the plan fails while one is missing.",
        "components:",
        "  terraform:",
        "    aws-sso:",
        "      metadata:",
        "        component: aws-sso",
        "      vars:",
        "        enabled: true",
        "        region: \(YAMLText.scalar(try values.value(.region)))",
        "        account_map_enabled: false",
        "        account_map:",
        "          # The names are yours to choose; they have to be the same under account_assignments.",
        "          full_account_map:",
      ]
      lines += accounts.map { "            \($0.0): \(YAMLText.quoted($0.1))" }
      lines.append("          root_account_account_name: core-root")
      lines += groupList(groups)
      lines += assignments(groups, account: accounts.last?.0 ?? "core-root")
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private static let pilotName = "pilot"

  private func groupList(_ groups: [String]) -> [String] {
    if groups.isEmpty { return ["        idp_groups: []"] }
    var lines = ["        # Groups that are looked up because provisioning brings them."]
    if values.provider == "google-workspace" {
      lines += [
        "        # Google provisions users only. Where neither ssosync nor a person makes the groups, move the list to",
        "        # groups:, and the component makes them.",
      ]
    }
    return lines + ["        idp_groups:"] + groups.map { "          - \(YAMLText.scalar($0))" }
  }

  private func assignments(_ groups: [String], account: String) -> [String] {
    let sets = values.list(.permissionSets)
    var lines = ["        # The permission sets of the set-up; put those that a group is to have into its list."]
    lines += sets.map { "        #   \(YAMLText.comment($0))\(Self.remark(on: $0))" }
    if groups.isEmpty { return lines + ["        account_assignments: {}"] }
    lines += ["        account_assignments:", "          \(account):", "            groups:"]
    lines += groups.flatMap {
      ["              \(YAMLText.scalar($0)):", "                permission_sets: []"]
    }
    return lines
  }

  private static func remark(on set: String) -> String {
    if builtIn.contains(set) { return "" }
    if terraform.contains(set) { return "  (only where tf_access_bucket_arn and tf_access_role_arn are set)" }
    return "  (not one of the component's own: it has to be added there)"
  }

  /// What the component makes by itself.
  private static let builtIn: Set = [
    "AdministratorAccess", "BillingAdministratorAccess", "BillingReadOnlyAccess", "DNSRecordAdministratorAccess",
    "PowerUserAccess", "ReadOnlyAccess", "RootAccess",
  ]
  private static let terraform: Set = ["TerraformApplyAccess", "TerraformPlanAccess", "TerraformStateAccess"]
}
