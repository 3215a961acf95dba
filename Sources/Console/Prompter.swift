/// Asks questions: line by line on a cooked terminal, which gives editing, paste, scrollback and screen readers for
/// free, and has no state to be restored; or with fields, where there is a source of keys. Questions, answers, commands
/// and what is refused are the same either way, and so is what remains in the scrollback.
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

  let source: LineSource
  let screen: Screen
  let keys: KeySource?

  /// Creates a prompter.
  ///
  /// - Parameters:
  ///   - source: where the answers come from.
  ///   - screen: where the questions go; answers never mix with standard output, so this is another stream.
  ///   - keys: where keys come from, if `Asking` decided for fields.
  public init(source: LineSource, screen: Screen, keys: KeySource? = nil) {
    self.source = source
    self.screen = screen
    self.keys = keys
  }

  /// Asks until there is an answer, a command, or no more input. Whatever cannot be taken is explained, and asked again.
  public func ask(_ prompt: Prompt) -> Outcome {
    if let keys, let outcome = ask(prompt, with: keys) { return outcome }
    return askByLines(prompt)
  }
}

/// Why a line could not be taken.
struct Refusal: Error {
  let explanation: StyledText
}

extension Prompt {
  /// What a line that was given as the answer comes to.
  func read(_ bytes: [UInt8]) -> Result<Prompter.Outcome, Refusal> {
    var bytes = bytes[...]
    if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
    guard let line = String(validating: bytes, as: UTF8.self) else {
      return refuse(
        "this line is not valid UTF-8, so nothing was taken; check the terminal's encoding and paste it again")
    }
    if let control = line.unicodeScalars.first(where: isRefused) {
      let which: StyledText = isSecret ? "" : " (\(ours: SafeText.escape(control)))"
      return refuse("this line holds a control character\(which), as an arrow key or a paste can leave; type it again")
    }
    let typed = line.withoutBlanksAround
    return kind == .enter ? readEnter(typed) : readText(typed)
  }

  private func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\t" || (scalar == "\n" && passageLimit != nil) { return false }
    return scalar.properties.generalCategory == .control
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
    if typed == "?", commands.contains(.help) { return .success(.command(.help)) }
    if case .choice(let choices) = kind, typed.first != ":" { return readChoice(typed, of: choices) }
    guard typed.first == ":" else { return .success(.answer(String(typed))) }
    if typed.hasPrefix("::") { return .success(.answer(String(typed.dropFirst()))) }
    if let command = command(typed.dropFirst()) { return .success(.command(command)) }
    let what: StyledText = mayShow(String(typed)) ? "\(quoted: String(typed))" : "that"
    let others: StyledText = commands.isEmpty ? "there are none here" : "here there are \(legend)"
    return refuse(
      "\(what) is no command of this prompt: \(others); for an answer that begins with a colon, type two of them")
  }

  private func readChoice(_ typed: Substring, of choices: [Choice]) -> Result<Prompter.Outcome, Refusal> {
    let numbers = choices.indices.map { choices[$0].number ?? $0 + 1 }
    if let number = Int(typed), let index = numbers.firstIndex(of: number) {
      return .success(.answer(choices[index].value))
    }
    let wanted = typed.lowercased()
    if let whole = choices.first(where: { $0.title.lowercased() == wanted || $0.value == typed }) {
      return .success(.answer(whole.value))
    }
    let fitting = choices.filter { $0.title.lowercased().hasPrefix(wanted) }
    if let only = fitting.first, fitting.count == 1 { return .success(.answer(only.value)) }
    if fitting.isEmpty, command(typed) == .quit { return .success(.command(.quit)) }
    if fitting.isEmpty, otherwise != nil { return .success(.answer(String(typed))) }
    // What was typed is not repeated: it may be a secret that was pasted into the wrong place.
    let what: StyledText = fitting.isEmpty ? "is none of these" : "is not one of these alone"
    let all: StyledText =
      numbers.elementsEqual(1...max(numbers.count, 1)) ? "a number from 1 to \(numbers.count)" : "a number of the list"
    return refuse("that \(what); type \(all), or how its name begins")
  }

  /// The command that a character stands for.
  func command(_ typed: Substring) -> PromptCommand? {
    commands.first { $0.key.lowercased() == typed.lowercased() }
  }

  private func refuse(_ explanation: StyledText) -> Result<Prompter.Outcome, Refusal> {
    .failure(Refusal(explanation: explanation))
  }
}

extension String {
  /// The text without the blanks that a hand or a paste left around it.
  var withoutBlanksAround: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start }
    return start[...end]
  }
}
