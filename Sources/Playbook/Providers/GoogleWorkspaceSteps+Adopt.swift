extension StepID {
  static let saveRunningGoogleMetadata: StepID = "save-running-google-metadata"
}

extension GoogleWorkspaceSteps {
  /// The metadata of an application that exists; while it is added, a page of the wizard offers the same file.
  static let saveRunningMetadata = Step(
    .saveRunningGoogleMetadata, "Save Google's metadata",
    by: .idpAdmin, at: .googleApplication("Download metadata"),
    why: ["The file says where people sign in and which certificate signs."],
    instructions: [
      "Open **Apps**, **Web and mobile apps**, **Amazon Web Services** and choose **Download metadata**.",
      "Keep the file as it was saved.",
    ],
    asks: [Question(.idpMetadata, "Where is Google's metadata file?", field: "Download metadata")],
    handsOn: [.idpMetadata, .idpEntityID, .idpSignInURL],
    proof: .metadata(.idpMetadata),
    sources: [.googleCertificates, .googleGuide])
}
