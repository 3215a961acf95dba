/// One thing to do so that a change costs no sign-ins, or as few as can be.
public struct ChangeStep: Sendable {
  /// Who does it.
  public let actor: Actor
  /// Where, as the menu is clicked through.
  public let place: [String]
  /// What to do, in sentences of our own.
  public let text: String
  /// What is entered, looked for or deleted: addresses, entityIDs or the SHA-256 of certificates; untrusted text.
  public let values: [String]

  /// The two people who share the work. The raw values are the words of the JSON format.
  public enum Actor: String, Sendable {
    case idpAdmin = "idp-admin"
    case awsAdmin = "aws-admin"

    /// Who it is, in words.
    public var displayName: String {
      switch self {
      case .idpAdmin: "IdP administrator"
      case .awsAdmin: "AWS administrator"
      }
    }
  }

  init(_ actor: Actor, at place: [String], _ text: String, values: [String] = []) {
    self.actor = actor
    self.place = place
    self.text = text
    self.values = values
  }
}

extension ChangeStep {
  /// Where AWS shows what it holds of the identity provider
  /// (https://docs.aws.amazon.com/singlesignon/latest/userguide/rotatesamlcert.html).
  static let manageAuthentication = [
    "IAM Identity Center", "Settings", "Identity source", "Actions", "Manage authentication",
  ]

  /// AWS trusts every imported certificate at once.
  static func importCertificates(_ certificates: [SigningCertificate], isUrgent: Bool) -> ChangeStep {
    let several = certificates.count > 1
    return ChangeStep(
      .awsAdmin, at: manageAuthentication + ["Manage SAML 2.0 certificates"],
      (several
        ? "Choose Import certificate for each of these, as PEM files; "
        : "Choose Import certificate, then Choose file with this certificate as PEM, then Import certificate; ")
        + (isUrgent
          ? "sign-ins work again from then on."
          : "AWS trusts it beside the old one from then on, and nothing else changes."),
      values: certificates.map(\.fingerprint))
  }

  /// A sign-in that goes wrong is better found by the one who made the change.
  static func test(orElse retreat: String) -> ChangeStep {
    ChangeStep(
      .awsAdmin, at: ["AWS access portal"],
      "Open the portal in a private window and sign in.\(retreat.isEmpty ? "" : " " + retreat)")
  }

  /// Ends the overlap; AWS keeps one valid certificate at least. `patience` is a sentence on when it may end.
  static func deleteCertificates(_ certificates: [SigningCertificate], waiting patience: String = "") -> ChangeStep {
    ChangeStep(
      .awsAdmin, at: manageAuthentication + ["Manage SAML 2.0 certificates"],
      "Once sign-ins work, select \(certificates.count > 1 ? "the old certificates, one by one" : "the old certificate"), "
        + "choose Delete and type DELETE. One valid certificate has to stay.\(patience)",
      values: certificates.map(\.fingerprint))
  }
}
