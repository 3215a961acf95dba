import Parties
import Playbook
public import Setup

extension DateAhead {
  /// What ends on the day.
  public var title: String {
    switch kind {
    case .signingCertificate: "the signing certificate expires"
    case .scimToken: "the SCIM token expires"
    case .metadataValidity: "the validity of the \(fact.definition.title) ends"
    }
  }

  /// What ended on the day.
  var pastTitle: String {
    switch kind {
    case .signingCertificate: "the signing certificate expired"
    case .scimToken: "the SCIM token expired"
    case .metadataValidity: "the validity of the \(fact.definition.title) ended"
    }
  }

  /// How far it is: `in 10 days`, `2 days ago`.
  public var distance: String {
    let days = daysLeft.magnitude
    let count = "\(days) \(days == 1 ? "day" : "days")"
    if isPast { return days == 0 ? "less than a day ago" : "\(count) ago" }
    return days == 0 ? "in less than a day" : "in \(count)"
  }

  /// Whether it is still to come and has come so near that somebody should see to it.
  ///
  /// - Parameter horizon: how near, in seconds.
  func isNear(within horizon: Int64) -> Bool { !isPast && secondsLeft <= horizon }

  /// What the distance means, in a word; nil where it means nothing.
  public func urgency(within horizon: Int64) -> String? { isPast ? "past" : isNear(within: horizon) ? "soon" : nil }

  /// The same at the usual horizon.
  var urgency: String? { urgency(within: Self.usualHorizon) }

  /// AWS turns its own indicator at the same distance.
  public static let usualHorizon = Int64(AWSLimits.certificateIndicatorDays) * 86_400
}

extension ReminderSchedule {
  /// Who reminds, how and when.
  var wording: Wording { "\(ours: sender.name) \(ours: manner)\(ours: certainty == .believed ? " (unconfirmed)" : "")" }
}
