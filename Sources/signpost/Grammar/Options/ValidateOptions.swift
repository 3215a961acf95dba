import Console
import Setup

/// What can be said to `validate`.
struct ValidateOptions: Sendable, Equatable {
  var files: [InputFile] = []
  /// The file that must be the identity provider's.
  var idp: InputFile?
  /// The file that must be AWS's.
  var aws: InputFile?
  /// What the identity provider's console shows, to be compared with AWS's file.
  var acsURLs: [String] = []
  var entityID: String?
  var nameIDFormat: String?
  /// What AWS's console shows, to be compared with the identity provider's file.
  var signOnURL: String?
  /// A file with the certificates, or their fingerprints, that AWS's console lists.
  var trustedCertificates: InputFile?
  /// The SCIM endpoint that the identity provider's console shows.
  var scimEndpoint: String?
  /// The only entity to judge.
  var entity: String?
  var format = FindingsFormat.human
  var output = OutputFile.standardOutput
  var failOn = FailOn.error
  /// How long before the end a certificate counts as expiring.
  var expiresWithin = TimeSpan.ofAWS
  /// Rule ids or families; empty: all.
  var select: [String] = []
  var ignore: [String] = []
  var severities: [SeverityOverride] = []
  /// The file with the settings; nil: the nearest `.signpost.json`.
  var config: FilePath?
  /// The file with the findings that are known.
  var baseline: FilePath?
  /// Where the findings of this run are written as known ones.
  var writeBaseline: FilePath?
  /// Whether signatures over whole documents are verified with `xmlsec1`.
  var verifySignature = false
  /// How many threads judge; nil: as many as there are processors.
  var jobs: Jobs?
}

extension ValidateOptions {
  /// Every flag of `validate`; what is not typed can be given by a variable.
  static let flags = (validateFiles + validateTyped + validateJudgement).map { $0.withVariable() }
}

extension CommandSpec {
  static let validate = CommandSpec(
    "validate",
    summary: CommandWord.validate.summary,
    description: [
      """
      Each file is judged by itself. If exactly one of them is AWS's, it is also paired with each identity provider's \
      file. Nothing is sent anywhere. A file that cannot be read does not stop the others; the status is then 3.
      """,
      """
      A signature is verified only if --verify-signature is given, with the key that the file itself carries: that \
      proves that nothing was changed since it was signed, not who signed it. The status is 1 where it does not \
      verify, unless --fail-on is never, and 3 where that cannot be told. Files without a signature are judged as \
      always.
      """,
      """
      What is not given on the command line is taken from the environment, then from the nearest .signpost.json of this \
      directory or one above; signpost help environment and signpost help configuration list the names, and signpost \
      config explain shows where each value comes from.
      """,
    ],
    arguments: [
      .some(
        "file", \.files, unlessGiven: ["idp", "aws"], "metadata; - is standard input; a directory stands for its *.xml")
    ],
    flags: ValidateOptions.flags,
    examples: [
      Example("signpost validate idp.xml aws.xml", "judge both sides, and whether they match"),
      Example("signpost validate --idp idp.xml --aws aws.xml", "the same, and report swapped files"),
      Example(
        "signpost validate aws.xml --acs-url https://… --entity-id https://…",
        "compare what a console shows with AWS's file, character by character"),
      Example(
        "signpost validate metadata/ --fail-on warning --format concise",
        "for a pipeline: a directory, one line per finding, and warnings count"),
      Example(
        "signpost validate idp.xml aws.xml --format sarif --output findings.sarif",
        "for code scanning; junit, github and markdown are for build servers and pull requests"),
      Example(
        "signpost validate metadata/ --write-baseline baseline.json",
        "what is there today is known; --baseline baseline.json then fails on what is new"),
      Example("curl -s https://example.com/metadata | signpost validate -", "metadata from another program"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot],
    options: ValidateOptions(),
    check: { options in
      // In the place of the SCIM endpoint a rule finds a token, and does not show it either.
      let shown = options.acsURLs + [options.entityID, options.nameIDFormat, options.signOnURL].compactMap(\.self)
      if let kind = shown.lazy.compactMap({ SecretLookalike.bare(in: $0) }).first {
        return "what a console shows was expected; found what looks like \(ours: kind.words), which is not repeated"
      }
      return onceFromStandardInput(
        options.files + [options.idp, options.aws, options.trustedCertificates].compactMap { $0 })
    },
    command: Command.validate)
}

/// What is judged.
private let validateFiles: [Flag<ValidateOptions>] = [
  .value("idp", "FILE", \.idp, .input, "a file that must be the identity provider's"),
  .value("aws", "FILE", \.aws, .input, "a file that must be AWS's"),
  .value("entity", "ID", \.entity, .input, "the only entity of a document that is judged"),
]

/// What consoles show.
private let validateTyped: [Flag<ValidateOptions>] = [
  .list("acs-url", "URL", \.acsURLs, .typed, "an ACS URL in the identity provider's console"),
  .value("entity-id", "TEXT", \.entityID, .typed, "the audience, or SP entity ID, in the same console"),
  .value("name-id-format", "TEXT", \.nameIDFormat, .typed, "the NameID format in the same console"),
  .value("sign-on-url", "URL", \.signOnURL, .typed, "the IdP sign-in URL in AWS's console"),
  .value(
    "trusted-certificates", "FILE", \.trustedCertificates, .typed,
    "PEM or fingerprints of the certificates that AWS's console lists"),
  .value("scim-endpoint", "URL", \.scimEndpoint, .typed, "the SCIM endpoint in the identity provider's console"),
]

/// How it is judged, and where the findings go.
private let validateJudgement: [Flag<ValidateOptions>] = [
  .value("fail-on", "LEVEL", \.failOn, .judgement, "the lowest severity that makes the status 1"),
  .value(
    "expires-within", "DURATION", \.expiresWithin, .judgement,
    "how long before its end a certificate is reported, such as 30d or 2w"),
  .list("select", "ID", \.select, separator: ",", .judgement, "only these rules or families, such as KEY")
    .offering { KnownIDs.judged },
  .list("ignore", "ID", \.ignore, separator: ",", .judgement, "all but these rules or families")
    .offering { KnownIDs.judged },
  .list(
    "severity", "ID=LEVEL", \.severities, separator: ",", .judgement,
    "another severity for a rule: error, warning or note"),
  .toggle(
    "verify-signature", \.verifySignature, .judgement,
    "verify each file's own signature with xmlsec1, where it has one"),
  .value(
    "jobs", "N", \.jobs, .judgement,
    "how many threads judge files, and the entities of a group; else one for each processor"),
  .value("config", "FILE", \.config, .policy, "the settings; else the nearest .signpost.json, here or above"),
  .value(
    "baseline", "FILE", \.baseline, .policy, "findings that are known: they are shown and do not make the status 1"),
  .value(
    "write-baseline", "FILE", \.writeBaseline, .policy, "write the findings of this run as known ones, and pass them"),
  .value("format", "FORMAT", \.format, .output, "the form of the findings"),
  .value("output", "FILE", \.output, .output, "where the findings go; - is standard output"),
]

/// Standard input can be read once; the message where it is named twice.
func onceFromStandardInput(_ files: [InputFile]) -> StyledText? {
  guard files.count(where: { $0 == .standardInput }) > 1 else { return nil }
  return "- stands for standard input, which can be read once; it was given twice"
}
