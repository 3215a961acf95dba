/// A run whose characters are settled for one appearance: what is left to decide is only how it is coloured.
struct Piece: Equatable {
  var text: String
  var role: Role
  var link: LinkTarget?
  var isForeign: Bool
}

extension StyledText {
  /// The text with its escape sequences, as the appearance wants it: SGR from the sixteen colours, OSC 8 links. Each
  /// line closes what it opened, so that lines can be cut, sorted and searched. No line begins or contains a marker
  /// that a build server would obey.
  public func rendered(_ appearance: Appearance) -> String {
    resolved(for: appearance).dividedIntoLines()
      .map { line in line.withoutMarkers().rendered(appearance) }
      .joined(separator: "\n")
  }

  /// The text as it is drawn on a terminal that we alone write to: as `rendered`, but exactly as wide as `columns` says,
  /// for there no build server reads along and no marker needs to be broken.
  func painted(_ appearance: Appearance) -> String {
    resolved(for: appearance).rendered(appearance)
  }

  /// The columns of the widest line of the text under this appearance.
  public func columns(for appearance: Appearance) -> Int {
    resolved(for: appearance).dividedIntoLines().map(\.columns).max() ?? 0
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
  var columns: Int { reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }

  func dividedIntoLines() -> [[Piece]] {
    var lines: [[Piece]] = [[]]
    for piece in self {
      var rest = piece.text[...]
      while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
        lines[lines.count - 1].append(piece, cutTo: rest[..<end])
        lines.append([])
        rest = rest[rest.utf8.index(after: end)...]
      }
      lines[lines.count - 1].append(piece, cutTo: rest)
    }
    return lines
  }

  private mutating func append(_ piece: Piece, cutTo text: Substring) {
    guard !text.isEmpty else { return }
    var part = piece
    part.text = String(text)
    append(part)
  }

  /// One line, with the markers broken that arose where runs meet.
  fileprivate func withoutMarkers() -> [Piece] {
    guard MarkerGuard.mayCome(in: lazy.map(\.text)) else { return self }
    var markers = MarkerGuard(everyWord: false)
    return map { piece in
      var checked = piece
      checked.text = ""
      for scalar in piece.text.unicodeScalars {
        if markers.allows(scalar) {
          checked.text.unicodeScalars.append(scalar)
        } else {
          checked.text += SafeText.escape(scalar)
        }
      }
      return checked
    }
  }

  fileprivate func rendered(_ appearance: Appearance) -> String {
    var result = ""
    for piece in coalesced() {
      let sgr = appearance.colour ? piece.role.sgr : nil
      if let link = piece.link { result += "\u{1B}]8;;\(link.uri)\u{1B}\\" }
      if let sgr { result += "\u{1B}[\(sgr)m" }
      result += piece.text
      if sgr != nil { result += "\u{1B}[0m" }
      if piece.link != nil { result += "\u{1B}]8;;\u{1B}\\" }
    }
    return result
  }

  private func coalesced() -> [Piece] {
    var result: [Piece] = []
    for piece in self {
      if let last = result.last, last.role == piece.role, last.link == piece.link {
        result[result.count - 1].text += piece.text
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
