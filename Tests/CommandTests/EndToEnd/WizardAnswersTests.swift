import Playbook
import Support
import Testing

@Suite("The wizard: answers that are not taken, and what stands in their place")
struct WizardAnswersTests {
  private let all = Operator.exchanges
  private let fixtures = Signpost.root + "/Fixtures"

  /// Walks to a question, and has the body say and see things there. Afterwards the question must be the same, and
  /// its right answer must be taken.
  private func at(
    _ step: StepID, _ fact: FactKey? = nil, _ body: (WizardSession, Operator.Exchange, String) throws -> Void
  ) throws {
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: step, fact)
      let session = try WizardSession(store: directory.path("store"))
      try session.walk(to: index)
      try body(session, all[index], directory.path("store"))
      try session.terminal.send(all[index].answer + "\n")
      try session.meet(index + 1)
      try session.leave(at: index + 1)
    }
  }

  /// Gives an answer that is refused with words among which are these, and meets the question again.
  private func refuse(
    _ answer: String, _ words: [String], _ exchange: Operator.Exchange, _ session: WizardSession,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try session.terminal.send(answer + "\n")
    let said = try session.meet(prompt: exchange.prompt).unwrapped
    for text in words { #expect(said.contains(text), "\(said)", sourceLocation: sourceLocation) }
  }

  @Test("AWS's file in the place of the identity provider's, other wrong files, and a path to nothing")
  func wrongFiles() throws {
    try at("save-okta-metadata") { session, exchange, store in
      try refuse(
        fixtures + "/identity-center.xml",
        [
          "identity-center.xml was not accepted: it is the service provider metadata",
          "the two files were swapped",
        ],
        exchange, session)
      try refuse(
        fixtures + "/broken/no-sign-on-service.xml",
        [
          "error[IDP001]: ",
          "was not accepted: it breaks rule IDP001",
        ], exchange, session)
      try refuse(fixtures + "/broken/sign-in-page.html", ["XML002", "was not accepted"], exchange, session)
      try refuse(fixtures + "/missing.xml", ["/missing.xml: no such file or directory"], exchange, session)
      try refuse("w", ["/w: no such file or directory", "was the command meant? Type :w to wait"], exchange, session)
      try refuse(fixtures + "/broken/../../.ci", ["is identity provider metadata file: no *.xml"], exchange, session)
      try refuse("https://example.okta.com/app/exk1/sso/saml/metadata", ["is a web address"], exchange, session)
      try refuse("<html><body/></html>", ["XML002", "was not accepted"], exchange, session)
      let status = try StatusDocument.read(store: store)
      #expect(status.facts["idp-metadata"] == nil)
      #expect(try status.step("save-okta-metadata").state == "ready")
    }
  }

  @Test("the identity provider's file in the place of AWS's")
  func otherSide() throws {
    try at("download-aws-metadata") { session, exchange, _ in
      try refuse(
        fixtures + "/okta.xml",
        ["was not accepted: it is the identity provider's metadata", "the two files were swapped"], exchange,
        session)
    }
  }

  @Test("XML that is pasted is kept beside the journal and taken as a file")
  func pastedMetadata() throws {
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: "save-okta-metadata")
      let session = try WizardSession(store: directory.path("store"))
      try session.walk(to: index)
      let xml = try TestFile.text(fixtures + "/okta.xml")
      try session.terminal.send(xml.hasSuffix("\n") ? xml : xml + "\n")
      try session.meet(index + 1)
      let path = try #require(StatusDocument.read(store: directory.path("store")).facts["idp-metadata"]?.first)
      #expect(path.hasPrefix(directory.path("store/okta-idp-metadata-")))
      let kept = try TestFile.text(path)
      #expect(kept.split(separator: "\n") == xml.split(separator: "\n"))
      #expect(TestFile.permissions(path) == 0o600)
    }
  }

  @Test("- is standard input: what comes there is judged, kept beside the journal and taken as a file, once")
  func pipedMetadata() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let xml = try TestFile.text(fixtures + "/okta.xml")
      func setUp(_ input: String) throws -> Signpost.Run {
        try Signpost.run(["setup", "okta", "--no-input", "--idp-metadata", "-", "--store", store], input: input)
      }
      let refused = try setUp("<Response token=\"canary\"/>")
      #expect(refused.status == 1)
      #expect(refused.message.contains("standard input was not accepted: it "), "\(refused.message)")
      #expect(try Signpost.files(in: store) == ["okta.journal"])
      for _ in 1...2 {
        let run = try setUp(xml)
        #expect(run.status == 4)
        let path = try #require(StatusDocument.read(store: store).facts["idp-metadata"]?.first)
        #expect(path.hasPrefix(directory.path("store/okta-idp-metadata-")))
        #expect(try TestFile.text(path) == xml)
        #expect(try TestFile.text(store + "/okta.journal").components("\"kind\":\"filed\"").count == 2)
      }
    }
  }

  @Test(
    "a folder stands for the newest metadata file in it, which is offered and taken by Enter; a link to it is one as well",
    arguments: ["Downloads", "link"])
  func folder(name: String) throws {
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: "save-okta-metadata")
      try TestFile.makeDirectory(directory.path("Downloads"), mode: 0o755)
      let aws = directory.path("Downloads/aws.xml")
      try TestFile.write(try TestFile.read(fixtures + "/okta.xml"), to: directory.path("Downloads/metadata (3).xml"))
      try TestFile.write(try TestFile.read(fixtures + "/identity-center.xml"), to: aws)
      try TestFile.makeLink(at: directory.path("link"), to: "Downloads")
      let session = try WizardSession(store: directory.path("store"), environment: ["HOME": directory.path])
      try session.walk(to: index)
      try session.terminal.send("~/\(name)\n")
      let said = try session.terminal.expect("metadata (3).xml]: ").unwrapped
      #expect(said.contains("Enter takes it"))
      #expect(try StatusDocument.read(store: directory.path("store")).facts["idp-metadata"] == nil)
      try session.terminal.send("\n")
      try session.meet(index + 1)
      let status = try StatusDocument.read(store: directory.path("store"))
      #expect(status.facts["idp-metadata"] == [directory.path("\(name)/metadata (3).xml")])
    }
  }

  @Test("a path as terminals give it when a file is dropped on them", arguments: ["'%'", "\"%\"", "file://%", "\\%  "])
  func droppedFile(form: String) throws {
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: "save-okta-metadata")
      let path = directory.path("my files.xml")
      try TestFile.write(try TestFile.read(fixtures + "/okta.xml"), to: path)
      let session = try WizardSession(store: directory.path("store"))
      try session.walk(to: index)
      let written =
        switch form.first {
        case "f": path.components(" ").joined(separator: "%20")
        case "\\": path.components(" ").joined(separator: "\\ ")
        default: path
        }
      let answer = form.components("%").joined(separator: written)
      try session.terminal.send((answer.hasPrefix("\\") ? String(answer.dropFirst()) : answer) + "\n")
      try session.meet(index + 1)
      #expect(try StatusDocument.read(store: directory.path("store")).facts["idp-metadata"] == [path])
    }
  }

  @Test("the ACS URL, the issuer URL or Okta's address as portal URL")
  func portalURL() throws {
    try at("download-aws-metadata", .portalURL) { session, exchange, store in
      try refuse(
        Operator.acsURL, ["not accepted: this is the ACS URL; the AWS access portal URL is asked for"], exchange,
        session)
      try refuse(
        Operator.issuerURL, ["not accepted: this is the issuer URL; the AWS access portal URL is asked for"], exchange,
        session)
      try refuse(
        "https://eu-central-1.signin.aws/platform/saml/acs/aaaaaaaa-91d3-4b7a-8c55-0f2d7e9a1b34",
        [
          "not accepted: the answer is an ACS URL of IAM Identity Center in eu-central-1",
          "copy AWS access portal sign-in URL",
        ], exchange, session)
      try refuse("https://example.okta.com/", ["is not an address of AWS"], exchange, session)
      #expect(try StatusDocument.read(store: store).facts["portal-url"] == nil)
    }
  }

  @Test("a slash at the end of the SCIM endpoint is taken away, and that is said")
  func trailingSlash() throws {
    try TemporaryDirectory.with { directory in
      let index = Operator.index(of: "enable-scim")
      let session = try WizardSession(store: directory.path("store"))
      try session.walk(to: index)
      try session.terminal.send(Operator.scimEndpoint + "/\n")
      let said = try session.meet(index + 1)
      #expect(said.unwrapped.contains("note: SCIM endpoint: the slash at its end was removed"))
      let status = try StatusDocument.read(store: directory.path("store"))
      #expect(status.facts["scim-endpoint"] == [Operator.scimEndpoint])
      let paste = Operator.index(of: "connect-okta-to-scim")
      try session.terminal.send(all[index + 1].answer + "\n")
      try session.meet(paste)
      #expect(session.shown.contains("into Base URL: \(Operator.scimEndpoint) "))
    }
  }

  @Test("the two addresses swapped when a console is compared, and a difference of one character")
  func comparison() throws {
    try at("register-aws-in-okta", .acsURL) { session, exchange, store in
      try refuse(
        Operator.issuerURL, ["differs: ACS URL: what the console shows is the issuer URL; the two were swapped"],
        exchange, session)
      try refuse(Operator.acsURL + "/", ["ends in a slash; the expected one does not"], exchange, session)
      try refuse(
        Operator.acsURL.components("signin").joined(separator: "sign1n"),
        ["differs first at character 23", "expected: \(Operator.acsURL)"], exchange, session)
      #expect(try StatusDocument.read(store: store).step("register-aws-in-okta").state == "ready")
    }
  }

  @Test("groups are compared to the letter, whatever else the console lists")
  func groups() throws {
    try at("check-groups") { session, exchange, _ in
      try refuse(
        "Developers, devops", ["required groups: missing: DevOps ('devops' differs in upper"], exchange, session)
      try refuse(
        "Sales, Finance", ["required groups: missing: Developers, DevOps"], exchange,
        session)
    }
  }

  @Test("nothing, where something is needed; a day to come; another user's session")
  func values() throws {
    try at("enable-organizations") { session, exchange, _ in
      try refuse("", ["an answer is needed here; instead of answering: :? why"], exchange, session)
      try refuse("q", ["is not twelve digits", "was the command meant? Type :q to leave"], exchange, session)
      try refuse(":x", ["\":x\" is no command of this prompt"], exchange, session)
      try refuse("1111-2222", ["is not twelve digits", "copy the twelve digits"], exchange, session)
    }
    try at("enable-scim", .scimTokenCreated) { session, exchange, _ in
      try refuse("2027-11-20", ["is in the future"], exchange, session)
      try refuse("20.11.2026", ["is not a date in the form year-month-day"], exchange, session)
    }
    try at("test-command-line") { session, exchange, _ in
      try refuse(
        exchange.answer.components("ada@").joined(separator: "bob@"), ["belongs to another user"], exchange, session)
    }
  }

  @Test("a wish is answered by yes or no")
  func wishes() throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"))
      try session.walk(to: 1)
      try refuse("maybe", ["answer y or n"], all[1], session)
      try refuse(":?", ["Your answer decides which steps apply"], all[1], session)
      try session.terminal.send("\n")
      try session.meet(2)
      try session.terminal.send("YES\n")
      try session.meet(3)
      try session.leave(at: 3)
      let status = try StatusDocument.read(store: directory.path("store"))
      #expect(try status.step("choose-portal-alias").state == "waiting")
      #expect(try status.step("set-okta-domain").state == "not-applicable")
    }
  }
}
