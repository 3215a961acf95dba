import Parties
import SAML

// Certificates by which AWS lets nobody in, because they have ended or have not begun.

extension KeyRotation {
  /// Why the identity provider is left without a certificate that is valid.
  enum Lapse {
    /// What it has to sign with has ended, whatever AWS is given.
    case ended([SigningCertificate])
    /// What it has to sign with is not valid yet.
    case notBegun([SigningCertificate], from: Instant)

    var reason: String {
      switch self {
      case .ended(let items) where items.count == 1:
        "The signing certificate that is left has ended, and AWS lets nobody in by it."
      case .ended:
        "The signing certificates that are left have ended, and AWS lets nobody in by them."
      case .notBegun(_, let begin):
        "What is left to sign with is not valid before \(begin.date), and AWS lets nobody in by it until then."
      }
    }
  }

  /// What the new document lacks; nil where it lists a certificate that is valid, or changes nothing about them.
  var lapse: Lapse? {
    let offered = certificates.filter { $0.presence != .old }
    guard !offered.isEmpty, certificates.contains(where: { $0.presence != .both }) else { return nil }
    let ended = offered.filter { $0.isExpired(at: now) }
    if !isPlanned, let key = signer?.publicKeySHA256,
      let active = ended.first(where: { $0.certificate.publicKeySHA256 == key && !$0.isTrusted }),
      !untrusted.contains(where: { $0.certificate.publicKeySHA256 == key })
    {
      return .ended([active])
    }
    // AWS goes by the certificate that it has: the same key in one that has ended takes nothing away.
    if ended.count == offered.count { return shared.isEmpty ? .ended(ended) : nil }
    let isValid = (offered + shared).contains { !$0.isExpired(at: now) && $0.hasBegun(at: now) }
    let begins = shared.compactMap(\.certificate.notBefore)
    // A key that AWS has yet to be given, and that is not valid yet, is announced and not in use.
    guard !isPlanned, !isValid, untrusted.isEmpty, let begin = begins.min() else { return nil }
    return .notBegun(shared, from: begin)
  }

  func breakage(of lapse: Lapse) -> Breakage {
    let items =
      switch lapse {
      case .ended(let items), .notBegun(let items, _): items
      }
    return Breakage(
      kind: .certificateNotValid, moment: isPlanned ? .activation : .now, value: items.first?.fingerprint,
      symptom: """
        After the sign-in at the identity provider AWS shows "It's not you, it's us": the answer is signed with a \
        certificate that is not valid.
        """,
      outage: """
        Until \(name) signs with a certificate that is valid and that AWS has. Only new sign-ins fail; open sessions go \
        on until they end.
        """)
  }

  /// The way back to a certificate that is valid: the old one, where there is one, and then a new one.
  func recovery(from lapse: Lapse) -> [ChangeStep] {
    let valid = trusted.filter { !$0.isExpired(at: now) && $0.hasBegun(at: now) }
    let retreat = ChangeStep(
      .idpAdmin, at: console.place,
      """
      Keep the old certificate in use, which AWS trusts and which is valid; if it does not sign any more, \
      \(console.goBack).
      """, values: valid.map(\.fingerprint))
    return (valid.isEmpty ? [] : [retreat]) + [remedy(for: lapse), .test(orElse: "")]
  }

  /// How the identity provider comes to a certificate that can take the place of the old one.
  func remedy(for lapse: Lapse) -> ChangeStep {
    switch lapse {
    case .ended:
      ChangeStep(.idpAdmin, at: console.store, "Make a new certificate, and give AWS its certificate before it signs.")
    case .notBegun(let items, _):
      ChangeStep(
        .idpAdmin, at: console.place, console.activate + patience(for: items), values: items.map(\.fingerprint))
    }
  }
}
