/// Where rendered text goes. A sink does not throw: it remembers its first failure, and the executable asks for that
/// before it claims success.
public struct Sink {
  private let put: (String) -> Void

  /// Creates a sink from what writes the text, whole and in order.
  public init(_ put: @escaping (String) -> Void) {
    self.put = put
  }

  /// Writes the text as it is.
  public func write(_ text: String) {
    put(text)
  }
}

/// One stream that people read, and how text may look on it.
public struct Screen {
  /// Where the text goes.
  public let sink: Sink
  /// How it may look there.
  public let appearance: Appearance

  /// Creates a screen.
  public init(sink: Sink, appearance: Appearance) {
    self.sink = sink
    self.appearance = appearance
  }

  /// The same screen, so wide.
  func with(columns: Int) -> Screen {
    Screen(sink: sink, appearance: appearance.with(columns: columns))
  }

  /// Puts text into the clipboard, if the terminal listens; it does not answer, so whoever copies shows the text too.
  ///
  /// - Returns: whether the text was sent; false where the terminal has no clipboard, and for text that is empty or
  ///   longer than `ClipboardText.limit`.
  public func copy(_ text: String) -> Bool {
    guard let route = appearance.clipboard, let clipboard = ClipboardText(text) else { return false }
    sink.write(clipboard.sequence(through: route.multiplexer))
    return true
  }

  /// Writes the text and ends the line.
  public func print(_ text: StyledText = .empty, terminator: StyledText = "\n") {
    sink.write((text + terminator).rendered(appearance))
  }

  /// Writes the text as a paragraph, wrapped to the appearance's `textWidth`.
  public func print(paragraph text: StyledText, indent: Int = 0, hanging: Int? = nil) {
    print(text.wrapped(for: appearance, indent: indent, hanging: hanging))
  }
}
