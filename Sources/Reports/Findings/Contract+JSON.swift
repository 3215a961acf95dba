import Parties
import Rules
import SAML
import Setup

extension JSON {
  /// What two files agree on, as a member of `pairs`.
  init(_ contract: Contract) {
    self = [
      "identityProvider": [
        "file": .string(contract.identityProvider.file), "entityID": .string(contract.identityProvider.entityID),
        "provider": JSON(contract.identityProvider.provider?.rawValue),
        "signOnURLs": JSON(contract.identityProvider.signOnURLs.map(AddressSecrets.covering)),
      ],
      "serviceProvider": [
        "file": .string(contract.serviceProvider.file), "entityID": .string(contract.serviceProvider.entityID),
        "region": .string(contract.serviceProvider.issuer.region.code),
      ],
      "nameIDFormat": .string(contract.nameIDFormat.rawValue), "acsURLs": .array(contract.consumers.map(JSON.init)),
      "acsCapacity": .string(contract.capacity.word),
      "regionsNotReached": .array(contract.lostRegions.map { .string($0.code) }),
      "signingKeys": .array(contract.keys.map(JSON.init)), "fields": .array(Self.fields(of: contract)),
    ]
  }

  private init(_ consumer: Contract.Consumer) {
    self = [
      "url": .string(consumer.text), "region": .string(consumer.url.region.code),
      "family": .string(consumer.url.family.word), "held": .bool(consumer.isHeld),
    ]
  }

  private init(_ key: Contract.SigningKey) {
    self = [
      "sha256": .string(key.sha256.description), "notBefore": JSON(key.notBefore?.description),
      "notAfter": JSON(key.notAfter?.description), "standing": .string(key.standing.rawValue),
    ]
  }

  /// Which value goes into which field of which console.
  private static func fields(of contract: Contract) -> [JSON] {
    let idp = contract.identityProvider
    let atProvider: [(FieldConcept, [String])] = [
      (.acsURL, contract.consumers.filter(\.isHeld).map(\.text)), (.issuer, [contract.serviceProvider.entityID]),
      (.nameIDFormat, [contract.nameIDFormat.rawValue]),
    ]
    let atAWS: [(FieldConcept, [String])] = [
      (.identityProviderEntityID, [idp.entityID]), (.signOnURL, idp.signOnURLs),
    ]
    return atProvider.map { field($0, $1, in: "identity-provider", idp.fieldNames, idp.isCustomApplication) }
      + atAWS.map { field($0, $1, in: "aws", .aws, false) }
  }

  private static func field(
    _ concept: FieldConcept, _ values: [String], in console: String, _ names: FieldNames, _ isCustom: Bool
  ) -> JSON {
    let label = names[concept]
    let custom = isCustom ? label?.inCustomApplication : nil
    return [
      "console": .string(console), "concept": .string(concept.word), "label": JSON(custom ?? label?.text),
      "olderLabel": JSON(custom == nil ? label?.older : nil), "confirmed": .bool(label?.isConfirmed ?? false),
      "values": JSON(values.map(AddressSecrets.covering)),
    ]
  }
}

extension ConsumerCapacity {
  /// The word of the JSON format.
  fileprivate var word: String {
    switch self {
    case .several: "several"
    case .one: "one"
    case .oneField: "one-field"
    case .unknown: "unknown"
    }
  }
}

extension AssertionConsumerServiceURL.Family {
  /// The word of the JSON format.
  fileprivate var word: String {
    switch self {
    case .ipv4: "ipv4"
    case .legacy: "ipv4-alternative"
    case .dualStack: "dual-stack"
    case .govCloud: "govcloud"
    case .china: "china"
    }
  }
}

extension FieldConcept {
  /// The word of the JSON format.
  fileprivate var word: String {
    switch self {
    case .acsURL: "acs-url"
    case .issuer: "entity-id"
    case .nameIDFormat: "name-id-format"
    case .identityProviderEntityID: "idp-entity-id"
    case .signOnURL: "sign-on-url"
    default: rawValue
    }
  }
}
