import Playbook

extension AnswersFile {
  /// The reference of the answers file, as Markdown: every key, by the definitions from which the wizard asks.
  public static var documentation: String {
    let asked = FactKey.allCases.filter { $0.definition.origin == .asked }
    let derived = FactKey.allCases.filter { $0.definition.origin != .asked }
    let facts = asked.map { key in
      "### `\(key.rawValue)`\n\n\(key.definition.documentation)\n\nExpected: \(key.definition.kind.expectation). "
        + "Example: `\(key.example.compact)`."
    }
    let wishes = Wish.allCases.map { "- `\($0.rawValue)`: \($0.prompt.plain()) Assumed: \($0.assumed)." }
    return """
      # The answers file

      Everything that `signpost setup` would ask, as JSON, for `signpost setup --answers FILE`.

      The file is one object. Its names are those below; any other is an error, and so is one that stands twice. \
      Values are read by the rules by which typed answers are read, one after the other and in the order of the \
      playbook. What cannot be taken is reported with its name and left open. A value takes the place of another one that \
      the set-up has already.

      ```json
      \(example.indented.dropLast())
      ```

      ## Values

      \(facts.joined(separator: "\n\n"))

      ## Values that follow from others

      Nobody is asked for these, and naming one is an error that says what to give instead:
      \(derived.map { "`\($0.rawValue)`" }.joined(separator: ", ")).

      ## `wishes`

      An object of `true` and `false`:

      \(wishes.joined(separator: "\n"))

      ## `confirmed`

      An object of step ids and what was seen, in the operator's own words, for steps that are closed by word. \
      `signpost explain` shows for each step what is to be seen.

      ## `shown`

      An object of step ids; each holds, for every value that the step compares, what the console shows. The step is \
      closed where that is what it should show.

      ## `skipped`

      An object of step ids and the reasons for which they are left out.

      ## Secrets

      There is no name for a secret. \(Secret.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")) is refused, \
      and so is every value that looks like a token, a password or a private key; what is refused is not shown again. \
      Of the SCIM token only the day on which it was made is asked for.

      """
  }

  private static var example: JSON {
    [
      "aws-metadata": "aws-metadata.xml", "idp-metadata": "idp-metadata.xml",
      "portal-url": FactKey.portalURL.example, "permission-sets": FactKey.permissionSets.example,
      "wishes": ["scim": true, "portal-alias": false],
      "confirmed": ["keep-emergency-access": "signed in as emergency-admin, the menu shows 111122223333"],
      "shown": ["check-users": ["pilot-user": FactKey.pilotUser.example]],
      "skipped": ["look-into-cloudtrail": "the trail is read by another team"],
    ]
  }
}

extension FactKey {
  /// The example of the definition as it stands in an answers file.
  fileprivate var example: JSON {
    let text = definition.example
    guard definition.kind.isList else { return .string(text) }
    return JSON(text.split(separator: ",").map { String($0).trimmed })
  }
}

extension FactKind {
  /// The shape of a value, in words that follow "expected".
  var expectation: String {
    switch self {
    case .metadataFile: "the path of a file; a relative one begins at the directory of the answers file"
    case .acsURLs: "a list of URLs"
    case .issuerURL, .portalURL, .scimEndpoint: "a URL of AWS"
    case .url: "a URL that begins with https"
    case .entityID: "a URI"
    case .certificates: "a list of fingerprints"
    case .date: "a day, as year-month-day, that is not still to come"
    case .region: "the name of a Region"
    case .partition: "the name of a partition"
    case .identityStoreID: "an id"
    case .sessionARN: "the ARN of a session that began in the portal"
    case .accountID: "twelve digits, as a text"
    case .emailAddress: "a user name in the form of an e-mail address"
    case .hostName: "the name of a host"
    case .text: "a line of text"
    case .textList: "a list of texts, or one text with commas between"
    case .identitySource: "one of " + IdentitySource.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    case .nameIDFormat: "the format for e-mail addresses, as a URI or in the words of a console"
    }
  }
}
