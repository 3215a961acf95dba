@testable import Playbook

extension Coverage {
  /// What AWS's and CyberArk's pages say, and those of others for the same console.
  static let cyberArk = Coverage(
    playbooks: [.cyberArk, .cyberArkCertificateRotation, .cyberArkTokenRenewal],
    statements: SharedStatements.all + [
      CoveredStatement(
        "Apps & Widgets, Web Apps, Add", .addCyberArkApplication, "Web Apps\nAdd Web Apps"),
      CoveredStatement("Apps, Web Apps in older portals", .addCyberArkApplication, "Apps & Widgets\nApps"),
      CoveredStatement("Search, Add, Yes, Close", .addCyberArkApplication, "choose Add, then Yes, then Close"),
      CoveredStatement("or Custom, SAML, Add", .addCyberArkApplication, "Open the tab Custom"),
      CoveredStatement("opens on Settings", .addCyberArkApplication, "The application opens on Settings"),
      CoveredStatement("its name is not confirmed", .addCyberArkApplication, "Its name today is not confirmed"),
      CoveredStatement(
        "the application for IAM", .addCyberArkApplication, "Amazon Web Services (SAML + Provisioning)"),
      CoveredStatement(
        "Trust, Identity Provider Configuration", .saveCyberArkMetadata, "Trust\nIdentity Provider Configuration"),
      CoveredStatement("Download Metadata File", .saveCyberArkMetadata, "Choose Download Metadata File"),
      CoveredStatement("or copy URL or XML", .saveCyberArkMetadata, "Copy URL and Copy XML"),
      CoveredStatement("the issuer can be edited", .saveCyberArkMetadata, "can be edited"),
      CoveredStatement("the SSO URL's mark", .saveCyberArkMetadata, "applogin/appKey"),
      CoveredStatement("no real file was found", .saveCyberArkMetadata, "No real file of CyberArk could be read"),
      CoveredStatement("Service Provider Configuration", .registerAWSInCyberArk, "Service Provider Configuration"),
      CoveredStatement("metadata or manual", .registerAWSInCyberArk, "Manual Configuration"),
      CoveredStatement("issuer", .registerAWSInCyberArk, "SP Entity ID / Issuer / Audience"),
      CoveredStatement("ACS URL", .registerAWSInCyberArk, "Assertion Consumer Service (ACS) URL"),
      CoveredStatement("recipient same as ACS", .registerAWSInCyberArk, "let Recipient be the same"),
      CoveredStatement("sign the assertion", .registerAWSInCyberArk, "Sign Response or Assertion to Assertion"),
      CoveredStatement("NameID format", .registerAWSInCyberArk, "NameID Format to emailAddress"),
      CoveredStatement("relay state empty", .registerAWSInCyberArk, "Relay State empty"),
      CoveredStatement("no multiple ACS URLs", .registerAWSInCyberArk, "The application holds one ACS URL"),
      CoveredStatement("Account Mapping", .setCyberArkAccountMapping, "Directory Service Field"),
      CoveredStatement(
        "attributes only for access control", .leaveCyberArkSAMLResponse, "access control by attributes"),
      CoveredStatement(
        "AWS on name and value", .leaveCyberArkSAMLResponse, "AWS's page puts CyberArk's attribute into Attribute Name"),
      CoveredStatement("Permissions, Add, Save", .permitCyberArkApplication, "Choose Add, select roles"),
      CoveredStatement("or User Access", .permitCyberArkApplication, "User Access"),
      CoveredStatement("only mapped roles sync", .createCyberArkRoles, "Only roles that are mapped"),
      CoveredStatement(
        "enable provisioning, Live Mode", .connectCyberArkToSCIM,
        "Enable provisioning for this application and choose Live Mode"),
      CoveredStatement("SCIM Service URL", .connectCyberArkToSCIM, "SCIM Service URL"),
      CoveredStatement(
        "authorization header, bearer token", .connectCyberArkToSCIM,
        "Authorization Type to Authorization Header and Header Type to Bearer Token"),
      CoveredStatement("Verify", .connectCyberArkToSCIM, "choose Verify"),
      CoveredStatement("the trailing slash goes", .connectCyberArkToSCIM, "without its last slash"),
      CoveredStatement("the default script", .connectCyberArkToSCIM, "its default state only"),
      CoveredStatement(
        "overwrite or not", .chooseCyberArkSyncOptions, "same principal name in AWS are overwritten"),
      CoveredStatement("disable or delete", .chooseCyberArkSyncOptions, "disabled or deleted"),
      CoveredStatement("one phone, for work", .chooseCyberArkSyncOptions, "the one for work"),
      CoveredStatement("Name to Destination Group", .mapCyberArkRoles, "as Destination Group"),
      CoveredStatement("Save at the bottom", .mapCyberArkRoles, "Save at the bottom"),
      CoveredStatement("a renamed role changes nothing", .mapCyberArkRoles, "kept its name in AWS"),
      CoveredStatement("a changed destination makes a second group", .mapCyberArkRoles, "the older one empty"),
      CoveredStatement("the tenant's certificates", .addCyberArkCertificate, "Signing Certificates"),
      CoveredStatement(
        "the application's certificate", .selectCyberArkCertificate, "Default Tenant Application Certificate"),
      CoveredStatement("the new token, Verify", .enterNewCyberArkToken, "Choose Verify"),
    ],
    beyond: [:])
}
