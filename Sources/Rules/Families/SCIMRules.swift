import Markup
import Parties
import SAML

/// The SCIM endpoint as the identity provider's console holds it.
extension Rule {
  static let endpointIsAnotherAddress = Rule(
    "SCIM001", "scim-endpoint-is-another-address", .error,
    summary: "What stands as SCIM endpoint in the identity provider's console is another value",
    why: "Users and groups are written to this address; no other address of AWS takes them.",
    remedy: """
      Copy SCIM endpoint from IAM Identity Center: Settings > Identity source > Automatic provisioning > Inbound automatic \
      provisioning. If the access token stood there, create another token and delete this one.
      """,
    references: [.awsProvisioning],
    failing: [
      .typed(TypedValues(scimEndpoint: Scaffold.acs), .serviceProvider(entity: Scaffold.markedIssuer)),
      .typed(
        TypedValues(scimEndpoint: "https://d-1234567890.awsapps.com/start"),
        .serviceProvider(entity: Scaffold.markedIssuer)),
      .typed(TypedValues(scimEndpoint: "https://idp.example/scim/v2"), .serviceProvider(entity: Scaffold.markedIssuer)),
    ],
    passing: [.typed(TypedValues(scimEndpoint: Scaffold.scim), .serviceProvider())],
    check: .endpoint { endpoint, findings in
      switch endpoint.aws {
      case .scim, .unusual(.scim, _): return
      case .foreign where !endpoint.text.contains("://"):
        // It may be the access token, which is never shown.
        findings.report("the console's SCIM endpoint is not a URL", at: endpoint.spot)
      case .foreign: findings.report("the console's SCIM endpoint is not on AWS's domains", at: endpoint.spot)
      default: findings.report("the console's SCIM endpoint is \(endpoint.aws)", at: endpoint.spot)
      }
    })

  static let brokenEndpoint = Rule(
    "SCIM002", "scim-endpoint-broken", .error,
    summary: "The SCIM endpoint in the identity provider's console is incomplete, or has something added",
    why: "The address consists of host, id and /scim/v2; with any other path AWS answers that it does not exist.",
    remedy: "Copy the whole of SCIM endpoint from AWS's console; it ends in /scim/v2.",
    references: [.awsProvisioning],
    failing: [
      .typed(
        TypedValues(scimEndpoint: String(Scaffold.scim.dropLast("/scim/v2".utf8.count))),
        .serviceProvider(entity: Scaffold.markedIssuer)),
      .typed(TypedValues(scimEndpoint: Scaffold.scim + "/Users"), .serviceProvider(entity: Scaffold.markedIssuer)),
    ],
    passing: [.typed(TypedValues(scimEndpoint: Scaffold.scim), .serviceProvider())],
    check: .endpoint { endpoint, findings in
      switch endpoint.aws {
      case .unusual(.scim, let reason):
        findings.report("the console's SCIM endpoint \(reason): \(endpoint.text.quoted)", at: endpoint.spot)
      case .scim(let url) where url.lacksPath:
        findings.report("the console's SCIM endpoint lacks /scim/v2: \(endpoint.text.quoted)", at: endpoint.spot)
      default: return
      }
    })

  static let endpointWithSlash = Rule(
    "SCIM003", "scim-endpoint-trailing-slash", .warning,
    summary: "The SCIM endpoint in the identity provider's console ends in a slash",
    why: "AWS's console may show the slash, and some identity providers refuse it or add a second one.",
    remedy: "Delete the slash at the end.",
    remedies: [
      .okta: #"Delete the slash at the end: Okta refuses it with "Base URL: Does not match required pattern"."#
    ],
    references: [
      .awsProvisioning, .aws("Okta", "gs-okta"),
    ],
    failing: [.typed(TypedValues(scimEndpoint: Scaffold.scim + "/"), .serviceProvider(entity: Scaffold.markedIssuer))],
    passing: [.typed(TypedValues(scimEndpoint: Scaffold.scim), .serviceProvider())],
    check: .endpoint { endpoint, findings in
      guard case .scim(let url) = endpoint.aws, url.hasTrailingSlash else { return }
      findings.report("the console's SCIM endpoint ends in a slash", at: endpoint.spot)
    })

  static let endpointOfAnotherRegion = Rule(
    "SCIM004", "scim-endpoint-of-another-region", .warning,
    summary: "The SCIM endpoint is in another Region than the instance",
    why: "Users are provisioned in the primary Region only, which is the Region of the issuer URL.",
    remedy: "Copy SCIM endpoint from the console of IAM Identity Center in the Region of the issuer URL.",
    references: [.awsMultiRegion, .awsProvisioning],
    failing: [
      .typed(
        TypedValues(scimEndpoint: Scaffold.scim(region: "us-east-1")),
        .serviceProvider(entity: Scaffold.markedIssuer))
    ],
    passing: [.typed(TypedValues(scimEndpoint: Scaffold.scim), .serviceProvider())],
    check: .endpoint { endpoint, findings in
      guard case .scim(let url) = endpoint.aws, let primary = endpoint.primaryRegion, url.region != primary else {
        return
      }
      findings.report(
        "the console's SCIM endpoint is in \(url.region.code), and the issuer URL in \(primary.code)", at: endpoint.spot
      )
    })

