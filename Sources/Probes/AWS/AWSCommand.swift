import Parties
import Platform
import SAML
import Setup

/// The command `aws`, for calls that only read.
///
/// Values go in by a file that only we can read: given as arguments, the command would fetch what looks like an address.
/// It shows no pager and asks nothing; of our environment it gets what it needs to find its credentials and the network.
public struct AWSCommand: Sendable {
  /// The program.
  public let tool: Tool
  private let environment: [String: String]
  private let profile: String?
  private let region: String?
  private let temporaryDirectory: String
  private let patience: Duration

  /// The largest answer that is taken: some tens of thousands of users.
  private static let sizeLimit = 64 << 20

  /// An answer, and the digest of its bytes.
  struct Reply: Sendable {
    let json: JSON
    let digest: String
  }

  /// - Parameters:
  ///   - environment: the variables of our own process.
  ///   - profile: the profile to use; nil for what the environment says.
  ///   - region: the Region to ask in; nil for the profile's.
  ///   - temporaryDirectory: where the file with the values lies meanwhile.
  ///   - patience: how long one call may take.
  public init(
    _ tool: Tool, environment: [String: String], profile: String?, region: String?, temporaryDirectory: String,
    patience: Duration = .seconds(120)
  ) {
    self.tool = tool
    self.profile = profile
    self.region = region
    self.temporaryDirectory = temporaryDirectory
    self.patience = patience
    let names: Set = [
      "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "REQUESTS_CA_BUNDLE",
    ]
    self.environment = environment.filter { names.contains($0.key) || $0.key.hasPrefix("AWS_") }
      .merging(environment.networkSettings) { $1 }
      .merging([
        "AWS_PAGER": "", "AWS_CLI_AUTO_PROMPT": "off", "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
      ]) { $1 }
  }

  /// The variables that send the calls elsewhere than to AWS, with their values; what may be a secret in them is covered.
  public var detours: [(name: String, value: String)] {
    environment.filter { $0.key.hasPrefix("AWS_ENDPOINT_URL") && !$0.value.isEmpty }.sorted { $0.key < $1.key }
      .map { ($0.key, AddressSecrets.covering($0.value)) }
  }

  /// A call as it can be typed into a shell.
  func line(_ call: AWSCall) -> String {
    (["aws"] + call.words + (call.input.map { ["--cli-input-json", $0.compact] } ?? []) + settings)
      .map(ShellText.word).joined(separator: " ")
  }

  /// Asks.
  func ask(_ call: AWSCall) throws(AWSFault) -> Reply {
    let outcome: ChildProcess.Outcome
    do throws(PlatformError) {
      // Else Ctrl-C would leave the file behind.
      try Interrupt.install()
      var arguments = call.words + settings + ["--output", "json", "--color", "off"]
      if let input = call.input {
        var directory = try PrivateDirectory(in: temporaryDirectory)
        let file = try directory.write(Array(input.compact.utf8), as: "input.json")
        arguments += ["--cli-input-json", "file://" + file]
        outcome = try run(arguments)
      } else {
        outcome = try run(arguments)
      }
    } catch { throw AWSFault(.other, error.description) }
    switch outcome.ending {
    case .exited(status: 0): break
    case .exited(let status): throw AWSFault(status: status, errors: covered(outcome.errors))
    case .signalled(let number): throw AWSFault(.other, "signal \(number) ended it")
    case .deadlinePassed: throw AWSFault(.time, "it was ended after \(patience.components.seconds) seconds")
    case .tooMuchOutput: throw AWSFault(.answer, "it printed more than \(Self.sizeLimit) bytes")
    case .interrupted: throw AWSFault(.interrupted, "it was interrupted")
    }
    do throws(JSON.ReadingError) {
      let output = outcome.output
      return Reply(json: try JSON(reading: output), digest: Digest.sha256(output.span).description)
    } catch { throw AWSFault(.answer, "what it printed is no JSON: \(error)") }
  }

  /// What the command complains of, without the credentials that we have given to it: it may repeat what it was shown.
  private func covered(_ errors: [UInt8]) -> [UInt8] {
    let secrets = ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN"].compactMap { environment[$0] }
    return secrets.filter { !$0.isEmpty }.reduce(errors) { errors, secret in
      errors.replacing(Array(secret.utf8), with: Array(AddressSecrets.cover.utf8))
    }
  }

  private func run(_ arguments: [String]) throws(PlatformError) -> ChildProcess.Outcome {
    try ChildProcess.run(
      executable: tool.path, arguments: arguments, environment: environment, deadline: patience,
      outputLimit: Self.sizeLimit)
  }

  private var settings: [String] {
    (profile.map { ["--profile", $0] } ?? []) + (region.map { ["--region", $0] } ?? [])
  }
}
