import Parties
public import Playbook

extension Progress {
  /// What is worth knowing of a step although it is closed.
  ///
  /// The metadata of another identity provider than the set-up's can be meant: a product can stand behind another one. It
  /// is taken, and is not forgotten.
  public func remarks(on step: Step) -> [Remark] {
    guard step.proof.file == .idpMetadata, let found = strangeProvider,
      let wanted = Provider.named(playbook.provider)
    else { return [] }
    return [Remark.strange(found, insteadOf: wanted)]
  }

  /// The provider whose addresses the metadata has, where that is sure and it is another one than the set-up's.
  private var strangeProvider: Provider? {
    guard let wanted = Provider.named(playbook.provider), wanted != .generic, file(.idpMetadata) != nil else {
      return nil
    }
    func addresses(_ key: FactKey) -> [WebAddress] { (facts[key]?.values ?? []).map { WebAddress($0) } }
    let guess = ProviderGuess.decision(
      entityID: addresses(.idpEntityID).first ?? WebAddress(""), signOnURLs: addresses(.idpSignInURL),
      certificateSubjects: { [] })
    guard let guess, guess.strength == .strong, guess.provider != wanted else { return nil }
    return guess.provider
  }
}

extension Remark {
  /// A metadata file has the looks of another provider's.
  static func strange(_ found: Provider, insteadOf wanted: Provider) -> Remark {
    Remark(
      .idpMetadata, "the file looks like one of \(found.displayName), and this set-up is for \(wanted.displayName)")
  }
}
