import Markup
import Parties
import SAML

/// ACS URLs as the identity provider's console shows them, against AWS's file.
extension Rule {
  static let typedConsumerDiffers = Rule(
    "PAIR004", "typed-acs-differs", .error,
    summary: "An ACS URL in the identity provider's console is none of those in AWS's file",
    why: """
      AWS names in its request the ACS URL to which it wants the answer, and compares it with the one in the answer. The \
      identity provider sends an answer only to what its console holds; one other character is another address.
      """,
    remedy: "Delete the value and paste the ACS URL from AWS's console (View ACS URLs) or out of its file.",
    remedies: .acsURL,
    references: [.awsTroubleshooting, .awsMultiRegion, .profiles("4.1.4.3")],
    failing: [
      .typed(TypedValues(acsURLs: [Scaffold.acs + "/"]), .serviceProvider(endpoints: Scaffold.markedConsumer)),
      .typed(TypedValues(acsURLs: [Scaffold.acs + " "]), .serviceProvider(endpoints: Scaffold.markedConsumer)),
      .typed(
        TypedValues(acsURLs: ["https://us-esat-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888"]),
        .serviceProvider(endpoints: Scaffold.markedConsumer)),
      .typed(
        TypedValues(acsURLs: ["https://cn-north-1.signin.amazonaws.cn/platform/saml/acs/abc-1"]),
        .serviceProvider(endpoints: Scaffold.markedConsumer)),
      // The digits in front of the id are part of the address.
      .typed(
        TypedValues(acsURLs: [
          "https://eu-west-1.signin.aws/platform/saml/acs/4455422d11112222-3333-4444-5555-666677778888"
        ]),
        .serviceProvider(endpoints: Scaffold.markedConsumer)),
      // Another Region's alone: the console has none for the Region of the file.
      .typed(
        TypedValues(acsURLs: [Scaffold.otherRegionACS]), .serviceProvider(endpoints: Scaffold.markedConsumer)),
    ],
    passing: [
      .typed(TypedValues(acsURLs: [Scaffold.acs]), .serviceProvider()),
      // The issuer in this place has a rule of its own.
      .typed(TypedValues(acsURLs: [Scaffold.issuer]), .serviceProvider()),
    ],
    check: .typed(.acsURLs) { typed, findings in
      for consumer in typed.typedConsumers {
        guard case .different(let difference) = consumer.kind else { continue }
        findings.report(
          "the console's ACS URL \(difference): \(consumer.text.quoted)", at: consumer.nearest.spot)
      }
    })

  static let typedConsumerBeyondFile = Rule(
    "PAIR005", "typed-acs-not-in-file", .warning,
    summary: "The identity provider's console holds an ACS URL of this instance that AWS's file does not list",
    why: """
      The file may be older than a Region that was added, or may have been shortened; a mistyped Region or host looks the \
      same, and nobody can sign in through it.
      """,
    remedy:
      "Download the service provider metadata again and compare; delete the address if the new file lacks it too.",
    references: [.awsMultiRegion],
    failing: [
      .typed(
        TypedValues(acsURLs: [
          "https://eu-west-1.sso.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888"
        ]),
        .serviceProvider(endpoints: Scaffold.markedConsumer)),
      .typed(
        TypedValues(acsURLs: [
          Scaffold.acs, "https://us-east-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888",
        ]),
        .serviceProvider(endpoints: Scaffold.markedConsumer)),
    ],
    passing: [
      .typed(TypedValues(acsURLs: [Scaffold.acs]), .serviceProvider()),
      // The older host is in the primary Region only: said by another rule.
      .typed(
        TypedValues(acsURLs: [
          "https://us-east-1.signin.aws.amazon.com/platform/saml/acs/11112222-3333-4444-5555-666677778888"
        ]),
        .serviceProvider()),
      // Nothing beside it serves the Region of the file: said by another rule.
      .typed(TypedValues(acsURLs: [Scaffold.otherRegionACS]), .serviceProvider()),
    ],
    check: .typed(.acsURLs) { typed, findings in
      for consumer in typed.typedConsumers {
        guard case .beyondFile(let url) = consumer.kind else { continue }
        let family = url.family.displayName
        findings.report(
          "the console's ACS URL of \(url.region) (\(family)) is of this instance, and the file does not list it: "
            + consumer.text.quoted, at: consumer.nearest.spot)
      }
    })

  static let typedConsumerIsAnotherAddress = Rule(
    "PAIR006", "typed-acs-is-another-address", .error,
    summary: "What stands as ACS URL in the identity provider's console is another address",
    why: "Answers that are posted to the issuer, to the portal or to SAML federation with IAM go nowhere.",
    remedy: "Put the value that AWS calls IAM Identity Center Assertion Consumer Service (ACS) URL there.",
    remedies: .acsURL,
    references: [.awsMultiRegion, .awsExternalIdP],
    failing: [
      .typed(TypedValues(acsURLs: [Scaffold.issuer]), .serviceProvider(endpoints: Scaffold.markedConsumer)),
      .typed(
        TypedValues(acsURLs: ["https://d-1234567890.awsapps.com/start"]),
        .serviceProvider(endpoints: Scaffold.markedConsumer)),
      .typed(
        TypedValues(acsURLs: ["https://signin.aws.amazon.com/saml"]),
        .serviceProvider(endpoints: Scaffold.markedConsumer)),
    ],
    passing: [
      .typed(TypedValues(acsURLs: [Scaffold.acs]), .serviceProvider()),
      // Cut short, but an ACS URL all the same.
      .typed(TypedValues(acsURLs: ["https://eu-west-1.signin.aws/platform/saml/"]), .serviceProvider()),
    ],
    check: .typed(.acsURLs) { typed, findings in
      for consumer in typed.typedConsumers {
        guard case .anotherAddress(let address) = consumer.kind else { continue }
        findings.report(
          "the console's ACS URL is \(address): \(consumer.text.quoted)", at: consumer.nearest.spot)
      }
    })

