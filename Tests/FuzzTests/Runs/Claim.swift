import SAML
import Setup

/// What has to hold whatever the input.
enum Claim {
  /// A claim that does not hold.
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  /// The clock of every run: the same input always does the same.
  static let now = Instant("2026-11-21T00:00:00Z") ?? Instant(seconds: 0)

  static func holds(_ condition: Bool, _ claim: @autoclosure () -> String) throws(Broken) {
    if !condition { throw Broken(description: "does not hold: \(claim())") }
  }

  /// Nothing in the text commands a terminal or deceives a reader's eye.
  static func isInert(_ text: String, _ name: @autoclosure () -> String) throws(Broken) {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return }
    for scalar in text.unicodeScalars {
      let isGood =
        if scalar.isASCII { scalar == "\n" || (0x20..<0x7F).contains(scalar.value) } else {
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
          default: true
          }
        }
      try holds(isGood, "\(name()) holds no U+\(String(scalar.value, radix: 16))")
    }
  }

  /// The text is inert, and JSON.
  static func isJSON(_ text: String, _ name: @autoclosure () -> String) throws(Broken) {
    try isInert(text, name())
    try holds((try? JSON(reading: Array(text.utf8))) != nil, "\(name()) is JSON")
  }
}
