import Markup
import SAML

// What both roles have, as it is compared: each function gives the things that one document states.

extension ChangeCollector {
  typealias Name = MetadataChange.Subject

  /// Compares what the two documents say about themselves as a whole.
  mutating func compareEntityID(_ old: EntityDescriptor, _ new: EntityDescriptor) {
    compare(.entityID, "entityID", old: old.entityID.map { Item($0) }, new: new.entityID.map { Item($0) })
  }

  /// Compares what neither side compares.
  ///
  /// - Parameters:
  ///   - uses: which keys are taken for encryption.
  ///   - caution: what is said of such a key that comes.
  mutating func compareRest<Role: RoleDescriptor>(
    _ old: (entity: EntityDescriptor, role: Role), _ new: (entity: EntityDescriptor, role: Role),
    encryptingBy uses: Set<KeyDescriptor.Use> = [.encryption], caution: String? = nil
  ) {
    compareNameIDFormats(old.role, new.role)
    compare(
      .encryptionCertificate, old.role.certificates(for: uses),
      new.role.certificates(for: uses).map { item in
        var item = item
        item.caution = caution
        return item
      }, areReplaced: false)
    compare(
      .singleLogout, old.role.singleLogoutServices.compactMap { Item($0, "SingleLogoutService") },
      new.role.singleLogoutServices.compactMap { Item($0, "SingleLogoutService") })
    let losesSAML2 = old.role.supportsSAML2 && !new.role.supportsSAML2
    compare(
      .protocols, old.role.protocolItems, new.role.protocolItems, areReplaced: false,
      caution: losesSAML2 ? "IAM Identity Center speaks SAML 2.0 only." : nil)
    compareValidity(old.entity.validity, new.entity.validity)
    compareValidity(old.role.validity, new.role.validity)
  }

  private mutating func compareNameIDFormats(_ old: some RoleDescriptor, _ new: some RoleDescriptor) {
    let (before, after) = (old.nameIDFormats, new.nameIDFormats)
    let losesEmail = before.contains { $0.name == .emailAddress } && !after.contains { $0.name == .emailAddress }
    compare(
      .nameIDFormat, before.map { Item($0) }, after.map { Item($0) }, areReplaced: false,
      caution: losesEmail && !after.isEmpty
        ? "IAM Identity Center wants the NameID in the format emailAddress; look at what is sent." : nil)
  }

  private mutating func compareValidity(_ old: Validity, _ new: Validity) {
    compare(
      .validity, "validUntil", old: old.validUntil.map { Item($0.attribute) },
      new: new.validUntil.map { Item($0.attribute) })
    compare(
      .validity, "cacheDuration", old: old.cacheDuration.map { Item($0.attribute) },
      new: new.cacheDuration.map { Item($0.attribute) })
  }

  /// Compares a flag; one that is not given is false (SAML Metadata 2.4.3 and 2.4.4).
  mutating func compareFlag(_ name: String, _ old: Attribute?, _ new: Attribute?, caution: String? = nil) {
    func value(_ attribute: Attribute?) -> String {
      attribute.map { $0.boolean.map(String.init) ?? $0.value.collapsed } ?? "false"
    }
    guard value(old) != value(new) else { return }
    compare(
      .flag, name, old: old.map { Item($0, key: value($0)) }, new: new.map { Item($0, key: value($0)) },
      caution: value(new) == "true" ? caution : nil)
  }
}

extension ChangeCollector.Item {
  init(_ attribute: Attribute, key: String? = nil) {
    let text = attribute.value.collapsed
    self.init(key: key ?? text, name: attribute.localName, text: text, spot: attribute.spot)
  }

  init(_ format: NameIDFormat) {
    self.init(key: format.uri, name: "NameIDFormat", text: format.uri, spot: format.element.content)
  }

  /// An endpoint by binding and address; nil where it has no address.
  init?(_ endpoint: Endpoint, _ element: String) {
    guard let location = endpoint.location else { return nil }
    let binding = endpoint.bindingAttribute?.value.collapsed ?? ""
    let answer = endpoint.responseLocation?.value.collapsed
    let text = location.value.collapsed
    self.init(
      key: [binding, text, answer ?? text].joined(separator: "\n"),
      name: "\(element) (\(endpoint.binding?.name ?? binding))", text: text, spot: location.spot)
  }

  /// A certificate, where it can be read: by its bytes, however they are wrapped.
  init?(_ certificate: X509Certificate, _ name: String) {
    guard let content = certificate.certificate else { return nil }
    let fingerprint = content.sha256.hexadecimal(separator: ":")
    let days = "\(content.notBefore?.date ?? "?") to \(content.notAfter?.date ?? "?")"
    let subject = content.subject.commonName ?? content.subject.description
    self.init(
      key: fingerprint, name: name, text: "CN \(subject), \(days), SHA-256 \(fingerprint)",
      spot: certificate.element.content)
  }
}

extension RoleDescriptor {
  /// The certificates of the keys with one of these uses, which are taken for encryption.
  fileprivate func certificates(for uses: Set<KeyDescriptor.Use>) -> [ChangeCollector.Item] {
    keyDescriptors.filter { uses.contains($0.use) }.flatMap(\.certificates)
      .compactMap { ChangeCollector.Item($0, "encryption certificate") }
  }

  fileprivate var protocolItems: [ChangeCollector.Item] {
    guard let attribute = element.attribute("protocolSupportEnumeration") else { return [] }
    return protocols.map {
      ChangeCollector.Item(key: $0, name: "protocolSupportEnumeration", text: $0, spot: attribute.spot)
    }
  }
}
