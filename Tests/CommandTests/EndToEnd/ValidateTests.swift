import Support
import Testing

@Suite("signpost validate: what is found, and the exit status")
struct ValidateTests {
  /// What each broken fixture is named for.
  static let broken = [
    ("account-federation-application.xml", "IDP009", "warning"),
    ("browser-copy.xml", "XML003", "error"),
    ("expired-certificate.xml", "KEY005", "error"),
    ("iam-federation.xml", "AWS002", "error"),
    ("no-sign-on-service.xml", "IDP001", "error"),
    ("sign-in-page.html", "XML002", "error"),
    ("transient-only.xml", "NID001", "warning"),
    ("truncated-certificate.xml", "KEY003", "error"),
  ]

  @Test("a good pair, in either order and with its roles asserted, has nothing to report")
  func goodPair() throws {
    for line in [
      "validate Fixtures/okta.xml Fixtures/identity-center.xml",
      "validate Fixtures/identity-center.xml Fixtures/okta.xml",
      "validate --idp Fixtures/okta.xml --aws Fixtures/identity-center.xml --fail-on note",
      "validate Fixtures/okta.xml Fixtures/identity-center-before-2026.xml --fail-on note",
      "validate Fixtures/okta.xml Fixtures/identity-center-two-regions.xml --fail-on note",
    ] {
      let run = try Signpost.run(line)
      #expect(run.status == 0)
      #expect(run.output.contains("nothing to report in 2 files\n"))
      #expect(run.errors == "")
    }
  }

