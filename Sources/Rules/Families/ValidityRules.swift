import Markup
import Parties
import SAML

/// How long a document says that it may be used.
extension Rule {
  static let validUntilPassed = Rule(
    "MD009", "valid-until-passed", .warning,
    summary: "The metadata's validUntil has passed",
    why: """
      The file says that it is no longer valid. AWS does not document whether it checks the date. In a file from Google \
      the date is the end of the file's first certificate.
      """,
    remedy: "Download the metadata again.",
    remedies: .downloadAgain.with([
      .googleWorkspace: """
      Download the metadata again: Apps > Web and mobile apps > the AWS application > Download metadata. If the new file's \
      date has passed too, the first certificate has ended: add another under Security > Authentication > SSO with SAML \
      applications.
      """
    ]),
    references: [.metadata("2.3.2")],
    failing: [
      .identityProvider(entity: #"entityID="https://idp.example" validUntil="«2026-11-20T23:59:59Z»""#),
      .identityProvider(role: #"validUntil="«2020-01-01T00:00:00.000Z»""#),
      .group(#"validUntil="«2026-11-20T23:59:59Z»""#),
    ],
    passing: [.identityProvider(entity: #"entityID="https://idp.example" validUntil="2026-11-22T00:00:00Z""#)],
    check: .validity { subject, findings in
      for (attribute, end) in subject.ends where end <= subject.settings.now {
        findings.report("validUntil passed on \(end.date)", at: attribute.spot)
      }
    })

  static let unreadableValidUntil = Rule(
    "MD010", "valid-until-unreadable", .warning,
    summary: "A validUntil that is not a date and time with a time zone",
    why: "Software may ignore the date, take it as past, or refuse the file; AWS does not document what it does.",
    remedy: "Write it in the form 2027-01-31T00:00:00Z, or leave it out.",
    remedies: .downloadAgain,
    references: [.metadata("2.3.2")],
    failing: [
      .identityProvider(entity: #"entityID="https://idp.example" validUntil="«next year»""#),
      .identityProvider(entity: #"entityID="https://idp.example" validUntil="«2030-02-30T00:00:00Z»""#),
      .group(#"validUntil="«2030-01-31T00:00:00»""#),
    ],
    passing: [.identityProvider(entity: #"entityID="https://idp.example" validUntil="2030-01-31T00:00:00.123Z""#)],
    check: .validity { subject, findings in
      for (attribute, reading) in subject.validities.compactMap(\.validUntil) {
        guard let problem = reading.problem else { continue }
        findings.report("validUntil \(attribute.value.quoted): \(problem)", at: attribute.spot)
      }
    })

  static let validUntilSoon = Rule(
    "MD013", "valid-until-soon", .note,
    summary: "The metadata's validUntil falls into the warning period (90 days by default)",
    why: """
      After that day the file is not to be used any more. AWS keeps the file that was uploaded and does not document \
      whether it checks the date; it is a reminder to look for a new file, and for a new certificate in it.
      """,
    remedy: "Download the metadata again before that day, and compare the two files.",
    remedies: .downloadAgain,
    references: [.metadata("2.3.2")],
    failing: [.identityProvider(entity: #"entityID="https://idp.example" validUntil="«2026-12-24T00:00:00Z»""#)],
    passing: [
      .identityProvider(entity: #"entityID="https://idp.example" validUntil="2027-12-24T00:00:00Z""#),
      // The certificate's end is reported as such.
      .identityProvider(
        entity: #"entityID="https://idp.example" validUntil="2026-12-31T00:00:00Z""#,
        keys: Scaffold.key(ExampleCertificates.expiring)),
    ],
    check: .validity { subject, findings in
      let now = subject.settings.now
      for (attribute, end) in subject.ends where end > now && now.days(until: end) <= subject.settings.expiryWindow {
        guard !subject.certificateEnds.contains(where: { abs($0.seconds - end.seconds) < 86_400 }) else { continue }
        let copies = subject.copyLife.map { ", and a copy may be kept for \($0)" } ?? ""
        findings.report("the metadata is valid until \(end.date)\(copies)", at: attribute.spot)
      }
    })

  static let unreadableCacheDuration = Rule(
    "MD014", "cache-duration-unreadable", .warning,
    summary: "A cacheDuration that is not a duration",
    why:
      "The schema's type is strict, and software that checks it refuses the file; AWS does not document what it does.",
    remedy: "Write it in the form P7D or PT12H, or leave it out.",
    references: [
      .metadata("2.3.2"), Reference("XML Schema Part 2, section 3.2.6", "https://www.w3.org/TR/xmlschema-2/#duration"),
    ],
    failing: [
      .identityProvider(entity: #"entityID="https://idp.example" cacheDuration="«P1DT»""#),
      .identityProvider(entity: #"entityID="https://idp.example" cacheDuration="«604800»""#),
    ],
    passing: [.identityProvider(entity: #"entityID="https://idp.example" cacheDuration="P7D""#)],
    check: .validity { subject, findings in
      for (attribute, reading) in subject.validities.compactMap(\.cacheDuration) where reading.duration == nil {
        guard let problem = reading.problem else { continue }
        findings.report("cacheDuration \(attribute.value.quoted): \(problem)", at: attribute.spot)
      }
    })

  static let absurdCacheDuration = Rule(
    "MD015", "cache-duration-absurd", .note,
    summary: "A cacheDuration that is negative, or longer than ten years",
    why: """
      A point in time, in seconds since 1970, was written where a length belongs (PT1594475551S is half a century). \
      AWS reads the file once and ignores it; other software keeps an old copy for ever.
      """,
    remedy: "Nothing for AWS. At the identity provider, set a length such as P7D, and validUntil for a point in time.",
    references: [.metadata("2.3.2")],
    failing: [.identityProvider(entity: #"entityID="https://idp.example" cacheDuration="«PT1594475551S»""#)],
    passing: [.identityProvider(entity: #"entityID="https://idp.example" cacheDuration="P1Y""#)],
    check: .validity { subject, findings in
      for (attribute, reading) in subject.validities.compactMap(\.cacheDuration) {
        guard let seconds = reading.duration?.approximateSeconds, !(0...ValiditySubject.decade).contains(seconds)
        else { continue }
        let found = seconds < 0 ? "is negative" : "is \(seconds / ValiditySubject.year) years"
        findings.report("cacheDuration \(attribute.value.quoted) \(found)", at: attribute.spot)
      }
    })
}

extension ValiditySubject {
  fileprivate static let year: Int64 = 31_556_952
  fileprivate static let decade: Int64 = 10 * year

  /// Each validUntil that could be read.
  fileprivate var ends: [(attribute: Attribute, end: Instant)] {
    validities.compactMap { validity in
      guard let (attribute, reading) = validity.validUntil, let end = reading.instant else { return nil }
      return (attribute, end)
    }
  }

  /// How long a copy may be kept, where that is shorter than anybody would mean to wait.
  fileprivate var copyLife: String? {
    let lengths = validities.compactMap { $0.cacheDuration?.reading.duration?.approximateSeconds }
    guard let shortest = lengths.min(), (0...Self.year).contains(shortest) else { return nil }
    switch shortest {
    case ..<7_200: return "\(shortest / 60) minutes"
    case ..<172_800: return "\(shortest / 3_600) hours"
    default: return "\(shortest / 86_400) days"
    }
  }
}
