extension IdentityCenterSpine {
  /// The token ends silently.
  func remindOfTokenRenewal(_ id: StepID = .remindOfTokenRenewal, after maker: StepID = .enableSCIM) -> Step {
    Step(
      id, "Put the renewal of the SCIM token into the calendar",
      by: .awsAdmin, at: ConsolePath("calendar of the team"),
      when: .wants(.scim), needs: [maker],
      why: [
        """
        The token expires on \(.scimTokenExpires). AWS reminds in its console and in AWS Health from 90 days before; \
        afterwards provisioning stops without a message.
        """
      ],
      instructions: [
        "Make an entry on \(.scimTokenReminder), 90 days before, that both administrators see.",
        "Where that day has passed, renew the token now instead.",
        "Name both in it: a token is made in AWS and entered at \(text: idp.name).",
      ],
      proof: .word(see: "a calendar entry on \(.scimTokenReminder) that names \(.scimTokenExpires)"),
      sources: [.provisioning, .tokenRotation])
  }

  /// AWS trusts a certificate until its last day, and not a day longer.
  func remindOfCertificate(
    _ id: StepID = .remindOfCertificate, after change: StepID = .changeIdentitySource
  ) -> Step {
    Step(
      id, "Put the end of the signing certificate into the calendar",
      by: .awsAdmin, at: .manageAuthentication,
      needs: [change],
      why: ["AWS does not read metadata again by itself: a new certificate must be imported before it signs."],
      instructions: [
        "Choose **Manage SAML 2.0 certificates** and look at **Expires on**: green is more than 90 days away.",
        "Make an entry on \(.idpCertificateReminder), 90 days before the end, that both administrators see.",
      ],
      proof: .word(
        see:
          "**Expires on** is green, and a calendar entry on \(.idpCertificateReminder) names \(.idpCertificateExpires)"),
      sources: [.certificateExpiry, .certificateRotation])
  }
}
