extension SourceReference {
  static let cyberArkGuide = userGuide("CyberArk", "cyberark-idp")
  static let cyberArkSAML = SourceReference(
    "CyberArk: AWS Single Sign-On, single sign-on and provisioning",
    "https://docs.cyberark.com/Product-Doc/OnlineHelp/Idaptive/Latest/en/Content/Applications/AppsWeb/AWS_SAML_SSO.htm",
    checked: "2026-11")
  static let cyberArkTemplate = SourceReference(
    "CyberArk: configuring a SAML template",
    """
    https://docs.cyberark.com/Product-Doc/OnlineHelp/Idaptive/Latest/en/Content/Applications/AppsWeb/\
    CyberArk-Cloud-Entitlements-Manager.htm
    """, checked: "2026-11")
  static let cyberArkPages = SourceReference(
    "CyberArk: pages of an application",
    "https://docs.cyberark.com/Idaptive/Latest/en/Content/Applications/AppsOvw/ConfigSSO.htm", checked: "2026-11")
  static let cyberArkAccounts = SourceReference(
    "CyberArk: map user accounts",
    "https://docs.cyberark.com/Idaptive/Latest/en/Content/Applications/AppsOvw/MapUserActs.htm", checked: "2026-11")
  static let centrifyCertificate = SourceReference(
    "Delinea, of the same origin: choosing a certificate for an application",
    "https://docs.delinea.com/online-help/cloud-suite/applications/intro-app-manage/config-sso/choose-cert.htm",
    checked: "2026-11")
  static let centrifyCertificates = SourceReference(
    "Delinea, of the same origin: tenant signing certificates",
    "https://docs.delinea.com/online-help/cloud-suite/user-access/authenticate/manage-tenant-certs.htm",
    checked: "2026-11")
}
