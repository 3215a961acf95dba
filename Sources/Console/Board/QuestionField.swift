/// The field of a prompt, which takes no answer that the prompt refuses: it says why, and what was refused is there to be
/// put right.
struct QuestionField: Field {
  private enum Shape {
    case line(LineEditor)
    case list(Picker)
  }

  private let prompt: Prompt
  private var shape: Shape
  /// What stood in the field before anything was typed.
  private var kept = ""
  private var refused: [String] = []
  private var refusal: Refusal?
  /// How often an answer was refused.
  private(set) var refusals = 0

  init(_ prompt: Prompt) {
    self.prompt = prompt
    if case .choice(let choices) = prompt.kind {
      shape = .list(prompt.picker(of: choices))
    } else {
      let editor = prompt.editor(refused: [])
      shape = .line(editor)
      kept = editor.edited.text
    }
  }

  /// Why the last answer was refused.
  var remarks: [Paragraph] {
    refusal.map { [Paragraph($0.explanation, indent: 2)] } ?? []
  }

  /// What may be said instead of an answer, unless the field itself lists it just now.
  var footer: [Paragraph] {
    prompt.commands.isEmpty || listsCommands ? [] : [Paragraph(.quiet(prompt.legend))]
  }

  private var listsCommands: Bool {
    switch shape {
    case .line(let editor): editor.commandKeys.isOpen
    case .list(let picker): picker.commandList != nil
    }
  }

  mutating func forgetRefusal() { refusal = nil }

  mutating func press(_ key: Key) -> FieldEffect {
    let effect: FieldEffect
    switch shape {
    case .line(var editor):
      effect = editor.press(key)
      shape = .line(editor)
    case .list(var picker):
      effect = picker.press(key)
      shape = .list(picker)
    }
    switch effect {
    case .answer(let text): return judged(text)
    // Where a step back is offered it is what Esc out of a list wants.
    case .cancelled: return prompt.commands.contains(.back) ? .command(.back) : .none
    default: return effect
    }
  }

  func frame(columns: Int, rows: Int, appearance: Appearance) -> Frame {
    switch shape {
    case .line(let editor): editor.frame(columns: columns, rows: rows, appearance: appearance)
    case .list(let picker): picker.frame(columns: columns, rows: rows, appearance: appearance)
    }
  }

  private mutating func judged(_ text: String) -> FieldEffect {
    if let command = prompt.command(in: text, behind: kept) { return .command(command) }
    guard case .failure(let refusal) = prompt.read(given: text) else { return .answer(text) }
    self.refusal = refusal
    refusals += 1
    if case .line = shape {
      // Where only Enter is expected there is nothing to put right.
      if !text.isEmpty, prompt.mayShow(text), prompt.kind != .enter { refused.append(text) }
      // What comes back is what was refused just now, or nothing.
      let editor = prompt.editor(refused: refused, isPutBack: prompt.mayShow(text))
      shape = .line(editor)
      kept = editor.edited.text
    } else if case .choice(let choices) = prompt.kind, !prompt.mayShow(text) {
      shape = .list(prompt.picker(of: choices))
    }
    return .none
  }
}
