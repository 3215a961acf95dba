import Support

@testable import Console

/// Somebody who sits at a board on a terminal that is not there.
final class Sitting {
  /// What happens next.
  enum Act {
    /// Text is typed, and the screen looked at.
    case types(String)
    /// The window gets another size.
    case resizes(columns: Int, rows: Int)
    /// Another program writes to the terminal.
    case others(String)
    case comes(KeyRead)
  }

  private enum Next {
    case read(KeyRead)
    case resize(columns: Int, rows: Int)
    case others(String)
  }

  private var nexts: [Next] = []
  private(set) var screen: DrawnScreen
  /// The different screens on which something was waited for, the record included.
  private(set) var seen: [[String]] = []
  /// The same as they are copied with the mouse.
  private(set) var copied: [[String]] = []
  /// What was written since the last wait, at each wait.
  private(set) var written: [String] = [""]
  let appearance: Appearance
  private let opens: Bool

  init(columns: Int = 80, rows: Int = 24, appearance: Appearance = .capable, opens: Bool = true) {
    screen = DrawnScreen(columns: columns, rows: rows)
    self.appearance = appearance
    self.opens = opens
  }

  /// A board with fields, or by lines where they are given.
  func board(lines: [LineRead]? = nil) -> Board {
    let sink = Sink { text in
      self.written[self.written.count - 1] += text
      self.screen.write(text)
    }
    let screen = Screen(sink: sink, appearance: appearance)
    var lines = lines
    let source = LineSource { _ in lines?.isEmpty == false ? lines?.removeFirst() ?? .endOfInput : .endOfInput }
    let fields = lines == nil || !opens
    return Board(screen: screen, prompter: Prompter(source: source, screen: screen, keys: fields ? keys : nil))
  }

  /// Does all that and returns what the question came to.
  @discardableResult
  func at(_ board: Board, _ prompt: Prompt, _ acts: Act...) -> Prompter.Outcome {
    nexts = acts.flatMap { act -> [Next] in
      switch act {
      case .types(let text): text.utf8.map { .read(.byte($0)) } + [.read(.nothing)]
      case .resizes(let columns, let rows): [.resize(columns: columns, rows: rows), .read(.nothing)]
      case .others(let text): [.others(text)]
      case .comes(let read): [.read(read), .read(.nothing)]
      }
    }
    return board.ask(prompt)
  }

  private var keys: KeySource {
    KeySource(
      open: { [self] body in
        if opens { body() }
        return opens
      }, next: { [self] limit in next(isAtOnce: limit == .zero) },
      stop: { [self] _ in screen.write("[1]+ Stopped\r\n$ fg\r\nstage\r\n") },
      size: { [self] in (screen.columns, screen.rows) })
  }

  private func next(isAtOnce: Bool) -> KeyRead {
    if isAtOnce {
      guard case .read(.byte) = nexts.first else { return .nothing }
    } else {
      if screen.lines != seen.last {
        seen.append(screen.lines)
        copied.append(screen.copied)
      }
      written.append("")
    }
    while !nexts.isEmpty {
      switch nexts.removeFirst() {
      case .read(let read): return read
      case .others(let text): screen.write(text)
      case .resize(let columns, let rows):
        screen.resize(columns: columns, rows: rows)
        return .resized
      }
    }
    return .endOfInput
  }
}

extension [Paragraph] {
  init(_ texts: StyledText...) {
    self = texts.map { Paragraph($0) }
  }
}

extension Card {
  static let url = "https://eu-central-1.signin.aws.amazon.com/platform/saml/acs/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"

  /// So many lines and nothing else.
  static func lines(_ count: Int, id: String = "lines") -> Card {
    Card(id: id, paragraphs: (1...count).map { Paragraph("card \($0)") })
  }

  /// As the wizard might have it, with a value that somebody else wrote.
  static let step = Card(
    id: "aws.acs",
    paragraphs: [
      Paragraph(.strong("3 of 12  Copy the ACS URL")),
      Paragraph(
        "Open the page \(.label("Settings")), then \(.label("Identity source")), and leave the page open until the file of your identity provider was uploaded.",
        indent: 2),
      Paragraph("\(mark: .bullet) \(.code("\(untrusted: url)"))", indent: 2, hanging: 4),
      Paragraph("named \(untrusted: "\u{1B}]0;owned\u{7}\u{202E}evil")", indent: 2), Paragraph(""),
    ])
}
