extension Prompter {
  /// Asks with a field; nil where the terminal cannot give keys.
  func ask(_ prompt: Prompt, with keys: KeySource) -> Outcome? {
    let session = FieldSession(keys: keys, screen: screen, pasteLimit: prompt.passageLimit ?? 64 << 10)
    var refused: [String] = []
    while true {
      let effect: FieldEffect?
      if case .choice(let choices) = prompt.kind {
        effect = session.run(prompt.picker(of: choices))
      } else {
        effect = session.run(prompt.editor(refused: refused))
      }
      switch effect {
      case nil: return nil
      case .answer(let text):
        screen.print(prompt.record(of: text))
        if case .choice = prompt.kind { return .answer(text) }
        switch prompt.read(Array(text.utf8)) {
        case .success(let outcome): return outcome
        case .failure(let refusal):
          screen.print(paragraph: refusal.explanation, indent: 2)
          if !text.isEmpty { refused.append(text) }
        }
      case .command(let command):
        screen.print("\(prompt.question): \(.quiet("\(ours: command.meaning)"))")
        return .command(command)
      // Where a step back is offered it is what Esc out of a list wants.
      case .cancelled:
        guard prompt.commands.contains(.back) else { continue }
        screen.print("\(prompt.question): \(.quiet("\(ours: PromptCommand.back.meaning)"))")
        return .command(.back)
      case .interrupted:
        screen.print(prompt.line)
        return .interrupted
      case .endOfInput, .some(.none), .clearScreen, .stop:
        screen.print(prompt.line)
        return .endOfInput
      }
    }
  }
}

extension Prompt {
  fileprivate func picker(of choices: [Choice]) -> Picker {
    Picker(
      question: question, choices: choices, current: choices.firstIndex { $0.value == defaultAnswer },
      commands: commands)
  }

  /// What was refused is there to be put right, but for a secret, of which nothing is kept.
  fileprivate func editor(refused: [String]) -> LineEditor {
    var settings = LineEditor.Settings()
    settings.label = line
    settings.isMasked = isSecret
    settings.isPassage = passageLimit != nil
    settings.limit = passageLimit ?? settings.limit
    settings.completer = completer
    settings.commands = commands
    if isSecret { return LineEditor(settings) }
    settings.history = history + refused
    return LineEditor(settings, text: refused.last ?? "")
  }

  /// The question and its answer as they remain in the scrollback: one line, whatever was drawn before.
  fileprivate func record(of text: String) -> StyledText {
    switch kind {
    case .text(isSecret: true): return "\(question): \(.quiet("(not shown)"))"
    case .enter: return "\(question): \(untrusted: text)"
    case .choice(let choices):
      return "\(question): \(untrusted: choices.first { $0.value == text }?.title ?? text)"
    case .text:
      let lines = text.utf8.count { $0 == 0x0A } + 1
      if lines > 1 { return "\(question): \(.quiet("(\(lines) lines, \(text.utf8.count) bytes)"))" }
      return "\(question): \(untrusted: text.isEmpty ? defaultAnswer ?? "" : text, limit: 400)"
    }
  }
}
