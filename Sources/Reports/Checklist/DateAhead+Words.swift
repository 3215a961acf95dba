import Parties
import Playbook
import Setup

extension DateAhead {
  /// What ends on the day.
  var title: String {
    switch kind {
    case .signingCertificate: "the signing certificate expires"
    case .scimToken: "the SCIM token expires"
    case .metadataValidity: "the validity of the \(fact.definition.title) ends"
    }
  }

  /// How far it is: `in 10 days`, `2 days ago`.
  var distance: String {
    let days = daysLeft.magnitude
    let count = "\(days) \(days == 1 ? "day" : "days")"
    if isPast { return days == 0 ? "less than a day ago" : "\(count) ago" }
    return days == 0 ? "in less than a day" : "in \(count)"
  }

  /// Whether it has come so near that somebody should see to it: AWS turns its own indicator at the same distance.
  var isNear: Bool { !isPast && daysLeft <= AWSLimits.certificateIndicatorDays }

  /// What the distance means, in a word; nil where it means nothing.
  var urgency: String? { isPast ? "past" : isNear ? "soon" : nil }
}
