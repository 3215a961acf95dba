@testable import Console
import Support
import Testing

/// What prompts take by lines besides one line of text.
@Suite struct PromptLinesTests {
  static let metadata = Prompt.text("Metadata", commands: PrompterTests.commands).takingLines()

  @Test(
    "markup goes on to the end of its first element, and the next line is the next answer",
    arguments: [
      ["<a>", "</a>"],
      [
        "<?xml version=\"1.0\"?>", "<!-- <b> -- -->", "<md:EntityDescriptor", " a=\">\" b='</md:EntityDescriptor>'>",
        "", "</md:EntityDescriptor >",
      ],
      [
        "<md:EntitiesDescriptor>", "<md:EntitiesDescriptor/>", "<md:EntitiesDescriptor></md:EntitiesDescriptor>",
        "<md:EntitiesDescriptors/>", "</md:EntitiesDescriptor>",
      ],
      ["<a/>"], ["<a b='/'", "/>"], ["\u{FEFF}<a>", "<![CDATA[</a>]]>", "</a>"], ["<a><b></b></a> and more"],
      ["<!DOCTYPE a>", "<?a >?>", "<a", ">x</a", ">"], ["</a>"],
    ])
  func elements(lines: [String]) {
    let conversation = Conversation((lines + ["next"]).map { .line(Array($0.utf8) + [0x0D]) })
    #expect(conversation.ask(Self.metadata) == .answer(lines.joined(separator: "\n")))
    #expect(conversation.shown == "Metadata: ")
    #expect(conversation.ask(Self.metadata) == .answer("next"))
  }

  @Test("what does not begin as markup is one line, as is all markup where no passage is expected")
  func lines() {
    let path = Conversation(typed: "okta.xml", "</a>")
    #expect(path.ask(Self.metadata) == .answer("okta.xml"))
    let command = Conversation(typed: ":b", "</a>")
    #expect(command.ask(Self.metadata) == .command(.back))
    let other = Conversation(typed: "<a>", "</a>")
    #expect(other.ask(.text("Name")) == .answer("<a>"))
  }

  @Test("the end of the input ends a passage, an interruption drops it")
  func ends() {
    let ended = Conversation(typed: "<a>", "<b/>")
    #expect(ended.ask(Self.metadata) == .answer("<a>\n<b/>"))
    #expect(ended.ask(Self.metadata) == .endOfInput)
    let interrupted = Conversation([.line(Array("<a>".utf8)), .interrupted])
    #expect(interrupted.ask(Self.metadata) == .interrupted)
    #expect(interrupted.shown == "Metadata: \n")
  }

  @Test("a passage that is too long is read to its end and refused; the next answer is the next line")
  func tooLong() {
    let conversation = Conversation(typed: "<a>", "0123456789", "</a>", "<a>56789</a>", "<a>6789</a>")
    #expect(conversation.ask(.text("Metadata").takingLines(upTo: 11)) == .answer("<a>6789</a>"))
    #expect(conversation.shown.components(of: "more than 11 bytes is not taken; give the path of a file") == 2)
  }

  @Test("a line as long as a terminal passes on was cut, and nothing more is waited for")
  func cut() {
    for first in ["<a>" + String(repeating: "x", count: 4092), String(repeating: "/", count: 4095)] {
      let conversation = Conversation(typed: first, "okta.xml")
      #expect(conversation.ask(Self.metadata) == .answer("okta.xml"))
      #expect(conversation.shown.contains("no more than 4095 bytes of a line"))
      #expect(conversation.shown.contains("give the path"))
    }
    let second = Conversation(typed: "<?xml version=\"1.0\"?>", "<a>" + String(repeating: "x", count: 4092), "okta.xml")
    #expect(second.ask(Self.metadata) == .answer("okta.xml"))
    let shorter = Conversation(typed: "<a>" + String(repeating: "x", count: 4087) + "</a>")
    #expect(shorter.ask(Self.metadata) != .answer("okta.xml"))
    #expect(!shorter.shown.contains("4095"))
  }

  @Test("what a terminal would obey is refused in a passage as anywhere")
  func hostile() {
    let conversation = Conversation(typed: "<a>", "\u{1B}]0;x\u{7}</a>", "<a/>")
    #expect(conversation.ask(Self.metadata) == .answer("<a/>"))
    #expect(!conversation.shown.contains("\u{1B}"))
  }

