/// The steps at an identity provider that could be anybody's.
enum GenericSteps {}

extension StepID {
  static let seeWhatProviderCanDo: StepID = "see-what-provider-can-do"
  static let createSAMLApplication: StepID = "create-saml-application"
  static let registerAWSAtProvider: StepID = "register-aws-at-provider"
  static let setProviderNameID: StepID = "set-provider-name-id"
  static let setProviderSigning: StepID = "set-provider-signing"
  static let setProviderSessionLifetime: StepID = "set-provider-session-lifetime"
  static let saveProviderMetadata: StepID = "save-provider-metadata"
  static let connectProviderToSCIM: StepID = "connect-provider-to-scim"
  static let mapProviderAttributes: StepID = "map-provider-attributes"
  static let createProviderGroups: StepID = "create-provider-groups"
  static let assignSAMLApplication: StepID = "assign-saml-application"
  static let pushProviderGroups: StepID = "push-provider-groups"
  static let createGroupsInAWS: StepID = "create-groups-in-aws"
  static let addMissingGroups: StepID = "add-missing-groups"
  static let createProviderCertificate: StepID = "create-provider-certificate"
  static let activateProviderCertificate: StepID = "activate-provider-certificate"
  static let enterNewProviderToken: StepID = "enter-new-provider-token"
}

extension SourceReference {
  static let supportedProviders = userGuide("getting started tutorials of identity providers", "supported-idps")
  static let keycloakKeys = SourceReference(
    "Keycloak Server Administration Guide: realm keys",
    "https://www.keycloak.org/docs/latest/server_admin/#realm_keys", checked: "2026-11")
  static let keycloakSAML = SourceReference(
    "Keycloak Server Administration Guide, an older edition: SAML clients",
    "https://keycloak.gitbooks.io/server-adminstration-guide/content/topics/clients/client-saml.html",
    checked: "2026-11")
  static let auth0AWS = SourceReference(
    "Auth0: SAML2 Web App add-on for AWS",
    """
    https://auth0.com/docs/authenticate/single-sign-on/outbound-single-sign-on/\
    configure-auth0-saml-identity-provider/configure-saml2-web-app-addon-for-aws
    """, checked: "2026-11")
  static let auth0Rotation = SourceReference(
    "Auth0 Community: SAML integrations after a rotation of the signing key",
    "https://community.auth0.com/t/saml-integrations-not-working-after-signing-key-rotation/88670",
    checked: "2026-11")
  static let auth0Keys = SourceReference(
    "Auth0 Community: tenant signing key rotation",
    "https://community.auth0.com/t/tenant-signing-key-rotation/77626", checked: "2026-11")
  static let duoAWS = SourceReference(
    "Duo: Single Sign-On for AWS IAM Identity Center", "https://www.duosecurity.com/docs/aws",
    checked: "2026-11")
  static let adFSTrust = SourceReference(
    "AD FS: create a relying party trust",
    "https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/operations/create-a-relying-party-trust",
    checked: "2026-11")
  static let adFSCertificates = SourceReference(
    "AD FS: renewing the token-signing certificate on Server Core",
    "https://webbanshee.net/adfs-server-core-token-signing-certificate/", checked: "2026-11")
  static let shibbolethReference = SourceReference(
    "AWS reference architecture for Shibboleth, section on IAM Identity Center",
    "https://github.com/aws-samples/aws-refarch-shibboleth", checked: "2026-11")
  static let authentikAWS = SourceReference(
    "authentik: integration with AWS",
    "https://github.com/goauthentik/authentik/blob/main/website/integrations/cloud-providers/aws/index.mdx",
    checked: "2026-11")
  static let authentikNameID = SourceReference(
    "authentik, issue 4554: user name and NameID differ",
    "https://github.com/goauthentik/authentik/issues/4554", checked: "2026-11")
  static let scimUsers = SourceReference(
    "IAM Identity Center SCIM Implementation Developer Guide: CreateUser",
    "https://docs.aws.amazon.com/singlesignon/latest/developerguide/createuser.html", checked: "2026-09")
  static let scimLimits = SourceReference(
    "IAM Identity Center SCIM Implementation Developer Guide: limitations",
    "https://docs.aws.amazon.com/singlesignon/latest/developerguide/limitations.html", checked: "2026-09")
}
