import Rules

/// What AWS shows after the sign-in at the identity provider, and records of it.
extension KnownMessage {
  static let signIn: [KnownMessage] = [
    KnownMessage(
      "unexpected-error", .aws, "An unexpected error has occurred",
      cause: """
        The NameID does not equal the user name in AWS or is not of the format emailAddress, the user is not in AWS, the \
        ACS URL is wrong, or an attribute for access control cannot be used.
        """,
      remedy: """
        Compare the NameID with the user name in **Users**, character by character; look for the event \
        `ExternalIdPDirectoryLogin` in CloudTrail, and give it, or the response itself, to `signpost diagnose`.
        """,
      topic: .nameID, source: .troubleshooting),
    KnownMessage(
      "not-you-but-us", .aws, "It's not you, it's us", "It's not you, it is us",
      "We couldn't complete your request right now. Please try again later",
      "We couldn't complete your request right now",
      cause: """
        The certificate in AWS is not the one that signs, a clock is wrong, or the NameID has another format or another \
        value than the user name.
        """,
      remedy: """
        Compare the fingerprint of the certificate in **Manage authentication** with the active one of the identity \
        provider; then look for the event `ExternalIdPDirectoryLogin` in CloudTrail.
        """,
      topic: .trust, source: .signInTroubles),
    KnownMessage(
      "code-not-right", .aws, "Looks like this code isn't right",
      cause: "The person who signed in at the identity provider does not exist in AWS.",
      remedy: "Assign the person to the application and wait until **Users** shows them.",
      topic: .users, certainty: .believed, source: .troubleshooting),
    KnownMessage(
      "does-not-compute", .aws, "Something doesn't compute", "We couldn't verify your sign-in credentials",
      cause: """
        The identity source is still the Identity Center directory, the portal URL or the Region are wrong, or a clock is.
        """,
      remedy: "Look at **Settings**, **Identity source**, and at the address of the portal.",
      topic: .identitySource, certainty: .believed, source: .troubleshooting),
    KnownMessage(
      "invalid-mfa-credentials", .aws, "Invalid MFA credentials",
      cause: "The person signs in before provisioning has made the user completely.",
      remedy: "Wait until **Users** shows the person, and try again.",
      topic: .users, source: .troubleshooting),
    KnownMessage(
      "session-token-not-found", .aws, "Session token not found or invalid",
      cause: "The session of the portal has ended.", remedy: "Sign in again.",
      topic: .capture, source: .signInTroubles),
    KnownMessage(
      "password-not-updated", .aws, "We couldn't update your password",
      cause: "The password is the identity provider's; AWS does not have it.",
      remedy: "Change the password at the identity provider.",
      topic: .identitySource, source: .troubleshooting),
    KnownMessage(
      "invalid-name-id-format", .aws, "Response contains invalid name id policy format",
      cause:
        "The NameID is sent in another format than emailAddress. CloudTrail says so, and the sign-in page does not.",
      remedy: "Set the NameID format to `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress` in the application.",
      topic: .nameID, certainty: .believed, source: .authentikNameID),
    KnownMessage(
      "other-direction-name-id", .aws, "Request nameID format does not match our record",
      cause: "IAM Identity Center is asked as the identity provider of another application: the other direction.",
      remedy:
        "Look at the application in **Applications** of IAM Identity Center; the connection to this provider is fine.",
      topic: .access, certainty: .believed, source: .troubleshooting),
    KnownMessage(
      "metadata-url-refused", .aws,
      "Unable to build attributes from provided metadata object as url validation failed",
      cause: "A URL in the metadata of the identity provider is malformed.",
      remedy: "Run `signpost validate` on the file, put right what it names, and save the metadata anew.",
      topic: .trust, certainty: .believed, source: .demands),
    KnownMessage(
      "configuration-not-available", .aws, "External identity provider configuration not available",
      cause: "The panel can show this for a while after a change that succeeded.",
      remedy: "Reload **Settings** and look at **Manage authentication**.",
      topic: .identitySource, certainty: .believed, source: .connecting),
    KnownMessage(
      "access-control-not-enabled", .aws, "Attributes for access control failed to enable",
      cause: "Whoever switches the attributes on may not call `iam:UpdateAssumeRolePolicy`.",
      remedy: "Have somebody do it who may, or allow the call.",
      topic: .access, source: .troubleshooting),
    KnownMessage(
      "protected-role", .aws, "Cannot perform the operation on the protected role",
      cause: "The role belongs to IAM Identity Center.", remedy: "Change the permission set instead of the role.",
      topic: .access, source: .troubleshooting),
    KnownMessage(
      "management-account-only", .aws,
      "You cannot delete/modify/remove/assign access to permission sets provisioned in the management account",
      "You cannot delete … permission sets provisioned in the management account",
      "You cannot modify … permission sets provisioned in the management account",
      "You cannot remove … permission sets provisioned in the management account",
      "You cannot assign access to permission sets provisioned in the management account",
      cause: "You are signed in to a delegated administrator account.", remedy: "Do it in the management account.",
      topic: .access, source: .troubleshooting),
  ]

