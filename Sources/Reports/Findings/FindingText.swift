import Console
import Markup
import Rules

/// What formats that are read by other programs say of a finding, one line each and safe to show.
extension Finding {
  /// What was found, with a full stop, and what to do about it.
  var messageAndRemedy: String { "\(SafeText(message).body). \(remedy)" }

  /// `KEY009 certificate-expires-soon`.
  var title: String { "\(rule.id) \(rule.name)" }

  /// `idp.xml:3:12: error[KEY009]: …` and what to do on a line of its own.
  var lines: [String] {
    let place = "\(SafeText(place.file).body):\(place.start.line):\(place.start.column)"
    return [
      "\(place): \(severity.rawValue)[\(rule.id)]: \(SafeText(message).body)\(standingSuffix)", "  do: \(remedy)",
    ]
      + related.map { related in
        let other = related.place
        return
          "  \(SafeText(other.file).body):\(other.start.line):\(other.start.column): \(SafeText(related.message).body)"
      }
  }
}
