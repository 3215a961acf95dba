import Parties
import Playbook
import SAML
import Testing

@testable import Setup

@Suite("Reading answers")
struct FactReadingTests {
  static let known = Circumstances(
    wishes: [],
    facts: [
      .region: ["eu-west-1"], .partition: ["aws"], .identityStoreID: ["d-936702d1f3"],
      .managementAccount: ["111122223333"], .pilotAccount: ["444455556666"],
      .permissionSets: ["ReadOnlyAccess", "Admin_1"], .pilotUser: ["ada@example.com"],
    ])

  private func read(_ key: FactKey, _ text: String, isOptional: Bool = false) throws(Rejection) -> FactReading {
    try key.read(text, in: Self.known, now: noon, isOptional: isOptional)
  }

  @Test("a comma or semicolon inside an address stays there, and many of them are no burden", .timeLimit(.minutes(30)))
  func dividersInAddresses() {
    let kind = FactKey.acsURL.definition.kind
    let many = String(repeating: ",;", count: 30_000)
    #expect(
      kind.entries(in: "https://a.example/x;y=1,2,https://b.example")
        == ["https://a.example/x;y=1,2", "https://b.example"])
    #expect(kind.entries(in: "https://a.example/\(many)x \(many)") == ["https://a.example/\(many)x"])
  }

  @Test(
    "answers that are taken, in the form in which they are kept",
    arguments: [
      (
        .managementAccount, " 1111-2222-3333 ", ["111122223333"],
        ["the characters between the digits were removed: 111122223333"]
      ),
      (.pilotAccount, "444455556666", ["444455556666"], []),
      (
        .pilotAccount, "111122223333", ["111122223333"],
        [
          "this is the management account, which the organization's policies do not restrict; a member account is safer for a trial"
        ]
      ),
      (.portalURL, "https://example.awsapps.com/start", ["https://example.awsapps.com/start"], []),
      (.portalURL, "https://d-936702d1f3.awsapps.com/start", ["https://d-936702d1f3.awsapps.com/start"], []),
      (
        .portalURL, "https://example.awsapps.com/start#/", ["https://example.awsapps.com/start"],
        ["the part after # was left out: it names a page of the portal, not the portal itself"]
      ),
      (
        .portalURL, "https://d-936702d1f3.awsapps.com/start/#/", ["https://d-936702d1f3.awsapps.com/start"],
        [
          "the part after # was left out: it names a page of the portal, not the portal itself",
          "the slash at its end was removed: AWS shows the address without it",
        ]
      ),
      (
        .portalURL, "https://example.awsapps.com/start/", ["https://example.awsapps.com/start"],
        ["the slash at its end was removed: AWS shows the address without it"]
      ),
      (.scimEndpoint, endpoint, [endpoint], []),
      (
        .scimEndpoint, endpoint + "/", [endpoint],
        ["the slash at its end was removed: some identity providers, such as Okta, refuse it"]
      ),
      (
        .scimEndpoint, endpoint.replacing("1a2b3c4d5e6-", with: ""), [endpoint.replacing("1a2b3c4d5e6-", with: "")],
        ["its id has an unusual form; make sure that it was copied completely"]
      ),
      (
        .sessionARN, "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Admin_1_0123456789abcdef/ada@example.com",
        ["arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Admin_1_0123456789abcdef/ada@example.com"], []
      ),
      (.scimTokenCreated, "2026-11-21", ["2026-11-21"], []),
      (.scimTokenCreated, "2026-11-22", ["2026-11-22"], []),
      (.scimTokenCreated, "2025-11-22", ["2025-11-22"], []),
      (.pilotUser, "ada@example.com", ["ada@example.com"], []),
      (
        .pilotUser, "Ada@example.com", ["Ada@example.com"],
        ["upper and lower case matter: the identity provider must send exactly this text"]
      ),
      (.requiredGroups, "Admins, Auditors\nReaders,,", ["Admins", "Auditors", "Readers"], []),
      (
        .requiredGroups, "Admins, admins, Admins", ["Admins", "admins"],
        [
          "'Admins' and 'admins' differ in upper and lower case only; both were taken",
          "'Admins' is listed twice and was taken once",
        ]
      ),
      (.permissionSets, "ReadOnlyAccess", ["ReadOnlyAccess"], []),
      (.awsMetadata, "/tmp/9f8e7d6c5b4a39281706f5e4d3c2b1a0.xml", ["/tmp/9f8e7d6c5b4a39281706f5e4d3c2b1a0.xml"], []),
      (.awsMetadata, "'/tmp/my files/aws.xml'", ["/tmp/my files/aws.xml"], []),
      (.awsMetadata, #"/tmp/my\ files/aws.xml"#, ["/tmp/my files/aws.xml"], []),
      (.acsURL, consumer + "\n" + frankfurtConsumer, [consumer, frankfurtConsumer], []),
      (.acsURL, consumer + " " + frankfurtConsumer, [consumer, frankfurtConsumer], []),
      (.acsURL, " " + consumer + "; " + frankfurtConsumer + ",", [consumer, frankfurtConsumer], []),
      (.acsURL, consumer + "," + frankfurtConsumer, [consumer, frankfurtConsumer], []),
      (.acsURL, consumer + "\r\n" + frankfurtConsumer + "\r\n", [consumer, frankfurtConsumer], []),
      (.issuerURL, issuer, [issuer], []),
      (.idpSignInURL, "https://example.okta.com/x", ["https://example.okta.com/x"], []),
      (.region, "eu-west-1", ["eu-west-1"], []),
    ] as [(FactKey, String, [String], [String])])
  func taken(key: FactKey, text: String, values: [String], remarks: [String]) throws {
    let reading = try read(key, text)
    #expect(reading.fact == key)
    #expect(reading.values == values)
    #expect(reading.remarks.map(\.text) == remarks)
  }

  @Test(
    "answers that are refused: the problem, the cause, and whether they are shown again", arguments: rejections.indices)
  func refused(index: Int) {
    let (key, text, problem, cause, isShown) = Self.rejections[index]
    do throws(Rejection) {
      let reading = try read(key, text)
      Issue.record("taken: \(reading.values)")
    } catch {
      #expect(error.problem == problem)
      #expect(error.cause == cause)
      #expect(error.fact == key)
      #expect((error.read != nil) == isShown)
      #expect(error.expected == "\(key.definition.title), such as \(key.definition.example)")
      #expect(!error.action.isEmpty)
      #expect(error.description.hasPrefix("the answer \(problem); expected: "))
      #expect(error.description.hasSuffix(error.action))
    }
  }

  @Test("the portal's own id where a name was wanted is taken, with a remark; the name itself without one")
  func portalAlias() throws {
    let wanted = Circumstances(wishes: [.portalAlias])
    func remarks(_ text: String, _ circumstances: Circumstances) throws -> [String] {
      try FactKey.portalURL.read(text, in: circumstances, now: noon).remarks.map(\.text)
    }
    let own = "https://d-936702d1f3.awsapps.com/start"
    #expect(try remarks(own, wanted).first?.contains("a name of your own") == true)
    #expect(try remarks(own, Self.known).isEmpty)
    #expect(try remarks("https://example.awsapps.com/start", wanted).isEmpty)
  }

  @Test(
    "an address of AWS without its scheme is no secret, and is told what it lacks",
    arguments: [
      (FactKey.portalURL, "d-936702d1f3.awsapps.com/start"), (.scimEndpoint, String(endpoint.dropFirst(8))),
      (.scimEndpoint, String(endpoint.dropFirst(8)) + "/"),
    ])
  func withoutScheme(key: FactKey, text: String) {
    #expect { try read(key, text) } throws: { ($0 as? Rejection)?.problem.contains("has no scheme") == true }
  }

  @Test("an empty answer to a list that may be empty, and to one that may not")
  func empty() throws {
    #expect(try read(.requiredGroups, " , ", isOptional: true).values == [])
    #expect { try read(.requiredGroups, "") } throws: { ($0 as? Rejection)?.problem == "is empty" }
    #expect { try read(.portalURL, " ", isOptional: true) } throws: { ($0 as? Rejection)?.problem == "is empty" }
  }

  @Test("entries that are told apart already can hold a comma")
  func entries() throws {
    let reading = try FactKey.requiredGroups.read(entries: ["A, B", "C"], in: Self.known, now: noon)
    #expect(reading.values == ["A, B", "C"])
    #expect { try FactKey.portalURL.read(entries: ["a", "b"], in: Self.known, now: noon) } throws: {
      ($0 as? Rejection)?.problem == "is a list"
    }
  }

  @Test("without the AWS metadata an address of any Region is taken, and with it only the matching one")
  func order() throws {
    let other = endpoint.replacing("eu-west-1", with: "us-east-1")
    let nothing = Circumstances(wishes: [])
    #expect(try FactKey.scimEndpoint.read(other, in: nothing, now: noon).values == [other])
    #expect(throws: Rejection.self) { try read(.scimEndpoint, other) }
  }

  @Test("a statement is one line of words, not too long, and no secret")
  func statements() throws {
    #expect(try Statement("  a \n b\t").text == "a b")
    #expect(
      try Statement("AWS_123456789012_AdministratorAccess is assigned; run 6f9619ff-8b86-d011-b42d-00c04fc964ff").text
        .isEmpty == false)
    for bad in ["", " \n", String(repeating: "x ", count: 600), "the token is \(canary)"] {
      #expect(throws: Rejection.self) { try Statement(bad) }
    }
  }
}
