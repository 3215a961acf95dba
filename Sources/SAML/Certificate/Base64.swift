/// Base64 as XML carries it (RFC 4648, section 4, with white space anywhere, as in xs:base64Binary), read strictly: the
/// exact alphabet, exact padding, no bits left over. Whatever else is there is named with its place.
public enum Base64 {
  /// The first thing that is no base64.
  public struct Fault: Error, Hashable, Sendable {
    /// What it is.
    public let reason: Reason
    /// Where it is: an offset in bytes of the text as it was given, white space included; the text's end for
    /// what is missing there.
    public let offset: Int
  }

  /// Why a text is no base64.
  public enum Reason: Hashable, Sendable {
    /// A character of no alphabet. It is text of somebody else: escape it where it is shown.
    case character(Unicode.Scalar)
    /// The text ends and this many characters, padding included, are missing to a multiple of four.
    case incomplete(missing: Int)
    /// Padding in a place where there can be none, or something after the padding.
    case misplacedPadding
    /// The last character before the padding has bits set that belong to no byte.
    case leftoverBits
  }

  /// The bytes that the text stands for; none for a text of white space.
  public static func decode(_ text: Span<UInt8>) throws(Fault) -> [UInt8] {
    try [UInt8](capacity: text.count / 4 * 3 + 3) { output throws(Fault) in
      try decode(text, into: &output)
    }
  }

  private static func decode(_ text: Span<UInt8>, into output: inout OutputSpan<UInt8>) throws(Fault) {
    let values = values.span
    // Said once, so that it need not be checked for each character.
    precondition(values.count == 256)
    let count = text.count
    var position = 0
    // Characters of a group that white space or padding interrupted.
    var group: UInt64 = 0
    var size = 0
    while position < count {
      while size == 0, position &+ 4 <= count {
        let bits =
          values[Int(text[position])] &<< 18 | values[Int(text[position &+ 1])] &<< 12
          | values[Int(text[position &+ 2])] &<< 6 | values[Int(text[position &+ 3])]
        // What is no character of the alphabet leaves a bit above the three bytes.
        guard bits < 1 &<< 24 else { break }
        output.append(UInt8(truncatingIfNeeded: bits &>> 16))
        output.append(UInt8(truncatingIfNeeded: bits &>> 8))
        output.append(UInt8(truncatingIfNeeded: bits))
        position &+= 4
      }
      guard position < count else { break }
      let byte = text[position]
      let value = values[Int(byte)]
      if value < 64 {
        group = group &<< 6 | value
        size &+= 1
        if size == 4 {
          for shift: UInt64 in [16, 8, 0] { output.append(UInt8(truncatingIfNeeded: group &>> shift)) }
          (group, size) = (0, 0)
        }
      } else if byte == UInt8(ascii: "=") {
        try finish(text, at: position, group: group, size: size, into: &output)
        return
      } else if !XMLSpace.contains(byte) {
        throw Fault(reason: .character(scalar(in: text, at: position)), offset: position)
      }
      position &+= 1
    }
    guard size == 0 else { throw Fault(reason: .incomplete(missing: 4 - size), offset: count) }
  }

  /// Takes the last group, whose padding begins at this place, and looks at everything after it.
  private static func finish(
    _ text: Span<UInt8>, at start: Int, group: UInt64, size: Int, into output: inout OutputSpan<UInt8>
  ) throws(Fault) {
    guard size >= 2 else { throw Fault(reason: .misplacedPadding, offset: start) }
    var missing = 4 - size
    for position in start..<text.count where !XMLSpace.contains(text[position]) {
      guard text[position] == UInt8(ascii: "="), missing > 0 else {
        let isKnown = values[Int(text[position])] < 64 || text[position] == UInt8(ascii: "=")
        throw Fault(
          reason: isKnown ? .misplacedPadding : .character(scalar(in: text, at: position)), offset: position)
      }
      missing -= 1
    }
    guard missing == 0 else { throw Fault(reason: .incomplete(missing: missing), offset: text.count) }
    let bits = group << UInt64(6 * (4 - size))
    guard bits & (size == 2 ? 0xFFFF : 0xFF) == 0 else {
      throw Fault(reason: .leftoverBits, offset: last(in: text, before: start))
    }
    output.append(UInt8(truncatingIfNeeded: bits >> 16))
    if size == 3 { output.append(UInt8(truncatingIfNeeded: bits >> 8)) }
  }

  private static func last(in text: Span<UInt8>, before end: Int) -> Int {
    var place = end - 1
    while place > 0, XMLSpace.contains(text[place]) { place -= 1 }
    return max(place, 0)
  }

  /// The character at this place, for naming it; U+FFFD where the bytes are no UTF-8.
  private static func scalar(in text: Span<UInt8>, at start: Int) -> Unicode.Scalar {
    let bytes = (start..<min(start + 4, text.count)).map { text[$0] }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// The six bits of a character of the alphabet of section 4 or of section 5 (`-` and `_`).
  static func tolerantValue(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "-"): return 62
    case UInt8(ascii: "_"): return 63
    default: return values[Int(byte)] < 64 ? UInt8(truncatingIfNeeded: values[Int(byte)]) : nil
    }
  }

  /// The six bits of each character; those that have none have a bit that no shift by three characters loses.
  private static let values: [UInt64] = {
    var values = [UInt64](repeating: 1 &<< 40, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt64(value) }
    return values
  }()
}

extension Base64.Fault: CustomStringConvertible {
  /// One line, lower case first. The character is named by its number, never written.
  public var description: String {
    switch reason {
    case .character(let scalar):
      "U+\(Self.number(of: scalar)) at byte \(offset) is no character of base64"
    case .incomplete(let missing): "the base64 text ends with \(missing) characters missing, at byte \(offset)"
    case .misplacedPadding: "misplaced = padding at byte \(offset)"
    case .leftoverBits: "the last character before the padding, at byte \(offset), holds bits of no byte"
    }
  }

  /// Four hexadecimal digits, or as many more as it takes.
  private static func number(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
