extension Prompter {
  /// Asks with a field; nil where the terminal cannot give keys.
  func ask(_ prompt: Prompt, with keys: KeySource) -> Outcome? {
    let session = FieldSession(keys: keys, screen: screen, pasteLimit: prompt.pasteLimit)
    var refused: [String] = []
    while true {
      let effect: FieldEffect?
      var kept = ""
      if case .choice(let choices) = prompt.kind {
        var picker = prompt.picker(of: choices)
        effect = session.run(&picker)
      } else {
        var editor = prompt.editor(refused: refused)
        kept = editor.edited.text
        effect = session.run(&editor)
      }
      switch effect {
      case nil: return nil
      case .answer(let text):
        screen.print(prompt.record(of: text))
        if let command = prompt.command(in: text, behind: kept) { return .command(command) }
        switch prompt.read(given: text) {
        case .success(let outcome): return outcome
        case .failure(let refusal):
          screen.print(paragraph: refusal.explanation, indent: 2)
          if !text.isEmpty, prompt.mayShow(text) { refused.append(text) }
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
  /// The most bytes of a paste.
  var pasteLimit: Int { passageLimit ?? 64 << 10 }

  /// What an answer that a field gave comes to; a list gives the value of what was picked.
  func read(given answer: String) -> Result<Prompter.Outcome, Refusal> {
    if case .choice(let choices) = kind, choices.contains(where: { $0.value == answer }) {
      return .success(.answer(answer))
    }
    return read(Array(answer.utf8))
  }

  func picker(of choices: [Choice]) -> Picker {
    Picker(
      question: question, choices: choices, current: choices.firstIndex { $0.value == defaultAnswer },
      commands: commands, otherwise: otherwise)
  }

  /// What was refused is there to be put right, but for a secret, of which nothing is kept.
  func editor(refused: [String], isPutBack: Bool = true) -> LineEditor {
    var settings = LineEditor.Settings()
    settings.label = line
    settings.isMasked = isSecret
    settings.isPassage = passageLimit != nil
    settings.lineEnd = lineEnd
    settings.limit = passageLimit ?? settings.limit
    settings.completer = completer
    settings.commands = commands
    if isSecret { return LineEditor(settings) }
    settings.history = history + refused
    return LineEditor(settings, text: isPutBack ? refused.last ?? draft : "")
  }

  /// The question and its answer as they remain in the scrollback: one line, whatever was drawn before.
  fileprivate func record(of text: String) -> StyledText {
    switch kind {
    case .text where !mayShow(text): return "\(question): \(.quiet("(not shown)"))"
    case .enter: return "\(question): \(untrusted: text)"
    case .choice(let choices):
      return "\(question): \(untrusted: choices.first { $0.value == text }?.label ?? text)"
    case .text:
      let lines = text.utf8.count { $0 == 0x0A } + 1
      if lines > 1 { return "\(question): \(.quiet("(\(lines) lines, \(text.utf8.count) bytes)"))" }
      return "\(question): \(untrusted: text.isEmpty ? defaultAnswer ?? "" : text, limit: 400)"
    }
  }
}
