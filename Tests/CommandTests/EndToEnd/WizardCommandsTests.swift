import Playbook
import Support
import Testing

@Suite("The wizard: commands instead of an answer")
struct WizardCommandsTests {
  private let all = Operator.exchanges
  /// A question for a text, and one for Enter.
  private let text = Operator.index(of: "enable-identity-center")
  private let enter = Operator.index(of: "add-okta-application")

  private func with(_ last: Int, _ body: (WizardSession, String) throws -> Void) throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"))
      try session.walk(to: last)
      try body(session, directory.path("store"))
    }
  }

  @Test("? says why, how to undo it and where it is written; p says what can go wrong; each asks again")
  func explanations() throws {
    for index in [text, enter, Operator.index(of: "register-aws-in-okta")] {
      try with(index) { session, _ in
        let step = try #require(all[index].step)
        try session.terminal.send(all[index].command("?"))
        let help = try session.meet(index).unwrapped
        for source in step.sources { #expect(help.contains(source.url)) }
        for why in step.why {
          if case .text(let text)? = why.segments.first { #expect(help.contains(text.unwrapped)) }
        }
        if step.undo != nil { #expect(help.contains("to undo it: ")) }
        #expect(!step.pitfalls.isEmpty)
        try session.terminal.send(all[index].command("p"))
        let pitfalls = try session.meet(index).unwrapped
        for pitfall in step.pitfalls { #expect(pitfalls.contains(pitfall.symptom.unwrapped)) }
        try session.leave(at: index)
      }
    }
  }

  @Test("a step is left out with a reason, and with none it is not")
  func skipping() throws {
    for index in [text, enter] {
      try with(index) { session, store in
        let id = try #require(all[index].step?.id)
        try session.terminal.send(all[index].command("s"))
        try session.terminal.expect(Said.whySkipped)
        try session.terminal.send("\n")
        try session.terminal.expect(Said.answerNeeded)
        try session.terminal.expect(Said.whySkipped)
        try session.terminal.send(":b\n")
        try session.meet(index)
        #expect(try StatusDocument.read(store: store).step(id).state == "ready")
        try session.terminal.send(all[index].command("s"))
        try session.terminal.expect(Said.whySkipped)
        try session.terminal.send("done last year\n")
        try session.terminal.expect("skipped: done last year")
        let next = try #require(all.indices.first { $0 > index && all[$0].step?.id != id })
        try session.meet(next)
        let step = try StatusDocument.read(store: store).step(id)
        #expect(step.state == "skipped")
        #expect(step.reason == "done last year")
        #expect(step.at == Signpost.now)
        try session.leave(at: next)
      }
    }
  }

  @Test("left at the question for a reason or a note, the next session asks the step's own question")
  func leavingAnErrand() throws {
    try with(enter) { session, store in
      try session.terminal.send("s\n")
      try session.terminal.expect(Said.whySkipped)
      try session.terminal.send(":q\n")
      try session.terminal.expect(Said.saved)
      #expect(try session.terminal.waitForExit() == .exited(0))
      let next = try WizardSession(store: store)
      try next.meet(enter)
      try next.terminal.send("n\n")
      try next.terminal.expect(Said.note)
      try next.terminal.send("\u{3}")
      #expect(try next.terminal.waitForExit() == .exited(130))
      let last = try WizardSession(store: store)
      try last.meet(enter)
      try last.leave(at: enter)
      #expect(try StatusDocument.read(store: store).step("add-okta-application").notes.isEmpty)
    }
  }

  @Test("a note is kept beside the step, and the question stays")
  func notes() throws {
    for index in [text, enter] {
      try with(index) { session, store in
        try session.terminal.send(all[index].command("n"))
        try session.terminal.expect(Said.note)
        try session.terminal.send("ticket OPS-123, with Zoë\n")
        try session.terminal.expect(Said.noted)
        try session.meet(index)
        let id = try #require(all[index].step?.id)
        let step = try StatusDocument.read(store: store).step(id)
        #expect(step.notes.map(\.text) == ["ticket OPS-123, with Zoë"])
        #expect(step.state == "ready")
        try session.leave(at: index)
      }
    }
  }

  @Test("b goes back, Enter returns, and before the first step the wishes are asked again")
  func back() throws {
    try with(text) { session, store in
      let place = try #require(Operator.steps.firstIndex { $0.id == "enable-identity-center" })
      for step in Operator.steps[1..<place].reversed() {
        try session.terminal.send(step.id == Operator.steps[place - 1].id ? ":b\n" : "b\n")
        let screen = try session.terminal.expect(Said.review).unwrapped
        #expect(screen.contains(step.title))
        #expect(screen.contains("done: "))
      }
      // The first step was asked before the wishes, and decides the flow.
      for exchange in Operator.exchanges.filter({ $0.step == nil }).reversed() {
        try session.terminal.send("b\n")
        let question = try #require(exchange.prompt.components(" (y/n)").first)
        #expect(try session.terminal.expect("[\(exchange.answer)]: ").unwrapped.contains(question))
      }
      for said in ["See what signs people in", "This is the first question."] {
        try session.terminal.send("b\n")
        #expect(try session.terminal.expect(Said.review).unwrapped.contains(said))
      }
      try session.terminal.send("\n")
      try session.meet(text)
      try session.leave(at: text)
      #expect(try StatusDocument.read(store: store).step("enable-organizations").state == "done")
    }
  }

  @Test("j lists the steps by the numbers that their headings have, and leads to the one that is typed")
  func jump() throws {
    try with(enter) { session, _ in
      try session.terminal.send("j\n")
      let list = try session.terminal.expect("Which step [7 Add the application AWS IAM Identity Center]: ").unwrapped
      #expect(list.contains("4 Enable IAM Identity Center done 7 Add the application AWS IAM Identity Center ready 8 "))
      try session.terminal.send("5\n")
      try session.terminal.expect("type a number of the list")
      try session.terminal.expect("]: ")
      try session.terminal.send("10\n")
      let screen = try session.terminal.expect(Said.review).unwrapped
      #expect(screen.contains("10 of 36 Download the AWS metadata"), "\(screen)")
    }
  }

  @Test("u says what it takes back in the words of the log")
  func undo() throws {
    let account = Operator.index(of: "enable-organizations")
    try with(account + 1) { session, _ in
      try session.terminal.send("u\n")
      let answer = try session.meet(account).unwrapped
      #expect(answer.contains("took back: gave the management account: 111122223333"), "\(answer)")
      try session.terminal.send(":u\n")
      let wish = try session.meet(account - 1).unwrapped
      #expect(wish.contains("took back: answered yes to: Will people use the AWS command line?"), "\(wish)")
    }
  }

  @Test("r does a settled step again: the known answer is offered, and another makes stale what rests on it")
  func again() throws {
    try with(Operator.index(of: "enable-identity-center")) { session, store in
      try session.terminal.send("b\n")
      try session.terminal.expect(Said.review)
      try session.terminal.send("b\n")
      try session.terminal.expect(Said.review)
      try session.terminal.send("r\n")
      try session.terminal.expect("Which account is the management account? (Account ID) [111122223333]: ")
      #expect(try StatusDocument.read(store: store).step("enable-organizations").state == "ready")
      try session.terminal.send("999988887777\n")
      try session.terminal.expect("stale: management account changed: it was 111122223333, it is 999988887777")
      try session.terminal.expect("999988887777 and the emergency user or role: ")
      let status = try StatusDocument.read(store: store)
      #expect(try status.step("enable-organizations").state == "done")
      #expect(try status.step("keep-emergency-access").state == "stale")
      #expect(try status.step("keep-emergency-access").why.map(\.fact) == ["management-account"])
    }
  }

  @Test("where only Enter is expected nothing else is taken for it")
  func onlyEnter() throws {
    try with(enter) { session, store in
      for typed in ["y", "yes", "x", "done", "::", "q q"] {
        try session.terminal.send(typed + "\n")
        try session.terminal.expect(Said.onlyEnter)
        try session.meet(enter)
      }
      #expect(try StatusDocument.read(store: store).step("add-okta-application").state == "ready")
      try session.terminal.send("\u{1B}[A\n")
      try session.terminal.expect("this line holds a control character")
      try session.meet(enter)
      try session.terminal.send(":Q\n")
      try session.terminal.expect(Said.saved)
      #expect(try session.terminal.waitForExit() == .exited(0))
    }
  }
}
