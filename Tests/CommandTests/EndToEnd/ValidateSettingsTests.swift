import Support
import Testing

@Suite("signpost validate: settings and outputs")
struct ValidateSettingsTests {
  private func found(_ flags: String, in files: String = "Fixtures/broken") throws -> [String] {
    try Signpost.run("validate \(files) --format concise --fail-on never \(flags)").output
      .parts(between: "[", and: "]: ")
  }

  @Test("no file that is judged is written over, by whatever path it is named")
  func outputIsNoInput() throws {
    try TemporaryDirectory.with { directory in
      let file = directory.path("idp.xml")
      let whole = try TestFile.read("\(Signpost.root)/Fixtures/okta.xml")
      try TestFile.write(whole, to: file)
      for (input, output) in [
        (file, file), (file, directory.path("../" + directory.path.components("/").last! + "/./idp.xml")),
        (directory.path, file),
      ] {
        let run = try Signpost.run(["validate", input, "--output", output])
        #expect(run.status == 2)
        #expect(run.message.contains("choose another name"))
        #expect(try TestFile.read(file) == whole)
      }
      #expect(try Signpost.run(["validate", file, "--output", directory.path("report.txt")]).status == 0)
    }
  }

  @Test("rules are selected and left out by id, by name and by family")
  func selection() throws {
    let all = try found("")
    #expect(all == ["IDP009", "XML003", "KEY005", "AWS002", "IDP001", "NID001", "KEY003"])
    // XML003 says that a file is no metadata, and no selection passes such a file.
    #expect(try found("--select KEY") == ["XML003", "KEY005", "KEY003"])
    #expect(try found("--select KEY005,IDP001 --select sign-on-service-missing") == ["XML003", "KEY005", "IDP001"])
    #expect(try found("--ignore KEY,IDP001") == ["IDP009", "XML003", "AWS002", "NID001"])
    #expect(try found("--select KEY --ignore KEY003,XML003") == ["KEY005"])
    #expect(try found("--select PAIR") == ["XML003"])
  }

  @Test("what is selected decides the status")
  func selectionAndStatus() throws {
    #expect(try Signpost.run("validate Fixtures/broken/expired-certificate.xml --ignore KEY005").status == 0)
    #expect(try Signpost.run("validate Fixtures/broken/expired-certificate.xml --select AWS").status == 0)
  }

  @Test("another severity shows, counts and decides the status")
  func severity() throws {
    let raised = try Signpost.run("validate Fixtures/broken/transient-only.xml --severity NID001=error")
    #expect(raised.status == 1)
    #expect(raised.output.contains("error[NID001]"))
    #expect(raised.output.contains("1 error in 1 file"))
    let lowered = try Signpost.run(
      "validate Fixtures/broken/expired-certificate.xml --severity KEY005=note --fail-on warning")
    #expect(lowered.status == 0)
    #expect(lowered.output.contains("note[KEY005]"))
    #expect(
      try Signpost.run("validate Fixtures/broken/expired-certificate.xml --severity KEY005=note --fail-on note").status
        == 1)
  }

  @Test("a rule that does not exist is refused, with the one that was meant", arguments: ["select", "ignore"])
  func unknownRule(flag: String) throws {
    let run = try Signpost.run("validate Fixtures/okta.xml --\(flag) KEY05")
    #expect(run.status == 2)
    #expect(run.message.contains("--\(flag) names no rule or family: \"KEY05\"; did you mean KEY005?"))
    #expect(run.output == "")
  }

  @Test("the window before a certificate's end is the one that is asked for")
  func window() throws {
    #expect(try found("--expires-within 2740d", in: "Fixtures/okta.xml") == ["KEY009"])
    #expect(try found("--expires-within 2700d", in: "Fixtures/okta.xml") == [])
    #expect(try found("", in: "Fixtures/okta.xml") == [])
  }

  @Test("the clock is the one that is given")
  func clock() throws {
    let pinned = try Signpost.run("validate Fixtures/broken/expired-certificate.xml")
    #expect(pinned.output.contains("expired on 2024-05-14, 920 days ago"))
    let earlier = try Signpost.run(
      ["validate", "Fixtures/broken/expired-certificate.xml"], now: "2024-05-13T00:00:00Z")
    #expect(earlier.status == 0)
    #expect(earlier.output.contains("warning[KEY009]"))
  }

  @Test("a document goes into the file that is named, whole, and standard output stays empty")
  func outputFile() throws {
    try TemporaryDirectory.with { directory in
      for format in ["human", "concise", "json", "sarif", "junit", "github", "markdown"] {
        let line = ["validate", "Fixtures/broken/expired-certificate.xml", "--format", format]
        let printed = try Signpost.run(line)
        try TestFile.write(String(repeating: "older and longer\n", count: 1_000), to: directory.path("out"))
        let written = try Signpost.run(line + ["--output", directory.path("out")])
        #expect(written.status == 1)
        #expect(written.output == "")
        #expect(written.message == "wrote \(directory.path("out"))")
        #expect(try TestFile.text(directory.path("out")) == printed.output)
        let quiet = try Signpost.run(line + ["--output", directory.path("out"), "--quiet"])
        #expect(quiet.errors == "")
      }
      let run = try Signpost.run(["validate", "Fixtures/okta.xml", "--output", directory.path("none/out")])
      #expect(run.status == 3)
      #expect(run.message.contains(directory.path("none/out")))
    }
  }

  @Test("a document that could not be written whole is no success")
  func fullDisk() throws {
    guard TestFile.exists("/dev/full") else { return }
    let run = try Signpost.run(["rules"], standardOutput: "/dev/full")
    #expect(run.status == 3)
    #expect(run.message.contains("cannot write"))
  }
}
