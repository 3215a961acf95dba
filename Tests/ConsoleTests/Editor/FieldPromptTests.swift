@testable import Console
import Support
import Testing

/// A person at a terminal that is not there: what is typed, and what stood on the screen at each wait.
final class Rehearsed {
  private var reads: [KeyRead]
  private let opens: Bool
  private(set) var screen: DrawnScreen
  /// The screens on which something was waited for.
  private(set) var seen: [[String]] = []
  private(set) var written = ""
  private(set) var stops: [Bool] = []
  private(set) var pasteMarksWhileStopped: [Bool] = []
  private(set) var timesTakenUp = 0
  var columns: Int

  init(_ reads: [KeyRead], columns: Int = 60, opens: Bool = true) {
    self.reads = reads
    self.columns = columns
    self.opens = opens
    screen = DrawnScreen(columns: columns)
  }

  /// Text is typed; an Esc that stands alone at the end is waited for.
  convenience init(typed text: String, columns: Int = 60) {
    self.init(Rehearsed.reads(text), columns: columns)
  }

  static func reads(_ text: String) -> [KeyRead] { text.utf8.map { .byte($0) } + [.nothing] }

  private var source: KeySource {
    KeySource(
      open: { [self] body in
        if opens { body() }
        return opens
      },
      next: { [self] limit in
        if limit == .zero {
          guard case .byte = reads.first else { return .nothing }
        } else {
          seen.append(screen.lines)
        }
        return reads.isEmpty ? .endOfInput : reads.removeFirst()
      },
      stop: { [self] wholeJob in
        stops.append(wholeJob)
        pasteMarksWhileStopped.append(screen.marksPastes)
      },
      takeUpAgain: { [self] in timesTakenUp += 1 }, size: { [self] in (columns, 24) })
  }

  func ask(_ prompt: Prompt, lines: [String] = []) -> Prompter.Outcome {
    var lines = lines
    let typed = LineSource { _ in lines.isEmpty ? .endOfInput : .line(Array(lines.removeFirst().utf8)) }
    let sink = Sink { text in
      self.written += text
      self.screen.write(text)
    }
    return Prompter(source: typed, screen: Screen(sink: sink, appearance: .plain), keys: source).ask(prompt)
  }
}

@Suite struct FieldPromptTests {
  static let commands: [PromptCommand] = [.back, .skip, .help, .quit]

  @Test("an answer leaves one line, without a command to the terminal that was not taken back")
  func answer() {
    let person = Rehearsed(typed: "exampel\u{8}\u{8}le\r")
    #expect(person.ask(.text("Name", commands: Self.commands)) == .answer("example"))
    #expect(person.screen.lines == ["Name: example"])
    #expect(person.screen.unknown == [])
    #expect(!person.screen.marksPastes)
    #expect(person.written.hasPrefix("\u{1B}[?2004h"))
  }

  @Test(
    "what is asked means the same as by lines",
    arguments: [
      ("\r", .text("Name", default: "d"), .answer("d"), "Name: d"),
      (":b\r", .text("Name", commands: commands), .command(.back), "Name: :b"),
      ("::b\r", .text("Name", commands: commands), .answer(":b"), "Name: :\\u{003A}b"),
      ("\r", .enter("Continue", commands: commands), .answer(""), "Continue:"),
      ("b\r", .enter("Continue", commands: commands), .command(.back), "Continue: b"),
      ("x\u{18}b", .text("Name", commands: commands), .command(.back), "Name: back"),
      ("x\u{1B}s", .text("Name", commands: commands), .command(.skip), "Name: skip"),
      ("\u{18}?", .enter("Continue", commands: commands), .command(.help), "Continue: why"),
      ("\u{18}q", .secret("Token", commands: commands), .command(.quit), "Token: leave"),
      ("\u{4}", .text("Name", default: "d"), .endOfInput, "Name [d]:"),
      ("\u{3}", .text("Name"), .interrupted, "Name:"),
      (
        "\u{1B}[200~<a>\r</a>\r\u{1B}[201~\r", .text("File").takingLines(), .answer("<a>\n</a>\n"),
        "File: (3 lines, 9 bytes)"
      ),
    ] as [(String, Prompt, Prompter.Outcome, String)])
  func outcomes(typed: String, prompt: Prompt, expected: Prompter.Outcome, line: String) {
    let person = Rehearsed(typed: typed)
    #expect(person.ask(prompt) == expected)
    #expect(person.screen.lines == [line])
  }

  @Test("what cannot be taken is explained, stays in the scrollback and is there to be put right")
  func refused() {
    let person = Rehearsed(typed: ":x\r\u{8}\u{8}y\r")
    #expect(person.ask(.text("Name", commands: [.back])) == .answer("y"))
    #expect(person.screen.lines.first == "Name: :x")
    #expect(person.screen.lines.last == "Name: y")
    #expect(person.screen.lines.joined(separator: " ").contains("is no command of this prompt"))
    let enter = Rehearsed(typed: "yes\r\u{15}\r")
    #expect(enter.ask(.enter("Continue", commands: [.back])) == .answer(""))
    #expect(enter.screen.lines.contains("  only Enter is expected here, or one of: b back"))
  }

