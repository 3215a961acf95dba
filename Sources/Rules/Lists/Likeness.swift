import Parties

/// How names look to a person, for finding those that were meant to be the same.
enum Likeness {
  /// A text that is the same for names that look alike: without case, blanks and what cannot be seen, and with Latin
  /// letters for those of other scripts that look like them.
  ///
  /// - Parameter isLoose: also without separators, and with letters for the digits that look like them: for finding the
  ///   one name that was meant, not for saying that two are the same.
  static func of(_ text: String, isLoose: Bool = false) -> String {
    let hidden = Set(SuspiciousCharacter.all(in: text).map(\.scalar))
    var look = ""
    for scalar in text.lowercased().unicodeScalars {
      if hidden.contains(scalar) || scalar.properties.isWhitespace { continue }
      if isLoose, "-_.".unicodeScalars.contains(scalar) { continue }
      let twin = twins[scalar] ?? fullWidth(scalar)
      look.unicodeScalars.append(isLoose ? digits[twin] ?? twin : twin)
    }
    // A name of nothing but what was taken out looks like itself only.
    return look.isEmpty ? text : look
  }

  /// What tells two names apart, to follow the one that was found, with the code points at the first place where they
  /// part; nil where they are the same.
  static func difference(expected: String, found: String) -> String? {
    guard let difference = TextDifference(expected: expected, found: found) else { return nil }
    switch difference.kind {
    // These name the character themselves.
    case .invisibleCharacter, .other: return difference.description
    default:
      let there = scalar(in: found, at: difference.offset)
      return "\(difference): \(there) in place of \(scalar(in: expected, at: difference.offset))"
    }
  }

  private static func scalar(in text: String, at offset: Int) -> String {
    Substring(text.utf8.dropFirst(offset)).unicodeScalars.first?.codePointAndName ?? "the end"
  }

  /// Letters and digits that are drawn alike, after all have become lower case; capitals that look alike count.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, String)] = [
      ("авекмнорстухіѕјһԁ", "abekmhopctyxisjhd"), ("αβεζηικμνορτυχ", "abezhikmnoptyx"), ("ı", "i"),
    ]
    var twins: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (foreign, latin) in pairs {
      for (one, other) in zip(foreign.unicodeScalars, latin.unicodeScalars) { twins[one] = other }
    }
    return twins
  }()

  private static let digits: [Unicode.Scalar: Unicode.Scalar] = ["0": "o", "1": "i", "l": "i"]

  private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}
