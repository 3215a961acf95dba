import Parties
public import Playbook
public import SAML

/// An answer that was understood: the value in the form in which it is kept, and what is worth knowing about it.
public struct FactReading: Sendable, Equatable {
  /// The fact.
  public let fact: FactKey
  /// One text, or the entries of a list; a list that may be empty can be.
  public let values: [String]
  /// What is worth knowing about the answer although it is taken.
  public let remarks: [Remark]
}

extension FactKey {
  /// Reads an answer as it was typed or pasted, and judges it on the spot.
  ///
  /// White space around it is passed over. Lists are separated as `entries(in:)` says. For a metadata file the path is
  /// read; the file itself is judged by ``MetadataFile``.
  ///
  /// - Parameters:
  ///   - circumstances: the facts that are known already, with which the answer has to agree.
  ///   - now: the clock, for dates.
  ///   - isOptional: whether a list may be left empty.
  public func read(
    _ text: String, in circumstances: Circumstances, now: Instant, isOptional: Bool = false
  ) throws(Rejection) -> FactReading {
    let entries = definition.kind.isList ? definition.kind.entries(in: text) : [text]
    return try read(entries: entries, in: circumstances, now: now, isOptional: isOptional)
  }

  /// Reads an answer whose entries are told apart already, so that an entry can hold a comma.
  public func read(
    entries: [String], in circumstances: Circumstances, now: Instant, isOptional: Bool = false
  ) throws(Rejection) -> FactReading {
    let reader = FactReader(key: self, circumstances: circumstances, now: now)
    return definition.kind.isList
      ? try reader.readList(entries, mayBeEmpty: isOptional) : try reader.readOne(entries)
  }
}

extension FactKind {
  /// Whether a value of this kind is a list.
  public var isList: Bool {
    switch self {
    case .acsURLs, .certificates, .textList: true
    default: false
    }
  }

  /// Whether a value of this kind is the path of a metadata file.
  public var isMetadataFile: Bool { if case .metadataFile = self { true } else { false } }

  /// The entries of a list as it was typed or pasted: between commas or line ends. Addresses hold no white space, which
  /// divides them as well; a comma or semicolon, which one can hold, does so where another address begins behind it.
  func entries(in text: String) -> [String] {
    guard self == .acsURLs else {
      return text.split { $0 == "," || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
    var entries: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      var entry = ""
      // What divides, or belongs to the address after all.
      var between = ""
      for index in word.indices {
        if word[index] == "," || word[index] == ";" {
          between.append(word[index])
          continue
        }
        if !between.isEmpty {
          if word[index...].prefix(4).lowercased() == "http" {
            entries.append(entry)
            entry = ""
          } else {
            entry += between
          }
          between = ""
        }
        entry.append(word[index])
      }
      entries.append(entry)
    }
    return entries.filter { !$0.isEmpty }
  }
}

/// Reads the answers for one fact.
struct FactReader {
  let key: FactKey
  let circumstances: Circumstances
  let now: Instant

  /// The one value of another fact; nil where it has none or several.
  func known(_ key: FactKey) -> String? {
    let values = circumstances.facts[key] ?? []
    return values.count == 1 ? values.first : nil
  }

  func readOne(_ entries: [String]) throws(Rejection) -> FactReading {
    let texts = entries.map(\.trimmed)
    guard texts.count <= 1 else {
      throw rejection(nil, "is a list", cause: nil, action: "give one value")
    }
    guard let text = texts.first, !text.isEmpty else {
      throw rejection(nil, "is empty", cause: nil, action: Self.source(of: key))
    }
    let (value, remarks) = try read(text)
    return FactReading(fact: key, values: [value], remarks: remarks)
  }

  func readList(_ entries: [String], mayBeEmpty: Bool) throws(Rejection) -> FactReading {
    var values: [String] = []
    var remarks: [Remark] = []
    for entry in entries.map(\.trimmed) where !entry.isEmpty {
      let (value, more) = try read(entry)
      remarks += more
      let isNew = !values.contains { $0.utf8.elementsEqual(value.utf8) }
      if !isNew {
        remarks.append(Remark(key, "'\(value)' is listed twice and was taken once"))
      } else if let twin = values.first(where: { $0.lowercased() == value.lowercased() }) {
        remarks.append(
          Remark(key, "'\(twin)' and '\(value)' differ in upper and lower case only; both were taken"))
      }
      if isNew { values.append(value) }
    }
    guard !values.isEmpty || mayBeEmpty else {
      throw rejection(nil, "is empty", cause: nil, action: Self.source(of: key))
    }
    return FactReading(fact: key, values: values, remarks: remarks)
  }