  @Test("a command typed behind what was refused is that command")
  func commandBehind() {
    let person = Rehearsed(typed: ":x\r:q\r")
    #expect(person.ask(.text("Name", commands: Self.commands)) == .command(.quit))
    #expect(person.screen.lines.last == "Name: :x:q")
  }

  @Test("a pasted command to the terminal is shown as what it is, and refused")
  func hostilePaste() {
    let person = Rehearsed(typed: "\u{1B}[200~\u{1B}]0;x\u{7}\u{1B}[201~\r\u{15}ok\r")
    #expect(person.ask(.text("Name")) == .answer("ok"))
    #expect(person.screen.unknown == [])
    #expect(person.screen.lines.first == "Name: \\u{001B}]0;x\\u{0007}")
  }

  @Test("of a secret nothing is written, whatever becomes of it")
  func secret() {
    for ends in ["\r", "\u{3}", "\u{4}", "\u{18}q", "\u{1B}[200~\u{1B}CANARY\u{1B}[201~\rCANARY\r"] {
      let person = Rehearsed(typed: "CANARY" + ends)
      let outcome = person.ask(.secret("Token", commands: Self.commands))
      #expect(!person.written.contains("CANARY"))
      for length in 1...6 { #expect(!person.written.contains(String(repeating: "*", count: length))) }
      if ends == "\r" {
        #expect(outcome == .answer("CANARY"))
        #expect(person.screen.lines == ["Token: (not shown)"])
      }
    }
  }

  @Test("a window that changes is drawn for anew, at any width and in the middle of a word")
  func resize() {
    var reads = Rehearsed.reads("https://example.com/a-rather-long-path").dropLast() + [.resized]
    reads += Rehearsed.reads("/and-more\r")
    let person = Rehearsed(Array(reads), columns: 60)
    person.columns = 24
    #expect(person.ask(.text("Sign-in URL")) == .answer("https://example.com/a-rather-long-path/and-more"))
    #expect(person.screen.lines.count <= 2)
    #expect(person.seen.allSatisfy { $0.allSatisfy { $0.count < 24 } })
  }

  @Test("Ctrl-Z and a signal stop the program with the terminal as it was, and go on with what was typed")
  func stop() {
    let reads = Rehearsed.reads("ab\u{1A}c") + [.stopRequested, .continued] + Rehearsed.reads("d\r")
    let person = Rehearsed(reads)
    #expect(person.ask(.text("Name")) == .answer("abcd"))
    #expect(person.stops == [true, false])
    #expect(person.pasteMarksWhileStopped == [false, false])
    #expect(person.timesTakenUp == 1)
    #expect(person.screen.lines.last == "Name: abcd")
    #expect(!person.screen.marksPastes)
  }

  @Test("an Esc that nothing follows closes the list of commands; the letter after it is text")
  func escape() {
    let person = Rehearsed(Rehearsed.reads("\u{18}\u{1B}") + Rehearsed.reads("b\r"))
    #expect(person.ask(.text("Name", commands: Self.commands)) == .answer("b"))
    #expect(person.seen.contains { $0.count == 2 && $0[1].hasPrefix("Ctrl-X then: b back") })
    #expect(person.screen.lines == ["Name: b"])
  }

  @Test("a clear screen is drawn on again")
  func clear() {
    let person = Rehearsed(typed: "a\u{C}b\r")
    #expect(person.ask(.text("Name")) == .answer("ab"))
    #expect(person.screen.lines == ["Name: ab"])
  }

  @Test("where the terminal gives no keys, lines are asked for")
  func noKeys() {
    let person = Rehearsed([], opens: false)
    #expect(person.ask(.text("Name"), lines: ["typed"]) == .answer("typed"))
    #expect(person.screen.lines == ["Name:"])
  }

  static let regions = ["eu-central-1", "eu-west-1", "us-east-1"].map { Choice(value: "v-" + $0, title: $0) }

  @Test("a choice is picked from a list, which one line remains of")
  func choice() {
    let prompt = Prompt.choice("Region", of: Self.regions, default: "v-eu-west-1", commands: Self.commands)
    let person = Rehearsed(typed: "\u{1B}[B\r")
    #expect(person.ask(prompt) == .answer("v-us-east-1"))
    #expect(person.screen.lines == ["Region: us-east-1"])
    #expect(person.seen.isEmpty)
    let slow = Rehearsed(Rehearsed.reads("\u{1B}[A") + Rehearsed.reads("\r"))
    #expect(slow.ask(prompt) == .answer("v-eu-central-1"))
    #expect(slow.seen.first == ["Region:", "> eu-central-1", "  eu-west-1 (current)", "  us-east-1"])
    #expect(Rehearsed(Rehearsed.reads("u\u{1B}") + Rehearsed.reads("\u{1B}")).ask(prompt) == .command(.back))
    #expect(
      Rehearsed(Rehearsed.reads("\u{1B}") + Rehearsed.reads("\r")).ask(.choice("R", of: Self.regions))
        == .answer("v-eu-central-1"))
  }

