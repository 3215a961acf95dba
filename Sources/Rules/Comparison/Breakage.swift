public import SAML

/// Something about a change that ends sign-ins: what, when, how it shows, and for how long.
public struct Breakage: Sendable {
  /// What breaks.
  public let kind: Kind
  /// When it does.
  public let moment: Moment
  /// The value concerned, an address or the SHA-256 of a certificate: untrusted text.
  public let value: String?
  /// What people see when they sign in.
  public let symptom: String
  /// How long it lasts where it cannot be avoided; nil where the steps avoid it.
  public let outage: String?

  /// What can break. The raw values are the words of the JSON format.
  public enum Kind: String, Sendable, CaseIterable {
    /// The identity provider signs with a key that AWS was never given.
    case certificateNotTrusted = "certificate-not-trusted"
    /// The last certificate that both sides know ends.
    case certificateExpires = "certificate-expires"
    /// What the identity provider has to sign with has ended, or has not begun.
    case certificateNotValid = "certificate-not-valid"
    /// The new document has no signing certificate.
    case noCertificate = "no-certificate"
    /// The identity provider names itself otherwise than AWS has it.
    case issuerChanged = "issuer-changed"
    /// The address that AWS sends people to is no longer listed.
    case signInURLGone = "sign-in-url-gone"
    /// The new document's role is not for SAML 2.0.
    case otherProtocol = "other-protocol"
    /// AWS names itself otherwise than the identity provider has it.
    case audienceChanged = "audience-changed"
    /// AWS asks for an answer at an address that the identity provider does not have.
    case acsURLMissing = "acs-url-missing"
  }

  /// When something breaks.
  public enum Moment: Sendable, Hashable {
    /// It is broken, since the change was made.
    case now
    /// As soon as the change is made.
    case change
    /// As soon as the identity provider signs with the new key.
    case activation
    /// As soon as AWS uses the new addresses, or the identity provider drops the old ones.
    case use
    /// At this instant, or since then where it has passed.
    case at(Instant)

    /// The word of the JSON format.
    public var name: String {
      switch self {
      case .now: "now"
      case .change: "change"
      case .activation: "activation"
      case .use: "use"
      case .at: "date"
      }
    }

    /// The instant, where it is known.
    public var instant: Instant? { if case .at(let instant) = self { instant } else { nil } }
  }

  /// Whether the steps avoid it.
  public var isAvoidable: Bool { outage == nil }
}
