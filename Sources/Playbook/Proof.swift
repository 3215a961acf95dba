/// What closes a step. A keypress alone never does.
public enum Proof: Sendable, Equatable {
  /// The file was given and validates without errors for its role.
  case metadata(FactKey)
  /// The same, and the file has a signing certificate that is new since the flow was begun: the file of before proves
  /// no exchange of certificates.
  case newCertificate(FactKey)
  /// The value was given, has the form of its kind and agrees with the files.
  case value(FactKey)
  /// The two metadata files, judged together, show no error.
  case pair
  /// The operator copies what the console shows now, and it equals the expected values. A fact that the step also
  /// pastes is expected in the form in which it is pasted; of any other list every entry is, in any order. A field for
  /// one ACS URL may show any that does: see ``Paste/Form/singleACSURL``.
  case shown([FactKey])
  /// The operator says so, having been told what is to be seen on the screen.
  case word(see: Phrase)

  /// The facts on which the proof rests.
  public var references: [FactKey] {
    switch self {
    case .metadata(let key), .newCertificate(let key), .value(let key): [key]
    case .pair: [.awsMetadata, .idpMetadata]
    case .shown(let keys): keys
    case .word(let see): see.references
    }
  }

  /// The metadata file that is the proof; nil where something else is.
  public var file: FactKey? {
    switch self {
    case .metadata(let key), .newCertificate(let key): key
    case .value, .pair, .shown, .word: nil
    }
  }
}
