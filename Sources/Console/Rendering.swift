/// A run whose characters are settled for one appearance: what is left to decide is only how it is coloured.
struct Piece: Equatable {
  var text: String
  var role: Role
  var link: LinkTarget?
  var isForeign: Bool

  var columns: Int { DisplayWidth.columns(of: text) }

  /// Hands over its lines, and whether a line's end stands before each.
  func eachLine(_ body: (_ line: Substring, _ begins: Bool) -> Void) {
    var rest = text[...]
    var begins = false
    while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
      body(rest[..<end], begins)
      rest = rest[rest.utf8.index(after: end)...]
      begins = true
    }
    body(rest, begins)
  }

  /// A part of its text that looks like the whole.
  func cut(to part: Substring) -> Piece {
    var piece = self
    piece.text = String(part)
    return piece
  }
}

extension StyledText {
  /// The text with its escape sequences, as the appearance wants it: SGR from the sixteen colours, OSC 8 links. Each
  /// line closes what it opened, so that lines can be cut, sorted and searched. No line begins or contains a marker
  /// that a build server would obey.
  public func rendered(_ appearance: Appearance) -> String {
    var text = RenderedText(appearance)
    for piece in resolved(for: appearance).withoutMarkers() {
      guard text.opensSequences(for: piece) else {
        text.append(piece.text[...], of: piece)
        continue
      }
      piece.eachLine { line, begins in
        if begins { text.breakLine() }
        text.append(line, of: piece)
      }
    }
    return text.finished
  }

  /// The text as it is drawn on a terminal that we alone write to: as `rendered`, but exactly as wide as `columns` says,
  /// for there no build server reads along and no marker needs to be broken.
  func painted(_ appearance: Appearance) -> String {
    var text = RenderedText(appearance)
    for piece in resolved(for: appearance) { text.append(piece.text[...], of: piece) }
    return text.finished
  }

  /// The columns of the widest line of the text under this appearance.
  public func columns(for appearance: Appearance) -> Int {
    var (widest, width) = (0, 0)
    for piece in resolved(for: appearance) {
      piece.eachLine { line, begins in
        if begins { width = 0 }
        width += DisplayWidth.columns(of: String(line))
        widest = max(widest, width)
      }
    }
    return widest
  }

  func resolved(for appearance: Appearance) -> [Piece] {
    var pieces: [Piece] = []
    for run in runs {
      let (text, isForeign) =
        switch run.content {
        case .own(let text): (appearance.text.spelled(own: text), false)
        case .foreign(let text): (appearance.text.spelled(foreign: text), true)
        case .mark(let mark): (mark.sign(in: appearance.decoration), false)
        }
      let target = appearance.hyperlinks ? run.link : nil
      pieces.append(Piece(text: text, role: run.role, link: target, isForeign: isForeign))
      if run.spellsLink, !appearance.hyperlinks, let link = run.link {
        pieces.append(Piece(text: " (", role: .plain, isForeign: false))
        pieces.append(Piece(text: link.uri, role: .link, isForeign: true))
        pieces.append(Piece(text: ")", role: .plain, isForeign: false))
      }
    }
    return pieces
  }

  init(_ pieces: [Piece]) {
    runs = pieces.map { piece in
      Run(content: piece.isForeign ? .foreign(piece.text) : .own(piece.text), role: piece.role, link: piece.link)
    }
  }
}

extension [Piece] {
  var columns: Int { reduce(0) { $0 + $1.columns } }

  func dividedIntoLines() -> [[Piece]] {
    var lines: [[Piece]] = [[]]
    for piece in self {
      piece.eachLine { line, begins in
        if begins { lines.append([]) }
        if !line.isEmpty { lines[lines.count - 1].append(piece.cut(to: line)) }
      }
    }
    return lines
  }

  /// Appends text that looks like a piece, to the text of the last one where both look alike.
  mutating func extend(with text: Substring, of piece: Piece) {
    guard let last, last.role == piece.role, last.link == piece.link, last.isForeign == piece.isForeign else {
      return append(piece.cut(to: text))
    }
    self[count - 1].text.append(contentsOf: text)
  }

  /// The pieces, with the markers broken that arose where runs meet.
  fileprivate func withoutMarkers() -> [Piece] {
    guard MarkerGuard.mayCome(in: lazy.map(\.text)) else { return self }
    var markers = MarkerGuard(everyWord: false)
    return map { piece in
      var checked = piece
      checked.text = ""
      for scalar in piece.text.unicodeScalars {
        if scalar == "\n" {
          markers = MarkerGuard(everyWord: false)
        } else if !markers.allows(scalar) {
          checked.text += SafeText.escape(scalar)
          continue
        }
        checked.text.unicodeScalars.append(scalar)
      }
      return checked
    }
  }
}

/// Text with its escape sequences, as it grows.
private struct RenderedText {
  private let appearance: Appearance
  private var text = ""
  /// What the sequences that are open say.
  private var role = Role.plain
  private var link: LinkTarget?

  init(_ appearance: Appearance) { self.appearance = appearance }

  /// Whether each line of the piece has to be opened and closed.
  func opensSequences(for piece: Piece) -> Bool {
    piece.link != nil || (appearance.colour && piece.role.sgr != nil)
  }

  /// Appends text that looks like a piece.
  mutating func append(_ part: Substring, of piece: Piece) {
    guard !part.isEmpty else { return }
    if piece.role != role || piece.link != link {
      close()
      (role, link) = (piece.role, piece.link)
      if let link { text += "\u{1B}]8;;\(link.uri)\u{1B}\\" }
      if let sgr { text += "\u{1B}[\(sgr)m" }
    }
    text.append(contentsOf: part)
  }

  /// Ends the line, and whatever was open on it.
  mutating func breakLine() {
    close()
    text += "\n"
  }

  /// The whole text.
  var finished: String {
    var whole = self
    whole.close()
    return whole.text
  }

  private var sgr: String? { appearance.colour ? role.sgr : nil }

  private mutating func close() {
    if sgr != nil { text += "\u{1B}[0m" }
    if link != nil { text += "\u{1B}]8;;\u{1B}\\" }
    (role, link) = (.plain, nil)
  }
}
