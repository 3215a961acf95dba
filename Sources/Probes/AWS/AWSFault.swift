/// Why a call of the command `aws` gave no answer.
struct AWSFault: Error, Sendable, Equatable {
  /// What stood in the way.
  enum Kind: Sendable, Equatable, CaseIterable {
    /// There are no credentials, or they have ended.
    case credentials
    /// There is no such profile.
    case profile
    /// No Region was named.
    case region
    /// The principal may not do it.
    case denied
    /// The account is in no organization.
    case noOrganization
    /// AWS takes no more calls for now.
    case throttled
    /// AWS could not be reached.
    case unreachable
    /// The command does not know the operation.
    case oldCommand
    /// What it printed is not what it should.
    case answer
    /// It was not done in time.
    case time
    /// It was interrupted.
    case interrupted
    /// Something else.
    case other
  }

  let kind: Kind
  /// What the command said; untrusted text.
  let message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// Reads what the command complained of. The numbers with which it ends differ between its versions, its words less.
  init(status: Int32, errors: [UInt8]) {
    let lines = errors.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    let said = lines.first { $0.contains("An error occurred (") } ?? lines.last { !$0.isEmpty } ?? ""
    let all = lines.joined(separator: "\n")
    let code = said.firstRange(of: "An error occurred (").flatMap { range in
      said[range.upperBound...].split(separator: ")").first.map(String.init)
    }
    self.init(Self.kind(code: code, all), said.isEmpty ? "it ended with status \(status)" : String(said.prefix(300)))
  }

  private static func kind(code: String?, _ text: String) -> Kind {
    switch code {
    case "AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "ForbiddenException": return .denied
    case "AWSOrganizationsNotInUseException": return .noOrganization
    case "ThrottlingException", "TooManyRequestsException", "Throttling": return .throttled
    case "ExpiredToken", "ExpiredTokenException", "UnrecognizedClientException", "InvalidClientTokenId",
      "SignatureDoesNotMatch", "InvalidSignatureException":
      return .credentials
    case .some: return .other
    case nil: break
    }
    let marks: [(Kind, [String])] = [
      (.profile, ["The config profile"]), (.region, ["You must specify a region"]),
      (
        .credentials,
        [
          "Unable to locate credentials", "Error loading SSO Token", "The SSO session associated", "Token has expired",
          "Partial credentials", "Error when retrieving credentials", "Refreshing temporary credentials failed",
          "Your session has expired",
        ]
      ),
      (
        .unreachable,
        ["Could not connect to the endpoint", "Connect timeout", "Read timeout", "Failed to connect to proxy"]
      ),
      (.unreachable, ["SSL validation failed", "Connection was closed"]),
      (.oldCommand, ["nvalid choice", "Unknown options"]),
    ]
    return marks.first { $0.1.contains(where: text.contains) }?.0 ?? .other
  }

  /// Whether no other call would fare better.
  var concernsAll: Bool { [.credentials, .profile, .region, .unreachable, .interrupted].contains(kind) }

  /// The likely cause.
  var cause: String {
    switch kind {
    case .credentials: "the command aws has no credentials, or they have ended"
    case .profile: "there is no such profile in ~/.aws/config"
    case .region: "neither the set-up nor the profile names a Region"
    case .denied: "the principal of the profile may not ask this"
    case .noOrganization: "the account is in no organization, so there can be no organization instance"
    case .throttled: "AWS takes only so many calls a second, those of others included"
    case .unreachable: "AWS could not be reached from here: no network, a proxy, or a certificate that is not trusted"
    case .oldCommand: "the installed version of the command aws does not know this operation"
    case .answer: "the command printed something else than the answer in JSON"
    case .time: "the answer did not come in time"
    case .interrupted: "it was interrupted"
    case .other: "the command aws could not do it"
    }
  }

  /// What to do.
  var remedy: String {
    switch kind {
    case .credentials: "sign in (aws sso login --profile NAME), or name another profile with --profile"
    case .profile: "see aws configure list-profiles, and name one with --profile"
    case .region: "give the set-up the AWS metadata file, or set region in the profile"
    case .denied: "allow it: signpost verify aws --print-policy prints the least that is needed"
    case .noOrganization: "use the credentials of the management account, or create the organization"
    case .throttled, .time, .other: "try it again; the command below shows more"
    case .unreachable: "try it again with the network on; see HTTPS_PROXY and AWS_CA_BUNDLE"
    case .oldCommand: "install a newer version of the command aws"
    case .answer: "try the command below, and see what is printed"
    case .interrupted: "try it again"
    }
  }
}
