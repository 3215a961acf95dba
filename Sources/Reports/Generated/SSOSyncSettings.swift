import Parties
import Playbook

/// The settings of ssosync as the environment that it reads, for a shell to take in.
///
/// Secrets are never in it: the token is fetched from the parameter store when the file is read, and Google's
/// credentials stay in a file of their own. Names of the settings: https://github.com/awslabs/ssosync
struct SSOSyncSettings {
  private let values: ArtifactValues

  init(_ values: ArtifactValues) { self.values = values }

  var text: String {
    get throws(ArtifactProblem) {
      guard values.provider == "google-workspace" || values.provider == "generic" else {
        throw .otherProvider(
          reason: "ssosync copies the users and groups of Google Workspace; this set-up is for another provider")
      }
      let region = try word(.region)
      return """
        # Settings of ssosync. To use them: set -a; . ./FILE; set +a; ssosync
        # ssosync deletes users and groups of IAM Identity Center that it does not find in Google. Look at what a dry
        # run would do before you take SSOSYNC_DRY_RUN away.
        SSOSYNC_DRY_RUN='true'
        AWS_REGION=\(region)
        SSOSYNC_SCIM_ENDPOINT=\(try endpoint)
        SSOSYNC_IDENTITY_STORE_ID=\(try word(.identityStoreID))
        # By this method a group in AWS has the name that Google shows for it.
        SSOSYNC_SYNC_METHOD='groups'
        SSOSYNC_GROUP_MATCH=\(try groupMatch)
        # The address of a Google administrator, and the file with the key of the service account: the set-up knows
        # neither. Fetch the file from your secret store and delete it afterwards.
        : "${SSOSYNC_GOOGLE_ADMIN:?set it to the address of a Google administrator}"
        : "${SSOSYNC_GOOGLE_CREDENTIALS:?set it to the path of the key of the service account}"
        # The token comes from the parameter store, as a SecureString of this name; it is never written down here.
        SSOSYNC_SCIM_ACCESS_TOKEN="$(aws ssm get-parameter --with-decryption --region \(region) \\
          --name /ssosync/scim_endpoint_access_token --query Parameter.Value --output text)"

        """
    }
  }

  /// The endpoint without a slash at its end.
  private var endpoint: String {
    get throws(ArtifactProblem) {
      let text = try values.value(.scimEndpoint)
      guard case .scim(let endpoint) = AWSAddress.recognise(text) else { return try word(.scimEndpoint) }
      return ShellText.quoted(endpoint.canonicalText)
    }
  }

  /// One query for each group, by its exact name; ssosync divides them at commas.
  ///
  /// Queries: https://developers.google.com/workspace/admin/directory/v1/guides/search-groups
  private var groupMatch: String {
    get throws(ArtifactProblem) {
      let groups = values.list(.requiredGroups)
      if groups.isEmpty {
        throw .unfit(.requiredGroups, reason: "is empty, and ssosync would copy every group of the organisation")
      }
      var queries: [String] = []
      for group in groups {
        guard !group.contains(","), SuspiciousCharacter.all(in: group).isEmpty, !group.contains("\\"),
          !group.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" || $0 == "\t" })
        else {
          throw .unfit(
            .requiredGroups,
            reason: "has a name with a comma, a backslash or an invisible character, which ssosync cannot "
              + "ask Google for")
        }
        queries.append("name='\(group.replacing("'", with: "\\'"))'")
      }
      return try word(queries.joined(separator: ","), .requiredGroups)
    }
  }

  private func word(_ key: FactKey) throws(ArtifactProblem) -> String { try word(try values.value(key), key) }

  private func word(_ text: String, _ key: FactKey) throws(ArtifactProblem) -> String {
    guard !text.utf8.contains(0) else { throw .unfit(key, reason: "holds a NUL") }
    return ShellText.quoted(text)
  }
}
