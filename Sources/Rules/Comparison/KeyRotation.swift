import Parties
import SAML

/// How the signing keys of an identity provider change, seen from an AWS that was given the old document.
struct KeyRotation {
  let certificates: [SigningCertificate]
  let provider: Provider?
  private let now: Instant
  private let isPlanned: Bool
  private let signer: Certificate?

  /// - Parameters:
  ///   - certificates: the signing certificates of both documents.
  ///   - signer: the certificate in the new document's signature.
  ///   - provider: whose identity provider it is.
  ///   - now: the instant that counts as now.
  ///   - isPlanned: whether the new document is not in force yet.
  init(_ certificates: [SigningCertificate], signer: Certificate?, provider: Provider?, now: Instant, isPlanned: Bool) {
    self.certificates = certificates
    self.signer = signer
    self.provider = provider
    self.now = now
    self.isPlanned = isPlanned
  }

  /// Certificates that AWS was never given, nor their keys.
  var untrusted: [SigningCertificate] { certificates.filter { !$0.isTrusted } }

  /// New certificates for keys that AWS knows.
  private var renewals: [SigningCertificate] { certificates.filter { $0.presence == .new && $0.isRenewal } }

  /// What AWS has and the new document no longer lists, or lists beside what is to replace it.
  var obsolete: [SigningCertificate] {
    let gone = certificates.filter { $0.presence == .old }
    return gone.isEmpty && !(untrusted + renewals).isEmpty ? certificates.filter { $0.presence == .both } : gone
  }

  private var trusted: [SigningCertificate] { certificates.filter { $0.presence != .new } }
  private var offered: [SigningCertificate] { certificates.filter { $0.presence != .old } }

  /// What AWS trusts today of the keys that the new document still lists.
  private var shared: [SigningCertificate] {
    trusted.filter { ($0.presence == .both || $0.isRenewal) && !$0.isExpired(at: now) }
  }

  var sharesUnexpiredKey: Bool { !shared.isEmpty }

  /// The end of the last certificate that AWS trusts: of those that the new document still lists, if there are any.
  private var deadline: (certificate: SigningCertificate, end: Instant)? {
    (shared.isEmpty ? trusted : shared)
      .compactMap { item in item.certificate.notAfter.map { (item, $0) } }.max { $0.1 < $1.1 }
  }

  // MARK: Whether the new key is in use

  private enum Use {
    /// Not in use for certain, or not yet said to be.
    case later
    /// In use: the document is signed with it, or lists no other.
    case now(why: String)
  }

  private var use: Use {
    let begins = untrusted.compactMap(\.certificate.notBefore)
    if isPlanned || (begins.count == untrusted.count && begins.allSatisfy { $0 > now }) { return .later }
    if let signer, untrusted.contains(where: { $0.certificate.publicKeySHA256 == signer.publicKeySHA256 }) {
      return .now(
        why: "The new document is signed with a key that AWS does not have, so that the key is in use already")
    }
    return shared.isEmpty
      ? .now(why: "The new document lists no signing key that AWS trusts, so that the new key is in use already")
      : .later
  }

  /// Whether AWS trusts nothing any more, whatever the new document says.
  private var isOver: Bool { !trusted.isEmpty && trusted.allSatisfy { $0.isExpired(at: now) } }

  // MARK: What it comes to

  /// What is said where nothing has changed.
  var remark: String {
    guard !certificates.isEmpty, isOver else { return "" }
    return " Every signing certificate in them has ended, so that sign-ins fail already."
  }

  /// What is said where the sign-in breaks for other reasons.
  var addendum: String {
    untrusted.isEmpty ? "" : " The signing certificate changes as well; AWS can be given the new one beforehand."
  }

  var judgement: Judgement {
    if offered.isEmpty, !trusted.isEmpty {
      return Judgement(
        verdict: .breaksSignIn, reason: "The new document has no signing certificate that can be read.",
        breakages: breakages,
        steps: [
          ChangeStep(
            .idpAdmin, at: [provider?.displayName ?? "Identity provider"],
            "Export the metadata again, with the signing certificate; signpost validate shows what is wrong with it.")
        ])
    }
    if untrusted.isEmpty { return renewals.isEmpty ? withoutNewKeys : renewal }
    switch use {
    case .later where isOver:
      return Judgement(
        verdict: .breaksSignIn,
        reason: "Every certificate that AWS trusts has ended, so that there is no overlap left.\(outlook)",
        breakages: breakages, steps: repair)
    case .later:
      return Judgement(
        verdict: .seamless,
        reason: """
          A signing certificate is new. AWS trusts several at once, so that no sign-in fails if AWS has the new one \
          before the identity provider signs with it.
          """, breakages: breakages, steps: order)
    case .now(let why):
      return Judgement(
        verdict: .breaksSignIn, reason: "\(why); unless AWS was given it, sign-ins fail.\(outlook)",
        breakages: breakages, steps: repair)
    }
  }

