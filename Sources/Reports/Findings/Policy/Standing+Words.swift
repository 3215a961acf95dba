import Console
import Rules
import SAML
import Setup

extension Finding {
  /// What was agreed about it, in one line that is safe to show: `baselined`, `suppressed until 2027-01-31: …`; nil where
  /// nothing was.
  var standingWords: String? {
    switch standing {
    case .counted: nil
    case .baselined: "baselined"
    case .suppressed(let suppression):
      "suppressed until \(suppression.until.date): \(SafeText(suppression.reason).body)"
    case .suppressionEnded(let suppression):
      "its suppression ended on \(suppression.until.date): \(SafeText(suppression.reason).body)"
    }
  }

  /// The same, in parentheses behind a blank; empty where nothing was agreed.
  var standingSuffix: String { standingWords.map { " (\($0))" } ?? "" }
}

extension Finding.Standing {
  /// The word of the JSON format; nil where nothing was agreed.
  var word: String? {
    switch self {
    case .counted: nil
    case .baselined: "baselined"
    case .suppressed: "suppressed"
    case .suppressionEnded: "suppression-ended"
    }
  }

  /// The decision behind it.
  var suppression: Suppression? {
    switch self {
    case .counted, .baselined: nil
    case .suppressed(let suppression), .suppressionEnded(let suppression): suppression
    }
  }
}

extension ValidationReport.Summary {
  /// `2 baselined, 1 suppressed`; nil where every finding counts.
  var uncounted: String? {
    let parts = [(baselined, "baselined"), (suppressed, "suppressed")].filter { $0.0 > 0 }
    return parts.isEmpty ? nil : parts.map { "\($0) \($1)" }.joined(separator: ", ")
  }
}
