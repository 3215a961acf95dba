import Parties
import Playbook
import SAML

extension FactReader {
  func readAccountID(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let digits = text.filter { $0 != "-" && $0 != " " }
    guard digits.utf8.count == 12, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      let isARN = text.hasPrefix("arn:")
      throw rejection(
        text, isARN ? "is an ARN" : "is not twelve digits",
        cause: isARN ? nil : "an alias, an e-mail address or only part of the number was given",
        action: Self.source(of: key))
    }
    var remarks: [Remark] = []
    if digits != text { remarks.append(Remark(key, "the characters between the digits were removed: \(digits)")) }
    if key == .pilotAccount, digits == known(.managementAccount) {
      remarks.append(
        Remark(
          key,
          "this is the management account, which the organization's policies do not restrict; "
            + "a member account is safer for a trial"
        ))
    }
    return (digits, remarks)
  }

  /// `arn:<partition>:sts::<account>:assumed-role/AWSReservedSSO_<permission set>_<hash>/<user name>`.
  func readSessionARN(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "arn" else {
      throw rejection(text, "is not an ARN", cause: nil, action: Self.source(of: key))
    }
    let path = parts[5].split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    let marker = "AWSReservedSSO_"
    guard parts[2] == "sts", path.count == 3, path[0] == "assumed-role", path[1].hasPrefix(marker),
      let last = path[1].lastIndex(of: "_"), path[1].distance(from: path[1].startIndex, to: last) > marker.count
    else {
      throw rejection(
        text, "is not the ARN of a session from the portal",
        cause: "the command ran with other credentials, not with the new profile",
        action: "run aws sso login for the profile, then aws sts get-caller-identity with the same profile")
    }
    if let account = known(.pilotAccount), parts[4] != account {
      throw rejection(
        text, "belongs to the account \(parts[4]); the pilot account is \(account)",
        cause: "another profile was used", action: "choose the pilot account in aws configure sso")
    }
    let permissionSet = String(path[1][..<last].dropFirst(marker.count))
    if let sets = circumstances.facts[.permissionSets], !sets.isEmpty, !sets.contains(permissionSet) {
      throw rejection(
        text, "belongs to the permission set \(permissionSet), which is not one of \(sets.joined(separator: ", "))",
        cause: "another permission set was chosen, or its name was entered differently",
        action: "choose one of these in aws configure sso, or correct their names")
    }
    if let user = known(.pilotUser), let difference = TextDifference(expected: user, found: path[2]) {
      throw rejection(
        text, "belongs to another user: the name \(difference)",
        cause: "the browser was signed in as somebody else, or the user names differ",
        action: "sign in as \(user) in a private window")
    }
    return (text, [])
  }

  func readEmailAddress(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let hasName = text.contains("<") || text.contains(">")
    guard parts.count == 2, !parts[0].isEmpty, !hasName, !text.contains(where: \.isWhitespace),
      let host = WebAddress("https://" + parts[1]).hostName, host.contains("."), !parts[1].contains("/"),
      !parts[1].contains(":")
    else {
      throw rejection(
        text, "does not have the form of an e-mail address",
        cause: hasName
          ? "it was copied from a mail program, with the person's name"
          : "the identity provider's user names may have another form, which AWS does not accept",
        action: Self.source(of: key))
    }
    guard text.utf8.count <= 128 else {
      throw rejection(text, "has more than 128 characters", cause: nil, action: Self.source(of: key))
    }
    let isMixed = text != text.lowercased()
    return (
      text,
      isMixed ? [Remark(key, "upper and lower case matter: the identity provider must send exactly this text")] : []
    )
  }

  /// An entry of a list of names.
  func readName(_ text: String) throws(Rejection) -> (String, [Remark]) {
    guard key == .permissionSets else { return (text, []) }
    let isAllowed =
      text.utf8.count <= 32
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "+=,.@-_".unicodeScalars.contains(scalar))
      }
    guard isAllowed else {
      throw rejection(
        text, "is not a valid name for a permission set",
        cause:
          "names have 1 to 32 letters, digits and + = , . @ - _, and no spaces; "
          + "this may be the name of a group or a policy",
        action: Self.source(of: key))
    }
    return (text, [])
  }

  /// A value that Signpost reads from files and judges there.
  func readWord(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let isBad: Bool =
      switch key.definition.kind {
      case .region: Region(text) == nil
      case .partition: Partition(rawValue: text) == nil
      case .hostName: WebAddress("https://" + text).hostName == nil || text.contains("/")
      case .text: false
      default: text.contains(where: \.isWhitespace)
      }
    guard !isBad else {
      throw rejection(
        text, "does not have the form of \(key.definition.title)", cause: nil, action: Self.source(of: key))
    }
    return (text, [])
  }

  /// A path as it was typed or dropped onto the terminal.
  func readPath(_ text: String) throws(Rejection) -> (String, [Remark]) {
    if let kind = SecretLookalike.inPlaceOfPath(text) { throw .secret(key, kind, expected: expected) }
    if text.hasPrefix("<") {
      throw rejection(
        nil, "is the content of a file", cause: "the text was pasted instead of the path",
        action: "save it to a file and give the path")
    }
    if WebAddress(text).host != nil, text.contains("://") {
      throw rejection(
        nil, "is a web address", cause: nil,
        action: "download the file in the browser and give its path; Signpost fetches nothing by itself")
    }
    for quote in ["'", "\""] where text.hasPrefix(quote) && text.hasSuffix(quote) && text.utf8.count > 2 {
      return (String(text.dropFirst().dropLast()), [])
    }
    return (text.split(separator: "\\ ", omittingEmptySubsequences: false).joined(separator: " "), [])
  }
}
