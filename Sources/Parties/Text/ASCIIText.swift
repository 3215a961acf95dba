/// What the parsers of this module ask of a text. They compare bytes and ASCII letters only: Swift's string equality
/// takes canonically equivalent texts for equal (the Kelvin sign for a K), which is wrong for a host name.

extension UInt8 {
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIILowercase: Bool { self >= 0x61 && self <= 0x7A }
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }

  /// Whether the byte may stand anywhere in a URL and means nothing in particular to a reader of its characters.
  var isPlainInURL: Bool {
    switch self {
    case 0x61...0x7A, 0x2F...0x3B, 0x3F...0x5A, 0x26...0x2E, 0x21, 0x23, 0x24, 0x3D, 0x5F, 0x7E: true
    default: false
    }
  }

  /// A–Z as a–z, and every other byte as it is.
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  /// The value of a hexadecimal digit.
  var hexValue: UInt8? {
    if isASCIIDigit { return self - 0x30 }
    let lower = self | 0x20
    return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : nil
  }
}

extension StringProtocol {
  /// The text with A–Z as a–z and every other character as it is.
  var asciiLowercased: String {
    // Most texts are in lower case already, and then nothing has to be made.
    guard utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return String(self) }
    return String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
  }

  /// Whether the text is not empty and every byte of it passes.
  func consists(of isAllowed: (UInt8) -> Bool) -> Bool { !utf8.isEmpty && utf8.allSatisfy(isAllowed) }

  /// Whether the bytes of the two texts are the same.
  func isSameText(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether the bytes of another text occur in this one. What the standard library looks with takes longer to begin than
  /// most texts to read.
  func holds(_ needle: String) -> Bool {
    guard let first = needle.utf8.first else { return true }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: needle.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether the text is a UUID: groups of 8, 4, 4, 4 and 12 hexadecimal digits.
  var isUUID: Bool {
    let groups = split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.utf8.allSatisfy { $0.hexValue != nil } }
  }

  /// Whether the text is made of one character, repeated, dashes aside: what documentation puts for a value.
  var isOneCharacterRepeated: Bool {
    let bytes = utf8.filter { $0 != 0x2D }
    guard let first = bytes.first, bytes.count > 3 else { return false }
    return bytes.allSatisfy { $0 == first }
  }
}
