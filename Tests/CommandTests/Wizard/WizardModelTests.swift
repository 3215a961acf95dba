import Console
import Playbook
import SAML
import Setup
import Testing

@testable import signpost

@Suite("The wizard's update function: what follows from what was said")
struct WizardModelTests {
  @Test("what signs people in comes first, then the wishes in their order, then the first step")
  func order() {
    var rehearsal = Rehearsal()
    guard case .answer("see-identity-source", let question)? = rehearsal.ask else {
      Issue.record("\(String(describing: rehearsal.ask))")
      return
    }
    #expect(question.fact == .identitySource)
    #expect(rehearsal.answer("unused") == [])
    for wish in Playbook.okta.wishes {
      #expect(rehearsal.ask == .wish(wish))
      rehearsal.answer("y")
    }
    #expect(rehearsal.ask?.step == rehearsal.progress.next?.id)
  }

  @Test("back goes from wish to wish, from the first wish to what signs people in, and no further")
  func backAmongWishes() {
    var rehearsal = Rehearsal()
    rehearsal.answer("unused")
    let wishes = Playbook.okta.wishes
    rehearsal.answer("y")
    #expect(rehearsal.ask == .wish(wishes[1]))
    rehearsal.press(.back)
    #expect(rehearsal.ask == .wish(wishes[0]))
    rehearsal.answer("n")
    #expect(rehearsal.ask == .wish(wishes[1]))
    #expect(!rehearsal.progress.wishes.contains(wishes[0]))
    rehearsal.press(.back)
    rehearsal.press(.back)
    #expect(rehearsal.ask == .review("see-identity-source"))
    #expect(rehearsal.press(.back) == [.say(["This is the first question."])])
    rehearsal.answer("")
    #expect(rehearsal.ask == .wish(wishes[1]))
  }

  @Test("back at a step goes to the one before it that applies, whose answer stands until it is given anew")
  func backAmongSteps() throws {
    var rehearsal = Rehearsal.begun()
    let first = try #require(rehearsal.ask?.step)
    rehearsal.answer("111122223333")
    let second = try #require(rehearsal.ask?.step)
    #expect(first != second)
    rehearsal.press(.back)
    #expect(rehearsal.ask == .review(first))
    rehearsal.press(.again)
    guard case .answer(first, _)? = rehearsal.ask else {
      Issue.record("\(String(describing: rehearsal.ask))")
      return
    }
    rehearsal.answer("444455556666")
    #expect(rehearsal.progress.facts[.managementAccount]?.values == ["444455556666"])
    #expect(rehearsal.ask?.step == second)
  }

  @Test("another flow is offered where another source signs people in; refused, the source is asked again")
  func flow() {
    var rehearsal = Rehearsal()
    rehearsal.answer("other-idp")
    #expect(rehearsal.ask == .flow(.migrate))
    #expect(rehearsal.answer("perhaps") == [.refuse([Wizard.yesOrNo])])
    #expect(rehearsal.ask == .flow(.migrate))
    #expect(rehearsal.answer("n").count == 1)
    #expect(rehearsal.ask?.step == "see-identity-source")
    rehearsal.answer("directory")
    #expect(rehearsal.answer("y") == [.begin(.migrate)])
  }

  // MARK: Instead of an answer

  @Test("a step is left out with a reason; going back, it is not")
  func skipping() throws {
    var rehearsal = Rehearsal.begun()
    let asked = try #require(rehearsal.ask)
    let id = try #require(asked.step)
    rehearsal.press(.skip)
    #expect(rehearsal.ask == .reason(id))
    rehearsal.press(.back)
    #expect(rehearsal.ask == asked)
    rehearsal.press(.skip)
    rehearsal.answer("it was done last year")
    guard case .skipped(let skip)? = rehearsal.progress[id]?.state else {
      Issue.record("\(id) was not left out")
      return
    }
    #expect(skip.reason.text == "it was done last year")
    #expect(rehearsal.ask?.step != id)
  }

  @Test("a note is written beside the step, and the same is asked again")
  func note() throws {
    var rehearsal = Rehearsal.begun()
    let asked = try #require(rehearsal.ask)
    let id = try #require(asked.step)
    rehearsal.press(.note)
    #expect(rehearsal.ask == .note(id))
    rehearsal.answer("ask Grace")
    #expect(rehearsal.progress[id]?.notes.map(\.text.text) == ["ask Grace"])
    #expect(rehearsal.ask == asked)
  }

