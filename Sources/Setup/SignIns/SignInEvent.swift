public import SAML

/// An event of CloudTrail that tells of a sign-in, or of a call that failed.
public struct SignInEvent: Sendable, Equatable {
  /// What happened, such as `ExternalIdPDirectoryLogin`.
  public let name: String
  /// When; nil where the event does not say so in a way that can be read.
  public let time: Instant?
  /// The Region in which it was recorded.
  public let region: String?
  /// What came of it.
  public let outcome: Outcome
  /// AWS's code of the error.
  public let errorCode: String?
  /// AWS's words for the error; they may name a person.
  public let errorMessage: String?
  /// The person's user name, where the event has it.
  public let userName: String?
  /// How the person showed who they are, such as `EXTERNAL_IDP`.
  public let credentialType: String?
  /// From where, which tells of a person too.
  public let address: String?

  /// What came of something.
  public enum Outcome: String, Sendable {
    case success
    case failure
    /// The event says neither.
    case unknown
  }

  /// The names of the events that tell of people who sign in.
  public static let names: Set = [
    "ExternalIdPDirectoryLogin", "UserAuthentication", "CredentialVerification", "CredentialChallenge", "Authenticate",
    "Federate",
  ]

  /// Reads one event; nil where the value is none.
  init?(_ json: JSON) {
    guard let name = json["eventName"]?.string, json["eventSource"]?.string != nil || json["eventTime"]?.string != nil
    else { return nil }
    self.name = name
    time = json["eventTime"]?.string.flatMap { Instant.read($0).instant }
    region = json["awsRegion"]?.string
    errorCode = json["errorCode"]?.string
    errorMessage = json["errorMessage"]?.string
    let data = json["additionalEventData"]
    let identity = json["userIdentity"]
    userName = [
      data?["UserName"], data?["userName"], identity?["userName"], json["requestParameters"]?["userName"],
      json["serviceEventDetails"]?["userName"],
    ].compactMap { $0?.string }.first { !$0.isEmpty && $0 != "HIDDEN_DUE_TO_SECURITY_REASONS" }
    credentialType = data?["CredentialType"]?.string
    address = json["sourceIPAddress"]?.string
    // The answer stands under the event's own name.
    let answer = (json["responseElements"]?[name] ?? json["serviceEventDetails"]?[name])?.string?.lowercased()
    if errorCode != nil || errorMessage != nil || answer == "failure" {
      outcome = .failure
    } else {
      outcome = answer == "success" || name == "UserAuthentication" ? .success : .unknown
    }
  }

  /// Whether the event tells of a sign-in, or of something that went wrong.
  var isTelling: Bool { Self.names.contains(name) || outcome == .failure }
}

/// Events out of CloudTrail, however they were exported.
public struct SignInEvents: Sendable, Equatable {
  /// The events that tell of a sign-in or of a failure, in the order of the file.
  public let events: [SignInEvent]
  /// How many others there were.
  public let others: Int

  /// Reads one event, a log file (`Records`), what `aws cloudtrail lookup-events` writes (`Events`), a list of events, or
  /// an event that came by EventBridge; nil where the value is nothing of the kind.
  public init?(_ json: JSON) {
    let candidates: [JSON]
    if let records = (json["Records"] ?? json["records"])?.array {
      candidates = records
    } else if let listed = json["Events"]?.array {
      candidates = listed.map { event in
        // The event itself is a text in it.
        event["CloudTrailEvent"]?.string.flatMap { try? JSON(reading: Array($0.utf8)) } ?? event
      }
    } else if let list = json.array {
      candidates = list
    } else if let detail = json["detail"], detail["eventName"] != nil {
      candidates = [detail]
    } else if let text = json["CloudTrailEvent"]?.string, let event = try? JSON(reading: Array(text.utf8)) {
      candidates = [event]
    } else {
      candidates = [json]
    }
    let all = candidates.compactMap(SignInEvent.init)
    guard !all.isEmpty || (candidates.isEmpty && json.array == nil) else { return nil }
    events = all.filter(\.isTelling)
    others = all.count - events.count
  }
}
