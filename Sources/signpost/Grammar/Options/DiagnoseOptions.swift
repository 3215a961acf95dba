/// What can be said to `diagnose`.
struct DiagnoseOptions: Sendable, Equatable {
  /// What is looked at; nil: standard input.
  var file: InputFile?
  /// The file of the identity provider, where there is no set-up.
  var idp: InputFile?
  /// The file of AWS, where there is no set-up.
  var aws: InputFile?
  /// Whether signatures are verified with `xmlsec1`.
  var verifiesSignature = false
  /// Whether what identifies a person is shown.
  var showsValues = false
  var format = ListingFormat.human
}

extension CommandSpec {
  static let diagnose = CommandSpec(
    "diagnose",
    summary: CommandWord.diagnose.summary,
    description: [
      """
      It recognises what it is given: the response of a sign-in as XML, base64, the field SAMLResponse of a form or the \
      page that posts it; events of CloudTrail in JSON, one or many; or a text with an error message of AWS, of an identity \
      provider or of Terraform. Nothing is sent anywhere.
      """,
      """
      A response is compared with the metadata of both sides: that of the set-up, or the files that are named. Each \
      difference comes with its likely cause and the step at which it is put right. Signatures are compared by their \
      certificates; with --verify-signature xmlsec1 verifies them with those of the identity provider's metadata, where it \
      is installed. Names, addresses and values that identify a person are hidden unless --show-values is given.
      """,
      """
      The status is 1 where a fault was found, and 3 where nothing that is known was recognised, or where a signature \
      was to be verified and could not be.
      """,
    ],
    arguments: [
      .optional("file", \.file, "what is to be explained; - is standard input, and so is nothing")
    ],
    flags: [
      .value("idp", "FILE", \.idp, .input, "the identity provider's metadata, where there is no set-up"),
      .value("aws", "FILE", \.aws, .input, "AWS's metadata, where there is no set-up"),
      .toggle(
        "verify-signature", \.verifiesSignature, .judgement,
        "verify the signatures of a response with xmlsec1 and the identity provider's metadata"),
      .toggle(
        "show-values", \.showsValues, .output, "show user names, addresses and attributes instead of hiding them"),
      .value("format", "FORMAT", \.format, .output, "for people or for programs"),
    ],
    examples: [
      Example("signpost diagnose response.txt --idp idp.xml --aws aws.xml", "why AWS refuses this response"),
      Example(
        "signpost diagnose response.txt --idp idp.xml --verify-signature",
        "whether the identity provider signed it, and nothing was changed since"),
      Example("signpost diagnose event.json", "what CloudTrail says of a sign-in that failed"),
      Example("pbpaste | signpost diagnose", "an error message, as it was copied"),
    ],
    exitStatuses: [.done, .findings, .badUsage, .couldNot, .interrupted],
    options: DiagnoseOptions(),
    check: { onceFromStandardInput([$0.file ?? .standardInput, $0.idp, $0.aws].compactMap(\.self)) },
    command: Command.diagnose)
}
