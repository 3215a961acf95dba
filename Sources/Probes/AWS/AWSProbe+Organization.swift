import Playbook
import Setup

/// Who asks, and whether the organization and the instance are there.
extension AWSProbe {
  mutating func askForAccount() {
    ask("account", "the account that asks", .callerIdentity) { (probe, json) throws(AWSFault) in
      guard let account = try probe.part(json, "Account").string else {
        throw AWSFault(.answer, "the account is no text")
      }
      probe.account = account
      return .pass("\(account), as \(json["Arn"]?.string ?? "somebody")")
    }
  }

  mutating func askForOrganization() {
    ask(
      "organization", "the organization", .organization, claim: .organization,
      onFault: { fault in
        fault.kind == .noOrganization
          ? .fail(fault.message, cause: fault.cause, remedy: fault.remedy) : nil
      },
      judge: { (probe, json) throws(AWSFault) in
        let organization = try probe.part(json, "Organization")
        guard let management = organization["MasterAccountId"]?.string else {
          throw AWSFault(.answer, "the answer has no MasterAccountId")
        }
        if let expected = probe.expected.managementAccount, expected != management {
          return .fail(
            "its management account is \(management), not \(expected)",
            cause: "the credentials are those of another organization, or the set-up names another account",
            remedy: "use a profile of the organization, or correct management-account in the set-up")
        }
        guard organization["FeatureSet"]?.string == "ALL" else {
          return .fail(
            "its features are \(organization["FeatureSet"]?.string ?? "unknown"), not ALL",
            cause: "the organization was made for joint bills only", remedy: "enable all features in AWS Organizations")
        }
        return probe.isAdministrator(management)
      })
  }

  /// An instance can be managed from its own account, and from the one that it was delegated to.
  private func isAdministrator(_ management: String) -> Finding {
    guard let account, account != management else {
      return .pass("all features; the account that asks is the management account \(management)")
    }
    let call = AWSCall.delegatedAdministrators
    do throws(AWSFault) {
      let list = try command.ask(call).json["DelegatedAdministrators"]?.array ?? []
      if list.contains(where: { $0["Id"]?.string == account }) {
        return .pass(
          "all features; the account that asks is the delegated administrator, the management account \(management)")
      }
      return .fail(
        "\(account) is neither the management account \(management) nor the delegated administrator",
        cause: "an instance shows itself in full to these two only",
        remedy: "use a profile of the management account, or register this one as delegated administrator")
    } catch {
      return .unknown(
        "whether \(account) is the delegated administrator: \(error.message)", cause: error.cause,
        remedy: "\(error.remedy); the management account is \(management)")
    }
  }

  mutating func askForTrustedAccess() {
    ask("trusted-access", "trusted access for IAM Identity Center", .trustedServices) {
      (probe, json) throws(AWSFault) in
      let services = (try probe.part(json, "EnabledServicePrincipals").array ?? [])
        .compactMap { $0["ServicePrincipal"]?.string }
      guard services.contains("sso.amazonaws.com") else {
        return .fail(
          "sso.amazonaws.com is not among the \(services.count) that are enabled",
          cause: "IAM Identity Center was enabled for this account alone, or its access was taken away",
          remedy: "enable IAM Identity Center in the management account, with AWS Organizations")
      }
      return .pass("sso.amazonaws.com is enabled")
    }
  }

  mutating func askForInstance() {
    ask("instance", "the instance", .instances, claim: .instance) { (probe, json) throws(AWSFault) in
      let instances = try probe.part(json, "Instances").array ?? []
      guard let one = instances.first, let arn = one["InstanceArn"]?.string,
        let store = one["IdentityStoreId"]?.string
      else {
        return .fail(
          "there is none" + (probe.expected.region.map { " in \($0)" } ?? ""),
          cause: "IAM Identity Center is not enabled, or it is in another Region",
          remedy: "enable it, or ask in its Region: it stands in the issuer URL of the AWS metadata file")
      }
      probe.instance = (arn, store)
      return probe.judge(one, arn, store, count: instances.count)
    }
  }

  private func judge(_ instance: JSON, _ arn: String, _ store: String, count: Int) -> Finding {
    let status = instance["Status"]?.string ?? "unknown"
    guard status == "ACTIVE" else {
      return .fail(
        "\(arn) is \(status)", cause: "it is being made or deleted, or could not be made",
        remedy: "look at Settings in the console of IAM Identity Center")
    }
    guard count == 1 else {
      return .fail(
        "there are \(count)", cause: "there are account instances beside that of the organization",
        remedy: "ask with a profile of the management account")
    }
    if let expected = expected.identityStore, expected != store {
      return .fail(
        "its identity store is \(store), not \(expected)",
        cause: "the AWS metadata file of the set-up is of another instance",
        remedy: "download the metadata file of this instance, and give it to the set-up")
    }
    if let owner = instance["OwnerAccountId"]?.string, let expected = expected.managementAccount, owner != expected {
      return .fail(
        "it belongs to \(owner), not to the management account \(expected)",
        cause: "it is an account instance, which cannot give access to accounts",
        remedy: "enable IAM Identity Center in the management account, with AWS Organizations")
    }
    return .pass("\(arn) is active, with the identity store \(store)")
  }

  mutating func askForRegion() {
    ask("region", "the primary Region", instance.map { .regions(instance: $0.arn) }) { (probe, json) throws(AWSFault) in
      let regions = try probe.part(json, "Regions").array ?? []
      guard let primary = regions.first(where: { $0["IsPrimaryRegion"]?.bool == true })?["RegionName"]?.string else {
        throw AWSFault(.answer, "none of the Regions is the primary one")
      }
      if let expected = probe.expected.region, expected != primary {
        return .fail(
          "it is \(primary), not \(expected)", cause: "the AWS metadata file of the set-up is of another instance",
          remedy: "download the metadata file of this instance, and give it to the set-up")
      }
      return .pass(primary)
    }
  }
}
