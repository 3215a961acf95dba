import Parties

// The identity provider's file, and what is written into it.

extension ProviderRemedies {
  /// Where the metadata comes from.
  static let downloadAgain = ProviderRemedies([
    .okta: """
    Open Applications > Applications > AWS IAM Identity Center > Sign On > SAML Signing Certificates > Actions > View IdP \
    metadata. Save that page as a file; do not copy it from the browser's view.
    """,
    .entraID: """
    Download the application's file, not the tenant's: Enterprise applications > AWS IAM Identity Center > Single sign-on \
    > SAML Certificates > Federation Metadata XML > Download.
    """,
    .jumpCloud: "Download the metadata again: SSO Applications > the AWS application > SSO > Export Metadata.",
    .googleWorkspace: """
    Download the metadata again: Apps > Web and mobile apps > the AWS application > Download metadata.
    """,
    .oneLogin: """
    Download the metadata again: Applications > Applications > AWS Single Sign-on > More Actions > SAML Metadata.
    """,
    .ping: """
    In PingOne, download the metadata again: Applications > the AWS application > Configuration > Download Metadata. In \
    PingFederate, export the metadata of the connection to AWS.
    """,
    .cyberArk: """
    Download the metadata again: Apps & Widgets > Web Apps > the AWS application > Trust > Identity Provider \
    Configuration > Metadata > Download Metadata File.
    """,
    .keycloak: """
    Save the realm's SAML 2.0 Identity Provider Metadata again; its address is \
    https://<host>/realms/<realm>/protocol/saml/descriptor.
    """,
    .auth0: """
    Download the metadata again: Applications > Applications > the AWS application > Addons > SAML2 Web App > Usage > \
    Identity Provider Metadata > Download.
    """,
    .adFS: "Save https://<host>/FederationMetadata/2007-06/FederationMetadata.xml from the federation server again.",
    .duo: "Open the AWS application under Applications, and save what its Metadata URL serves.",
    .shibboleth: "Take idp-metadata.xml from the identity provider's own folder for metadata.",
  ])

  private static let staysSmall = "its files stay far below the limit"

  /// What can be left out of a file that is too large.
  static let smallerFile = ProviderRemedies(
    [
      .entraID: """
      Delete both RoleDescriptor elements, which are for WS-Federation, and the Signature element, which would no longer \
      match. Keep the IDPSSODescriptor as it is.
      """,
      .adFS: """
      Delete the RoleDescriptor elements, the SPSSODescriptor and the Signature element, which would no longer match. \
      Keep the IDPSSODescriptor without its Attribute elements.
      """,
      .ping: "Delete the Attribute elements from the IDPSSODescriptor; PingOne lists one for each attribute of a user.",
    ],
    silent: [
      .okta: staysSmall, .jumpCloud: staysSmall, .googleWorkspace: staysSmall, .oneLogin: staysSmall,
      .cyberArk: staysSmall,
    ])

  /// The entity ID, where it can be changed; elsewhere the provider writes it, and the file was edited.
  static let entityID = ProviderRemedies([
    .okta: """
    Okta writes the entity ID by itself, unless SAML Issuer ID was filled in for an application made by hand; empty that \
    field. \(downloadAgain.texts[.okta] ?? "")
    """,
    .entraID: """
    Entra ID writes the entity ID by itself, so the file was edited. \(downloadAgain.texts[.entraID] ?? "")
    """,
    .jumpCloud: """
    Type it again into \(Provider.jumpCloud.label(of: .identityProviderEntityID)), under SSO Applications > the AWS \
    application > SSO, and save. Then choose Export Metadata, and give AWS the new file.
    """,
    .googleWorkspace: """
    Google writes the entity ID by itself, so the file was edited. \(downloadAgain.texts[.googleWorkspace] ?? "")
    """,
    .oneLogin: """
    OneLogin writes the entity ID by itself, so the file was edited. \(downloadAgain.texts[.oneLogin] ?? "")
    """,
    .ping: """
    PingOne writes the entity ID by itself, so the file was edited: download it again. In PingFederate the entity ID is \
    typed; correct it (the page is probably named Federation Info) and export the metadata again.
    """,
    .cyberArk: """
    Type it again into \(Provider.cyberArk.label(of: .identityProviderEntityID)), under the AWS application > Trust > \
    Identity Provider Configuration. Save, choose Download Metadata File, and give AWS the new file.
    """,
    .keycloak: """
    Keycloak forms the entity ID from the server's address and the realm's name. Correct those, save the realm's SAML 2.0 \
    Identity Provider Metadata again, and give it to AWS.
    """,
    .adFS: """
    Correct the identifier in the properties of the Federation Service; all relying parties use it. Then save \
    FederationMetadata.xml again.
    """,
  ])

  /// The address of the sign-in page. Most providers write it themselves; a few take it from what was typed.
  static let signOnAddress = downloadAgain.with([
    .okta: """
    Okta writes the address from its own domain or yours (Customizations > Domain). Download the file again from a \
    console that you opened at the right one.
    """,
    .jumpCloud: """
    The SSO IdP URL of a JumpCloud application (General Info > Advanced Settings) is final. Download the metadata again; \
    if the address is wrong there too, delete the application and add it anew.
    """,
    .ping: """
    In PingOne, download the metadata again: Applications > the AWS application > Configuration > Download Metadata. In \
    PingFederate, correct the server's base URL and export the metadata again.
    """,
    .keycloak: """
    Set the server's hostname option to the public https address (behind a proxy, the proxy's), then save the realm's \
    SAML 2.0 Identity Provider Metadata again.
    """,
    .shibboleth: "Correct the Location in the identity provider's idp-metadata.xml, and give AWS the corrected file.",
  ])

  /// HTTP-Redirect or HTTP-POST in the file.
  static let browserBinding = downloadAgain.with([
    .jumpCloud: """
    In SSO Applications > the AWS application > SSO tick Declare Redirect Endpoint and save. Then choose Export Metadata.
    """,
    .shibboleth: """
    Add a SingleSignOnService for HTTP-POST to idp-metadata.xml, with the Location \
    https://<host>/idp/profile/SAML2/POST/SSO.
    """,
  ])
}

extension Provider {
  /// What the console calls a field, said to be probable where it is not confirmed; in a word where it has no name.
  func label(of concept: FieldConcept, else other: String = "the field") -> String {
    guard let label = fieldNames[concept] else { return other }
    return label.isConfirmed ? label.text : "\(other) that is probably named \(label.text)"
  }
}
