/// A line, or a passage of several, that is typed and edited.
///
/// Besides the keys of every field: the arrows, Home and End, Ctrl-A, Ctrl-E, Ctrl-B and Ctrl-F move; with Ctrl or Alt
/// the arrows, and Alt-b and Alt-f, move by words. Backspace, Delete and Ctrl-D delete; Ctrl-U, Ctrl-K, Ctrl-W, Alt-d and
/// Alt-Backspace delete more, and Ctrl-Y brings that back. The arrows up and down, Ctrl-P and Ctrl-N go through what was
/// answered before, and through the lines of a passage. Tab completes. In a passage Alt-Enter begins a new line.
public struct LineEditor: Field {
  /// What a line editor is told about its question.
  public struct Settings: Sendable {
    /// What is asked; it stands before the text, the blank included.
    public var label: StyledText = .empty
    /// Nothing that is typed is shown, not even how much it is.
    public var isMasked = false
    /// Line feeds that are pasted are kept. Else a paste of several lines is refused, unless something stands in the
    /// place of each line's end.
    public var isPassage = false
    /// What stands in the place of the ends of pasted lines.
    public var lineEnd: String?
    /// The most bytes of the text.
    public var limit = 64 << 10
    /// What was answered to this question before, the latest last.
    public var history: [String] = []
    /// What Tab completes.
    public var completer: Completer?
    /// What may be said instead of an answer.
    public var commands: [PromptCommand] = []

    /// Creates settings for a line without anything special.
    public init() {}
  }

  /// What stands below the line until the next key.
  enum Notice: Sendable, Equatable {
    case remark(StyledText)
    case candidates([Candidate])
  }

  let settings: Settings
  /// The text and the cursor.
  public internal(set) var edited: EditedText
  var notice: Notice?
  var commandKeys: CommandKeys
  private var killed = ""
  /// Where in the history the text comes from, and what was typed before that.
  private var historyIndex: Int
  private var draft = EditedText()

  /// Begins with a text, the cursor at its end.
  public init(_ settings: Settings, text: String = "") {
    self.settings = settings
    edited = EditedText(text)
    commandKeys = CommandKeys(settings.commands)
    historyIndex = settings.history.count
  }

  /// Takes a key.
  public mutating func press(_ key: Key) -> FieldEffect {
    notice = nil
    // Moving by words comes first, and only there an Alt key is no command.
    switch key {
    case .alt("b") where !commandKeys.isOpen: edited.moveWordLeft()
    case .alt("f") where !commandKeys.isOpen: edited.moveWordRight()
    case .alt("d") where !commandKeys.isOpen: kill { $0.deleteWordOn() }
    default:
      switch commandKeys.read(key) {
      case .taken: break
      case .unknown: notice = .remark(commandKeys.refusal)
      case .command(let command): return .command(command)
      case .other: return edit(key)
      }
    }
    return .none
  }

  private mutating func edit(_ key: Key) -> FieldEffect {
    switch key {
    case .enter: return .answer(edited.text)
    case .control("c"): return .interrupted
    case .control("z"): return .stop
    case .control("l"): return .clearScreen
    case .control("d") where edited.isEmpty: return .endOfInput
    case .character(let scalar):
      if scalar.properties.generalCategory != .control { insert(String(scalar)) }
    case .altEnter where settings.isPassage: insert("\n")
    case .paste(let text): paste(text)
    case .tab: complete()
    case .unusable(let fault): notice = .remark(fault.explanation)
    case .up, .control("p"): if !settings.isPassage || !edited.moveUp() { recall(historyIndex - 1) }
    case .down, .control("n"): if !settings.isPassage || !edited.moveDown() { recall(historyIndex + 1) }
    default: change(key)
    }
    return .none
  }

  private mutating func change(_ key: Key) {
    switch key {
    case .left, .control("b"): edited.moveLeft()
    case .right, .control("f"): edited.moveRight()
    case .wordLeft: edited.moveWordLeft()
    case .wordRight: edited.moveWordRight()
    case .home, .control("a"): edited.moveToLineStart()
    case .end, .control("e"): edited.moveToLineEnd()
    case .backspace: edited.deleteBack()
    case .delete, .control("d"): edited.deleteOn()
    case .control("u"): kill { $0.deleteToLineStart() }
    case .control("k"): kill { $0.deleteToLineEnd() }
    case .control("w"): kill { $0.deleteToBlank() }
    case .altBackspace: kill { $0.deleteWordBack() }
    case .control("y"): insert(killed)
    default: break
    }
  }

  private mutating func kill(_ delete: (inout EditedText) -> String) {
    let removed = delete(&edited)
    if !removed.isEmpty { killed = removed }
  }

  private mutating func insert(_ text: String) {
    let length = edited.before.utf8.count + edited.after.utf8.count + text.utf8.count
    guard length <= settings.limit else {
      notice = .remark("an answer has at most \(settings.limit) bytes; this was not taken")
      return
    }
    edited.insert(text)
  }

  private mutating func paste(_ pasted: String) {
    var text = pasted.withLineFeeds
    if !settings.isPassage {
      // Whoever copies a line often copies its end with it.
      while text.utf8.last == 0x0A { text.removeLast() }
      if let lineEnd = settings.lineEnd {
        text = text.split(whereSeparator: \.isNewline).joined(separator: lineEnd)
      }
      let lines = text.utf8.count { $0 == 0x0A } + 1
      guard lines == 1 else {
        notice = .remark("one line is expected here; the \(lines) lines that were pasted were not taken")
        return
      }
    }
    insert(text)
  }

  private mutating func complete() {
    guard let completer = settings.completer, !settings.isMasked else { return }
    let candidates = completer.candidates(edited.before)
    if candidates.isEmpty {
      notice = .remark("nothing completes this")
    } else if let only = candidates.first, candidates.count == 1 {
      edited.replaceBefore(with: only.text)
    } else {
      let common = candidates.commonPrefix
      if common.utf8.count > edited.before.utf8.count { edited.replaceBefore(with: common) }
      notice = .candidates(candidates)
    }
  }

  private mutating func recall(_ index: Int) {
    guard !settings.isMasked, (0...settings.history.count).contains(index), index != historyIndex else { return }
    if historyIndex == settings.history.count { draft = edited }
    historyIndex = index
    edited = index == settings.history.count ? draft : EditedText(settings.history[index])
  }
}

extension Key.Fault {
  /// What the user is told.
  var explanation: StyledText {
    switch self {
    case .notUTF8: "what came is not valid UTF-8, so it was not taken; check the terminal's encoding"
    case .pasteTooLong(let limit): "a paste of more than \(limit) bytes is not taken; give the path of a file instead"
    }
  }
}

extension String {
  /// The text with a line feed at the end of each line, however its lines ended: terminals paste carriage returns.
  fileprivate var withLineFeeds: String {
    guard utf8.contains(0x0D) else { return self }
    var result: [UInt8] = []
    var wasReturn = false
    for byte in utf8 {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || !wasReturn {
        result.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return String(decoding: result, as: UTF8.self)
  }
}