  @Test("a broken file is reported by the rule that it is named for, once, and by no other", arguments: broken)
  func brokenFile(file: String, rule: String, severity: String) throws {
    let run = try Signpost.run("validate Fixtures/broken/\(file) --format concise")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.hasPrefix("Fixtures/broken/\(file):"))
    #expect(line.contains(": \(severity)[\(rule)]: "))
    #expect(run.status == (severity == "error" ? 1 : 0))
    let strict = try Signpost.run("validate Fixtures/broken/\(file) --fail-on warning")
    #expect(strict.status == 1)
    #expect(strict.output.contains("\(severity)[\(rule)]"))
    let never = try Signpost.run("validate Fixtures/broken/\(file) --fail-on never")
    #expect(never.status == 0)
    #expect(never.output == strict.output)
  }

  @Test("a file that is reached by two names is judged once, and makes no pair impossible")
  func twoNames() throws {
    try TemporaryDirectory.with { directory in
      func copy(_ fixture: String, to name: String) throws {
        try TestFile.write(TestFile.read(Signpost.root + "/Fixtures/\(fixture)"), to: directory.path(name))
      }
      try copy("identity-center.xml", to: "aws.xml")
      try copy("broken/transient-only.xml", to: "idp.xml")
      let once = try Signpost.run(["validate", "."], directory: directory.path)
      try TestFile.makeLink(at: directory.path("current.xml"), to: "aws.xml")
      for words in [[".", "./aws.xml"], [".", directory.path("aws.xml")], ["idp.xml", "aws.xml", "idp.xml"]] {
        let run = try Signpost.run(["validate"] + words, directory: directory.path)
        #expect(run.output.contains("What goes where") == once.output.contains("What goes where"), "\(words)")
        #expect(run.output.contains(" in 2 files\n") && run.status == once.status, "\(words): \(run.output)")
      }
      #expect(once.output.contains(" in 2 files\n"))
    }
  }

  @Test("a link to a directory is followed where it was named, and told of where it was met")
  func linkedDirectory() throws {
    try TemporaryDirectory.with { directory in
      for name in ["metadata", "elsewhere"] { try TestFile.makeDirectory(directory.path(name)) }
      for (fixture, name) in [("okta.xml", "metadata/a.xml"), ("broken/expired-certificate.xml", "elsewhere/b.xml")] {
        try TestFile.write(TestFile.read(Signpost.root + "/Fixtures/\(fixture)"), to: directory.path(name))
      }
      try TestFile.makeLink(at: directory.path("metadata/production"), to: "../elsewhere")
      let run = try Signpost.run(["validate", "--quiet", "metadata"], directory: directory.path)
      #expect(run.status == 0)
      #expect(
        run.errors.unwrapped.hasPrefix("caution: metadata/production leads to a directory elsewhere"), "\(run.errors)")
      let named = try Signpost.run(["validate", "metadata/production"], directory: directory.path)
      #expect(named.status == 1 && named.errors == "" && named.output.contains("error[KEY005]"), "\(named.output)")
    }
  }

  @Test("a directory stands for every XML file in and below it, whatever else lies there")
  func directory() throws {
    let run = try Signpost.run("validate Fixtures/broken --format concise")
    #expect(run.status == 1)
    let found = run.output.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
    #expect(found == Self.broken.map { "Fixtures/broken/\($0.0)" }.filter { $0.hasSuffix(".xml") })
    let deep = try Signpost.run("validate Fixtures --format concise --fail-on never")
    #expect(deep.status == 0)
    for name in ["broken/expired-certificate.xml", "hostile/entity-expansion.xml", "hostile/external-entity.xml"] {
      #expect(deep.output.contains("Fixtures/\(name):"))
    }
    #expect(!deep.output.contains(".html"))
  }

  @Test("exactly one file of AWS's is judged together with each identity provider's")
  func pairs() throws {
    try TemporaryDirectory.with { directory in
      let okta = try TestFile.text(Signpost.root + "/Fixtures/okta.xml")
      let aws = try TestFile.text(Signpost.root + "/Fixtures/identity-center.xml")
      let issuer = "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-93671f0a2c"
      try TestFile.write(
        okta.components("http://www.okta.com/exk1example0fixture01").joined(separator: issuer),
        to: directory.path("idp.xml"))
      try TestFile.write(aws, to: directory.path("aws.xml"))
      try TestFile.write(aws, to: directory.path("second.xml"))
      let (idp, one, two) = (directory.path("idp.xml"), directory.path("aws.xml"), directory.path("second.xml"))
      let pair = try Signpost.run(["validate", one, idp, "--select", "PAIR", "--format", "concise"])
      #expect(pair.status == 1)
      #expect(pair.output.contains("error[PAIR001]"))
      let alone = try Signpost.run(["validate", idp, "--select", "PAIR", "--format", "concise"])
      #expect(alone.status == 0)
      let three = try Signpost.run(["validate", idp, one, two, "--select", "PAIR", "--format", "concise"])
      #expect(three.status == 0)
      let asserted = try Signpost.run(
        ["validate", "--idp", idp, "--aws", one, "--select", "PAIR001", "--format", "concise"])
      #expect(asserted.output.contains("error[PAIR001]"))
    }
  }

  @Test("two files that were swapped are both named")
  func swapped() throws {
    let run = try Signpost.run(
      "validate --idp Fixtures/identity-center.xml --aws Fixtures/okta.xml --format concise")
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n").sorted()
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("Fixtures/identity-center.xml:3:13: error[PAIR003]: ") == true)
    #expect(lines.last?.hasPrefix("Fixtures/okta.xml:1:70: error[PAIR003]: ") == true)
    let human = try Signpost.run("validate --idp Fixtures/identity-center.xml --aws Fixtures/okta.xml")
    #expect(human.output.contains("Swap the two files"))
  }

  @Test("standard input is a file like any other, and can be given once")
  func standardInput() throws {
    let text = try TestFile.text(Signpost.root + "/Fixtures/broken/expired-certificate.xml")
    let run = try Signpost.run("validate - Fixtures/identity-center.xml --format concise", input: text)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("-:1:403: error[KEY005]: "))
    let twice = try Signpost.run("validate - -", input: text)
    #expect(twice.status == 2)
    #expect(twice.errors.contains("twice"))
    let nothing = try Signpost.run("validate -")
    #expect(nothing.status == 1)
    #expect(nothing.output.contains("XML001"))
  }

  @Test("a file that cannot be read is named, does not stop the others, and decides the status")
  func unreadable() throws {
    for format in ["human", "concise", "json", "sarif", "junit", "github", "markdown"] {
      let run = try Signpost.run(
        "validate Fixtures/missing.xml Fixtures/broken/expired-certificate.xml --format \(format)")
      #expect(run.status == 3)
      #expect(run.output.contains("KEY005"))
      #expect(run.output.contains("Fixtures/missing.xml"), "\(format) does not say which file")
      #expect(run.output.contains("no such file or directory"))
    }
    let only = try Signpost.run("validate Fixtures/missing.xml --fail-on never")
    #expect(only.status == 3)
  }
}
