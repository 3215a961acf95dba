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
      // Of forty characters, as a key of AWS.
      "EngineeringAWSProdReadOnlyEuCentral1Ops2", "/home/ada/Downloads/Metadata2026/OktaPrd",
      "https://acme.okta.com/app/ab/exk5fGh7jK9lM2nO4697/sso/saml",
      "arn:aws:iam::444455556666:role/Team/ReadOnly2026",
      "ghp_readonly_group_of_the_team_in_berlin", "the glpat- token of 2026 is in the vault", "xoxb-tokens are Slack's",
      "github_pat_ and ghp_ begin tokens of 2026", "see glpat-rotation-is-automatic-for-every-team",
    ])
  func innocent(text: String) {
    #expect(SecretLookalike.found(in: text) == nil)
  }

  /// The secret access key of AWS's own examples. It and the tokens below are put together here, or whoever looks for
  /// secrets in this repository would find them.
  static let key = "wJalrXUtnFEMI/K7MDENG/\("bPxRfi")CYEXAMPLEKEY"

  static let tokens: [String] = [
    "tok: xox\("b")-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx", "xox\("p")-1234567890-abcdefghijkl",
    "gh\("p")_16C7e42F292c6912E7710c838347Ae178B4a", "(gh\("s")_16C7e42F292c6912E7710c838347Ae178B4a)",
    "token=github\("_pat")_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz0123456789",
    "https://ci.example/?q=gl\("pat")-abcde12345fghij67890", key, "AWS_SECRET_ACCESS_KEY=\(key)", "the key \(key).",
    "/\(key.dropFirst())",
  ]

  @Test("tokens and keys of a form that their makers have published, whatever stands around them", arguments: tokens)
  func published(text: String) {
    #expect(SecretLookalike.found(in: text) == .token)
    #expect(throws: Rejection.self) { try Statement(text) }
    #expect(SecretLookalike.bare(in: text) == .token)
  }

  @Test(
    "in the place of a path: what is refused there is forgotten there, and so is what an ending betrays",
    arguments: [
      "6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34:Zk9x8Qw7Er6Ty5Ui4Op3As2Df1Gh0Jk9Lz8", canary, "/home/ada/\(canary)",
      "~/a.b/\(canary)", "./6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34:\(canary)", "https://ada:word@example.com/metadata",
      "https://example.com/metadata?token=1", key,
    ])
  func inPlaceOfPath(text: String) {
    #expect(SecretLookalike.inPlaceOfPath(text) != nil)
    #expect(throws: Rejection.self) { try FactKey.idpMetadata.read(text, in: FactReadingTests.known, now: noon) }
  }

  @Test(
    "a path is none of these",
    arguments: [
      "~/Downloads/metadata (3).xml", "/srv/6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34.xml", "/Users/ada/Downloads",
      "/srv/saml/2026-11-22T16:28:47Z.xml", "C01abc234", "/private/var/folders/zz/zyxvpxvq6csfxvn_n0000/T/tmp.xml",
      "okta.xml",
    ])
  func path(text: String) {
    #expect(SecretLookalike.inPlaceOfPath(text) == nil)
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
