extension AssertionConsumerServiceURL {
  /// Whether both lead to the same instance of IAM Identity Center, by the id in the path; the digits in front of it
  /// name a Region and may differ.
  public func isOfSameInstance(as other: AssertionConsumerServiceURL) -> Bool {
    region.partition == other.region.partition
      && (tenant.isSameText(as: other.tenant) || bareTenant.isSameText(as: other.bareTenant))
  }

  /// Whether both have the same host. An instance has one ACS URL on each of its hosts.
  ///
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-workforce-access.html
  public func hasHost(of other: AssertionConsumerServiceURL) -> Bool {
    family == other.family && region == other.region && isFIPS == other.isFIPS
  }

  /// Whether it may be an address of the instance whose file lists `listed` and not this one: on another host of a Region
  /// of theirs, or of one that was added since. The older host is never added, and a Region that nobody knows is likelier
  /// mistyped.
  public func mayHaveJoined(_ listed: [AssertionConsumerServiceURL]) -> Bool {
    listed.contains { isOfSameInstance(as: $0) } && !listed.contains { hasHost(of: $0) }
      && (listed.contains { $0.region == region } || (region.isKnown && family != .legacy))
  }

  /// ``tenant`` without the hexadecimal digits of ``hint``.
  private var bareTenant: Substring {
    guard let hint, !hint.isEmpty else { return Substring(tenant) }
    return tenant.dropFirst(2 * hint.utf8.count)
  }

  /// The one that an application should hold which takes no more than one: the older host's, where the instance has it,
  /// because sign-in that begins at AWS needs it there; else the primary Region's for IPv4, else what comes nearest.
  ///
  /// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-workforce-access.html
  ///
  /// - Parameter primary: the Region of the issuer URL.
  public static func onlyOne(
    among urls: [AssertionConsumerServiceURL], primary: Region
  ) -> AssertionConsumerServiceURL? {
    let inPrimary = urls.filter { $0.region == primary }
    return urls.first { $0.family == .legacy } ?? inPrimary.first { $0.family != .dualStack } ?? inPrimary.first
      ?? urls.first { $0.family != .dualStack } ?? urls.first
  }
}
