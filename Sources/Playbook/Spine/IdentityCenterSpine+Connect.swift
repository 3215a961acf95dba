extension IdentityCenterSpine {
  /// The page stays open until both sides know each other.
  var openIdentitySource: Step {
    Step(
      .openIdentitySource, "Open the page on which the two sides meet",
      by: .awsAdmin,
      at: .identityCenter(
        "Settings", "Identity source", "Actions", "Change identity source",
        or: [.init("the first time", ["Dashboard", "Choose your identity source"])]),
      needs: [.enableIdentityCenter, .choosePortalAlias],
      why: [
        "A fresh instance uses the Identity Center directory; the wizard switches it to \(text: idp.name).",
        """
        An instance has one identity source: its own directory, in which users and groups are made and given attributes \
        of one's own, Active Directory, or an external identity provider by SAML 2.0.
        """,
      ],
      warnings: ["Keep this page open until the change is confirmed. Nothing changes before that."],
      instructions: [
        "Choose **External identity provider**, then **Next**.",
        "Leave the page **Configure external identity provider** open in its own browser tab.",
      ],
      proof: .word(
        see:
          "**Configure external identity provider** shows both **Service provider metadata** and **Identity provider metadata**"
      ),
      undo: "Close the page; nothing was changed.",
      sources: [.connecting, .identitySource])
  }

  /// What the identity provider must know of AWS.
  var downloadAWSMetadata: Step {
    Step(
      .downloadAWSMetadata, "Download the AWS metadata and note the portal URL",
      by: .awsAdmin, at: .configureExternalProvider,
      needs: [.openIdentitySource, .choosePortalAlias],
      why: [
        """
        The file holds the ACS URLs and the issuer URL that \(text: idp.name) needs. Since 2026 there are several ACS \
        URLs: IPv4 and dual-stack, and those of further Regions.
        """
      ],
      instructions: [
        "In **Service provider metadata** stay on the tab **Default IPv4**, unless your network needs **Dual-stack**.",
        "Choose **Download metadata file**. Its name ends in `metadata.xml`, often with a date in front.",
        """
        The page also shows **IAM Identity Center Assertion Consumer Service (ACS) URL** and \
        **IAM Identity Center issuer URL**, each with an icon to copy it; they are read from the file for you.
        """,
        "Copy **AWS access portal sign-in URL**, which is not in the file.",
      ],
      asks: [
        Question(.awsMetadata, "Where is the AWS metadata file?", field: "Download metadata file"),
        Question(
          .portalURL, "What is the AWS access portal sign-in URL?",
          field: Label("AWS access portal sign-in URL", formerly: ["User portal URL", "AWS SSO Sign-in URL"])),
      ],
      handsOn: idp.takesFromAWS,
      proof: .metadata(.awsMetadata),
      pitfalls: [
        Pitfall(
          "The file has an IDPSSODescriptor and an entityID below portal.sso.<Region>.amazonaws.com",
          cause:
            "It belongs to an application for which IAM Identity Center is the identity provider: the other direction.",
          remedy: "Download from **Service provider metadata** of the wizard.", certainty: .believed),
        Pitfall(
          "entityID urn:amazon:webservices, or an ACS URL ending in /saml",
          cause: "These are the values of IAM federation, not of IAM Identity Center.",
          remedy: "Download from **Service provider metadata** of the wizard."),
      ],
      sources: [.connecting, .regions])
  }

  /// Both files are judged before AWS sees the provider's. What two files on a disk say is no upload, so that this is a
  /// step of its own.
  var checkBothFiles: Step {
    Step(
      .checkBothFiles, "See that the two files fit together",
      by: .awsAdmin, at: ConsolePath("terminal"),
      needs: [.downloadAWSMetadata, idp.savesMetadata],
      why: ["A file of the wrong application or instance is found here, before sign-in depends on it."],
      instructions: [
        "Have both files at hand; they are judged together as soon as both were given, and the step closes by itself.",
        "Without a set-up run `signpost validate` with both files: it has to end without an error.",
      ],
      proof: .pair,
      pitfalls: [
        Pitfall(
          "The two files were swapped, or are of the same side",
          cause: "Both are often saved as `metadata.xml`.",
          remedy: "Give each again; `signpost inspect` tells whose file it is.", certainty: .believed)
      ],
      sources: [.demands, .connecting])
  }

  /// AWS gets the file that was judged.
  var uploadIdPMetadata: Step {
    Step(
      .uploadIdPMetadata, "Upload the metadata of \(idp.name) to AWS",
      by: .awsAdmin, at: .configureExternalProvider,
      needs: [.checkBothFiles],
      warnings: ["Use the file as it was saved. A copy out of a browser's tree view is often not well-formed."],
      instructions: [
        "In **Identity provider metadata**, below **IdP SAML metadata**, choose **Choose file** and select \(.idpMetadata).",
        """
        Where the file is refused, fill in by hand: **IdP sign-in URL** \(.idpSignInURL), **IdP issuer URL** \
        \(.idpEntityID), and the certificate as a file below **IdP certificate**.
        """,
      ],
      proof: .word(see: "the name of the file beside **Choose file** in **IdP SAML metadata**"),
      again: Repetition(
        after: .changeIdentitySource, at: .manageAuthentication,
        instructions: [
          "Run `signpost compare` on the file of before and \(.idpMetadata): it names what has changed, and in which order.",
          """
          For another certificate choose **Manage SAML 2.0 certificates**, then **Import certificate**. The flow \
          `rotate-certificate` leads through the exchange without an outage.
          """,
          "For another sign-in URL or issuer URL choose **Edit IdP metadata**, then **Save changes**.",
        ],
        see: "**Manage authentication** holds the certificates of \(.idpMetadata), \(.idpSignInURL) and \(.idpEntityID)"
      ),
      undo: "Choose another file, or leave the wizard; nothing was changed yet.",
      pitfalls: [
        Pitfall(
          "Unable to build attributes from provided metadata object as url validation failed",
          cause: "A URL in the metadata is malformed.",
          remedy: "Save the metadata anew from \(text: idp.name), without editing it.", certainty: .believed),
        Pitfall(
          "The upload is refused without a useful message",
          cause: "The file has more than 75,000 characters, or the certificate more than 2,500.",
          remedy: "Remove what is not needed from the file, or use a certificate without its chain."),
      ],
      sources: [.demands, .limits, .connecting])
  }

  /// The moment in which sign-in changes for everybody.
  var changeIdentitySource: Step { changeIdentitySource(after: []) }

  /// The same, where the provider's own wizard has to be finished first.
  func changeIdentitySource(after others: [StepID]) -> Step {
    Step(
      .changeIdentitySource, "Confirm the change of the identity source",
      by: .awsAdmin,
      at: .identityCenter("Settings", "Identity source", "Actions", "Change identity source", "Confirm change"),
      needs: [.uploadIdPMetadata, .keepEmergencyAccess] + others,
      warnings: [
        "From now on nobody signs in to the portal with a password of IAM Identity Center.",
        "Sessions that are open now go on until they end. The second factor is \(text: idp.name)'s task from now on.",
      ],
      warningsBySource: [
        .directory: """
        Coming from the Identity Center directory, users, groups and assignments stay. They work only for people \
        whose NameID from \(text: idp.name) equals their user name in AWS.
        """,
        .otherIdP: """
        Coming from another external identity provider, assignments stay, and work only for people whose NameID from \
        \(text: idp.name) equals their user name in AWS.
        """,
        .activeDirectory: """
        Coming from Active Directory, all users, groups and assignments are deleted, and the identity store id, the \
        portal URL and the service provider metadata change: download the AWS metadata again afterwards.
        """,
      ],
      instructions: [
        "Choose **Next** and read the page.",
        "Type `ACCEPT` and choose **Change identity source**. (A very old page asks for `CONFIRM`.)",
        """
        Open **Actions**, then **Manage authentication**, and compare **IdP issuer URL** and **IdP sign-in URL** with \
        \(.idpEntityID) and \(.idpSignInURL).
        """,
      ],
      proof: .shown([.idpEntityID, .idpSignInURL]),
      undo: """
        Choose **Change identity source** again and take the former source. Assignments stay, but users who never had \
        a password need a forced reset.
        """,
      pitfalls: [
        Pitfall(
          "External identity provider configuration not available",
          cause: "The panel can show this for a while after a change that succeeded.",
          remedy: "Reload **Settings** and look at **Manage authentication**.", certainty: .believed),
        Pitfall(
          "The sign-in URL of the provider changes later, for example with a new domain",
          cause: "AWS does not read the metadata again.",
          remedy: "In **Manage authentication** choose **Edit IdP metadata**, then **Save changes**."),
      ],
      sources: [
        .connecting, .identitySource, .editingMetadata,
        SourceReference(
          "Okta: older SAML set-up page for AWS Single Sign-On (asks for CONFIRM)",
          "https://saml-doc.okta.com/SAML_Docs/How-to-Configure-SAML-2.0-for-AWS-Single-Sign-on.html",
          checked: "2026-11"),
      ])
  }

  /// Tidying up would break sign-in for older instances: for providers that hold several ACS URLs, beside one another.
  /// Where there is one field for them, the step that fills it compares the same address.
  var keepAlternativeACSURL: Step {
    Step(
      .keepAlternativeACSURL, "Keep the alternative ACS URL registered with \(idp.name)",
      by: .idpAdmin, at: idp.place(idp.application),
      when: .beforeFebruary2026Instance, needs: [idp.registersAWS],
      why: [
        """
        An instance from before February 2026 starts sign-in from the portal with \(.alternativeACSURL). Later \
        instances do not have this address.
        """
      ],
      warnings: ["Do not replace it by the newer address, whatever an older guide says."],
      instructions: ["Look up the ACS URLs that \(text: idp.name) holds for AWS and copy the alternative one."],
      proof: .shown([.alternativeACSURL]),
      pitfalls: [
        Pitfall(
          "Sign-in from the portal fails after ACS URLs were tidied up",
          cause: "The address whose host ends in `signin.aws.amazon.com` was removed.",
          remedy: "Put it back: \(.alternativeACSURL).")
      ],
      sources: [.regions])
  }
}
