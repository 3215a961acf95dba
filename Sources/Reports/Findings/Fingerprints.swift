import Markup
import Rules
import SAML

/// Names findings by what they are about rather than by where it stands: they stay the same when lines move, when the
/// file is laid out anew around them, and when the days that a message counts go by.
struct Fingerprints {
  /// How often each name was given for a file.
  private var given: [Name: Int] = [:]

  private struct Name: Hashable {
    let file: String
    let digest: Digest
  }

  /// The name of the next finding of a report: a digest of the rule, the entity and the content that is marked, and the
  /// number among those of its file that are the same.
  mutating func next(for finding: Finding) -> String {
    let parts = [finding.rule.id, finding.entityID ?? "", finding.place.marked]
    let name = Name(file: finding.place.file, digest: Self.digest(of: parts))
    given[name, default: 0] += 1
    return "\(name.digest):\(given[name, default: 1])"
  }

  /// With its length before each part, no two lists of parts are one text.
  static func digest(of parts: [String]) -> Digest {
    .sha256(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8).span)
  }
}

extension Finding.Place {
  /// What is pointed at, whatever its line: a digest of it, or the text itself where nothing better is known.
  var marked: String { content?.description ?? excerpt?.marked ?? "" }
}

extension Excerpt {
  /// The part of the line that is pointed at.
  fileprivate var marked: String {
    String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(lead).prefix(count)))
  }
}
