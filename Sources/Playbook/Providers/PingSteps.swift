/// The steps that are Ping's alone: PingOne's, unless they speak of the server.
enum PingSteps {
  /// Steps of PingOne.
  static let inPingOne: Condition = .not(.wants(.pingFederate))
  /// Steps of PingFederate.
  static let inPingFederate: Condition = .wants(.pingFederate)
}

extension StepID {
  static let preparePingFederate: StepID = "prepare-pingfederate"
  static let addPingApplication: StepID = "add-ping-application"
  static let registerAWSInPing: StepID = "register-aws-in-ping"
  static let mapPingSubject: StepID = "map-ping-subject"
  static let createPingFederateConnection: StepID = "create-pingfederate-connection"
  static let savePingMetadata: StepID = "save-ping-metadata"
  static let choosePingGroups: StepID = "choose-ping-groups"
  static let checkPingProfiles: StepID = "check-ping-profiles"
  static let connectPingToSCIM: StepID = "connect-ping-to-scim"
  static let connectPingFederateToSCIM: StepID = "connect-pingfederate-to-scim"
  static let createPingFederateChannel: StepID = "create-pingfederate-channel"
  static let allowPingPeople: StepID = "allow-ping-people"
  static let createPingKeyPair: StepID = "create-ping-key-pair"
  static let createPingFederateKeyPair: StepID = "create-pingfederate-key-pair"
  static let assignPingKeyPair: StepID = "assign-ping-key-pair"
  static let assignPingFederateKeyPair: StepID = "assign-pingfederate-key-pair"
  static let saveNewPingMetadata: StepID = "save-new-ping-metadata"
  static let enterNewPingToken: StepID = "enter-new-ping-token"
  static let enterNewPingFederateToken: StepID = "enter-new-pingfederate-token"
}

extension Label {
  /// A label of PingFederate: read in a document, seen on no screen.
  static func pingFederate(_ text: String) -> Label { Label(text, certainty: .believed) }
}

extension ConsolePath {
  /// A place in PingOne, whose console is each environment's own.
  static func pingOne(_ path: Label..., or alternatives: [Alternative] = []) -> ConsolePath {
    ConsolePath("PingOne admin console", path: path, alternatives: alternatives)
  }

  /// A place in the application in PingOne.
  static func pingOneApplication(_ path: Label..., or alternatives: [Alternative] = []) -> ConsolePath {
    ConsolePath(
      "PingOne admin console", path: ["Applications", "Applications", "IAM Identity Center"] + path,
      alternatives: alternatives)
  }

  /// Where people and groups are: PingOne's directory, or whatever the server reads them from.
  static func pingDirectory(_ page: String) -> ConsolePath {
    ConsolePath(
      "PingOne admin console, or the data store of PingFederate",
      path: ["Directory", page].map { Label($0, certainty: .believed) })
  }

  /// A place in the console of a PingFederate server.
  static func pingFederate(_ path: String..., or alternatives: [Alternative] = []) -> ConsolePath {
    ConsolePath(
      "PingFederate administrative console", path: path.map(Label.pingFederate), alternatives: alternatives)
  }

  /// A place in the connection to AWS, which has the name that it was given.
  static func pingFederateConnection(_ path: String...) -> ConsolePath {
    ConsolePath(
      "PingFederate administrative console",
      path: (["Applications", "SP Connections", "IAM Identity Center"] + path).map(Label.pingFederate))
  }
}

extension ConsolePath.Alternative {
  /// The menus before the connections moved.
  static let oldPingFederate = Self(
    "PingFederate 10.0 and older", ["Identity Provider", "SP Connections"].map(Label.pingFederate))
}

extension SourceReference {
  static let pingOneGuide = userGuide("PingOne", "pingone-idp")
  static let pingFederateGuide = userGuide("PingFederate", "pingfederate-idp")

  /// A page of Ping's documentation of PingOne.
  static func pingOne(_ subject: String, _ page: String) -> SourceReference {
    SourceReference("PingOne: \(subject)", "https://docs.pingidentity.com/pingone/\(page).html", checked: "2026-11")
  }

  /// A page of Ping's documentation of PingFederate.
  static func pingFederate(_ subject: String, _ page: String) -> SourceReference {
    SourceReference(
      "PingFederate: \(subject)", "https://docs.pingidentity.com/pingfederate/\(page).html", checked: "2026-11")
  }

  static let pingOneApplication = pingOne("editing a SAML application", "applications/p1_edit_application_saml")
  static let pingOneCatalog = pingOne("application catalog", "applications/p1_applicationcatalog")
  static let pingOneKeyPair = pingOne("creating a key pair", "settings/p1_adding_a_key_pair")
  static let pingOneKeyAssignment = pingOne(
    "assigning a key pair to an application", "settings/p1_assign_keypair_to_an_application")
  static let pingFederateMetadata = pingFederate(
    "exporting metadata of a connection",
    "11.3/administrators_reference_guide/help_exportmetadatatasklet_exportconnectionstate")
  static let pingFederateSignatures = pingFederate(
    "digital signatures of a connection",
    "latest/administrators_reference_guide/pf_configuring_digital_signatures_service_provider_connections")
  static let pingFederateCertificates = pingFederate(
    "exporting the signing certificate", "11.3/administrators_reference_guide/pf_export_signing_certificate")
  static let pingFederateConnector = SourceReference(
    "Ping Identity: connector for AWS IAM Identity Center",
    "https://docs.pingidentity.com/r/en-us/pingfederate-aws-singlesignon-connector/pingfederate_aws_singlesignon_connector",
    checked: "2026-11")
}