  @Test("every answer can be taken back, one after the other, down to the first; then there is none")
  func undoing() throws {
    var rehearsal = Rehearsal()
    var asked: [Ask] = []
    for text in ["unused"] + Playbook.okta.wishes.map({ _ in "y" }) + ["111122223333"] {
      asked.append(try #require(rehearsal.ask))
      rehearsal.answer(text)
    }
    for ask in asked.reversed() {
      #expect(rehearsal.press(.undo).isEmpty)
      #expect(rehearsal.ask == ask)
    }
    #expect(rehearsal.progress.facts.isEmpty)
    #expect(rehearsal.progress.answeredWishes.isEmpty)
    #expect(rehearsal.press(.undo) == [.say(["There is no answer to take back."])])
    #expect(rehearsal.ask == asked[0])
  }

  @Test("an answer that replaced another one gives way to it when it is taken back")
  func undoingReplacement() throws {
    var rehearsal = Rehearsal.begun()
    let step = try #require(rehearsal.ask?.step)
    rehearsal.answer("111122223333")
    rehearsal.press(.back)
    rehearsal.press(.again)
    rehearsal.answer("444455556666")
    rehearsal.press(.undo)
    #expect(rehearsal.ask?.step == step)
    #expect(rehearsal.progress.facts[.managementAccount]?.values == ["111122223333"])
  }

  @Test("a step that takes its time is left open, and comes back by itself")
  func waiting() throws {
    var rehearsal = Rehearsal.begun()
    let asked = try #require(rehearsal.ask)
    let id = try #require(asked.step)
    rehearsal.press(.wait)
    #expect(rehearsal.ask == .time(id))
    #expect(rehearsal.answer("soon").count == 1)
    #expect(rehearsal.ask == .time(id))
    rehearsal.answer("40m")
    #expect(rehearsal.ask?.step != id)
    rehearsal.now = Instant(seconds: rehearsal.now.seconds + 39 * 60)
    #expect(rehearsal.ask?.step != id)
    rehearsal.now = Instant(seconds: rehearsal.now.seconds + 60)
    #expect(rehearsal.ask == asked)
  }

  @Test("a jump leads to a step that is done, or that cannot be done yet; from either the walk goes on where it was")
  func jumping() throws {
    var rehearsal = Rehearsal.begun()
    rehearsal.answer("111122223333")
    let asked = try #require(rehearsal.ask)
    let waiting = try #require(
      rehearsal.progress.steps.first { if case .waiting = $0.state { true } else { false } })
    for id in ["see-identity-source", waiting.id] as [StepID] {
      rehearsal.press(.jump)
      #expect(rehearsal.ask == .jump(from: asked.step))
      rehearsal.answer(id.rawValue)
      #expect(rehearsal.ask == .review(id))
      rehearsal.answer("")
      #expect(rehearsal.ask == asked)
    }
    rehearsal.press(.jump)
    rehearsal.press(.back)
    #expect(rehearsal.ask == asked)
  }

  @Test("leaving is an effect and nothing else")
  func leaving() {
    var rehearsal = Rehearsal.begun()
    let before = rehearsal.events
    #expect(rehearsal.press(.quit) == [.leave])
    #expect(rehearsal.events == before)
  }

  // MARK: Values

  @Test("the values of a step are copied one after the other, then from the first again")
  func copying() throws {
    var rehearsal = Rehearsal.begun()
    rehearsal.record(.answered(try answer(.scimEndpoint, WizardModelTests.endpoint)))
    rehearsal.wizard.focus = "connect-okta-to-scim"
    let step = try #require(Playbook.okta.step("connect-okta-to-scim"))
    let values = StepScreen.values(of: step, facts: rehearsal.progress.circumstances.facts)
    #expect(values.map(\.text) == [WizardModelTests.endpoint])
    for _ in 0..<2 { #expect(rehearsal.press(.copy) == [.copy(values[0], place: 1, of: 1)]) }
    rehearsal.wizard.focus = nil
    #expect(rehearsal.press(.copy) == [.say(["There is nothing to paste in this step."])])
  }

  private static let endpoint = "https://scim.eu-west-1.amazonaws.com/1f2e3d4c-5b6a-7988-a7b6-c5d4e3f2a1b0/scim/v2"

  private func answer(_ key: FactKey, _ text: String) throws -> Event.Answer {
    Event.Answer(try key.read(text, in: Circumstances(wishes: []), now: Instant(seconds: 0)), step: nil)
  }

  @Test("where a metadata file is asked for, XML is kept and anything else is a path")
  func metadata() {
    var rehearsal = Rehearsal.begun()
    let xml = "<?xml version=\"1.0\"?>\n<md:EntityDescriptor/>"
    let ask = Ask.answer("save-okta-metadata", Question(.idpMetadata, "Where is it?"))
    #expect(rehearsal.wizard.take(xml, to: ask, rehearsal.progress) == [.keep(.idpMetadata, text: xml)])
    let path = "~/Downloads/okta.xml"
    #expect(rehearsal.wizard.take(path, to: ask, rehearsal.progress) == [.file(.idpMetadata, path: path)])
  }
}
