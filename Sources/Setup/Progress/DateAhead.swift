import Parties
public import Playbook
public import SAML

/// A day on which something ends unless somebody does something before.
public struct DateAhead: Sendable, Equatable {
  /// What ends.
  public enum Kind: String, Sendable, Equatable {
    /// The identity provider's signing certificate.
    case signingCertificate = "signing-certificate"
    /// The SCIM token.
    case scimToken = "scim-token"
    /// A metadata file says that it may be used until then.
    case metadataValidity = "metadata-validity"
  }

  /// What ends.
  public let kind: Kind
  /// The fact that says so.
  public let fact: FactKey
  /// The day, `YYYY-MM-DD`, in UTC.
  public let day: String
  /// The first moment of that day, or the moment itself where it is known.
  public let instant: Instant
  /// The day from which AWS reminds; nil where nobody does.
  public let reminder: String?
  /// Whole days from now on; negative once it has passed.
  public let daysLeft: Int64

  /// Whether it has passed.
  public let isPast: Bool

  init(_ kind: Kind, _ fact: FactKey, _ instant: Instant, remindsBefore days: Int64?, now: Instant) {
    self.kind = kind
    self.fact = fact
    self.instant = instant
    day = instant.date
    reminder = days.map { instant.adding(days: -$0).date }
    daysLeft = now.days(until: instant)
    isPast = instant <= now
  }
}

extension Progress {
  /// Everything that will end, the soonest first.
  public var datesAhead: [DateAhead] {
    var dates: [DateAhead] = []
    func add(_ kind: DateAhead.Kind, _ key: FactKey, _ instant: Instant?, remindsBefore days: Int64?) {
      guard let instant else { return }
      dates.append(DateAhead(kind, key, instant, remindsBefore: days, now: now))
    }
    func day(_ key: FactKey) -> Instant? { facts[key]?.values.first.flatMap(Instant.init(day:)) }
    add(
      .signingCertificate, .idpCertificateExpires, day(.idpCertificateExpires),
      remindsBefore: Int64(AWSLimits.certificateIndicatorDays))
    add(.scimToken, .scimTokenExpires, day(.scimTokenExpires), remindsBefore: SCIMToken.reminderDays)
    for key in [FactKey.idpMetadata, .awsMetadata] {
      add(.metadataValidity, key, file(key)?.validUntil.flatMap { Instant($0) }, remindsBefore: nil)
    }
    return dates.sorted {
      ($0.instant, $0.kind.rawValue, $0.fact.rawValue) < ($1.instant, $1.kind.rawValue, $1.fact.rawValue)
    }
  }
}
