/// The steps that are CyberArk's alone.
enum CyberArkSteps {}

extension StepID {
  static let addCyberArkApplication: StepID = "add-cyberark-application"
  static let saveCyberArkMetadata: StepID = "save-cyberark-metadata"
  static let registerAWSInCyberArk: StepID = "register-aws-in-cyberark"
  static let setCyberArkAccountMapping: StepID = "set-cyberark-account-mapping"
  static let leaveCyberArkSAMLResponse: StepID = "leave-cyberark-saml-response"
  static let createCyberArkRoles: StepID = "create-cyberark-roles"
  static let permitCyberArkApplication: StepID = "permit-cyberark-application"
  static let connectCyberArkToSCIM: StepID = "connect-cyberark-to-scim"
  static let chooseCyberArkSyncOptions: StepID = "choose-cyberark-sync-options"
  static let mapCyberArkRoles: StepID = "map-cyberark-roles"
  static let addCyberArkCertificate: StepID = "add-cyberark-certificate"
  static let selectCyberArkCertificate: StepID = "select-cyberark-certificate"
  static let enterNewCyberArkToken: StepID = "enter-new-cyberark-token"
}

extension Label {
  /// The application in CyberArk. Its exact name today stands in no document that could be read.
  static let cyberArkApplication = Label(
    "AWS IAM Identity Center", formerly: ["AWS Single Sign-On"], certainty: .believed)
  /// The menu that holds the web applications.
  static let cyberArkApps = Label("Apps & Widgets", formerly: ["Apps"])
}

extension ConsolePath {
  /// A place in CyberArk's administration, whose address is each tenant's own.
  static func cyberArk(_ path: Label...) -> ConsolePath {
    ConsolePath("CyberArk Identity Administration portal", path: path)
  }

  /// A place in the application in CyberArk.
  static func cyberArkApplication(_ path: Label...) -> ConsolePath {
    ConsolePath(
      "CyberArk Identity Administration portal", path: [.cyberArkApps, "Web Apps", .cyberArkApplication] + path)
  }
}

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
