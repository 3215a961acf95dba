import Playbook
import Setup
import Support
import Testing

@testable import Reports

/// The page in a real browser: what a person does with it, and what hostile values do to it.
@Suite(.serialized, .enabled(if: Browser.isInstalled, Browser.isMissing))
struct BrowserTests {
  private static func page(_ setup: ChecklistSetup, _ audience: Audience = .idpAdmin) -> String {
    HTMLChecklist(Checklist(setup.progress(), name: .named("acme"), for: audience)).text
  }

  private static func count(in document: String) -> String? {
    guard let start = document.firstRange(of: "<span id=\"count\">")?.upperBound else { return nil }
    return String(document[start...].prefix { $0 != "<" })
  }

  private static func isTicked(_ id: StepID, in document: String) throws -> Bool {
    let start = try #require(document.firstRange(of: "<article id=\"\(id.rawValue)\"")?.upperBound)
    return document[start...].prefix { $0 != ">" }.contains("ticked")
  }

  @Test func aTickIsRememberedUntilTheStepIsAnother() throws {
    try TemporaryDirectory.with { directory in
      let browser = Browser(directory: directory)
      let setup = try ChecklistSetup.halfDone()
      let page = Self.page(setup)
      let id: StepID = "set-okta-username-format"
      let boxes = PageText(page)
      let done = boxes.boxes(ticked: true).count
      let count = "\(done) of \(done + boxes.boxes(ticked: false).count) ticked"
      let path = directory.path("page.html")

      try TestFile.write(page, to: path)
      let fresh = try browser.document(of: "page.html")
      #expect(Self.count(in: fresh) == count)
      #expect(try !Self.isTicked(id, in: fresh))

      let clicks = """
        document.querySelector('label[for="box-\(id.rawValue)"]').click();
        document.querySelector('label[for="box-add-okta-application"]').click();
        """
      try TestFile.write(Browser.driven(page, by: clicks), to: path)
      #expect(Self.count(in: try browser.document(of: "page.html")) == count)

      // The page as it is exported, loaded anew by a browser that was closed in between.
      try TestFile.write(page, to: path)
      let again = try browser.document(of: "page.html")
      #expect(try Self.isTicked(id, in: again))
      #expect(try !Self.isTicked("add-okta-application", in: again))

      // Another set-up has its own boxes.
      let other = HTMLChecklist(Checklist(setup.progress(), name: .named("other"), for: .idpAdmin)).text
      try TestFile.write(other, to: path)
      #expect(try !Self.isTicked(id, in: try browser.document(of: "page.html")))

      // A step that is closed in the set-up is ticked, whatever somebody marked while it was open.
      var closed = setup
      try closed.close(id)
      try TestFile.write(Self.page(closed), to: path)
      #expect(try Self.isTicked(id, in: try browser.document(of: "page.html")))
      try TestFile.write(
        Browser.driven(page, by: "window.confirm = () => true; document.getElementById('forget').click();"), to: path)
      #expect(Self.count(in: try browser.document(of: "page.html")) == count)
      try TestFile.write(page, to: path)
      let forgotten = try browser.document(of: "page.html")
      #expect(try !Self.isTicked(id, in: forgotten))
      #expect(try Self.isTicked("add-okta-application", in: forgotten))
    }
  }

  @Test func valuesAreCopiedOrSelected() throws {
    try TemporaryDirectory.with { directory in
      let steps = """
        const button = document.querySelector('#connect-okta-to-scim [data-copy]');
        const copied = [];
        const clipboard = value => Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
        clipboard({ writeText: async text => { copied.push(text); } });
        button.click();
        await moment();
        const told = button.textContent;
        document.getElementById('copy-ticks').click();
        await moment();
        clipboard(undefined);
        document.execCommand = () => false;
        button.click();
        await moment();
        report([copied[0], told, String(getSelection()), button.textContent, copied[1].split('\\n')]);
        """
      try TestFile.write(Browser.driven(Self.page(try .halfDone()), by: steps), to: directory.path("page.html"))
      let document = try Browser(directory: directory).document(of: "page.html")
      let report = try #require(Browser.report(in: document))
      let progress = try ChecklistSetup.halfDone().progress()
      let base = try #require(MarkdownChecklist(Checklist(progress, name: .named("acme"))).base)
      func number(_ id: StepID) -> Int { (Playbook.okta.steps.firstIndex { $0.id == id } ?? -1) + 1 }
      let endpoint = "https://scim.eu-west-1.amazonaws.com/1a2b3c4d5e6-2222-4333-8444-555555555555/scim/v2"
      #expect(report.hasPrefix("[\"\(endpoint)\",\"Copied\",\"\(endpoint)\",\"Press Ctrl+C\",["), "\(report)")
      for line in [
        "&lt;!-- signpost.checklist/v1 okta set-up idp-admin --&gt;",
        base.replacing("<", with: "&lt;").replacing(">", with: "&gt;"),
        "- [x] **\(number("save-okta-metadata")). Save Okta's metadata** — Okta administrator &lt;!-- step: save-okta-metadata --&gt;",
        "- [ ] **\(number("push-okta-groups")). Push the groups to AWS** — Okta administrator &lt;!-- step: push-okta-groups --&gt;",
      ] {
        #expect(report.contains("\"\(line)\""), "\(report)")
      }
    }
  }

  /// Looks at the live document: its elements and attributes, where its links lead, what was asked for and refused.
  private static func look(at setup: ChecklistSetup) throws -> String {
    let look = """
      const reports = [];
      const observer = new ReportingObserver(list => reports.push(...list), { buffered: true });
      observer.observe();
      await moment();
      const elements = [...document.querySelectorAll('*')].filter(element => !element.closest('script, style'));
      report({
        elements: elements.map(element => element.localName + [...element.attributes].map(a => a.name).join()).join(' '),
        links: [...document.links].map(link => link.protocol + link.host).join(' '),
        asked: performance.getEntriesByType('resource').length, refused: reports.length });
      """
    return try TemporaryDirectory.with { directory in
      let page = page(setup, .all).replacing("alert(1)", with: "document.body.remove()")
      try TestFile.write(Browser.driven(page, by: look), to: directory.path("page.html"))
      let browser = Browser(directory: directory)
      let report = Browser.report(in: try browser.document(of: "page.html", log: "log.json"))
      #expect(!(try TestFile.text(directory.path("log.json"))).contains(".example/"))
      return try #require(report)
    }
  }

  private static let calm = Result { try look(at: .written { "calm\($0)" }) }

  /// The live document is the same, nothing ran, and nothing was asked for, whatever others wrote.
  @Test(arguments: stride(from: 0, to: ChecklistSetup.hostile.count, by: 4).map(\.self))
  func hostileValuesStayText(turns: Int) throws {
    let calm = try Self.calm.get()
    #expect(calm.hasSuffix("\"asked\":0,\"refused\":0}"), "\(calm.suffix(200))")
    #expect(try Self.look(at: .hostile(turned: turns)) == calm)
  }

  /// What the test above looks for is there when it should be.
  @Test func aRequestWouldBeSeen() throws {
    try TemporaryDirectory.with { directory in
      let page = "<!DOCTYPE html><title>x</title><body><img src=\"http://tracker.example/x.png\"></body>"
      let look = "await moment(); report(performance.getEntriesByType('resource').length);"
      try TestFile.write(Browser.driven(page, by: look), to: directory.path("page.html"))
      let document = try Browser(directory: directory).document(of: "page.html", log: "log.json")
      #expect(Browser.report(in: document) == "1")
      #expect(try TestFile.text(directory.path("log.json")).contains("http://tracker.example/"))
    }
  }
}
