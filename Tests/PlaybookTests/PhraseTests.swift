import Testing

@testable import Playbook

@Suite struct PhraseTests {
  @Test func labelsCodeAndValuesAreSegments() {
    let phrase: Phrase = "Type `ACCEPT`, choose **Save**, and open \(.portalURL)."
    #expect(
      phrase.segments == [
        .text("Type "), .code("ACCEPT"), .text(", choose "), .label("Save", .confirmed), .text(", and open "),
        .value(.portalURL), .text("."),
      ])
    #expect(phrase.references == [.portalURL])
    #expect(phrase.labels == ["Save"])
  }

  @Test func aQuestionMarkAfterALabelMarksItAsBelieved() {
    let phrase: Phrase = "Leave **Default Relay State**? empty"
    #expect(phrase.segments == [.text("Leave "), .label("Default Relay State", .believed), .text(" empty")])
  }

  @Test(arguments: ["a ** b", "a ` b", "****", "``", "**open", "`open"])
  func unclosedOrEmptyMarksStayText(literal: String) {
    #expect(Phrase(parsing: literal).segments == [.text(literal)])
  }

  @Test func codeMayHoldStarsAndLabelsMayHoldBackquotes() {
    #expect(Phrase(parsing: "`a**b**`").segments == [.code("a**b**")])
    #expect(Phrase(parsing: "**a`b**`c`").segments == [.label("a`b", .confirmed), .code("c")])
  }

  @Test func wordsPutInAreNeverReadAsMarks() {
    let phrase: Phrase = "At \(text: "**Okta** `x`") now"
    #expect(phrase.segments == [.text("At **Okta** `x` now")])
  }

  @Test func aLabelCanBePutIn() {
    let phrase: Phrase = "Choose \(label: Label("My Apps", certainty: .believed))"
    #expect(phrase.segments == [.text("Choose "), .label("My Apps", .believed)])
  }

  @Test func theEmptyLiteralHasNoSegments() {
    #expect(Phrase(parsing: "").segments.isEmpty)
  }

  @Test func plainTextPutsValuesInAndNamesTheMissing() {
    let phrase: Phrase = "Go to **Settings** of \(.portalURL) in \(.region)"
    let text = phrase.plain { $0 == .region ? "eu-west-1" : nil }
    #expect(text == "Go to Settings of <AWS access portal URL> in eu-west-1")
  }
}