  private var outlook: String {
    console.replacesAtOnce
      ? " \(name) has one certificate at a time and replaces it at once."
      : isOver ? "" : " If the new certificate is not active yet, compare with --planned."
  }

  private var withoutNewKeys: Judgement {
    let gone = certificates.filter { $0.presence == .old }
    if gone.isEmpty {
      return Judgement(
        verdict: .harmless,
        reason:
          "Nothing that AWS compares has changed: not the issuer, not the sign-in URLs, not the signing keys.\(remark)"
      )
    }
    if shared.isEmpty {
      return Judgement(
        verdict: .breaksSignIn, reason: "The signing certificates that are left have ended.", breakages: breakages,
        steps: [
          ChangeStep(
            .idpAdmin, at: console.place, "Make a new certificate, and give AWS its certificate before it signs.")
        ])
    }
    return Judgement(
      verdict: .seamless,
      reason: "A signing certificate is no longer listed, and AWS trusts what is left. Tidy up once sign-ins work.",
      steps: [.test(orElse: "If it fails, \(console.goBack)."), .deleteCertificates(gone)])
  }

  private var renewal: Judgement {
    Judgement(
      verdict: isOver ? .breaksSignIn : .seamless,
      reason: """
        The signing key is the same, in a new certificate. AWS goes by the end of the certificate that it has, so that \
        it has to be given the new one.
        """,
      breakages: breakages,
      steps: [
        .importCertificates(renewals, isUrgent: isOver),
        .test(orElse: "If it fails, import the certificate that the metadata lists."), .deleteCertificates(obsolete),
      ])
  }

  // MARK: What breaks

  var breakages: [Breakage] {
    if offered.isEmpty, !trusted.isEmpty {
      return [
        Breakage(
          kind: .noCertificate, moment: .change, value: nil,
          symptom: "AWS refuses the file when it is uploaded: a certificate is missing.",
          outage: "Until a document with the signing certificate is uploaded.")
      ]
    }
    let isActive = if case .now = use { true } else { false }
    var breakages = untrusted.map { certificate in
      Breakage(
        kind: .certificateNotTrusted,
        moment: isActive ? .now : .activation, value: certificate.fingerprint,
        symptom: """
          After the sign-in at the identity provider AWS shows "It's not you, it's us": it does not know the key that \
          the answer is signed with.
          """,
        outage: isActive ? outage : nil)
    }
    let isOver = isOver
    if let deadline, isOver || (!isActive && !(untrusted + renewals).isEmpty) {
      let outage = isOver ? "Since then, until AWS has a certificate that is valid." : nil
      breakages.append(
        Breakage(
          kind: .certificateExpires, moment: .at(deadline.end), value: deadline.certificate.fingerprint,
          symptom: """
            The last certificate that AWS trusts ends; from then on every new sign-in fails ("It's not you, it's us").
            """, outage: outage))
    }
    return breakages
  }

  private var outage: String {
    """
    From the activation of the new certificate until AWS has imported it, or \(name) signs with the old one again: \
    minutes of work. Only new sign-ins fail; open sessions go on until they end.
    """
  }

  // MARK: What to do

  private var console: CertificateConsole { CertificateConsole(of: provider) }
  private var name: String { provider?.displayName ?? "the identity provider" }

  /// The order that costs no sign-in.
  private var order: [ChangeStep] {
    var steps: [ChangeStep] = [
      .importCertificates(untrusted + renewals, isUrgent: false),
      ChangeStep(.idpAdmin, at: console.place, console.activate + patience, values: untrusted.map(\.fingerprint)),
      .test(orElse: "If it fails, \(console.goBack)."),
    ]
    if !obsolete.isEmpty { steps.append(.deleteCertificates(obsolete)) }
    if let remove = console.remove { steps.append(ChangeStep(.idpAdmin, at: console.store, remove)) }
    return steps
  }

  /// A certificate must not sign before it is valid.
  private var patience: String {
    guard let begin = untrusted.compactMap(\.certificate.notBefore).max(), begin > now else { return "" }
    return " Not before \(begin.date), when it becomes valid."
  }

  /// The shortest way out of an outage.
  private var repair: [ChangeStep] {
    [
      .importCertificates(untrusted, isUrgent: true),
      .test(orElse: isOver ? "" : "If AWS cannot be changed at once, \(console.goBack) at \(name) meanwhile."),
    ] + (obsolete.isEmpty ? [] : [.deleteCertificates(obsolete)])
  }
}
