/// Puts a field on a terminal until it is answered, and takes it away again. What remains in the scrollback is the
/// caller's to write.
struct FieldSession {
  /// How long Esc waits for what would make it the beginning of a sequence. Over a slow line a sequence may come in
  /// pieces; nobody waits for a key that long.
  static let escapeDelay = Duration.milliseconds(60)

  let keys: KeySource
  let screen: Screen
  let pasteLimit: Int

  /// Runs a field to its end; nil where the terminal cannot give keys.
  func run(_ field: inout some Field) -> FieldEffect? {
    var effect = FieldEffect.endOfInput
    let isOpen = keys.open {
      screen.sink.write(Painter.startsPasteMarks)
      effect = converse(&field)
      screen.sink.write(Painter.endsPasteMarks)
    }
    return isOpen ? effect : nil
  }

  private func converse(_ field: inout some Field) -> FieldEffect {
    var decoder = KeyDecoder(pasteLimit: pasteLimit)
    var painter = Painter(appearance: screen.appearance)
    var isDrawn = false
    while true {
      // Nothing is drawn while there is more to be read at once.
      let limit = !isDrawn ? .zero : decoder.isWaiting ? Self.escapeDelay : nil
      var pressed: [Key] = []
      switch keys.next(limit) {
      case .byte(let byte):
        pressed = decoder.take(byte)
        isDrawn = false
      case .nothing where !isDrawn:
        draw(&field, &painter)
        isDrawn = true
      case .nothing: pressed = decoder.timeOut()
      case .endOfInput: return end(.endOfInput, &painter)
      case .interrupted: return end(.interrupted, &painter)
      case .resized:
        screen.sink.write(painter.erase(brokenAt: window.columns))
        isDrawn = false
      case .continued:
        keys.takeUpAgain()
        screen.sink.write(Painter.startsPasteMarks + painter.abandon())
        isDrawn = false
      case .stopRequested:
        stop(&painter, wholeJob: false)
        isDrawn = false
      }
      for key in pressed {
        isDrawn = false
        switch field.press(key) {
        case .none: break
        case .clearScreen: screen.sink.write(painter.clearScreen())
        case .stop: stop(&painter, wholeJob: true)
        case let effect: return end(effect, &painter)
        }
      }
    }
  }

  private func end(_ effect: FieldEffect, _ painter: inout Painter) -> FieldEffect {
    screen.sink.write(painter.erase())
    return effect
  }

  private func stop(_ painter: inout Painter, wholeJob: Bool) {
    screen.sink.write(painter.leave() + Painter.endsPasteMarks)
    keys.stop(wholeJob)
    screen.sink.write(Painter.startsPasteMarks)
  }

  private var window: (columns: Int, rows: Int) {
    keys.size() ?? (screen.appearance.columns, 24)
  }

  private func draw(_ field: inout some Field, _ painter: inout Painter) {
    let (columns, rows) = window
    let above = field.overflow(columns: columns, rows: rows, appearance: screen.appearance)
    if !above.isEmpty {
      screen.sink.write(painter.erase())
      screen.with(columns: columns).print(above)
    }
    screen.sink.write(painter.draw(field.frame(columns: columns, rows: rows, appearance: screen.appearance)))
  }
}
