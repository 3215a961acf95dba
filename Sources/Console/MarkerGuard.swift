/// Finds the character that would complete a command of a build server, so that it can be shown as an escape.
///
/// GitHub's runner obeys a line that begins, after blanks, with `::`; it and Azure Pipelines obey `##[…` and
/// `##vso[…` anywhere, TeamCity `##teamcity[…`. Every log of ours may be read by one of them.
struct MarkerGuard {
  private enum Place { case beginning, afterColon, inside }

  /// Whether each word is watched as if it began a line, because wrapping may put it there.
  private let everyWord: Bool
  private var place = Place.beginning
  private var hashes = 0
  private var letters = 0

  /// Whether a text can hold a marker at all: each has two colons or two number signs side by side.
  static func mayCome(in texts: some Sequence<String>) -> Bool {
    var previous: UInt8 = 0
    for text in texts {
      for byte in text.utf8 {
        if byte == previous, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") { return true }
        previous = byte
      }
    }
    return false
  }

  init(everyWord: Bool) {
    self.everyWord = everyWord
  }

  /// Takes the next character that will be written. False: it would complete a marker, and must be escaped.
  mutating func allows(_ scalar: Unicode.Scalar) -> Bool {
    let completes = completesColons(scalar) || completesHashes(scalar)
    if completes { reset() }
    return !completes
  }

  /// Something harmless, such as an escape, was written instead of a character.
  mutating func reset() {
    place = .inside
    hashes = 0
    letters = 0
  }

  private mutating func completesColons(_ scalar: Unicode.Scalar) -> Bool {
    if place == .afterColon, scalar == ":" { return true }
    if scalar.properties.isWhitespace {
      place = everyWord || place == .beginning ? .beginning : .inside
    } else {
      place = place == .beginning && scalar == ":" ? .afterColon : .inside
    }
    return false
  }

  private mutating func completesHashes(_ scalar: Unicode.Scalar) -> Bool {
    if hashes >= 2, scalar == "[" { return true }
    if scalar == "#" {
      hashes = letters == 0 ? hashes + 1 : 1
      letters = 0
    } else if hashes >= 2, letters < 16, scalar.isASCII, scalar.properties.isAlphabetic {
      letters += 1
    } else {
      hashes = 0
      letters = 0
    }
    return false
  }
}
