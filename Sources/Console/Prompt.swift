/// One question.
public struct Prompt: Sendable {
  /// What is expected, which decides how a command is told from an answer.
  enum Kind: Sendable, Equatable {
    case text(isSecret: Bool)
    case enter
  }

  let question: StyledText
  let kind: Kind
  let defaultAnswer: String?
  /// The commands that are offered.
  public let commands: [PromptCommand]

  var isSecret: Bool { kind == .text(isSecret: true) }

  /// Asks for text. A line that begins with a colon is a command (`:b`); `::` stands for a colon of the answer's own.
  /// Blanks around the answer are dropped.
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

  /// Waits for Enter. The commands are their bare characters (`b`).
  public static func enter(_ question: StyledText, commands: [PromptCommand] = []) -> Prompt {
    Prompt(question: question, kind: .enter, defaultAnswer: nil, commands: commands)
  }

  /// The commands as a list for the reader: `b back, s skip, ? help`, each as it is typed at this prompt.
  public var legend: StyledText {
    commands.map { command in
      "\(.command("\(ours: kind == .enter ? "" : ":")\(ours: String(command.key))")) \(ours: command.meaning)"
    }.joined(separator: ", ")
  }

  /// The question as it stands before the cursor.
  var line: StyledText {
    var line = question
    if let defaultAnswer, !defaultAnswer.isEmpty { line += " [\(untrusted: defaultAnswer)]" }
    return line + ": "
  }
}
