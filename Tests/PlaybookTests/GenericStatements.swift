@testable import Playbook

extension Coverage {
  /// What AWS demands of any provider, what Cloud Posse's guide says for other providers, and what is known of five.
  static let generic = Coverage(
    playbooks: [.generic, .genericCertificateRotation, .genericTokenRenewal],
    statements: SharedStatements.all + steps + products + pitfalls,
    beyond: [.createProviderGroups: "names are decided before they are compared"])

  private static let steps = [
    CoveredStatement("SAML 2.0 and SCIM 2.0", .seeWhatProviderCanDo, "SCIM 2.0 to any address with a bearer token"),
    CoveredStatement("the entry made for IAM Identity Center", .seeWhatProviderCanDo, "Entries called AWS or AWS"),
    CoveredStatement("requests are not signed", .seeWhatProviderCanDo, "takes requests that are not signed"),
    CoveredStatement("a tool where there is no SCIM", .seeWhatProviderCanDo, "as ssosync does for Google Workspace"),
    CoveredStatement("such a tool may delete", .seeWhatProviderCanDo, "it may delete what its source does not have"),
    CoveredStatement("create a new application", .createSAMLApplication, "Create an application for SAML 2.0"),
    CoveredStatement("import the AWS metadata", .createSAMLApplication, "saves typing"),
    CoveredStatement("ACS URL", .registerAWSAtProvider, "as Assertion Consumer Service URL"),
    CoveredStatement("recipient and destination", .registerAWSAtProvider, "as recipient and destination"),
    CoveredStatement("entity ID or audience", .registerAWSAtProvider, "as entity ID of the service provider"),
    CoveredStatement(
      "start URL and relay state empty", .registerAWSAtProvider, "Leave start URL and relay state empty"),
    CoveredStatement("several ACS URLs where they fit", .registerAWSAtProvider, "add the others beside it"),
    CoveredStatement("the alternative ACS URL stays", .keepAlternativeACSURL, "Do not replace it"),
    CoveredStatement("NameID format EMAIL", .setProviderNameID, "consoles often just say EMAIL"),
    CoveredStatement(
      "the NameID's source is the user name", .setProviderNameID, "the attribute that is the user name in AWS"),
    CoveredStatement("assertions signed with RSA-SHA256", .setProviderSigning, "with RSA and SHA-256"),
    CoveredStatement("no encryption, no signed requests", .setProviderSigning, "Turn off the encryption of assertions"),
    CoveredStatement("SessionNotOnOrAfter", .setProviderSessionLifetime, "SessionNotOnOrAfter"),
    CoveredStatement("download the metadata", .saveProviderMetadata, "Download the metadata of this application"),
    CoveredStatement("enable it for users or everybody", .assignSAMLApplication, "or to everybody if that is wanted"),
    CoveredStatement("SCIM base URL and bearer token", .connectProviderToSCIM, "SCIM bearer token"),
    CoveredStatement("without the slash", .connectProviderToSCIM, "enter it without"),
    CoveredStatement(
      "four required attributes", .mapProviderAttributes, "name.givenName, name.familyName and displayName"),
    CoveredStatement("one value each", .mapProviderAttributes, "at most one of emails"),
    CoveredStatement("attributes that AWS does not know", .mapProviderAttributes, "x509Certificates"),
    CoveredStatement("match on userName only", .mapProviderAttributes, "by userName alone"),
    CoveredStatement("a stable externalId", .mapProviderAttributes, "an id that never changes"),
    CoveredStatement("groups over SCIM", .pushProviderGroups, "for provisioning"),
    CoveredStatement("groups by hand without SCIM", .createGroupsInAWS, "aws identitystore create-group"),
    CoveredStatement("groups by command with SCIM", .addMissingGroups, "aws identitystore create-group-membership"),
    CoveredStatement("a new certificate beside the old", .createProviderCertificate, "Do not let it sign yet"),
    CoveredStatement("one certificate only: an outage", .createProviderCertificate, "room for one certificate only"),
    CoveredStatement("the switch, and metadata anew", .activateProviderCertificate, "Download the metadata anew"),
    CoveredStatement("the new token", .enterNewProviderToken, "in the place of the old"),
  ]