  @Test(
    "by lines a choice is its number, its title or how that begins",
    arguments: [
      ("", .answer("v-eu-west-1")), ("3", .answer("v-us-east-1")), ("us", .answer("v-us-east-1")),
      ("EU-West-1", .answer("v-eu-west-1")), (":b", .command(.back)),
    ] as [(String, Prompter.Outcome)])
  func choiceByLines(typed: String, expected: Prompter.Outcome) {
    let conversation = Conversation(typed: typed)
    let prompt = Prompt.choice("Region", of: Self.regions, default: "v-eu-west-1", commands: Self.commands)
    #expect(conversation.ask(prompt) == expected)
    #expect(
      conversation.shown
        == "  1  eu-central-1\n  2  eu-west-1\n  3  us-east-1\nRegion [eu-west-1]: ")
  }

  static let steps = [
    Choice(value: "v-1", title: "Look", number: 1), Choice(value: "v-2", title: "Sign", number: 2),
    Choice(value: "v-10", title: "Sign off", number: 10), Choice(value: "v-12", title: "Leave", number: 12),
  ]

  @Test(
    "a choice that is known by a number of its own has that one alone",
    arguments: [
      ("10", .answer("v-10")), ("12", .answer("v-12")), ("leave", .answer("v-12")), ("sign", .answer("v-2")),
      ("", .answer("v-10")),
    ] as [(String, Prompter.Outcome)])
  func numberedChoice(typed: String, expected: Prompter.Outcome) {
    let conversation = Conversation(typed: typed)
    #expect(conversation.ask(.choice("Step", of: Self.steps, default: "v-10")) == expected)
    #expect(conversation.shown == "  1  Look\n  2  Sign\n  10  Sign off\n  12  Leave\nStep [10 Sign off]: ")
  }

  @Test("a number of the list that stands at none of the choices is not counted out", arguments: ["3", "4", "0"])
  func noSuchNumber(typed: String) {
    let conversation = Conversation(typed: typed, "1")
    #expect(conversation.ask(.choice("Step", of: Self.steps)) == .answer("v-1"))
    #expect(conversation.shown.contains("that is none of these; type a number of the list, or how its name begins"))
  }

  @Test("a field shows the number of a choice beside its title, and finds it by either")
  func numberedField() {
    for typed in ["12", "leave"] {
      let person = Rehearsed(Rehearsed.reads(typed) + Rehearsed.reads("\r"))
      #expect(person.ask(.choice("Step", of: Self.steps)) == .answer("v-12"))
      #expect(person.screen.lines == ["Step: 12 Leave"])
    }
  }

  @Test("from a list the character that leaves does so alone, by lines and with fields; no other command does")
  func leaves() {
    let prompt = Prompt.choice("Region", of: Self.regions, default: "v-eu-west-1", commands: Self.commands)
    for prompt in [
      prompt, prompt.orElse("a path"),
      .choice("Which", of: [Choice(value: "v", title: "Require it")], commands: [.quit]),
    ] {
      for typed in ["q", "Q", " q "] {
        #expect(Conversation(typed: typed).ask(prompt) == .command(.quit))
        let person = Rehearsed(Rehearsed.reads(typed) + Rehearsed.reads("\r"))
        #expect(person.ask(prompt) == .command(.quit))
        #expect(person.seen[0].last == "Enter leaves")
      }
    }
    #expect(Conversation(typed: "b", "2").ask(prompt) == .answer("v-eu-west-1"))
    let stays = Conversation(typed: "q", "2")
    #expect(stays.ask(.choice("Region", of: Self.regions)) == .answer("v-eu-west-1"))
    #expect(stays.shown.contains("that is none of these"))
    let fields = Rehearsed(Rehearsed.reads("q\r") + Rehearsed.reads("\u{1B}") + Rehearsed.reads("\r"))
    #expect(fields.ask(.choice("Region", of: Self.regions)) == .answer("v-eu-central-1"))
    #expect(!fields.seen.joined().contains("Enter leaves"))
  }

  @Test("what begins with the character that leaves is picked by it", arguments: ["quota", "q"])
  func beginsLikeACommand(title: String) {
    let choices = [Choice(value: "v-1", title: "other"), Choice(value: "v-2", title: title)]
    let prompt = Prompt.choice("Which", of: choices, commands: Self.commands)
    #expect(Conversation(typed: "q").ask(prompt) == .answer("v-2"))
    #expect(Rehearsed(typed: "q\r").ask(prompt) == .answer("v-2"))
    let two = Prompt.choice("Which", of: choices + [Choice(value: "v-3", title: "queue")], commands: Self.commands)
    #expect(Conversation(typed: "q", ":q").ask(two) == (title == "q" ? .answer("v-2") : .command(.quit)))
  }

  @Test("by lines what is none of the choices, or more than one, is explained", arguments: ["4", "0", "eu", "x"])
  func noChoice(typed: String) {
    let conversation = Conversation(typed: typed, "1")
    #expect(conversation.ask(.choice("Region", of: Self.regions)) == .answer("v-eu-central-1"))
    #expect(conversation.shown.contains(typed == "eu" ? "is not one of these alone" : "is none of these"))
  }
}
