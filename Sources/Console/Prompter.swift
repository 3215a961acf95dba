/// Asks questions line by line on a cooked terminal, which gives editing, paste, scrollback and screen readers for
/// free, and has no state to be restored.
public struct Prompter {
  /// What came of a question.
  public enum Outcome: Sendable, Equatable {
    /// The answer; of an *enter* prompt it is empty.
    case answer(String)
    /// One of the commands that the prompt offered.
    case command(PromptCommand)
    /// There is no more input, so the question is not answered: nobody pressed Enter.
    case endOfInput
    /// The user interrupted.
    case interrupted
  }

  private let source: LineSource
  private let screen: Screen

  /// Creates a prompter.
  ///
  /// - Parameters:
  ///   - source: where the answers come from.
  ///   - screen: where the questions go; answers never mix with standard output, so this is another stream.
  public init(source: LineSource, screen: Screen) {
    self.source = source
    self.screen = screen
  }

  /// Asks until there is an answer, a command, or no more input. Whatever cannot be taken is explained, and asked again.
  public func ask(_ prompt: Prompt) -> Outcome {
    while true {
      screen.print(prompt.line, terminator: .empty)
      switch source.next(prompt.isSecret ? .hidden : .shown) {
      case .endOfInput:
        screen.print()
        return .endOfInput
      case .interrupted:
        screen.print()
        return .interrupted
      case .line(let bytes):
        switch prompt.read(bytes) {
        case .success(let outcome): return outcome
        case .failure(let refusal): screen.print(paragraph: refusal.explanation, indent: 2)
        }
      }
    }
  }
}

/// Why a line could not be taken.
private struct Refusal: Error {
  let explanation: StyledText
}

extension Prompt {
  fileprivate func read(_ bytes: [UInt8]) -> Result<Prompter.Outcome, Refusal> {
    var bytes = bytes[...]
    if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
    guard let line = String(validating: bytes, as: UTF8.self) else {
      return refuse(
        "this line is not valid UTF-8, so nothing was taken; check the terminal's encoding and paste it again")
    }
    if let control = line.unicodeScalars.first(where: { $0 != "\t" && $0.properties.generalCategory == .control }) {
      let which: StyledText = isSecret ? "" : " (\(ours: SafeText.escape(control)))"
      return refuse("this line holds a control character\(which), as an arrow key or a paste can leave; type it again")
    }
    let typed = line.withoutBlanksAround
    return kind == .enter ? readEnter(typed) : readText(typed)
  }

  private func readEnter(_ typed: Substring) -> Result<Prompter.Outcome, Refusal> {
    if typed.isEmpty { return .success(.answer("")) }
    let bare = typed.count > 1 && typed.first == ":" ? typed.dropFirst() : typed
    if let command = command(bare) { return .success(.command(command)) }
    let others: StyledText = commands.isEmpty ? "" : ", or one of: \(legend)"
    return refuse("only Enter is expected here\(others)")
  }

  private func readText(_ typed: Substring) -> Result<Prompter.Outcome, Refusal> {
    if typed.isEmpty {
      if let defaultAnswer { return .success(.answer(defaultAnswer)) }
      let others: StyledText = commands.isEmpty ? "" : "; instead of answering: \(legend)"
      return refuse("an answer is needed here\(others)")
    }
    guard typed.first == ":" else { return .success(.answer(String(typed))) }
    if typed.hasPrefix("::") { return .success(.answer(String(typed.dropFirst()))) }
    if let command = command(typed.dropFirst()) { return .success(.command(command)) }
    let what: StyledText = isSecret ? "that" : "\(quoted: String(typed))"
    let others: StyledText = commands.isEmpty ? "there are none here" : "here there are \(legend)"
    return refuse(
      "\(what) is no command of this prompt: \(others); for an answer that begins with a colon, type two of them")
  }

  private func command(_ typed: Substring) -> PromptCommand? {
    commands.first { $0.key.lowercased() == typed.lowercased() }
  }

  private func refuse(_ explanation: StyledText) -> Result<Prompter.Outcome, Refusal> {
    .failure(Refusal(explanation: explanation))
  }
}

extension String {
  fileprivate var withoutBlanksAround: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start }
    return start[...end]
  }
}
