import Console
import Playbook
import Setup
import Support
import Testing

@testable import Reports

@Suite struct HTMLSafetyTests {
  private static func page(_ setup: ChecklistSetup, _ audience: Audience) -> String {
    HTMLChecklist(Checklist(setup.progress(), name: .named("acme"), for: audience)).text
  }

  /// The tags and their attributes are the same, whatever others wrote: what they wrote is text.
  @Test(arguments: 0..<ChecklistSetup.hostile.count, Audience.allCases)
  func whatOthersWroteIsText(turns: Int, audience: Audience) throws {
    let calm = PageText(Self.page(try .written { "calm\($0)" }, audience))
    let hostile = PageText(Self.page(try .hostile(turned: turns), audience))
    #expect(calm.texts.contains("calm0"))
    // What the ticks rest on is the number of the events and the digest of the last one.
    let bases = [hostile, calm].map { $0.values(of: "data-base").joined() }
    for base in bases {
      #expect(base.prefixMatch(of: /<!-- set-up: acme [0-9]+ [0-9a-f]{64} -->/)?.0.count == base.count, "\(base)")
    }
    func tags(_ page: PageText, _ base: String) -> String {
      page.tags.joined(separator: "\n").replacing(base.dropFirst(5).dropLast(4), with: "")
    }
    expectNoDifference(tags(hostile, bases[0]), tags(calm, bases[1]))
    #expect(hostile.raw == calm.raw)
  }

  /// Every text is there, in a form that a reader can see.
  @Test func nothingThatOthersWroteIsLost() throws {
    let page = PageText(Self.page(try .written { "text-of-place-\($0)" }, .all))
    for place in 0...13 { #expect(page.texts.contains { $0.contains("text-of-place-\(place)") }, "\(place)") }
    for text in ChecklistSetup.hostile where !text.isEmpty {
      let page = PageText(Self.page(try .written { _ in text }, .all))
      #expect(page.texts.contains(SafeText(text).body), "\(text)")
    }
    let bidi = Self.page(try .written { _ in "\u{202E}\u{1B}[31m\u{200B}" }, .all)
    #expect(bidi.contains("<code dir=\"auto\">\\u{202E}\\u{001B}[31m\\u{200B}</code>"))
    #expect(
      !bidi.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" || $0 == "\u{200B}" })
  }

  @Test(arguments: [
    ("a <b> & 'c' \"d\" `e`", "a &lt;b&gt; &amp; &#39;c&#39; &quot;d&quot; &#96;e&#96;"), ("&lt;", "&amp;lt;"),
    ("</script>", "&lt;/script&gt;"), ("one\ntwo", "one\\ntwo"), ("\u{0}\u{2028}", "\\u{0000}\\u{2028}"),
  ])
  func textIsInert(text: String, source: String) {
    #expect(("\(text: text)" as HTML).source == source)
    #expect(HTML.code(text).source == "<code dir=\"auto\">\(source)</code>")
  }

  @Test func linksAreAddressesOfTheWebOrNone() {
    #expect(HTML.link("a & b", to: "javascript:alert(1)").source == "a &amp; b")
    #expect(HTML.link("a", to: "http://a.example").source == "a")
    #expect(
      HTML.link("a", to: "https://a.example/\"onclick=").source
        == "<a href=\"https://a.example/&quot;onclick=\" rel=\"noopener noreferrer\">a</a>")
  }

  @Test func noSecretIsWritten() throws {
    let setup = try ChecklistSetup.written { _ in "calm" }
    for audience in Audience.allCases {
      let page = Self.page(setup, audience)
      #expect(!page.contains(ChecklistSetup.canary))
      #expect(page.contains("a secret, never written here"))
    }
  }

  /// A script or a style sheet that closed its own element would let the rest of the page be read as text.
  @Test func whatIsNotEscapedIsOursAndEndsWhereItShould() {
    for source in ["\(Page.style)", "\(Page.script)"] {
      #expect(!source.contains("</"))
      #expect(!source.contains("<!--"))
    }
  }
}
