import Playbook
import Support
import Testing

@Suite("signpost import")
struct ImportTests {
  /// A set-up as far as these answers go, exported; the second argument of the body takes an edited document back.
  private static let answers = """
    {"wishes": {"scim": true, "portal-alias": false, "sign-in-domain": false, "session-lifetime": false,
      "command-line": true},
     "identity-source": "unused", "management-account": "111122223333",
     "confirmed": {"keep-emergency-access": "signed in as emergency-admin"}}
    """

  /// A store with such a set-up, and what it exports.
  private struct Desk {
    let store: String
    let document: String

    func run(_ arguments: [String], input: String = "") throws -> Signpost.Run {
      try Signpost.run(arguments + ["--store", store], input: input)
    }
    func take(_ document: String, _ more: [String] = []) throws -> Signpost.Run {
      try run(["import", "-"] + more, input: document)
    }
    func journal() throws -> String { try TestFile.text(store + "/okta.journal") }
    func step(_ id: StepID) throws -> StatusDocument.Step { try StatusDocument.read(store: store).step(id) }
  }

  private func with(_ body: (Desk) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      try TestFile.write(Self.answers, to: directory.path("answers.json"))
      let begun = try Signpost.run(
        ["setup", "okta", "--answers", directory.path("answers.json"), "--no-input", "--store", store])
      #expect(begun.status == 4)
      try body(Desk(store: store, document: try Signpost.run(["export", "--store", store]).output))
    }
  }

  private func ticked(_ id: String, in document: String) -> String {
    lines(of: document) { $0.hasSuffix("<!-- step: \(id) -->") ? $0.replacing("- [ ]", with: "- [x]") : $0 }
  }

  private func noted(_ text: String, at id: String, in document: String) -> String {
    lines(of: document) { $0.hasSuffix("<!-- step: \(id) -->") ? "\($0)\n\n  Note: \(text)" : $0 }
  }

  private func lines(of document: String, _ change: (String) -> String) -> String {
    document.split(separator: "\n", omittingEmptySubsequences: false).map { change(String($0)) }
      .joined(separator: "\n")
  }

  @Test("an export that nobody edited: nothing to take, status 0, and the journal stays as it is")
  func roundTrip() throws {
    try with { desk in
      let before = try desk.journal()
      let run = try desk.take(desk.document)
      #expect(run.status == 0)
      #expect(run.output == "0 taken, 0 conflicts, 0 not taken, \(Playbook.okta.steps.count) steps unchanged\n")
      #expect(run.errors == "")
      #expect(try desk.journal() == before)
      #expect(try desk.take(Signpost.run("export okta").output).status == 0)
      let other = try desk.take(
        lines(of: desk.document) { $0.hasSuffix("<!-- step: enable-scim -->") ? "\($0)\n  was done" : $0 })
      #expect(other.status == 0)
      #expect(other.message.contains("was changed where nothing is read, and passed over"))
      #expect(try desk.journal() == before)
    }
  }

  @Test("ticks, values and notes become events of whoever made them, once; --dry-run only shows them")
  func taken() throws {
    try with { desk in
      var edited = ticked("enable-identity-center", in: desk.document)
      edited = noted("ticket OPS-123", at: "enable-identity-center", in: edited)
      edited = edited.replacing(
        "<!-- value: required-groups -->_not known yet_", with: "<!-- value: required-groups -->Developers, DevOps")
      let before = try desk.journal()
      let dry = try desk.take(edited, ["--dry-run", "--by", "grace"])
      #expect(dry.status == 0)
      #expect(dry.output.hasSuffix("3 would be taken, 0 conflicts, 0 not taken, 34 steps unchanged\n"))
      #expect(try desk.journal() == before)
      let run = try desk.take(edited, ["--by", "grace"])
      #expect(run.status == 0)
      #expect(
        run.output.unwrapped == """
          taken: closed enable-identity-center: by word: ticked in an edited checklist \
          taken: noted at enable-identity-center: ticket OPS-123 \
          taken: answered required-groups: Developers, DevOps (an edited checklist) \
          3 taken, 0 conflicts, 0 not taken, 34 steps unchanged
          """)
      let step = try desk.step("enable-identity-center")
      #expect(step.state == "done")
      #expect(step.by == "grace")
      #expect(step.notes.map(\.text) == ["ticket OPS-123"])
      #expect(try StatusDocument.read(store: desk.store).facts["required-groups"] == ["Developers", "DevOps"])
      let after = try desk.journal()
      let again = try desk.take(edited.replacing("\n", with: "\r\n"), ["--by", "grace"])
      #expect(again.status == 0)
      #expect(again.output.hasPrefix("0 taken"))
      #expect(try desk.journal() == after)
    }
  }

  @Test("a tick does not close what a file or a comparison proves; it says what does, and nothing of the step is taken")
  func refused() throws {
    try with { desk in
      let edited = noted(
        "done", at: "save-okta-metadata",
        in: ticked("save-okta-metadata", in: ticked("add-okta-application", in: desk.document)))
      let run = try desk.take(edited)
      #expect(run.status == 1)
      #expect(run.message == "")
      let words = run.output.unwrapped
      #expect(words.contains("taken: closed add-okta-application"))
      #expect(words.contains("not taken: save-okta-metadata: identity provider metadata file is missing"))
      #expect(words.contains("signpost step done save-okta-metadata --name okta --store \(desk.store) --evidence FILE"))
      #expect(words.hasSuffix("1 taken, 0 conflicts, 1 not taken, \(Playbook.okta.steps.count - 2) steps unchanged"))
      let step = try desk.step("save-okta-metadata")
      #expect(step.state == "ready")
      #expect(step.notes.isEmpty)
    }
  }

  @Test("what the set-up says otherwise since is a conflict: status 1, who did what, and nothing is overwritten")
  func conflict() throws {
    try with { desk in
      let skip = ["step", "skip", "add-okta-application", "--reason", "was there"]
      #expect(try desk.run(skip).status == 0)
      #expect(
        try desk.run(["step", "answer", "enable-organizations", "--value", "management-account=999988887777"]).status
          == 0)
      let before = try desk.journal()
      let edited = ticked("add-okta-application", in: desk.document)
        .replacing("`111122223333`", with: "444455556666")
      let run = try desk.take(edited, ["--by", "grace"])
      #expect(run.status == 1)
      let words = run.output.unwrapped
      #expect(words.contains("conflict: add-okta-application: since the export, on 2026-11-21,"))
      #expect(words.contains("left out add-okta-application: was there"))
      #expect(words.contains("conflict: enable-organizations: the management account was changed since the export"))
      #expect(words.contains("to 999988887777"))
      #expect(words.hasSuffix("0 taken, 2 conflicts, 0 not taken, 34 steps unchanged"))
      #expect(try desk.journal() == before)
    }
  }

  @Test("a tick that was taken away opens the step; an unknown id is shown with what was probably meant")
  func untickedAndUnknown() throws {
    try with { desk in
      let edited = lines(of: desk.document) { line in
        line.hasSuffix("<!-- step: keep-emergency-access -->") ? line.replacing("[x]", with: "[ ]") : line
      }
      #expect(try desk.take(edited).status == 0)
      #expect(try desk.step("keep-emergency-access").state == "ready")
      let unknown = try desk.take(desk.document.replacing("step: enable-scim ", with: "step: enable-skim "))
      #expect(unknown.status == 1)
      #expect(unknown.output.unwrapped.contains("there is no step 'enable-skim'; did you mean 'enable-scim'?"))
    }
  }

  @Test("a secret in a note, a value or a name is refused, not shown and not kept")
  func secrets() throws {
    let canary = "canary8Kq2Zt5Vw9Xy3Lm7Np4Rs6Bd1Fg0Hj"
    try with { desk in
      var edited = noted("token \(canary)", at: "enable-scim", in: desk.document)
      edited = edited.replacing(
        "<!-- value: pilot-user -->_not known yet_", with: "<!-- value: pilot-user -->\(canary)")
      edited = edited.replacing("_a secret, never written here_", with: canary)
      edited = edited.replacing("step: check-users ", with: "step: \(canary) ")
      let run = try desk.take(edited)
      #expect(run.status == 1)
      #expect(run.output.unwrapped.contains("looks like a token or a password; it was neither kept nor shown"))
      #expect(run.output.unwrapped.contains("written in the place of a secret"))
      #expect(run.output.unwrapped.contains("if it is one, take it out of the file"))
      #expect(!run.output.unwrapped.contains("terminal's history"))
      #expect(!run.output.contains(canary.prefix(12)))
      #expect(!run.errors.contains(canary.prefix(12)))
      #expect(!(try desk.journal().contains(canary)))
      let named = try desk.take(desk.document, ["--by", canary])
      #expect(named.status == 2)
      #expect(!named.errors.contains(canary.prefix(12)))
    }
  }

  @Test("hostile words are kept as they are and shown so that no terminal obeys them")
  func hostile() throws {
    try with { desk in
      let text = "\u{202E}gpj\u{1B}[31m ::error::x <!-- step: enable-scim --> [x]"
      let run = try desk.take(noted(text, at: "enable-scim", in: desk.document), ["--by", "gra\u{1B}[2Jce"])
      #expect(run.status == 0)
      #expect(run.output.commandsToTerminals.isEmpty)
      #expect(run.output.contains("\\u{202E}gpj"))
      let step = try desk.step("enable-scim")
      #expect(step.state == "waiting")
      #expect(step.notes.map(\.text) == [text])
      let exported = try desk.run(["export"]).output
      #expect(exported.commandsToTerminals.isEmpty)
      #expect(try desk.take(exported).output.hasPrefix("0 taken, 0 conflicts, 0 not taken"))
    }
  }

  @Test("what is no checklist, one of another set-up, too large a file and a bad name: status 3, or 2, and what to do")
  func notRecognised() throws {
    try with { desk in
      for (document, part) in [
        ("# notes\n", "is no checklist"), ("", "is no checklist"),
        (try Signpost.run("export ping").output, "name the set-up with --name"),
        (desk.document.replacing("<!-- set-up: okta ", with: "<!-- set-up: okta 9"), "no common past"),
        (String(repeating: "a", count: (4 << 20) + 1), "it is larger than"),
      ] {
        let run = try desk.take(document)
        #expect(run.status == 3)
        #expect(run.output == "")
        #expect(run.message.contains(part), "\(run.message)")
      }
      #expect(try desk.run(["import", "/nonexistent/x.md"]).status == 3)
      #expect(try desk.run(["import"]).status == 2)
      #expect(try desk.take(desk.document, ["--by", " "]).status == 2)
    }
  }
}
