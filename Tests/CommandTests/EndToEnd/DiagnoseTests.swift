import Playbook
import SAML
import Support
import Testing

@testable import signpost

@Suite("signpost diagnose")
struct DiagnoseTests {
  private static let pair = "--idp Fixtures/okta.xml --aws Fixtures/identity-center.xml"
  private static let response = (try? TestFile.text(Signpost.root + "/Fixtures/responses/okta.xml")) ?? ""

  /// A run without a set-up anywhere near.
  private func run(_ line: String, input: String = "") throws -> Signpost.Run {
    try Signpost.run(words("diagnose \(line)"), input: input, environment: ["SIGNPOST_STORE": "/nonexistent/store"])
  }

  @Test("a good response, in each of the forms in which it is copied")
  func forms() throws {
    let base64 = Base64.encode(Array(Self.response.utf8))
    let twice = base64.replacing("+", with: " ")
    let escaped = base64.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
    for input in [Self.response, base64, "SAMLResponse=\(escaped)&RelayState=", escaped, twice] {
      let run = try run(Self.pair, input: input)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(run.output.contains("nothing to report; compared with the identity provider's metadata"))
    }
  }

  @Test("words in the place of a file: how they are given")
  func wordsForAFile() throws {
    for (argument, command) in [
      ("It's not you, it's us", "printf %s 'It'\\''s not you, it'\\''s us' | signpost diagnose -"),
      ("AADSTS50011", "printf %s AADSTS50011 | signpost diagnose -"),
    ] {
      let run = try Signpost.run(["diagnose", argument], environment: ["SIGNPOST_STORE": "/nonexistent/store"])
      #expect(run.status == 3 && run.errors.contains(command), "\(run.errors)")
    }
    let missing = try run("missing.xml")
    #expect(missing.status == 3 && !missing.errors.contains("printf"))
  }

  @Test("each difference says its cause, what to do and the step of this provider")
  func differences() throws {
    let broken = Self.response.replacing("<saml2:Audience>https:", with: "<saml2:Audience>urn:")
      .replacing("SAML:1.1:nameid-format:emailAddress", with: "SAML:2.0:nameid-format:persistent")
    let run = try run(Self.pair + " -", input: broken)
    #expect(run.status == 1)
    for words in [
      "error[RESP024]", "error[RESP019]", "register-aws-in-okta", "set-okta-username-format", "cause:", "2 errors",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
  }

  /// What identifies a person in the fixtures.
  private static let personal = ["ada", "example.com", "research-lab-7", "192.0.2.44"]

  @Test(
    "nobody is named unless it is asked for, in either format",
    arguments: [
      "Fixtures/responses/okta.xml \(pair)", "Fixtures/responses/okta.xml", "Fixtures/broken/sign-in-event.json",
    ])
  func hidden(line: String) throws {
    for format in ["human", "json"] {
      let hidden = try run("\(line) --format \(format)")
      for value in Self.personal where value != "ada" {
        #expect(!hidden.output.contains(value), "\(format): \(value)")
      }
      #expect(!hidden.output.contains("ada@") && hidden.output.contains("[hidden]"))
      let shown = try run("\(line) --format \(format) --show-values")
      #expect(shown.output.contains("ada@example.com") && !shown.output.contains("[hidden]"))
    }
  }

  @Test("what an identity provider writes into its refusal is looked up, and its people are hidden")
  func refusal() throws {
    let message =
      "AADSTS50105: The signed in user 'ada@example.com' is not assigned to a role for the application (192.0.2.44)."
    let refused = """
      <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0" \
      IssueInstant="2026-11-20T23:59:30Z"><samlp:Status><samlp:StatusCode \
      Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/><samlp:StatusMessage>\(message)</samlp:StatusMessage>\
      </samlp:Status></samlp:Response>
      """
    for format in ["human", "json"] {
      let run = try run("--format \(format)", input: refused)
      #expect(run.status == 1 && run.output.contains("RESP003") && run.output.contains("AADSTS50105"))
      #expect(!run.output.contains("ada@") && !run.output.contains("192.0.2.44"), "\(run.output)")
      #expect(run.output.contains("Assign the person"))
    }
  }

  @Test("an event of CloudTrail: its outcome, and what its message means")
  func event() throws {
    let run = try run("Fixtures/broken/sign-in-event.json")
    #expect(run.status == 1 && run.errors.isEmpty)
    for words in ["failure: ExternalIdPDirectoryLogin", "unconfirmed", "set-provider-name-id", "1 failed, 0 succeeded"]
    {
      #expect(run.output.unwrapped.contains(words), "\(words)")
    }
    #expect(run.output.hasPrefix("Fixtures/broken/sign-in-event.json: 1 event about a sign-in or a failure\n"))
    let good = "{\"eventTime\": \"2026-11-20T17:20:00Z\", \"eventName\": \"UserAuthentication\"}"
    #expect(try self.run("-", input: good).status == 0)
    let other = good.replacing("UserAuthentication", with: "ListUsers")
    let several = try self.run("-", input: "[\(good), \(good), \(other)]")
    #expect(several.output.contains("2 events about a sign-in or a failure; 1 other left out\n"))
  }

  @Test("a message, wherever it was copied from")
  func message() throws {
    let run = try run("", input: "10:02  │ It’s not you,\n  │ it’s us. (id 4711)\n")
    #expect(run.status == 1 && run.output.contains("\"It's not you, it's us\" (AWS)"))
    let json = try self.run("--format json", input: "Base URL: Does not match required pattern")
    #expect(
      json.output.contains("\"schema\": \"signpost.diagnose/v1\"") && json.output.contains("connect-okta-to-scim"))
    #expect(json.output.contains("\"provider\": \"okta\"") && json.output.contains("\"certainty\": \"confirmed\""))
  }

