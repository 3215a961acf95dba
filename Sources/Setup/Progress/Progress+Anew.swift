public import Playbook

/// What a flow needs anew although an earlier one gave it already: last year's token is not this year's.
extension Progress {
  /// The facts as the texts of the flow name them. What it asks for anew, and what follows from that, has no value until
  /// it was given since the flow was begun: the day of the old token must not stand where the new one is meant.
  public var named: [FactKey: [String]] {
    let anew = Set(
      playbook.steps.flatMap { step in step.asks.map(\.fact).filter(step.proof.references.contains) })
    return facts.filter { key, fact in fact.number >= began || !anew.contains(key.root) }.mapValues(\.values)
  }

  /// A phrase as bare words, with the values that the texts of the flow name.
  public func words(of phrase: Phrase) -> String {
    let values = named
    return phrase.plain { key in values[key].map { $0.isEmpty ? "none" : $0.joined(separator: ", ") } }
  }

  /// Why a metadata file is not the one that an open step waits for: it has no certificate that is new. Nil where no
  /// step waits for one, and where the file has one.
  public func rejection(of file: FileEvidence, as key: FactKey) -> Rejection? {
    let isAwaited = steps.contains { $0.step.proof == .newCertificate(key) && !$0.state.isSettled }
    return isAwaited ? lackOfNewCertificate(in: file, as: key) : nil
  }

  /// What is wrong with a file whose signing certificates were all there when the flow was begun; nil where one is new.
  func lackOfNewCertificate(in file: FileEvidence, as key: FactKey) -> Rejection? {
    let old = before[.idpCertificates] ?? []
    let found = file.facts[.idpCertificates] ?? []
    guard found.allSatisfy(old.contains) else { return nil }
    let certificates = found.count == 1 ? "the signing certificate that was" : "signing certificates that were"
    let digests = found.joined(separator: ", ")
    return Rejection(
      key, read: file.path,
      found.isEmpty
        ? "has no signing certificate"
        : "has only \(certificates) there when the flow was begun, with SHA-256 \(digests)",
      expected: "the metadata with the new certificate",
      cause: "it is the file of before, or was saved before the new certificate signed",
      action: "let the identity provider sign with the new certificate, save the metadata again, and give that file")
  }
}
