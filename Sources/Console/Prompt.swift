/// One question.
public struct Prompt: Sendable {
  /// What is expected, which decides how a command is told from an answer.
  enum Kind: Sendable, Equatable {
    case text(isSecret: Bool)
    case enter
    case choice([Choice])
  }

  let question: StyledText
  let kind: Kind
  let defaultAnswer: String?
  /// The commands that are offered.
  public let commands: [PromptCommand]
  private(set) var completer: Completer?
  private(set) var history: [String] = []
  private(set) var draft = ""
  private(set) var passageLimit: Int?
  private(set) var lineEnd: String?
  /// What text is that fits no choice; nil where it is refused.
  private(set) var otherwise: StyledText?
  private var looksSecret: (@Sendable (String) -> Bool)?

  var isSecret: Bool { kind == .text(isSecret: true) }

  init(question: StyledText, kind: Kind, defaultAnswer: String?, commands: [PromptCommand]) {
    self.question = question
    self.kind = kind
    self.defaultAnswer = defaultAnswer
    self.commands = commands
  }

  /// Asks for text. A line that begins with a colon is a command (`:b`); `::` stands for a colon of the answer's own. A
  /// question mark alone is the help, where there is any. Blanks around the answer are dropped.
  ///
  /// - Parameters:
  ///   - question: what is asked, without a colon at its end.
  ///   - defaultAnswer: what Enter answers, shown in brackets; `""` makes the answer optional, and with nil an empty
  ///     line is explained and asked again.
  ///   - commands: what may be typed instead.
  public static func text(
    _ question: StyledText, default defaultAnswer: String? = nil, commands: [PromptCommand] = []
  ) -> Prompt {
    Prompt(question: question, kind: .text(isSecret: false), defaultAnswer: defaultAnswer, commands: commands)
  }

  /// Asks for text that must not be seen. There is no default, nothing that was typed appears in any message, and the
  /// answer stands nowhere but in the outcome.
  public static func secret(_ question: StyledText, commands: [PromptCommand] = []) -> Prompt {
    Prompt(question: question, kind: .text(isSecret: true), defaultAnswer: nil, commands: commands)
  }

  /// Waits for Enter. The commands are their bare characters (`b`), followed by Enter everywhere: one key that acts at
  /// once would leave the Enter typed after it to answer the next question.
  public static func enter(_ question: StyledText, commands: [PromptCommand] = []) -> Prompt {
    Prompt(question: question, kind: .enter, defaultAnswer: nil, commands: commands)
  }

  /// Asks for one of several things. The answer is the value of the choice. By lines it is given by its number or by
  /// the beginning of its title that no other has; commands are typed as for text, but for the one that leaves: its
  /// character alone is enough where no title begins with it.
  ///
  /// - Parameter defaultAnswer: the value of the choice that holds now.
  public static func choice(
    _ question: StyledText, of choices: [Choice], default defaultAnswer: String? = nil, commands: [PromptCommand] = []
  ) -> Prompt {
    let known = choices.contains { $0.value == defaultAnswer } ? defaultAnswer : nil
    return Prompt(question: question, kind: .choice(choices), defaultAnswer: known, commands: commands)
  }

  /// The same choice, where text that fits none of the choices is an answer as it stands, such as the path of a file.
  ///
  /// - Parameter what: what such text is taken as, to follow "or" and "as": `the path of a metadata file`.
  public func orElse(_ what: StyledText) -> Prompt {
    changed { $0.otherwise = what }
  }

  /// The same question, where Tab completes; by lines nothing does.
  public func completed(by completer: Completer) -> Prompt {
    changed { $0.completer = completer }
  }

  /// The same question, with a text in the field to begin with, such as an answer that the caller did not take. By lines
  /// nothing can be put there, and of several lines or of a secret nothing is.
  public func beginning(with text: String) -> Prompt {
    guard mayShow(text), !text.contains(where: \.isNewline) else { return self }
    return changed { $0.draft = text }
  }

  /// The same question, where somebody may paste a secret that nobody asked for: an answer that looks like one and is
  /// refused is not put back into the field, nor repeated.
  public func forgetting(where looksSecret: @escaping @Sendable (String) -> Bool) -> Prompt {
    changed { $0.looksSecret = looksSecret }
  }

  /// The same question, with what was answered to it before, the latest last, for the arrows to go through.
  public func remembering(_ history: [String]) -> Prompt {
    changed { $0.history = history }
  }

  /// The same question for text of several lines, such as a file's content, of at most so many bytes. They are pasted.
  /// By lines an answer is one line as ever, but for markup: what begins with `<` goes on to the end of its first
  /// element, or to the end of the input.
  public func takingLines(upTo limit: Int = 1 << 20) -> Prompt {
    changed { $0.passageLimit = limit }
  }

  /// The same question for a list on one line: of several lines that are pasted into a field each is an entry of it, with
  /// this between them. By lines each is an answer of its own.
  public func joiningLines(with separator: String) -> Prompt {
    changed { $0.lineEnd = separator }
  }

  /// The commands as a list for the reader: `b back, s skip, ? help`, each as it is typed at this prompt.
  public var legend: StyledText {
    commands.map { command in
      "\(.command("\(ours: kind == .enter ? "" : ":")\(ours: String(command.key))")) \(ours: command.meaning)"
    }.joined(separator: ", ")
  }

  /// The command that somebody may have meant who answered with its character alone: at a prompt for text that is an
  /// answer. Nil for secrets, of which nothing may be told.
  public func commandMeant(by answer: String) -> PromptCommand? {
    guard !isSecret, answer.count == 1 else { return nil }
    return commands.first { $0.key.lowercased() == answer.lowercased() }
  }

  /// The command that was typed behind a text that was put back into the field: whoever wants to leave does not take that
  /// text away first. Nil where nothing was put back, or no command of this prompt follows it.
  func command(in typed: String, behind kept: String) -> PromptCommand? {
    guard kind == .text(isSecret: false), !kept.isEmpty, typed.hasPrefix(kept) else { return nil }
    let rest = String(typed.dropFirst(kept.count)).withoutBlanksAround
    return rest.first == ":" ? command(rest.dropFirst()) : nil
  }

  /// The question as it stands before the cursor, where a colon takes the place of its full stop.
  var line: StyledText {
    var line = question.withoutFullStop
    if let shown = shownDefault, !shown.isEmpty { line += " [\(untrusted: shown)]" }
    return line + ": "
  }

  /// What Enter answers, as the reader knows it.
  private var shownDefault: String? {
    guard case .choice(let choices) = kind else { return defaultAnswer }
    return choices.first { $0.value == defaultAnswer }?.label
  }

  /// Whether what was typed may be shown once it was refused.
  func mayShow(_ text: String) -> Bool { !isSecret && looksSecret?(text) != true }

  private func changed(_ change: (inout Prompt) -> Void) -> Prompt {
    var prompt = self
    change(&prompt)
    return prompt
  }
}
