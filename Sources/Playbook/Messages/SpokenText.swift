/// A text as it is said, whatever line breaks, quotation marks, frames and escapes it was carried in.
struct SpokenText {
  private let words: [Character]
  /// The longest run that `…` stands for.
  private static let gap = 120

  init(_ text: String) {
    words = Array(Self.plain(text))
  }

  /// Where a message begins in the text, from 0; nil where it is not in it.
  ///
  /// - Parameter message: the words, in which `…` stands for some others.
  func place(of message: String) -> Int? {
    let pieces = message.split(separator: "…").map { Array(Self.plain(String($0))) }.filter { !$0.isEmpty }
    guard let first = pieces.first else { return nil }
    var start = 0
    while let place = place(of: first, from: start) {
      var end = place + first.count
      var isWhole = true
      for piece in pieces.dropFirst() {
        guard let next = self.place(of: piece, from: end), next - end <= Self.gap else {
          isWhole = false
          break
        }
        end = next + piece.count
      }
      if isWhole { return place }
      start = place + 1
    }
    return nil
  }

  /// The first place of some words that no letter or digit continues on either side.
  private func place(of piece: [Character], from start: Int) -> Int? {
    guard piece.count <= words.count, start <= words.count - piece.count else { return nil }
    for place in start...(words.count - piece.count) where words[place] == piece[0] {
      guard words[place..<place + piece.count].elementsEqual(piece) else { continue }
      let (before, after) = (place - 1, place + piece.count)
      if before >= 0, words[before].isWord, piece[0].isWord { continue }
      if after < words.count, words[after].isWord, piece[piece.count - 1].isWord { continue }
      return place
    }
    return nil
  }

  /// Lower case, one blank between words, no quotation marks and escapes.
  private static func plain(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    var isBlank = true
    func blank() {
      if !isBlank { plain.append(" ") }
      isBlank = true
    }
    for scalar in text.unicodeScalars {
      if isEscaped {
        isEscaped = false
        // `\n`, `\r` and `\t` as programs write them into a line.
        if scalar == "n" || scalar == "r" || scalar == "t" {
          blank()
          continue
        }
      }
      switch scalar {
      case "\\": isEscaped = true
      case "'", "\"", "`", "´", "‘", "’", "‚", "“", "”", "„", "«", "»", "\u{AD}", "\u{200B}", "\u{FEFF}": break
      // Frames that Terraform draws, and the marks of quoted mail.
      case "│", "╷", "╵", "|", ">": blank()
      case "‐", "‑", "–", "—":
        plain.append("-")
        isBlank = false
      default:
        if scalar.properties.isWhitespace {
          blank()
        } else {
          plain += scalar.properties.lowercaseMapping
          isBlank = false
        }
      }
    }
    return plain.hasSuffix(" ") ? String(plain.dropLast()) : plain
  }
}

extension Character {
  /// Whether the character continues a word.
  fileprivate var isWord: Bool { isLetter || isNumber || self == "_" }
}
