/// A character that a reader cannot see, or that changes how its neighbours are read, found in a text where it has
/// no business: a URL, an identifier, a group name.
///
/// Ordinary white space (space, tab, line feed, carriage return) is not listed: it can be seen in an editor, and what
/// it means depends on the place. `WebAddress` and `TextDifference` report it by themselves.
public struct SuspiciousCharacter: Sendable, Hashable, CustomStringConvertible {
  /// Why the character is suspicious.
  public enum Kind: Sendable, Hashable {
    /// A C0 or C1 control or DEL.
    case control
    /// Changes the direction in which the text is shown (the "Trojan Source" characters).
    case bidirectional
    /// Takes no room: zero-width space and joiners, the byte order mark, fillers.
    case zeroWidth
    /// Looks like a space and is another character: the no-break space and the typographic spaces.
    case unusualSpace
    /// The soft hyphen: shown at the end of a line only.
    case softHyphen
    /// A line or paragraph separator.
    case lineSeparator
    /// A tag character: an invisible copy of ASCII.
    case tag
    /// Chooses a variant of the character before it.
    case variationSelector
    /// A noncharacter, or the sign that something was decoded wrongly (U+FFFD).
    case notText
  }

  /// The character itself.
  public let scalar: Unicode.Scalar
  /// Where it stands, in UTF-8 bytes from the start of the text.
  public let offset: Int
  /// Why it is listed.
  public let kind: Kind

  /// The character as `U+200B ZERO WIDTH SPACE`: its code point and, where Unicode gives one, its name.
  public var description: String { scalar.codePointAndName }

  /// Every suspicious character of a text, in reading order.
  ///
  /// The set is that of RFC 9839 (what is not a "Unicode assignable" plus the controls), the bidirectional controls
  /// and the characters of Unicode that have no visible form.
  public static func all(in text: String) -> [SuspiciousCharacter] {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return [] }
    var found: [SuspiciousCharacter] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      if let kind = Kind(scalar) {
        found.append(SuspiciousCharacter(scalar: scalar, offset: offset, kind: kind))
      }
      offset += UTF8.width(scalar)
    }
    return found
  }
}

extension SuspiciousCharacter.Kind {
  /// The kind of a suspicious character, nil for every other.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0x00...0x1F, 0x7F...0x9F: self = .control
    case 0x20...0x7E: return nil
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .unusualSpace
    case 0xAD: self = .softHyphen
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .bidirectional
    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F,
      0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB:
      self = .zeroWidth
    case 0x2028, 0x2029: self = .lineSeparator
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .variationSelector
    case 0xE0000...0xE007F: self = .tag
    case 0xFDD0...0xFDEF, 0xFFFC, 0xFFFD: self = .notText
    default:
      guard scalar.value & 0xFFFE == 0xFFFE else { return nil }
      self = .notText
    }
  }
}

extension Unicode.Scalar {
  /// The code point and, where Unicode gives one, its name: `U+00A0 NO-BREAK SPACE`.
  public var codePointAndName: String {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    guard let name = properties.name ?? controlName else { return code }
    return code + " " + name
  }

  /// Unicode gives controls no names; these are its aliases for the ones that people know.
  private var controlName: String? {
    guard properties.generalCategory == .control else { return nil }
    return switch value {
    case 0x00: "NULL"
    case 0x09: "TAB"
    case 0x0A: "LINE FEED"
    case 0x0D: "CARRIAGE RETURN"
    case 0x1B: "ESCAPE"
    case 0x7F: "DELETE"
    case 0x85: "NEXT LINE"
    default: "CONTROL"
    }
  }

  /// White space that can be typed on any keyboard, or that an XML attribute can carry.
  var isOrdinaryWhiteSpace: Bool { value == 0x20 || value == 0x09 || value == 0x0A || value == 0x0D }
}