  @Test("every message that is known, as it is shown", arguments: KnownMessage.all)
  func known(message: KnownMessage) throws {
    for text in message.texts {
      let run = try run("--format json", input: text.replacing("…", with: "something") + "\n")
      #expect(run.status == 1 && !run.output.contains("RESP002"), "\(text)")
      #expect(run.output.contains("\"\(message.id)\""), "\(text)")
    }
  }

  @Test(
    "what is not recognised says so, with status 3", arguments: ["", "all is well\n", "{\"a\": 1}", "<html></html>"])
  func unknown(input: String) throws {
    let run = try run("-", input: input)
    #expect(run.status == 3 && run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test("what cannot be used, and why")
  func misuse() throws {
    #expect(try run("nowhere.xml").status == 3)
    #expect(try run("- --idp -").status == 2)
    let swapped = try run("Fixtures/responses/okta.xml --idp Fixtures/identity-center.xml")
    #expect(swapped.status == 3 && swapped.message.contains("is not the metadata of an identity provider"))
  }

  @Test("a rule about responses has its page")
  func explained() throws {
    let page = try Signpost.run("explain resp024")
    #expect(page.status == 0 && page.output.contains("audience-differs") && page.output.contains("Likely cause"))
    #expect(try Signpost.run("explain audience-difers").message.contains("did you mean audience-differs?"))
  }

  @Test("hostile input is a finding within little memory")
  func hostile() throws {
    let bomb = "SAMLResponse=7cGBAAAAAAIgsWX2lxjkKgU" + String(repeating: "A", count: 3874) + "G4M"
    let inputs = [
      "<!DOCTYPE r [<!ENTITY a \"aaaa\">]><samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\">&a;</x>",
      bomb, "<r xmlns=\"urn:oasis:names:tc:SAML:2.0:protocol\">" + String(repeating: "<a>", count: 100_000),
      Self.response.replacing("ada@example.com", with: "ada@example.com\u{1B}]0;x\u{7}"),
    ]
    for input in inputs {
      let run = try Signpost.run(
        ["diagnose"], input: input, environment: ["SIGNPOST_STORE": "/nonexistent/store"], addressSpace: 400_000)
      #expect(run.status == 1 && run.output.contains("error[RESP002]"), "\(run.errors)")
      #expect(run.output.commandsToTerminals.isEmpty)
    }
  }

  @Test("beside a set-up: its files, its steps, its pilot user, and the step that a good response proves")
  func setUp() throws {
    try TemporaryDirectory.with { directory in
      let environment = ["SIGNPOST_STORE": directory.path("store")]
      let begun = try Signpost.run(
        ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input"], environment: environment)
      #expect(begun.status == 0)
      let good = try Signpost.run(["diagnose"], input: Self.response, environment: environment)
      #expect(good.status == 0 && good.output.unwrapped.contains("AWS's metadata, the pilot user"), "\(good.output)")
      let reopened = try Signpost.run(
        ["step", "reopen", "see-name-id-sent", "--reason", "look again"], environment: environment)
      #expect(reopened.status == 0)
      let proposed = try Signpost.run(["diagnose"], input: Self.response, environment: environment)
      #expect(
        proposed.message.contains("record it: signpost verify sign-in --name okta --from \"-\""), "\(proposed.errors)")
      let other = Self.response.replacing("ada@example.com", with: "Ada@example.com")
      let differing = try Signpost.run(["diagnose"], input: other, environment: environment)
      #expect(differing.status == 0 && differing.output.contains("warning[RESP023]"))
      #expect(
        differing.output.unwrapped.contains("differ in upper and lower case") && !differing.output.contains("da@"))
      #expect(!differing.message.contains("record it"))
      let event = try Signpost.run(
        ["diagnose", "Fixtures/broken/sign-in-event.json"], environment: environment)
      #expect(
        event.output.contains("set-okta-username-format") && event.output.unwrapped.contains("expected: the same"))
      let message = try Signpost.run(["diagnose"], input: "An unexpected error has occurred", environment: environment)
      #expect(message.output.contains("here:") && message.output.contains("set-okta-username-format"))
      let second = try Signpost.run(
        ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--name", "second"],
        environment: environment)
      #expect(second.status == 0)
      let response = try Signpost.run(["diagnose"], input: Self.response, environment: environment)
      #expect(response.status == 2 && response.output.isEmpty)
      #expect(response.message.contains("there are several set-ups: okta, second; choose one with --name"))
      for input in ["It's not you, it's us", try TestFile.text(Signpost.root + "/Fixtures/broken/sign-in-event.json")] {
        let run = try Signpost.run(["diagnose"], input: input, environment: environment)
        let alone = try self.run("", input: input)
        #expect(run.status == 1 && run.outputBytes == alone.outputBytes, "\(run.errors)")
        #expect(run.message == "note: there are several set-ups; --name SETUP says which one to compare with")
        let named = try Signpost.run(["diagnose", "--name", "second"], input: input, environment: environment)
        #expect(named.status == 1 && named.errors.isEmpty)
      }
    }
  }
}
