/// How many columns of a terminal text takes.
///
/// Wide (2) are the East Asian Wide and Fullwidth characters of Unicode's Annex 11 and what has emoji presentation;
/// nothing (0) take combining marks, format and control characters, the later letters of a conjoined Hangul syllable,
/// and whatever follows a zero-width joiner. Everything else takes one column, ambiguous characters included.
public enum DisplayWidth {
  /// The columns that the text takes on one line.
  public static func columns(of text: some StringProtocol) -> Int {
    asciiColumns(of: text.utf8) ?? measured(text)
  }

  /// The columns that text takes on one line, of which these are the bytes.
  static func columns(ofUTF8 bytes: ArraySlice<UInt8>) -> Int {
    asciiColumns(of: bytes) ?? measured(String(decoding: bytes, as: UTF8.self))
  }

  /// The columns of ASCII; nil for other text.
  private static func asciiColumns(of bytes: some Sequence<UInt8>) -> Int? {
    var count = 0
    for byte in bytes {
      if byte >= 0x80 { return nil }
      if byte >= 0x20 && byte != 0x7F { count += 1 }
    }
    return count
  }

  private static func measured(_ text: some StringProtocol) -> Int {
    var total = 0
    var last = 0
    var isJoined = false
    var follows: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{200D}":
        isJoined = true
        continue
      case "\u{FE0F}":
        // The emoji selector widens a character that is narrow by default.
        if last == 1, let follows, follows.properties.isEmoji {
          total += 1
          last = 2
        }
        continue
      case "\u{1F3FB}"..."\u{1F3FF}" where follows?.properties.isEmojiModifierBase == true:
        continue
      default: break
      }
      let width = isJoined ? 0 : columns(of: scalar)
      total += width
      if width > 0 {
        last = width
        follows = scalar
      }
      isJoined = false
    }
    return total
  }

  /// The columns of one character on its own.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
    // Two regional indicators make one flag of two columns.
    if (0x1F1E6...0x1F1FF).contains(scalar.value) { return 1 }
    return isWide(scalar) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if scalar.value > wide[middle].upperBound { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(scalar.value)
  }

  /// East Asian Wide and Fullwidth, sorted; emoji come from their own property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18CFF, 0x18D00...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F202, 0x1F210...0x1F23B,
    0x1F240...0x1F248, 0x1F250...0x1F251, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