  private static let products = [
    CoveredStatement("Keycloak: client ID", .createSAMLApplication, "whose Client ID is"),
    CoveredStatement("Keycloak: redirect URIs", .registerAWSAtProvider, "Valid redirect URIs"),
    CoveredStatement("Keycloak: forced format", .setProviderNameID, "Force name ID format"),
    CoveredStatement("Keycloak: client signature", .setProviderSigning, "Client signature required off"),
    CoveredStatement("Keycloak: descriptor", .saveProviderMetadata, "/protocol/saml/descriptor"),
    CoveredStatement("Keycloak: the realm's flag", .setProviderSigning, "the switch of the client"),
    CoveredStatement("Keycloak: keys by priority", .createProviderCertificate, "lower priority"),
    CoveredStatement("Auth0: add-on", .createSAMLApplication, "SAML2 Web App"),
    CoveredStatement("Auth0: callback URL", .registerAWSAtProvider, "Application Callback URL"),
    CoveredStatement("Auth0: probes", .setProviderNameID, "nameIdentifierProbes"),
    CoveredStatement("Auth0: usage", .saveProviderMetadata, "Identity Provider Metadata, Download"),
    CoveredStatement("Auth0: no overlap", .createProviderCertificate, "SAML has no overlap there"),
    CoveredStatement("AD FS: relying party trust", .createSAMLApplication, "Relying Party Trusts"),
    CoveredStatement("AD FS: two rules", .setProviderNameID, "transforms the claim into Name ID"),
    CoveredStatement("AD FS: address", .saveProviderMetadata, "/FederationMetadata/2007-06/FederationMetadata.xml"),
    CoveredStatement("AD FS: size", .saveProviderMetadata, "Remove each RoleDescriptor"),
    CoveredStatement("AD FS: encryption certificate", .saveProviderMetadata, "AD FS lists one for encryption"),
    CoveredStatement("AD FS: rollover", .createProviderCertificate, "AutoCertificateRollover"),
    CoveredStatement("Duo: protect an application", .createSAMLApplication, "Protect an Application"),
    CoveredStatement("Duo: more ACS URLs", .registerAWSAtProvider, "+ Add an ACS URL"),
    CoveredStatement("Duo: empty fields", .registerAWSAtProvider, "Service Provider Login URL"),
    CoveredStatement("Duo: NameID attribute", .setProviderNameID, "<Email Address>"),
    CoveredStatement("Duo: downloads", .saveProviderMetadata, "Downloads, SAML Metadata, Download XML"),
    CoveredStatement("Duo: certificate until 2038", .createProviderCertificate, "2038"),
    CoveredStatement("Shibboleth: SHA-1 as name", .createSAMLApplication, "LocalDynamicMetadataProvider"),
    CoveredStatement("Shibboleth: second certificate", .saveProviderMetadata, "that is the second one"),
    CoveredStatement("Shibboleth: generator", .setProviderNameID, "a NameID generator for this format"),
    CoveredStatement(
      "no SCIM out of five products", .seeWhatProviderCanDo, "Keycloak, Auth0, AD FS, Duo and Shibboleth"),
    CoveredStatement("authentik: compatibility mode", .connectProviderToSCIM, "Compatibility Mode AWS"),
  ]

  private static let pitfalls = [
    CoveredStatement("user name against e-mail address", .setProviderNameID, "or the reverse"),
    CoveredStatement("photos must go", .mapProviderAttributes, "photos"),
    CoveredStatement("HTML instead of XML", .saveProviderMetadata, "page in HTML"),
    CoveredStatement("SHA-1: claimed by one", .setProviderSigning, "AWS's pages are silent"),
    CoveredStatement("401", .connectProviderToSCIM, "UnauthorizedException"),
    CoveredStatement("throttling", .connectProviderToSCIM, "25 changes a second"),
    CoveredStatement("filters", .connectProviderToSCIM, "eq and and only"),
    CoveredStatement("members of groups", .mapProviderAttributes, "does not take replace"),
  ]
}
