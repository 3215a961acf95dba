import Parties
import Playbook
import Setup

/// Lines for the configuration file of the AWS CLI: the session that signs in at the portal, and a profile for each
/// permission set in the pilot account.
///
/// The keys: https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
struct AWSConfigFile {
  let values: ArtifactValues

  init(_ values: ArtifactValues) { self.values = values }

  var text: String {
    get throws(ArtifactProblem) {
      let session = values.name.text
      var lines = [
        "# Add these lines to ~/.aws/config; needed: AWS CLI 2.9 or newer.",
        "# To sign in: aws sso login --sso-session \(session)",
        "[sso-session \(session)]",
        "sso_start_url = \(try value(.portalURL))",
        "# The Region of IAM Identity Center, whatever the Region that you work in.",
        "sso_region = \(try region)",
        "sso_registration_scopes = sso:account:access",
      ]
      let account = try value(.pilotAccount)
      for set in values.list(.permissionSets) {
        guard let name = INIText.name(set) else { throw Self.unfit(.permissionSets) }
        lines += [
          "",
          "[profile \(name)-\(account)]",
          "sso_session = \(session)",
          "sso_account_id = \(account)",
          "sso_role_name = \(name)",
          "# Put the Region that you work in behind the sign and remove the #:",
          "# region =",
        ]
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  /// The Region in which the portal signs people in: its own, where the address names one.
  private var region: String {
    get throws(ArtifactProblem) {
      if let region = AWSAddress.recognise(try values.value(.portalURL)).region { return region.code }
      return try value(.region)
    }
  }

  private func value(_ key: FactKey) throws(ArtifactProblem) -> String {
    guard let value = INIText.value(try values.value(key)) else { throw Self.unfit(key) }
    return value
  }

  private static func unfit(_ key: FactKey) -> ArtifactProblem {
    .unfit(key, reason: "holds characters that the configuration of the AWS CLI cannot hold")
  }
}
