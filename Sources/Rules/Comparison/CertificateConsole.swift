import Parties

/// How the console of an identity provider handles signing certificates, in its own words.
///
/// Each was taken from the maker's page on certificates; where none could be read the words are general ones.
struct CertificateConsole {
  /// Where the certificate that signs is chosen.
  let place: [String]
  /// Where certificates are made and kept.
  let store: [String]
  /// How a new one is made there, as the rest of a sentence.
  let make: String
  /// How the new certificate is made to sign.
  let activate: String
  /// How the old one is made to sign again.
  let goBack: String
  /// How the old one goes away; nil where nothing has to be done.
  var remove: String?
  /// What is to be seen to, or is certain, about the strength of a new key.
  var keyStrength = "Choose an RSA key of at least 2048 bits."
  /// Whether the new certificate replaces the old one the moment that it is made.
  var replacesAtOnce = false
  /// Whether a new certificate signs the moment that it is made if the old one has expired.
  var signsAtOnceAfterExpiry = false

  init(of provider: Provider?) {
    self = provider.flatMap { Self.known[$0] } ?? Self.general
  }

  private init(
    _ place: [String], store: [String]? = nil, make: String, activate: String, goBack: String, remove: String? = nil
  ) {
    self.place = place
    self.store = store ?? place
    self.make = make
    self.activate = activate
    self.goBack = goBack
    self.remove = remove
  }

  /// The same with something changed.
  private func but(_ change: (inout CertificateConsole) -> Void) -> CertificateConsole {
    var console = self
    change(&console)
    return console
  }

  private static let general = CertificateConsole(
    ["Signing certificates of the application"], make: "make a new certificate",
    activate: "Make the new certificate the one that signs for AWS.",
    goBack: "make the old certificate sign again", remove: "Remove the old certificate.")

  /// The consoles whose words are known.
  static let known: [Provider: CertificateConsole] = [
    .okta: CertificateConsole(
      ["Applications", "AWS IAM Identity Center", "Sign On", "SAML Signing Certificates"],
      make: "choose Generate new certificate",
      activate: "In the row of the new certificate choose Actions, then Activate.",
      goBack: "choose Activate in the row of the old certificate"
    ).but { $0.keyStrength = "The new one has an RSA key of 2048 bits." },
    .entraID: CertificateConsole(
      ["Enterprise applications", "AWS IAM Identity Center", "Single sign-on", "SAML Certificates", "Edit"],
      make: "choose New Certificate, then Save",
      activate: "In the menu of the new certificate (...) choose Make certificate active.",
      goBack: "choose Make certificate active in the menu of the old certificate",
      remove: "Delete the certificate that is inactive now, so that the metadata lists one again."
    ).but {
      $0.keyStrength = "The new one has an RSA key of 2048 bits."
      $0.signsAtOnceAfterExpiry = true
    },
    .jumpCloud: CertificateConsole(
      ["SSO Applications", "the AWS application", "IDP Certificate"],
      make: "choose Regenerate certificate, then continue, then save",
      activate: """
        Upload the new certificate with its private key, which you made yourself and AWS has by now. Do not choose \
        Regenerate certificate: it replaces the certificate at once, with one that AWS has never seen.
        """,
      goBack: "upload the old certificate with its private key, if you have them"
    ).but { $0.replacesAtOnce = true },
    .googleWorkspace: CertificateConsole(
      ["Apps", "Web and mobile apps", "the AWS application", "Service provider details"],
      store: ["Security", "Authentication", "SSO with SAML applications"],
      make: "choose Add another certificate (there is room for two)",
      activate: "In Certificate choose the new one, then Save.",
      goBack: "choose the old one in Certificate, then Save",
      remove: "Delete the old certificate; there is room for two."
    ).but { $0.keyStrength = "The new one has an RSA key of 2048 bits." },
    .oneLogin: CertificateConsole(
      ["Applications", "AWS Single Sign-on", "SSO"], store: ["Security", "Certificates"],
      make: "choose New, name it, choose a Key Length of 2048 or 4096, and Save",
      activate: "Change the certificate to the new one, then Save.",
      goBack: "change the certificate back to the old one, then Save",
      remove: "Remove the old one, if no other application uses it."
    ).but { $0.keyStrength = "The length of a key cannot be changed later." },
    .ping: CertificateConsole(
      ["PingOne", "Settings", "Certificates and Key Pairs", "Key Pairs"], make: "add a key pair for signing",
      activate: """
        On the old key pair's tab Applications choose Reassign beside the AWS application, then the new one. In \
        PingFederate, choose it in the connection to AWS.
        """,
      goBack: "reassign the application to the old key pair"),
    .cyberArk: CertificateConsole(
      ["Web Apps", "the AWS application", "Trust", "Identity Provider Configuration", "Signing Certificate"],
      make: "upload a new certificate (the entry is probably named Upload New Signing Certificate)",
      activate: "Choose the new certificate, then Save.", goBack: "choose the old certificate, then Save"),
    .keycloak: CertificateConsole(
      ["Realm settings", "Keys"], make: "add an RSA key with a lower priority than the active one",
      activate: "Raise the priority of the new key above the old one's; it then signs for every client of the realm.",
      goBack: "raise the priority of the old key above the new one's",
      remove: "Disable the old key, once no client of the realm needs it."),
    .adFS: CertificateConsole(
      ["AD FS Management", "Service", "Certificates", "Token-signing"],
      make: """
        look for a secondary certificate; without one run Update-AdfsCertificate -CertificateType Token-Signing
        """,
      activate: "Make the new certificate the primary one, unless the automatic rollover does it.",
      goBack: "make the old certificate the primary one again"
    ).but { $0.keyStrength = "Its RSA key should have at least 2048 bits." },
  ]
}
