import Playbook
import Testing

@testable import Setup

@Suite("Secrets")
struct SecretTests {
  /// Ways in which a token gets onto a clipboard.
  static let disguises = [
    canary, "a/\(canary)==", " \(canary)\n", "Bearer \(canary)", "Authorization: Bearer \(canary)", "\"\(canary)\"",
    "https://scim.eu-west-1.amazonaws.com/x/scim/v2?token=\(canary)", "https://ada:\(canary)@example.awsapps.com/start",
    "Admins, \(canary)", "token \(canary)", "-----BEGIN PRIVATE KEY-----\n\(canary)\n-----END PRIVATE KEY-----",
    "eyJhbGciOiJIUzI1NiJ9.\(canary).sig",
  ]

  /// Whether a part of the canary is in a text, however it was encoded.
  private func holdsCanary(_ text: String) -> Bool {
    text.contains(canary.prefix(12)) || text.contains(canary.suffix(12)) || text.lowercased().contains("8kq2zt5v")
  }

  @Test("a token in place of an answer: refused for every fact, and in no word of the refusal", arguments: disguises)
  func answers(text: String) {
    for key in FactKey.allCases {
      do throws(Rejection) {
        let reading = try key.read(text, in: FactReadingTests.known, now: noon)
        Issue.record("\(key) took it: \(reading.values.count) values")
      } catch {
        #expect(!holdsCanary(error.description), "\(key)")
        #expect(error.read.map(holdsCanary) != true, "\(key)")
        #expect(!holdsCanary("\(error)"), "\(key)")
      }
    }
  }

  @Test("a token in a note, a reason or a confirmation", arguments: disguises)
  func statements(text: String) {
    do throws(Rejection) {
      _ = try Statement(text)
      Issue.record("taken")
    } catch {
      #expect(!holdsCanary("\(error) \(error.read ?? "")"))
    }
  }

  @Test("a token copied from the console in place of the value that is compared", arguments: disguises)
  func comparisons(text: String) throws {
    var script = Script()
    try script.file(Metadata.aws(), as: .serviceProvider)
    try script.answer(.portalURL, "https://example.awsapps.com/start")
    try script.close("aws-file")
    do throws(Obstruction) {
      _ = try script.progress.closing("register", with: .shown([.acsURL: text, .issuerURL: text]))
      Issue.record("closed")
    } catch {
      #expect(!holdsCanary(error.obstacles.map(\.description).joined()))
      #expect(!holdsCanary("\(error)"))
    }
  }

  @Test("a token in an answers file: as a value, a name, a confirmation, or where the file is broken")
  func answersFiles() throws {
    let texts = [
      #"{"scim-token": "\#(canary)"}"#, #"{"\#(canary)": "x"}"#, #"{"confirmed": {"look": "\#(canary)"}}"#,
      #"{"confirmed": {"\#(canary)": "x"}}"#, #"{"wishes": {"\#(canary)": true}}"#, #"{"scim-token": "\#(canary)}"#,
      #"{"skipped": {"look": "Bearer \#(canary)"}}"#, #"\#(canary)"#,
      #"{"shown": {"register": {"\#(canary)": "x"}}}"#, #"{"portal-url": {"\#(canary)": 1}}"#,
    ]
    for text in texts {
      do throws(AnswersFile.Problems) {
        _ = try AnswersFile(Array(text.utf8), path: "answers.json", playbook: sample)
        Issue.record("taken")
      } catch {
        #expect(!holdsCanary("\(error) \(error.list)"), "\(text)")
      }
    }
  }

  @Test(
    "what is no secret is not taken for one",
    arguments: [
      "AWS_123456789012_AdministratorAccess_production", "arn:aws:sso:::instance/ssoins-6987aaaabbbbcccc", endpoint,
      consumer, "6f9619ff-8b86-d011-b42d-00c04fc964ff", "AWSReservedSSO_ReadOnlyAccess_0a1b2c3d4e5f6a7b",
      "first.last+2024@example.com", "AdministratorAccessForTheWholeOrganization2024",
      "http://www.okta.com/exk1a2b3c4d5e6f7g8h9",
      "AB:CD:12:34:AB:CD:12:34:AB:CD:12:34:AB:CD:12:34:AB:CD:12:34:AB:CD:12:34:AB:CD:12:34:AB:CD:12:34",
      "Gruppe Entwicklung Süd 2", "d-93671f0a2c.awsapps.com/start", String(endpoint.dropFirst(8)),
    ])
  func innocent(text: String) {
    #expect(SecretLookalike.found(in: text) == nil)
  }

  @Test(
    "an address without its scheme that is not whole, or holds more, is still taken for a secret",
    arguments: [
      "d-93671f0a2c.awsapps.com/\(canary)", "d-93671f0a2c.awsapps.com/start?token=\(canary)",
      "d-93671f0a2c.awsapps.com/start\(canary)", "scim.eu-west-1.amazonaws.com/\(canary)",
      "scim.eu-west-1.evil.example/\(canary)/scim/v2",
    ])
  func incomplete(text: String) {
    #expect(SecretLookalike.found(in: text) != nil)
  }
}
