import Parties
import SAML

/// How the signing keys of an identity provider change, seen from an AWS that was given the old document.
struct KeyRotation {
  let certificates: [SigningCertificate]
  let provider: Provider?
  let now: Instant
  let isPlanned: Bool
  let signer: Certificate?

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

  /// Certificates that AWS was never given, nor their keys; without those that have ended, which are of no use to it.
  var untrusted: [SigningCertificate] { additions.filter { !$0.isTrusted } }

  /// New certificates for keys that AWS knows.
  private var renewals: [SigningCertificate] { additions.filter(\.isRenewal) }

  private var additions: [SigningCertificate] {
    certificates.filter { $0.presence == .new && !$0.isExpired(at: now) }
  }

  /// What AWS has and the new document no longer lists, or lists beside what is to replace it. Nothing that is needed:
  /// a certificate stays while no other one that is valid has its key, or none would be left.
  var obsolete: [SigningCertificate] {
    let gone = certificates.filter { $0.presence == .old }
    let stays = (certificates.filter { $0.presence == .both } + additions).filter { !$0.isExpired(at: now) }
    if stays.isEmpty { return [] }
    if gone.isEmpty { return additions.isEmpty ? [] : certificates.filter { $0.presence == .both } }
    return gone.filter { item in
      item.isExpired(at: now) || !item.isRenewal
        || stays.contains { $0.certificate.publicKeySHA256 == item.certificate.publicKeySHA256 }
    }
  }

  var trusted: [SigningCertificate] { certificates.filter { $0.presence != .new } }
  private var offered: [SigningCertificate] { certificates.filter { $0.presence != .old } }

  /// What AWS trusts today of the keys that the new document still lists.
  var shared: [SigningCertificate] {
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
    if shared.contains(where: { $0.hasBegun(at: now) }) { return .later }
    return .now(
      why: shared.isEmpty
        ? "The new document lists no signing key that AWS trusts, so that the new key is in use already"
        : "Of the keys that AWS trusts the new document lists none that is valid yet, so that the new one is in use already"
    )
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
    if let lapse { return " \(lapse.reason)" }
    return
      (untrusted.isEmpty ? "" : " The signing certificate changes as well; AWS can be given the new one beforehand.")
      + warning
  }

  /// What is said of new certificates that have ended: AWS lists active and inactive ones alike.
  private var warning: String {
    certificates.contains { $0.presence == .new && $0.isExpired(at: now) }
      ? " A certificate that is new in the document has ended: do not import it, nor let it sign." : ""
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
    if let lapse {
      return Judgement(
        verdict: .breaksSignIn, reason: lapse.reason, breakages: breakages, steps: recovery(from: lapse))
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
          before the identity provider signs with it.\(warning)
          """, breakages: breakages, steps: order)
    case .now(let why):
      return Judgement(
        verdict: .breaksSignIn, reason: "\(why); unless AWS was given it, sign-ins fail.\(outlook)\(warning)",
        breakages: breakages, steps: repair)
    }
  }

  private var outlook: String {
    console.replacesAtOnce
      ? " \(name) has one certificate at a time and replaces it at once."
      : isOver ? "" : " If the new certificate is not active yet, compare with --planned."
  }

  private var withoutNewKeys: Judgement {
    let gone = obsolete
    if gone.isEmpty {
      return Judgement(
        verdict: .harmless,
        reason: warning.isEmpty
          ? """
          Nothing that AWS holds has gone: the issuer, the sign-in URLs and the signing keys of the old document are all in \
          the new one.\(remark)
          """
          : "Nothing that AWS needs has changed.\(warning)\(remark)")
    }
    let next = shared.contains { $0.hasBegun(at: now) } ? [] : shared
    let activation =
      next.isEmpty
      ? []
      : [
        ChangeStep(
          .idpAdmin, at: console.place, console.activate + patience(for: next), values: next.map(\.fingerprint))
      ]
    return Judgement(
      verdict: .seamless,
      reason:
        "A signing certificate is no longer listed, and AWS trusts what is left. Tidy up once sign-ins work.\(warning)",
      steps: activation + [.test(orElse: "If it fails, \(console.goBack)."), .deleteCertificates(gone)])
  }

  private var renewal: Judgement {
    Judgement(
      verdict: isOver ? .breaksSignIn : .seamless,
      reason: """
        The signing key is the same, in a new certificate. AWS goes by the end of the certificate that it has, so that \
        it has to be given the new one.\(warning)
        """,
      breakages: breakages,
      steps: [
        .importCertificates(renewals, isUrgent: isOver),
        .test(orElse: "If it fails, import the certificate that the metadata lists."),
        .deleteCertificates(obsolete, waiting: patience(for: renewals)),
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
    if let lapse { return [breakage(of: lapse)] }
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

  var console: CertificateConsole { CertificateConsole(of: provider) }
  var name: String { provider?.displayName ?? "the identity provider" }

  /// The order that costs no sign-in.
  private var order: [ChangeStep] {
    var steps: [ChangeStep] = [
      .importCertificates(untrusted + renewals, isUrgent: false),
      ChangeStep(
        .idpAdmin, at: console.place, console.activate + patience(for: untrusted), values: untrusted.map(\.fingerprint)),
      .test(orElse: "If it fails, \(console.goBack)."),
    ]
    if !obsolete.isEmpty { steps.append(.deleteCertificates(obsolete)) }
    if let remove = console.remove { steps.append(ChangeStep(.idpAdmin, at: console.store, remove)) }
    return steps
  }

  /// A certificate must not sign before it is valid.
  func patience(for certificates: [SigningCertificate]) -> String {
    guard let begin = certificates.compactMap(\.certificate.notBefore).max(), begin > now else { return "" }
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
