import Parties

// Signing certificates, by what is known of each provider's console for them.

extension ProviderRemedies {
  /// Where AWS takes a certificate, within its console.
  private static let atAWS =
    (ChangeStep.manageAuthentication.dropFirst() + ["Manage SAML 2.0 certificates", "Import certificate"])
    .joined(separator: " > ")

  /// One text for each console that is known.
  private static func each(
    silent: [Provider: String] = [:], _ text: (CertificateConsole) -> String?
  ) -> ProviderRemedies {
    ProviderRemedies(CertificateConsole.known.compactMapValues(text), silent: silent)
  }

  /// The order that costs no sign-in: AWS has the certificate before it signs.
  private static func inOrder(_ console: CertificateConsole) -> String {
    "\(console.making). Import it in AWS: \(atAWS). \(console.activating(after: "Only then"))"
  }

  /// The same, where the first connection may still be ahead: then AWS gets the certificate with the metadata.
  private static func inOrderOrAnew(_ console: CertificateConsole) -> String {
    """
    \(console.making). Once AWS has the provider, import it there: \(atAWS). \
    \(console.activating(after: "Only then"))
    """
  }

  /// A certificate where none is left that is valid.
  static let newCertificate = each { console in
    guard console.replacesAtOnce || console.signsAtOnceAfterExpiry else { return inOrderOrAnew(console) }
    return "\(console.making): it signs at once. Where AWS has this provider already, import it right away: \(atAWS)."
  }.with([
    .auth0: """
    In Settings > Signing Keys choose Rotate Key: the new key signs at once, for every application of the tenant. \
    Where AWS has this provider already, import its certificate right away: \(atAWS).
    """
  ])

  /// A certificate for the time after the present one.
  static let nextCertificate = each(inOrder).with([
    .jumpCloud: """
    Make a certificate and its private key yourself, and import the certificate in AWS: \(atAWS). Then upload both under \
    \(CertificateConsole(of: .jumpCloud).place.breadcrumb). Regenerate certificate would replace the present one at once.
    """,
    .auth0: """
    Choose an hour with few sign-ins. In Settings > Signing Keys choose Rotate Key: the new key signs at once. Import its \
    certificate in AWS right away: \(atAWS).
    """,
  ])

  /// A certificate with a key of at least 2048 bits.
  static let strongerKey = each { console in
    "\(console.making). \(console.keyStrength) Give AWS the new certificate before it signs."
  }.with([
    .jumpCloud: """
    Make an RSA key of at least 2048 bits and its certificate yourself, and import the certificate in AWS. Then upload \
    both under \(CertificateConsole(of: .jumpCloud).place.breadcrumb).
    """
  ])

  /// A key that others may have.
  static let stolenKey = each { console in
    let then =
      console.replacesAtOnce
      ? "import the new certificate in AWS right away"
      : "import the new certificate in AWS, and let it sign without delay"
    return """
      Treat the key as stolen and delete this file. \(console.making); \(then). Then delete the old certificate in AWS.
      """
  }

  private static let listsOne = "its metadata lists the certificate in use only"

  /// A certificate that nothing needs any more.
  static let oldCertificate = each(silent: [
    .okta: listsOne, .jumpCloud: listsOne, .cyberArk: listsOne, .ping: "how a key pair is deleted was not found",
  ]) { console in
    console.remove.map { remove in
      """
      In \(console.store.breadcrumb): \(remove.lowercasedFirst) Delete it in AWS, too, under Manage authentication > \
      Manage SAML 2.0 certificates.
      """
    }
  }

  /// A certificate that is not valid yet.
  static let laterActivation = each(silent: [.jumpCloud: "its only certificate signs at once"]) { console in
    console.replacesAtOnce
      ? nil : "Wait for its first day. Then, in \(console.place.breadcrumb): \(console.activate.lowercasedFirst)"
  }
}

extension CertificateConsole {
  /// How a certificate is made, as a sentence without its full stop.
  fileprivate var making: String { "In \(store.breadcrumb), \(make)" }

  /// How it is made to sign, with the place where that is another than the one where it was made.
  fileprivate func activating(after words: String) -> String {
    "\(words)\(store == place ? "" : ", in \(place.breadcrumb)"): \(activate.lowercasedFirst)"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