  static let olderConsumerMissing = Rule(
    "PAIR007", "older-acs-missing", .warning,
    summary: "AWS's file lists an ACS URL on signin.aws.amazon.com, and the identity provider's console lacks it",
    why: """
      Instances enabled before February 2026 answer to this address as well; sign-in that begins at AWS in the primary \
      Region needs it. Later instances have none, and their file does not list it.
      """,
    remedy: "Add the ACS URL on signin.aws.amazon.com to the others; where the console takes only one, enter this one.",
    remedies: [
      .okta: """
      The application of Okta's catalogue has one field for the ACS URL: enter the one on signin.aws.amazon.com there.
      """,
      .googleWorkspace: "Google's application holds one ACS URL: enter the one on signin.aws.amazon.com.",
      .cyberArk: "CyberArk's application holds one ACS URL: enter the one on signin.aws.amazon.com.",
      .oneLogin: "OneLogin's application holds one ACS URL: enter the one on signin.aws.amazon.com.",
    ],
    references: [.awsMultiRegion],
    failing: [
      .typed(
        TypedValues(acsURLs: [Scaffold.acs]),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer("«\(Scaffold.olderACS)»", index: "1"))),
      .typed(
        TypedValues(acsURLs: [Scaffold.acs]),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer("«\(Scaffold.olderACS)»", index: "1")),
        identityProvider: .identityProvider()),
    ],
    passing: [
      .typed(TypedValues(acsURLs: [Scaffold.acs]), .serviceProvider()),
      .typed(
        TypedValues(acsURLs: [Scaffold.olderACS]),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer(Scaffold.olderACS, index: "1"))),
      // It is there, but mistyped: said by another rule.
      .typed(
        TypedValues(acsURLs: [Scaffold.acs, Scaffold.olderACS + "/"]),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer(Scaffold.olderACS, index: "1"))),
    ],
    check: .typed(.acsURLs) { typed, findings in
      let shown = typed.typedConsumers
      guard let older = typed.consumers.first(where: { $0.consumer?.family == .legacy }),
        shown.contains(where: \.isListed), !shown.contains(where: { $0.nearest.consumer?.family == .legacy }),
        typed.capacity.isSingle || shown.contains(where: { $0.nearest.consumer?.region == older.consumer?.region })
      else { return }
      let found = typed.values.acsURLs.count == 1 ? "the console's ACS URL is not" : "none of the console's ACS URLs is"
      findings.report("\(found) the one on signin.aws.amazon.com, which AWS's file lists", at: older.spot)
    })

  static let typedRegionsIncomplete = Rule(
    "PAIR008", "typed-acs-lacks-region", .warning,
    summary: "The identity provider's console has no ACS URL of a Region that AWS's file lists",
    why:
      "Each Region asks for answers to an ACS URL of its own; the identity provider refuses one that it does not hold.",
    remedy: "Add the ACS URLs of the missing Region beside those that are there, or import AWS's file again.",
    remedies: .moreACSURLs,
    references: [.awsMultiRegion],
    failing: [
      .typed(
        TypedValues(acsURLs: [Scaffold.acs]),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer("«\(Scaffold.otherRegionACS)»", index: "1")))
    ],
    passing: [
      .typed(
        TypedValues(acsURLs: [Scaffold.acs, Scaffold.otherRegionACS]),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer(Scaffold.otherRegionACS, index: "1"))),
      // An application that takes one ACS URL cannot hold another Region's.
      .typed(
        TypedValues(acsURLs: [Scaffold.acs]),
        .serviceProvider(endpoints: Scaffold.consumer + Scaffold.consumer(Scaffold.otherRegionACS, index: "1")),
        identityProvider: .identityProvider()),
    ],
    check: .typed(.acsURLs) { typed, findings in
      let shown = typed.typedConsumers
      guard shown.contains(where: \.isListed), !typed.capacity.isSingle else { return }
      let held = Set(shown.compactMap { $0.nearest.consumer?.region })
      let missing = typed.consumers.filter { $0.consumer.map { !held.contains($0.region) } ?? false }
      guard let first = missing.first else { return }
      let regions = missing.compactMap { $0.consumer?.region.code }.distinct
      findings.report(
        "the console has no ACS URL of \(regions.joined(separator: ", ")), and sign-in there needs one",
        at: first.spot)
    })
}

extension Scaffold {
  static let markedConsumer = consumer("«\(acs)»")
  static let olderACS =
    "https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/11112222-3333-4444-5555-666677778888"
  static let otherRegionACS = "https://us-east-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888"
}
