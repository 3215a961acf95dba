import Playbook
import Setup
import Support
import Testing

@testable import Reports

@Suite("A checklist that comes back")
struct EditedChecklistTests {
  private static let name = SetupName.named("acme")

  private static func document(_ setup: ChecklistSetup, _ audience: Audience = .all) -> String {
    MarkdownChecklist(Checklist(setup.progress(), name: name, for: audience)).text
  }

  private static let halfDone = Result {
    let setup = try ChecklistSetup.halfDone()
    return (setup: setup, text: document(setup))
  }

  /// What is found in a half-done set-up's document after a change of its text.
  private func edits(_ change: (inout String) -> Void) throws -> ChecklistEdits {
    let (setup, original) = try Self.halfDone.get()
    var text = original
    change(&text)
    return try EditedChecklist(Array(text.utf8)).edits(since: setup.progress(), of: .okta).edits
  }

  /// The document with one line changed, found by what stands in it.
  private func edits(line part: String, _ change: (String) -> String) throws -> ChecklistEdits {
    try edits { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(lines.count { $0.contains(part) } == 1, "\(part)")
      text = lines.map { $0.contains(part) ? change($0) : $0 }.joined(separator: "\n")
    }
  }

  private func step(_ id: StepID, _ set: (inout StepEdit) -> Void) -> ChecklistEdits {
    var edits = ChecklistEdits()
    var edit = StepEdit()
    set(&edit)
    edits.steps[id] = edit
    return edits
  }

  // MARK: Round trips

  @Test("what was not edited has no edits, for whomever it was written", arguments: Audience.allCases)
  func roundTrip(audience: Audience) throws {
    let setup = try ChecklistSetup.halfDone()
    let read = try EditedChecklist(Array(Self.document(setup, audience).utf8))
    #expect(read.name == "acme")
    #expect(read.mark == setup.progress().mark)
    #expect((read.provider, read.flow) == ("okta", "set-up"))
    let (edits, steps) = read.edits(since: setup.progress(), of: .okta)
    #expect(edits == ChecklistEdits())
    #expect(steps.count == Playbook.okta.steps.count { audience.includes($0) })
  }

  @Test("a blank checklist of every playbook", arguments: Playbook.all)
  func blankRoundTrip(playbook: Playbook) throws {
    let read = try EditedChecklist(Array(MarkdownChecklist(Checklist(playbook)).text.utf8))
    #expect(read.mark == nil && read.name == nil)
    let (edits, steps) = read.edits(since: nil, of: playbook)
    #expect(edits == ChecklistEdits())
    #expect(steps.count == playbook.steps.count)
  }

  @Test(
    "whatever others wrote into the set-up, none of it is taken for a mark", arguments: ChecklistSetup.hostile.indices)
  func hostileRoundTrip(turns: Int) throws {
    let setup = try ChecklistSetup.hostile(turned: turns)
    for audience in Audience.allCases {
      let read = try EditedChecklist(Array(Self.document(setup, audience).utf8))
      #expect(read.edits(since: setup.progress(), of: .okta).edits == ChecklistEdits())
    }
  }

