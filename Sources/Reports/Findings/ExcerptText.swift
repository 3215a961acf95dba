import Markup
import Parties

/// The line of an excerpt with base64 left out: nobody reads it, and where somebody has put a private key in the place
/// of a certificate, neither a finding on it nor one beside it may show the key. Nor is a password in an address shown.
struct ExcerptText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// What is pointed at, in Unicode scalars.
  private(set) var marked = 0..<0
  /// Whether something is missing before the line without a sign of it.
  private(set) var isCutBefore: Bool
  /// Whether something is missing after the line without a sign of it.
  private(set) var isCutAfter: Bool

  /// The beginning of a certificate that stays: enough to recognise it, too little to hold anything of a key.
  private static let kept = 12
  /// A line of a PEM file has 64 characters; addresses rarely have so many without a dot or a dash.
  private static let longestWord = 60
  /// A word that the excerpt has cut may have been longer.
  private static let longestCutWord = 24

  /// - Parameters:
  ///   - excerpt: the line as it was kept.
  ///   - ellipsis: what stands for what is left out.
  init(_ excerpt: Excerpt, ellipsis: String) {
    (isCutBefore, isCutAfter) = (excerpt.isCutBefore, excerpt.isCutAfter)
    let source = Array(excerpt.text.unicodeScalars)
    let range = (excerpt.lead..<(excerpt.lead + excerpt.count)).clamped(to: 0..<source.count)
    // For each place of the line its place in what is shown.
    var places: [Int] = []
    var index = 0
    var secrets = AddressSecrets.places(in: source)[...]
    while index < source.count {
      if let secret = secrets.first, secret.lowerBound <= index {
        places += Array(repeating: scalars.count, count: secret.upperBound - index)
        scalars += ellipsis.unicodeScalars
        index = secret.upperBound
        secrets = secrets.dropFirst()
        continue
      }
      let word =
        index..<(index
        + max(1, source[index..<(secrets.first?.lowerBound ?? source.count)].prefix(while: \.isBase64).count))
      let isCut =
        (word.lowerBound == 0 && excerpt.isCutBefore) || (word.upperBound == source.count && excerpt.isCutAfter)
      let shown = Self.shown(
        of: word.count, isMarked: word.overlaps(range), isCut: isCut, after: source[..<index])
      for position in word {
        places.append(scalars.count)
        if position - word.lowerBound < shown { scalars.append(source[position]) }
      }
      if shown < word.count {
        if shown == 0, word.lowerBound == 0 { isCutBefore = false }
        if word.upperBound == source.count { isCutAfter = false }
        scalars += ellipsis.unicodeScalars
      }
      index = word.upperBound
    }
    places.append(scalars.count)
    marked = places[range.lowerBound]..<places[range.upperBound]
  }

  /// How much of a word is shown.
  private static func shown(
    of count: Int, isMarked: Bool, isCut: Bool, after text: ArraySlice<Unicode.Scalar>
  ) -> Int {
    var before = text
    while before.last?.properties.isWhitespace == true { before.removeLast() }
    let isCertificate = ["X509Certificate>", "-----"].contains { opening in
      before.suffix(opening.unicodeScalars.count).elementsEqual(opening.unicodeScalars)
    }
    if isCertificate { return min(count, kept) }
    let isLong = count >= (isCut && !isMarked ? longestCutWord : longestWord)
    return isLong ? (isMarked ? kept : 0) : count
  }
}

extension Unicode.Scalar {
  /// Whether base64 may hold the character, padding included.
  var isBase64: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "+", "/", "=": true
    default: false
    }
  }
}
