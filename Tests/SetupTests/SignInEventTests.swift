import SAML
import Testing

@testable import Setup

@Suite("Events of CloudTrail")
struct SignInEventTests {
  private static let failure = """
    {"eventVersion": "1.08", "eventTime": "2026-11-20T17:16:48Z", "eventSource": "signin.amazonaws.com",
     "eventName": "ExternalIdPDirectoryLogin", "awsRegion": "eu-west-1", "sourceIPAddress": "192.0.2.4",
     "errorMessage": "Response contains invalid name id policy format", "requestParameters": null,
     "responseElements": {"ExternalIdPDirectoryLogin": "Failure"}}
    """
  private static let success = """
    {"eventTime": "2026-11-20T17:20:00Z", "eventSource": "signin.amazonaws.com", "eventName": "UserAuthentication",
     "additionalEventData": {"UserName": "ada@example.com", "CredentialType": "EXTERNAL_IDP"},
     "serviceEventDetails": {"UserAuthentication": "Success"}}
    """
  private static let other = """
    {"eventTime": "2026-11-20T17:20:00Z", "eventSource": "s3.amazonaws.com", "eventName": "ListBuckets"}
    """

  private func read(_ text: String) throws -> SignInEvents? { SignInEvents(try JSON(reading: Array(text.utf8))) }

  @Test("one event, and what came of it")
  func one() throws {
    let event = try #require(try read(Self.failure)?.events.first)
    #expect(event.name == "ExternalIdPDirectoryLogin" && event.outcome == .failure && event.region == "eu-west-1")
    #expect(event.time == Instant("2026-11-20T17:16:48Z") && event.address == "192.0.2.4" && event.userName == nil)
    #expect(event.errorMessage == "Response contains invalid name id policy format")
    let good = try #require(try read(Self.success)?.events.first)
    #expect(good.outcome == .success && good.userName == "ada@example.com" && good.credentialType == "EXTERNAL_IDP")
  }

  @Test("the lists in which events are exported")
  func lists() throws {
    let three = "[\(Self.failure), \(Self.success), \(Self.other)]"
    let nested = try JSON(reading: Array(Self.failure.utf8)).indented
    let text = JSON.object(["Events": .array([.object(["CloudTrailEvent": .string(nested)])])]).indented
    for (text, names, others) in [
      ("{\"Records\": \(three)}", 2, 1), (three, 2, 1), (text, 1, 0), ("{\"detail\": \(Self.failure)}", 1, 0),
      ("{\"Records\": [\(Self.other)]}", 0, 1), ("{\"Records\": []}", 0, 0),
    ] {
      let events = try #require(try read(text), "\(text)")
      #expect(events.events.count == names && events.others == others, "\(text)")
    }
  }

  @Test("what hides the user name is none, and a failed call of provisioning is telling")
  func oddities() throws {
    let hidden = Self.success.replacing("ada@example.com", with: "HIDDEN_DUE_TO_SECURITY_REASONS")
    #expect(try read(hidden)?.events.first?.userName == nil)
    let call = Self.other.replacing("\"ListBuckets\"", with: "\"CreateUser\", \"errorCode\": \"ValidationException\"")
    #expect(try read(call)?.events.first?.outcome == .failure)
  }

  @Test(
    "other JSON is no event",
    arguments: ["{}", "[]", "{\"message\": \"hello\"}", "[1, 2]", "\"text\"", "{\"Events\": 1}"])
  func others(text: String) throws {
    #expect(try read(text) == nil)
  }
}
