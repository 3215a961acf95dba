import Console
import Playbook
import Setup
import Support
import Testing

@testable import Reports

@Suite struct ChecklistSafetyTests {
  private static let audiences = Audience.allCases

  private static func document(_ setup: ChecklistSetup, _ audience: Audience) -> MarkdownText {
    MarkdownText(MarkdownChecklist(Checklist(setup.progress(), name: .named("acme"), for: audience)).text)
  }

  /// Outside of code the document is the same, whatever others wrote: what they wrote stands in code alone.
  @Test(arguments: 0..<ChecklistSetup.hostile.count, audiences)
  func whatOthersWroteStandsInCodeAlone(turns: Int, audience: Audience) throws {
    let calm = Self.document(try .written { "calm\($0)" }, audience)
    let hostile = Self.document(try .hostile(turned: turns), audience)
    #expect(calm.codeTexts.contains("calm0"))
    // The mark of the journal is made from all of it, so that it alone differs.
    func unmarked(_ lines: [String]) -> String {
      lines.filter { !$0.hasPrefix("<!-- set-up: acme ") }.joined(separator: "\n")
    }
    #expect(hostile.withoutCode.count { $0.hasPrefix("<!-- set-up: acme ") } == 1)
    expectNoDifference(unmarked(hostile.withoutCode), unmarked(calm.withoutCode))
  }

  /// GitHub ticks a box wherever its line holds `[x]`, code or not.
  @Test(arguments: 0..<ChecklistSetup.hostile.count)
  func noBoxIsTickedByItsOwnLine(turns: Int) throws {
    let document = Self.document(try .hostile(turned: turns), .all)
    let open = document.lines.filter { $0.hasPrefix("- [ ]") }
    #expect(!open.isEmpty)
    #expect(open.allSatisfy { !$0.lowercased().contains("[x]") })
  }

  /// Every text is there, in a form that a reader can see.
  @Test func nothingThatOthersWroteIsLost() throws {
    let document = Self.document(try .written { "text-of-place-\($0)" }, .all)
    for place in 0...13 { #expect(document.codeTexts.contains { $0.contains("text-of-place-\(place)") }, "\(place)") }
    let bidi = Self.document(try .written { _ in "\u{202E}\u{1B}[31m\u{200B}" }, .all)
    #expect(bidi.codeTexts.contains("\\u{202E}\\u{001B}[31m\\u{200B}"))
    #expect(!bidi.lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" || $0 == "\u{200B}" })
  }

  @Test func noSecretIsWritten() throws {
    let setup = try ChecklistSetup.written { _ in "calm" }
    #expect(setup.events.contains { String(decoding: $0.payload, as: UTF8.self).contains(ChecklistSetup.canary) })
    let progress = setup.progress()
    let status = StatusReport(progress, name: .named("acme"))
    let texts = Audience.allCases.map { MarkdownChecklist(Checklist(progress, name: .named("acme"), for: $0)).text }
    for text in texts + [status.json, status.text(for: .plain).rendered(.plain)] {
      #expect(!text.contains(ChecklistSetup.canary))
    }
    #expect(texts[0].contains("a secret, never written here"))
  }

  /// Links go to addresses of the playbook's own.
  @Test func linksAreOurs() throws {
    let playbook = Playbook.okta
    let own = Set(playbook.steps.flatMap { $0.sources.map(\.url) + [$0.place.url].compactMap(\.self) })
    #expect(own.allSatisfy { url in url.hasPrefix("https://") && !url.contains { " ()<>".contains($0) } })
    let lines = Self.document(try .hostile(turned: 0), .all).withoutCode
    for line in lines {
      for part in line.split(separator: "](", omittingEmptySubsequences: false).dropFirst() {
        #expect(own.contains(String(part.prefix { $0 != ")" })))
      }
    }
  }

  /// A backslash before `|` is needed in a cell, and shown anywhere else.
  @Test func codeIsExactWhereItStands() {
    #expect(Markdown.code("a|b", in: .text) == "`a|b`")
    #expect(Markdown.code("a|b", in: .cell) == "`a\\|b`")
    let wording: Wording = "see \(value: "a|b")"
    #expect(wording.markdown() == "see `a|b`")
    #expect(wording.markdown(in: .cell) == "see `a\\|b`")
  }
}
