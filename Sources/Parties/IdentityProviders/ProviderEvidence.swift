/// What a metadata file shows about the product that wrote it. The caller, who reads metadata, fills it in.
public struct ProviderEvidence: Sendable, Hashable {
  /// The entityID as written.
  public var entityID: WebAddress
  /// The Locations of the `SingleSignOnService` elements, in document order.
  public var signOnURLs: [WebAddress]
  /// The subjects of the signing certificates as text, in any usual notation of distinguished names.
  public var certificateSubjects: [String]
  /// Whether the document is signed.
  public var isSigned: Bool
  /// Whether it has `RoleDescriptor` elements (WS-Federation).
  public var hasRoleDescriptors: Bool
  /// Whether it has an `SPSSODescriptor` as well.
  public var hasServiceProviderRole: Bool
  /// The `NameIDFormat` values.
  public var nameIDFormats: [String]
  /// `WantAuthnRequestsSigned`, nil where the attribute is absent.
  public var wantsSignedRequests: Bool?
  /// Whether the document carries a `validUntil`.
  public var hasValidUntil: Bool
  /// The bindings of the `SingleSignOnService` elements.
  public var bindings: [String]

  /// Evidence of addresses that are yet to be read; what is not known may be left out.
  public init(
    entityID: String = "", signOnURLs: [String] = [], certificateSubjects: [String] = [], isSigned: Bool = false,
    hasRoleDescriptors: Bool = false, hasServiceProviderRole: Bool = false, nameIDFormats: [String] = [],
    wantsSignedRequests: Bool? = nil, hasValidUntil: Bool = false, bindings: [String] = []
  ) {
    self.init(
      entityID: WebAddress(entityID), signOnURLs: signOnURLs.map(WebAddress.init),
      certificateSubjects: certificateSubjects, isSigned: isSigned, hasRoleDescriptors: hasRoleDescriptors,
      hasServiceProviderRole: hasServiceProviderRole, nameIDFormats: nameIDFormats,
      wantsSignedRequests: wantsSignedRequests, hasValidUntil: hasValidUntil, bindings: bindings)
  }

  /// Evidence of addresses that have been read; what is not known may be left out.
  public init(
    entityID: WebAddress, signOnURLs: [WebAddress], certificateSubjects: [String] = [], isSigned: Bool = false,
    hasRoleDescriptors: Bool = false, hasServiceProviderRole: Bool = false, nameIDFormats: [String] = [],
    wantsSignedRequests: Bool? = nil, hasValidUntil: Bool = false, bindings: [String] = []
  ) {
    self.entityID = entityID
    self.signOnURLs = signOnURLs
    self.certificateSubjects = certificateSubjects
    self.isSigned = isSigned
    self.hasRoleDescriptors = hasRoleDescriptors
    self.hasServiceProviderRole = hasServiceProviderRole
    self.nameIDFormats = nameIDFormats
    self.wantsSignedRequests = wantsSignedRequests
    self.hasValidUntil = hasValidUntil
    self.bindings = bindings
  }
}
