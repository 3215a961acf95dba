extension StepID {
  static let compareNameID: StepID = "compare-name-id"
  static let seeNameIDSent: StepID = "see-name-id-sent"
}

/// The NameID is looked at in four places, because each can be wrong while the others are right: the provider's metadata
/// and the format in its console, the source of the user name in SCIM, and what is really sent. The first is judged with
/// the file.
extension IdentityCenterSpine {
  /// The format as it is typed, and one attribute for both protocols.
  var compareNameID: Step {
    Step(
      .compareNameID, "Compare what is sent as NameID with the user names in AWS",
      by: .idpAdmin, at: idp.place(idp.application),
      needs: idp.setsNameID + [idp.connectsSCIM] + idp.provisionsOtherwise,
      why: [
        """
        AWS finds a person by comparing the NameID with the user name, character by character. Sign-in and user \
        names are set up in different places, so that nothing else keeps the two equal.
        """
      ],
      warnings: ["AWS takes the NameID format for e-mail addresses and no other."],
      instructions: [
        "Look up which attribute of a person is sent as NameID, and copy the format beside it where one is shown.",
        """
        Look up which attribute the user names in AWS are taken from: with SCIM it is the one that provisioning maps to \
        `userName`.
        """,
        "Where the two differ, change the one of them that nobody depends on yet.",
      ],
      asks: idp.nameIDField.map {
        [Question(.nameIDFormat, "Which NameID format does the console show?", field: $0)]
      } ?? [],
      proof: .word(see: "the same attribute as source of the NameID and of the user names in AWS, `userName` in SCIM"),
      pitfalls: [
        Pitfall(
          "An unexpected error has occurred, for some people only",
          cause: "The attributes differ, and are equal for those who can sign in.",
          remedy: "Take the same attribute in both places, one that is unique and never empty.", certainty: .believed)
      ],
      sources: [.demands, .provisioning, .troubleshooting])
  }

  /// What is really sent, once.
  var seeNameIDSent: Step {
    Step(
      .seeNameIDSent, "See the NameID in one real response",
      by: .awsAdmin, at: ConsolePath("browser with its developer tools"),
      needs: [.testPortalSignIn],
      why: ["Consoles show what should be sent; the response shows what is."],
      warnings: [
        """
        A response opens a session for some minutes and names a person. Look into it on this computer, in no web page, and \
        put it into no ticket.
        """
      ],
      instructions: [
        "In a private window open the developer tools, have the network log kept, and sign in at \(.portalURL) as \(.pilotUser).",
        "Find the request whose method is `POST` and whose address is an ACS URL, and copy its field `SAMLResponse`.",
        "Save it to a file as it is, run `signpost diagnose FILE --show-values`, and delete the file again.",
        "Look at the NameID that it shows: its `Format` and its text.",
      ],
      proof: .word(
        see: """
          `NameID` with the `Format` `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress` and the text \(.pilotUser)
          """),
      pitfalls: [
        Pitfall(
          "There is an EncryptedAssertion and no NameID", cause: "The identity provider encrypts its assertions.",
          remedy: "Switch that off for this application: AWS reads no encrypted assertions.")
      ],
      sources: [.demands, .troubleshooting])
  }
}
