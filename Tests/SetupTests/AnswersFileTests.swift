import Playbook
import Testing

@testable import Setup

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Answers files")
struct AnswersFileTests {
  private func read(_ text: String, path: String = "conf/answers.json") throws(AnswersFile.Problems) -> AnswersFile {
    try AnswersFile(Array(text.utf8), path: path, playbook: sample)
  }

  @Test("everything that a file can say")
  func whole() throws {
    let file = try read(
      """
      {
        "aws-metadata": "aws.xml", "idp-metadata": "/abs/idp.xml",
        "portal-url": "https://example.awsapps.com/start",
        "required-groups": ["A, B", "C"], "permission-sets": "X, Y",
        "wishes": {"scim": true, "portal-alias": false},
        "confirmed": {"look": "seen  it"}, "skipped": {"connect": "later"},
        "shown": {"register": {"acs-url": "https://a", "issuer-url": "https://b"}, "check": {"required-groups": ["C"]}}
      }
      """)
    #expect(
      file.facts == [
        .awsMetadata: .text("conf/aws.xml"), .idpMetadata: .text("/abs/idp.xml"),
        .portalURL: .text("https://example.awsapps.com/start"), .requiredGroups: .list(["A, B", "C"]),
        .permissionSets: .text("X, Y"),
      ])
    #expect(file.wishes == [.scim: true, .portalAlias: false])
    #expect(file.confirmed.mapValues(\.text) == ["look": "seen it"])
    #expect(file.skipped.mapValues(\.text) == ["connect": "later"])
    #expect(
      file.shown == [
        "register": [.acsURL: "https://a", .issuerURL: "https://b"], "check": [.requiredGroups: "C"],
      ])
    #expect(try read(#"{"aws-metadata": "a.xml"}"#, path: "answers.json").facts == [.awsMetadata: .text("a.xml")])
    #expect(try read(#"{"aws-metadata": "a.xml"}"#, path: "/answers.json").facts == [.awsMetadata: .text("/a.xml")])
    // A slash and a combining mark at the beginning of a name are one character, and two parts of a path all the same.
    #expect(
      try read(#"{"aws-metadata": "/\u0301a.xml"}"#, path: "c/\u{301}.json").facts
        == [.awsMetadata: .text("/\u{301}a.xml")])
    #expect(
      try read(#"{"aws-metadata": "a.xml"}"#, path: "c/\u{301}.json").facts == [.awsMetadata: .text("c/a.xml")])
  }

  @Test(
    "what is wrong, where, and what was probably meant",
    arguments: [
      ("[]", "1:1: the file holds a list; an object is expected"),
      ("{", "1:2: the file is no JSON: a name in double quotes is expected"),
      (
        #"{"portal-url": "a", "portal-url": "b"}"#,
        "1:21: the file is no JSON: this name stands a second time in its object"
      ),
      (#"{"portal-ulr": "x"}"#, "1:2: portal-ulr: there is no such key; did you mean 'portal-url'?"),
      (#"{"zebra": "x"}"#, "1:2: zebra: there is no such key"),
      (#"{"wish": {}}"#, "1:2: wish: there is no such key; did you mean 'wishes'?"),
      (
        #"{"acs-url": "x"}"#,
        "1:2: acs-url: nobody is asked for it: it follows from aws-metadata; take it out and give that instead"
      ),
      (
        #"{"scim-token": "x"}"#,
        "1:2: scim-token: the SCIM access token is a secret and has no place in a file; put it into the organisation's secret store at once and pass on a link to that entry, never the token itself; it can read, change and delete every user and group that was provisioned. Take it out of the file, and treat it as disclosed where others could read the file"
      ),
      (
        #"{"management-account": 111122223333}"#,
        "1:24: management-account: it is a number; expected: a text, such as 111122223333"
      ),
      (
        #"{"portal-url": ["x"]}"#,
        "1:16: portal-url: it is a list; expected: a text, such as https://example.awsapps.com/start"
      ),
      (
        #"{"required-groups": [1]}"#,
        "1:22: required-groups: an entry is a number; expected: a text or a list of texts, such as Administrators, Auditors"
      ),
      (#"{"wishes": []}"#, "1:12: wishes: it is a list; an object is expected"),
      (#"{"wishes": {"scmi": true}}"#, "1:13: wishes.scmi: there is no such wish; did you mean 'scim'?"),
      (#"{"wishes": {"scim": "yes"}}"#, "1:21: wishes.scim: it is a text; expected: true or false"),
      (#"{"confirmed": {"lok": "x"}}"#, "1:16: confirmed.lok: there is no such step; did you mean 'look'?"),
      (#"{"confirmed": {"look": true}}"#, "1:24: confirmed.look: it is true or false; expected: a few words"),
      (
        #"{"confirmed": {"look": " "}}"#,
        "1:24: confirmed.look: the answer is empty; expected: a few words, at most 1000 characters; say in a few words what you saw or why"
      ),
      (
        #"{"confirmed": {"account": "x"}}"#,
        "1:16: confirmed.account: the step is not closed by word; give management-account"
      ),
      (
        #"{"confirmed": {"upload": "x"}}"#,
        "1:16: confirmed.upload: the step is not closed by word; give both metadata files"
      ),
      (
        #"{"confirmed": {"register": "x"}}"#,
        "1:16: confirmed.register: the step is not closed by word; name it below shown, with what the console shows"
      ),
      (#"{"skipped": {"nothing": "x"}}"#, "1:14: skipped.nothing: there is no such step"),
      (
        #"{"shown": {"look": {}}}"#,
        "1:12: shown.look: the step does not compare anything; name it below confirmed, with what you saw"
      ),
      (
        #"{"shown": {"register": {"portal-url": "x"}}}"#,
        "1:25: shown.register.portal-url: the step does not compare that"
      ),
      (
        #"{"shown": {"register": {"issuer-ulr": "x"}}}"#,
        "1:25: shown.register.issuer-ulr: the step does not compare that; did you mean 'issuer-url'?"
      ),
      (
        #"{"shown": {"register": {"acs-url": 1}}}"#,
        "1:36: shown.register.acs-url: it is a number; expected: what the console shows, as a text or a list of texts"
      ),
    ])
  func problems(text: String, expected: String) {
    #expect { try read(text) } throws: { error in
      (error as? AnswersFile.Problems)?.list.map(\.description) == [expected]
    }
  }

  @Test("all problems at once, in the order of the file")
  func several() {
    #expect { try read(#"{"zebra": 1, "wishes": {"a": 1, "scim": 2}, "acs-url": "x"}"#) } throws: { error in
      (error as? AnswersFile.Problems)?.list.map(\.place) == ["zebra", "wishes.a", "wishes.scim", "acs-url"]
    }
  }

  @Test("the line and the column: of a name that does not exist, of a value, and of an entry of a list")
  func places() {
    let text = """
      {
        "portal-ulr": "x",
        "wishes": {
          "scim":  "yes"
        },
        "required-groups": [
          "Süd", "Nord",
          false],
        "shown": {"check": {"required-groups": ["Süd", {}]}}
      }
      """
    #expect { try read(text) } throws: { error in
      (error as? AnswersFile.Problems)?.list.map(\.description) == [
        "2:3: portal-ulr: there is no such key; did you mean 'portal-url'?",
        "4:14: wishes.scim: it is a text; expected: true or false",
        "8:5: required-groups: an entry is true or false; expected: a text or a list of texts, such as "
          + "Administrators, Auditors",
        "9:51: shown.check.required-groups: an entry is an object; expected: what the console shows, as a text or a "
          + "list of texts",
      ]
    }
  }

  @Test("the reference is fresh")
  func documentation() throws {
    let root = String(#filePath.dropLast("Tests/SetupTests/AnswersFileTests.swift".count))
    let path = root + "Sources/Setup/Documentation.docc/AnswersFile.md"
    let expected = AnswersFile.documentation
    let found = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    if found != expected, ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try expected.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(found == expected, "run the tests with UPDATE_GOLDENS=1 and look at the difference")
  }

  @Test("the reference names every key, wish and section, and its example is one that can be read")
  func coverage() throws {
    let text = AnswersFile.documentation
    for key in FactKey.allCases { #expect(text.contains("`\(key.rawValue)`")) }
    for wish in Wish.allCases { #expect(text.contains("- `\(wish.rawValue)`: ")) }
    for section in AnswersFile.sections { #expect(text.contains("## `\(section)`")) }
    let example = try #require(text.split(separator: "```json\n").last?.split(separator: "```").first)
    #expect(throws: Never.self) { try AnswersFile(Array(example.utf8), path: "a.json", playbook: .okta) }
  }
}
