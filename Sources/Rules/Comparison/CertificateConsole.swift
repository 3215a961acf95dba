import Parties

/// How the console of an identity provider handles signing certificates, in its own words.
///
/// Each was taken from the maker's page on certificates; where none could be read the words are general ones.
struct CertificateConsole {
  /// Where certificates are.
  let place: [String]
  /// How the new certificate is made to sign.
  let activate: String
  /// How the old one is made to sign again.
  let goBack: String
  /// How the old one goes away; nil where nothing has to be done.
  var remove: String?
  /// Whether the new certificate replaces the old one the moment that it is made.
  var replacesAtOnce = false

  init(of provider: Provider?) {
    self = provider.flatMap { Self.known[$0] } ?? Self.general
  }

  private init(
    _ place: [String], activate: String, goBack: String, remove: String? = nil, replacesAtOnce: Bool = false
  ) {
    self.place = place
    self.activate = activate
    self.goBack = goBack
    self.remove = remove
    self.replacesAtOnce = replacesAtOnce
  }

  private static let general = CertificateConsole(
    ["Signing certificates of the application"],
    activate: "Make the new certificate the one that signs for AWS.",
    goBack: "make the old certificate sign again", remove: "Remove the old certificate.")

  private static let known: [Provider: CertificateConsole] = [
    .okta: CertificateConsole(
      ["Applications", "AWS IAM Identity Center", "Sign On", "SAML Signing Certificates"],
      activate: "In the row of the new certificate choose Actions, then Activate.",
      goBack: "choose Activate in the row of the old certificate"),
    .entraID: CertificateConsole(
      ["Enterprise applications", "AWS IAM Identity Center", "Single sign-on", "SAML Certificates", "Edit"],
      activate: "In the menu of the new certificate (...) choose Make certificate active.",
      goBack: "choose Make certificate active in the menu of the old certificate",
      remove: "Delete the certificate that is inactive now, so that the metadata lists one again."),
    .jumpCloud: CertificateConsole(
      ["SSO Applications", "the AWS application", "IDP Certificate"],
      activate: """
        Upload the new certificate with its private key, which you made yourself and AWS has by now. Do not choose \
        Regenerate certificate: it replaces the certificate at once, with one that AWS has never seen.
        """,
      goBack: "upload the old certificate with its private key, if you have them", replacesAtOnce: true),
    .googleWorkspace: CertificateConsole(
      ["Apps", "Web and mobile apps", "the AWS application", "Service provider details"],
      activate: "In Certificate choose the new one, then Save.",
      goBack: "choose the old one in Certificate, then Save",
      remove: """
        In Security, Authentication, SSO with SAML applications delete the old certificate; there is room for two.
        """),
    .oneLogin: CertificateConsole(
      ["Applications", "AWS Single Sign-on", "SSO"],
      activate: "Change the certificate to the new one, then Save.",
      goBack: "change the certificate back to the old one, then Save",
      remove: "In Security, Certificates remove the old one, if no other application uses it."),
    .cyberArk: CertificateConsole(
      ["Web Apps", "the AWS application", "Trust", "Identity Provider Configuration", "Signing Certificate"],
      activate: "Choose the new certificate, then Save.", goBack: "choose the old certificate, then Save"),
    .adFS: CertificateConsole(
      ["AD FS Management", "Service", "Certificates", "Token-signing"],
      activate: "Make the new certificate the primary one, unless the automatic rollover does it by itself.",
      goBack: "make the old certificate the primary one again"),
  ]
}