  @Test("what editors do by themselves is no edit")
  func editors() throws {
    #expect(try edits { $0 = "\u{FEFF}" + $0.replacing("\n", with: "\r\n") } == ChecklistEdits())
    #expect(try edits { $0 = $0.replacing("\n", with: "\r") } == ChecklistEdits())
    #expect(
      try edits { $0 = $0.replacing("\n- [x]", with: "\n* [X]").replacing("\n- [ ]", with: "\n+ [ ]") }
        == ChecklistEdits())
    #expect(try edits { $0 = $0.replacing("\n- [x] **", with: "\n1. [x] **") } == ChecklistEdits())
    #expect(try edits { $0 = $0.replacing(" |\n", with: "   |   \n") } == ChecklistEdits())
    #expect(try edits { $0 = $0.replacing("_not known yet_", with: "*not known yet*") } == ChecklistEdits())
    #expect(
      try edits { text in
        let parts = text.split(separator: "\n- ", omittingEmptySubsequences: false)
        text = ([parts[0]] + parts.dropFirst().reversed()).joined(separator: "\n- ")
      } == ChecklistEdits())
  }

  // MARK: Edits

  @Test("a tick, and one that was taken away", arguments: ["[x]", "[X]", "[ x ]"])
  func ticks(box: String) throws {
    let ticked = try edits(line: "<!-- step: connect-okta-to-scim -->") { $0.replacing("[ ]", with: box) }
    #expect(ticked == step("connect-okta-to-scim") { $0.isTicked = true })
    let opened = try edits(line: "<!-- step: keep-emergency-access -->") { $0.replacing("[x]", with: "[]") }
    #expect(opened == step("keep-emergency-access") { $0.isTicked = false })
    let unclear = try edits(line: "<!-- step: keep-emergency-access -->") { $0.replacing("[x]", with: "[-]") }
    #expect(unclear.steps["keep-emergency-access"]?.unclear.count == 1)
    let twice = try edits(line: "<!-- step: keep-emergency-access -->") { "\($0)\n\($0.replacing("[x]", with: "[ ]"))" }
    #expect(twice.steps["keep-emergency-access"]?.unclear.count == 1)
    #expect(twice.steps["keep-emergency-access"]?.isTicked == nil)
  }

  @Test(
    "a value between its marks, as people write it",
    arguments: [
      ("Developers, DevOps", ["Developers", "DevOps"]), ("`Developers`, `DevOps`", ["Developers", "DevOps"]),
      ("`a, b`", ["a, b"]), ("**Developers**", ["Developers"]), ("Dev\\_Ops", ["Dev_Ops"]), ("none", []),
      ("<ada@example.com>", ["ada@example.com"]), ("[a@b.c](mailto:a@b.c)", ["a@b.c"]), (" x ", ["x"]),
    ])
  func values(text: String, entries: [String]) throws {
    let expected = step("create-okta-groups") { $0.values = [.requiredGroups: entries] }
    let between = try edits { document in
      document = document.replacing(
        "<!-- value: required-groups -->_not known yet_", with: "<!-- value: required-groups -->\(text)")
    }
    #expect(between == expected)
    let cell = try edits(line: "| required groups <!--") { $0.replacing("_not known yet_", with: text) }
    #expect(cell == expected)
  }

  @Test("two values, a value without its end, and one that was taken away")
  func unclearValues() throws {
    let mark = "<!-- value: required-groups -->"
    let two = try edits { text in
      text = text.replacing("\(mark)_not known yet_", with: "\(mark)A")
        .replacing("needed in steps 21, 23 and 27 | _not known yet_", with: "needed in steps 21, 23 and 27 | B")
    }
    #expect(two.steps["create-okta-groups"]?.unclear.count == 1)
    #expect(two.steps["create-okta-groups"]?.values == [:])
    for text in ["`A", "_A", "A | B"] {
      let cell = try edits(line: "| required groups <!--") { $0.replacing("_not known yet_", with: text) }
      #expect(cell.steps["create-okta-groups"]?.unclear.count == 1, "\(text)")
    }
    let open = try edits(line: "\(mark)_not") { $0.replacing("_not known yet_<!-- /value -->", with: "A") }
    #expect(open.steps["create-okta-groups"]?.unclear.count == 1)
    let gone = try edits(line: "| management account <!--") { $0.replacing("`111122223333`", with: "") }
    #expect(gone == step("enable-organizations") { $0.emptied = [.managementAccount] })
  }

  @Test("what is unclear below one step is told in the order of the lines")
  func orderOfTheUnclear() throws {
    let edits = try edits { text in
      let value = #/(?<mark><!-- value: [a-z0-9-]+ -->)[^<]*<!-- \/value -->/#
      text = text.replacing(value) { "\($0.mark)`A<!-- /value -->" }
    }
    let lines = edits.steps.values.map { edit in
      edit.unclear.compactMap { $0.firstMatch(of: #/in line (\d+)/#).flatMap { Int($0.1) } }
    }
    #expect(lines.count { $0.count > 1 } > 1)
    for lines in lines { #expect(lines == lines.sorted()) }
  }

  @Test("notes: a line that begins with Note:, or a quotation, below a step")
  func notes() throws {
    for text in [
      "Note: by Bob\n  on Friday", "- Note: by Bob on Friday", "**Note:** by Bob on Friday", "> by Bob\n> on Friday",
    ] {
      let found = try edits(line: "<!-- step: enable-scim -->") { "\($0)\n\n  \(text)" }
      #expect(found == step("enable-scim") { $0.notes = ["by Bob on Friday"] }, "\(text)")
    }
    let several = try edits(line: "<!-- step: enable-scim -->") {
      "\($0)\nNote: one\nNote: <!-- two\n\nnote:\n\n> three"
    }
    #expect(several == step("enable-scim") { $0.notes = ["one", "<!-- two", "three"] })
    let bidi = try edits(line: "<!-- step: enable-scim -->") { "\($0)\n\n> \u{202E}a\u{1B}[31m <!-- b -->" }
    #expect(bidi == step("enable-scim") { $0.notes = ["\u{202E}a\u{1B}[31m <!-- b -->"] })
    let other = try edits(line: "<!-- step: enable-scim -->") { "\($0)\n\nby Bob on Friday" }
    #expect(other.steps.isEmpty && other.strays.isEmpty)
    #expect(other.passedOver.count == 1)
    let homeless = try edits { $0 = "Note: to nobody\n\n" + $0 }
    #expect(homeless.strays == [Stray(.note, line: 1)])
    #expect(homeless.steps.isEmpty)
  }

  @Test("answers to the first questions")
  func wishes() throws {
    let row = "<!-- wish: session-lifetime -->"
    var expected = ChecklistEdits()
    expected.wishes = [.sessionLifetime: true]
    #expect(try edits(line: row) { $0.replacing("no (assumed)", with: "Yes") } == expected)
    let unclear = try edits(line: row) { $0.replacing("no (assumed)", with: "perhaps") }
    #expect(unclear.strays.map(\.kind) == [.unclearWish(.sessionLifetime)])
  }

  @Test(
    "ids that nobody has, marks that are cut, a secret's place and a block without its end are named with their line")
  func strays() throws {
    let unknown = try edits(line: "<!-- step: enable-scim -->") { $0.replacing("enable-scim", with: "enable-skim") }
    #expect(unknown.strays.map(\.kind) == [.step("enable-skim")])
    let cut = try edits(line: "<!-- step: enable-scim -->") { String($0.dropLast(3)) }
    #expect(cut.strays.map(\.kind) == [.mark])
    let secret = try edits(line: "<!-- secret: scim-token -->") { $0.replacing("never written here", with: "hunter2") }
    #expect(secret.strays.map(\.kind) == [.secret])
    let block = try edits(line: "<!-- step: enable-scim -->") { "~~~\n\($0.replacing("[x]", with: "[ ]"))" }
    #expect(block.strays.map(\.kind) == [.openBlock])
    #expect(block.steps.isEmpty)
    let value = try edits { $0 += "\n- <!-- value: acs-uri -->x<!-- /value -->\n" }
    #expect(value.strays.map(\.kind) == [.value("acs-uri")])
  }

  // MARK: No checklist

  @Test("what is no checklist says what was expected")
  func noChecklist() throws {
    func problem(_ bytes: [UInt8]) -> EditedChecklist.Problem? {
      do throws(EditedChecklist.Problem) {
        _ = try EditedChecklist(bytes)
        return nil
      } catch { return error }
    }
    let text = MarkdownChecklist(Checklist(.okta)).text
    #expect(problem([0xFF, 0xFE, 0x00]) == .noText)
    #expect(problem([]) == .noChecklist)
    #expect(problem(Array("# My list\n\n- [x] done\n".utf8)) == .noChecklist)
    #expect(problem(Array("`<!-- signpost.checklist/v1 okta set-up all -->`\n".utf8)) == .noChecklist)
    #expect(problem(Array(text.replacing("checklist/v1", with: "checklist/v2").utf8)) == .newer)
    #expect(problem(Array(text.replacing("<!-- step", with: "<!-- was").utf8)) == .noSteps)
    #expect(problem(Array((text + text.replacing("okta set-up", with: "okta migrate")).utf8)) == .several)
    #expect(problem(Array((try Self.halfDone.get().text + Self.document(.written { "\($0)" })).utf8)) == .several)
  }

  // MARK: Accidents

  /// Every line of a document lost, doubled or cut: no box is ticked or opened by that, and no note comes to be.
  private func expectHarmless(_ text: String, of playbook: Playbook, every stride: Int) throws {
    var reader = ChecklistReader()
    reader.read(text)
    let base = reader.content
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in Swift.stride(from: 0, to: lines.count, by: stride) {
      let half = String(lines[index].prefix(lines[index].count / 2))
      let most = String(lines[index].dropLast(2))
      for line in [[], [lines[index], lines[index]], [half], [most], ["\u{0}"]] {
        let damaged = (lines[..<index] + line + lines[(index + 1)...]).joined(separator: "\n")
        guard let read = try? EditedChecklist(Array(damaged.utf8)) else { continue }
        let edits = read.edits(since: base, of: playbook)
        for (id, edit) in edits.steps {
          #expect(playbook.step(id) != nil)
          #expect(edit.isTicked == nil && edit.notes.isEmpty, "line \(index + 1): \(line)")
          if line.isEmpty || line.count == 2 { #expect(edit == StepEdit(), "line \(index + 1): \(line)") }
        }
        #expect(edits.wishes.isEmpty)
      }
    }
  }

  @Test func everyLineOfABlankChecklist() throws {
    let playbook = Playbook.oktaTokenRenewal
    try expectHarmless(MarkdownChecklist(Checklist(playbook)).text, of: playbook, every: 1)
  }

  @Test func linesOfASetUp() throws {
    try expectHarmless(try Self.halfDone.get().text, of: .okta, every: 23)
  }
}
