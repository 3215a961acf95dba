import Playbook
import Support
import Testing

@Suite("signpost export")
struct ExportTests {
  /// The ids of the steps of a checklist, in its order.
  private func steps(_ document: String) -> [String] {
    document.parts(between: "<!-- step: ", and: " ")
  }

  @Test("the blank checklist: every step of the playbook in order, none done, and the same bytes each time")
  func blank() throws {
    let run = try Signpost.run("export okta")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output.hasPrefix(
        "<!-- signpost.checklist/v1 okta set-up all -->\n\n# Connect Okta to AWS IAM Identity Center\n"))
    #expect(steps(run.output) == Playbook.okta.steps.map(\.id.rawValue))
    #expect(!run.output.contains("[x]"))
    #expect(try Signpost.run("export okta").outputBytes == run.outputBytes)
  }

  @Test("for one administrator: that administrator's steps")
  func audience() throws {
    for actor in Actor.allCases {
      let run = try Signpost.run("export okta --for \(actor.rawValue)")
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("<!-- signpost.checklist/v1 okta set-up \(actor.rawValue) -->\n"))
      #expect(steps(run.output) == Playbook.okta.steps.filter { $0.actor == actor }.map(\.id.rawValue))
    }
  }

  @Test("the set-up: its values, what is done and by what, and nothing that is secret")
  func setUp() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let begun = try Signpost.run(
        ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store])
      #expect(begun.status == 0)
      #expect(try Signpost.run(["step", "reopen", "check-groups", "--store", store]).status == 0)
      let run = try Signpost.run(["export", "--store", store])
      #expect(run.status == 0)
      for value in [Operator.acsURL, Operator.issuerURL, Operator.scimEndpoint, "ada@example.com", "444455556666"] {
        #expect(run.output.contains(value))
      }
      #expect(run.output.components("[x]").count - 1 == Operator.steps.count - 1)
      let handed = try Signpost.run(["export", "--for", "idp-admin", "--store", store])
      #expect(handed.output.contains(Operator.acsURL))
      #expect(
        Set(steps(handed.output)).isSubset(of: Playbook.okta.steps.filter { $0.actor == .idpAdmin }.map(\.id.rawValue)))
    }
  }

  @Test("as a page: the same steps in the same order, a whole document that asks nothing of anybody")
  func page() throws {
    for audience in ["all", "idp-admin", "aws-admin"] {
      let run = try Signpost.run("export okta --format html --for \(audience)")
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\" data-key=\"okta/set-up\">\n"))
      #expect(run.output.hasSuffix("</html>\n"))
      #expect(run.output.contains("content=\"default-src 'none'; style-src 'sha256-"))
      let markdown = try Signpost.run("export okta --for \(audience)").output
      #expect(run.output.parts(between: "data-step=\"", and: "\"") == steps(markdown))
    }
  }

  @Test("what the page copies is taken by import: the tick of an open step, and nothing else")
  func pageTakenBack() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      _ = try Signpost.run(
        ["setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--store", store])
      _ = try Signpost.run(["step", "reopen", "set-okta-username-format", "--store", store])
      let page = try Signpost.run(["export", "--for", "idp-admin", "--format", "html", "--store", store]).output
      func attribute(_ name: String) -> [String] {
        page.parts(between: " \(name)=\"", and: "\"").map { text in
          text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#39;", with: "'")
        }
      }
      // The script writes these lines, with the boxes as they are.
      let text = attribute("data-head") + attribute("data-base") + [""] + attribute("data-line").map { "- [x] \($0)" }
      try TestFile.write(text.joined(separator: "\n") + "\n", to: directory.path("ticks.md"))
      let run = try Signpost.run(["import", directory.path("ticks.md"), "--store", store])
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let status = try Signpost.run(["status", "--format", "json", "--store", store]).output
      #expect(!status.contains("\"state\": \"ready\""))
    }
  }

  @Test("into a file: the same document, and standard output stays empty")
  func output() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path("handover.md")
      let run = try Signpost.run(["export", "okta", "--for", "idp-admin", "--output", path])
      #expect(run.status == 0)
      #expect(run.output == "")
      #expect(run.message == "wrote \(path)")
      #expect(try TestFile.text(path) == Signpost.run("export okta --for idp-admin").output)
      let nowhere = try Signpost.run(["export", "okta", "--output", directory.path("none/handover.md")])
      #expect(nowhere.status == 3)
      #expect(nowhere.message.contains(directory.path("none/handover.md")))
    }
  }

  @Test("a journal is not written over; another file of such a name is")
  func outputOverJournal() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      _ = try Signpost.run(["setup", "okta", "--no-input", "--store", store])
      let journal = try TestFile.read(store + "/okta.journal")
      let run = try Signpost.run(["export", "--store", store, "--output", store + "/okta.journal"])
      #expect(run.status == 2)
      #expect(run.message.contains("is the journal of a set-up"), "\(run.message)")
      #expect(try TestFile.read(store + "/okta.journal") == journal)
      try TestFile.write("ours", to: directory.path("days.journal"))
      #expect(try Signpost.run(["export", "okta", "--output", directory.path("days.journal")]).status == 0)
      #expect(try TestFile.text(directory.path("days.journal")) != "ours")
    }
  }

  @Test("a provider and a set-up: neither is ignored without a word, and a name from the environment stands in no way")
  func providerAndName() throws {
    try TemporaryDirectory.with { directory in
      let store = ["--store", directory.path("store")]
      _ = try Signpost.run(["setup", "okta", "--no-input"] + store)
      for provider in ["ping", "okta"] {
        let run = try Signpost.run(["export", provider, "--name", "okta"] + store)
        #expect(run.status == 0)
        #expect(
          run.message
            == "this is the blank checklist of \(provider), which belongs to no set-up; leave out \(provider) for the "
            + "set-up that --name names")
        let blank = try Signpost.run(["export", provider] + store, environment: ["SIGNPOST_NAME": "okta"])
        #expect(blank.status == 0 && blank.errors == "" && blank.output == run.output)
      }
      let named = try Signpost.run(["export"] + store, environment: ["SIGNPOST_NAME": "okta"])
      #expect(try named.status == 0 && named.output == Signpost.run(["export", "--name", "okta"] + store).output)
    }
  }

  @Test("a provider without a checklist, and one that nobody knows")
  func otherProvider() throws {
    let known = Playbook.all.filter { $0.flow == .setUp }.map(\.provider)
    let names = ["entra-id", "jumpcloud", "google-workspace", "cyberark", "onelogin", "ping", "generic"]
    for name in names where !known.contains(name) {
      let planned = try Signpost.run("export \(name)")
      #expect(planned.status == 2)
      let expected = "this version has no checklist for \(name) yet; it has \(known.joined(separator: ", "))"
      #expect(planned.message.contains(expected), "\(planned.message)")
    }
    #expect(try Signpost.run("export octa").message.contains("did you mean okta?"))
  }
}
