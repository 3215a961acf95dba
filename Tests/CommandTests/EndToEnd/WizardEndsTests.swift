import Playbook
import Support
import Testing

@Suite("The wizard: ends that nobody planned")
struct WizardEndsTests {
  private let all = Operator.exchanges

  /// That a store holds every answer to the questions before that one, and no more.
  private func expectAnswers(before index: Int, in store: String) throws {
    let status = try StatusDocument.read(store: store)
    for (place, exchange) in all.enumerated() where exchange.fact?.definition.origin == .asked {
      guard let fact = exchange.fact, case .shown? = exchange.step?.proof else {
        let value = exchange.fact.flatMap { status.facts[$0.rawValue]?.joined(separator: ", ") }
        #expect(value == (place < index ? exchange.answer : nil))
        continue
      }
      if place < index { #expect(status.facts[fact.rawValue] != nil) }
    }
    for step in Operator.steps where all.lastIndex(where: { $0.step?.id == step.id }).map({ $0 < index }) == true {
      #expect(try status.step(step.id).state == "done")
    }
    let open = all[index].step.map(\.id)
    if let open { #expect(try status.step(open).state == "ready") }
  }

  @Test("killed at a question, every answer before it is there, and it is asked again")
  func killed() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      var index = 0
      var session = try WizardSession(store: store)
      try session.meet(0)
      while index < all.count - 4 {
        let next = index + 4
        try session.terminal.send(all[index].answer + "\n")
        try session.walk(from: index + 1, to: next)
        session.terminal.kill(9)
        #expect(try session.terminal.waitForExit() == .signalled(9))
        try expectAnswers(before: next, in: store)
        session = try WizardSession(store: store)
        let greeting = try session.meet(next)
        #expect(!greeting.contains("caution: the last"))
        index = next
      }
      try session.terminal.send(all[index].answer + "\n")
      try session.walk(from: index + 1, to: all.count)
      try session.finish()
    }
  }

  @Test("killed while it is writing, the set-up opens, and nothing that was acknowledged is lost")
  func killedWriting() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let accounts = try WizardSession(store: store)
      try accounts.walk(to: 7)
      try accounts.leave(at: 7)
      for round in 0..<12 {
        let session = try WizardSession(store: store)
        try session.meet(7)
        try session.terminal.send((0...round).map { ":n\nnote \(round).\($0)\n" }.joined())
        for _ in 0..<(round / 2) { try session.terminal.expect(Said.noted) }
        session.terminal.kill(9)
        #expect(try session.terminal.waitForExit() == .signalled(9))
        let status = try StatusDocument.read(store: store)
        #expect(status.facts["management-account"] == ["111122223333"])
        let notes = status.steps.flatMap(\.notes).map(\.text).filter { $0.hasPrefix("note \(round).") }
        #expect(notes.count >= round / 2)
        #expect(notes == (0..<notes.count).map { "note \(round).\($0)" })
      }
    }
  }

  @Test("Ctrl-C at either kind of question: status 130, the way back, and the same question there")
  func interrupted() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      for (from, to) in [(0, 6), (6, 7), (7, 13)] {
        let session = try WizardSession(store: store)
        try session.walk(from: from, to: to)
        try session.terminal.send("half an answer\u{3}")
        try session.terminal.expect(Said.interrupted)
        #expect(try session.terminal.waitForExit() == .exited(130))
        try expectAnswers(before: to, in: store)
      }
      #expect(all[6].isEnter != all[7].isEnter)
    }
  }

  @Test("ended by kill, or by the terminal that is closed: as by Ctrl-C", arguments: [Int32(15), 1])
  func terminated(signal: Int32) throws {
    try TemporaryDirectory.with { directory in
      let session = try WizardSession(store: directory.path("store"))
      try session.walk(to: 7)
      session.terminal.kill(signal)
      try session.terminal.expect(Said.interrupted)
      #expect(try session.terminal.waitForExit() == .exited(130))
      try expectAnswers(before: 7, in: directory.path("store"))
    }
  }

  @Test("the end of input is no answer: status 4, the question and its flag, and nothing is closed")
  func endOfInput() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      for (from, to, flag) in [
        (0, 0, "--answers FILE, key identity-source"), (0, 1, "--answers FILE, key wishes.scim"),
        (1, 6, "--answers FILE, key management-account"),
        (6, 7, "--answers FILE, key confirmed.keep-emergency-access"),
        (7, Operator.index(of: "save-okta-metadata"), "--idp-metadata FILE"),
      ] {
        let session = try WizardSession(store: store)
        try session.walk(from: from, to: to)
        try session.terminal.send("\u{4}")
        #expect(try session.terminal.waitForExit() == .exited(4))
        #expect(session.shown.contains("all answers are saved; one more is needed, and the input has ended"))
        #expect(session.shown.contains("Give it with \(flag)."))
        try expectAnswers(before: to, in: store)
      }
    }
  }

  @Test("through a pipe that ends: the answers in it are taken, then status 4")
  func pipe() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let input = all[..<7].map { $0.answer + "\n" }.joined()
      let run = try Signpost.run(["setup", "okta", "--store", store], input: input)
      #expect(run.status == 4)
      #expect(run.output == "")
      #expect(run.message.contains("Give it with --answers FILE, key confirmed.keep-emergency-access."))
      try expectAnswers(before: 7, in: store)
    }
  }

  @Test("while one wizard is at a set-up, a second is refused and told who holds it; looking is allowed")
  func second() throws {
    try TemporaryDirectory.with { directory in
      let store = directory.path("store")
      let session = try WizardSession(store: store)
      try session.walk(to: 7)
      for arguments in [["setup", "okta"], ["setup"], ["step", "note", "enable-organizations", "--reason", "me too"]] {
        let run = try Signpost.run(arguments + ["--store", store])
        #expect(run.status == 3)
        #expect(run.message.contains("is open in another process"))
        #expect(run.message.contains("(number \(session.terminal.processIdentifier))"))
      }
      try expectAnswers(before: 7, in: store)
      #expect(try Signpost.run(["export", "--store", store]).status == 0)
      try session.terminal.send("\n")
      try session.meet(8)
      try session.leave(at: 8)
      #expect(
        try Signpost.run(["step", "note", "enable-organizations", "--reason", "me too", "--store", store]).status == 0)
    }
  }
}
