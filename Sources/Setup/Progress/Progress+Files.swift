public import Playbook

extension Progress {
  /// Whether a metadata file is what was filed already, with the same verdict, and no step asks for it anew.
  ///
  /// Whichever of two files came first was judged alone; what the pair shows stands with the other one then, and is
  /// nothing new.
  public func holds(_ file: FileEvidence, as key: FactKey) -> Bool {
    guard let known = self.file(key) else { return false }
    let isWanted = steps.contains { entry in
      entry.step.asks.contains { $0.fact == key && wants($0, in: entry.step) }
    }
    var (one, other) = (file, known)
    (one.pairing, other.pairing) = (nil, nil)
    guard !isWanted, one == other else { return false }
    guard let pairing = file.pairing, known.pairing == nil else { return file.pairing == known.pairing }
    let counterparts = [FactKey.idpMetadata, .awsMetadata].compactMap { $0 == key ? nil : self.file($0) }
    return counterparts.contains { counterpart in
      counterpart.digest == pairing.counterpart && counterpart.pairing?.counterpart == file.digest
        && counterpart.pairing?.complaints == pairing.complaints
    }
  }
}
