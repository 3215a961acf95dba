@testable import Playbook

extension Coverage {
  /// What AWS's and OneLogin's pages say.
  static let oneLogin = Coverage(
    playbooks: [.oneLogin, .oneLoginCertificateRotation, .oneLoginTokenRenewal],
    statements: SharedStatements.all + [
      CoveredStatement("Applications, Add App", .addOneLoginApplication, "Applications\nAdd App"),
      CoveredStatement("search AWS Single Sign-on", .addOneLoginApplication, "Search for AWS Single Sign-on"),
      CoveredStatement("display info, then Save", .addOneLoginApplication, "display name"),
      CoveredStatement(
        "other AWS entries are for IAM", .addOneLoginApplication, "sign in to IAM of single accounts"),
      CoveredStatement("the advanced custom connector", .addOneLoginApplication, "SAML Custom Connector (Advanced)"),
      CoveredStatement("its four fields", .addOneLoginApplication, "ACS (Consumer) URL Validator"),
      CoveredStatement("More Actions, SAML Metadata", .saveOneLoginMetadata, "More Actions\nSAML Metadata"),
      CoveredStatement("the file's name", .saveOneLoginMetadata, "onelogin_metadata"),
      CoveredStatement("some files say transient", .saveOneLoginMetadata, "NameID format transient"),
      CoveredStatement("old files are signed with SHA-1", .saveOneLoginMetadata, "signed with SHA-1"),
      CoveredStatement(
        "Configuration, Application details", .registerAWSInOneLogin, "Configuration\nApplication details"),
      CoveredStatement("the issuer's field", .registerAWSInOneLogin, "AWS SSO Issuer URL"),
      CoveredStatement("the ACS URL's field", .registerAWSInOneLogin, "AWS SSO ACS URL"),
      CoveredStatement("no multiple ACS URLs", .registerAWSInOneLogin, "The application holds one ACS URL"),
      CoveredStatement("the values' former place in AWS", .registerAWSInOneLogin, "View details"),
      CoveredStatement("NameID value is Email", .setOneLoginNameID, "Set NameID value to Email"),
      CoveredStatement("attributes for access control", .setOneLoginNameID, "AccessControl:"),
      CoveredStatement("Include in SAML assertion", .setOneLoginNameID, "Include in SAML assertion"),
      CoveredStatement("remove the trailing slash", .connectOneLoginToSCIM, "without its last slash"),
      CoveredStatement("the two fields of SCIM", .connectOneLoginToSCIM, "SCIM Base URL\nSCIM Bearer Token"),
      CoveredStatement("API Connection, Enable, Save", .connectOneLoginToSCIM, "Beside API Connection choose Enable"),
      CoveredStatement("Enable provisioning", .enableOneLoginProvisioning, "Tick Enable provisioning"),
      CoveredStatement(
        "create, delete and update user", .enableOneLoginProvisioning, "Create user, Delete user and Update user"),
      CoveredStatement("a subscription with Advanced Directory", .enableOneLoginProvisioning, "Advanced Directory"),
      CoveredStatement("groups are made of roles", .createOneLoginRoles, "groups for AWS come from roles"),
      CoveredStatement("a user is in one OneLogin group", .createOneLoginRoles, "in one OneLogin group only"),
      CoveredStatement("Parameters, Groups", .makeGroupsOfOneLoginRoles, "Parameters\nGroups"),
      CoveredStatement(
        "Include in User Provisioning is off", .makeGroupsOfOneLoginRoles, "Groups are left out by default"),
      CoveredStatement("pushed, never fetched", .makeGroupsOfOneLoginRoles, "cannot be fetched from AWS"),
      CoveredStatement("by rules", .makeGroupsOfOneLoginRoles, "On Rules add a rule"),
      CoveredStatement(
        "a deleted group stays in AWS", .makeGroupsOfOneLoginRoles, "OneLogin does not delete groups over SCIM"),
      CoveredStatement("Refresh entitlements, then reapply", .makeGroupsOfOneLoginRoles, "choose Refresh below"),
      CoveredStatement("Access, Roles, Save", .assignOneLoginApplication, "Below Roles tick each role"),
      CoveredStatement("Sync logins", .synchroniseOneLogin, "Sync logins"),
      CoveredStatement("Reapply entitlement mappings", .synchroniseOneLogin, "Reapply entitlement mappings"),
      CoveredStatement("its two messages", .synchroniseOneLogin, "Synchronizing users with AWS Single Sign-On"),
      CoveredStatement("Activity, Events", .synchroniseOneLogin, "Activity, Events"),
      CoveredStatement("nothing syncs: approval or mappings", .synchroniseOneLogin, "An approval is pending"),
      CoveredStatement("take the approvals away later", .endOneLoginApproval, "take the ticks from"),
      CoveredStatement("Security, Certificates", .createOneLoginCertificate, "Security\nCertificates"),
      CoveredStatement("reminders of certificates", .createOneLoginCertificate, "90 and 45 days"),
      CoveredStatement("SSO tab, Change", .changeOneLoginCertificate, "choose Change"),
      CoveredStatement("the new token on Configuration", .enterNewOneLoginToken, "Configuration\nAPI Connection"),
    ],
    beyond: [:])
}
