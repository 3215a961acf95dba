import Parties

// The application at the identity provider that stands for AWS, and its settings.

extension ProviderRemedies {
  /// The application that is made for IAM Identity Center, among others that look like it.
  static let rightApplication = ProviderRemedies([
    .okta: """
    Under Applications > Applications > Browse App Catalog add AWS IAM Identity Center; AWS Account Federation is for IAM.
    """,
    .entraID: """
    Under Enterprise applications > New application add AWS IAM Identity Center (successor to AWS Single Sign-On). AWS \
    Single-Account Access is for IAM; AWS Console Access and AWS ClientVPN are for other things.
    """,
    .jumpCloud: """
    Under SSO Applications > + Add New Application add AWS IAM Identity Center; Amazon Web Services (IAM) is for IAM.
    """,
    .googleWorkspace: """
    The application Amazon Web Services (SAML) is right. Enter the values of IAM Identity Center under Apps > Web and \
    mobile apps > the AWS application > Service provider details; Google's own help describes federation with IAM.
    """,
    .oneLogin: "Under Applications > Applications > Add App add AWS Single Sign-on.",
    .ping: "In PingOne, under Applications > Application Catalog, add IAM Identity Center.",
    .cyberArk: """
    Under Apps & Widgets > Web Apps > Add Web Apps search for the application for IAM Identity Center (AWS SSO), or add \
    SAML on the tab Custom.
    """,
    .auth0: """
    In Addons > SAML2 Web App > Settings replace https://signin.aws.amazon.com/saml, which Auth0's own page names, by the \
    ACS URL of IAM Identity Center.
    """,
  ])

  /// Where AWS's ACS URL is entered.
  static let acsURL = fields(.acsURL).with([
    .auth0: """
    In Addons > SAML2 Web App > Settings, put the \(name(of: .acsURL)) into \(Provider.auth0.label(of: .acsURL)) and into \
    destination.
    """
  ])

  /// Where AWS's entityID is entered.
  static let issuer: ProviderRemedies = {
    let issuer = fields(.issuer)
    let google = """
      \(issuer.texts[.googleWorkspace] ?? "") The Entity ID of the page Google Identity Provider details is Google's own, \
      and goes to AWS.
      """
    return issuer.with([.googleWorkspace: google])
  }()

  private static let holdsOne = "its application holds one ACS URL, so that none can be added"

  /// Where several ACS URLs are entered.
  static let moreACSURLs = ProviderRemedies(
    [
      .entraID: """
      In Single sign-on > Upload metadata file give AWS's file again, or add the addresses under \
      \(Provider.entraID.label(of: .acsURL)). Mark the primary Region's as the default.
      """,
      .jumpCloud: "In SSO > Service Provider Metadata > Upload Metadata give AWS's file again, then save.",
      .ping: "In PingOne's application, under Configuration > ACS URLs, choose + Add for each missing address.",
      .duo: "In the application's box Service Provider choose + Add an ACS URL for each missing address.",
      .keycloak: "In the client's Settings add each missing address to \(Provider.keycloak.label(of: .acsURL)).",
    ],
    silent: [
      .okta: "its catalogue's application shows one field, and nobody has confirmed more", .googleWorkspace: holdsOne,
      .oneLogin: holdsOne, .cyberArk: holdsOne,
    ])

  /// Where the console shows the sign-in URL that AWS needs.
  static let signOnURL = ProviderRemedies(
    Dictionary(
      Provider.allCases.compactMap { provider in
        guard provider != .generic, provider.fieldNames[.signOnURL] != nil else { return nil }
        return (
          provider,
          """
          In the application's SAML settings copy \(provider.label(of: .signOnURL, else: "the value")). In AWS enter it \
          as IdP sign-in URL: Settings > Identity source > Actions > Manage authentication > Edit IdP metadata.
          """
        )
      }, uniquingKeysWith: { $1 }))

  // MARK: Fields

  /// AWS's name for a value.
  private static func name(of concept: FieldConcept) -> String { FieldNames.aws[concept]?.text ?? "the value" }

  /// The page with AWS's addresses, in the application for AWS.
  private static let addressPages: [Provider: [String]] = [
    .okta: ["Sign On", "Edit", "Advanced Sign-on Settings"],
    .entraID: ["Single sign-on", "Basic SAML Configuration"],
    .jumpCloud: ["SSO"],
    .googleWorkspace: ["Service provider details"],
    .oneLogin: ["Configuration", "Application details"],
    .ping: ["Configuration"],
    .cyberArk: ["Trust", "Service Provider Configuration", "Manual Configuration"],
    .keycloak: ["Settings"],
    .auth0: ["Addons", "SAML2 Web App", "Settings"],
    .duo: ["Service Provider"],
  ]

  private static func application(at provider: Provider) -> String {
    switch provider {
    case .ping: "PingOne's application for AWS"
    case .keycloak: "the client for AWS"
    default: "the AWS application"
    }
  }

  /// One text for each console whose field is confirmed. Several values may be there, of which one is wrong.
  private static func fields(_ concept: FieldConcept) -> ProviderRemedies {
    let texts: [(Provider, String)] = addressPages.compactMap { provider, page in
      guard let label = provider.fieldNames[concept], label.isConfirmed else { return nil }
      let byHand = label.inCustomApplication.map { " (\($0) in an application made by hand)" } ?? ""
      let text = """
        In \(application(at: provider)), under \(page.breadcrumb), delete the wrong value from \(label.text)\(byHand). \
        Paste the \(name(of: concept)) from AWS's console.
        """
      return (provider, text)
    }
    return ProviderRemedies(Dictionary(texts) { $1 })
  }
}
