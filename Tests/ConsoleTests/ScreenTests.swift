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
}
