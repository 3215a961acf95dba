import SAML

/// What has to hold whatever the input. What does not ends the run, so that libFuzzer keeps the input.
enum Claim {
  /// The clock of every run: the same input always does the same.
  static let now = Instant("2026-11-21T00:00:00Z") ?? Instant(seconds: 0)

  static func holds(_ condition: Bool, _ claim: @autoclosure () -> String) {
    if !condition { fatalError("does not hold: \(claim())") }
  }

  /// Nothing in the text commands a terminal or deceives a reader's eye.
  static func isInert(_ text: String, _ name: String) {
    for scalar in text.unicodeScalars {
      let isGood =
        if scalar.isASCII { scalar == "\n" || (0x20..<0x7F).contains(scalar.value) } else {
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
          default: true
          }
        }
      holds(isGood, "\(name) holds no U+\(String(scalar.value, radix: 16))")
    }
  }
}
