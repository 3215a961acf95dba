import Markup
import Parties
import Playbook
import Rules
import SAML

extension MetadataFile {
  /// The facts that follow from the file. A fact of which the file says nothing has no entry.
  func facts(as role: MetadataRole, of provider: String) -> [FactKey: [String]] {
    guard let entity = verdict.onlyEntity else { return [:] }
    return switch role {
    case .serviceProvider: awsFacts(of: entity)
    case .identityProvider: idpFacts(of: entity, provider: provider)
    }
  }

  private func awsFacts(of entity: EntityDescriptor) -> [FactKey: [String]] {
    var facts: [FactKey: [String]] = [:]
    let consumers = entity.serviceProviders.flatMap(\.assertionConsumerServices)
      .compactMap { $0.location?.value.collapsed }.withoutRepetition
    facts[.acsURL] = consumers
    facts[.alternativeACSURL] = consumers.filter { url in
      if case .assertionConsumerService(let address) = AWSAddress.recognise(url) {
        address.family == .legacy
      } else {
        false
      }
    }
    guard let issuer = entity.entityID?.value.collapsed else { return facts }
    facts[.issuerURL] = [issuer]
    let address = AWSAddress.recognise(issuer)
    if case .issuer(let url) = address { facts[.identityStoreID] = [url.identityStoreID] }
    let region = address.region ?? consumers.lazy.compactMap { AWSAddress.recognise($0).region }.first
    if let region {
      facts[.region] = [region.code]
      facts[.partition] = [region.partition.rawValue]
    }
    return facts
  }

  private func idpFacts(of entity: EntityDescriptor, provider: String) -> [FactKey: [String]] {
    var facts: [FactKey: [String]] = [:]
    facts[.idpEntityID] = entity.entityID.map { [$0.value.collapsed] }
    guard let role = entity.identityProvider else { return facts }
    let services = role.singleSignOnServices
    let service = services.first { $0.binding == .httpPOST } ?? services.first { $0.binding == .httpRedirect }
    if let url = service?.location?.value.collapsed {
      facts[.idpSignInURL] = [url]
      if provider == Provider.okta.rawValue, let host = WebAddress(url).hostName { facts[.oktaDomain] = [host] }
    }
    let certificates = role.signingCertificates.compactMap(\.certificate)
    facts[.idpCertificates] = certificates.map { $0.sha256.hexadecimal(separator: ":") }.withoutRepetition
    // One that has ended already signs nothing; what matters is the next one to end.
    let ends = certificates.compactMap(\.notAfter).sorted()
    if let end = ends.first(where: { $0 > judge.settings.now }) ?? ends.last {
      facts[.idpCertificateExpires] = [end.date]
    }
    return facts
  }
}

extension [String] {
  /// Every text once, at the place where it stands first.
  var withoutRepetition: [String] {
    var seen: Set<[UInt8]> = []
    return filter { seen.insert([UInt8]($0.utf8)).inserted }
  }
}
