/// What one URL or entityID gives away about the product behind it.
struct ProviderMark: Equatable {
  let provider: Provider
  /// What names the customer in it.
  var tenant: String?
  var oktaApplication: OktaApplication?
  var pingProduct: PingProduct?

  init(
    _ provider: Provider, tenant: String? = nil, oktaApplication: OktaApplication? = nil,
    pingProduct: PingProduct? = nil
  ) {
    self.provider = provider
    self.tenant = tenant
    self.oktaApplication = oktaApplication
    self.pingProduct = pingProduct
  }
}

extension ProviderMark {
  /// The mark of a sign-on URL. Its host or path is set by the product, so that it can hardly be edited.
  init?(signOnURL url: WebAddress) {
    guard let host = url.webHost else { return nil }
    let isOwn = Self.ownHosts.occur(in: host)
    guard isOwn || Self.paths.occur(in: url.path.text) else { return nil }
    let path = url.pathSegments
    guard let mark = (isOwn ? Self.ofOwnHost(url, host, path) : nil) ?? Self.ofPath(url, host, path) else { return nil }
    self = mark
  }

  /// One of these is in every host that a product serves sign-in on.
  private static let ownHosts = ShortWords(
    "microsof", "chinaclo", "windows.", "google", "pingiden", "pingone", "jumpclou", "duosecur")

  /// One of these is in every path by which a product is known.
  private static let paths = ShortWords(
    "/app/", "/trust/", "applogin", "sso.saml", "realms", "samlp", "adfs", "profile")

  /// Products that serve sign-in on hosts of their own.
  private static func ofOwnHost(_ url: WebAddress, _ host: String, _ path: [String]) -> ProviderMark? {
    switch host {
    case "login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn",
      "login.chinacloudapi.cn", "login.windows.net":
      return path.count == 2 && path[1] == "saml2" && !path[0].isEmpty ? Self(.entraID, tenant: path[0]) : nil
    case "accounts.google.com":
      return path == ["o", "saml2", "idp"] ? url.googleID.map { Self(.googleWorkspace, tenant: $0) } : nil
    case "sso.connect.pingidentity.com":
      guard path == ["sso", "idp", "SSO.saml2"] else { return nil }
      return Self(.ping, tenant: url.value(of: "idpid"), pingProduct: .pingOneForEnterprise)
    default: break
    }
    if host == "sso.jumpcloud.com" || isRegional(host, first: "sso", domain: "jumpcloud.com", url) {
      return path.count == 2 && path[0] == "saml2" && !path[1].isEmpty ? Self(.jumpCloud) : nil
    }
    if isPingOne(host), path.count == 4, path[0].isUUID, path.dropFirst().elementsEqual(["saml20", "idp", "sso"]) {
      return Self(.ping, tenant: path[0], pingProduct: .pingOne)
    }
    if let tenant = duoTenant(url, host, path, last: "sso") { return Self(.duo, tenant: tenant) }
    return nil
  }

  /// Products that customers run on hosts of their own, or under their own domain, known by the path.
  private static func ofPath(_ url: WebAddress, _ host: String, _ path: [String]) -> ProviderMark? {
    if path.count == 5, path[0] == "app", path[2].isOktaKey, path[3] == "sso", path[4] == "saml", !path[1].isEmpty {
      return Self(.okta, tenant: host, oktaApplication: OktaApplication(key: path[1]))
    }
    if path.count == 5, path[0] == "trust", path[1] == "saml2", path[3] == "sso", !path[4].isEmpty,
      ["http-post", "http-redirect", "soap"].contains(path[2])
    {
      return Self(.oneLogin, tenant: host)
    }
    if path.count >= 5, path[0] == "applogin", path[1].asciiLowercased == "appkey",
      path[3].asciiLowercased == "customerid"
    {
      return Self(.cyberArk, tenant: host)
    }
    if path == ["idp", "SSO.saml2"] { return Self(.ping, pingProduct: .pingFederate) }
    if let realms = path.lastIndex(of: "realms"), path.count >= realms + 4,
      path[(realms + 2)...].starts(with: ["protocol", "saml"])
    {
      return Self(.keycloak, tenant: path[realms + 1])
    }
    if path.count == 2, path[0] == "samlp", (20...40).contains(path[1].utf8.count),
      path[1].consists(of: \.isASCIIAlphanumeric)
    {
      return Self(.auth0, tenant: host)
    }
    // Windows serves paths in any case.
    if path.count >= 2, path[0].asciiLowercased == "adfs", path[1].asciiLowercased == "ls" {
      return Self(.adFS, tenant: host)
    }
    // The first part is the name of the web application: `idp`, unless somebody chose another.
    if path.count >= 4, path[1] == "profile", ["SAML2", "Shibboleth", "SAML1"].contains(path[2]) {
      return Self(.shibboleth, tenant: host)
    }
    return nil
  }
}

