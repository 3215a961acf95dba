import Parties

// What goes to and fro between the two sides: name identifiers, signatures of requests, encryption.

extension ProviderRemedies {
  /// E-mail addresses as name identifiers.
  static let emailNameID = ProviderRemedies([
    .okta: """
    On the application's Sign On tab, set Application username format to Okta username. In an application made by hand, \
    set Name ID format to EmailAddress as well.
    """,
    .entraID: """
    Under Single sign-on > Attributes & Claims > Unique User Identifier (Name ID), set Name identifier format to Email \
    address. Leave the source at user.userprincipalname, unless AWS's user names are other addresses.
    """,
    .jumpCloud: """
    On the application's SSO tab, set SAMLSubject NameID to email and SAMLSubject NameID Format to \
    urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress.
    """,
    .googleWorkspace: """
    On the page Service provider details, set Name ID format to EMAIL and Name ID to Basic Information > Primary email.
    """,
    .oneLogin: """
    Under the application's Parameters, set NameID value to Email. In a SAML Custom Connector (Advanced), set SAML nameID \
    format under Configuration to Email as well.
    """,
    .ping: """
    In PingOne, under Attribute Mappings > SAML_SUBJECT, map an e-mail address. Then, under Advanced, set Name ID Format \
    to send to SP to urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress.
    """,
    .cyberArk: "Under Trust > Service Provider Configuration, set NameID Format to emailAddress, then Save.",
    .keycloak: "In the client's settings, set Name ID format to email and Force name ID format to On.",
    .auth0: """
    In Addons > SAML2 Web App > Settings, set nameIdentifierFormat to \
    urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress, and nameIdentifierProbes to the e-mail claim.
    """,
    .adFS: """
    Give the relying party trust an issuance rule that transforms the e-mail address into Name ID with the format Email.
    """,
    .shibboleth: """
    Let a generator in saml-nameid.xml send the e-mail address in the format \
    urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress, and put that format first for AWS.
    """,
  ])

  private static let neverSet = "no setting for it was found, and its files say that requests need no signature"

  /// Requests without a signature.
  static let unsignedRequests = ProviderRemedies(
    [
      .okta: "In an application made by hand, under SAML Settings > Show Advanced Settings, turn Signed Requests off.",
      .entraID: """
      Under Single sign-on > SAML Certificates > Verification certificates > Edit, clear Require verification \
      certificates, then Save.
      """,
      .jumpCloud: """
      On the application's SSO tab leave SP Certificate empty: with a certificate there, JumpCloud probably checks \
      requests.
      """,
      .ping: """
      In PingOne, on the application's Configuration tab, leave Enforce Signed Authn Request unticked. In PingFederate, \
      clear Require AuthN Requests to be Signed When Received via the POST or Redirect Bindings in the connection.
      """,
      .keycloak: """
      On the client's Keys tab, set Client signature required to Off; the realm's metadata keeps the flag.
      """,
      .adFS: """
      Run Set-AdfsRelyingPartyTrust -TargetName <the trust for AWS> -SignedSamlRequestsRequired $false.
      """,
    ],
    silent: [
      .googleWorkspace: neverSet, .oneLogin: neverSet,
      .cyberArk: "neither a setting for it nor a file that asks for signatures was found",
    ])

  private static let nothingToTurnOff = "no setting that encrypts assertions was found"

  /// Assertions that AWS can read.
  static let plainAssertions = ProviderRemedies(
    [
      .okta: """
      In an application made by hand, under SAML Settings > Show Advanced Settings, set Assertion Encryption to \
      Unencrypted.
      """,
      .entraID: """
      Under Enterprise applications > AWS IAM Identity Center > Token encryption, open the menu (...) of the certificate \
      and choose Deactivate token encryption. Without a certificate there, nothing is encrypted.
      """,
      .oneLogin: """
      In a SAML Custom Connector (Advanced), clear the box under Configuration that is probably named Encrypt assertion.
      """,
      .ping: "In PingOne, on the application's Configuration tab, leave Encryption unselected.",
      .cyberArk: """
      Under Trust > Service Provider Configuration clear the box that is probably named Encrypt SAML Response Assertion.
      """,
      .keycloak: "On the client's Keys tab, set Encrypt assertions to Off.",
      .adFS: """
      Run Set-AdfsRelyingPartyTrust -TargetName <the trust for AWS> -EncryptClaims $false. The encryption key stays in the \
      file, which does no harm.
      """,
    ],
    silent: [.jumpCloud: nothingToTurnOff, .googleWorkspace: nothingToTurnOff])
}
