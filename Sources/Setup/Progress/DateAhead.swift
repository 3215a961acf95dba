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
  /// Who reminds of it, and when; empty where nobody does.
  public let reminders: [ReminderSchedule]
  /// The day from which AWS reminds; nil where it does not.
  public let reminder: String?
  /// Whole days from now on; negative once it has passed.
  public let daysLeft: Int64
  /// Seconds from now on; negative once it has passed.
  public let secondsLeft: Int64

  /// Whether it has passed.
  public let isPast: Bool

  /// The flow that brings a later day; nil where it takes no more than another metadata file.
  public var flow: Playbook.Flow? {
    switch kind {
    case .signingCertificate: .rotateCertificate
    case .scimToken: .renewSCIMToken
    case .metadataValidity: nil
    }
  }

  /// The days before the end on which an entry in a calendar should remind, the earliest first: those on which others
  /// do, and where nobody does, days that leave time to act.
  public var alarmDays: [Int] {
    reminders.isEmpty ? [30, 7, 1] : Set(reminders.flatMap(\.days)).sorted(by: >)
  }

  init(_ kind: Kind, _ fact: FactKey, _ instant: Instant, reminders: [ReminderSchedule] = [], now: Instant) {
    self.kind = kind
    self.fact = fact
    self.instant = instant
    day = instant.date
    self.reminders = reminders
    reminder = reminders.first { $0.sender == .aws }?.days.first.map { instant.adding(days: -Int64($0)).date }
    daysLeft = now.days(until: instant)
    let (difference, overflow) = instant.seconds.subtractingReportingOverflow(now.seconds)
    secondsLeft = overflow ? (instant > now ? .max : .min) : difference
    isPast = instant <= now
  }
}

extension Progress {
  /// Everything that will end, the soonest first.
  public var datesAhead: [DateAhead] {
    var dates: [DateAhead] = []
    func add(_ kind: DateAhead.Kind, _ key: FactKey, _ instant: Instant?, _ reminders: [ReminderSchedule] = []) {
      guard let instant else { return }
      dates.append(DateAhead(kind, key, instant, reminders: reminders, now: now))
    }
    func day(_ key: FactKey) -> Instant? { facts[key]?.values.first.flatMap(Instant.init(day:)) }
    add(
      .signingCertificate, .idpCertificateExpires, day(.idpCertificateExpires),
      ReminderSchedule.signingCertificate(of: playbook.provider))
    add(.scimToken, .scimTokenExpires, day(.scimTokenExpires), ReminderSchedule.scimToken)
    for key in [FactKey.idpMetadata, .awsMetadata] {
      add(.metadataValidity, key, file(key)?.validUntil.flatMap { Instant($0) })
    }
    return dates.sorted {
      ($0.instant, $0.kind.rawValue, $0.fact.rawValue) < ($1.instant, $1.kind.rawValue, $1.fact.rawValue)
    }
  }
}