  /// One value, in the form in which it is kept.
  private func read(_ text: String) throws(Rejection) -> (String, [Remark]) {
    // A path may have any character, and is judged for a secret in its own way.
    if !key.definition.kind.isMetadataFile { try checkText(text) }
    switch key.definition.kind {
    case .metadataFile: return try readPath(text)
    case .portalURL: return try readPortalURL(text)
    case .scimEndpoint: return try readSCIMEndpoint(text)
    case .acsURLs: return try readACSURL(text)
    case .issuerURL: return try readIssuerURL(text)
    case .url: return try readURL(text)
    case .accountID: return try readAccountID(text)
    case .sessionARN: return try readSessionARN(text)
    case .date: return try readDate(text)
    case .emailAddress: return try readEmailAddress(text)
    case .textList: return try readName(text)
    case .identitySource: return try readIdentitySource(text)
    case .nameIDFormat: return try readNameIDFormat(text)
    case .entityID, .certificates, .region, .partition, .identityStoreID, .hostName, .text:
      return try readWord(text)
    }
  }

  /// Throws where a text looks like a secret or has characters that nobody sees.
  private func checkText(_ text: String) throws(Rejection) {
    if let kind = SecretLookalike.found(in: text) { throw .secret(key, kind, expected: expected) }
    if let character = SuspiciousCharacter.all(in: text).first {
      let place = text.utf8.prefix(character.offset).count { $0 & 0xC0 != 0x80 } + 1
      throw rejection(
        text, "contains an invisible character: \(character), as character \(place)",
        cause: "it was copied along from a document, a chat or an e-mail",
        action: "copy the value again from the console itself, or type it")
    }
  }

  // MARK: Words for rejections

  /// What is expected, by example.
  var expected: String {
    let definition = key.definition
    return "\(definition.title), such as \(definition.example)"
  }

  /// A rejection that shows the text again where it has the looks of what was asked for, and so is no secret.
  func rejection(_ text: String?, _ problem: String, cause: String?, action: String) -> Rejection {
    Rejection(
      key, read: text.flatMap { isPresentable($0) ? $0 : nil }, problem, expected: expected, cause: cause,
      action: action)
  }

  private func isPresentable(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= 300 else { return false }
    switch key.definition.kind {
    case .portalURL, .scimEndpoint, .acsURLs, .issuerURL, .url, .entityID:
      let address = WebAddress(text)
      return address.scheme != nil && address.host != nil && address.query == nil
    case .accountID, .date: return text.utf8.allSatisfy { $0 <= 0x3A && $0 >= 0x20 }
    case .sessionARN: return text.hasPrefix("arn:")
    case .emailAddress: return text.contains("@")
    default: return true
    }
  }

  /// Where the value is found, as an instruction.
  static func source(of key: FactKey) -> String {
    switch key {
    case .portalURL: "copy AWS access portal sign-in URL, which is shown with the service provider metadata"
    case .scimEndpoint: "copy SCIM endpoint from Inbound automatic provisioning in the console of IAM Identity Center"
    case .acsURL, .issuerURL, .alternativeACSURL:
      "copy it from Service provider metadata in the console of IAM Identity Center"
    case .managementAccount, .pilotAccount: "copy the twelve digits from the account menu of the console"
    case .sessionARN: "copy what aws sts get-caller-identity prints as Arn"
    case .scimTokenCreated: "give the day on which the token was created, as year-month-day"
    case .pilotUser: "give the user name exactly as the identity provider has it"
    case .permissionSets: "give the names as Permission sets lists them, separated by commas"
    case .identitySource: "look at Identity source in Settings of IAM Identity Center, and give one of the five words"
    case .nameIDFormat: "set the format for e-mail addresses there, and copy what the console shows then"
    case .requiredGroups: "give the names of the groups, separated by commas"
    case .awsMetadata, .idpMetadata: "give the path of the file"
    default: "give \(key.definition.title)"
    }
  }
}

extension String {
  /// Without the white space around it.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