  @Test("a bare question mark is the help, where there is any; a command's character is an answer, and can be told")
  func meant() {
    #expect(Conversation(typed: "?").ask(.text("Name", commands: [.back])) == .answer("?"))
    #expect(Conversation(typed: "?").ask(.secret("Token", commands: [.help])) == .command(.help))
    let prompt = Prompt.text("Name", commands: PrompterTests.commands)
    #expect(Conversation(typed: "q").ask(prompt) == .answer("q"))
    #expect(prompt.commandMeant(by: "q") == .quit)
    #expect(prompt.commandMeant(by: "Q") == .quit)
    for answer in ["", "qq", "x", ":q"] { #expect(prompt.commandMeant(by: answer) == nil) }
    #expect(Prompt.secret("Token", commands: [.quit]).commandMeant(by: "q") == nil)
  }

  @Test("a question that is wider than the text is a paragraph, and the cursor follows its last line")
  func wraps() {
    let question: StyledText =
      "Which of the attributes of the identity provider holds the address that people sign in with at the moment"
    let conversation = Conversation(typed: "mail")
    #expect(conversation.ask(.text(question, default: "mail")) == .answer("mail"))
    #expect(
      conversation.shown
        == "Which of the attributes of the identity provider holds the address that people\nsign in with at the moment [mail]: "
    )
  }

  @Test(
    "a choice or else: text that no choice has is an answer, by lines and from the list",
    arguments: [
      ("2", .answer("v-b")), ("alp", .answer("v-a")), ("/tmp/a b.xml", .answer("/tmp/a b.xml")),
      (" 'dropped.xml' ", .answer("'dropped.xml'")), (":b", .command(.back)), ("?", .command(.help)),
    ] as [(String, Prompter.Outcome)])
  func orElse(typed: String, expected: Prompter.Outcome) {
    let prompt = Prompt.choice(
      "Provider", of: [Choice(value: "v-a", title: "Alpha"), Choice(value: "v-b", title: "Beta 2")],
      commands: PrompterTests.commands
    ).orElse("the path of a metadata file")
    let conversation = Conversation(typed: typed)
    #expect(conversation.ask(prompt) == expected)
    #expect(conversation.shown == "  1  Alpha\n  2  Beta 2\n  or the path of a metadata file\nProvider: ")
    let person = Rehearsed(Rehearsed.reads(typed) + Rehearsed.reads("\r"))
    #expect(person.ask(prompt) == expected)
    if typed.contains("xml") {
      #expect(person.seen.contains { $0.last == "Enter takes it as the path of a metadata file" })
      let pasted = Rehearsed(Rehearsed.reads("\u{1B}[200~\(typed)\r\u{1B}[201~") + Rehearsed.reads("\r"))
      #expect(pasted.ask(prompt) == expected)
      #expect(pasted.seen.count == 2)
    }
  }

  @Test("or else: several lines, text that is too long and control characters are not taken")
  func orElseRefuses() {
    let prompt = Prompt.choice("Provider", of: [Choice(value: "v-a", title: "Alpha")]).orElse("a path")
    let lines = Rehearsed(Rehearsed.reads("\u{1B}[200~<x>\r</x>\u{1B}[201~") + Rehearsed.reads("\r"))
    #expect(lines.ask(prompt) == .answer("v-a"))
    #expect(lines.seen[0].joined(separator: " ").contains("the 2 lines that were pasted were not taken"))
    let path = String(repeating: "/", count: 4096)
    let long = Rehearsed(Rehearsed.reads("\u{1B}[200~\(path)\u{1B}[201~") + Rehearsed.reads("/\r"))
    #expect(long.ask(prompt) == .answer(path))
    let control = Rehearsed(Rehearsed.reads("\u{1B}[200~/\u{7}\u{1B}[201~\r") + Rehearsed.reads("/x\r"))
    #expect(control.ask(prompt) == .answer("/x"))
    #expect(control.screen.unknown == [])
  }
}

extension String {
  /// How often the text holds another one, however its lines are broken.
  fileprivate func components(of other: String) -> Int {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").split(
      separator: other, omittingEmptySubsequences: false
    )
    .count - 1
  }
}
