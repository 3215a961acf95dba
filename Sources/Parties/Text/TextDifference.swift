/// The first difference between two texts that were meant to be the same, in words: what a console shows, say, and
/// what a file holds.
///
/// A difference that explains the whole (a slash at the end, another case, another Region) is named as such; else the
/// first place where the two part is given.
public struct TextDifference: Sendable, Hashable, CustomStringConvertible {
  /// What the two differ in.
  public enum Kind: Sendable, Hashable {
    /// White space only: at the start or end of one of them, or inside.
    case whiteSpace
    /// Characters that cannot be seen, in one of them; the first of them.
    case invisibleCharacter(SuspiciousCharacter)
    /// Upper and lower case only.
    case letterCase
    /// The same letters in another Unicode form (composed or not).
    case unicodeForm
    /// `http` and `https`, or the scheme is missing in one.
    case scheme
    /// A slash at the end of one of them.
    case trailingSlash
    /// The AWS Region only: the expected one, and the one found.
    case region(Region, Region)
    /// What was found stops early.
    case cutShort
    /// What was found goes on behind the expected text.
    case goesOn
    /// Anything else.
    case other
  }

  /// What the two differ in.
  public let kind: Kind
  /// The expected text.
  public let expected: String
  /// The text that was found.
  public let found: String
  /// How many UTF-8 bytes the two have in common at their start: the offset of the first difference in both.
  public let offset: Int

  /// Compares what was found with what was expected, scalar by scalar; nil where they are the same.
  public init?(expected: String, found: String) {
    guard !expected.isSameText(as: found) else { return nil }
    self.expected = expected
    self.found = found
    offset = Self.commonPrefix(expected, found)
    kind = Self.kind(expected, found)
  }

  /// The position of the first difference as people count: Unicode scalars from 1.
  public var position: Int {
    var bytes = 0
    var position = 1
    for scalar in expected.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > offset { break }
      position += 1
    }
    return position
  }

  /// The difference in words, to follow "the value that was found": `ends in a slash; the expected one does not`.
  public var description: String {
    switch kind {
    case .whiteSpace: return "differs in white space only, at character \(position)"
    case .invisibleCharacter(let character):
      let isFound = SuspiciousCharacter.all(in: found).contains(character)
      return "\(isFound ? "holds" : "lacks") a character that cannot be seen: \(character), at character \(position)"
    case .letterCase: return "differs in upper and lower case only, first at character \(position)"
    case .unicodeForm: return "looks the same in another Unicode form, first at character \(position)"
    case .scheme:
      let expected = Self.scheme(of: expected).map { "begins with \($0)://" } ?? "has none"
      let found = Self.scheme(of: found).map { "begins with \($0)://" } ?? "has no scheme"
      return "\(found); the expected one \(expected)"
    case .trailingSlash:
      return found.utf8.last == 0x2F
        ? "ends in a slash; the expected one does not" : "lacks the slash at the end of the expected one"
    case .region(let expected, let found): return "has the Region \(found) where \(expected) is expected"
    case .cutShort: return "stops after character \(position - 1) of the expected one"
    case .goesOn: return "goes on behind the last character of the expected one"
    case .other:
      return "differs first at character \(position): \(Self.name(found, at: offset)) in place of "
        + Self.name(expected, at: offset)
    }
  }

  // MARK: Finding the kind

  private static func kind(_ expected: String, _ found: String) -> Kind {
    if withoutWhiteSpace(expected) == withoutWhiteSpace(found) { return .whiteSpace }
    if let character = invisibleDifference(expected, found) { return .invisibleCharacter(character) }
    if expected == found { return .unicodeForm }
    if expected.lowercased().isSameText(as: found.lowercased()) { return .letterCase }
    if scheme(of: expected) != scheme(of: found), withoutScheme(expected).isSameText(as: withoutScheme(found)) {
      return .scheme
    }
    if (expected + "/").isSameText(as: found) || expected.isSameText(as: found + "/") { return .trailingSlash }
    if let regions = regionDifference(expected, found) { return .region(regions.0, regions.1) }
    if expected.utf8.starts(with: found.utf8) { return .cutShort }
    return found.utf8.starts(with: expected.utf8) ? .goesOn : .other
  }

  private static func commonPrefix(_ left: String, _ right: String) -> Int {
    zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }.reduce(0) { $0 + UTF8.width($1.0) }
  }

  private static func withoutWhiteSpace(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.isOrdinaryWhiteSpace }
  }

  /// The first invisible character, where the two are the same without any.
  private static func invisibleDifference(_ expected: String, _ found: String) -> SuspiciousCharacter? {
    let inFound = SuspiciousCharacter.all(in: found)
    let inExpected = SuspiciousCharacter.all(in: expected)
    guard !inFound.isEmpty || !inExpected.isEmpty, visible(expected) == visible(found) else { return nil }
    let offset = commonPrefix(expected, found)
    return inFound.first { $0.offset >= offset } ?? inExpected.first { $0.offset >= offset }
  }

  /// A text without what cannot be seen; an unusual space counts as the space that it looks like.
  private static func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      switch SuspiciousCharacter.Kind(scalar) {
      case nil: scalar
      case .unusualSpace: " "
      default: nil
      }
    }
  }

  private static func scheme(of text: String) -> String? {
    let address = WebAddress(text)
    return address.host == nil ? nil : address.schemeName
  }

  private static func withoutScheme(_ text: String) -> Substring {
    let address = WebAddress(text)
    guard let scheme = address.scheme, address.host != nil else { return Substring(text) }
    let rest = text.utf8.dropFirst(scheme.offset + scheme.text.utf8.count + 1).drop { $0 == 0x2F }
    return Substring(rest)
  }

  /// The two Regions, where the texts are the same but for them.
  private static func regionDifference(_ expected: String, _ found: String) -> (Region, Region)? {
    guard let left = regionLabel(expected), let right = regionLabel(found), left.0 != right.0,
      left.1.isSameText(as: right.1)
    else { return nil }
    return (left.0, right.0)
  }

  /// The Region in the host of an address, and the address with the Region blotted out.
  private static func regionLabel(_ text: String) -> (Region, String)? {
    let address = WebAddress(text)
    guard let host = address.host else { return nil }
    let labels = host.text.split(separator: ".", omittingEmptySubsequences: false)
    guard let index = labels.firstIndex(where: { Region($0) != nil }), let region = Region(labels[index]) else {
      return nil
    }
    var blotted = labels
    blotted[index] = "*"
    let front = String(decoding: text.utf8.prefix(host.offset), as: UTF8.self)
    let rest = String(decoding: text.utf8.dropFirst(host.offset + host.text.utf8.count), as: UTF8.self)
    return (region, front + blotted.joined(separator: ".") + rest)
  }

  private static func name(_ text: String, at offset: Int) -> String {
    let rest = text.utf8.dropFirst(offset)
    return Substring(rest).unicodeScalars.first?.codePointAndName ?? "the end"
  }
}
