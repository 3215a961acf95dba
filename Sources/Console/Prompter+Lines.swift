extension Prompter {
  /// The most bytes of a line that a cooked terminal passes on; it drops the others without a word.
  private static let cookedLineLimit = 4095

  /// Asks line by line.
  func askByLines(_ prompt: Prompt) -> Outcome {
    if case .choice(let choices) = prompt.kind { list(choices, or: prompt.otherwise) }
    while true {
      screen.print(prompt.line(wrappedFor: screen.appearance), terminator: .empty)
      let reading: Result<Outcome, Refusal>
      switch source.next(prompt.isSecret ? .hidden : .shown) {
      case .endOfInput: reading = .success(.endOfInput)
      case .interrupted: reading = .success(.interrupted)
      case .line(let bytes):
        reading = prompt.passageLimit.map { passage(from: bytes, upTo: $0, for: prompt) } ?? prompt.read(bytes)
      }
      switch reading {
      case .success(let outcome):
        if outcome == .endOfInput || outcome == .interrupted { screen.print() }
        return outcome
      case .failure(let refusal): screen.print(paragraph: refusal.explanation, indent: 2)
      }
    }
  }

  private func list(_ choices: [Choice], or otherwise: StyledText?) {
    for (index, choice) in choices.enumerated() {
      let title: StyledText = "\(choice.number ?? index + 1)  \(untrusted: choice.title)"
      screen.print(
        paragraph: title + (choice.detail.isEmpty ? "" : "  \(untrusted: choice.detail)"),
        indent: 2, hanging: 5)
    }
    if let otherwise { screen.print(paragraph: "or \(otherwise)", indent: 2) }
  }

  /// The lines of a passage that begins with this one. Markup is read to the end of its first element, whether it is too
  /// long or not: what is left unread would be taken for the answers to what is asked next.
  private func passage(from first: [UInt8], upTo limit: Int, for prompt: Prompt) -> Result<Outcome, Refusal> {
    guard ElementEnd.isMarkup(first) else {
      return first.count == Self.cookedLineLimit ? .failure(.cutLine(at: first.count)) : prompt.read(first)
    }
    var passage: [UInt8] = []
    var isTooLong = false
    var element = ElementEnd()
    var next = LineRead.line(first)
    while case .line(var line) = next {
      // Behind a line that was cut the end of the element would be waited for in vain.
      if line.count == Self.cookedLineLimit { return .failure(.cutLine(at: line.count)) }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      isTooLong = isTooLong || passage.count + line.count > limit
      if !isTooLong { passage += line + [UInt8(ascii: "\n")] }
      if element.isReached(in: line) { break }
      next = source.next(.shown)
    }
    if next == .interrupted { return .success(.interrupted) }
    return isTooLong ? .failure(.tooLong(limit: limit)) : prompt.read(passage.dropLast())
  }
}

extension Prompt {
  /// The question as it stands before the cursor: a paragraph, where it is wider than the text.
  fileprivate func line(wrappedFor appearance: Appearance) -> StyledText {
    guard line.columns(for: appearance) > appearance.textWidth else { return line }
    // Wrapping drops the blank at the end.
    return line.wrapped(for: appearance) + " "
  }
}

extension Refusal {
  fileprivate static func cutLine(at length: Int) -> Refusal {
    Refusal(
      explanation: """
        a terminal passes on no more than \(length) bytes of a line, and this one has as many, so its end may be missing; \
        save the text as a file and give the path of that
        """)
  }

  fileprivate static func tooLong(limit: Int) -> Refusal {
    Refusal(explanation: "text of more than \(limit) bytes is not taken; give the path of a file instead")
  }
}
