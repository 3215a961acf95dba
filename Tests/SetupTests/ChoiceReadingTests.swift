import Playbook
import Testing

@testable import Setup

@Suite("Reading answers that are one of a few, and formats")
struct ChoiceReadingTests {
  private func read(_ key: FactKey, _ text: String) throws(Rejection) -> [String] {
    try key.read(text, in: Circumstances(wishes: []), now: noon).values
  }

  @Test(
    "a word, or its beginning in any case, is kept whole",
    arguments: [
      ("unused", "unused"), ("Directory", "directory"), (" a ", "active-directory"), ("OTHER", "other-idp"),
      ("this-idp", "this-idp"),
    ])
  func source(text: String, kept: String) throws {
    #expect(try read(.identitySource, text) == [kept])
  }

  @Test("anything else is refused with the words that there are", arguments: ["okta", "directoryy", "none"])
  func otherSource(text: String) throws {
    let rejection = try #require(throws: Rejection.self) { try read(.identitySource, text) }
    #expect(rejection.problem.hasPrefix("is none of unused, directory, active-directory, other-idp, this-idp"))
  }

  @Test func aSlipGetsASuggestion() throws {
    let rejection = try #require(throws: Rejection.self) { try read(.identitySource, "otter-idp") }
    #expect(rejection.problem.hasSuffix("perhaps other-idp"))
  }

  @Test(
    "the format for e-mail addresses is taken, whatever a console calls it",
    arguments: ["urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", "EMAIL", "Email address", "emailAddress"])
  func email(text: String) throws {
    #expect(try read(.nameIDFormat, text) == [text])
  }

  @Test(
    "another format is refused by its name, and a misspelt one by its slip",
    arguments: [
      ("UNSPECIFIED", "is the format unspecified"), ("Persistent", "is the format persistent"),
      ("urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress", "names a format that "),
      ("urn:oasis:names:tc:SAML:2.0:nameid-format:transient", "is the format transient"),
    ])
  func otherFormat(text: String, problem: String) throws {
    let rejection = try #require(throws: Rejection.self) { try read(.nameIDFormat, text) }
    #expect(rejection.problem.hasPrefix(problem), "\(rejection.problem)")
  }

  @Test("the flow can be told from an answers file before its steps are known")
  func peek() {
    #expect(AnswersFile.identitySource(in: Array(#"{"identity-source": "other"}"#.utf8)) == .otherIdP)
    #expect(AnswersFile.identitySource(in: Array(#"{"identity-source": "okta"}"#.utf8)) == nil)
    #expect(AnswersFile.identitySource(in: Array(#"{"confirmed": 1}"#.utf8)) == nil)
    #expect(AnswersFile.identitySource(in: Array("no JSON".utf8)) == nil)
  }
}
