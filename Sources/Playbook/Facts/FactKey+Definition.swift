extension FactKey {
  /// What is known of the fact before it has a value.
  public var definition: FactDefinition {
    switch self {
    case .identitySource:
      FactDefinition(
        title: "identity source today", kind: .identitySource, origin: .asked,
        example: "unused",
        documentation: """
          What signs people in to IAM Identity Center before anything is changed: unused, directory, \
          active-directory, other-idp or this-idp. It decides between the flows set-up, migrate and adopt.
          """)
    case .managementAccount:
      FactDefinition(
        title: "management account", kind: .accountID, origin: .asked,
        example: "111122223333",
        documentation: """
          The AWS account in which the organization instance of IAM Identity Center is enabled: the management \
          account of AWS Organizations. Twelve digits, shown in the account menu of the console.
          """)
    case .awsMetadata:
      FactDefinition(
        title: "AWS metadata file", kind: .metadataFile(.serviceProvider), origin: .asked,
        example: "aws-metadata.xml",
        documentation: """
          The service provider metadata that IAM Identity Center offers for download. The ACS URLs, the issuer \
          URL, the Region, the partition and the identity store id are read from it.
          """)
    case .acsURL:
      FactDefinition(
        title: "ACS URL", kind: .acsURLs, origin: .derived(from: .awsMetadata),
        example: "https://eu-west-1.signin.aws/platform/saml/acs/11111111-2222-3333-4444-555555555555",
        documentation: """
          Every Assertion Consumer Service URL of the AWS metadata, in the order of the file: one per Region and \
          address family. The identity provider posts its response to one of them.
          """)
    case .alternativeACSURL:
      FactDefinition(
        title: "alternative IPv4 ACS URL", kind: .acsURLs, origin: .derived(from: .awsMetadata),
        example: "https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/11111111-2222-3333-4444-555555555555",
        documentation: """
          The ACS URL whose host ends in signin.aws.amazon.com. Instances enabled before February 2026 have one \
          and need it; for later instances the list is empty.
          """)
    case .issuerURL:
      FactDefinition(
        title: "issuer URL", kind: .issuerURL, origin: .derived(from: .awsMetadata),
        example: "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-1234567890",
        documentation: """
          The entityID of IAM Identity Center, which consoles call issuer URL, audience or SP entity ID. It is the \
          same for IPv4 and dual-stack.
          """)
    case .region:
      FactDefinition(
        title: "Region", kind: .region, origin: .derived(from: .awsMetadata),
        example: "eu-west-1",
        documentation: """
          The primary Region of the instance, read from the issuer URL. It cannot be changed without deleting the \
          instance.
          """)
    case .partition:
      FactDefinition(
        title: "partition", kind: .partition, origin: .derived(from: .awsMetadata),
        example: "aws",
        documentation: """
          The AWS partition of the instance, read from the host of the issuer URL.
          """)
    case .identityStoreID:
      FactDefinition(
        title: "identity store id", kind: .identityStoreID, origin: .derived(from: .awsMetadata),
        example: "d-1234567890",
        documentation: """
          The last part of the issuer URL. AWS commands that list users and groups ask for it.
          """)
    case .portalURL:
      FactDefinition(
        title: "AWS access portal URL", kind: .portalURL, origin: .asked,
        example: "https://example.awsapps.com/start",
        documentation: """
          The address at which people open the AWS access portal, which the command line calls start URL. It is \
          shown beside the service provider metadata and is not part of that file.
          """)
    case .scimEndpoint:
      FactDefinition(
        title: "SCIM endpoint", kind: .scimEndpoint, origin: .asked,
        example: "https://scim.eu-west-1.amazonaws.com/11111111-2222-3333-4444-555555555555/scim/v2",
        documentation: """
          The address to which the identity provider writes users and groups. It is shown when automatic \
          provisioning is enabled and can be read again later.
          """)
    case .scimTokenCreated:
      FactDefinition(
        title: "day on which the SCIM token was created", kind: .date, origin: .asked,
        example: "2026-11-21",
        documentation: """
          Only the day is kept, never the token. The token lives for one year from it.
          """)
    case .scimTokenExpires:
      FactDefinition(
        title: "day on which the SCIM token expires", kind: .date, origin: .derived(from: .scimTokenCreated),
        example: "2027-11-21",
        documentation: """
          One year after the token was created. From 90 days before it AWS reminds in the console and in AWS \
          Health; on the day itself provisioning stops without a message.
          """)
    case .scimTokenReminder:
      FactDefinition(
        title: "day from which to renew the SCIM token", kind: .date, origin: .derived(from: .scimTokenExpires),
        example: "2027-08-23",
        documentation: """
          90 days before the token expires: from this day on AWS reminds, and an entry in a calendar should.
          """)
    case .permissionSets:
      FactDefinition(
        title: "permission sets", kind: .textList, origin: .asked,
        example: "AdministratorAccess, ReadOnlyAccess",
        documentation: """
          The names of the permission sets that are assigned, exactly as IAM Identity Center lists them.
          """)
    case .pilotAccount:
      FactDefinition(
        title: "pilot account", kind: .accountID, origin: .asked,
        example: "444455556666",
        documentation: """
          The AWS account to which the first assignment is made and in which the sign-in is tried.
          """)
    case .sessionARN:
      FactDefinition(
        title: "ARN of a session from the portal", kind: .sessionARN, origin: .asked,
        example:
          "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/ada@example.com",
        documentation: """
          What aws sts get-caller-identity prints under Arn after aws sso login. It proves account, permission set \
          and user name in one line.
          """)
    case .idpMetadata:
      FactDefinition(
        title: "identity provider metadata file", kind: .metadataFile(.identityProvider), origin: .asked,
        example: "idp-metadata.xml",
        documentation: """
          The SAML metadata of the application in the identity provider. The entityID, the sign-in URL and the \
          signing certificates are read from it.
          """)
    case .idpEntityID:
      FactDefinition(
        title: "identity provider entityID", kind: .entityID, origin: .derived(from: .idpMetadata),
        example: "http://www.okta.com/exk1a2b3c4d5e6f7g8h9",
        documentation: """
          The entityID of the identity provider, which AWS calls IdP issuer URL.
          """)
    case .idpSignInURL:
      FactDefinition(
        title: "identity provider sign-in URL", kind: .url, origin: .derived(from: .idpMetadata),
        example: "https://example.okta.com/app/amazon_aws_sso/exk1a2b3c4d5e6f7g8h9/sso/saml",
        documentation: """
          The SingleSignOnService to which AWS sends people who sign in, which AWS calls IdP sign-in URL.
          """)
    case .idpCertificates:
      FactDefinition(
        title: "identity provider signing certificates", kind: .certificates, origin: .derived(from: .idpMetadata),
        example: "SHA-256 fingerprints",
        documentation: """
          The X.509 certificates with which the identity provider signs its assertions.
          """)
    case .idpCertificateExpires:
      FactDefinition(
        title: "day on which the signing certificate expires", kind: .date, origin: .derived(from: .idpCertificates),
        example: "2036-11-21",
        documentation: """
          The earliest end of validity among the signing certificates. Sign-in is expected to fail from that day \
          on unless another imported certificate signs.
          """)
    case .idpCertificateReminder:
      FactDefinition(
        title: "day from which to replace the signing certificate", kind: .date,
        origin: .derived(from: .idpCertificateExpires), example: "2036-08-23",
        documentation: """
          90 days before the signing certificate expires: from this day on AWS no longer shows it in green, and an \
          entry in a calendar should remind.
          """)
    case .oktaDomain:
      FactDefinition(
        title: "Okta domain", kind: .hostName, origin: .derived(from: .idpSignInURL),
        example: "example.okta.com",
        documentation: """
          The host of the sign-in URL: the domain of the Okta organisation, or its own domain where one is set up.
          """)
    case .nameIDFormat:
      FactDefinition(
        title: "NameID format", kind: .nameIDFormat, origin: .asked,
        example: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
        documentation: """
          The format in which the identity provider names people to AWS, as its console shows it: the URI, or words \
          such as EMAIL. AWS takes the one for e-mail addresses.
          """)
    case .pilotGroup:
      FactDefinition(
        title: "pilot group", kind: .text, origin: .asked,
        example: "AWS pilots",
        documentation: """
          The group of the identity provider whose members go first when an instance that is in use changes over.
          """)
    case .requiredGroups:
      FactDefinition(
        title: "required groups", kind: .textList, origin: .asked,
        example: "Administrators, Auditors",
        documentation: """
          The groups that must exist in IAM Identity Center, spelled exactly as there: lower and upper case count, \
          and so do blanks. May be empty where access is given to single users.
          """)
    case .pilotUser:
      FactDefinition(
        title: "pilot user", kind: .emailAddress, origin: .asked,
        example: "ada@example.com",
        documentation: """
          The user name of the person with whom the set-up is tried. It must have the form of an e-mail address, \
          and the identity provider must send exactly this text as NameID.
          """)
    }
  }
}