  static let untidyEndpoint = Rule(
    "SCIM005", "scim-endpoint-untidy", .warning,
    summary: "White space or an invisible character stands in the SCIM endpoint",
    why: "Most consoles send the value as it was pasted, and the address then does not exist.",
    remedy: "Delete the value and paste it again.",
    references: [.awsProvisioning],
    failing: [
      .typed(TypedValues(scimEndpoint: " " + Scaffold.scim), .serviceProvider(entity: Scaffold.markedIssuer)),
      .typed(TypedValues(scimEndpoint: Scaffold.scim + "\u{200B}"), .serviceProvider(entity: Scaffold.markedIssuer)),
    ],
    passing: [.typed(TypedValues(scimEndpoint: Scaffold.scim), .serviceProvider())],
    check: .endpoint { endpoint, findings in
      guard let problem = endpoint.untidiness else { return }
      findings.report("the console's SCIM endpoint \(problem)", at: endpoint.spot)
    })

  static let endpointWithUnusualID = Rule(
    "SCIM027", "scim-endpoint-id-unusual", .warning,
    summary: "The id in the SCIM endpoint of the identity provider's console has none of the known forms",
    why: """
      The id names the directory to which users and groups are written, and to another one AWS answers as to a wrong \
      token. AWS promises no form, but an id that was cut or mistyped is likelier than a new one.
      """,
    remedy: "Compare it with SCIM endpoint in AWS's console, character by character, or copy it again.",
    references: [.awsProvisioning],
    failing: [
      .typed(
        TypedValues(scimEndpoint: "https://scim.eu-west-1.amazonaws.com/1a2b3c4d5e6-1a2b-3c4d-5e6f/scim/v2"),
        .serviceProvider(entity: Scaffold.markedIssuer))
    ],
    passing: [
      .typed(TypedValues(scimEndpoint: Scaffold.scim), .serviceProvider()),
      .typed(
        TypedValues(
          scimEndpoint: "https://scim.eu-west-1.api.aws/Hw59fdecb43-7a1b-4c2d-8e3f-0a1b2c3d4e5f/scim/v2"),
        .serviceProvider()),
    ],
    check: .endpoint { endpoint, findings in
      // One without its end lacks it for the same reason.
      guard case .scim(let url) = endpoint.aws, !url.lacksPath, let oddity = endpoint.aws.idOddity else { return }
      findings.report("the console's SCIM endpoint \(oddity)", at: endpoint.spot)
    })
}

/// The SCIM endpoint that a console shows, beside the files.
private struct TypedEndpoint {
  /// Without white space around it and invisible characters in it, which have a rule of their own.
  let text: String
  let aws: AWSAddress
  /// What is wrong with the characters as they were given, to follow "the endpoint".
  let untidiness: String?
  /// The Region of AWS's issuer URL.
  let primaryRegion: Region?
  /// The name of the instance, or of the identity provider where there is no file of AWS's.
  let spot: Spot

  init?(_ typed: TypedSubject) {
    let named = [typed.serviceProvider?.entityID, typed.identityProvider?.entityID].compactMap(\.self)
    guard let written = typed.values.scimEndpoint, let spot = named.first?.spot else { return nil }
    let invisible = SuspiciousCharacter.all(in: written)
    let scalars = Set(invisible.map(\.scalar))
    let visible = String(String.UnicodeScalarView(written.unicodeScalars.filter { !scalars.contains($0) }))
    text = visible.collapsed
    aws = AWSAddress.recognise(text)
    let isSpaced = visible != visible.collapsed || visible.contains(" ")
    untidiness = invisible.first.map { "contains \($0)" } ?? (isSpaced ? "has white space in it" : nil)
    primaryRegion = typed.serviceProvider?.entityID?.aws.region
    self.spot = spot
  }
}

extension Rule.Check {
  /// Looks at the SCIM endpoint that a console shows.
  fileprivate static func endpoint(_ check: @escaping @Sendable (TypedEndpoint, inout Findings) -> Void) -> Rule.Check {
    .typed(.scimEndpoint) { typed, findings in
      if let endpoint = TypedEndpoint(typed) { check(endpoint, &findings) }
    }
  }
}

extension Reference {
  fileprivate static let awsProvisioning = aws("Automatic provisioning", "provision-automatically")
}

extension Scaffold {
  fileprivate static let scim = scim(region: "eu-west-1")
  fileprivate static let markedIssuer = "entityID=\"«\(issuer)»\""
  fileprivate static func scim(region: String) -> String {
    "https://scim.\(region).amazonaws.com/1a2b3c4d5e6-1a2b-3c4d-5e6f-1a2b3c4d5e6f/scim/v2"
  }
}