extension ProviderMark {
  /// The mark of an entityID. Several products let it be edited.
  init?(entityID url: WebAddress) {
    let text = url.text
    if text.utf8.starts(with: "urn:".utf8) {
      let name = text.dropFirst(4)
      let isAuth0 = name.hasSuffix(".auth0.com") && name.consists { $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x2E }
      guard isAuth0 else { return nil }
      self.init(.auth0, tenant: String(name))
      return
    }
    guard let host = url.webHost else { return nil }
    let isOwn = Self.entityHosts.occur(in: host)
    guard isOwn || Self.entityPaths.occur(in: url.path.text) else { return nil }
    let path = url.pathSegments
    guard let mark = isOwn ? Self.ofEntity(url, host, path) : Self.ofEntityPath(host, path) else { return nil }
    self = mark
  }

  /// One of these is in every host that a product names its entities by.
  private static let entityHosts = ShortWords(
    "okta", "windows.", "chinaclo", "google", "onelogin", "pingone", "duosecur", "idaptive", "centrify", "cyberark")

  /// One of these is in every path by which a product's entities are known.
  private static let entityPaths = ShortWords("realms", "adfs", "shibbole")

  private static func ofEntity(_ url: WebAddress, _ host: String, _ path: [String]) -> ProviderMark? {
    switch host {
    case "www.okta.com": return path.count == 1 && path[0].isOktaKey ? Self(.okta) : nil
    case "sts.windows.net", "sts.chinacloudapi.cn":
      // The multi-instance choice appends the application's id to the tenant's.
      let isTenant =
        path.first?.isUUID == true && path.count <= 3 && path.dropFirst().allSatisfy { $0.isEmpty || $0.isUUID }
      return isTenant ? Self(.entraID, tenant: path[0]) : nil
    case "accounts.google.com":
      return path == ["o", "saml2"] ? url.googleID.map { Self(.googleWorkspace, tenant: $0) } : nil
    default: break
    }
    if host == "app.onelogin.com" || isRegional(host, first: "app", domain: "onelogin.com", url) {
      return path.count == 3 && path[0] == "saml" && path[1] == "metadata" && !path[2].isEmpty ? Self(.oneLogin) : nil
    }
    if isPingOne(host) {
      return path.count == 1 && path[0].isUUID ? Self(.ping, tenant: path[0], pingProduct: .pingOne) : nil
    }
    if let tenant = duoTenant(url, host, path, last: "metadata") { return Self(.duo, tenant: tenant) }
    if ["my.idaptive.app", "my.centrify.com", "my.centrify.net", "id.cyberark.cloud"].contains(where: {
      url.labels(before: $0) != nil
    }) {
      return path.count == 1 && path[0].isUUID ? Self(.cyberArk, tenant: host) : nil
    }
    return ofEntityPath(host, path)
  }

  /// Products that customers run on hosts of their own.
  private static func ofEntityPath(_ host: String, _ path: [String]) -> ProviderMark? {
    if path.count >= 2, path[path.count - 2] == "realms", path.last?.isEmpty == false {
      return Self(.keycloak, tenant: path.last)
    }
    if path.map(\.asciiLowercased) == ["adfs", "services", "trust"] { return Self(.adFS, tenant: host) }
    if path == ["idp", "shibboleth"] { return Self(.shibboleth, tenant: host) }
    return nil
  }

  // MARK: Shapes that a sign-on URL and an entityID share

  private static func isPingOne(_ host: String) -> Bool {
    let (start, endings) = ("auth.pingone.", ["com", "eu", "asia", "ca", "com.au", "sg"])
    guard host.utf8.starts(with: start.utf8) else { return false }
    return endings.contains { host.utf8.dropFirst(start.utf8.count).elementsEqual($0.utf8) }
  }

  /// `sso.eu.jumpcloud.com`: a label of two letters for the place of the data.
  private static func isRegional(_ host: String, first: String, domain: String, _ url: WebAddress) -> Bool {
    guard let labels = url.labels(before: domain) else { return false }
    return labels.count == 2 && labels[0] == first && labels[1].utf8.count == 2
  }

  private static func duoTenant(_ url: WebAddress, _ host: String, _ path: [String], last: String) -> String? {
    guard url.labels(before: "sso.duosecurity.com")?.first?.hasPrefix("sso-") == true, path.count == 4,
      path[0] == "saml2", path[1] == "sp", path[3] == last, !path[2].isEmpty
    else { return nil }
    return path[2]
  }
}

extension WebAddress {
  /// The host of an http or https address, as a browser would find it.
  fileprivate var webHost: String? {
    let scheme = schemeName
    return scheme == "https" || scheme == "http" ? hostName : nil
  }

  /// Google's customer id: `C` and letters or digits.
  fileprivate var googleID: String? {
    guard let id = value(of: "idpid"), id.utf8.first == 0x43, id.consists(of: \.isASCIIAlphanumeric) else { return nil }
    return id
  }

  /// The value of a query's parameter.
  fileprivate func value(of name: String) -> String? {
    let pairs = query?.text.split(separator: "&") ?? []
    for pair in pairs {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2, halves[0].isSameText(as: name) { return String(halves[1]) }
    }
    return nil
  }
}

extension String {
  /// The key of an application at Okta: letters and digits, twenty of them as a rule.
  fileprivate var isOktaKey: Bool { (10...40).contains(utf8.count) && consists(of: \.isASCIIAlphanumeric) }
}
