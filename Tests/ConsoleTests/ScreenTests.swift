import Console
import Testing

@Suite struct ScreenTests {
  @Test("a screen renders with its own appearance and ends the line")
  func printing() {
    var shown = ""
    let appearance = Appearance(colour: true, hyperlinks: false, decoration: .ascii, text: .unicode, columns: 20)
    let screen = Screen(sink: Sink { shown += $0 }, appearance: appearance)
    screen.print(.strong("one"))
    screen.print()
    screen.print("two", terminator: .empty)
    screen.print(paragraph: "three four five six seven", indent: 1, hanging: 2)
    #expect(shown == "\u{1B}[1mone\u{1B}[0m\n\ntwo three four five six\n  seven\n")
  }

  @Test("a copy is sent where the terminal may listen, whole or not at all, and by nothing but a copy")
  func copying() {
    var shown = ""
    var appearance = Appearance.plain
    func screen() -> Screen { Screen(sink: Sink { shown += $0 }, appearance: appearance) }
    #expect(!screen().copy("hello"))
    appearance.clipboard = .direct
    #expect(!screen().copy(""))
    #expect(!screen().copy(String(repeating: "x", count: ClipboardText.limit + 1)))
    screen().print("text")
    #expect(shown == "text\n")
    #expect(screen().copy("hello"))
    #expect(shown == "text\n\u{1B}]52;c;aGVsbG8=\u{1B}\\")
    shown = ""
    appearance.clipboard = .through(.screen)
    #expect(screen().copy("hello"))
    #expect(shown == "\u{1B}P\u{1B}]52;c;aGVsbG8=\u{7}\u{1B}\\")
  }
}
