/// A list to pick one thing from.
///
/// Besides the keys of every field: the arrows, Ctrl-P and Ctrl-N move, Page Up, Page Down, Home and End move further,
/// Enter picks. Whatever is typed filters the list: what has a word that begins so goes first, then what has the letters
/// in that order. Backspace takes a letter back, Ctrl-U and Esc take all of them; Esc without any cancels. Where the list
/// may be answered with something else, Enter takes what was typed if nothing is listed. Where leaving is offered, the
/// character for it is that command if no word begins with it.
public struct Picker: Field {
  /// What is asked, without a blank or colon at its end.
  public let question: StyledText
  /// All that can be picked.
  public let choices: [Choice]
  /// Which of them holds now, if any does.
  public let current: Int?
  /// What typed text is taken as that no choice has; nil where it is not taken.
  let otherwise: StyledText?
  /// What was typed to find something.
  public private(set) var filter = ""
  /// The place of the marked choice among those that are listed.
  public private(set) var marked: Int

  private(set) var notice: StyledText?
  private var commandKeys: CommandKeys
  private let page: Int
  /// What is typed may be as long as a path.
  private static let mostBytes = 4096

  /// Begins with everything listed and the current choice marked.
  ///
  /// - Parameters:
  ///   - page: how far Page Up and Page Down move.
  ///   - otherwise: what typed text is taken as that no choice has; nil does not take it.
  public init(
    question: StyledText, choices: [Choice], current: Int? = nil, commands: [PromptCommand] = [], page: Int = 10,
    otherwise: StyledText? = nil
  ) {
    self.question = question
    self.choices = choices
    self.current = current.flatMap { choices.indices.contains($0) ? $0 : nil }
    self.page = page
    self.otherwise = otherwise
    marked = self.current ?? 0
    commandKeys = CommandKeys(commands)
  }

  /// A choice that is listed, and the characters of its title that the filter found.
  struct Listed: Equatable {
    let index: Int
    let positions: [Int]
  }

  /// What is listed, in order.
  var listed: [Listed] {
    let matches = choices.enumerated().compactMap { index, choice in
      ChoiceMatch(choice.label, filter: filter).map { (index, $0) }
    }
    // Whoever leaves does not mean a title that has the letter somewhere.
    let others = asksToLeave ? [] : matches.filter { !$0.1.isWordStart }
    return (matches.filter(\.1.isWordStart) + others).map { Listed(index: $0.0, positions: $0.1.positions) }
  }

  /// Whether what was typed is the character of the command that leaves, and no more.
  var asksToLeave: Bool {
    commandKeys.commands.contains(.quit) && filter.withoutBlanksAround.lowercased() == String(PromptCommand.quit.key)
  }

  /// The marked choice; nil where nothing is listed.
  public var markedChoice: Choice? {
    let listed = listed
    return listed.indices.contains(marked) ? choices[listed[marked].index] : nil
  }

  var commandList: StyledText? { commandKeys.isOpen ? commandKeys.list : nil }

  /// Takes a key.
  public mutating func press(_ key: Key) -> FieldEffect {
    notice = nil
    switch commandKeys.read(key) {
    case .taken: return .none
    case .command(let command): return .command(command)
    case .unknown:
      notice = commandKeys.refusal
      return .none
    case .other: break
    }
    switch key {
    case .enter:
      if let choice = markedChoice { return .answer(choice.value) }
      let typed = String(filter.withoutBlanksAround)
      if isTaken(typed) { return .answer(typed) }
      notice = "nothing is marked; Esc lists everything again"
    case .control("c"): return .interrupted
    case .control("z"): return .stop
    case .control("l"): return .clearScreen
    case .control("d") where filter.isEmpty: return .endOfInput
    case .escape where filter.isEmpty: return .cancelled
    case .escape, .control("u"): find("")
    case .backspace: find(String(filter.dropLast()))
    case .character(let scalar): if scalar.properties.generalCategory != .control { find(filter + String(scalar)) }
    case .paste(let text): paste(text)
    case .unusable(let fault): notice = fault.explanation
    default: move(key)
    }
    return .none
  }

  private mutating func move(_ key: Key) {
    let last = listed.count - 1
    let target: Int
    switch key {
    case .up, .control("p"), .backTab: target = marked - 1
    case .down, .control("n"), .tab: target = marked + 1
    case .pageUp: target = marked - page
    case .pageDown: target = marked + page
    case .home, .control("a"): target = 0
    case .end, .control("e"): target = last
    default: return
    }
    marked = max(0, min(target, last))
  }

  /// Whether text that finds nothing is to be judged as an answer: it may be one, or a command as it is typed elsewhere.
  private func isTaken(_ typed: String) -> Bool {
    if typed.isEmpty { return false }
    if otherwise != nil || asksToLeave { return true }
    return !commandKeys.commands.isEmpty && (typed.hasPrefix(":") || typed == "?")
  }

  private mutating func paste(_ text: String) {
    // Whoever copies a line often copies its end with it.
    let lines = text.split(whereSeparator: \.isNewline)
    if otherwise != nil, lines.count > 1 {
      notice = "one line is expected here; the \(lines.count) lines that were pasted were not taken"
    } else {
      find(filter + lines.joined())
    }
  }

  private mutating func find(_ text: String) {
    let before = markedChoice
    if otherwise == nil {
      // A filter is a word or two: what is longer finds nothing and is not worth keeping.
      filter = String(text.prefix(100))
    } else if text.utf8.count <= Self.mostBytes {
      filter = text
    } else {
      notice = "an answer has at most \(Self.mostBytes) bytes here; this was not taken"
    }
    // Taking the whole filter back leaves the mark where it was.
    marked = filter.isEmpty ? choices.firstIndex { $0 == before } ?? current ?? 0 : 0
  }
}
