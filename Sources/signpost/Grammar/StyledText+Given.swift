import Console
import Setup

extension StyledText.Interpolation {
  /// `\(given: text)`: what somebody typed, between quotation marks; only what it looks like, where that is a secret in
  /// the wrong place.
  mutating func appendInterpolation(given text: String, limit: Int? = 60) {
    if let kind = SecretLookalike.found(in: text) {
      appendLiteral(kind.placeholder)
    } else {
      appendInterpolation(quoted: text, limit: limit)
    }
  }
}
