import Setup

/// A hidden mark of the checklist, as it stands in a comment.
enum HiddenMark: Equatable {
  /// What the document is, word by word.
  case header([String])
  /// What it was made from.
  case origin(ChecklistReader.Origin)
  case step(String)
  case value(String)
  case wish(String)
  case secret(String)
  /// The end of a value.
  case end
  /// A mark of ours that is not as it should be.
  case damaged
  /// A comment of somebody else's.
  case other

  /// Reads a comment.
  init(_ comment: String) {
    let words = comment.split(whereSeparator: \.isWhitespace).map(String.init)
    switch words.first {
    case "/value": self = .end
    case "set-up:":
      guard words.count == 4, let events = Int(words[2]), events >= 0 else {
        self = .damaged
        return
      }
      self = .origin(.init(name: words[1], mark: JournalMark(events: events, digest: words[3])))
    case "step:", "value:", "wish:", "secret:":
      guard words.count == 2, Self.isName(words[1]) else {
        self = .damaged
        return
      }
      switch words[0] {
      case "step:": self = .step(words[1])
      case "value:": self = .value(words[1])
      case "wish:": self = .wish(words[1])
      default: self = .secret(words[1])
      }
    case let word?: self = word.hasPrefix("signpost.checklist/") ? .header(words) : .other
    case nil: self = .other
    }
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.count <= 64
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension MarkdownLine.Part {
  /// The mark that the part is; nil where it is none.
  var mark: HiddenMark? { if case .comment(let text) = self { HiddenMark(text) } else { nil } }
}
