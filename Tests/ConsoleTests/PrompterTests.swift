import Console
import Testing

/// A conversation: lines to be typed, and everything that was shown.
final class Conversation {
  private var lines: [LineRead]
  private(set) var shown = ""
  private(set) var echoes: [LineSource.Echo] = []

  init(_ lines: [LineRead]) {
    self.lines = lines
  }

  convenience init(typed lines: String...) {
    self.init(lines.map { .line(Array($0.utf8)) })
  }

  func ask(_ prompt: Prompt) -> Prompter.Outcome {
    let source = LineSource { echo in
      self.echoes.append(echo)
      return self.lines.isEmpty ? .endOfInput : self.lines.removeFirst()
    }
    let screen = Screen(sink: Sink { self.shown += $0 }, appearance: .plain)
    return Prompter(source: source, screen: screen).ask(prompt)
  }
}

@Suite struct PrompterTests {
  static let commands: [PromptCommand] = [.back, .skip, .help, .quit]

  @Test(
    "text: an answer, a command after a colon, a colon of the answer's own",
    arguments: [
      ("https://example.com", Prompter.Outcome.answer("https://example.com")),
      ("  spaced out \t", .answer("spaced out")),
      ("pasted\r", .answer("pasted")), ("b", .answer("b")), ("?", .command(.help)), (":b", .command(.back)),
      (":B", .command(.back)), (":?", .command(.help)), (":q ", .command(.quit)), ("::b", .answer(":b")),
      ("::", .answer(":")), (":::", .answer("::")),
    ])
  func text(typed: String, expected: Prompter.Outcome) {
    let conversation = Conversation(typed: typed)
    #expect(conversation.ask(.text("ACS URL", commands: Self.commands)) == expected)
    #expect(conversation.shown == "ACS URL: ")
    #expect(conversation.echoes == [.shown])
  }

  @Test("Enter takes the default, which is shown safely in brackets")
  func defaults() {
    let conversation = Conversation(typed: "")
    #expect(conversation.ask(.text("Name", default: "a\u{1B}b")) == .answer("a\u{1B}b"))
    #expect(conversation.shown == "Name [a\\u{001B}b]: ")
    let optional = Conversation(typed: "")
    #expect(optional.ask(.text("Portal URL", default: "")) == .answer(""))
    #expect(optional.shown == "Portal URL: ")
  }

  @Test("without a default an empty line is explained and asked again")
  func emptyAnswer() {
    let conversation = Conversation(typed: "", "x")
    #expect(conversation.ask(.text("Name", commands: [.skip, .help])) == .answer("x"))
    #expect(conversation.shown == "Name:   an answer is needed here; instead of answering: :s skip, :? why\nName: ")
  }

  @Test("a command that is not offered is explained, never taken as an answer")
  func unknownCommand() {
    let conversation = Conversation(typed: ":n", ":back", "x")
    #expect(conversation.ask(.text("Name", commands: [.back])) == .answer("x"))
    #expect(conversation.shown.contains("\":n\" is no command of this prompt: here there are :b back;"))
    #expect(conversation.shown.contains("\":back\" is no command"))
    let none = Conversation(typed: ":b", "x")
    #expect(none.ask(.text("Name")) == .answer("x"))
    #expect(none.shown.contains("there are none here; for an answer that\n  begins with a colon, type two of them"))
  }

  @Test(
    "enter: bare letters are commands",
    arguments: [
      ("", Prompter.Outcome.answer("")), ("  ", .answer("")), ("b", .command(.back)), ("S", .command(.skip)),
      ("?", .command(.help)), (" q ", .command(.quit)), (":b", .command(.back)),
    ])
  func enter(typed: String, expected: Prompter.Outcome) {
    let conversation = Conversation(typed: typed)
    #expect(conversation.ask(.enter("Press Enter when done", commands: Self.commands)) == expected)
    #expect(conversation.shown == "Press Enter when done: ")
  }

  @Test("enter: anything else is explained and asked again", arguments: ["yes", "n", "bb", ":", "::b"])
  func enterRefuses(typed: String) {
    let conversation = Conversation(typed: typed, "")
    #expect(conversation.ask(.enter("Continue", commands: [.back, .quit])) == .answer(""))
    #expect(
      conversation.shown
        == "Continue:   only Enter is expected here, or one of: b back, q leave\nContinue: ")
  }

  @Test(
    "end of input is never Enter, and an interruption is neither",
    arguments: [Prompt.text("Name", default: "x"), .enter("Continue"), .secret("Token")])
  func noInput(prompt: Prompt) {
    let ended = Conversation([.endOfInput])
    #expect(ended.ask(prompt) == .endOfInput)
    #expect(ended.shown.hasSuffix(": \n"))
    let interrupted = Conversation([.interrupted])
    #expect(interrupted.ask(prompt) == .interrupted)
    #expect(interrupted.shown.hasSuffix(": \n"))
  }

  @Test("a line that is not UTF-8, or holds control characters, is explained and asked again")
  func badBytes() {
    let invalid = Conversation([.line([0x61, 0xFF]), .line([0x62])])
    #expect(invalid.ask(.text("Name", default: "d")) == .answer("b"))
    #expect(invalid.shown.contains("not valid UTF-8"))
    let arrow = Conversation([.line(Array("\u{1B}[A".utf8)), .line([0x62])])
    #expect(arrow.ask(.text("Name")) == .answer("b"))
    #expect(arrow.shown.contains("a control character (\\u{001B}), as an arrow key"))
  }

  @Test("a secret is read without echo and stands in the outcome alone")
  func secret() {
    let canary = "CANARY"
    let conversation = Conversation([
      .line(Array(":\(canary)".utf8)), .line(Array("\(canary)\u{1B}".utf8)), .line(Array(canary.utf8) + [0xFF]),
      .line([]), .line(Array(canary.utf8)),
    ])
    #expect(conversation.ask(.secret("SCIM token", commands: [.skip])) == .answer(canary))
    #expect(!conversation.shown.contains(canary))
    #expect(!conversation.shown.contains("001B"))
    #expect(conversation.echoes == Array(repeating: .hidden, count: 5))
  }
}
