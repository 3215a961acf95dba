import Playbook
import SAML
import Setup
import Support
import Testing

@testable import Reports

@Suite struct HTMLChecklistTests {
  private static func blank(_ playbook: Playbook, _ audience: Audience = .all) -> String {
    HTMLChecklist(Checklist(playbook, for: audience)).text
  }

  private static func standing(_ setup: ChecklistSetup, _ audience: Audience = .all) -> String {
    HTMLChecklist(Checklist(setup.progress(), name: .named("acme"), for: audience)).text
  }

  // MARK: Goldens

  @Test func halfDone() throws {
    Golden.expect(Self.standing(try .halfDone()), at: "checklist-half-done.html")
  }

  @Test func handoverToOkta() throws {
    Golden.expect(Self.standing(try .halfDone(), .idpAdmin), at: "checklist-half-done-idp-admin.html")
  }

  @Test func handoverToAWSBlank() {
    Golden.expect(Self.blank(.oktaTokenRenewal, .awsAdmin), at: "checklist-token-renewal-aws-admin.html")
  }

  // MARK: What must be there

  @Test(arguments: Playbook.all)
  func everyStepHasOneBox(playbook: Playbook) {
    let page = PageText(Self.blank(playbook))
    #expect(page.boxes(ticked: false) == playbook.steps.map(\.id.rawValue))
    #expect(page.boxes(ticked: true).isEmpty)
  }

  @Test(arguments: Playbook.all)
  func theTwoSidesTogetherAreTheWhole(playbook: Playbook) {
    for actor in Actor.allCases {
      let page = PageText(Self.blank(playbook, actor == .idpAdmin ? .idpAdmin : .awsAdmin))
      #expect(page.boxes(ticked: false) == playbook.steps.filter { $0.actor == actor }.map(\.id.rawValue))
    }
  }

  @Test func aTickedBoxIsADoneStep() throws {
    let setup = try ChecklistSetup.halfDone()
    let steps = setup.progress().steps
    let done = steps.filter { if case .done = $0.state { true } else { false } }.map(\.id.rawValue)
    let needed = steps.filter { $0.state != .notApplicable }.map(\.id.rawValue)
    let page = PageText(Self.standing(setup))
    #expect(page.boxes(ticked: true) == done)
    #expect(Set(page.boxes(ticked: true) + page.boxes(ticked: false)) == Set(needed))
    #expect(!done.isEmpty && done.count < needed.count)
  }

  /// Whatever the Markdown says of a step, the page says too, in the same words.
  @Test(arguments: Playbook.all)
  func nothingOfAStepIsLost(playbook: Playbook) {
    let page = Self.blank(playbook)
    for step in playbook.steps {
      guard let start = page.firstRange(of: "<article id=\"\(step.id.rawValue)\"")?.lowerBound,
        let end = page[start...].firstRange(of: "</article>")?.lowerBound
      else {
        Issue.record("no article of \(step.id)")
        continue
      }
      let article = String(page[start..<end])
      for url in step.sources.map(\.url) + [step.place.url].compactMap(\.self) {
        #expect(article.contains("<a href=\"\(("\(text: url)" as HTML).source)\""), "\(step.id): \(url)")
      }
      let labels = step.place.path + step.phrases.flatMap(\.labels) + step.pastes.map(\.field)
      for label in labels {
        let doubt = label.certainty == .believed ? " \(HTML.unconfirmed.source)" : ""
        #expect(article.contains(("<b>\(text: label.text)</b>" as HTML).source + doubt), "\(step.id): \(label.text)")
      }
      for pitfall in step.pitfalls { #expect(article.contains(("\(text: pitfall.symptom)" as HTML).source)) }
      #expect(article.ranges(of: "<strong>Careful:</strong>").count == step.warnings.count)
      for segment in step.phrases.flatMap(\.segments) {
        if case .code(let code) = segment { #expect(article.contains(HTML.code(code).source)) }
      }
    }
  }

  @Test func valuesAreCopiedAsTheyArePasted() throws {
    let page = Self.standing(try .halfDone(), .idpAdmin)
    for value in [
      "https://scim.eu-west-1.amazonaws.com/1a2b3c4d5e6-2222-4333-8444-555555555555/scim/v2",
      "https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/4455422d6a0c2f4e-91d3-4b7a-8c55-0f2d7e9a1b34",
      "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-93671f0a2c",
    ] {
      #expect(
        page.contains("<pre><code dir=\"auto\">\(value)</code></pre><button type=\"button\" data-script data-copy"))
    }
  }

  /// Nothing is asked of anybody: the policy allows it to nothing, and nothing in the page would ask.
  @Test(arguments: [Audience.all, .idpAdmin, .awsAdmin])
  func thePageStandsAlone(audience: Audience) throws {
    let page = PageText(Self.standing(try .halfDone(), audience))
    let policy = try #require(page.values(of: "content").first)
    let digests = try ["style", "script"].map { name in
      let bytes = Array(try #require(page.raw[name]).utf8)
      return "\(name)-src 'sha256-\(Base64.encode(Digest.sha256(bytes.span).bytes))'"
    }
    #expect(
      policy == (["default-src 'none'"] + digests + ["base-uri 'none'", "form-action 'none'"]).joined(separator: "; "))
    for attribute in ["src", "srcset", "action", "style", "onclick", "onload", "onerror", "background"] {
      #expect(page.values(of: attribute).isEmpty)
    }
    #expect(
      !page.tags.contains { tag in ["<link", "<img", "<iframe", "<base", "<object"].contains { tag.hasPrefix($0) } })
    #expect(page.raw["style"]?.contains("url(") == false)
    #expect(page.raw["style"]?.contains("@import") == false)
    for word in ["fetch", "XMLHttpRequest", "WebSocket", "sendBeacon", "innerHTML", "eval"] {
      #expect(page.raw["script"]?.contains(word) == false, "\(word)")
    }
  }

  /// Each control says what it is for, and each link leads to a place of the page or to a page of the playbook's.
  @Test func controlsAndLinksAreSound() throws {
    let page = PageText(Self.standing(try .halfDone()))
    let ids = page.values(of: "id")
    #expect(Set(ids).count == ids.count)
    for target in page.values(of: "for") + page.values(of: "aria-labelledby") { #expect(ids.contains(target)) }
    for tag in page.tags where tag.contains("data-copy") { #expect(tag.contains("aria-label=\"Copy: ")) }
    let playbook = Playbook.okta
    let own = Set(playbook.steps.flatMap { $0.sources.map(\.url) + [$0.place.url].compactMap(\.self) })
    for link in page.values(of: "href") {
      #expect(own.contains(link) || link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
    #expect(page.tags.contains { $0.hasPrefix("<html lang=\"en\"") })
  }
}
