public import Parties

/// When somebody reminds, unasked, of a day on which something ends.
public struct ReminderSchedule: Sendable, Equatable {
  /// Who reminds.
  public let sender: Sender
  /// How and when, in words that follow the sender.
  public let manner: String
  /// The days before the end on which it begins, and on which it becomes more frequent; the earliest first.
  public let days: [Int]
  /// Whether a page of the sender says so.
  public let certainty: Certainty
  /// Where it was read.
  public let source: SourceReference

  /// Who reminds.
  public enum Sender: Sendable, Equatable {
    case aws
    case provider(Provider)

    /// The name that people use.
    public var name: String {
      switch self {
      case .aws: "AWS"
      case .provider(let provider): provider.displayName
      }
    }
  }

  init(
    _ sender: Sender, _ manner: String, days: [Int], certainty: Certainty = .confirmed, source: SourceReference
  ) {
    self.sender = sender
    self.manner = manner
    self.days = days
    self.certainty = certainty
    self.source = source
  }

  // MARK: What is reminded of

  /// Reminders of the end of a SCIM token. No identity provider is known to send one.
  public static let scimToken = [
    ReminderSchedule(
      .aws,
      """
      reminds in its console and in AWS Health: weekly from 90 days before, twice a week from 60, three times a week \
      from 30, daily from 15
      """,
      days: [AWSLimits.scimTokenReminderDays, 60, 30, 15], source: .provisioning)
  ]

  /// Reminders of the end of a signing certificate, by AWS and by whoever made it.
  ///
  /// - Parameter provider: the identity provider, by the name that the command line uses.
  public static func signingCertificate(of provider: String) -> [ReminderSchedule] {
    [indicator] + makers.filter { $0.sender == Provider(rawValue: provider).map(Sender.provider) }
  }

  private static let indicator = ReminderSchedule(
    .aws, "sends nothing; the console shows the date in yellow from 90 days before, and in red once it has passed",
    days: [AWSLimits.certificateIndicatorDays], source: .certificateExpiry)

  private static let makers = [
    ReminderSchedule(
      .provider(.okta), "lists a task in the Admin Console from 60 days before", days: [60],
      source: SourceReference(
        "Okta: notifications of expiring SAML certificates",
        "https://support.okta.com/help/s/article/saml-certificate-expiration-notifications-in-okta",
        checked: "2026-11")),
    ReminderSchedule(
      .provider(.entraID), "mails the notification addresses of the application 60, 30 and 7 days before",
      days: [60, 30, 7], source: .entraCertificates),
    ReminderSchedule(
      .provider(.jumpCloud), "mails its administrators 60, 30 and 7 days and 24 hours before", days: [60, 30, 7, 1],
      source: .jumpCloudCertificates),
    ReminderSchedule(
      .provider(.oneLogin), "mails the account owner a year, 90 and 45 days before, then daily", days: [365, 90, 45],
      certainty: .believed,
      source: SourceReference(
        "OneLogin: notifications", "https://onelogin.service-now.com/kb_view_customer.do?sysparm_article=KB0010459",
        checked: "2026-11")),
  ]
}