  /// What an identity provider shows instead of sending a response.
  static let refusals: [KnownMessage] = [
    KnownMessage(
      "reply-url-not-registered", .entraID, "AADSTS50011",
      cause: "The request names an ACS URL that is not registered; the message shows which.",
      remedy: "Add it in **Basic SAML Configuration** with **Add reply URL**, and save.",
      topic: .registration, source: .entraReplyURL),
    KnownMessage(
      "user-not-assigned", .entraID, "AADSTS50105",
      cause: "The person is not assigned to the application, or only through a group inside a group.",
      remedy: "Assign the person, or a group that has them as a direct member.",
      topic: .assignment, certainty: .believed, source: .entraGuide),
    KnownMessage(
      "application-not-in-directory", .entraID, "AADSTS700016",
      cause: """
        No application of the tenant has the identifier that the request names, or the request went to another tenant; the \
        message shows both.
        """,
      remedy: """
        Enter the issuer URL of AWS as **Identifier (Entity ID)** in **Basic SAML Configuration**, character by \
        character, and look whether AWS holds the metadata of this tenant.
        """,
      topic: .registration, certainty: .believed, source: .entraApplicationMissing),
    KnownMessage(
      "request-not-signed", .keycloak, "Invalid requester",
      cause: "The client demands signed requests, and IAM Identity Center does not sign its requests.",
      remedy: "Switch **Client signature required** off on the tab **Keys** of the client.",
      topic: .registration, certainty: .believed, source: .keycloakInvalidRequester),
    KnownMessage(
      "google-application-unknown", .google, "app_not_configured",
      cause: "No SAML application of Google Workspace has the entity ID that the request names.",
      remedy: "Enter the issuer URL of AWS as **Entity ID**, character by character.",
      topic: .registration, source: .googleSAMLErrors),
    KnownMessage(
      "google-entity-id-differs", .google, "app_not_configured_for_user",
      cause: "The entity ID of the application differs from the issuer in AWS's request; upper and lower case count.",
      remedy: "Enter the issuer URL of AWS as **Entity ID**, and look which Google account is signed in.",
      topic: .registration, source: .googleSAMLErrors),
    KnownMessage(
      "google-application-off", .google, "app_not_enabled_for_user",
      cause: "The application is switched off for the person's organisational unit.",
      remedy: "Switch it on under **User access**; it can take a day until everybody sees it.",
      topic: .assignment, source: .googleSAMLErrors),
    KnownMessage(
      "address-with-plus", .ping, "SAML_215",
      cause: "There is a + in the e-mail address.",
      remedy: "Send another attribute as NameID and user name, or an address without it.",
      topic: .nameID, source: .userGuide("PingOne", "pingone-idp")),
  ]
}

extension SourceReference {
  static let signInTroubles = SourceReference(
    "AWS re:Post: Troubleshoot IAM Identity Center sign-in",
    "https://repost.aws/knowledge-center/iam-troubleshoot-identity-center-sso", checked: "2026-11")
  static let entraApplicationMissing = SourceReference(
    "Microsoft Q&A: AADSTS700016",
    "https://learn.microsoft.com/en-us/answers/questions/1820956/aadsts700016-application-with-identifier-9ed34c02",
    checked: "2026-11")
  static let keycloakInvalidRequester = SourceReference(
    "Keycloak issue 32013: a request without a signature", "https://github.com/keycloak/keycloak/issues/32013",
    checked: "2026-11")
  static let googleSAMLErrors = SourceReference(
    "Google Workspace: SAML app error messages", "https://support.google.com/a/answer/6301076", checked: "2026-11")
}
